// Places of a task's texts as they stand in the file: a text that is broken over lines is marked on each of them. Pure.
import type { PlaceView, SourceRun } from "../../ipc/bindings";

/** What is spoken of: by a remark, or by an indicator. */
export interface Spoken {
  task: number;
  places: readonly PlaceView[];
  /** Quarters that are spoken of as a whole. */
  quarters: readonly number[];
}

/** A stretch of one line of the file, in characters. */
export interface LineSpan {
  line: number;
  start: number;
  end: number;
}

/** Where the places stand in the file, in its order. */
export function lineSpans(runs: readonly SourceRun[], { task, places }: Spoken): LineSpan[] {
  const spans = places.flatMap(({ part, start, end }) =>
    runs
      .filter((run) => run.task === task && run.part === part)
      .map((run) => ({ line: run.line, start: run.start + Math.max(start - run.at, 0), end: run.start + Math.min(end - run.at, run.count) })),
  );
  return spans.filter(({ start, end }) => start < end).toSorted((one, other) => one.line - other.line || one.start - other.start);
}

/** The lines that hold words of quarters that are spoken of as a whole. */
export function spokenLines(runs: readonly SourceRun[], { task, quarters }: Spoken): Set<number> {
  return new Set(runs.filter((run) => run.task === task && quarters.includes(Number(run.part))).map(({ line }) => line));
}

/** The line to look at first: of the places, else of the quarters, else where the task begins. */
export function firstLine(runs: readonly SourceRun[], spoken: Spoken): number | null {
  const begun = runs.find(({ task }) => task === spoken.task)?.line ?? null;
  const [quarter = begun] = [...spokenLines(runs, spoken)].toSorted((one, other) => one - other);
  return lineSpans(runs, spoken)[0]?.line ?? quarter;
}
