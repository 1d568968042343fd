// One task's indicators side by side with its words; what is typed is checked by the back end at once, and stored by 确认 only.
import { Button } from "antd";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useArrival } from "../../components/focus";
import { isComposing } from "../../components/keyboard";
import { RefusalNotice } from "../../components/Notice";
import type { CheckedIndicators, ConfirmedBy, IndicatorInput, IndicatorSheet, PlanTask, Refusal, RemarkView, TaskIndicatorsView } from "../../ipc/bindings";
import { checkIndicators, confirmIndicators } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { indicatorMessages as m } from "../../messages/indicator";
import { RemarkMark, sentenceOf } from "./RemarkTable";
import { type Row, addedRow, countedRows, faultOf, keepRows, keptRows, listOf, rowsOf } from "./draft";
import { IndicatorTable } from "./IndicatorTable";
import type { TextSpan } from "./marks";
import { TaskTexts } from "./TaskTexts";

interface TaskIndicatorsProps {
  year: number;
  task: PlanTask;
  own: TaskIndicatorsView;
  /** What the arithmetic says of the indicators as they are shown at first. */
  remarks: readonly RemarkView[];
  onSheet: (sheet: IndicatorSheet) => void;
}

const CHECK_PAUSE_MS = 200;

/** 李某 4月20日. */
function confirmedWords({ by, at }: ConfirmedBy): string {
  const time = new Date(at);
  return m.confirmed(by, m.day(time.getMonth() + 1, time.getDate()));
}

/** The rows' spans in the text: of values that still stand there. */
function spansOf(rows: readonly Row[]): TextSpan[] {
  const standing = rows.filter(({ removed }) => !removed);
  return standing.flatMap(({ key, cells }) => cells.flatMap(({ shown }) => (shown === null || shown.place === null ? [] : [{ place: shown.place, key }])));
}

/** What a changed list comes to; the answer to an older list is dropped. */
function useChecked(year: number, task: number, list: IndicatorInput[] | null): { checked: CheckedIndicators | null; refusal: Refusal | null } {
  const text = list === null ? null : JSON.stringify(list);
  const [answer, setAnswer] = useState<{ text: string; checked: CheckedIndicators | null; refusal: Refusal | null } | null>(null);
  useEffect(() => {
    if (text === null) return undefined;
    let overtaken = false;
    const put = (checked: CheckedIndicators | null, refusal: Refusal | null) => {
      if (!overtaken) setAnswer({ text, checked, refusal });
    };
    const wait = window.setTimeout(() => {
      checkIndicators(year, task, JSON.parse(text) as IndicatorInput[])
        .then((checked) => put(checked, null))
        .catch((error: unknown) => put(null, asRefusal(error)));
    }, CHECK_PAUSE_MS);
    return () => {
      overtaken = true;
      window.clearTimeout(wait);
    };
  }, [year, task, text]);
  return answer !== null && answer.text === text ? answer : { checked: null, refusal: null };
}

