// 报告 as it is worked with: choosing, the pages of the newest choice, finding a task, keeping a file; pdf.js is stood in for.
import { emit } from "@tauri-apps/api/event";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeScene, lendWindow, openScene, type SceneOf } from "../../../tests/mock/scene";
import type { EntryKey, WorkProgress } from "../../ipc/bindings";
import { printedMessages as m } from "../../messages/printed";
import { PrintedScreen } from "./PrintedScreen";
import { forget } from "./query";

vi.setConfig({ testTimeout: 30_000 });
const closed = vi.hoisted(() => [] as string[]);
vi.mock("./pdf", () => ({
  openDocument: (bytes: unknown) =>
    Promise.resolve({ document: { getPage: () => Promise.reject(new Error("nothing is drawn in a test")) }, close: () => closed.push(String(bytes)) }),
}));

/** jsdom has none. */
function scrollTo(this: Element, at?: ScrollToOptions | number) {
  this.scrollTop = typeof at === "object" ? (at.top ?? 0) : 0;
  this.dispatchEvent(new Event("scroll"));
}
const size = () => screen.getByTestId("zoom").textContent;
const rows = () => document.querySelectorAll(".printed__panel li").length;

beforeAll(() => {
  lendWindow();
  Element.prototype.scrollTo = scrollTo;
});
beforeEach(() => {
  forget();
  closed.length = 0;
  vi.stubGlobal("fetch", () => Promise.resolve({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) }));
});
afterEach(() => {
  cleanup();
  closeScene();
});

interface Seen extends SceneOf {
  opened: EntryKey[];
  queries: () => unknown[];
}

async function show(): Promise<Seen> {
  const seen = await openScene("sample");
  const opened: EntryKey[] = [];
  const board = { ...seen.board };
  render(<PrintedScreen board={board} onEntry={(key) => key !== null && opened.push(key)} onStatus={() => undefined} />);
  const queries = () => seen.sent.filter(({ command }) => command === "print_report").map(({ payload }) => (payload as { query: unknown }).query);
  return { ...seen, opened, queries };
}

const pages = () => screen.findByTestId("report-pages");
const choose = async (id: string, label: string) => {
  fireEvent.mouseDown(screen.getByTestId(id).querySelector("input") ?? screen.getByTestId(id));
  const options = await screen.findAllByText(label);
  fireEvent.click(options.at(-1) as HTMLElement);
};

