// The table as a person uses it: keys, presses, the clipboard; and how little of it is mounted.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { tableMessages as m } from "../messages/table";
import { DataTable, type DataTableProps } from "./DataTable";
import type { Column } from "./tableRows";

interface Row {
  id: string;
  name: string;
  mark: string;
}

const columns: readonly Column<Row>[] = [
  { key: "id", title: "ID", width: 80, align: "end", value: ({ id }) => Number(id) },
  { key: "name", title: "Name", value: ({ name }) => name, filter: "text" },
  { key: "mark", title: "Mark", width: 120, value: ({ mark }) => mark, filter: "choice" },
];
const keyOf = (row: Row) => row.id;
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: String(index), name: `row ${index}`, mark: index % 3 === 0 ? "x" : "y" }));

/** What reached the clipboard. */
let copied: Record<string, string> = {};

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  // jsdom knows no clipboard: this is what an engine does, asking the page for what to copy.
  document.execCommand = (command) => {
    const event = new Event(command, { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { setData: (type: string, text: string) => (copied[type] = text) } });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
  };
});
beforeEach(() => {
  copied = {};
  vi.spyOn(console, "error").mockImplementation((...said: unknown[]) => {
    throw new Error(said.join(" "));
  });
});
afterEach(cleanup);

function open(rows: readonly Row[], over: Partial<DataTableProps<Row>> = {}) {
  render(<DataTable label="T" columns={columns} rows={rows} keyOf={keyOf} empty={<p>nothing yet</p>} {...over} />);
  return screen.queryByRole("grid");
}

const mounted = () => document.querySelectorAll(".table__row");
const activeText = () => document.querySelector(".table__row[data-active]")?.textContent ?? null;

function strike(...keys: (string | { key: string; ctrlKey?: boolean; shiftKey?: boolean; keyCode?: number })[]) {
  const grid = screen.getByRole("grid");
  grid.focus();
  for (const key of keys) fireEvent.keyDown(grid, typeof key === "string" ? { key } : key);
}

test("of ten thousand rows fewer than a hundred are mounted, wherever it is scrolled, and each says which it is", () => {
  const grid = open(rowsOf(10_000), { dense: true });
  expect(mounted().length).toBeLessThan(100);
  expect(grid?.getAttribute("aria-rowcount")).toBe("10002");
  if (grid !== null) grid.scrollTop = 130_000;
  fireEvent.scroll(grid ?? document.body);
  expect(mounted().length).toBeLessThan(100);
  expect(screen.getByText("row 5000").closest("[role=row]")?.getAttribute("aria-rowindex")).toBe("5003");
  expect(screen.queryByText("row 0")).toBeNull();
});

test("one tab stop; arrows, Home, End and pages move; Enter opens, but not while an input method composes", () => {
  const opened: string[] = [];
  const grid = open(rowsOf(500), { onOpen: ({ id }) => opened.push(id) });
  expect(grid?.querySelectorAll('.table__row [tabindex="0"], .table__titles [tabindex="0"]')).toHaveLength(0);
  strike("ArrowDown", "ArrowDown");
  expect(activeText()).toContain("row 1");
  expect(document.getElementById(grid?.getAttribute("aria-activedescendant") ?? "")?.textContent).toContain("row 1");
  strike({ key: "Enter", keyCode: 229 });
  expect(opened).toEqual([]);
  strike("Enter", "End");
  expect(opened).toEqual(["1"]);
  fireEvent.scroll(grid ?? document.body);
  expect(activeText()).toContain("row 499");
  strike("PageUp");
  expect(activeText()).toContain("row 484");
  strike("Home");
  fireEvent.scroll(grid ?? document.body);
  expect(activeText()).toContain("row 0");
});

test("from the first row up is the head, where Enter turns the order", () => {
  open(rowsOf(20));
  strike("ArrowDown", "ArrowUp", "Enter", "Enter");
  const title = screen.getByRole("columnheader", { name: "ID" });
  expect(title.getAttribute("aria-sort")).toBe("descending");
  expect(mounted()[0]?.textContent).toContain("row 19");
  strike("ArrowRight", "ArrowRight", "ArrowRight", "Enter");
  expect(screen.getByRole("columnheader", { name: "Mark" }).getAttribute("aria-sort")).toBe("ascending");
  expect(title.getAttribute("aria-sort")).toBe("none");
  // The active row goes with its row, not with its place.
  strike("ArrowDown");
  expect(activeText()).toContain("row 0");
});

