// 上年结转: what the year before left open, and which task of this year takes each up, confirmed one by one.
// Without a year before, what this year would leave.
import { Button } from "antd";
import { useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { FormDialog, orNull } from "../../components/FormDialog";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import type { Column } from "../../components/tableRows";
import { nameOf } from "../../components/tasks";
import type { CarryList, CarryView, PlanTask, PlanView, Refusal } from "../../ipc/bindings";
import { carryList, confirmCarry, plan as readPlan } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { changeMessages as m } from "../../messages/change";
import { quarterWord } from "../../messages/words";
import { Detail } from "./Detail";

const keyOf = ({ milestone }: CarryView) => `${milestone.task}-${milestone.quarter}`;

/** （五）二季度 */
const placeOf = ({ title, milestone }: CarryView): string => `${/^（[^）]+）/u.exec(title)?.[0] ?? milestone.task}${quarterWord(milestone.quarter)}`;

const tasksOf = ({ goals }: PlanView): PlanTask[] => goals.flatMap((goal) => goal.tasks);

/** The list into this year; where no plan stands for the year before, the list out of it. */
async function listOf(plan: PlanView): Promise<{ list: CarryList; tasks: readonly PlanTask[] }> {
  const before = await carryList(plan.year - 1).catch((error: unknown) => {
    if (asRefusal(error).code === "no_plan") return null;
    throw error;
  });
  if (before !== null) return { list: before, tasks: tasksOf(plan) };
  const list = await carryList(plan.year);
  const next = list.lines[0]?.into_year ?? null;
  return { list, tasks: next === null ? [] : tasksOf(await readPlan(next)) };
}

export function Carry({ plan, onChanged }: { plan: PlanView; onChanged: () => void }) {
  const { state, reload } = useLoaded(`carry ${plan.year}`, () => listOf(plan));
  const [opened, setOpened] = useState<string | null>(null);
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const { list, tasks } = state.value;
  const titleOf = (number: number | null) => {
    const task = tasks.find((each) => each.number === number);
    return task === undefined ? "" : nameOf(task);
  };
  const intoWords = (one: CarryView): string => {
    if (one.decided) return one.into_task === null ? m.nobody : one.into_title;
    return one.suggested === null ? m.undecided : m.suggestion(titleOf(one.suggested));
  };
  const columns: readonly Column<CarryView>[] = [
    { key: "place", title: m.place, width: 116, value: placeOf, order: ({ milestone }) => milestone.task * 10 + milestone.quarter },
    { key: "promised", title: m.promised, flex: 3, value: ({ published }) => published, filter: "text" },
    { key: "state", title: m.state, width: 104, value: ({ state_word }) => state_word, filter: "choice" },
    { key: "into", title: m.into, flex: 2, value: intoWords, filter: "text" },
  ];
  const one = list.lines.find((each) => keyOf(each) === opened);
  const changed = () => {
    reload();
    onChanged();
  };
  return (
    <>
      {list.provisional !== null && (
        <Notice tone="warn" testId="carry-provisional">
          {list.provisional}
        </Notice>
      )}
      {list.lines.length === 0 ? (
        <Empty title={m.noCarry} text={m.noCarryText(list.year)} />
      ) : (
        <ListDetail
          list={<DataTable label={m.carry(list.year)} columns={columns} rows={list.lines} keyOf={keyOf} opened={opened} onOpen={(row) => setOpened(keyOf(row))} empty={null} testId="plan-carry" />}
          detail={one === undefined ? null : <Carried key={keyOf(one)} one={one} into={intoWords(one)} suggestion={titleOf(one.suggested)} tasks={tasks} onChanged={changed} />}
          none={m.none}
          detailLabel={m.detail}
          wideList
        />
      )}
    </>
  );
}

interface CarriedProps {
  one: CarryView;
  into: string;
  suggestion: string;
  tasks: readonly PlanTask[];
  onChanged: () => void;
}

function Carried({ one, into, suggestion, tasks, onChanged }: CarriedProps) {
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { task, quarter } = one.milestone;
  const confirm = (number: string | null, remark: string) => confirmCarry(one.year, String(task), String(quarter), number, remark);
  const take = () => {
    setBusy(true);
    setRefusal(null);
    confirm(String(one.suggested), "")
      .then(onChanged)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Detail title={one.title} words={one.words} facts={[[m.into, into], [m.remark, one.remark]]} />
      <div className="decided__detail">
        {one.into_year === null && <p>{m.noNext(one.year + 1)}</p>}
        {one.into_year !== null && (
          <div className="decided__buttons">
            {!one.decided && one.suggested !== null && (
              <Button type="primary" disabled={busy} onClick={take} data-testid="carry-suggested">
                {m.confirmSuggestion(suggestion)}
              </Button>
            )}
            <Button disabled={busy} onClick={() => setChoosing(true)} data-testid="carry-other">
              {m.otherTask}
            </Button>
          </div>
        )}
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
      {choosing && (
        <FormDialog
          title={m.otherTask}
          year={one.year}
          fields={[
            { key: "into", label: m.into, kind: "choice", value: String(one.into_task ?? one.suggested ?? ""), options: [{ value: "", word: m.nobody }, ...tasks.map((each) => ({ value: String(each.number), word: nameOf(each) }))] },
            { key: "remark", label: m.remark, kind: "text", value: one.remark },
          ]}
          word={m.confirmCarry}
          send={({ into: chosen, remark }) => confirm(orNull(chosen), remark ?? "")}
          onDone={() => {
            setChoosing(false);
            onChanged();
          }}
          onClose={() => setChoosing(false)}
          testId="carry"
        />
      )}
    </>
  );
}
