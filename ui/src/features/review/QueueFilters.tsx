// Above the queue: the stages with their numbers, and which entries are counted.
import { Checkbox, Select } from "antd";
import { Choice } from "../../components/Choice";
import type { ClaimCode, ReviewDepartment, StageCode, StageCount } from "../../ipc/bindings";
import { reviewMessages as m } from "../../messages/review";
import { CLAIM_WORDS, quarterWord } from "../../messages/words";
import type { Filters } from "./queue";

interface QueueFiltersProps {
  stages: readonly StageCount[];
  stage: StageCode | null;
  onStage: (stage: StageCode | null) => void;
  departments: readonly ReviewDepartment[];
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

const CLAIMS: readonly ClaimCode[] = ["done", "partial", "not_done", "condition_not_met"];

export function QueueFilters({ stages, stage, onStage, departments, filters, onFilters }: QueueFiltersProps) {
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  const options = stages.map((each) => ({ value: each.stage as StageCode | "all", word: `${each.word} ${each.count}`, testId: `stage-${each.stage}` }));
  return (
    <div className="review__filters">
      <Choice
        kind="small"
        name="review-stage"
        label={m.stage}
        value={stage ?? "all"}
        onChange={(next) => onStage(next === "all" ? null : next)}
        options={[...options, { value: "all" as const, word: `${m.anyStage} ${total}`, testId: "stage-all" }]}
      />
      <Select
        size="small"
        className="review__filter"
        aria-label={m.round}
        value={filters.round}
        onChange={(round) => onFilters({ ...filters, round })}
        options={[{ value: null, label: m.anyRound }, ...[1, 2, 3, 4].map((quarter) => ({ value: quarter, label: quarterWord(quarter) }))]}
      />
      <Select
        size="small"
        className="review__filter"
        aria-label={m.department}
        value={filters.department}
        onChange={(department) => onFilters({ ...filters, department })}
        popupMatchSelectWidth={140}
        options={[{ value: null, label: m.anyDepartment }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        size="small"
        className="review__filter"
        aria-label={m.claim}
        value={filters.claim}
        onChange={(claim) => onFilters({ ...filters, claim })}
        options={[{ value: null, label: m.anyClaim }, ...CLAIMS.map((claim) => ({ value: claim, label: CLAIM_WORDS[claim] }))]}
      />
      <Checkbox checked={filters.without_evidence} onChange={({ target }) => onFilters({ ...filters, without_evidence: target.checked })} data-testid="filter-without-evidence">
        {m.withoutEvidence}
      </Checkbox>
      <Checkbox checked={filters.on_behalf} onChange={({ target }) => onFilters({ ...filters, on_behalf: target.checked })} data-testid="filter-on-behalf">
        {m.onBehalf}
      </Checkbox>
    </div>
  );
}
