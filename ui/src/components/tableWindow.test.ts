import { expect, test } from "vitest";
import { allTurned, chosenAfter } from "./tableChosen";
import { type RowKey, rowAfter, tableKeyOf } from "./tableKeys";
import { mountedRows, scrolledTo } from "./tableWindow";

test("what is in sight is mounted, and little more, wherever it is scrolled", () => {
  for (const rowHeight of [26, 36]) {
    for (let scrolled = 0; scrolled <= 10_000 * rowHeight; scrolled += 997) {
      const { first, end } = mountedRows(scrolled, 600, rowHeight, 10_000);
      const top = Math.min(scrolled, 10_000 * rowHeight - 600);
      expect(first * rowHeight).toBeLessThanOrEqual(top);
      expect(Math.min(end, 10_000) * rowHeight).toBeGreaterThanOrEqual(top + 600);
      expect(end - first).toBeLessThan(60);
    }
  }
});

test.each([
  [0, 0],
  [3, 3],
  [200, 3],
])("few rows are all mounted, scrolled %d", (scrolled, count) => {
  expect(mountedRows(scrolled, 600, 36, count)).toEqual({ first: 0, end: count });
});

test("a row comes into sight by the shortest way", () => {
  expect(scrolledTo(0, 50, 600, 36)).toBe(0);
  expect(scrolledTo(3, 50, 600, 36)).toBe(50);
  expect(scrolledTo(100, 50, 600, 36)).toBe(101 * 36 - 600);
});

test.each<[RowKey, number, number, number]>([
  ["ArrowDown", -1, 5, 0],
  ["ArrowDown", 4, 5, 4],
  ["ArrowUp", 1, 5, 0],
  ["ArrowUp", 0, 5, -1],
  ["ArrowUp", -1, 5, -1],
  ["Home", 4, 5, 0],
  ["End", 0, 5, 4],
  ["PageDown", 0, 5, 3],
  ["PageDown", 3, 5, 4],
  ["PageUp", 4, 5, 1],
  ["PageUp", 1, 5, 0],
  ["ArrowDown", -1, 0, -1],
  ["Home", -1, 0, -1],
  ["PageUp", -1, 0, -1],
  ["PageDown", -1, 0, -1],
])("%s from %d of %d", (key, from, count, to) => {
  expect(rowAfter(key, from, count, 3)).toBe(to);
});

const key = (over: Partial<Parameters<typeof tableKeyOf>[0]>) => ({ key: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...over });

test.each<[Parameters<typeof key>[0], ReturnType<typeof tableKeyOf>]>([
  [{ key: "Enter" }, { kind: "go" }],
  [{ key: "Enter", keyCode: 229 }, null],
  [{ key: "Enter", isComposing: true }, null],
  [{ key: "Enter", ctrlKey: true }, null],
  [{ key: "c", ctrlKey: true }, { kind: "copy" }],
  [{ key: "C", ctrlKey: true, shiftKey: true }, null],
  [{ key: "c" }, null],
  [{ key: "a", metaKey: true }, { kind: "choose-all" }],
  [{ key: " ", shiftKey: true }, { kind: "choose", range: true }],
  [{ key: "ArrowLeft", altKey: true }, null],
  [{ key: "ArrowLeft" }, { kind: "across", step: -1 }],
  [{ key: "PageDown" }, { kind: "row", key: "PageDown" }],
])("%j", (over, expected) => {
  expect(tableKeyOf(key(over))).toEqual(expected);
});

test("a range becomes what its end becomes; hidden rows stay chosen", () => {
  const keys = ["a", "b", "c", "d"];
  expect([...chosenAfter(new Set(["hidden"]), keys, 1, 3)]).toEqual(["hidden", "b", "c", "d"]);
  expect([...chosenAfter(new Set(["a", "b", "c"]), keys, 2, 0)]).toEqual([]);
  const all = allTurned(new Set(["hidden", "b"]), keys);
  expect([...all].toSorted()).toEqual(["a", "b", "c", "d", "hidden"]);
  expect([...allTurned(all, keys)]).toEqual(["hidden"]);
});
