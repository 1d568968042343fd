// The quiet line of the round's public feedback: counts that add up, each opening what it counts.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { FeedbackFilter } from "../../components/screen";
import type { Board, FeedbackCountView } from "../../ipc/bindings";
import { SidePanel } from "./SidePanel";

afterEach(cleanup);

const nothing = () => undefined;
const asked: FeedbackFilter[] = [];
function show(counts: FeedbackCountView): void {
  asked.length = 0;
  const board = {
    year: 2013,
    quarter: 2,
    as_of: "2013-07-10",
    due: "2013-07-10",
    goals: [],
    silent: [],
    drafts: [],
    reviews: { waiting: 0, returned: 0 },
    feedback: { open: 0, overdue: 0, answered: 0 },
    feedback_in_round: counts,
  } as unknown as Board;
  render(<SidePanel board={board} own={null} onList={nothing} onOpen={nothing} onReview={nothing} onFeedback={(filter) => asked.push(filter)} />);
}

describe("public feedback of the round", () => {
  it("says nothing where none came in", () => {
    show({ received: 0, closed: 0, answered: 0, open: 0, overdue: 0 });
    expect(screen.queryByTestId("feedback-received")).toBeNull();
  });

  it("counts what came in, closed and overdue; a part that does not occur is left out", () => {
    show({ received: 9, closed: 6, answered: 0, open: 1, overdue: 2 });
    const line = screen.getByTestId("feedback-received").textContent;
    expect(line).toBe("二季度登记公众意见 9 件\u{FF1A}已办结 6 · 待答复 1 · 逾期 2");
  });

  it("opens exactly what a number counts", () => {
    show({ received: 9, closed: 6, answered: 0, open: 1, overdue: 2 });
    for (const id of ["feedback-received-total", "count-closed", "count-overdue"]) fireEvent.click(screen.getByTestId(id));
    expect(asked).toEqual([{ quarter: 2 }, { quarter: 2, stand: "closed" }, { quarter: 2, stand: "overdue" }]);
  });
});
