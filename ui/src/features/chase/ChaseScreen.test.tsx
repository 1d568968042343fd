// 督办 as it is worked with: who is called, the round closed and opened, an item assigned and taken a step on; what is refused stays.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { chaseView } from "../../../tests/mock/chase";
import { closeScene, lendWindow, openScene, type SceneOf } from "../../../tests/mock/scene";
import type { ScreenProps } from "../../components/screen";
import type { Scene } from "../../../tests/mock/backend";
import { ChaseScreen } from "./ChaseScreen";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(lendWindow);
afterEach(() => {
  cleanup();
  closeScene();
});

const { list, items } = chaseView(false);
const owing = list.lines.filter(({ missing }) => missing.length > 0);

async function show(at: string | null, scene: Scene = "sample"): Promise<SceneOf & { opened: unknown[]; said: string[] }> {
  const seen = await openScene(scene);
  const opened: unknown[] = [];
  const said: string[] = [];
  const props = { board: seen.board, at, onAt: () => undefined, onOpen: (open: unknown) => opened.push(open), onChanged: () => undefined, onStatus: (words: string) => said.push(words) };
  render(<ChaseScreen {...(props as unknown as ScreenProps)} />);
  return { ...seen, opened, said };
}
const write = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

describe("who has not reported", () => {
  it("lists who owes something, everybody where asked, and opens what is owed", async () => {
    const { opened } = await show(null);
    const table = await screen.findByTestId("chase-calls");
    await waitFor(() => expect(within(table).getAllByRole("row").filter((row) => row.classList.contains("table__row"))).toHaveLength(owing.length));
    fireEvent.click(screen.getByTestId("chase-all"));
    await waitFor(() => expect(within(table).getAllByRole("row").filter((row) => row.classList.contains("table__row"))).toHaveLength(list.lines.length));
    const [first] = owing;
    fireEvent.click(within(table).getByText(first?.name ?? ""));
    const { task, quarter } = first?.missing[0] ?? { task: 0, quarter: 0 };
    fireEvent.click(await screen.findByTestId(`owed-${task}-${quarter}`));
    expect(opened).toEqual([{ task, quarter, department: first?.department }]);
  });

  it("keeps a contact without a name from being sent, and sends it with one; a refusal stands in the dialog", async () => {
    const { sent, refused } = await show(null);
    fireEvent.click(within(await screen.findByTestId("chase-calls")).getByText(owing[0]?.name ?? ""));
    fireEvent.click(await screen.findByTestId("chase-contact"));
    write("contact-name", " ");
    expect(screen.getByTestId("contact-decide")).toHaveProperty("disabled", true);
    write("contact-name", "N");
    refused.set("set_contact", { code: "x", text: "not this one", lines: [] });
    fireEvent.click(screen.getByTestId("contact-decide"));
    expect((await screen.findByTestId("refusal")).textContent).toContain("not this one");
    expect(screen.getByTestId("contact-name")).toHaveProperty("value", "N");
    refused.clear();
    fireEvent.click(screen.getByTestId("contact-decide"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent.map(({ command }) => command)).toEqual(["set_contact", "set_contact"]);
    expect(sent[1]?.payload).toMatchObject({ department: owing[0]?.department, name: "N", telephone: owing[0]?.telephone });
  });

  it("says that all have reported, and shows them where asked", async () => {
    await show(null, "idle");
    fireEvent.click(await screen.findByTestId("chase-show-all"));
    expect(await screen.findByTestId("chase-calls")).toBeTruthy();
  });
});

describe("the round", () => {
  it("closes without a reason when it is due, and asks for one when it is not", async () => {
    const { sent, refused, said } = await show(null);
    refused.set("close_round", { code: "round_not_due", text: "too early", lines: [] });
    await waitFor(() => expect(screen.getByTestId("round-turn")).toHaveProperty("disabled", false));
    fireEvent.click(screen.getByTestId("round-turn"));
    fireEvent.click(await screen.findByTestId("round-close"));
    const reason = await screen.findByTestId("round-reason-reason");
    expect(screen.getByTestId("refusal").textContent).toContain("too early");
    expect(screen.getByTestId("round-reason")).toHaveProperty("disabled", true);
    refused.clear();
    fireEvent.change(reason, { target: { value: " all is in " } });
    // Enter while an input method composes is no decision.
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true, isComposing: true });
    expect(sent).toHaveLength(1);
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(said).toHaveLength(1));
    expect(sent.map(({ payload }) => payload)).toEqual([
      { round: "2013Q1", reason: null },
      { round: "2013Q1", reason: "all is in" },
    ]);
  });
});

describe("what is followed", () => {
  it("begins an item with what the leader wrote, and leads from the instruction to its task", async () => {
    const { sent } = await show("instructions");
    const [one] = chaseView(false).instructions;
    if (one === undefined) throw new Error("no instruction");
    fireEvent.click(within(await screen.findByTestId("chase-instructions")).getByText(one.leader));
    fireEvent.click(await screen.findByTestId("chase-assign"));
    expect(await screen.findByTestId("item-requirement")).toHaveProperty("value", one.words);
    fireEvent.click(screen.getByTestId("item-decide"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ command: "assign_supervision", payload: { boxes: { task: String(one.task), instruction: one.id, department: one.department, due: one.due, requirement: one.words } } });
  });

  it("offers only the steps that may follow, and sends the one that is chosen", async () => {
    const { sent } = await show("items");
    const late = items.find(({ overdue }) => overdue);
    if (late === undefined) throw new Error("nothing is late");
    fireEvent.click(within(await screen.findByTestId("chase-items")).getByText(late.number_text));
    await screen.findByTestId("chase-item");
    expect(screen.getAllByTestId(/^step-/).map((button) => button.dataset["testid"])).toEqual(late.next.map(({ stage }) => `step-${stage}`));
    fireEvent.click(screen.getByTestId("step-answered"));
    write("step-words", "W");
    write("step-on", "2013-05-08");
    fireEvent.click(screen.getByTestId("step-decide"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ command: "step_supervision", payload: { item: late.id, boxes: { stage: "answered", on: "2013-05-08", words: "W" } } });
  });
});