test("a press opens a row, a press on a title turns the order", async () => {
  const opened: string[] = [];
  open(rowsOf(20), { onOpen: ({ id }) => opened.push(id), opened: "3" });
  await userEvent.click(screen.getByText("row 7"));
  expect(opened).toEqual(["7"]);
  expect(screen.getByText("row 3").closest("[role=row]")?.getAttribute("aria-current")).toBe("true");
  await userEvent.click(screen.getByTestId("sort-name"));
  expect(mounted()[2]?.textContent).toContain("row 2");
});

test("filtering says how many of how many, none says so and gives the way back", async () => {
  open(rowsOf(300));
  expect(screen.getByTestId("table-count").textContent).toBe(m.all(300));
  const box = screen.getByTestId("filter-name");
  await userEvent.type(box, "ROW 29");
  expect(screen.getByTestId("table-count").textContent).toBe(m.filtered(11, 300));
  fireEvent.keyDown(box, { key: "ArrowDown" });
  expect(document.activeElement).toBe(screen.getByRole("grid"));
  expect(activeText()).toContain("row 29");
  await userEvent.type(box, "zz");
  expect(screen.getByText(m.none)).toBeTruthy();
  await userEvent.click(within(screen.getByRole("grid")).getByText(m.clear));
  expect(screen.getByTestId("table-count").textContent).toBe(m.all(300));
});

test("without any row the caller says what to do", () => {
  expect(open([])).toBeNull();
  expect(screen.getByText("nothing yet")).toBeTruthy();
});

test("copying takes what is shown, with its head, and says how many", async () => {
  open(rowsOf(300));
  await userEvent.type(screen.getByTestId("filter-name"), "row 29");
  strike({ key: "c", ctrlKey: true });
  expect(copied["text/plain"]?.split("\n")).toHaveLength(12);
  expect(copied["text/plain"]).toMatch(/^ID\tName\tMark\n29\trow 29\ty\n/);
  expect(copied["text/html"]).toContain("<td>29</td>");
  expect(screen.getByTestId("table-said").textContent).toBe(m.copied(11));
  await userEvent.type(screen.getByTestId("filter-name"), "9");
  expect(screen.getByTestId("table-said").textContent).toBe("");
});

test("what the window does not let us copy is said, not claimed", async () => {
  const engine = document.execCommand.bind(document);
  document.execCommand = () => false;
  open(rowsOf(3));
  await userEvent.click(screen.getByTestId("copy"));
  expect(screen.getByTestId("table-said").textContent).toBe(m.notCopied);
  document.execCommand = engine;
});

function Chooser({ rows }: { rows: readonly Row[] }) {
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set<string>());
  return <DataTable label="T" columns={columns} rows={rows} keyOf={keyOf} empty={null} choosing={{ chosen, onChoose }} />;
}

const box = (index: number) => within(screen.getByText(`row ${index}`).closest<HTMLElement>("[role=row]") ?? document.body).getByRole("checkbox");

test("rows are chosen by press, by range, by keys; only they are copied; a filter hides none silently", async () => {
  render(<Chooser rows={rowsOf(30)} />);
  await userEvent.click(box(2));
  fireEvent.click(box(5), { shiftKey: true });
  expect(screen.getByTestId("table-chosen").textContent).toBe(m.chosen(4, 0));
  strike("Home", " ");
  await userEvent.click(screen.getByTestId("copy"));
  expect(copied["text/plain"]?.split("\n").map((line) => line.split("\t")[0])).toEqual(["ID", "0", "2", "3", "4", "5"]);
  await userEvent.type(screen.getByTestId("filter-name"), "row 2");
  expect(screen.getByTestId("table-chosen").textContent).toBe(m.chosen(5, 4));
  strike({ key: "a", ctrlKey: true });
  expect(screen.getByTestId("table-chosen").textContent).toBe(m.chosen(15, 4));
});
