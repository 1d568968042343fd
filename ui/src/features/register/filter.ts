// What 任务台账 shows of the table: by goal, department, mark, and words to find.
import type { Board, BoardTask, StandingView, StateCode } from "../../ipc/bindings";
import { occursIn } from "../../components/passage";
import { isCarried } from "../../components/tasks";

/** A state of the closed list, or one of the questions that cut across it: a department has not reported,
 * something of an earlier quarter is still open (遗留). */
export type MarkFilter = StateCode | "without_evidence" | "unjudged" | "silent" | "carried" | "flagged";

export const MARK_FILTERS: readonly MarkFilter[] = [
  "unreported",
  "not_done",
  "partial",
  "done",
  "condition_not_met",
  "adjusted",
  "not_due",
  "without_evidence",
  "unjudged",
  "silent",
  "carried",
  "flagged",
];

export interface RegisterFilter {
  goal: string | null;
  department: string | null;
  mark: MarkFilter | null;
  find: string;
}

export const EVERYTHING: RegisterFilter = { goal: null, department: null, mark: null, find: "" };

export const isEverything = (filter: RegisterFilter): boolean =>
  filter.goal === null && filter.department === null && filter.mark === null && filter.find.trim() === "";

/** Stated, but not yet decided by the supervision office. */
export const isUnjudged = (standing: StandingView): boolean =>
  !standing.judged && standing.state !== "not_due" && standing.state !== "unreported" && standing.state !== "adjusted";

function standsFor(standing: StandingView, mark: Exclude<MarkFilter, "silent" | "carried" | "flagged">): boolean {
  if (mark === "without_evidence") return standing.without_evidence;
  if (mark === "unjudged") return isUnjudged(standing);
  return standing.state === mark;
}

/** Whether a department (the one that is chosen, else any) still owes its report on a task. */
const isSilent = (board: Pick<Board, "silent">, task: BoardTask, department: string | null): boolean =>
  board.silent.some(({ id, tasks }) => (department === null || id === department) && tasks.includes(task.number));

/** Whether a task's row is shown; its mark is the one of the chosen quarter. */
export function isShown(board: Pick<Board, "quarter" | "silent">, goal: string, task: BoardTask, filter: RegisterFilter): boolean {
  if (filter.goal !== null && filter.goal !== goal) return false;
  if (filter.department !== null && task.departments.every(({ id }) => id !== filter.department)) return false;
  if (filter.mark === "silent") {
    if (!isSilent(board, task, filter.department)) return false;
  } else if (filter.mark === "carried") {
    if (!isCarried(task, board.quarter)) return false;
  } else if (filter.mark === "flagged") {
    if ((task.quarters[board.quarter - 1]?.flags.length ?? 0) === 0) return false;
  } else if (filter.mark !== null) {
    const standing = task.quarters[board.quarter - 1]?.standing;
    if (standing === undefined || !standsFor(standing, filter.mark)) return false;
  }
  const texts = [task.number_text, task.title, task.objective, ...task.quarters.map((milestone) => milestone?.text ?? null)];
  return occursIn(filter.find, [...texts, ...task.departments.map(({ name }) => name)]);
}
