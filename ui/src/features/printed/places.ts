// Where each page lies when they are laid out one under another, told from their sizes alone: so that of seven hundred only
// those in sight exist. Lengths are CSS pixels.
import type { SheetRun } from "../../ipc/bindings";

export interface SheetSize {
  width: number;
  height: number;
}

export interface Place extends SheetSize {
  /** From 1. */
  number: number;
  top: number;
  left: number;
}

export interface Places {
  sheets: Place[];
  /** Of everything, with the margins around it. */
  width: number;
  height: number;
}

/** CSS pixels to a PDF point at 100 %. */
export const POINT_PX = 96 / 72;
/** Around the pages, and between them. */
export const MARGIN_PX = 20;
export const GAP_PX = 14;

/** The size of every page in points. */
export const sizesOf = (runs: readonly SheetRun[]): SheetSize[] =>
  runs.flatMap(({ count, width, height }) => Array.from({ length: count }, () => ({ width: width / 1000, height: height / 1000 })));

/** One under another, or in rows of two, in the middle of what is `width` wide; `under` is room below each, for a number. */
export function placesOf(sizes: readonly SheetSize[], { scale, columns, width, under = 0 }: { scale: number; columns: 1 | 2; width: number; under?: number }): Places {
  const sheets: Place[] = [];
  const scaled = sizes.map((size) => ({ width: Math.floor(size.width * scale), height: Math.floor(size.height * scale) }));
  const rows: SheetSize[][] = [];
  for (let at = 0; at < scaled.length; at += columns) rows.push(scaled.slice(at, at + columns));
  const rowWidth = (row: SheetSize[]): number => row.reduce((sum, size) => sum + size.width, (row.length - 1) * GAP_PX);
  const widest = rows.reduce((most, row) => Math.max(most, rowWidth(row)), 0);
  const full = Math.max(width, widest + 2 * MARGIN_PX);
  // The last page of an odd number stands under the left one of the row before.
  const across = columns === 2 ? widest : null;
  let top = MARGIN_PX;
  for (const row of rows) {
    let left = (full - (across ?? rowWidth(row))) / 2;
    for (const size of row) {
      sheets.push({ ...size, number: sheets.length + 1, top, left: Math.floor(left) });
      left += size.width + GAP_PX;
    }
    top += Math.max(...row.map(({ height }) => height)) + under + GAP_PX;
  }
  return { sheets, width: full, height: top - GAP_PX + MARGIN_PX };
}

/** The pages that reach into the stretch from `top` to `bottom`. */
export function inSight({ sheets }: Places, top: number, bottom: number): Place[] {
  let [low, high] = [0, sheets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const sheet = sheets[middle];
    if (sheet !== undefined && sheet.top + sheet.height < top) low = middle + 1;
    else high = middle;
  }
  // In a row of two the left page may be shorter than the right one.
  const first = Math.max(0, low - 1);
  const seen: Place[] = [];
  for (let at = first; at < sheets.length; at += 1) {
    const sheet = sheets[at];
    if (sheet === undefined || sheet.top > bottom) break;
    if (sheet.top + sheet.height >= top) seen.push(sheet);
  }
  return seen;
}

/** The page that a reader is at who sees from `top` on `height` pixels: the one a third down. */
export function pageAt(places: Places, top: number, height: number): number {
  const line = top + height / 3;
  const before = inSight(places, line, line)[0] ?? places.sheets.findLast((sheet) => sheet.top <= line);
  return before?.number ?? 1;
}
