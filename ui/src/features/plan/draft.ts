// A task's indicators while an officer works on them: as shown, as typed, and the list that is confirmed.
// What is typed is kept while the window is open, until it is confirmed, given up, or what it was based on has changed.
import type { IndicatorInput, IndicatorView, TargetView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { valueIn, written } from "./values";

/** One value: what stands in its box, and what was shown there at first. */
export interface Cell {
  text: string;
  shown: TargetView | null;
}

export interface Row {
  key: string;
  /** `null`: added. */
  shownAs: string | null;
  name: string;
  unit: string;
  kind: string;
  /** The year, then the four quarters. */
  cells: readonly Cell[];
  removed: boolean;
}

export const COLUMNS = [m.columns.annual, ...m.columns.quarters] as const;

/** A suggestion is not taken over, and what is derived follows by itself: both boxes are empty. */
const cellOf = (shown: TargetView | null): Cell => ({ text: shown === null || shown.origin === "suggested" || shown.origin === "derived" ? "" : written(shown), shown });

export const rowsOf = (indicators: readonly IndicatorView[]): Row[] =>
  indicators.map(({ name, unit, kind, annual, quarters }, index) => ({ key: `${index}`, shownAs: name, name, unit, kind, cells: [annual, ...quarters].map(cellOf), removed: false }));

/** A key that no row has had, also not a removed one. */
export const addedRow = (rows: readonly Row[]): Row => ({ key: `${rows.length}`, shownAs: null, name: "", unit: "", kind: "sum", cells: [null, null, null, null, null].map(cellOf), removed: false });

export const isSuggestion = ({ shown }: Cell): boolean => shown?.origin === "suggested";
const isEmpty = (row: Row): boolean => row.cells.every(({ text }) => text.trim() === "");

/** Nothing but suggestions, of which none was taken: not counted, and no fault. */
export const isOnlySuggested = (row: Row): boolean => isEmpty(row) && row.cells.some(isSuggestion);

/** What is counted, in order. */
export const countedRows = (rows: readonly Row[]): Row[] => rows.filter((row) => !row.removed && !isOnlySuggested(row));

export interface Fault {
  row: string;
  /** The column of the box; `null`: the name. */
  column: number | null;
  text: string;
}

/** The first thing that cannot be confirmed, in words. */
export function faultOf(rows: readonly Row[]): Fault | null {
  const names = new Set<string>();
  for (const row of countedRows(rows)) {
    const name = row.name.trim();
    if (name === "") return { row: row.key, column: null, text: m.noName };
    if (names.has(name)) return { row: row.key, column: null, text: m.sameName(name) };
    names.add(name);
    for (const [column, { text }] of row.cells.entries()) {
      if (valueIn(text, row.unit) === undefined) return { row: row.key, column, text: m.unreadable(name, COLUMNS[column] ?? "", text.trim()) };
    }
    if (isEmpty(row)) return { row: row.key, column: 0, text: m.noValue(name) };
  }
  return null;
}

/** The list as it is sent; only of rows without a fault. */
export const listOf = (rows: readonly Row[]): IndicatorInput[] =>
  countedRows(rows).map(({ name, unit, kind, shownAs, cells }) => {
    const [annual = null, ...quarters] = cells.map(({ text }) => valueIn(text, unit) ?? null);
    return { name: name.trim(), unit: unit.trim(), kind, shown_as: shownAs, annual, quarters };
  });

const kept = new Map<string, { base: string; rows: Row[] }>();

/** What was typed before, if it was based on the same. */
export function keptRows(key: string, indicators: readonly IndicatorView[]): Row[] | null {
  const found = kept.get(key);
  return found !== undefined && found.base === JSON.stringify(indicators) ? found.rows : null;
}

/** `null`: nothing is changed any more. */
export function keepRows(key: string, indicators: readonly IndicatorView[], rows: Row[] | null): void {
  if (rows === null) kept.delete(key);
  else kept.set(key, { base: JSON.stringify(indicators), rows });
}
