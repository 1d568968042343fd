// A text cut at the spans that are marked in it. Places count characters, not UTF-16 units; spans may overlap.
import type { PlaceView, PlanTask } from "../../ipc/bindings";

/** A marked span of one of a task's texts, and whose it is. */
export interface TextSpan {
  place: PlaceView;
  /** Of the indicator or remark that it belongs to. */
  key: string;
}

export interface MarkedRun {
  /** Where it begins, in characters. */
  at: number;
  text: string;
  /** Whose spans cover it. */
  keys: readonly string[];
}

/** The runs of the text in order; joined they are the text again. */
export function markedRuns(text: string, spans: readonly TextSpan[]): MarkedRun[] {
  const characters = Array.from(text);
  const cuts = new Set([0, characters.length]);
  for (const { place } of spans) for (const cut of [place.start, place.end]) if (cut > 0 && cut < characters.length) cuts.add(cut);
  const sorted = [...cuts].toSorted((left, right) => left - right);
  return sorted.slice(0, -1).map((at, index) => ({
    at,
    text: characters.slice(at, sorted[index + 1]).join(""),
    keys: [...new Set(spans.filter(({ place }) => place.start <= at && at < place.end).map(({ key }) => key))],
  }));
}

/** The words at a place; empty where the task has no such text. */
export function spanText(task: PlanTask, { part, start, end }: PlaceView): string {
  const text = textsOf(task).find((one) => one.part === part)?.text ?? "";
  return Array.from(text).slice(start, end).join("");
}

/** A task's texts with the codes of their parts. */
export function textsOf(task: PlanTask): { part: string; text: string | null }[] {
  return [{ part: "title", text: task.title }, { part: "objective", text: task.objective }, ...task.milestones.map((text, index) => ({ part: String(index + 1), text }))];
}
