// What a table shows of its rows, and in which order. Pure: rows, columns and a view in; the shown rows and the choices out.
// Left to others: drawing (DataTable.tsx), the clipboard (cells.ts).
import type { ReactNode } from "react";
import { type Copied, htmlTable, textRow } from "./cells";

/** What stands in a cell, for sorting, filtering and copying; `null` and the empty text are blanks. */
export type Value = string | number | null;

export interface Column<Row> {
  key: string;
  title: string;
  /** In pixels; without it the column shares what is left. */
  width?: number;
  /** Its share of what is left; one if absent. */
  flex?: number;
  /** Numbers stand at the end. */
  align?: "start" | "center" | "end";
  value: (row: Row) => Value;
  /** By what it is sorted, where that is not what stands there: a task's number for its name. */
  order?: (row: Row) => Value;
  /** How it looks, if not as its value. What can be pressed in it has tabIndex -1: the table is one tab stop. */
  render?: (row: Row) => ReactNode;
  filter?: "text" | "choice";
  /** Where the list is narrow it is left out, higher numbers first; what is open beside it says the same. Copying takes it along. */
  yields?: number;
}

export type Filter = { kind: "text"; find: string } | { kind: "choice"; value: string };

export interface Sorting {
  key: string;
  descending: boolean;
}

/** How a table is looked at; plain values, so that a screen may keep it. */
export interface TableView {
  sorting: Sorting | null;
  /** By the column's key. */
  filters: Readonly<Record<string, Filter>>;
}

export const WHOLE: TableView = { sorting: null, filters: {} };

/** One value of a choice column, with the number of rows that choosing it shows. */
export interface Counted {
  value: string;
  count: number;
}

export interface Look<Row> {
  shown: readonly Row[];
  choices: ReadonlyMap<string, readonly Counted[]>;
}

export const textOf = (value: Value): string => (value === null ? "" : String(value));

const isBlank = (value: Value): boolean => (typeof value === "number" ? Number.isNaN(value) : textOf(value).trim() === "");

// Chinese by its sound; digits inside a text by their number.
const collator = new Intl.Collator("zh-CN", { numeric: true });

interface Decimal {
  minus: boolean;
  /** Without leading zeros. */
  whole: string;
  /** Without zeros at its end. */
  part: string;
}

/** A written number, a percentage too; `null`: none. */
function decimalOf(text: string): Decimal | null {
  const [, sign = "", whole = "", part = ""] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?%?$/.exec(text) ?? [];
  if (whole === "") return null;
  return { minus: sign === "-" && !(whole === "0" && part === ""), whole, part };
}

const compareCodes = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/** Digit by digit: a quantity must not pass through a binary fraction. */
function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.minus !== right.minus) return left.minus ? -1 : 1;
  const size = left.whole.length - right.whole.length || compareCodes(left.whole, right.whole) || compareCodes(left.part, right.part);
  return left.minus ? -size : size;
}

/** Numbers by their size, before texts by their sound; dates are written so that they sort as texts. No blanks here. */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [leftText, rightText] = [textOf(left).trim(), textOf(right).trim()];
  const [leftNumber, rightNumber] = [decimalOf(leftText), decimalOf(rightText)];
  if (leftNumber !== null && rightNumber !== null) return compareDecimals(leftNumber, rightNumber);
  if (leftNumber !== null || rightNumber !== null) return leftNumber !== null ? -1 : 1;
  return collator.compare(leftText, rightText);
}

/** Equal values have equal places. Each value is compared once, however many rows have it: sounds are slow to compare. */
function placesOf(values: readonly Value[]): Map<Value, number> {
  const distinct = [...new Set(values)].filter((value) => !isBlank(value)).toSorted(compareValues);
  const places = new Map<Value, number>();
  let place = 0;
  distinct.forEach((value, index) => {
    const before = distinct[index - 1];
    if (before !== undefined && compareValues(before, value) !== 0) place += 1;
    places.set(value, place);
  });
  return places;
}

