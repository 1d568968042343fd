// The file as it is, line by line with its numbers, to be compared with the paper; what is spoken of is marked in it.
import { useEffect, useMemo, useRef } from "react";
import type { PaperPreview, SourceLine } from "../../ipc/bindings";
import { planMessages as m } from "../../messages/plan";
import { LINE_WORDS } from "../../messages/words";
import { markedRuns } from "./marks";
import { type LineSpan, type Spoken, firstLine, lineSpans, spokenLines } from "./sourceMarks";

interface SourceProps {
  preview: PaperPreview;
  /** The line that is looked at before what is spoken of; a new object brings it into sight again. */
  chosen: { line: number } | null;
  spoken: Spoken | null;
}

const NO_SPANS: readonly LineSpan[] = [];

function Line({ line, chosen, spoken, spans }: { line: SourceLine; chosen: boolean; spoken: boolean; spans: readonly LineSpan[] }) {
  const marks = spans.map(({ start, end }) => ({ place: { part: "", start, end }, key: "it" }));
  return (
    <li className="source-line" data-line={line.line} data-kind={line.kind} data-chosen={chosen || undefined} data-spoken={spoken || undefined}>
      <span className="source-line__number" aria-label={m.line(line.line)} title={LINE_WORDS[line.kind]}>
        {line.line}
      </span>
      <span className="source-line__text">
        {marks.length === 0
          ? line.text
          : markedRuns(line.text, marks).map((run) =>
              run.keys.length === 0 ? (
                run.text
              ) : (
                <mark key={run.at} className="span" data-lit>
                  {run.text}
                </mark>
              ),
            )}
      </span>
    </li>
  );
}

export function Source({ preview, chosen, spoken }: SourceProps) {
  const list = useRef<HTMLOListElement>(null);
  const { runs } = preview;
  const spans = useMemo(() => (spoken === null ? [] : lineSpans(runs, spoken)), [runs, spoken]);
  const lines = useMemo(() => (spoken === null ? new Set<number>() : spokenLines(runs, spoken)), [runs, spoken]);
  const looked = useMemo(() => chosen ?? (spoken === null ? null : { line: firstLine(runs, spoken) }), [chosen, runs, spoken]);
  useEffect(() => {
    if (looked !== null) list.current?.querySelector(`[data-line="${looked.line}"]`)?.scrollIntoView({ block: "center" });
  }, [looked]);
  return (
    <ol ref={list} data-testid="source">
      {preview.lines.map((line) => (
        <Line
          key={line.line}
          line={line}
          chosen={line.line === chosen?.line}
          spoken={lines.has(line.line)}
          spans={spans.length === 0 ? NO_SPANS : spans.filter((span) => span.line === line.line)}
        />
      ))}
    </ol>
  );
}
