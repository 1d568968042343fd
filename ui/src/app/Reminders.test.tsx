// What is due: one line however many there are, and none is known before it was shown.
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Reminder } from "../ipc/bindings";
import { words } from "../messages/words";
import { Reminders } from "./Reminders";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const of = (text: string, quarter: number): Reminder => ({ text, screen: "chase", at: null, year: 2013, quarter });
const FOUR = [of("\u4E00", 1), of("\u4E8C", 2), of("\u4E09", 3), of("\u56DB", 4)];

function Held({ reminders, followed = () => undefined }: { reminders: Reminder[]; followed?: (one: Reminder) => void }) {
  const [left, setLeft] = useState(reminders);
  return <Reminders reminders={left} onFollow={followed} onRead={(texts) => setLeft(left.filter((one) => !texts.includes(one.text)))} />;
}

const know = () => userEvent.click(screen.getByRole("button", { name: words.gotIt }));

test("four take the room of one until the others are asked for", async () => {
  const followed: number[] = [];
  render(<Held reminders={FOUR} followed={(one) => followed.push(one.quarter)} />);
  const line = screen.getByTestId("frame-reminder");
  expect(line.textContent).toContain("\u4E00");
  expect(line.textContent).not.toContain("\u4E8C");
  await userEvent.click(screen.getByTestId("frame-reminder-others"));
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  await userEvent.click(screen.getAllByRole("button", { name: "\u67E5\u770B" })[2] as HTMLElement);
  expect(followed).toEqual([3]);
});

test("what was not shown is not known: the next one comes up", async () => {
  render(<Held reminders={FOUR} />);
  await know();
  expect(screen.getByTestId("frame-reminder").textContent).toContain("\u4E8C");
  await userEvent.click(screen.getByTestId("frame-reminder-others"));
  await know();
  expect(screen.queryByTestId("frame-reminder")).toBeNull();
});

test("a single one has nothing beside it", () => {
  render(<Held reminders={FOUR.slice(0, 1)} />);
  expect(screen.queryByTestId("frame-reminder-others")).toBeNull();
});
