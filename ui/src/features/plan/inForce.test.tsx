// 分管领导 as it is recorded: the name is asked for, a day only where it is not since the paper, and it can be taken back.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { closeScene, lendWindow, openScene } from "../../../tests/mock/scene";
import type { PlanView } from "../../ipc/bindings";
import { plan as readPlan } from "../../ipc/commands";
import { planMessages as m } from "../../messages/plan";
import { InForce } from "./InForce";

vi.setConfig({ testTimeout: 30_000 });

beforeAll(lendWindow);
afterEach(() => {
  cleanup();
  closeScene();
});

function Held({ first }: { first: PlanView }) {
  const [plan, setPlan] = useState(first);
  return <InForce plan={plan} onPlan={setPlan} />;
}

const line = () => screen.getByTestId("leader-5").closest("td")?.textContent;

it("records who is in charge of a task, and that nobody is any more", async () => {
  const { sent } = await openScene("sample");
  render(<Held first={await readPlan(2013)} />);
  const recorded = () => sent.filter(({ command }) => command === "set_leader").map(({ payload }) => payload);
  expect(line()).toContain(m.leaderUnset);
  fireEvent.click(screen.getByTestId("leader-5"));
  fireEvent.click(screen.getByTestId("leader-confirm"));
  expect(screen.getByText(m.leaderMissing)).toBeTruthy();
  expect(recorded()).toEqual([]);
  fireEvent.change(screen.getByTestId("leader-name"), { target: { value: " L " } });
  fireEvent.click(screen.getByTestId("leader-confirm"));
  await waitFor(() => expect(recorded()).toEqual([{ year: 2013, task: 5, leader: "L", from: null, basis: "" }]));
  await waitFor(() => expect(line()).toContain("L"));

  fireEvent.click(screen.getByTestId("leader-5"));
  fireEvent.click(screen.getByText(m.leaderNobody));
  await waitFor(() => expect(recorded().at(-1)).toMatchObject({ task: 5, leader: "" }));
  await waitFor(() => expect(line()).toContain(m.leaderUnset));
});
