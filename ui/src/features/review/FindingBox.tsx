// 认定 in the same action as 通过: as claimed, otherwise with a reason, or not yet.
import { Input } from "antd";
import { Choice } from "../../components/Choice";
import type { ClaimCode, EntryForm, FindingChoice, ReviewLine } from "../../ipc/bindings";
import { reviewMessages as m } from "../../messages/review";
import { CLAIM_WORDS } from "../../messages/words";

export interface FindingState {
  choice: "none" | "same" | ClaimCode;
  reason: string;
}

/** As claimed; where several departments answer for the milestone, or it was found already, nothing is preselected for them. */
export function opening(line: ReviewLine, form: EntryForm): FindingState {
  const whole = line.departments > 1 || form.finding !== null;
  return { choice: whole ? "none" : "same", reason: "" };
}

/** What is sent; "missing": its reason is. */
export function choiceOf({ choice, reason }: FindingState, claim: ClaimCode | null): FindingChoice | "missing" | null {
  if (choice === "none") return null;
  if (choice === "same") return { claim: null, reason };
  return reason.trim() === "" && choice !== claim ? "missing" : { claim: choice, reason };
}

interface FindingBoxProps {
  departments: number;
  form: EntryForm;
  state: FindingState;
  asked: boolean;
  claim: ClaimCode | null;
  onState: (state: FindingState) => void;
}

const CLAIMS: readonly ClaimCode[] = ["done", "partial", "not_done", "condition_not_met"];

export function FindingBox({ departments, form, state, asked, claim, onState }: FindingBoxProps) {
  const missing = asked && choiceOf(state, claim) === "missing";
  const others = CLAIMS.filter((each) => each !== claim).map((each) => ({ value: each as FindingState["choice"], word: CLAIM_WORDS[each], testId: `finding-${each}` }));
  return (
    <div className="review__finding">
      <div className="review__choices">
        <span aria-hidden="true">{m.finding}</span>
        <Choice
          kind="small"
          name="review-finding"
          label={m.finding}
          value={state.choice}
          onChange={(choice) => onState({ ...state, choice })}
          options={[{ value: "same", word: m.findings.same, testId: "finding-same" }, ...others, { value: "none", word: m.findings.none, testId: "finding-none" }]}
        />
      </div>
      {departments > 1 && state.choice !== "none" && <p className="review__note">{m.findingSeveral(departments)}</p>}
      {form.finding !== null && <p className="review__note">{m.findingNow(`${CLAIM_WORDS[form.finding.claim]} ${form.finding.reason}`)}</p>}
      {state.choice !== "none" && (
        <Input
          size="small"
          value={state.reason}
          aria-label={m.findingReason}
          placeholder={state.choice === "same" ? m.findingReasonOptional : m.findingReason}
          onChange={({ target }) => onState({ ...state, reason: target.value })}
          data-testid="review-finding-reason"
          {...(missing && { status: "error" as const })}
        />
      )}
      {missing && <p className="review__missing">{m.findingReasonMissing}</p>}
    </div>
  );
}
