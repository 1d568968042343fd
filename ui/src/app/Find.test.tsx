// Ctrl+K with the keyboard, an input method and answers that come late.
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { piecesOf } from "../components/Marked";
import type { FoundList, Hit, HitKind } from "../ipc/bindings";
import { Find } from "./Find";
import { groupsOf } from "./findRows";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  clearMocks();
});

const hit = (kind: HitKind, part: number, title: string): Hit => ({
  kind,
  year: 2013,
  title: { text: title, marks: [{ start: 0, end: 1 }] },
  context: { text: "", marks: [] },
  field: "",
  excerpt: null,
  to: { place: "task", year: 2013, number: part, quarter: null },
  object: "o",
  revision: "r",
  part,
});

const chosen = () => screen.getAllByRole("option").findIndex((row) => row.getAttribute("aria-selected") === "true");

const list = (...hits: Hit[]): FoundList => ({ hits, more: ["task"] });

function open(answer: (text: string) => Promise<FoundList>) {
  const asked: string[] = [];
  const opened = vi.fn<(hit: Hit) => void>();
  mockIPC((_, payload) => {
    const { text } = payload as { text: string };
    asked.push(text);
    return answer(text);
  });
  render(<Find year={2013} onOpen={opened} onClose={() => undefined} />);
  const box = screen.getByTestId<HTMLInputElement>("find-text");
  const type = (value: string) => fireEvent.change(box, { target: { value } });
  const strike = (key: string, more = {}) => fireEvent.keyDown(box, { key, ...more });
  return { asked, opened, box, type, strike };
}

test("hits stand in groups, marked; the keyboard goes round and opens", async () => {
  const { opened, type, strike } = open(async () => list(hit("evidence", 1, "甲一"), hit("task", 2, "甲二"), hit("evidence", 3, "甲三")));
  type("甲");
  await screen.findByTestId("found-evidence");
  expect(screen.getAllByRole("option").map((row) => row.textContent)).toEqual(["甲一", "甲三", "甲二"]);
  expect(screen.getByTestId("found-task").querySelector("mark")?.textContent).toBe("甲");
  strike("ArrowUp");
  expect(chosen()).toBe(2);
  strike("ArrowDown");
  strike("PageDown");
  expect(chosen()).toBe(2);
  strike("PageUp");
  strike("ArrowDown");
  strike("Enter", { isComposing: true });
  strike("Enter", { keyCode: 229 });
  expect(opened).not.toHaveBeenCalled();
  strike("Enter");
  expect(opened.mock.calls[0]?.[0].part).toBe(3);
});

test("an input method that composes asks nothing until it has finished", async () => {
  const { asked, box, type } = open(async () => list(hit("task", 1, "演")));
  fireEvent.compositionStart(box);
  type("yan");
  await act(async () => new Promise((resolve) => {
    setTimeout(resolve, 250);
  }));
  expect(asked).toEqual([]);
  type("演");
  fireEvent.compositionEnd(box);
  await screen.findByTestId("found-task");
  expect(asked).toEqual(["演"]);
});

test("letters struck quickly are one question, and a late answer to an earlier one is dropped", async () => {
  const slow = new EventTarget();
  const late = new Promise<FoundList>((resolve) => {
    slow.addEventListener("answer", () => resolve(list(hit("task", 1, "旧"))));
  });
  const { asked, opened, type, strike } = open((text) => (text === "甲乙" ? late : Promise.resolve(list(hit("task", 9, "新")))));
  type("甲");
  type("甲乙");
  await waitFor(() => expect(asked).toEqual(["甲乙"]));
  type("新");
  // Nothing is opened that was not asked for.
  strike("Enter");
  expect(opened).not.toHaveBeenCalled();
  await screen.findByTestId("found-task");
  slow.dispatchEvent(new Event("answer"));
  await act(async () => {
    await late;
  });
  expect(screen.getAllByRole("option").map((row) => row.textContent)).toEqual(["新"]);
});

test("what is not found is said in words, and so is a refusal", async () => {
  const { type } = open((text) => (text === "无" ? Promise.resolve(list()) : Promise.reject({ code: "store", text: "磁盘读不出来", lines: [] })));
  type("无");
  await waitFor(() => expect(screen.getByTestId("find-note").textContent).toContain("无"));
  type("坏");
  expect(await screen.findByText("磁盘读不出来")).toBeTruthy();
});

test("marks count characters, not UTF-16 units", () => {
  const pieces = piecesOf({ text: "𠮷野家的店", marks: [{ start: 1, end: 3 }, { start: 4, end: 5 }] });
  expect(pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("")).toBe("𠮷[野家]的[店]");
});

test("groups follow their best hit", () => {
  const groups = groupsOf(list(hit("person", 1, "甲"), hit("task", 2, "甲"), hit("person", 3, "甲")));
  expect(groups.map(({ kind, more, hits }) => [kind, more, hits.length])).toEqual([["person", false, 2], ["task", true, 1]]);
});
