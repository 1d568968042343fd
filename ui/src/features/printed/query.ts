// What is chosen at the left of 报告, and the question that it makes.
import { assertNever } from "../../components/assertNever";
import type { AudienceCode, Board, DocumentQuery, ReportQuery, StyleCode } from "../../ipc/bindings";

/** The documents that can be chosen, in the order of the list. */
export const DOCUMENTS = ["quarter", "one_page", "bulletin", "slips", "annual", "whitepaper"] as const;

export type ChosenDocument = (typeof DOCUMENTS)[number];

export interface Choosing {
  document: ChosenDocument;
  style: StyleCode;
  department: string | null;
  audience: AudienceCode;
  asOf: string | null;
}

type Shown = Pick<Board, "year" | "quarter">;

function documentOf({ year, quarter }: Shown, { document, style, department }: Choosing): DocumentQuery {
  switch (document) {
    case "quarter":
      return { document, year, quarter, department, style };
    case "one_page":
      return { document, year, quarter };
    case "bulletin":
      return { document, year, quarter, addressee: null, dated: null };
    case "slips":
      return { document, year, quarter, number: null };
    case "annual":
    case "whitepaper":
      return { document, year };
    default:
      return assertNever(document);
  }
}

/** The published paper is for everybody and of its own day; every other document says for whom and as of when. */
export function queryOf(board: Shown, choosing: Choosing): ReportQuery {
  const of = documentOf(board, choosing);
  return choosing.document === "whitepaper" ? { of, audience: "internal", as_of: null } : { of, audience: choosing.audience, as_of: choosing.asOf };
}
