// What is chosen at the left of 报告, and the question that it makes.
import type { Board, ReportQuery, StyleCode } from "../../ipc/bindings";

export interface Choosing {
  document: "whitepaper" | "quarter";
  style: StyleCode;
  department: string | null;
  asOf: string | null;
}

export function queryOf(board: Pick<Board, "year" | "quarter">, { document, style, department, asOf }: Choosing): ReportQuery {
  return document === "whitepaper"
    ? { document, year: board.year }
    : { document, year: board.year, quarter: board.quarter, department, style, as_of: asOf };
}
