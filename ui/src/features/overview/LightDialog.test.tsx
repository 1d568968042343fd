// The light of a year: read with its reason; set against the arithmetic with a reason only, and by who judges only.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeScene, lendWindow, openScene, type SceneOf } from "../../../tests/mock/scene";
import { tasksOf } from "../../components/tasks";
import type { BoardTask } from "../../ipc/bindings";
import { LightDialog } from "./LightDialog";

beforeAll(lendWindow);
afterEach(() => {
  cleanup();
  closeScene();
});

async function show(judges: boolean, over: Partial<BoardTask["light"]> = {}): Promise<SceneOf & { done: string[]; task: BoardTask }> {
  const seen = await openScene("sample");
  const first = tasksOf(seen.board)[0]?.task;
  if (first === undefined) throw new Error("no task");
  const task = { ...first, light: { ...first.light, ...over } };
  const done: string[] = [];
  render(<LightDialog board={seen.board} task={task} judges={judges} onChanged={() => done.push("changed")} onClose={() => done.push("closed")} />);
  return { ...seen, done, task };
}

describe("LightDialog", () => {
  it("shows the reason, and offers a department nothing to set", async () => {
    const { task } = await show(false);
    expect(screen.getByTestId("light-reason").textContent).toContain(task.light.reason);
    expect(screen.queryByTestId("light-set")).toBeNull();
    expect(screen.queryByTestId("light-clear")).toBeNull();
  });

  it("sets the chosen light only with a reason, by Ctrl+Enter", async () => {
    const { sent, done } = await show(true);
    fireEvent.click(screen.getByTestId("light-set"));
    fireEvent.click(screen.getByTestId("light-choice-behind"));
    const reason = screen.getByTestId("light-decide-reason");
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true });
    expect(screen.getByTestId("light-decide")).toHaveProperty("disabled", true);
    expect(sent).toEqual([]);
    fireEvent.change(reason, { target: { value: "R" } });
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(done).toEqual(["changed", "closed"]));
    expect(sent).toEqual([{ command: "override_light", payload: { period: "2013Q1", task: 1, light: "behind", reason: "R" } }]);
  });

  it("keeps the reason where it is refused, and says why", async () => {
    const { refused, done } = await show(true);
    refused.set("override_light", { code: "x", text: "not now", lines: [] });
    fireEvent.click(screen.getByTestId("light-set"));
    fireEvent.change(screen.getByTestId("light-decide-reason"), { target: { value: "R" } });
    fireEvent.click(screen.getByTestId("light-decide"));
    expect((await screen.findByTestId("refusal")).textContent).toContain("not now");
    expect(screen.getByTestId("light-decide-reason")).toHaveProperty("value", "R");
    expect(screen.getByTestId("light-decide")).toHaveProperty("disabled", false);
    expect(done).toEqual([]);
  });

  it("gives the light back to the arithmetic where it was set", async () => {
    const { sent } = await show(true, { override: { by: "b", reason: "r", computed: "c" } });
    fireEvent.click(screen.getByTestId("light-clear"));
    await waitFor(() => expect(sent).toEqual([{ command: "override_light", payload: { period: "2013Q1", task: 1, light: null, reason: "" } }]));
  });
});
