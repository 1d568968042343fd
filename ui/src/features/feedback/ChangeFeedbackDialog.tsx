// 更改: kind, task, department and day of a recorded piece; only what differs is sent, what was told stays as it came.
import { Select } from "antd";
import { useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { RefusalNotice } from "../../components/Notice";
import { departmentsOf, nameOf, tasksOf } from "../../components/tasks";
import type { Board, FeedbackChange, FeedbackKindCode, FeedbackView, Refusal } from "../../ipc/bindings";
import { feedbackMessages } from "../../messages/feedback";
import { KINDS } from "./kinds";
import { Suggested } from "./Suggested";

const m = feedbackMessages.change;
const form = feedbackMessages.form;
const NO_TASK = 0;

interface Chosen {
  kind: FeedbackKindCode;
  /** Of the board's year. `null`: as it is, also where that is another year's. */
  task: number | null;
  department: string;
  due: string | null;
}

const other = <T,>(now: T, next: T): T | null => (now === next ? null : next);

/** What differs from the piece; `null`: nothing does. */
export function changeOf({ line, department_id }: Pick<FeedbackView, "line" | "department_id">, year: number, chosen: Chosen): FeedbackChange | null {
  const change: FeedbackChange = {
    plan_year: year,
    kind: other(line.kind, chosen.kind),
    task: chosen.task,
    department: other(department_id ?? "", chosen.department),
    due: chosen.due === null ? null : other(line.due, chosen.due),
  };
  return change.kind === null && change.task === null && change.department === null && change.due === null ? null : change;
}

interface ChangeFeedbackDialogProps {
  board: Board;
  view: FeedbackView;
  busy: boolean;
  refusal: Refusal | null;
  onChange: (change: FeedbackChange) => void;
  onClose: () => void;
}

export function ChangeFeedbackDialog({ board, view, busy, refusal, onChange, onClose }: ChangeFeedbackDialogProps) {
  const { line, text, task_title, plan_year, department_id } = view;
  const [chosen, setChosen] = useState<Chosen>({ kind: line.kind, task: null, department: department_id ?? "", due: line.due });
  const [wrongDay, setWrongDay] = useState(false);
  const set = (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part }));
  // A task of another year is named in words: its number means another task in this one.
  const isOfBoard = line.task !== null && plan_year === board.year;
  const now = isOfBoard ? line.task : NO_TASK;
  const tasks = [{ value: NO_TASK, label: form.taskPlaceholder }, ...tasksOf(board).map(({ task }) => ({ value: task.number, label: nameOf(task) }))];
  const departments = [{ value: "", label: feedbackMessages.supervision }, ...departmentsOf(board).map(({ id, name }) => ({ value: id, label: name }))];
  // A department that answers for no task of this year keeps its name.
  const known = departments.some(({ value }) => value === department_id) || department_id === null;
  const choices = known ? departments : [...departments, { value: department_id, label: line.department ?? "" }];
  const choose = (task: number) => set({ task: task === now && (isOfBoard || line.task === null) ? null : task });
  const change = changeOf(view, board.year, chosen);
  const why = wrongDay ? m.badDay : chosen.due === null ? m.noDay : change === null ? m.same : "";
  return (
    <Dialog
      title={m.title(line.receipt)}
      width={620}
      onClose={onClose}
      footer={
        <Decision word={m.save} disabled={why !== "" || busy} onDecide={() => change !== null && onChange(change)} onClose={onClose} testId="feedback-change-save" note={why} />
      }
    >
      <div className="feedback__form">
        <Fields>
          <Field word={form.kind}>
            <Choice name="change-kind" kind="small" label={form.kind} value={chosen.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, word: feedbackMessages.kinds[value], testId: `change-kind-${value}` }))} />
          </Field>
          <Field word={form.task}>
            <Select<number> aria-label={form.task} showSearch={{ optionFilterProp: "label" }} value={chosen.task ?? now} options={tasks} onChange={choose} data-testid="feedback-change-task" />
            {line.task !== null && !isOfBoard && <p className="feedback__task">{m.otherYear(plan_year, task_title ?? "")}</p>}
            <Suggested year={board.year} text={`${line.subject}\n${text}`} chosen={chosen.task ?? now} onChoose={choose} />
          </Field>
          <Field word={form.department}>
            <Select<string> aria-label={form.department} showSearch={{ optionFilterProp: "label" }} value={chosen.department} options={choices} onChange={(department) => set({ department })} data-testid="feedback-change-department" />
          </Field>
          <Field word={m.due}>
            <DateField
              label={m.due}
              value={chosen.due}
              year={board.year}
              onChange={(due, wrong) => {
                set({ due });
                setWrongDay(wrong);
              }}
              testId="feedback-change-due"
            />
          </Field>
        </Fields>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}
