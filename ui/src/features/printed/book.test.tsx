// 佐证材料册 as it is worked with: what it is told, written with progress and 停止, and why it may show no pages.
import { emit } from "@tauri-apps/api/event";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { closeScene, lendWindow, openScene } from "../../../tests/mock/scene";
import type { BookWritten, WorkProgress } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";
import { PrintedScreen } from "./PrintedScreen";
import { FIRST_CHOICE, forget, keep } from "./query";

vi.setConfig({ testTimeout: 30_000 });
vi.mock("./pdf", () => ({
  openDocument: () => Promise.resolve({ document: { getPage: () => Promise.reject(new Error("nothing is drawn in a test")) }, close: () => undefined }),
}));

/** The writing answers when the test says so. */
const { writing, stops } = vi.hoisted(() => ({
  writing: { asked: [] as unknown[], answer: null as unknown as (said: unknown) => void, refuse: null as unknown as (said: unknown) => void },
  stops: { count: 0 },
}));
vi.mock("../../ipc/commands", async (original) => ({
  ...(await original<typeof import("../../ipc/commands")>()),
  writeEvidenceBook: (query: unknown) => {
    writing.asked.push(query);
    return new Promise((answer, refuse) => Object.assign(writing, { answer, refuse }));
  },
  stopWork: () => {
    stops.count += 1;
    return Promise.resolve(null);
  },
}));

const WRITTEN: BookWritten = { title: "t", counts: "c", files: [{ file: "a.pdf", pages: 12, bytes: 1 }], listed: ["one", "two"] };

beforeAll(() => {
  lendWindow();
  Element.prototype.scrollTo = () => undefined;
});
beforeEach(() => {
  forget();
  writing.asked = [];
  stops.count = 0;
  vi.stubGlobal("fetch", () => Promise.resolve({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) }));
});
afterEach(() => {
  cleanup();
  closeScene();
});

async function show() {
  keep(2013, { ...FIRST_CHOICE, document: "evidence" });
  const seen = await openScene("sample");
  render(<PrintedScreen board={seen.board} onEntry={() => undefined} onStatus={() => undefined} />);
  const queries = () => seen.sent.filter(({ command }) => command === "print_report").map(({ payload }) => (payload as { query: unknown }).query);
  return { ...seen, queries };
}

it("asks which task, how many photos a page, and whether personal data is printed", async () => {
  const { queries, board } = await show();
  await screen.findByTestId("report-pages");
  expect(queries()).toMatchObject([{ of: { task: null, photos_per_page: 4, personal: false } }]);
  fireEvent.click(screen.getByTestId("photos-2"));
  fireEvent.click(screen.getByTestId("personal-printed"));
  fireEvent.mouseDown(screen.getByTestId("report-task").querySelector("input") as HTMLElement);
  const first = board.goals[0]?.tasks[0];
  fireEvent.click((await screen.findAllByText(`${first?.number_text}${first?.title}`)).at(-1) as HTMLElement);
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ of: { task: first?.number, photos_per_page: 2, personal: true } }));
  // For the public nothing personal is asked.
  fireEvent.click(screen.getByTestId("audience-public"));
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ audience: "public", of: { personal: false } }));
  expect(screen.queryByTestId("personal-printed")).toBeNull();
});

it("is written with a bar that can be stopped, and says what came of it", async () => {
  const { queries } = await show();
  await screen.findByTestId("report-pages");
  expect(screen.queryByTestId("report-save-as")).toBeNull();
  fireEvent.keyDown(window, { key: "s", ctrlKey: true });
  await waitFor(() => expect(screen.getByTestId("evidence-save")).toHaveProperty("disabled", true));
  expect(writing.asked).toEqual(queries());
  const progress: WorkProgress = { work: "evidence_book", name: "a.jpg", done: 1, total: 4 };
  await act(() => emit("work-progress", progress));
  await new Promise((later) => setTimeout(later, 450));
  await act(() => emit("work-progress", { ...progress, done: 2 }));
  expect((await screen.findByTestId("work")).textContent).toContain("50%");
  fireEvent.click(screen.getByTestId("work-stop"));
  expect(stops.count).toBe(1);
  writing.refuse({ code: "stopped", text: "stopped", lines: [] });
  // What somebody stopped is told, and is no fault.
  expect((await screen.findByTestId("evidence-stopped")).textContent).toContain("stopped");
  expect(screen.queryByTestId("refusal")).toBeNull();
  fireEvent.click(screen.getByTestId("evidence-save"));
  await waitFor(() => expect(writing.asked).toHaveLength(2));
  writing.answer(WRITTEN);
  const said = await screen.findByTestId("evidence-written");
  expect(said.textContent).toContain(m.book.written("a.pdf", 12));
  expect(Array.from(said.querySelectorAll("details li"), ({ textContent }) => textContent)).toEqual(["one", "two"]);
  // Another choice is another book.
  fireEvent.click(screen.getByTestId("photos-2"));
  await waitFor(() => expect(screen.queryByTestId("evidence-written")).toBeNull());
});

it("names every volume, and nothing where no place was chosen", async () => {
  await show();
  await screen.findByTestId("report-pages");
  fireEvent.click(screen.getByTestId("evidence-save"));
  writing.answer(null);
  await waitFor(() => expect(screen.getByTestId("evidence-save")).toHaveProperty("disabled", false));
  expect(screen.queryByTestId("evidence-written")).toBeNull();
  fireEvent.click(screen.getByTestId("evidence-save"));
  writing.answer({ ...WRITTEN, listed: [], files: [...WRITTEN.files, { file: "b.pdf", pages: 3, bytes: 1 }] });
  const said = (await screen.findByTestId("evidence-written")).textContent;
  for (const part of [m.book.volumes(2, 15), m.book.volume("a.pdf", 12), m.book.volume("b.pdf", 3)]) expect(said).toContain(part);
});

it("says calmly why no pages are shown; one without evidence is not written", async () => {
  const { refused } = await show();
  await screen.findByTestId("report-pages");
  refused.set("print_report", { code: "book_too_large", text: "60 photos", lines: [] });
  fireEvent.click(screen.getByTestId("photos-2"));
  expect((await screen.findByTestId("report-lack")).textContent).toBe(`${m.book.tooLarge}60 photos`);
  expect(screen.queryByTestId("refusal")).toBeNull();
  expect(screen.getByTestId("evidence-save")).toHaveProperty("disabled", false);
  refused.set("print_report", { code: "no_evidence", text: "none", lines: [] });
  fireEvent.click(screen.getByTestId("photos-4"));
  await waitFor(() => expect(screen.getByTestId("report-lack").textContent).toBe(`${m.book.none}none`));
  expect(screen.getByTestId("evidence-save")).toHaveProperty("disabled", true);
});
