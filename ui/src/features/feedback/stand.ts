// Where a piece stands, as the list tells it apart, and what of the screen is open, as it stands in the address.
import { FEEDBACK_STANDS, type FeedbackStand } from "../../components/screen";
import type { FeedbackLine } from "../../ipc/bindings";

/** The same four that 总览 counts: each piece is in one of them. */
export const standOf = ({ state, overdue }: Pick<FeedbackLine, "state" | "overdue">): FeedbackStand => (overdue ? "overdue" : state);

export interface At {
  /** Only what was received in that quarter of the chosen year. */
  quarter: number | null;
  stand: FeedbackStand | null;
  id: string | null;
}

/** The whole list, nothing open. */
export const ANYWHERE: At = { quarter: null, stand: null, id: null };

/** Q1, overdue, 12ab…, Q1/overdue/12ab…. */
export function atOf(text: string | null): At {
  const parts = (text ?? "").split("/").filter((part) => part !== "");
  const quarter = /^Q([1-4])$/.exec(parts[0] ?? "");
  if (quarter !== null) parts.shift();
  const stand = FEEDBACK_STANDS.find((known) => known === parts[0]) ?? null;
  if (stand !== null) parts.shift();
  return { quarter: quarter === null ? null : Number(quarter[1]), stand, id: parts[0] ?? null };
}

export function textOfAt({ quarter, stand, id }: At): string | null {
  const text = [quarter === null ? null : `Q${quarter}`, stand, id].filter((part) => part !== null).join("/");
  return text === "" ? null : text;
}

/** 1 to 4, of a day as it is written: 2013-04-11. */
export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);
