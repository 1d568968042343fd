// How wide a table's columns are, and which of them stand where the table is narrow. Pure.
import type { Column, TableView } from "./tableRows";

/** So much a flexible column wants before another gives way: about eight characters. */
const FLEXIBLE_WANTED = 120;

/** Flexible columns give way first, down to a few characters, fixed ones after them: nothing ever scrolls sideways. */
export const trackOf = ({ width, flex = 1 }: { width?: number; flex?: number }): string => (width === undefined ? `minmax(56px, ${flex}fr)` : `minmax(0, ${width}px)`);

/** The columns that stand in so many pixels. What the list is sorted or filtered by stays: it must be seen, and be undone. */
export function fitting<Row>(columns: readonly Column<Row>[], available: number, { sorting, filters }: TableView): readonly Column<Row>[] {
  const wanted = ({ width = FLEXIBLE_WANTED }: Column<Row>) => width;
  let over = columns.reduce((sum, column) => sum + wanted(column), 0) - available;
  const left = new Set<string>();
  const yielding = columns
    .filter(({ key, yields }) => yields !== undefined && sorting?.key !== key && filters[key] === undefined)
    .toSorted((one, other) => (other.yields ?? 0) - (one.yields ?? 0));
  for (const column of yielding) {
    if (over <= 0) break;
    left.add(column.key);
    over -= wanted(column);
  }
  return left.size === 0 ? columns : columns.filter(({ key }) => !left.has(key));
}
