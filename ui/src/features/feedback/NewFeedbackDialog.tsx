// 登记: a telephone call or a message typed in, or an e-mail that was read, corrected where needed before it is recorded.
import { Button, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Notice, RefusalNotice } from "../../components/Notice";
import { sizeText } from "../../components/size";
import { nameOf, tasksOf } from "../../components/tasks";
import type { AddedFiles, Board, ChannelCode, FeedbackKindCode, FeedbackView, MailPreview, NewFeedback, Refusal } from "../../ipc/bindings";
import { addFeedback, pickFiles, takeFiles } from "../../ipc/commands";
import { useShellEvent } from "../../ipc/events";
import { asRefusal } from "../../ipc/refusal";
import { feedbackMessages } from "../../messages/feedback";
import { words } from "../../messages/words";

const m = feedbackMessages.form;
const KINDS: readonly FeedbackKindCode[] = ["question", "complaint", "suggestion"];
const CHANNELS: readonly ChannelCode[] = ["telephone", "website", "email"];

/** Nothing is chosen for the officer. */
type Boxes = Omit<NewFeedback, "kind" | "channel" | "received"> & { kind: FeedbackKindCode | null; channel: ChannelCode | null; received: string | null };

const boxesOf = (year: number, letter: MailPreview | null): Boxes => ({
  plan_year: year,
  kind: null,
  channel: letter === null ? null : "email",
  received: letter === null || letter.sent === "" ? null : letter.sent,
  subject: letter?.subject ?? "",
  text: letter?.text ?? "",
  name: letter?.name ?? "",
  contact: letter?.address ?? "",
  task: null,
  department: null,
  files: [],
});

/** The boxes that must not stay empty, by their words. */
export function lacking({ kind, channel, subject, text }: Pick<Boxes, "kind" | "channel" | "subject" | "text">): string[] {
  const asked: [boolean, string][] = [
    [kind === null, m.kind],
    [channel === null, m.channel],
    [subject.trim() === "", m.subject],
    [text.trim() === "", m.text],
  ];
  return asked.filter(([is]) => is).map(([, word]) => word);
}

function Field({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="feedback__field">
      <span>{word}</span>
      <div>{children}</div>
    </div>
  );
}

interface DialogProps {
  board: Board;
  letter: MailPreview | null;
  onClose: () => void;
  onRecorded: (view: FeedbackView) => void;
}

