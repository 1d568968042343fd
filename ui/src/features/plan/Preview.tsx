// A paper as read: source left with its line numbers, plan right; what was not understood leads to its line.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Choice } from "../../components/Choice";
import { Notice } from "../../components/Notice";
import { nameOf } from "../../components/tasks";
import type { PaperPreview, PlanTask, SourceLine, Verdict } from "../../ipc/bindings";
import { indicatorMessages as im } from "../../messages/indicator";
import { planMessages as m } from "../../messages/plan";
import { LINE_WORDS, paperQuarter, words } from "../../messages/words";
import { assertNever } from "../../components/assertNever";
import { Arithmetic } from "./Arithmetic";
import { differing } from "./differing";

/** One side of a difference: what the two have in common at both ends is plain, the rest is marked. */
function Differing({ text, other }: { text: string; other: string }) {
  const [before, differs, after] = differing(text, other);
  return (
    <>
      {before}
      {differs !== "" && <mark>{differs}</mark>}
      {after}
    </>
  );
}

function VerdictNotice({ verdict }: { verdict: Verdict }) {
  switch (verdict.kind) {
    case "new":
      return null;
    case "same":
      return (
        <Notice tone="plain" testId="verdict">
          {m.verdicts.same}
        </Notice>
      );
    case "differs":
      return (
        <div data-testid="verdict">
          <Notice tone="late">{m.verdicts.differs(verdict.differences.length)}</Notice>
          <div className="differences sheet" tabIndex={0} role="region" aria-label={m.differences}>
            <table>
              <thead>
                <tr>
                  <th>{m.place}</th>
                  <th>{m.inForce}</th>
                  <th>{m.inFile}</th>
                </tr>
              </thead>
              <tbody>
                {verdict.differences.map(({ place, in_force, in_file }) => (
                  <tr key={place + in_file}>
                    <th scope="row">{place}</th>
                    <td>
                      <Differing text={in_force} other={in_file} />
                    </td>
                    <td>
                      <Differing text={in_file} other={in_force} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      );
    default:
      return assertNever(verdict);
  }
}

function Line({ line, chosen }: { line: SourceLine; chosen: boolean }) {
  return (
    <li className="source-line" id={`line-${line.line}`} data-kind={line.kind} data-chosen={chosen || undefined}>
      <span className="source-line__number" aria-label={m.line(line.line)} title={LINE_WORDS[line.kind]}>
        {line.line}
      </span>
      <span className="source-line__text">{line.text}</span>
    </li>
  );
}

function Task({ task, onLine }: { task: PlanTask; onLine: (line: number) => void }) {
  const name = nameOf(task);
  return (
    <li className="read-task">
      <p className="read-task__title">
        {task.line === null ? (
          name
        ) : (
          <button type="button" className="link" onClick={() => onLine(task.line ?? 1)}>
            {name}
          </button>
        )}
      </p>
      <p className="read-task__departments">{task.departments.join(words.comma)}</p>
      <dl>
        <div>
          <dt>{m.objective}</dt>
          <dd>{task.objective ?? m.quarterNone}</dd>
        </div>
        {task.milestones.map((milestone, index) => (
          <div key={paperQuarter(index + 1)} data-missing={milestone === null || undefined}>
            <dt>{paperQuarter(index + 1)}</dt>
            <dd>{milestone ?? m.quarterNone}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

export function Preview({ preview, messages }: { preview: PaperPreview; messages: ReactNode }) {
  const [chosen, setChosen] = useState<number | null>(preview.problems[0]?.line ?? null);
  const [part, setPart] = useState<"read" | "arithmetic">("read");
  const source = useRef<HTMLOListElement | null>(null);
  const { plan, problems } = preview;
  const goTo = (line: number) => {
    setChosen(line);
    setPart("read");
    source.current?.querySelector(`#line-${line}`)?.scrollIntoView({ block: "center" });
  };
  const first = problems[0]?.line;
  useEffect(() => {
    if (first !== undefined) document.getElementById(`line-${first}`)?.scrollIntoView({ block: "center" });
  }, [first]);
  return (
    <div className="preview">
      {messages}
      <VerdictNotice verdict={preview.verdict} />
      <p className="preview__sum" data-testid="plan-counts">
        <strong>{plan.title}</strong>
        <span>{m.counts(plan.counts)}</span>
        {problems.length === 0 && <span className="preview__sound">{m.noProblems}</span>}
      </p>
      {preview.taken_over !== null && (
        <Notice tone="plain" testId="taken-over" lines={preview.taken_over.sentences}>
          {m.takenOver}
        </Notice>
      )}
      {problems.length > 0 && (
        <section className="preview__problems" aria-label={m.problems(problems.length)} data-testid="problems">
          <h2>{m.problems(problems.length)}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.text}`}>
                <button type="button" onClick={() => goTo(problem.line)}>
                  <b>{m.line(problem.line)}</b>
                  <span>{problem.reason}</span>
                  <q>{problem.text}</q>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.remarks.length > 0 && (
        <Choice
          name="preview-part"
          label={im.previewPartsLabel}
          kind="tabs"
          value={part}
          onChange={setPart}
          options={[
            { value: "read", word: im.previewParts.read, testId: "preview-part-read" },
            { value: "arithmetic", word: `${im.previewParts.arithmetic} ${preview.remarks.length}`, testId: "preview-part-arithmetic" },
          ]}
        />
      )}
      {part === "arithmetic" && (
        <div className="preview__arithmetic">
          <Arithmetic plan={plan} remarks={preview.remarks} />
        </div>
      )}
      <div className="preview__panes" hidden={part !== "read"}>
        <section className="preview__pane sheet" aria-label={m.source}>
          <h2>{m.source}</h2>
          <ol ref={source}>
            {preview.lines.map((line) => (
              <Line key={line.line} line={line} chosen={line.line === chosen} />
            ))}
          </ol>
        </section>
        <section className="preview__pane sheet" aria-label={m.plan}>
          <h2>{m.plan}</h2>
          <div className="preview__plan">
            <dl className="preview__record">
              <dt>{m.record.issuer}</dt>
              <dd>{plan.issuer}</dd>
              {plan.index_no !== null && (
                <>
                  <dt>{m.record.indexNo}</dt>
                  <dd>{plan.index_no}</dd>
                </>
              )}
              {plan.published_on !== null && (
                <>
                  <dt>{m.record.publishedOn}</dt>
                  <dd>{plan.published_on}</dd>
                </>
              )}
            </dl>
            <ul className="preview__sections">
              {plan.sections.map((section) => (
                <li key={section}>{section}</li>
              ))}
            </ul>
            {plan.goals.map((goal) => (
              <section key={goal.name}>
                <h3>{goal.name}</h3>
                <ol>
                  {goal.tasks.map((task) => (
                    <Task key={task.number} task={task} onLine={goTo} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
        </section>
      </div>
    </div>
  );
}
