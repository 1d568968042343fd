// The evidence of an entry; a passage that is pointed at may be one of its pieces.
import { StoredFiles } from "../../components/StoredFiles";
import type { BoxEvidence } from "../../ipc/bindings";
import { reviewMessages as m } from "../../messages/review";
import { evidenceNumber } from "./queue";

/** The name of a piece as a box of its entry. */
function boxOf({ code }: BoxEvidence): string | undefined {
  const number = evidenceNumber(code);
  return number === null ? undefined : `evidence:${number}`;
}

export function Evidence({ pieces }: { pieces: readonly BoxEvidence[] }) {
  if (pieces.length === 0) return <p className="review__without">{m.noEvidence}</p>;
  return <StoredFiles label={m.evidence} pieces={pieces} boxOf={boxOf} />;
}
