// The four claims as choices, in the order in which they are offered everywhere.
import type { ChoiceOption } from "../../components/Choice";
import type { ClaimCode } from "../../ipc/bindings";
import { CLAIM_WORDS } from "../../messages/words";

export const CLAIMS: readonly ClaimCode[] = ["done", "partial", "not_done", "condition_not_met"];

const TONES = { done: "done", partial: "slow", not_done: "late", condition_not_met: "muted" } as const;

export const claimOptions = (prefix: string): ChoiceOption<ClaimCode>[] =>
  CLAIMS.map((claim) => ({ value: claim, word: CLAIM_WORDS[claim], tone: TONES[claim], testId: `${prefix}-${claim}` }));
