// 填报 of one milestone: chooses the task, the promised quarter and the department; the desk below holds promise and boxes.
import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { useArrival } from "../../components/focus";
import { inDialog, isComposing } from "../../components/keyboard";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import { StandingMark } from "../../components/Standing";
import { SubmissionLine } from "../../components/SubmissionLine";
import { keyOf, nameOf, type Opened, taskOf, tasksOf } from "../../components/tasks";
import type { Board, BoardTask, EntryForm, EntryKey, OfficeView, SubmissionView } from "../../ipc/bindings";
import { entryForm, submission } from "../../ipc/commands";
import { entryMessages as m } from "../../messages/entry";
import { quarterWord, words } from "../../messages/words";
import { Desk } from "./Desk";
import "./Entry.css";

interface EntryScreenProps {
  board: Board;
  office: OfficeView;
  open: Opened | null;
  /** Beside the register: one column. */
  beside: boolean;
  onOpen: (open: Opened) => void;
  onClose?: () => void;
  onChanged: () => void;
  onLost: (words: string) => void;
  onStatus: (words: string) => void;
}

/** What is opened when nothing was chosen: the first milestone of the round that has not been reported, else the first task. */
function firstOpen(board: Board, own: string | null): Opened | null {
  const tasks = tasksOf(board).filter(({ task }) => own === null || task.departments.some(({ id }) => id === own));
  const unreported = tasks.find(({ task }) => task.quarters[board.quarter - 1]?.standing.state === "unreported");
  const first = unreported ?? tasks[0] ?? tasksOf(board)[0];
  return first === undefined ? null : { task: first.task.number, quarter: board.quarter, department: null };
}

/** The neighbour in printed order; an office of a department moves among its own tasks. */
export function neighbour(numbers: readonly number[], task: number, step: 1 | -1): number | null {
  const at = numbers.indexOf(task);
  return at < 0 ? null : (numbers[at + step] ?? null);
}

function quarterLabel(quarter: number, round: number): string {
  if (quarter === round) return m.thisQuarter(quarterWord(quarter));
  return quarter < round ? m.carried(quarterWord(quarter)) : m.early(quarterWord(quarter));
}

function TaskOption({ task, round }: { task: BoardTask; round: number }) {
  const milestone = task.quarters[round - 1] ?? null;
  return (
    <span className="chooser__option">
      <span>{nameOf(task)}</span>
      {milestone !== null && <StandingMark standing={milestone.standing} />}
    </span>
  );
}

interface ChooserProps {
  board: Board;
  entryKey: EntryKey;
  own: string | null;
  onOpen: (open: Opened) => void;
}

function Chooser({ board, entryKey, own, onOpen }: ChooserProps) {
  const task = taskOf(board, entryKey.task);
  const offered = tasksOf(board).filter(({ task: each }) => own === null || each.departments.some(({ id }) => id === own) || each.number === entryKey.task);
  const numbers = offered.map(({ task: each }) => each.number);
  const previous = neighbour(numbers, entryKey.task, -1);
  const next = neighbour(numbers, entryKey.task, 1);
  const open = useCallback(
    (number: number) => onOpen({ task: number, quarter: entryKey.round, department: null }),
    [onOpen, entryKey.round],
  );
  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || isComposing(event) || inDialog(event.target)) return;
      const to = event.key === "ArrowUp" ? previous : event.key === "ArrowDown" ? next : null;
      if (event.key === "ArrowUp" || event.key === "ArrowDown") event.preventDefault();
      if (to !== null) open(to);
    };
    window.addEventListener("keydown", strike);
    return () => window.removeEventListener("keydown", strike);
  }, [previous, next, open]);
  const options = offered.map(({ task: each }) => ({ value: each.number, name: nameOf(each), label: <TaskOption task={each} round={entryKey.round} /> }));
  return (
    <div className="chooser">
      <Select
        className="chooser__task"
        aria-label={m.task}
        data-testid="entry-task"
        value={entryKey.task}
        onChange={open}
        showSearch={{ optionFilterProp: "name" }}
        popupMatchSelectWidth={520}
        listHeight={360}
        options={options}
        optionLabelProp="name"
      />
      <Button icon={<UpOutlined />} disabled={previous === null} aria-label={m.previous} data-hint={m.previousKey} onClick={() => previous !== null && open(previous)} data-testid="entry-previous" />
      <Button icon={<DownOutlined />} disabled={next === null} aria-label={m.next} data-hint={m.nextKey} onClick={() => next !== null && open(next)} data-testid="entry-next" />
      <Select
        className="chooser__quarter"
        aria-label={m.promisedQuarter}
        data-testid="entry-quarter"
        value={entryKey.quarter}
        onChange={(quarter) => onOpen({ task: entryKey.task, quarter, department: entryKey.department })}
        options={[1, 2, 3, 4].map((quarter) => ({ value: quarter, label: quarterLabel(quarter, entryKey.round) }))}
        popupMatchSelectWidth={150}
      />
      {task !== null && (task.departments.length > 1 || own === null) && (
        <Select
          className="chooser__department"
          aria-label={m.department}
          data-testid="entry-department"
          value={entryKey.department}
          onChange={(department) => onOpen({ task: entryKey.task, quarter: entryKey.quarter, department })}
          options={task.departments.map(({ id, name, lead }) => ({ value: id, label: lead ? `${name} ${words.lead}` : name }))}
          popupMatchSelectWidth={140}
        />
      )}
    </div>
  );
}

