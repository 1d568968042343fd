// What waits in the chosen round, counted from the board, so that each number and its list cannot disagree.
import type { Board, StandingView } from "../../ipc/bindings";
import { isCarried, tasksOf } from "../../components/tasks";

export interface Waiting {
  unjudged: number;
  withoutEvidence: number;
  /** Something of it should be looked at. */
  flagged: number;
  /** Tasks with something of an earlier quarter still open. */
  carried: number;
}

const stated = (standing: StandingView) =>
  standing.state !== "not_due" && standing.state !== "unreported" && standing.state !== "adjusted";

/** Counts over the round's own milestones, like the sentence on top; a department's office is told of its own tasks only. */
export function waitingIn(board: Board, own: string | null): Waiting {
  const tasks = tasksOf(board).filter(({ task }) => own === null || task.departments.some(({ id }) => id === own));
  const carried = tasks.filter(({ task }) => isCarried(task, board.quarter)).length;
  const milestones = tasks.flatMap(({ task }) => task.quarters[board.quarter - 1] ?? []);
  const standings = milestones.map(({ standing }) => standing);
  return {
    unjudged: standings.filter((standing) => stated(standing) && !standing.judged).length,
    withoutEvidence: standings.filter((standing) => standing.without_evidence).length,
    flagged: milestones.filter(({ flags }) => flags.length > 0).length,
    carried,
  };
}
