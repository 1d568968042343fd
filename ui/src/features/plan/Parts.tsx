// The plan in force, part by part: its tasks, what it says of itself, what it counts, and what was decided about it.
// Which part is open stands in the address (arithmetic, indicators.5).
import { Choice } from "../../components/Choice";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { IndicatorSheet, PlanView } from "../../ipc/bindings";
import { indicators as readIndicators } from "../../ipc/commands";
import { changeMessages } from "../../messages/change";
import { indicatorMessages } from "../../messages/indicator";
import { Arithmetic } from "./Arithmetic";
import { DECIDED, Decided, isDecided } from "./Decided";
import { InForce } from "./InForce";
import { Indicators } from "./Indicators";

interface PartsProps {
  plan: PlanView;
  onPlan: (plan: PlanView) => void;
  /** Something was written that the board or the frame counts. */
  onChanged: () => void;
  at: string | null;
  onAt: (at: string | null) => void;
}

const PARTS = ["tasks", "arithmetic", "indicators", ...DECIDED] as const;
type Part = (typeof PARTS)[number];

const WORDS: Record<Part, string> = { ...changeMessages.parts, ...indicatorMessages.parts };

const partOf = (at: string | null): Part => PARTS.find((part) => part === at?.split(".")[0]) ?? "tasks";

function Counted({ plan, part, at, onAt, onChanged }: PartsProps & { part: "arithmetic" | "indicators" }) {
  const { state, put, reload } = useLoaded(`indicators ${plan.year}`, () => readIndicators(plan.year));
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const open = (task: number) => onAt(`indicators.${task}`);
  if (part === "arithmetic") return <Arithmetic plan={plan} remarks={state.value.remarks} onIndicators={open} />;
  const confirmed = (sheet: IndicatorSheet) => {
    put(sheet);
    onChanged();
  };
  return <Indicators plan={plan} sheet={state.value} task={Number(at?.split(".")[1] ?? 0)} onTask={open} onSheet={confirmed} />;
}

function Drawn({ part, ...props }: PartsProps & { part: Part }) {
  if (isDecided(part)) return <Decided part={part} plan={props.plan} onChanged={props.onChanged} />;
  if (part === "tasks") return <InForce plan={props.plan} onPlan={props.onPlan} />;
  return <Counted {...props} part={part} />;
}

export function Parts(props: PartsProps) {
  const part = partOf(props.at);
  return (
    <div className="parts">
      <Choice
        kind="tabs"
        name="plan-part"
        label={changeMessages.partsLabel}
        value={part}
        onChange={(next) => props.onAt(next === "tasks" ? null : next)}
        options={PARTS.map((value) => ({ value, word: WORDS[value], testId: `plan-part-${value}` }))}
      />
      <div className="parts__part">
        <Drawn {...props} part={part} />
      </div>
    </div>
  );
}
