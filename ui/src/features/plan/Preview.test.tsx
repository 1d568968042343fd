// A paper before it is in force: what was read is looked at beside the file, and marked in its lines.
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createBackend } from "../../../tests/mock/backend";
import { runs } from "../../../tests/mock/paper";
import { said } from "../../../tests/mock/said";
import type { PaperPreview } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { planMessages } from "../../messages/plan";
import { Preview } from "./Preview";
import { firstLine, lineSpans, spokenLines } from "./sourceMarks";

beforeAll(() => {
  // What jsdom lacks of a window.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const read = async () => (await createBackend("empty")("pick_paper", {})) as PaperPreview;
/** The lines of the fifth task's quarters. */
const quarterLines = runs.filter(({ task, part }) => task === 5 && Number(part) > 0).map(({ line }) => `${line}`);
const marked = () => Array.from(screen.getByTestId("source").querySelectorAll("mark"), (mark) => ({ line: mark.closest<HTMLElement>("[data-line]")?.dataset["line"], text: mark.textContent }));
const row = (table: string, index: number) => within(screen.getByTestId(table)).getAllByRole("row").find((each) => each.dataset["index"] === `${index}`) as HTMLElement;

describe("a place in the file", () => {
  const broken = [
    { task: 5, part: "1", at: 0, line: 7, start: 5, count: 10 },
    { task: 5, part: "1", at: 10, line: 8, start: 0, count: 20 },
    { task: 6, part: "1", at: 0, line: 9, start: 0, count: 30 },
  ];
  it("is on every line over which the text is broken", () => {
    const spoken = { task: 5, places: [{ part: "1", start: 8, end: 12 }], quarters: [1] };
    expect(lineSpans(broken, spoken)).toEqual([{ line: 7, start: 13, end: 15 }, { line: 8, start: 0, end: 2 }]);
    expect([...spokenLines(broken, spoken)]).toEqual([7, 8]);
    expect(firstLine(broken, spoken)).toBe(7);
    expect(firstLine(broken, { task: 6, places: [], quarters: [] })).toBe(9);
    expect(firstLine(broken, { task: 7, places: [], quarters: [] })).toBeNull();
    expect(lineSpans(broken, { ...spoken, places: [{ part: "2", start: 0, end: 1 }] })).toEqual([]);
  });
});

describe("a paper that is not in force", () => {
  it("shows its indicators beside the file, where the words of the one that is opened are marked", async () => {
    render(<Preview preview={await read()} messages={null} />);
    expect(screen.getByRole("region", { name: planMessages.source })).toBeTruthy();
    await userEvent.click(screen.getByTestId("preview-part-indicators"));
    // A suggestion says that it is one; nothing here can be confirmed.
    expect(row("read-indicators", 0).textContent).toContain(m.suggested("1"));
    expect(row("read-indicators", 1).textContent).toContain(m.derivedValue("40"));
    expect(screen.queryByTestId("confirm-indicators")).toBeNull();
    expect(marked()).toEqual([]);
    await userEvent.click(row("read-indicators", 1));
    expect(quarterLines).toHaveLength(4);
    expect(marked()).toEqual(quarterLines.map((line) => ({ line, text: `${said.indicators.performances}10${said.indicators.times}` })));
  });

  it("marks in the file what a remark speaks of, and leads from a problem to its line", async () => {
    const problem = { line: 44, text: "x", reason: said.problem };
    render(<Preview preview={{ ...(await read()), problems: [problem] }} messages={null} />);
    await userEvent.click(screen.getByTestId("preview-part-arithmetic"));
    await userEvent.click(row("remarks", 1));
    expect(marked().map(({ text }) => text)).toEqual([`${said.indicators.performances}10${said.indicators.times}`]);
    expect(screen.getByTestId("source").querySelectorAll("[data-spoken]")).toHaveLength(new Set(quarterLines).size);
    await userEvent.click(row("remarks", 0));
    expect(marked()).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: /44/u }));
    expect(screen.getByTestId("source").querySelector("[data-chosen]")?.getAttribute("data-line")).toBe("44");
  });
});
