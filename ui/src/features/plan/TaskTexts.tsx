// A task's own words, with spans marked in them: title, objective, four quarters.
// A span that answers is pressed or reached by Tab; the lit ones are scrolled into sight.
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { PlanTask } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { planMessages } from "../../messages/plan";
import { paperQuarter, words } from "../../messages/words";
import { type MarkedRun, type TextSpan, markedRuns, textsOf } from "./marks";
import "./TaskTexts.css";

interface TaskTextsProps {
  task: PlanTask;
  spans: readonly TextSpan[];
  /** Whose spans stand out. */
  lit: string | null;
  /** Quarters that are spoken of as a whole. */
  quarters?: readonly number[];
  /** Absent: the spans are only shown. */
  onLit?: (key: string | null) => void;
  onOpen?: (key: string) => void;
  /** What a span belongs to, for screen readers. */
  nameOfKey?: (key: string) => string;
}

function Run({ run, lit, onLit, onOpen, nameOfKey }: { run: MarkedRun } & Pick<TaskTextsProps, "lit" | "onLit" | "onOpen" | "nameOfKey">) {
  const [first] = run.keys;
  if (first === undefined) return <>{run.text}</>;
  const own = lit !== null && run.keys.includes(lit);
  if (onOpen === undefined) return <mark className="span" data-lit={own || undefined}>{run.text}</mark>;
  const strike = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onOpen(first);
  };
  return (
    <mark
      className="span"
      role="button"
      tabIndex={0}
      data-lit={own || undefined}
      data-span={first}
      aria-label={m.spanLabel(run.text, nameOfKey?.(first) ?? "")}
      onMouseEnter={() => onLit?.(first)}
      onMouseLeave={() => onLit?.(null)}
      onFocus={() => onLit?.(first)}
      onBlur={() => onLit?.(null)}
      onClick={() => onOpen(first)}
      onKeyDown={strike}
    >
      {run.text}
    </mark>
  );
}

const wordOf = (part: string): string => (part === "title" ? m.task : part === "objective" ? planMessages.objective : paperQuarter(Number(part)));

export function TaskTexts({ task, spans, lit, quarters = [], ...answering }: TaskTextsProps) {
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    if (lit !== null) list.current?.querySelector("[data-lit]")?.scrollIntoView({ block: "nearest" });
  }, [lit]);
  return (
    <dl className="task-texts" ref={list} data-testid="task-texts">
      {textsOf(task).map(({ part, text }) => (
        <div key={part} data-part={part} data-spoken={quarters.includes(Number(part)) || undefined}>
          <dt>{wordOf(part)}</dt>
          <dd data-title={part === "title" || undefined}>
            {part === "title" && task.number_text}
            {text === null ? (
              <span className="task-texts__none">{planMessages.quarterNone}</span>
            ) : (
              markedRuns(text, spans.filter(({ place }) => place.part === part)).map((run) => <Run key={run.at} run={run} lit={lit} {...answering} />)
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>{planMessages.columns.departments}</dt>
        <dd>{task.departments.join(words.comma)}</dd>
      </div>
    </dl>
  );
}
