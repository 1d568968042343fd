// The parts of 计划 that hold decisions about the plan in force: 计划变更, 机构变动, 上年结转.
import { assertNever } from "../../components/assertNever";
import type { PlanView } from "../../ipc/bindings";
import { Carry } from "./Carry";
import { Changes } from "./Changes";
import { Organisation } from "./Organisation";
import "./Decided.css";

export const DECIDED = ["changes", "organisation", "carry"] as const;
export type DecidedPart = (typeof DECIDED)[number];

export const isDecided = (part: string): part is DecidedPart => DECIDED.some((each) => each === part);

export function Decided({ part, plan, onChanged }: { part: DecidedPart; plan: PlanView; onChanged: () => void }) {
  switch (part) {
    case "changes":
      return <Changes plan={plan} onChanged={onChanged} />;
    case "organisation":
      return <Organisation plan={plan} onChanged={onChanged} />;
    case "carry":
      return <Carry plan={plan} onChanged={onChanged} />;
    default:
      return assertNever(part);
  }
}
