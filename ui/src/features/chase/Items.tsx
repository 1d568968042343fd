// 督办事项: a list with the steps of the opened one, oldest first, and the steps that may follow.
import { Button } from "antd";
import { useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { StoredFiles } from "../../components/StoredFiles";
import type { Column } from "../../components/tableRows";
import type { StageView, SupervisionView } from "../../ipc/bindings";
import { stepSupervision } from "../../ipc/commands";
import { chaseMessages as m } from "../../messages/chase";
import { words } from "../../messages/words";
import { Facts } from "./Facts";
import { FormDialog, orNull } from "../../components/FormDialog";

const COLUMNS: readonly Column<SupervisionView>[] = [
  { key: "number", title: m.number, width: 132, value: ({ number_text }) => number_text, order: ({ number }) => number },
  { key: "stage", title: m.stage, width: 92, value: ({ stage_word, overdue }) => (overdue ? `${stage_word} ${m.overdue}` : stage_word), render: ({ stage_word, overdue }) => <span data-overdue={overdue || undefined}>{overdue ? `${stage_word} ${m.overdue}` : stage_word}</span>, filter: "choice" },
  { key: "requirement", title: m.requirement, flex: 2, value: ({ requirement }) => requirement, filter: "text" },
  { key: "title", title: m.task, yields: 2, value: ({ title }) => title, order: ({ task }) => task },
  { key: "department", title: m.doneBy, width: 92, yields: 1, value: ({ department_name }) => department_name, filter: "choice" },
  { key: "due", title: m.dueDay, width: 92, value: ({ due }) => due },
];
const keyOf = ({ id }: SupervisionView) => id;

interface ItemsProps {
  items: readonly SupervisionView[];
  year: number;
  onAdd: () => void;
  onChanged: () => void;
}

export function Items({ items, year, onAdd, onChanged }: ItemsProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const one = items.find(({ id }) => id === opened);
  const empty = (
    <Empty title={m.noItems} text={m.noItemsText}>
      <Button type="primary" onClick={onAdd} data-testid="chase-add">
        {words.asks(m.addItem)}
      </Button>
    </Empty>
  );
  const table = <DataTable label={m.items} columns={COLUMNS} rows={items} keyOf={keyOf} opened={opened} onOpen={({ id }) => setOpened(id)} empty={empty} testId="chase-items" />;
  if (items.length === 0) return table;
  return <ListDetail list={table} detail={one === undefined ? null : <Item key={one.id} item={one} year={year} onChanged={onChanged} />} none={m.noneChosen} detailLabel={m.detail} wideList />;
}

function Item({ item, year, onChanged }: { item: SupervisionView; year: number; onChanged: () => void }) {
  const [step, setStep] = useState<StageView | null>(null);
  return (
    <div className="chase__detail" data-testid="chase-item">
      <h2>{item.number_text}</h2>
      <p>{item.requirement}</p>
      <Facts
        facts={[
          [m.task, item.title],
          [m.doneBy, item.department_name],
          [m.dueDay, item.overdue ? `${item.due} ${m.overdue}` : item.due],
        ]}
      />
      <ol className="chase__steps">
        {item.steps.map((one, index) => (
          // Steps are only ever added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <b>{one.word}</b> <span>{one.on}</span> <span>{one.by}</span>
            {one.words !== "" && <p>{one.words}</p>}
            <StoredFiles label={m.of(one.word, m.files)} pieces={one.files} />
          </li>
        ))}
      </ol>
      <div className="chase__buttons">
        {item.next.map((next) => (
          <Button key={next.stage} onClick={() => setStep(next)} data-testid={`step-${next.stage}`}>
            {words.asks(m.nextStep(next.word))}
          </Button>
        ))}
      </div>
      {step !== null && (
        <FormDialog
          title={m.of(item.number_text, step.word)}
          year={year}
          fields={[
            { key: "words", label: m.stepWords, kind: "text", hint: m.stepNote },
            { key: "on", label: m.stepOn, kind: "day", hint: m.today },
          ]}
          files={m.files}
          word={m.nextStep(step.word)}
          send={(v, files) => stepSupervision(year, item.id, { stage: step.stage, on: orNull(v["on"]), by: null, words: v["words"] ?? "", files })}
          onDone={() => {
            setStep(null);
            onChanged();
          }}
          onClose={() => setStep(null)}
          testId="step"
        />
      )}
    </div>
  );
}
