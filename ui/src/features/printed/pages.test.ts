// Sizes, places and the outline as they are told before anything is drawn.
import { expect, test } from "vitest";
import type { OutlineItem } from "../../ipc/bindings";
import { narrowed } from "./Outline";
import { GAP_PX, inSight, MARGIN_PX, pageAt, placesOf, POINT_PX, sizesOf } from "./places";
import { dotsOf } from "./Sheet";
import { fitting, scaled, zoomBy, zoomKey, zoomStep } from "./zoom";

const A4 = { width: 595, height: 842 };
const RUN = { width: 595_000, height: 842_000 };

test.each([
  [564, 1, 66],
  [730, 1, 87],
  [1285, 2, 78],
  [2600, 2, 100],
])("%d px wide: %d beside each other at %d %", (width, columns, percent) => {
  const fit = fitting(width, A4.width);
  expect(fit.columns).toBe(columns);
  expect(Math.round((fit.scale * 100) / POINT_PX)).toBe(percent);
});

test.each([
  [0.86, 1, 1],
  [0.86, -1, 0.75],
  [1, 1, 1.25],
  [3, 1, 3],
  [0.5, -1, 0.5],
] as const)("zoom from %d in direction %d is %d", (now, direction, next) => {
  expect(zoomStep(now, direction)).toBe(next);
});

test("the wheel stays between 50 and 300 per cent", () => {
  expect(zoomBy(1, -1)).toBeCloseTo(1.1);
  expect(zoomBy(2.9, -1)).toBe(3);
  expect(zoomBy(0.52, 1)).toBe(0.5);
});

test("a whole page fits in the view, alone", () => {
  const one = scaled("page", [A4], { width: 500, height: 600 });
  expect(A4.height * one.scale).toBeLessThanOrEqual(600 - 2 * MARGIN_PX + 0.01);
  expect(one.columns).toBe(1);
  expect(scaled("page", [A4, A4], { width: 1300, height: 600 }).columns).toBe(1);
  expect(scaled(2, [A4], { width: 1300, height: 600 }).scale).toBeCloseTo(2 * POINT_PX);
});

test.each([
  [{ key: "+", ctrlKey: true }, "in"],
  [{ key: "=", metaKey: true }, "in"],
  [{ key: "-", ctrlKey: true }, "out"],
  [{ key: "0", ctrlKey: true }, "fit"],
  [{ key: "0" }, null],
  [{ key: "+", ctrlKey: true, altKey: true }, null],
] as const)("%j asks for %s", (key, asked) => {
  expect(zoomKey({ ctrlKey: false, metaKey: false, altKey: false, ...key })).toBe(asked);
});

test("of seven hundred pages only those in sight exist", () => {
  const sizes = sizesOf([{ count: 1, ...RUN }, { count: 699, width: RUN.height, height: RUN.width }]);
  expect(sizes).toHaveLength(700);
  const places = placesOf(sizes, { scale: 1, columns: 1, width: 900 });
  expect(places.sheets[1]?.top).toBe(MARGIN_PX + 842 + GAP_PX);
  expect(places.height).toBe(842 + 699 * 595 + 699 * GAP_PX + 2 * MARGIN_PX);
  const seen = inSight(places, 200_000, 200_900);
  expect(seen.length).toBeLessThan(4);
  for (const { top, height } of seen) expect(top <= 200_900 && top + height >= 200_000).toBe(true);
  expect(inSight(places, 0, places.height)).toHaveLength(700);
  expect(pageAt(places, 0, 600)).toBe(1);
  expect(pageAt(places, places.height - 600, 600)).toBe(700);
  const all = places.sheets.filter(({ top, height }) => top <= 50_900 && top + height >= 50_000).map(({ number }) => number);
  expect(inSight(places, 50_000, 50_900).map(({ number }) => number)).toEqual(all);
});

test("two beside each other; the last of an odd number stands at the left", () => {
  const { sheets, width } = placesOf([A4, A4, A4], { scale: 0.5, columns: 2, width: 800 });
  expect(width).toBe(800);
  expect(sheets.map(({ top }) => top)).toEqual([MARGIN_PX, MARGIN_PX, MARGIN_PX + 421 + GAP_PX]);
  expect(sheets[2]?.left).toBe(sheets[0]?.left);
  expect(placesOf([A4], { scale: 3, columns: 1, width: 800 }).width).toBe(595 * 3 + 2 * MARGIN_PX);
});

test("no canvas grows beyond what web views give", () => {
  expect(dotsOf({ width: 800, height: 1100 }, 2)).toBe(2);
  const huge = { width: 3368, height: 2382 };
  expect(huge.width * huge.height * dotsOf(huge, 2) ** 2).toBeLessThan(16_100_000);
});

const item = (level: number, title: string): OutlineItem => ({ level, title, page: 1 });

test("the outline is narrowed by what is typed, each under its heading", () => {
  const outline = [item(1, "A"), item(2, "\u{FF08}1\u{FF09}School"), item(2, "B"), item(1, "C"), item(2, "D")];
  expect(narrowed(outline, " (1)school ").map(({ title }) => title)).toEqual(["A", "\u{FF08}1\u{FF09}School"]);
  expect(narrowed(outline, "")).toHaveLength(5);
  expect(narrowed(outline, "x")).toEqual([]);
  expect(narrowed(outline, "c").map(({ title }) => title)).toEqual(["A", "\u{FF08}1\u{FF09}School", "C"]);
});
