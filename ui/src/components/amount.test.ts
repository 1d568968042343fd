import { expect, test } from "vitest";
import { isAmount, reachOf, yearWith } from "./amount";

test.each<[string, string | null, string | null, string]>([
  ["", "10", null, "open"],
  ["12", "10", null, "reached"],
  ["10", "10", null, "reached"],
  ["9.5", "10", null, "short 0.5"],
  ["0.1", "0.3", null, "short 0.2"],
  ["\uff11\uff12", "10", null, "reached"],
  ["1,200", "1000", null, "reached"],
  ["ten", "10", null, "open"],
  ["3", null, null, "open"],
  ["1", "2", "5", "short 1"],
  ["4", "2", "5", "reached"],
  ["6.5", "2", "5", "above 1.5"],
])("%j against %j to %j", (typed, least, most, expected) => {
  const reach = reachOf(typed, { least, most });
  expect("by" in reach ? `${reach.kind} ${reach.by}` : reach.kind).toBe(expected);
});

test.each<[string, string, string | null, boolean, boolean, string | null]>([
  ["added to the other quarters", "12", "14.5", true, true, "26.5"],
  ["the first of the year", "12", null, true, true, "12"],
  ["not typed yet", "", "14", true, true, "14"],
  ["a level takes the earlier one's place", "60", "35", false, true, "60"],
  ["a later quarter knows more", "60", "90", false, false, "90"],
  ["the lead's counts", "3", "10", true, false, "10"],
  ["nothing at all", "", null, true, true, null],
  ["no binary fractions", "0.1", "0.2", true, true, "0.3"],
])("the year: %s", (_, typed, beside, adds, counts, expected) => {
  expect(yearWith(typed, { beside, adds, counts })).toBe(expected);
});

test.each([
  ["12.5", true],
  ["-1", false],
  ["1e3", false],
  ["12.", false],
])("is %j an amount", (typed, expected) => {
  expect(isAmount(typed)).toBe(expected);
});
