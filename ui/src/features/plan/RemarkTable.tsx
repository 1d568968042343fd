// What the plan's own numbers and words say, a row each in the paper's order: sorted, filtered, copied as any list.
// Two lines a row, so that most sentences are read where they stand. Left to others: the words that a remark speaks of.
import { useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { nameOf } from "../../components/tasks";
import { type Column, type TableView, WHOLE, filtered } from "../../components/tableRows";
import type { PlanTask, PlanView, RemarkView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { words } from "../../messages/words";
import { spanText } from "./marks";
import "./Arithmetic.css";

interface Row {
  key: string;
  remark: RemarkView;
  /** Absent: the paper as a whole. */
  task: PlanTask | undefined;
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

const severityOf = (remark: RemarkView): string => (remark.fits ? m.fitsWord : m.lookWord);

/** What is not known of a remark that concerns no single place is a blank. */
const spokenOf = ({ remark, task }: Row): string => (task === undefined || remark.place === null ? "" : spanText(task, remark.place));

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "severity",
    title: m.severity,
    width: 84,
    value: ({ remark }) => severityOf(remark),
    render: ({ remark }) => (
      <>
        <RemarkMark fits={remark.fits} /> <span aria-hidden="true">{severityOf(remark)}</span>
      </>
    ),
    filter: "choice",
  },
  { key: "task", title: m.task, flex: 2, value: ({ task }) => (task === undefined ? m.paper : nameOf(task)), order: ({ task }) => task?.number ?? 0, filter: "text" },
  { key: "kind", title: m.remarkKind, width: 112, value: ({ remark }) => remark.word, filter: "choice", yields: 2 },
  { key: "sentence", title: m.sentence, flex: 4, value: ({ remark }) => sentenceOf(remark), filter: "text" },
  { key: "quarters", title: m.spokenQuarters, width: 76, value: ({ remark }) => remark.quarters.map((quarter) => m.columns.quarters[quarter - 1] ?? "").join(words.comma), yields: 4 },
  { key: "text", title: m.spokenText, flex: 2, value: spokenOf, filter: "text", yields: 3 },
];
const keyOf = ({ key }: Row) => key;

type Only = "all" | "fits" | "look";

interface RemarkTableProps {
  plan: PlanView;
  remarks: readonly RemarkView[];
  /** The place in the list of the remark that is open. */
  opened: number | null;
  onOpen: (at: number) => void;
}

export function RemarkTable({ plan, remarks, opened, onOpen }: RemarkTableProps) {
  const [view, setView] = useState<TableView>(WHOLE);
  const rows = useMemo(() => {
    const tasks = new Map(plan.goals.flatMap((goal) => goal.tasks.map((task) => [task.number, task] as const)));
    return remarks.map((remark, index): Row => ({ key: `${index}`, remark, task: remark.task === null ? undefined : tasks.get(remark.task) }));
  }, [plan, remarks]);
  const fitting = remarks.filter(({ fits }) => fits).length;
  const filter = view.filters["severity"];
  const chosen = filter?.kind === "choice" ? filter.value : null;
  const only: Only = chosen === m.fitsWord ? "fits" : chosen === m.lookWord ? "look" : "all";
  const show = (next: Only) => setView(filtered(view, "severity", next === "all" ? null : { kind: "choice", value: next === "fits" ? m.fitsWord : m.lookWord }));
  return (
    <DataTable
      label={m.remarks}
      columns={COLUMNS}
      rows={rows}
      keyOf={keyOf}
      tall
      opened={opened === null ? null : `${opened}`}
      onOpen={({ key }) => onOpen(Number(key))}
      view={view}
      onView={setView}
      actions={
        <Choice
          name="remarks"
          label={m.filter}
          kind="small"
          value={only}
          onChange={show}
          options={[
            { value: "all", word: m.all(remarks.length), testId: "remarks-all" },
            { value: "fits", word: m.onlyFits(fitting), testId: "remarks-fits" },
            { value: "look", word: m.onlyLook(remarks.length - fitting), testId: "remarks-look" },
          ]}
        />
      }
      empty={<Empty title={m.noneTitle} text={m.noneText} />}
      testId="remarks"
    />
  );
}
