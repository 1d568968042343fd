// What is chosen at the left of 报告, and the question that it makes.
import type { AudienceCode, Board, ReportQuery, StyleCode } from "../../ipc/bindings";

export interface Choosing {
  document: "whitepaper" | "quarter";
  style: StyleCode;
  department: string | null;
  audience: AudienceCode;
  asOf: string | null;
}

export function queryOf(board: Pick<Board, "year" | "quarter">, { document, style, department, audience, asOf }: Choosing): ReportQuery {
  const { year, quarter } = board;
  return document === "whitepaper"
    ? { of: { document, year }, audience: "internal", as_of: null }
    : { of: { document, year, quarter, department, style }, audience, as_of: asOf };
}
