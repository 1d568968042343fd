// Where a piece stands, as the list tells it apart, and what of the screen is open, as it stands in the address.
import { FEEDBACK_STANDS, type FeedbackStand } from "../../components/screen";
import type { FeedbackLine } from "../../ipc/bindings";

/** The same four that 总览 counts: each piece is in one of them. */
export const standOf = ({ state, overdue }: Pick<FeedbackLine, "state" | "overdue">): FeedbackStand => (overdue ? "overdue" : state);

export interface At {
  stand: FeedbackStand | null;
  id: string | null;
}

/** overdue, 12ab…, overdue/12ab…. */
export function atOf(text: string | null): At {
  const parts = (text ?? "").split("/");
  const stand = FEEDBACK_STANDS.find((known) => known === parts[0]) ?? null;
  const id = stand === null ? parts[0] : parts[1];
  return { stand, id: id === undefined || id === "" ? null : id };
}

export function textOfAt({ stand, id }: At): string | null {
  const text = [stand, id].filter((part) => part !== null).join("/");
  return text === "" ? null : text;
}
