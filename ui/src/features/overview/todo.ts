// What waits in the chosen round, counted from the board, so that each number and its list cannot disagree.
import type { Board, StandingView, StateCode } from "../../ipc/bindings";
import { tasksOf } from "../../components/tasks";

/** Which list a number opens; nothing named: everything. */
export interface ListFilter {
  mark?: StateCode | "unjudged" | "without_evidence";
  department?: string;
}

export interface Waiting {
  unjudged: number;
  withoutEvidence: number;
}

const stated = (standing: StandingView) =>
  standing.state !== "not_due" && standing.state !== "unreported" && standing.state !== "adjusted";

/** Counts over the round's own milestones, like the sentence on top. */
export function waitingIn(board: Board): Waiting {
  const standings = tasksOf(board).flatMap(({ task }) => task.quarters[board.quarter - 1]?.standing ?? []);
  return {
    unjudged: standings.filter((standing) => stated(standing) && !standing.judged).length,
    withoutEvidence: standings.filter((standing) => standing.without_evidence).length,
  };
}
