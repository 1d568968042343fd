// 谁没报: departments and what each owes the round, with whom to call; a department's detail stands beside.
import { Button } from "antd";
import { useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { SubmissionLine } from "../../components/SubmissionLine";
import type { Column } from "../../components/tableRows";
import { nameOf, taskOf } from "../../components/tasks";
import type { Board, CallLineView, Chase } from "../../ipc/bindings";
import { addSealedCopy, setContact } from "../../ipc/commands";
import { chaseMessages as m } from "../../messages/chase";
import { paperQuarter, words } from "../../messages/words";
import { Facts } from "./Facts";
import { FormDialog, orNull } from "../../components/FormDialog";

interface CallsProps {
  chase: Chase;
  board: Board;
  onOpen: (open: { task: number; quarter: number; department: string | null }) => void;
  onChanged: () => void;
}

const COLUMNS: readonly Column<CallLineView>[] = [
  { key: "name", title: m.columns.name, width: 120, value: ({ name }) => name },
  { key: "reported", title: m.columns.reported, width: 80, value: ({ reported_word }) => reported_word, render: ({ reported, reported_word }) => <span data-reported={reported}>{reported_word}</span>, filter: "choice" },
  { key: "stated", title: m.columns.stated, width: 76, align: "center", yields: 2, value: ({ stated, owed }) => `${stated}/${owed}` },
  { key: "missing", title: m.columns.missing, value: ({ missing_words }) => missing_words },
  { key: "sealed", title: m.columns.sealed, width: 88, yields: 1, value: ({ sealed }) => sealed?.on ?? m.unsealed, filter: "choice" },
  { key: "submission", title: m.columns.submission, width: 96, yields: 3, value: ({ submission }) => submission?.word ?? m.unprinted, filter: "choice" },
  { key: "contact", title: m.columns.contact, width: 68, value: ({ contact }) => contact },
  { key: "telephone", title: m.columns.telephone, width: 116, value: ({ telephone }) => telephone },
];
const keyOf = ({ department }: CallLineView) => department;

export function Calls({ chase, board, onOpen, onChanged }: CallsProps) {
  const { list, round } = chase;
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(() => list.lines.filter(({ missing }) => all || missing.length > 0), [list, all]);
  const line = list.lines.find(({ department }) => department === opened);
  if (list.total === 0) return <Empty title={m.nobodyOwes} text={m.nobodyOwesText} />;
  if (rows.length === 0) {
    return (
      <Empty title={m.allReported} text={m.allReportedText}>
        <Button onClick={() => setAll(true)} data-testid="chase-show-all">
          {m.showAll}
        </Button>
      </Empty>
    );
  }
  const table = (
    <div className="chase__calls">
      <p className="chase__sentence" data-testid="chase-sentence">
        {list.sentence}
      </p>
      <DataTable
        label={m.calls}
        columns={COLUMNS}
        rows={rows}
        keyOf={keyOf}
        opened={opened}
        onOpen={({ department }) => setOpened(department)}
        empty={null}
        actions={
          <Choice
            kind="tabs"
            name="chase-all"
            label={m.calls}
            value={all ? "all" : "missing"}
            onChange={(next) => setAll(next === "all")}
            options={[
              { value: "missing", word: m.onlyMissing, testId: "chase-missing" },
              { value: "all", word: m.everybody, testId: "chase-all" },
            ]}
          />
        }
        testId="chase-calls"
      />
    </div>
  );
  const detail = line === undefined ? null : <Department key={line.department} line={line} round={round.round} board={board} onOpen={onOpen} onChanged={onChanged} />;
  return <ListDetail list={table} detail={detail} none={m.noneOpen} detailLabel={m.department} wideList testId="chase-list" />;
}

const owedName = (board: Board, number: number): string => {
  const task = taskOf(board, number);
  return task === null ? String(number) : nameOf(task);
};

function Department({ line, round, board, onOpen, onChanged }: { line: CallLineView; round: string; board: Board; onOpen: CallsProps["onOpen"]; onChanged: () => void }) {
  const [asked, setAsked] = useState<"sealed" | "contact" | null>(null);
  const done = () => {
    setAsked(null);
    onChanged();
  };
  return (
    <div className="chase__detail" data-testid="chase-department">
      <h2>{line.name}</h2>
      <Facts
        facts={[
          [m.columns.contact, line.contact === "" && line.telephone === "" ? m.contactNone : `${line.contact} ${line.telephone}`],
          [m.state, `${line.reported_word} ${line.stated}/${line.owed}`],
          [m.columns.sealed, line.sealed?.on ?? m.unsealed],
        ]}
      />
      <SubmissionLine submission={line.submission} year={board.year} onScanned={onChanged} />
      <h3>{line.missing.length === 0 ? m.missingNone : m.owes}</h3>
      <ul className="chase__owed">
        {line.missing.map(({ task, quarter }) => (
          <li key={`${task}.${quarter}`}>
            <button type="button" className="link" onClick={() => onOpen({ task, quarter, department: line.department })} data-testid={`owed-${task}-${quarter}`}>
              {owedName(board, task)} <span>{paperQuarter(quarter)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="chase__buttons">
        <Button onClick={() => setAsked("sealed")} data-testid="chase-sealed">
          {words.asks(m.sealedSeen)}
        </Button>
        <Button onClick={() => setAsked("contact")} data-testid="chase-contact">
          {words.asks(m.contactSet)}
        </Button>
      </div>
      {asked === "sealed" && (
        <FormDialog
          title={m.of(m.sealedSeen, line.name)}
          year={board.year}
          fields={[
            { key: "on", label: m.sealedOn, kind: "day", hint: m.today },
            { key: "remark", label: m.remark, kind: "line" },
          ]}
          word={m.save}
          send={({ on, remark }) => addSealedCopy(round, line.department, orNull(on), remark ?? "")}
          onDone={done}
          onClose={() => setAsked(null)}
          testId="sealed"
        />
      )}
      {asked === "contact" && (
        <FormDialog
          title={m.of(m.contactSet, line.name)}
          year={board.year}
          fields={[
            { key: "name", label: m.contactName, kind: "line", needed: true, value: line.contact },
            { key: "telephone", label: m.contactTelephone, kind: "line", value: line.telephone },
            { key: "from", label: m.contactFrom, kind: "day", hint: m.today },
          ]}
          word={m.save}
          send={({ name, telephone, from }) => setContact(line.department, name ?? "", telephone ?? "", orNull(from))}
          onDone={done}
          onClose={() => setAsked(null)}
          testId="contact"
        />
      )}
    </div>
  );
}
