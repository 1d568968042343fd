// The parts of 设置 that are a number of days: nothing is offered to save before a number was changed to another number.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Settings } from "../../ipc/bindings";
import { settingsMessages as m } from "../../messages/settings";
import { FeedbackPart } from "./FeedbackPart";
import { ReminderPart } from "./ReminderPart";

const { sent } = vi.hoisted(() => ({ sent: [] as [string, number][] }));

vi.mock("../../ipc/commands", () => ({
  setFeedbackDays: (days: number) => {
    sent.push(["feedback", days]);
    return Promise.resolve({ feedback_days: days });
  },
  setReminderWorkdays: (workdays: number) => {
    sent.push(["reminder", workdays]);
    return workdays === 30 ? Promise.reject({ code: "refused", text: "refused in words", lines: [] }) : Promise.resolve({ reminder_workdays: workdays });
  },
}));

// The test page has no scrolling.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  sent.length = 0;
});

const settings = { feedback_days: 7, reminder_workdays: 5 } as unknown as Settings;

describe("a number of days", () => {
  it.each([
    ["feedback", "feedback-days", FeedbackPart, "7", { feedback_days: 15 }],
    ["reminder", "reminder-workdays", ReminderPart, "5", { reminder_workdays: 15 }],
  ] as const)("of %s is sent as it was typed, once it differs", async (word, testId, Part, saved, answer) => {
    const taken: Settings[] = [];
    render(<Part settings={settings} onSettings={(next) => taken.push(next)} />);
    const box = screen.getByTestId(testId);
    expect(box).toHaveProperty("value", saved);
    expect(screen.queryByTestId(`${testId}-save`)).toBeNull();
    fireEvent.change(box, { target: { value: "" } });
    expect(screen.queryByTestId(`${testId}-save`)).toBeNull();
    fireEvent.change(box, { target: { value: "15" } });
    fireEvent.click(screen.getByTestId(`${testId}-save`));
    await waitFor(() => expect(taken).toEqual([answer]));
    expect(sent).toEqual([[word, 15]]);
    expect(screen.getByText(m.saved)).toBeTruthy();
  });

  it("says why it was refused and keeps what was typed", async () => {
    render(<ReminderPart settings={settings} onSettings={() => undefined} />);
    fireEvent.change(screen.getByTestId("reminder-workdays"), { target: { value: "30" } });
    fireEvent.click(screen.getByTestId("reminder-workdays-save"));
    expect(await screen.findByText("refused in words")).toBeTruthy();
    expect(screen.getByTestId("reminder-workdays")).toHaveProperty("value", "30");
  });
});
