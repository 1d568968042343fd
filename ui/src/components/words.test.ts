import { expect, test } from "vitest";
import { paperQuarter, quarterWord } from "../messages/words";
import { isComposing } from "./keyboard";
import { occursIn, runsOf } from "./passage";
import { sizeText } from "./size";
import { clock, dateInText } from "./time";

test("quarters are named as the office names them", () => {
  expect([1, 2, 3, 4].map(quarterWord)).toEqual(["\u4e00\u5b63\u5ea6", "\u4e8c\u5b63\u5ea6", "\u4e09\u5b63\u5ea6", "\u56db\u5b63\u5ea6"]);
  expect(paperQuarter(1)).toBe("\u7b2c\u4e00\u5b63\u5ea6");
});

test.each<[Parameters<typeof isComposing>[0], boolean]>([
  [{ isComposing: true, keyCode: 13 }, true],
  [{ isComposing: false, keyCode: 229 }, true],
  [{ nativeEvent: { isComposing: true } }, true],
  [{ nativeEvent: { isComposing: false, keyCode: 229 } }, true],
  [{ isComposing: false, keyCode: 13 }, false],
  [{ nativeEvent: { isComposing: false, keyCode: 13 } }, false],
])("Enter while composing does nothing: %j", (event, held) => {
  expect(isComposing(event)).toBe(held);
});

test("a time of today is an hour, any other carries its day", () => {
  const at = new Date(2013, 3, 22, 10, 32);
  expect(clock(at.toISOString(), new Date(2013, 3, 22, 18, 0))).toBe("10:32");
  expect(clock(at.toISOString(), new Date(2013, 3, 23, 8, 0))).toBe("2013-04-22 10:32");
  expect(clock("no time")).toBe("no time");
});

test("dates in text drop the zeros", () => {
  expect(dateInText("2013-04-07")).toBe("2013\u5e744\u67087\u65e5");
  expect(dateInText("2013")).toBe("2013");
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [340_000, "332 KB"],
  [2_340_000, "2.2 MB"],
  [36_000_000, "34 MB"],
  [2_000_000_000, "1.9 GB"],
])("%d bytes", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test("a passage in runs is the passage again, with what was found and what is counted", () => {
  const text = "\u{20BB7}\u6f14\u51fa10\u573a\u3001\u5c55\u89c84\u573a";
  const runs = runsOf(text, "\u573a", [{ start: 3, end: 6 }]);
  expect(runs.map((run) => run.text).join("")).toBe(text);
  expect(runs.filter((run) => run.quantity === 0).map((run) => run.text).join("")).toBe("10\u573a");
  expect(runs.filter((run) => run.found)).toHaveLength(2);
});

test("nothing to find is found everywhere", () => {
  expect(occursIn("  ", [null])).toBe(true);
  expect(occursIn("e\u901a", ["\u5c31\u4e1aE\u901a\u4fe1\u606f"])).toBe(true);
  expect(occursIn("\u6ca1\u6709", ["\u6709", null])).toBe(false);
});
