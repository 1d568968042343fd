// Which question each choice of 报告 makes, and what is remembered of it.
import { afterEach, expect, test } from "vitest";
import { DOCUMENT_NAMES, DOCUMENTS, lackOf } from "./documents";
import { type Choosing, FIRST_CHOICE, forget, keep, queryOf, remembered, told } from "./query";

const BOARD = { year: 2013, quarter: 2 };
const CHOOSING: Choosing = {
  document: "quarter",
  quarter: null,
  style: "wide",
  columns: "rounds",
  department: "d1",
  task: 5,
  audience: "public",
  asOf: "2013-07-12",
  seed: 7,
  photos: 2,
  personal: true,
};
const IN_SPRING = { ...BOARD, goals: [] };

afterEach(forget);

test("each document asks what it must be told, and says for whom and as of when where that matters", () => {
  const asked = Object.fromEntries(DOCUMENT_NAMES.map((document) => [document, queryOf(BOARD, { ...CHOOSING, document })]));
  const round = { year: 2013, quarter: 2 };
  const both = { audience: "public", as_of: "2013-07-12" };
  const inside = { audience: "internal", as_of: "2013-07-12" };
  const own = { audience: "internal", as_of: null };
  expect(asked).toEqual({
    quarter: { of: { document: "quarter", ...round, department: "d1", style: "wide", columns: "rounds" }, ...both },
    one_page: { of: { document: "one_page", ...round }, ...both },
    evidence: { of: { document: "evidence", ...round, department: "d1", task: 5, photos_per_page: 2, personal: false }, ...both },
    task: { of: { document: "task", ...round, task: 5 }, ...both },
    annual: { of: { document: "annual", year: 2013 }, ...both },
    submission: { of: { document: "submission", ...round, department: "d1" }, ...inside },
    bulletin: { of: { document: "bulletin", ...round, addressee: null, dated: null }, ...both },
    slips: { of: { document: "slips", ...round, number: null }, ...both },
    call_list: { of: { document: "call_list", ...round }, ...inside },
    verification: { of: { document: "verification", year: 2013, round: 2, seed: 7 }, ...own },
    whitepaper: { of: { document: "whitepaper", year: 2013 }, ...own },
  });
});

test("columns are asked of 对照 alone, and not where nobody chose them", () => {
  const without = queryOf(BOARD, { ...CHOOSING, columns: null })?.of;
  expect(without).toEqual({ document: "quarter", year: 2013, quarter: 2, department: "d1", style: "wide" });
  expect(queryOf(BOARD, { ...CHOOSING, style: "original" })?.of).toEqual({ ...without, style: "original" });
});

test("what is personal is printed for the office alone", () => {
  const asked = (["internal", "public"] as const).map((audience) => queryOf(BOARD, { ...CHOOSING, document: "evidence", audience })?.of);
  expect(asked).toMatchObject([{ personal: true }, { personal: false }]);
});

test("a round of its own takes the place of the window's", () => {
  expect(queryOf(BOARD, { ...CHOOSING, quarter: 4 })?.of).toMatchObject({ quarter: 4 });
});

test("what is still to be chosen is named, and nothing is asked", () => {
  const without = { ...CHOOSING, document: "verification" as const, seed: null };
  expect(queryOf(BOARD, without)).toBeNull();
  expect(lackOf("verification", told(BOARD, without))).toBe("seed");
  const nothing = told(BOARD, { ...CHOOSING, department: null, task: null, seed: null });
  const unasked = DOCUMENT_NAMES.filter((name) => DOCUMENTS[name].of(nothing) === null);
  expect(unasked).toEqual(DOCUMENT_NAMES.filter((name) => lackOf(name, nothing) !== null));
});

test("对照 comes first; what was chosen last is found again, without what another year does not know", () => {
  expect(remembered(IN_SPRING as never)).toEqual(FIRST_CHOICE);
  expect(FIRST_CHOICE.style).toBe("wide");
  const department = { id: "d1", name: "d", lead: false };
  const board = { ...BOARD, goals: [{ tasks: [{ number: 5, departments: [department] }] }] };
  keep(2013, { ...CHOOSING, quarter: 3 });
  expect(remembered(board as never)).toEqual({ ...CHOOSING, quarter: 3 });
  expect(remembered({ ...board, year: 2014, goals: [] } as never)).toEqual({ ...CHOOSING, department: null, task: null, quarter: null, asOf: null, seed: null });
});
