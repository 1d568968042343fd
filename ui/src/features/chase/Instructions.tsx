// 领导批示: what leaders wrote, newest first; from one of them an item is assigned.
import { Button } from "antd";
import { useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { StoredFiles } from "../../components/StoredFiles";
import type { Column } from "../../components/tableRows";
import type { InstructionView } from "../../ipc/bindings";
import { chaseMessages as m } from "../../messages/chase";
import { words } from "../../messages/words";
import { Facts } from "./Facts";

const COLUMNS: readonly Column<InstructionView>[] = [
  { key: "on", title: m.on, width: 92, value: ({ on }) => on },
  { key: "leader", title: m.leader, width: 92, value: ({ leader }) => leader, filter: "choice" },
  { key: "words", title: m.words, flex: 2, value: (one) => one.words, filter: "text" },
  { key: "title", title: m.task, yields: 2, value: ({ title }) => title, order: ({ task }) => task },
  { key: "department", title: m.doneBy, width: 96, value: ({ department_name }) => department_name, filter: "choice" },
  { key: "due", title: m.dueDay, width: 92, yields: 1, value: ({ due }) => due },
];
const keyOf = ({ id }: InstructionView) => id;

interface InstructionsProps {
  instructions: readonly InstructionView[];
  onAdd: () => void;
  onAssign: (instruction: InstructionView) => void;
}

export function Instructions({ instructions, onAdd, onAssign }: InstructionsProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const one = instructions.find(({ id }) => id === opened);
  const empty = (
    <Empty title={m.noInstructions} text={m.noInstructionsText}>
      <Button type="primary" onClick={onAdd} data-testid="chase-add">
        {words.asks(m.addInstruction)}
      </Button>
    </Empty>
  );
  const table = <DataTable label={m.instructions} columns={COLUMNS} rows={instructions} keyOf={keyOf} opened={opened} onOpen={({ id }) => setOpened(id)} empty={empty} testId="chase-instructions" />;
  if (instructions.length === 0) return table;
  const detail =
    one === undefined ? null : (
      <div className="chase__detail" data-testid="chase-instruction">
        <h2>{one.leader}</h2>
        <blockquote>{one.words}</blockquote>
        <Facts
          facts={[
            [m.on, one.on],
            [m.page, one.page],
            [m.task, one.title],
            [m.doneBy, one.department_name],
            [m.dueDay, one.due],
            [m.followedBy, one.followed_by.join(words.comma)],
          ]}
        />
        <StoredFiles label={m.scan} pieces={one.scan} />
        <div className="chase__buttons">
          <Button onClick={() => onAssign(one)} data-testid="chase-assign">
            {words.asks(m.assignFrom)}
          </Button>
        </div>
      </div>
    );
  return <ListDetail list={table} detail={detail} none={m.noneChosen} detailLabel={m.detail} wideList />;
}
