// A state and a light as they are shown everywhere: mark, word, and the reason on hover or focus; never colour alone.
import type { BoardLight, LightCode, StandingView, StateCode } from "../ipc/bindings";
import { words } from "../messages/words";
import { assertNever } from "./assertNever";
import "./Standing.css";

export type Tone = "done" | "on-track" | "slow" | "late" | "muted";

/** Which colour underlines the mark; the word says the same. */
export function toneOfState(state: StateCode): Tone {
  switch (state) {
    case "done":
      return "done";
    case "partial":
      return "slow";
    case "not_done":
    case "unreported":
      return "late";
    case "not_due":
    case "condition_not_met":
    case "adjusted":
      return "muted";
    default:
      return assertNever(state);
  }
}

export function toneOfLight(light: LightCode): Tone {
  switch (light) {
    case "done":
      return "done";
    case "on_track":
      return "on-track";
    case "slow":
      return "slow";
    case "behind":
      return "late";
    default:
      return assertNever(light);
  }
}

/** One sentence for hover, focus and screen readers: word, second sign, reason. */
export function standingInWords(standing: StandingView): string {
  const signs = standing.without_evidence ? `${standing.word}${words.comma}${words.withoutEvidence}` : standing.word;
  return `${signs}\n${standing.reason}`;
}

export function StandingMark({ standing, wordless = false }: { standing: StandingView; wordless?: boolean }) {
  return (
    <span className="standing" data-tone={toneOfState(standing.state)} data-state={standing.state}>
      {standing.mark !== null && (
        <span className="standing__mark" aria-hidden="true">
          {standing.mark}
        </span>
      )}
      {wordless && standing.mark !== null ? (
        <span className="visually-hidden">{standing.word}</span>
      ) : (
        <span className="standing__word">{standing.word}</span>
      )}
      {standing.without_evidence && (
        <span className="standing__mark standing__mark--evidence" title={words.withoutEvidence}>
          <span aria-hidden="true">{words.withoutEvidenceMark}</span>
          <span className="visually-hidden">{words.withoutEvidence}</span>
        </span>
      )}
    </span>
  );
}

/** One sentence for hover and screen readers: word and reason of the year's light. */
export const lightInWords = (light: BoardLight): string => `${words.fullYear}${light.word}\n${light.reason}`;

export function LightMark({ light }: { light: BoardLight }) {
  return (
    <span className="standing" data-tone={toneOfLight(light.light)}>
      <span className="standing__mark" aria-hidden="true">
        {light.mark}
      </span>
      <span className="standing__word">{light.word}</span>
    </span>
  );
}
