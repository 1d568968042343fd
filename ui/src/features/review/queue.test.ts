import { expect, test } from "vitest";
import type { ReviewLine } from "../../ipc/bindings";
import { UNFILTERED, atOf, evidenceNumber, isFiltered, keyText, neighbour, nextAfter } from "./queue";

const line = (task: number): ReviewLine => ({
  key: { year: 2013, task, quarter: 1, round: 1, department: "d" },
  title: "",
  department: "",
  departments: 1,
  round: "2013Q1",
  claim: "done",
  claim_word: "",
  without_evidence: false,
  on_behalf: null,
  by: "",
  at: "",
  revision: "",
  stage: "waiting",
  stage_word: "",
  refused: null,
  decision: null,
});
const lines = [line(1), line(2), line(3)];
const name = (task: number) => keyText(line(task).key);

test("after a decision the next below is read, at the end the one above", () => {
  expect(nextAfter(lines, name(1))).toBe(name(2));
  expect(nextAfter(lines, name(3))).toBe(name(2));
  expect(nextAfter([line(1)], name(1))).toBeNull();
  expect(nextAfter(lines, name(9))).toBeNull();
});

test("neighbours end where the list ends", () => {
  expect(neighbour(lines, name(2), -1)).toBe(name(1));
  expect(neighbour(lines, name(3), 1)).toBeNull();
  expect(neighbour(lines, name(9), 1)).toBeNull();
});

test("what the address says", () => {
  expect(["waiting", "returned", "sheets", "all"].map(atOf)).toEqual(["waiting", "returned", "sheets", "all"]);
  expect(atOf(null)).toBe("waiting");
  expect(atOf("x")).toBe("waiting");
  expect(isFiltered(UNFILTERED)).toBe(false);
  expect(isFiltered({ ...UNFILTERED, round: 1 })).toBe(true);
});

test("the number of an evidence code", () => {
  expect(evidenceNumber("a-03")).toBe(3);
  expect(evidenceNumber(null)).toBeNull();
});
