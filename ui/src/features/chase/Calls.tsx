// 谁没报: departments and what each owes the round, with whom to call; a department's detail stands beside.
import { Button } from "antd";
import { useMemo, useState } from "react";
import { Choice } from "../../components/Choice";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import type { Column } from "../../components/tableRows";
import type { CallLineView, Chase } from "../../ipc/bindings";
import { addSealedCopy, setContact } from "../../ipc/commands";
import { chaseMessages as m } from "../../messages/chase";
import { FormDialog, orNull } from "./FormDialog";

interface CallsProps {
  chase: Chase;
  year: number;
  onOpen: (open: { task: number; quarter: number; department: string | null }) => void;
  onChanged: () => void;
}

const COLUMNS: readonly Column<CallLineView>[] = [
  { key: "name", title: m.columns.name, flex: 2, value: ({ name }) => name, filter: "text" },
  { key: "reported", title: m.columns.reported, width: 84, value: ({ reported_word }) => reported_word, render: ({ reported, reported_word }) => <span data-reported={reported}>{reported_word}</span>, filter: "choice" },
  { key: "stated", title: m.columns.stated, width: 84, align: "center", value: ({ stated, owed }) => `${stated}/${owed}` },
  { key: "missing", title: m.columns.missing, flex: 3, value: ({ missing_words }) => missing_words },
  { key: "sealed", title: m.columns.sealed, width: 96, value: ({ sealed }) => sealed?.on ?? m.unsealed, filter: "choice" },
  { key: "contact", title: m.columns.contact, width: 76, value: ({ contact }) => contact },
  { key: "telephone", title: m.columns.telephone, width: 108, value: ({ telephone }) => telephone },
];
const keyOf = ({ department }: CallLineView) => department;

export function Calls({ chase, year, onOpen, onChanged }: CallsProps) {
  const { list, round } = chase;
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const rows = useMemo(() => list.lines.filter(({ missing }) => all || missing.length > 0), [list, all]);
  const line = list.lines.find(({ department }) => department === opened);
  const table = (
    <>
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
        empty={<Empty title={list.total === 0 ? m.nobodyOwes : m.allReported} text={list.total === 0 ? m.nobodyOwesText : m.allReportedText} />}
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
    </>
  );
  const detail = line === undefined ? null : <Department key={line.department} line={line} round={round.round} year={year} onOpen={onOpen} onChanged={onChanged} />;
  return <ListDetail list={table} detail={detail} none={m.noneOpen} detailLabel={m.department} testId="chase-list" />;
}

function Department({ line, round, year, onOpen, onChanged }: { line: CallLineView; round: string; year: number; onOpen: CallsProps["onOpen"]; onChanged: () => void }) {
  const [asked, setAsked] = useState<"sealed" | "contact" | null>(null);
  const done = () => {
    setAsked(null);
    onChanged();
  };
  return (
    <div className="chase__detail" data-testid="chase-department">
      <h2>{line.name}</h2>
      <p>
        {line.contact} {line.telephone}
      </p>
      <p>{line.missing.length === 0 ? m.missingNone : m.columns.missing}</p>
      <ul>
        {line.missing.map(({ task, quarter }) => (
          <li key={`${task}.${quarter}`}>
            <button type="button" className="link" onClick={() => onOpen({ task, quarter, department: line.department })}>
              {m.openEntry} {task}.{quarter}
            </button>
          </li>
        ))}
      </ul>
      <div className="chase__buttons">
        <Button onClick={() => setAsked("sealed")} data-testid="chase-sealed">
          {m.sealedSeen}
        </Button>
        <Button onClick={() => setAsked("contact")} data-testid="chase-contact">
          {m.contactSet}
        </Button>
      </div>
      {asked === "sealed" && (
        <FormDialog
          title={m.of(m.sealedSeen, line.name)}
          year={year}
          fields={[
            { key: "on", label: m.sealedOn, kind: "day" },
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
          year={year}
          fields={[
            { key: "name", label: m.contactName, kind: "line", value: line.contact },
            { key: "telephone", label: m.contactTelephone, kind: "line", value: line.telephone },
            { key: "from", label: m.contactFrom, kind: "day" },
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