describe("choosing", () => {
  it("begins with 对照 of the window's round, for the office", async () => {
    const { queries } = await show();
    await pages();
    expect(queries()).toEqual([{ of: { document: "quarter", year: 2013, quarter: 1, department: null, style: "wide" }, audience: "internal", as_of: null }]);
  });

  it("offers the columns that 对照 may have, and none for 原版", async () => {
    const { queries } = await show();
    await pages();
    await choose("report-columns", "上下期对照");
    await waitFor(() => expect(queries().at(-1)).toMatchObject({ of: { style: "wide", columns: "rounds" } }));
    fireEvent.click(screen.getByTestId("style-original"));
    await waitFor(() => expect(queries().at(-1)).not.toMatchObject({ of: { columns: "rounds" } }));
    expect(screen.queryByTestId("report-columns")).toBeNull();
    fireEvent.click(screen.getByTestId("style-wide"));
    await screen.findByTestId("report-columns");
    await choose("report-columns", "对照");
    await waitFor(() => expect(queries().at(-1)).toMatchObject({ of: { document: "quarter", style: "wide" } }));
    expect(queries().at(-1)).not.toMatchObject({ of: { columns: expect.anything() } });
  });

  it("asks anew for each choice, and what was chosen is found again", async () => {
    const { queries } = await show();
    await pages();
    fireEvent.click(screen.getByTestId("audience-public"));
    await waitFor(() => expect(queries()).toHaveLength(2));
    fireEvent.click(screen.getByTestId("style-original"));
    await waitFor(() => expect(queries().at(-1)).toMatchObject({ of: { style: "original" }, audience: "public" }));
    cleanup();
    const again = await show();
    await pages();
    expect(again.queries()).toMatchObject([{ of: { style: "original" }, audience: "public" }]);
  });

  it("shows only what the document asks for", async () => {
    const { queries } = await show();
    await pages();
    await choose("report-document", m.documents.whitepaper);
    await waitFor(() => expect(queries().at(-1)).toEqual({ of: { document: "whitepaper", year: 2013 }, audience: "internal", as_of: null }));
    expect(["report-round", "report-department", "report-as-of", "style-wide", "audience-public"].filter((id) => screen.queryByTestId(id) !== null)).toEqual([]);
  });

  it("says what came after the day and is not on the slips, and of other documents nothing", async () => {
    await show();
    await pages();
    expect(screen.queryByTestId("report-later")).toBeNull();
    await choose("report-document", m.documents.slips);
    expect((await screen.findByTestId("report-later")).textContent).toContain("督办〔2013〕1号");
    expect(screen.getByTestId("report-as-of").getAttribute("placeholder")).toBe(m.asOfSlips);
  });

  it("waits for the task of 任务专页, which is found by number or words", async () => {
    const { board, queries } = await show();
    await pages();
    await choose("report-document", m.documents.task);
    expect((await screen.findByTestId("report-lack")).textContent).toContain(m.lacks.task.title);
    const asked = queries().length;
    const task = board.goals.flatMap((goal) => goal.tasks).find(({ number }) => number === 12);
    const box = screen.getByTestId("report-task").querySelector("input") as HTMLElement;
    fireEvent.mouseDown(box);
    fireEvent.change(box, { target: { value: "12" } });
    fireEvent.click((await screen.findAllByText(`${task?.number_text}${task?.title}`)).at(-1) as HTMLElement);
    await waitFor(() => expect(queries().slice(asked)).toMatchObject([{ of: { document: "task", quarter: 1, task: 12 }, audience: "internal" }]));
    await pages();
  });

  it("keeps the pages in sight while the next are set, and says so; a refusal stands in words and can be tried again", async () => {
    const { refused } = await show();
    const bar = await pages();
    refused.set("print_report", { code: "x", text: "cannot be made", lines: [] });
    fireEvent.click(screen.getByTestId("style-original"));
    expect(bar.textContent).toContain(m.making);
    expect((await screen.findByTestId("refusal")).textContent).toContain("cannot be made");
    expect(screen.getByTestId("report-save")).toHaveProperty("disabled", true);
    refused.clear();
    fireEvent.click(screen.getByTestId("style-wide"));
    await pages();
    expect(screen.queryByTestId("refusal")).toBeNull();
  });
});

