// 审核 as it is worked with: read, accept by key, return with a reason, another finding; what was decided leads to the next.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Scene } from "../../../tests/mock/backend";
import { closeScene, lendWindow, openScene, type SceneOf } from "../../../tests/mock/scene";
import type { ScreenProps } from "../../components/screen";
import type { ReviewTarget } from "../../ipc/bindings";
import { reviewQueue } from "../../ipc/commands";
import { Detail } from "./Detail";
import { ReviewScreen } from "./ReviewScreen";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(lendWindow);
afterEach(() => {
  cleanup();
  closeScene();
});

type Seen = SceneOf & { entries: unknown[]; at: (string | null)[] };
async function show(at: string | null, scene: Scene = "sample"): Promise<Seen> {
  const seen = await openScene(scene);
  const entries: unknown[] = [];
  const to: (string | null)[] = [];
  const props = { board: seen.board, at, onAt: (next: string | null) => to.push(next), onEntry: (key: unknown) => entries.push(key), onChanged: () => undefined, onStatus: () => undefined };
  render(<ReviewScreen {...(props as unknown as ScreenProps)} />);
  return { ...seen, entries, at: to };
}
const titleNow = () => within(screen.getByTestId("review-detail")).getByRole("heading", { level: 2 }).textContent;
const targetOf = (sent: SceneOf["sent"]) => (sent.at(-1) as { payload: { target: ReviewTarget } }).payload.target;

describe("审核", () => {
  it("accepts exactly the revision that is read, by Ctrl+Enter, and reads the next", async () => {
    const { sent } = await show(null);
    await screen.findByTestId("review-accept");
    const first = titleNow();
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true, isComposing: true });
    expect(sent).toEqual([]);
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    await screen.findByTestId("review-said");
    await waitFor(() => expect(titleNow()).not.toBe(first));
    expect(sent.map(({ command }) => command)).toEqual(["accept_entry"]);
    expect(targetOf(sent)).toMatchObject({ revision: `r${targetOf(sent).key.task}` });
  });

  it("returns only with a reason, and with the words that it is about; what is refused keeps it", async () => {
    const { sent, refused } = await show(null);
    await screen.findByTestId("review-accept");
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true, shiftKey: true });
    const reason = await screen.findByTestId("return-reason");
    expect(screen.getByTestId("return")).toHaveProperty("disabled", true);
    fireEvent.change(reason, { target: { value: "R" } });
    fireEvent.change(screen.getByTestId("return-quote"), { target: { value: "Q" } });
    refused.set("return_entry", { code: "x", text: "overtaken", lines: [] });
    fireEvent.click(screen.getByTestId("return"));
    expect((await screen.findByTestId("refusal")).textContent).toContain("overtaken");
    expect(screen.getByTestId("return-reason")).toHaveProperty("value", "R");
    refused.clear();
    fireEvent.click(screen.getByTestId("return"));
    await waitFor(() => expect(screen.queryByTestId("return-reason")).toBeNull());
    expect(sent.at(-1)).toMatchObject({ command: "return_entry", payload: { boxes: { reason: "R", place: null, quote: "Q" } } });
  });

  it("asks why where the finding is not what is claimed", async () => {
    const { sent } = await show(null);
    await screen.findByTestId("review-accept");
    fireEvent.click(screen.getByTestId("finding-not_done"));
    fireEvent.click(screen.getByTestId("review-accept"));
    expect(sent).toEqual([]);
    fireEvent.change(screen.getByTestId("review-finding-reason"), { target: { value: "W" } });
    fireEvent.click(screen.getByTestId("review-accept"));
    await waitFor(() => expect(sent[0]).toMatchObject({ command: "accept_entry", payload: { finding: { claim: "not_done", reason: "W" } } }));
  });

  it("says why nobody of the same department may decide, and offers no decision", async () => {
    const { board } = await openScene("sample");
    const { lines } = await reviewQueue({ year: board.year, stage: "waiting", round: null, department: null, claim: null, without_evidence: false, on_behalf: false });
    const [line] = lines;
    if (line === undefined) throw new Error("nothing waits");
    render(<Detail line={{ ...line, stage: "recused", refused: "one of yours" }} notes={[]} onNotes={() => undefined} onDecided={() => undefined} onEntry={() => undefined} />);
    expect((await screen.findByTestId("review-refused")).textContent).toBe("one of yours");
    expect(screen.getByTestId("review-accept")).toHaveProperty("disabled", true);
    expect(screen.getByTestId("review-return")).toHaveProperty("disabled", true);
    expect(screen.queryByTestId("finding-same")).toBeNull();
  });

  it("leads from what was returned to the entry itself", async () => {
    const { entries } = await show("returned");
    fireEvent.click(await screen.findByTestId("review-correct"));
    expect(entries).toEqual([expect.objectContaining({ task: 7, quarter: 1 })]);
  });

  it("says what to do where nothing waits", async () => {
    const { entries } = await show(null, "idle");
    fireEvent.click(await screen.findByTestId("review-to-entry"));
    expect(entries).toEqual([null]);
  });
});
