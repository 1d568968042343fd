// A paper as read: the file left with its line numbers; right the plan, its arithmetic, its indicators. What is opened there is
// marked in the file, so that it can be compared with the paper; what was not understood leads to its line.
import { type ReactNode, useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { Notice } from "../../components/Notice";
import { nameOf } from "../../components/tasks";
import type { PaperPreview, PlanTask, PlanView, Verdict } from "../../ipc/bindings";
import { indicatorMessages as im } from "../../messages/indicator";
import { planMessages as m } from "../../messages/plan";
import { paperQuarter, words } from "../../messages/words";
import { assertNever } from "../../components/assertNever";
import { differing } from "./differing";
import { ReadIndicators, readIndicators, spokenBy } from "./ReadIndicators";
import { RemarkTable } from "./RemarkTable";
import { Source } from "./Source";
import type { Spoken } from "./sourceMarks";

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

/** The plan as read: record, sections, tasks by goal. */
function ReadPlan({ plan, onLine }: { plan: PlanView; onLine: (line: number) => void }) {
  return (
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
              <Task key={task.number} task={task} onLine={onLine} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type Part = "read" | "arithmetic" | "indicators";

/** What is open on the right, by its place in its list, and the words that it speaks of. */
interface Opened {
  key: string;
  spoken: Spoken | null;
}

export function Preview({ preview, messages }: { preview: PaperPreview; messages: ReactNode }) {
  const { plan, problems, remarks } = preview;
  const [chosen, setChosen] = useState(problems[0] === undefined ? null : { line: problems[0].line });
  const [part, setPart] = useState<Part>("read");
  const [opened, setOpened] = useState<Partial<Record<Part, Opened>>>({});
  const indicators = useMemo(() => readIndicators(preview), [preview]);
  const goTo = (line: number) => {
    setChosen({ line });
    setOpened({});
  };
  const open = (key: string, spoken: Spoken | null) => {
    setChosen(null);
    setOpened({ ...opened, [part]: { key, spoken } });
  };
  const openRemark = (at: number) => {
    const remark = remarks[at];
    if (remark !== undefined) open(`${at}`, remark.task === null ? null : { task: remark.task, places: remark.place === null ? [] : [remark.place], quarters: remark.quarters });
  };
  const key = opened[part]?.key ?? null;
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
      <div className="preview__panes">
        <section className="preview__pane sheet" aria-label={m.source}>
          <h2>{m.source}</h2>
          <Source preview={preview} chosen={chosen} spoken={opened[part]?.spoken ?? null} />
        </section>
        <section className="preview__side" aria-label={im.previewPartsLabel}>
          <Choice
            name="preview-part"
            label={im.previewPartsLabel}
            kind="tabs"
            value={part}
            onChange={setPart}
            options={[
              { value: "read", word: m.plan, testId: "preview-part-read" },
              { value: "arithmetic", word: im.counted(im.parts.arithmetic, remarks.length), testId: "preview-part-arithmetic" },
              { value: "indicators", word: im.counted(im.parts.indicators, indicators.length), testId: "preview-part-indicators" },
            ]}
          />
          {part === "read" && (
            <div className="preview__pane sheet">
              <ReadPlan plan={plan} onLine={goTo} />
            </div>
          )}
          {part === "arithmetic" && <RemarkTable plan={plan} remarks={remarks} opened={key === null ? null : Number(key)} onOpen={openRemark} />}
          {part === "indicators" && <ReadIndicators rows={indicators} opened={key} onOpen={(row) => open(row.key, spokenBy(row))} />}
        </section>
      </div>
    </div>
  );
}
