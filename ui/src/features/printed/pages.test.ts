import { expect, test } from "vitest";
import { fitting, zoomStep } from "./Pages";
import { queryOf } from "./query";

const A4 = 595;

test.each([
  [564, 1, 65],
  [730, 1, 86],
  [1285, 2, 77],
  [2600, 2, 100],
])("%d px wide: %d beside each other at %d %", (width, columns, percent) => {
  const fit = fitting(width, A4);
  expect(fit.columns).toBe(columns);
  expect(Math.round((fit.scale * 72 * 100) / 96)).toBe(percent);
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

test("the white paper asks for nothing but its year", () => {
  const board = { year: 2013, quarter: 2 };
  const choosing = { document: "quarter", style: "wide", department: "d", audience: "public", asOf: "2013-07-10" } as const;
  expect(queryOf(board, choosing)).toEqual({
    of: { document: "quarter", year: 2013, quarter: 2, department: "d", style: "wide" },
    audience: "public",
    as_of: "2013-07-10",
  });
  expect(queryOf(board, { ...choosing, document: "whitepaper" })).toEqual({ of: { document: "whitepaper", year: 2013 }, audience: "internal", as_of: null });
});
