// The plan in force, part by part: its tasks, and what was decided about it.
import { useState } from "react";
import { Choice } from "../../components/Choice";
import type { PlanView } from "../../ipc/bindings";
import { changeMessages as m } from "../../messages/change";
import { DECIDED, Decided, isDecided } from "./Decided";
import { InForce } from "./InForce";

interface PartsProps {
  plan: PlanView;
  onPlan: (plan: PlanView) => void;
  /** Something was written that the board or the frame counts. */
  onChanged: () => void;
}

const PARTS = ["tasks", ...DECIDED] as const;
type Part = (typeof PARTS)[number];

export function Parts({ plan, onPlan, onChanged }: PartsProps) {
  const [part, setPart] = useState<Part>("tasks");
  return (
    <div className="parts">
      <Choice kind="tabs" name="plan-part" label={m.partsLabel} value={part} onChange={setPart} options={PARTS.map((value) => ({ value, word: m.parts[value], testId: `plan-part-${value}` }))} />
      <div className="parts__part">{isDecided(part) ? <Decided part={part} plan={plan} onChanged={onChanged} /> : <InForce plan={plan} onPlan={onPlan} />}</div>
    </div>
  );
}
