// What is chosen at the left of 报告, the question that it makes, and its memory while the program runs.
import { departmentsOf, tasksOf } from "../../components/tasks";
import type { AudienceCode, Board, ReportQuery, StyleCode } from "../../ipc/bindings";
import { type DocumentName, DOCUMENTS, type PhotosPerPage, type Told } from "./documents";

export interface Choosing {
  document: DocumentName;
  /** The round's quarter; `null`: the one that the window stands at. */
  quarter: number | null;
  style: StyleCode;
  /** 栏目 of 对照; `null`: those that nobody has to choose. */
  columns: string | null;
  department: string | null;
  /** The task's number; `null`: all of them. */
  task: number | null;
  audience: AudienceCode;
  asOf: string | null;
  /** Which 核查单; `null`: the newest. */
  seed: number | null;
  photos: PhotosPerPage;
  personal: boolean;
}

/** 对照 is what a leader reads: promise and deed on one line. */
export const FIRST_CHOICE: Choosing = {
  document: "quarter",
  quarter: null,
  style: "wide",
  columns: null,
  department: null,
  task: null,
  audience: "internal",
  asOf: null,
  seed: null,
  photos: 4,
  personal: false,
};

type Shown = Pick<Board, "year" | "quarter">;

export const told = (board: Shown, choosing: Choosing): Told => ({
  ...choosing,
  year: board.year,
  quarter: choosing.quarter ?? board.quarter,
});

/** The question; `null` while something is still to be chosen. What a document does not ask is not said to it. */
export function queryOf(board: Shown, choosing: Choosing): ReportQuery | null {
  const row = DOCUMENTS[choosing.document];
  const of = row.of(told(board, choosing));
  return of === null ? null : { of, audience: row.audience ? choosing.audience : "internal", as_of: row.asOf ? choosing.asOf : null };
}

// Until the program ends: whoever comes back to 报告 finds it as it was left.
let kept: { year: number; choosing: Choosing } | null = null;

export const keep = (year: number, choosing: Choosing): void => void (kept = { year, choosing });

/** What was chosen last, without what this year's paper does not know: a day, a task and a sheet belong to their own year. */
export function remembered(board: Pick<Board, "year" | "goals">): Choosing {
  if (kept === null) return FIRST_CHOICE;
  const { choosing } = kept;
  const known = departmentsOf(board as Board).some(({ id }) => id === choosing.department);
  const ownYear = kept.year === board.year;
  const task = ownYear && tasksOf(board).some((one) => one.task.number === choosing.task) ? choosing.task : null;
  return { ...choosing, department: known ? choosing.department : null, task, ...(!ownYear && { quarter: null, asOf: null, seed: null }) };
}

/** For tests: as at the program's start. */
export const forget = (): void => void (kept = null);