export function EntryScreen({ board, office, open, beside, onOpen, onClose, onChanged, onLost, onStatus }: EntryScreenProps) {
  // Settled once: what is reported here must not make the screen jump to the next one.
  const [first] = useState(() => firstOpen(board, office.department));
  const opened = open ?? first;
  const key = opened === null ? null : keyOf(board, opened, office.department);
  const screen = useRef<HTMLElement>(null);
  useArrival(screen);
  if (key === null) return <Reading text={m.chooseTask} />;
  return (
    <section ref={screen} tabIndex={-1} className="entry" data-beside={beside || undefined} aria-label={m.title} data-testid="entry">
      <header className="entry__head">
        {!beside && <h1 className="entry__title">{m.title}</h1>}
        <Chooser board={board} entryKey={key} own={office.department} onOpen={onOpen} />
        {onClose !== undefined && (
          <Button type="text" onClick={onClose} data-testid="entry-close">
            {words.close}
          </Button>
        )}
      </header>
      <Milestone key={JSON.stringify(key)} entryKey={key} supervises={office.department === null} onOpen={onOpen} onChanged={onChanged} onLost={onLost} onStatus={onStatus} />
    </section>
  );
}

interface MilestoneProps {
  entryKey: EntryKey;
  supervises: boolean;
  onOpen: (open: Opened) => void;
  onChanged: () => void;
  onLost: (words: string) => void;
  onStatus: (words: string) => void;
}

/** One key: reads its form, and opens a fresh desk for every form that a command answers with. */
function Milestone({ entryKey, supervises, onOpen, onChanged, onLost, onStatus }: MilestoneProps) {
  const form = useLoaded<EntryForm>("form", () => entryForm(entryKey));
  const sheet = useLoaded<SubmissionView>("submission", () => submission(`${entryKey.year}Q${entryKey.round}`, entryKey.department));
  const [turn, setTurn] = useState(0);
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => onStatus(""), [onStatus]);
  if (form.state.phase === "reading") return <Reading />;
  if (form.state.phase === "refused") {
    return (
      <div className="entry__refused">
        <RefusalNotice refusal={form.state.refusal} onRetry={form.reload} />
      </div>
    );
  }
  if (form.state.value.promise === null) {
    return (
      <div className="entry__refused">
        <Notice tone="plain">{m.nothingPromised}</Notice>
      </div>
    );
  }
  const answered = (next: EntryForm, said: string) => {
    form.put(next);
    setMessage(said);
    setTurn((before) => before + 1);
    sheet.reload();
    onChanged();
  };
  return (
    <>
      {sheet.state.phase === "ready" && (
        <SubmissionLine
          submission={sheet.state.value}
          year={entryKey.year}
          onScanned={({ submission: now, message: said }) => {
            sheet.put(now);
            setMessage(said);
            onChanged();
          }}
        />
      )}
      <Desk
        key={turn}
        form={form.state.value}
        supervises={supervises}
        message={message}
        onMessageRead={() => setMessage(null)}
        onAnswered={answered}
        onForm={(next) => {
          form.put(next);
          onChanged();
        }}
        onOpen={onOpen}
        onLeft={onChanged}
        onLost={onLost}
        onStatus={onStatus}
      />
    </>
  );
}
