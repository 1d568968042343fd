import { expect, test } from "vitest";
import { differing } from "./differing";

test.each<[string, string, [string, string, string]]>([
  ["plays 10, films 20", "plays 12, films 20", ["plays 1", "0", ", films 20"]],
  ["same", "same", ["same", "", ""]],
  ["", "all", ["", "", ""]],
  ["all", "", ["", "all", ""]],
  ["aaa", "aa", ["aa", "a", ""]],
  ["\u{20BB7}x", "\u{20BB7}y", ["\u{20BB7}", "x", ""]],
])("%j beside %j", (text, other, parts) => {
  expect(differing(text, other)).toEqual(parts);
  expect(parts.join("")).toBe(text);
});
