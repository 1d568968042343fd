import { expect, test } from "vitest";
import { dayIn } from "./day";

test.each<[string, number | null, string | null]>([
  ["2013-04-07", null, "2013-04-07"],
  ["2013-4-7", null, "2013-04-07"],
  ["2013.4.7", null, "2013-04-07"],
  ["2013/4/7", null, "2013-04-07"],
  ["20130407", null, "2013-04-07"],
  [" 2013\u5E744\u67087\u65E5 ", null, "2013-04-07"],
  ["2013 \u5E74 4 \u6708 7 \u65E5", null, "2013-04-07"],
  ["\uFF12\uFF10\uFF11\uFF13\uFF0D\uFF10\uFF14\uFF0D\uFF10\uFF17", null, "2013-04-07"],
  ["2013\u30024\u30027", null, "2013-04-07"],
  ["4\u67087\u65E5", 2013, "2013-04-07"],
  ["12-31", 2013, "2013-12-31"],
  ["4\u67087\u65E5", null, null],
  ["2012-02-29", null, "2012-02-29"],
  ["2013-02-29", null, null],
  ["2013-02-30", null, null],
  ["2013-13-01", null, null],
  ["2013-00-10", null, null],
  ["2013-04", 2013, null],
  ["2013-04-07x", null, null],
  ["", 2013, null],
])("%j with year %j is %j", (text, year, day) => {
  expect(dayIn(text, year)).toBe(day);
});
