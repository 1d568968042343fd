// Which question each choice of 报告 makes.
import { expect, test } from "vitest";
import { type Choosing, DOCUMENTS, queryOf } from "./query";

const BOARD = { year: 2013, quarter: 2 };
const CHOOSING: Choosing = { document: "quarter", style: "wide", department: "d1", audience: "public", asOf: "2013-07-12" };

test("each document asks what it must be told, and says for whom and as of when", () => {
  const asked = DOCUMENTS.map((document) => queryOf(BOARD, { ...CHOOSING, document }));
  const round = { year: 2013, quarter: 2 };
  const who = { audience: "public", as_of: "2013-07-12" };
  expect(asked).toEqual([
    { of: { document: "quarter", ...round, department: "d1", style: "wide" }, ...who },
    { of: { document: "one_page", ...round }, ...who },
    { of: { document: "bulletin", ...round, addressee: null, dated: null }, ...who },
    { of: { document: "slips", ...round, number: null }, ...who },
    { of: { document: "annual", year: 2013 }, ...who },
    { of: { document: "whitepaper", year: 2013 }, audience: "internal", as_of: null },
  ]);
});
