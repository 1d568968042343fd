// 计划变更: what was decided about milestones of the year, and the form that records another decision.
import { Button } from "antd";
import { useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { FormDialog, type Field } from "../../components/FormDialog";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { Column } from "../../components/tableRows";
import { nameOf } from "../../components/tasks";
import type { ChangeView, PlanView } from "../../ipc/bindings";
import { changeMilestone, planChanges } from "../../ipc/commands";
import { changeMessages as m } from "../../messages/change";
import { quarterWord } from "../../messages/words";
import { Detail } from "./Detail";

const COLUMNS: readonly Column<ChangeView>[] = [
  { key: "from", title: m.from, width: 96, value: ({ from }) => from },
  { key: "kind", title: m.kind, width: 72, value: ({ kind_word }) => kind_word, filter: "choice" },
  { key: "title", title: m.task, flex: 2, value: ({ title }) => title, order: ({ task }) => task },
  { key: "quarter", title: m.quarter, width: 76, value: ({ quarter }) => quarterWord(quarter), order: ({ quarter }) => quarter },
  { key: "words", title: m.changes, flex: 3, yields: 2, value: ({ words }) => words, filter: "text" },
  { key: "approver", title: m.approver, width: 84, yields: 1, value: ({ approver }) => approver },
];
const keyOf = ({ id }: ChangeView) => id;
const KINDS = ["reworded", "cancelled", "deferred"] as const;

function fieldsOf(plan: PlanView): Field[] {
  const tasks = plan.goals.flatMap((goal) => goal.tasks);
  const quarters = [1, 2, 3, 4].map((quarter) => ({ value: String(quarter), word: quarterWord(quarter) }));
  return [
    { key: "task", label: m.task, kind: "choice", needed: true, options: tasks.map((task) => ({ value: String(task.number), word: nameOf(task) })) },
    { key: "quarter", label: m.quarter, kind: "choice", needed: true, half: true, options: quarters },
    { key: "kind", label: m.kind, kind: "choice", needed: true, half: true, options: KINDS.map((value) => ({ value, word: m.kinds[value] })) },
    { key: "text", label: m.text, kind: "text", needed: true, only: ({ kind }) => kind === "reworded" },
    { key: "to", label: m.to, kind: "choice", needed: true, only: ({ kind }) => kind === "deferred", options: laterRounds(plan.year) },
    { key: "reason", label: m.reason, kind: "text", needed: true },
    { key: "basis", label: m.basis, kind: "line", needed: true, hint: m.basisHint },
    { key: "approver", label: m.approver, kind: "line", needed: true, half: true },
    { key: "from", label: m.from, kind: "day", half: true, hint: m.startsToday },
  ];
}

/** The rounds of this year after the first, and of the next. */
const laterRounds = (year: number) =>
  [year, year + 1].flatMap((of) => [1, 2, 3, 4].map((quarter) => ({ value: `${of}Q${quarter}`, word: m.roundOf(of, quarterWord(quarter)) }))).slice(1);

export function Changes({ plan, onChanged }: { plan: PlanView; onChanged: () => void }) {
  const { state, reload } = useLoaded(`changes ${plan.year}`, () => planChanges(plan.year));
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const one = state.value.find(({ id }) => id === opened);
  const add = (size: "small" | "middle") => (
    <Button type="primary" size={size} onClick={() => setAdding(true)} data-testid="change-add">
      {m.addChange}
    </Button>
  );
  const table = (
    <DataTable
      label={m.changes}
      columns={COLUMNS}
      rows={state.value}
      keyOf={keyOf}
      opened={opened}
      onOpen={({ id }) => setOpened(id)}
      actions={add("small")}
      empty={<Empty title={m.noChanges} text={m.noChangesText}>{add("middle")}</Empty>}
      testId="plan-changes"
    />
  );
  const detail = one === undefined ? null : (
    <Detail title={one.title} words={one.words} facts={[[m.published, one.published], [m.reason, one.reason], [m.basis, one.basis], [m.approver, one.approver], [m.by, one.by]]} />
  );
  return (
    <>
      {state.value.length === 0 ? table : <ListDetail list={table} detail={detail} none={m.none} detailLabel={m.detail} />}
      {adding && (
        <FormDialog
          title={m.addChange}
          fields={fieldsOf(plan)}
          year={plan.year}
          word={m.record}
          send={({ task, quarter, kind, text, to, from, reason, basis, approver }) =>
            changeMilestone(plan.year, { task: task ?? "", quarter: quarter ?? "", kind: kind ?? "", text: text ?? "", to: to ?? "", from: from ?? "", reason: reason ?? "", basis: basis ?? "", approver: approver ?? "" })
          }
          onDone={() => {
            setAdding(false);
            reload();
            onChanged();
          }}
          onClose={() => setAdding(false)}
          testId="change"
        />
      )}
    </>
  );
}
