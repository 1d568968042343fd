// 指标 as read from a paper that is not in force: to be looked at beside the file, not to be put right yet.
import { useMemo } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { nameOf } from "../../components/tasks";
import type { Column } from "../../components/tableRows";
import type { IndicatorView, PaperPreview, PlanTask, TargetView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import type { Spoken } from "./sourceMarks";
import { written } from "./values";

export interface ReadIndicator {
  key: string;
  task: PlanTask;
  indicator: IndicatorView;
}

/** Every indicator of the paper in its order. */
export function readIndicators({ plan, indicators }: PaperPreview): ReadIndicator[] {
  const tasks = new Map(plan.goals.flatMap((goal) => goal.tasks.map((task) => [task.number, task] as const)));
  return indicators.flatMap((of) => {
    const task = tasks.get(of.task);
    return task === undefined ? [] : of.indicators.map((indicator, index) => ({ key: `${of.task} ${index}`, task, indicator }));
  });
}

/** The words that an indicator's values were read from. */
export function spokenBy({ task, indicator: { annual, quarters } }: ReadIndicator): Spoken {
  return { task: task.number, places: [annual, ...quarters].flatMap((target) => target?.place ?? []), quarters: [] };
}

/** 10, 推导 40, 建议 1. */
function valueOf(target: TargetView | null | undefined): string {
  if (target === null || target === undefined) return "";
  const value = written(target);
  return target.origin === "derived" ? m.derivedValue(value) : target.origin === "suggested" ? m.suggested(value) : value;
}

const valueColumn = (key: string, title: string, of: (indicator: IndicatorView) => TargetView | null | undefined): Column<ReadIndicator> => ({
  key,
  title,
  width: 74,
  align: "end",
  value: ({ indicator }) => valueOf(of(indicator)),
  order: ({ indicator }) => of(indicator)?.least ?? null,
});

const COLUMNS: readonly Column<ReadIndicator>[] = [
  { key: "task", title: m.task, width: 62, value: ({ task }) => nameOf(task), order: ({ task }) => task.number, render: ({ task }) => task.number_text },
  { key: "name", title: m.columns.name, flex: 3, value: ({ indicator }) => indicator.name, filter: "text" },
  { key: "unit", title: m.unit, width: 56, value: ({ indicator }) => indicator.unit, yields: 1 },
  { key: "kind", title: m.kind, width: 84, value: ({ indicator }) => m.kinds[indicator.kind] ?? indicator.kind_word, filter: "choice", yields: 2 },
  valueColumn("annual", m.columns.annual, ({ annual }) => annual),
  ...m.columns.quarters.map((title, index) => valueColumn(`q${index + 1}`, title, ({ quarters }) => quarters[index])),
];
const keyOf = ({ key }: ReadIndicator) => key;

interface ReadIndicatorsProps {
  rows: readonly ReadIndicator[];
  opened: string | null;
  onOpen: (row: ReadIndicator) => void;
}

export function ReadIndicators({ rows, opened, onOpen }: ReadIndicatorsProps) {
  const note = useMemo(() => <span className="preview__note">{m.readOnly}</span>, []);
  return (
    <DataTable
      label={m.table}
      columns={COLUMNS}
      rows={rows}
      keyOf={keyOf}
      tall
      opened={opened}
      onOpen={onOpen}
      actions={note}
      empty={<Empty title={m.noIndicatorsTitle} text={m.noIndicatorsText} />}
      testId="read-indicators"
    />
  );
}
