// Decisions on an entry, the newest first: what was decided on which version, by whom, why, and what it is about.
import type { DecisionView } from "../ipc/bindings";
import { reviewMessages as m } from "../messages/review";
import { clock } from "./time";
import "./Decisions.css";

export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <ul className="decisions">
      {decisions.map((each) => (
        <li key={each.revision} data-decision={each.decision} data-current={each.current || undefined} data-testid={`decision-${each.decision}`}>
          <p>
            <b>{each.word}</b> {each.decision === "returned" && each.returned_to !== "" && <span>{m.returnedTo(each.returned_to)}</span>} <span>{m.about(each.revision_word, each.current)}</span>
            <small>
              {each.by} {clock(each.at)}
            </small>
          </p>
          {each.reason !== "" && <p className="decisions__reason">{each.reason}</p>}
          {each.place !== null && (
            <p className="decisions__place">
              {m.place(each.place_word)}
              {each.quote !== "" && <q>{each.quote}</q>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
