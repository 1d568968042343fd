// 核算: what the plan's own numbers and words say, task by task; each opens the words that it speaks of.
import { type KeyboardEvent, useRef, useState } from "react";
import { Choice } from "../../components/Choice";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { isComposing } from "../../components/keyboard";
import { nameOf } from "../../components/tasks";
import type { PlanTask, PlanView, RemarkView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { TaskTexts } from "./TaskTexts";
import "./Arithmetic.css";

interface ArithmeticProps {
  plan: PlanView;
  remarks: readonly RemarkView[];
  /** Opens the task's indicators; absent before the plan is in force. */
  onIndicators?: (task: number) => void;
}

/** The sentence without the mark, which stands before it. */
export const sentenceOf = (remark: RemarkView): string => remark.sentence.replace(/ ✓$/u, "");

export function RemarkMark({ fits }: { fits: boolean }) {
  return (
    <span className="remark__mark" data-fits={fits || undefined}>
      <span aria-hidden="true">{fits ? m.fits : m.look}</span>
      <span className="visually-hidden">{fits ? m.fitsWord : m.lookWord}</span>
    </span>
  );
}

/** The remarks in groups: the paper as a whole, then task by task. */
function grouped(remarks: readonly RemarkView[]): { task: number | null; own: number[] }[] {
  const groups: { task: number | null; own: number[] }[] = [];
  remarks.forEach(({ task }, index) => {
    const last = groups.at(-1);
    if (last !== undefined && last.task === task) last.own.push(index);
    else groups.push({ task, own: [index] });
  });
  return groups;
}

function Detail({ remark, task, onIndicators }: { remark: RemarkView; task: PlanTask | undefined; onIndicators: ArithmeticProps["onIndicators"] }) {
  return (
    <div className="remark-detail" data-testid="remark-detail">
      <p>
        <RemarkMark fits={remark.fits} /> {sentenceOf(remark)}
      </p>
      {task === undefined ? (
        <p className="remark-detail__paper">{m.ofPaper}</p>
      ) : (
        <>
          <TaskTexts key={remark.sentence} task={task} spans={remark.place === null ? [] : [{ place: remark.place, key: "it" }]} lit="it" quarters={remark.quarters} />
          {onIndicators !== undefined && (
            <p>
              <button type="button" className="link" onClick={() => onIndicators(task.number)} data-testid="remark-indicators">
                {m.toIndicators}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

export function Arithmetic({ plan, remarks, onIndicators }: ArithmeticProps) {
  const [only, setOnly] = useState<"all" | "look">("all");
  const [opened, setOpened] = useState<RemarkView | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const tasks = new Map(plan.goals.flatMap((goal) => goal.tasks.map((task) => [task.number, task] as const)));
  const shown = only === "all" ? remarks : remarks.filter(({ fits }) => !fits);
  const fitting = remarks.filter(({ fits }) => fits).length;
  const at = opened === null ? -1 : shown.indexOf(opened);
  if (remarks.length === 0) return <Empty title={m.noneTitle} text={m.noneText} />;

  const strike = (event: KeyboardEvent) => {
    const step = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (step === undefined || isComposing(event)) return;
    event.preventDefault();
    const to = Math.min(Math.max(step, 0), shown.length - 1);
    setOpened(shown[to] ?? null);
    list.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus();
  };
  const remarkList = (
    <div className="remarks">
      <div className="remarks__head">
        <p data-testid="remark-counts">{m.counted(remarks.length, fitting)}</p>
        <Choice
          name="remarks"
          label={m.filter}
          kind="small"
          value={only}
          onChange={setOnly}
          options={[
            { value: "all", word: m.all(remarks.length), testId: "remarks-all" },
            { value: "look", word: m.onlyLook(remarks.length - fitting), testId: "remarks-look" },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={m.noLookTitle} text={m.noLookText} />
      ) : (
        <div className="remarks__list sheet" ref={list} role="group" aria-label={m.remarks} onKeyDown={strike}>
          {grouped(shown).map(({ task, own }) => {
            const about = task === null ? undefined : tasks.get(task);
            return (
              <section key={`${task} ${own[0]}`}>
                <h3>{about === undefined ? m.paper : nameOf(about)}</h3>
                {own.map((index) => {
                  const remark = shown[index];
                  if (remark === undefined) return null;
                  return (
                    <button
                      key={index}
                      type="button"
                      className="remark"
                      data-index={index}
                      data-opened={index === at || undefined}
                      aria-current={index === at || undefined}
                      tabIndex={index === Math.max(at, 0) ? 0 : -1}
                      onClick={() => setOpened(remark)}
                      data-testid="remark"
                    >
                      <RemarkMark fits={remark.fits} />
                      <span className="remark__word">{remark.word}</span>
                      <span>{sentenceOf(remark)}</span>
                    </button>
                  );
                })}
              </section>
            );
          })}
        </div>
      )}
    </div>
  );
  const about = opened === null ? null : <Detail remark={opened} task={opened.task === null ? undefined : tasks.get(opened.task)} onIndicators={onIndicators} />;
  return <ListDetail list={remarkList} detail={about} none={m.choose} detailLabel={m.detail} testId="arithmetic" />;
}