/** In order, equals as they came, blanks last whichever way it runs. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const column = columns.find(({ key }) => key === sorting?.key);
  if (sorting === null || column === undefined) return rows;
  const valueOf = column.order ?? column.value;
  const values = rows.map(valueOf);
  const places = placesOf(values);
  const way = sorting.descending ? -1 : 1;
  return rows
    .map((row, index) => ({ row, place: places.get(values[index] ?? null) }))
    .toSorted((left, right) => {
      if (left.place === undefined || right.place === undefined) return Number(left.place === undefined) - Number(right.place === undefined);
      return way * (left.place - right.place);
    })
    .map(({ row }) => row);
}

/** Without regard to width (Ａ, A) and case. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a filter asks for anything. */
const asks = (filter: Filter | undefined): filter is Filter => filter !== undefined && (filter.kind === "choice" || filter.find.trim() !== "");

interface Test<Row> {
  key: string;
  passes: (row: Row) => boolean;
}

function testOf<Row>({ key, value }: Column<Row>, filter: Filter): Test<Row> {
  if (filter.kind === "choice") return { key, passes: (row) => textOf(value(row)).trim() === filter.value };
  const find = folded(filter.find.trim());
  return { key, passes: (row) => folded(textOf(value(row))).includes(find) };
}

export const isFiltered = (view: TableView): boolean => Object.values(view.filters).some(asks);

/** The rows that pass every filter, in order, and what each choice would show: it counts the rows that pass all filters but its own. */
export function look<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: TableView): Look<Row> {
  const tests = columns.flatMap((column) => {
    const filter = view.filters[column.key];
    return asks(filter) ? [testOf(column, filter)] : [];
  });
  const counts = new Map(columns.filter(({ filter }) => filter === "choice").map((column) => [column, new Map<string, number>()]));
  const passing: Row[] = [];
  for (const row of rows) {
    const failed = tests.filter(({ passes }) => !passes(row));
    if (failed.length === 0) passing.push(row);
    if (failed.length > 1) continue;
    for (const [column, counted] of counts) {
      const value = textOf(column.value(row)).trim();
      const own = failed.length === 0 || failed[0]?.key === column.key;
      counted.set(value, (counted.get(value) ?? 0) + (own ? 1 : 0));
    }
  }
  const choices = new Map<string, readonly Counted[]>();
  for (const [{ key }, counted] of counts) {
    const chosen = view.filters[key];
    // What is chosen stays in the list though nothing has it any more.
    if (chosen?.kind === "choice" && !counted.has(chosen.value)) counted.set(chosen.value, 0);
    const listed = [...counted]
      .map(([value, count]) => ({ value, count }))
      .filter(({ value, count }) => count > 0 || (chosen?.kind === "choice" && chosen.value === value))
      .toSorted((left, right) => Number(left.value === "") - Number(right.value === "") || compareValues(left.value, right.value));
    choices.set(key, listed);
  }
  return { shown: sorted(passing, columns, view.sorting), choices };
}

/** Upwards, downwards, as it came. */
export function turned(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}

/** The view with one filter set, or taken away. */
export function filtered(view: TableView, key: string, filter: Filter | null): TableView {
  const { [key]: _, ...others } = view.filters;
  return { ...view, filters: filter === null ? others : { ...others, [key]: filter } };
}

/** The rows with their head, as they are looked at. */
export function copiedRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Copied {
  const titles = columns.map(({ title }) => title);
  const values = rows.map((row) => columns.map(({ value }) => value(row)));
  return {
    text: [titles, ...values.map((cells) => cells.map(textOf))].map(textRow).join("\n"),
    html: htmlTable([
      titles.map((title) => ({ paragraphs: [title] })),
      ...values.map((cells) => cells.map((value) => ({ paragraphs: textOf(value).split(/\r?\n/), verbatim: typeof value === "string" }))),
    ]),
  };
}