export function NewFeedbackDialog({ board, letter, onClose, onRecorded }: DialogProps) {
  const [boxes, setBoxes] = useState(() => boxesOf(board.year, letter));
  const [wrongDay, setWrongDay] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [refusedFiles, setRefusedFiles] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Boxes>) => setBoxes((before) => ({ ...before, ...change }));
  const missing = lacking(boxes);
  const known = letter?.known ?? null;

  const add = (asked: Promise<AddedFiles>) => {
    asked
      .then(({ added, refused }) => {
        setRefusedFiles(refused);
        setBoxes((before) => ({ ...before, files: [...before.files, ...added] }));
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  useShellEvent("files-dropped", ({ drop }) => add(takeFiles(drop)));

  const record = () => {
    const { kind, channel } = boxes;
    if (kind === null || channel === null || missing.length > 0 || wrongDay || busy || known !== null) return;
    setBusy(true);
    setRefusal(null);
    addFeedback({ ...boxes, kind, channel, received: boxes.received ?? "" }, letter?.token ?? null)
      .then(onRecorded)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  const why = wrongDay ? m.badDay : missing.length > 0 ? m.missing(missing.join(words.comma)) : "";
  const tasks = tasksOf(board).map(({ task }) => ({ value: task.number, label: nameOf(task) }));
  const departments = new Map(tasksOf(board).flatMap(({ task }) => task.departments.map(({ id, name }) => [id, name] as const)));
  return (
    <Dialog
      title={letter === null ? m.title : m.letterTitle(letter.file_name)}
      width={680}
      top={24}
      onClose={onClose}
      footer={
        <Decision word={m.save} disabled={why !== "" || busy || known !== null} onDecide={record} onClose={onClose} testId="feedback-record">
          <span className="feedback__why" role="status">
            {why}
          </span>
        </Decision>
      }
    >
      <div className="feedback__form">
        {known !== null && <Notice tone="late">{m.known(known)}</Notice>}
        {letter !== null && (
          <Notice tone={letter.problems.length > 0 ? "warn" : "plain"} lines={letter.problems} testId="letter-problems">
            {m.letterNote}
          </Notice>
        )}
        <Field word={m.kind}>
          <Choice name="kind" kind="small" label={m.kind} value={boxes.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, word: feedbackMessages.kinds[value], testId: `kind-${value}` }))} />
        </Field>
        <Field word={m.channel}>
          <Choice name="channel" kind="small" label={m.channel} value={boxes.channel} onChange={(channel) => set({ channel })} options={CHANNELS.map((value) => ({ value, word: feedbackMessages.channels[value], testId: `channel-${value}` }))} />
        </Field>
        <Field word={m.received}>
          <DateField
            label={m.received}
            value={boxes.received}
            year={board.year}
            placeholder={m.today}
            onChange={(received, wrong) => {
              set({ received });
              setWrongDay(wrong);
            }}
            testId="feedback-received"
          />
        </Field>
        <Field word={m.subject}>
          <Input data-first value={boxes.subject} aria-label={m.subject} onChange={({ target }) => set({ subject: target.value })} data-testid="feedback-subject" />
        </Field>
        <Field word={m.text}>
          <Input.TextArea value={boxes.text} aria-label={m.text} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => set({ text: target.value })} data-testid="feedback-words" />
        </Field>
        <Field word={m.name}>
          <Input value={boxes.name} aria-label={m.name} onChange={({ target }) => set({ name: target.value })} data-testid="feedback-name" />
        </Field>
        <Field word={m.contact}>
          <Input value={boxes.contact} aria-label={m.contact} placeholder={m.contactPlaceholder} onChange={({ target }) => set({ contact: target.value })} data-testid="feedback-contact" />
        </Field>
        <Field word={m.task}>
          <Select<number> className="feedback__select" aria-label={m.task} allowClear showSearch={{ optionFilterProp: "label" }} placeholder={m.taskPlaceholder} value={boxes.task} options={tasks} onChange={(task: number | undefined) => set({ task: task ?? null })} />
          {letter !== null && letter.suggestions.length > 0 && (
            <p className="feedback__suggested">
              {m.suggested}
              {letter.suggestions.map(({ task, title, words: shared }) => (
                <button key={task} type="button" className="link" data-hint={m.sharing(shared.join(words.comma))} onClick={() => set({ task })} data-testid={`suggested-${task}`}>
                  {title}
                </button>
              ))}
            </p>
          )}
        </Field>
        <Field word={m.department}>
          <Select<string> className="feedback__select" aria-label={m.department} allowClear placeholder={feedbackMessages.supervision} value={boxes.department} options={[...departments].map(([value, label]) => ({ value, label }))} onChange={(department: string | undefined) => set({ department: department ?? null })} />
        </Field>
        <Field word={m.files}>
          <ul className="feedback__files">
            {letter?.files.map(({ name, size, executable }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
              <li key={`${index} ${name}`}>
                <span>{name}</span>
                <small>{executable ? feedbackMessages.program : sizeText(size)}</small>
              </li>
            ))}
            {boxes.files.map((piece, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
              <li key={`own ${index}`}>
                <span>{piece.name}</span>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={() => add(pickFiles())}>
            {m.addFiles}
          </Button>
        </Field>
        {refusedFiles.map((sentence) => (
          <Notice key={sentence} tone="late">
            {sentence}
          </Notice>
        ))}
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}