export function TaskIndicators({ year, task, own, remarks, onSheet }: TaskIndicatorsProps) {
  const key = `${year} ${task.number}`;
  const [before] = useState(() => rowsOf(own.indicators));
  const [rows, setRows] = useState<Row[]>(() => keptRows(key, own.indicators) ?? before);
  const [lit, setLit] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const part = useRef<HTMLDivElement>(null);
  // Another task, or what was just confirmed: the keyboard stays here.
  useArrival(part);
  const changed = JSON.stringify(rows) !== JSON.stringify(before);
  const put = (next: Row[]) => {
    setRows(next);
    keepRows(key, own.indicators, JSON.stringify(next) === JSON.stringify(before) ? null : next);
  };
  const fault = faultOf(rows);
  const { checked, refusal: notChecked } = useChecked(year, task.number, changed && fault === null ? listOf(rows) : null);
  const derived = useMemo(() => {
    if (!changed) return new Map(own.indicators.map((indicator, index) => [`${index}`, indicator]));
    if (checked === null) {
      // Not answered yet, or it cannot be: a row that stands as it was comes to what it came to.
      const stands = (index: number) => JSON.stringify(rows.find((row) => row.key === `${index}`)) === JSON.stringify(before[index]);
      return new Map(own.indicators.flatMap((indicator, index) => (stands(index) ? [[`${index}`, indicator] as const] : [])));
    }
    return new Map(countedRows(rows).flatMap((row, index) => (checked.indicators[index] === undefined ? [] : [[row.key, checked.indicators[index]] as const])));
  }, [changed, checked, own.indicators, before, rows]);
  const spoken = changed ? (checked?.remarks ?? []) : remarks;
  const toRow = (row: string) => part.current?.querySelector<HTMLElement>(`[data-testid="name-${row}"]`)?.focus();

  const add = () => {
    const row = addedRow(rows);
    put([...rows, row]);
    window.setTimeout(() => toRow(row.key));
  };
  const confirm = () => {
    if (busy) return;
    if (fault !== null) {
      const box = fault.column === null ? `name-${fault.row}` : `value-${fault.row}-${fault.column}`;
      part.current?.querySelector<HTMLElement>(`[data-testid="${box}"]`)?.focus();
      return;
    }
    if (own.confirmed !== null && !changed) return;
    setBusy(true);
    setRefusal(null);
    confirmIndicators(year, task.number, listOf(rows))
      .then((sheet) => {
        keepRows(key, own.indicators, null);
        onSheet(sheet);
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  const strike = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    confirm();
  };
  const standing = changed ? m.changed : own.confirmed === null ? m.unconfirmed : confirmedWords(own.confirmed);
  return (
    <div className="indicators__sides" ref={part} tabIndex={-1} onKeyDown={strike}>
      <section className="indicators__texts sheet" aria-label={m.texts} tabIndex={-1}>
        <TaskTexts task={task} spans={spansOf(rows)} lit={lit} onLit={setLit} onOpen={toRow} nameOfKey={(of) => rows.find((row) => row.key === of)?.name ?? ""} />
      </section>
      <section className="indicators__own sheet" aria-label={m.table}>
        <div className="indicators__scroll">
          {rows.length === 0 ? <p className="indicators__none">{m.none}</p> : <IndicatorTable rows={rows} checked={derived} fault={fault} lit={lit} onLit={setLit} onRow={(row) => put(rows.map((each) => (each.key === row.key ? row : each)))} />}
          <p className="indicators__hint">
            <Button size="small" onClick={add} data-testid="add-indicator">
              {m.add}
            </Button>
            {m.hint}
          </p>
          <div className="indicators__said" role="status" data-testid="indicator-remarks">
            <h3>{m.checking}</h3>
            {fault !== null ? (
              <p className="indicators__fault">{fault.text}</p>
            ) : notChecked !== null ? (
              <p className="indicators__fault">{notChecked.text}</p>
            ) : spoken.length === 0 ? (
              <p>{changed && checked === null ? m.checkingNow : m.nothingSaid}</p>
            ) : (
              <ul>
                {spoken.map((remark) => (
                  <li key={remark.kind + remark.sentence}>
                    <RemarkMark fits={remark.fits} /> {sentenceOf(remark)}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
        </div>
        <footer className="indicators__foot">
          <span data-confirmed={(own.confirmed !== null && !changed) || undefined} data-testid="indicator-standing">
            {standing}
          </span>
          {changed && (
            <Button disabled={busy} onClick={() => put(before)} data-testid="discard-indicators">
              {m.discard}
            </Button>
          )}
          <Button type="primary" disabled={busy || (own.confirmed !== null && !changed)} onClick={confirm} data-hint={m.confirmKey} data-testid="confirm-indicators">
            {busy ? m.confirming : own.confirmed === null ? m.confirm : m.confirmAgain}
          </Button>
        </footer>
      </section>
    </div>
  );
}
