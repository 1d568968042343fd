// The days for answering public feedback: nothing is offered to save before a number was changed to another number.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Settings } from "../../ipc/bindings";
import { FeedbackPart } from "./FeedbackPart";

const { sent } = vi.hoisted(() => ({ sent: [] as number[] }));

vi.mock("../../ipc/commands", () => ({
  setFeedbackDays: (days: number) => {
    sent.push(days);
    return Promise.resolve({ feedback_days: days });
  },
}));

// The test page has no scrolling.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  sent.length = 0;
});

describe("FeedbackPart", () => {
  it("sends the days that were typed, once they differ", async () => {
    const taken: Settings[] = [];
    render(<FeedbackPart settings={{ feedback_days: 7 } as Settings} onSettings={(next) => taken.push(next)} />);
    const box = screen.getByTestId("feedback-days");
    expect(box).toHaveProperty("value", "7");
    expect(screen.queryByTestId("feedback-days-save")).toBeNull();
    fireEvent.change(box, { target: { value: "" } });
    expect(screen.queryByTestId("feedback-days-save")).toBeNull();
    fireEvent.change(box, { target: { value: "15" } });
    fireEvent.click(screen.getByTestId("feedback-days-save"));
    await waitFor(() => expect(taken).toEqual([{ feedback_days: 15 }]));
    expect(sent).toEqual([15]);
  });
});