describe("the pages", () => {
  it("are turned by number, out of bounds by the nearest, and only those in sight exist", async () => {
    await show();
    await pages();
    const box = screen.getByTestId("page-box");
    expect(box).toHaveProperty("value", "1");
    fireEvent.change(box, { target: { value: "99" } });
    fireEvent.keyDown(box, { key: "Enter" });
    await waitFor(() => expect(screen.queryByTestId("page-6")).not.toBeNull());
    expect(screen.queryByTestId("page-1")).toBeNull();
    fireEvent.click(screen.getByTestId("page-before"));
    await waitFor(() => expect(screen.getByTestId("page-box")).not.toHaveProperty("value", "6"));
  });

  it("grow and shrink by the keys, not while a dialog has them", async () => {
    await show();
    await pages();
    const before = size();
    fireEvent.keyDown(window, { key: "+", ctrlKey: true });
    expect(size()).not.toBe(before);
    fireEvent.keyDown(window, { key: "0", ctrlKey: true });
    expect(size()).toBe(before);
    fireEvent.click(screen.getByTestId("fit-page"));
    expect(screen.getByTestId("fit-page").getAttribute("aria-pressed")).toBe("true");
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    const whole = size();
    fireEvent.keyDown(dialog, { key: "+", ctrlKey: true, bubbles: true });
    expect(size()).toBe(whole);
    dialog.remove();
    fireEvent.click(screen.getByTestId("fit-width"));
  });

  it("are found by a task's words, and stand small beside", async () => {
    await show();
    await pages();
    const find = screen.getByTestId("outline-find");
    const all = rows();
    const last = Array.from(document.querySelectorAll(".printed__panel li button span")).at(-1)?.textContent ?? "";
    fireEvent.change(find, { target: { value: last } });
    expect(rows()).toBeLessThan(all);
    fireEvent.keyDown(find, { key: "Enter" });
    await waitFor(() => expect(Number(screen.getByTestId("page-box").getAttribute("value"))).toBeGreaterThan(1));
    fireEvent.click(screen.getByTestId("panel-thumbs"));
    const strip = await screen.findByTestId("thumbs");
    fireEvent.keyDown(strip, { key: "Home" });
    await waitFor(() => expect(screen.getByTestId("page-box")).toHaveProperty("value", "1"));
    fireEvent.click(screen.getByTestId("thumb-2"));
    await waitFor(() => expect(screen.getByTestId("page-box")).toHaveProperty("value", "2"));
    fireEvent.click(screen.getByTestId("panel-outline"));
  });
});

const far = (done: number): WorkProgress => ({ work: "report", name: "一季度", done, total: 200 });

describe("a long report", () => {
  it("says how far it is and can be stopped; then it is said that nothing was made, and how to ask again", async () => {
    const { sent, refused, held } = await show();
    await pages();
    const office = new EventTarget();
    held.set("print_report", new Promise((resolve) => office.addEventListener("answers", resolve)));
    fireEvent.click(screen.getByTestId("style-original"));
    await emit("work-progress", far(1));
    await new Promise((resolve) => setTimeout(resolve, 450));
    await emit("work-progress", far(50));
    const bar = await screen.findByTestId("work");
    expect(bar.textContent).toContain(m.layingOut("一季度"));
    expect(bar.textContent).toContain("25%");
    fireEvent.click(screen.getByTestId("work-stop"));
    expect(sent.at(-1)?.command).toBe("stop_work");
    refused.set("print_report", { code: "refused", text: "已停止", lines: [] });
    office.dispatchEvent(new Event("answers"));
    expect(await screen.findByText("已停止")).toBeTruthy();
    expect(screen.queryByTestId("work")).toBeNull();
  });
});

describe("what is done with them", () => {
  it("saves by Ctrl+S, prints by Ctrl+P, and as another format what is shown", async () => {
    const { sent, queries } = await show();
    await pages();
    fireEvent.keyDown(window, { key: "s", ctrlKey: true });
    expect((await screen.findByTestId("report-saved")).textContent).toContain("report.pdf");
    fireEvent.keyDown(window, { key: "p", ctrlKey: true });
    await waitFor(() => expect(sent.map(({ command }) => command)).toContain("open_report"));
    fireEvent.click(screen.getByTestId("report-save-as"));
    fireEvent.click(await screen.findByTestId("report-docx"));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ command: "export_report", payload: { query: queries()[0], format: "docx", name: "report.pdf" } }));
  });

  it("leads from what is missing to its own entry", async () => {
    const { opened } = await show();
    await pages();
    const gap = document.querySelector<HTMLElement>(".gap");
    fireEvent.click(gap as HTMLElement);
    expect(opened).toMatchObject([{ year: 2013, task: 19, quarter: 1, round: 1 }]);
  });

  it("gives back the report before when another takes its place", async () => {
    await show();
    await pages();
    fireEvent.click(screen.getByTestId("style-original"));
    await waitFor(() => expect(closed).toHaveLength(1));
    cleanup();
    expect(closed).toHaveLength(2);
  });
});
