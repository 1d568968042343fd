// What the frame hands to a screen that is drawn from its list (app/screens.tsx). A screen takes of it what it needs.
import type { Board, EntryKey, Frame, StateCode } from "../ipc/bindings";
import type { Opened } from "./tasks";

/** Which part of 任务台账 a number opens; nothing named: everything. */
export interface ListFilter {
  mark?: StateCode | "unjudged" | "without_evidence" | "silent" | "carried" | "flagged";
  department?: string;
}

/** Where a piece of public feedback stands, told apart as 总览 counts it. */
export const FEEDBACK_STANDS = ["overdue", "open", "answered", "closed"] as const;
export type FeedbackStand = (typeof FEEDBACK_STANDS)[number];

/** Which part of 公众意见 a number opens; nothing named: everything. */
export interface FeedbackFilter {
  stand?: FeedbackStand;
  /** Received in that quarter of the chosen year. */
  quarter?: number;
}

export interface ScreenProps {
  /** The chosen year and round. */
  board: Board;
  frame: Frame;
  /** What of the screen is open, in its own words, as it stands in the address: Alt+← leads back to it. `null`: nothing. */
  at: string | null;
  onAt: (at: string | null) => void;
  /** Opens 填报. */
  onOpen: (open: Opened) => void;
  /** Opens 填报 at exactly that entry, in its own round; `null`: wherever 填报 begins. */
  onEntry: (key: EntryKey | null) => void;
  /** Opens 审核 at one of its parts. */
  onReview: (at: "waiting" | "returned") => void;
  /** Opens 任务台账. */
  onList: (filter: ListFilter) => void;
  /** Opens 公众意见. */
  onFeedback: (filter: FeedbackFilter) => void;
  /** Something was written that the board or the frame counts. */
  onChanged: () => void;
  /** Said in the status line. */
  onStatus: (words: string) => void;
}
