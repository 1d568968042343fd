// What the queue shows and where it goes next. Pure.
import type { EntryKey, ReviewLine, ReviewQuery, StageCode } from "../../ipc/bindings";

export const STAGES: readonly StageCode[] = ["waiting", "recused", "returned", "accepted"];

/** What the address says: a stage, the sheets, or everything. */
export type At = StageCode | "sheets" | "all";

export function atOf(text: string | null): At {
  if (text === "sheets" || text === "all") return text;
  return STAGES.find((stage) => stage === text) ?? "waiting";
}

export type Filters = Omit<ReviewQuery, "year" | "stage">;

export const UNFILTERED: Filters = { round: null, department: null, claim: null, without_evidence: false, on_behalf: false };

export const isFiltered = (filters: Filters): boolean => JSON.stringify(filters) !== JSON.stringify(UNFILTERED);

export const keyText = (key: EntryKey): string => [key.year, key.round, key.task, key.quarter, key.department].join(" ");

/** The line that is read after this one was decided on: the next below, else the one above, else none. */
export function nextAfter(lines: readonly ReviewLine[], decided: string): string | null {
  const at = lines.findIndex((line) => keyText(line.key) === decided);
  const next = lines[at + 1] ?? lines[at - 1];
  return at < 0 || next === undefined ? null : keyText(next.key);
}

/** The neighbour in the list; at its ends none. */
export function neighbour(lines: readonly ReviewLine[], opened: string, step: 1 | -1): string | null {
  const at = lines.findIndex((line) => keyText(line.key) === opened);
  const next = at < 0 ? undefined : lines[at + step];
  return next === undefined ? null : keyText(next.key);
}

/** The number at the end of an evidence code: 3. */
export function evidenceNumber(code: string | null): number | null {
  const digits = /(\d+)$/.exec(code ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
