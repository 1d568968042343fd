// 登记: a telephone call or a message typed in, or an e-mail that was read, corrected where needed before it is recorded.
// What is dropped or pasted onto it is its attachment; the first e-mail is the piece itself and fills the boxes still empty.
import { Button, Input, Select } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { Choice } from "../../components/Choice";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { Notice, RefusalNotice } from "../../components/Notice";
import { pastedFiles } from "../../components/paste";
import { sizeText } from "../../components/size";
import { departmentsOf, nameOf, tasksOf } from "../../components/tasks";
import type { AddedFiles, Board, BoxEvidence, ChannelCode, FeedbackKindCode, FeedbackView, MailPreview, NewFeedback, Refusal } from "../../ipc/bindings";
import { addFeedback, pasteFile, pasteLetter, pickFiles, takeFiles, takeLetter } from "../../ipc/commands";
import { useShellEvent } from "../../ipc/events";
import { asRefusal } from "../../ipc/refusal";
import { feedbackMessages } from "../../messages/feedback";
import { words } from "../../messages/words";
import { CHANNELS, KINDS } from "./kinds";
import { isLetterName, isLetterSource } from "./letter";
import { Suggested } from "./Suggested";

const m = feedbackMessages.form;

/** Nothing is chosen for the officer. */
type Boxes = Omit<NewFeedback, "kind" | "channel" | "received"> & { kind: FeedbackKindCode | null; channel: ChannelCode | null; received: string | null };

const emptyBoxes = (year: number): Boxes => ({ plan_year: year, kind: null, channel: null, received: null, subject: "", text: "", name: "", contact: "", task: null, department: null, files: [] });

const or = (typed: string, read: string) => (typed.trim() === "" ? read : typed);

/** An e-mail fills what nobody has written yet. */
export function withLetter(boxes: Boxes, letter: MailPreview): Boxes {
  return {
    ...boxes,
    channel: boxes.channel ?? "email",
    received: boxes.received ?? (letter.sent === "" ? null : letter.sent),
    subject: or(boxes.subject, letter.subject),
    text: or(boxes.text, letter.text),
    name: or(boxes.name, letter.name),
    contact: or(boxes.contact, letter.address),
  };
}

const keyOf = (piece: BoxEvidence): string => (piece.form === "file" ? `${piece.sha256} ${piece.name}` : piece.name);

/** The same file twice is once. */
const withFiles = (before: readonly BoxEvidence[], added: readonly BoxEvidence[]): BoxEvidence[] => [...new Map([...before, ...added].map((piece) => [keyOf(piece), piece])).values()];

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

interface DialogProps {
  board: Board;
  letter: MailPreview | null;
  onClose: () => void;
  onRecorded: (view: FeedbackView) => void;
}

export function NewFeedbackDialog({ board, letter: given, onClose, onRecorded }: DialogProps) {
  const [letter, setLetter] = useState(given);
  const [boxes, setBoxes] = useState(() => (given === null ? emptyBoxes(board.year) : withLetter(emptyBoxes(board.year), given)));
  const [wrongDay, setWrongDay] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [refusedFiles, setRefusedFiles] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Boxes>) => setBoxes((before) => ({ ...before, ...change }));
  const missing = lacking(boxes);
  const known = letter?.known ?? null;

  const failed = (error: unknown) => setRefusal(asRefusal(error));
  const add = (asked: Promise<AddedFiles>) => {
    setRefusal(null);
    asked
      .then(({ added, refused }) => {
        setRefusedFiles(refused);
        setBoxes((before) => ({ ...before, files: withFiles(before.files, added) }));
      })
      .catch(failed);
  };
  const read = (asked: Promise<MailPreview>) => {
    setRefusal(null);
    asked
      .then((next) => {
        setLetter(next);
        setBoxes((before) => withLetter(before, next));
      })
      .catch(failed);
  };
  useShellEvent("files-dropped", ({ drop, names }) => {
    if (letter === null && names.length === 1 && names.every(isLetterName)) read(takeLetter(board.year, drop));
    else add(takeFiles(drop));
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    const source = event.clipboardData.getData("text/plain");
    if (letter === null && isLetterSource(source)) {
      event.preventDefault();
      read(pasteLetter(board.year, m.pastedLetter, new TextEncoder().encode(source.trimStart())));
      return;
    }
    const files = pastedFiles(event.clipboardData);
    if (files.length > 0) event.preventDefault();
    let isFree = letter === null;
    for (const { name, file } of files) {
      const bytes = file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
      if (isFree && isLetterName(name)) {
        isFree = false;
        read(bytes.then((whole) => pasteLetter(board.year, name, whole)));
      } else add(bytes.then((whole) => pasteFile(name, whole)));
    }
    // Text goes into the box where the cursor is; where it is in none, it is what was said.
    const inBox = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (files.length === 0 && !inBox && source.trim() !== "") {
      event.preventDefault();
      setBoxes((before) => ({ ...before, text: [before.text, source.trim()].filter((part) => part !== "").join("\n") }));
    }
  });
  useEffect(() => {
    const heard = (event: ClipboardEvent) => paste(event);
    document.addEventListener("paste", heard);
    return () => document.removeEventListener("paste", heard);
  }, []);

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
  const departments = departmentsOf(board).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog
      title={letter === null ? m.title : m.letterTitle(letter.file_name)}
      width={680}
      top={24}
      onClose={onClose}
      footer={
        <Decision word={m.save} disabled={why !== "" || busy || known !== null} onDecide={record} onClose={onClose} testId="feedback-record" note={why} />
      }
    >
      <div className="feedback__form">
        {known !== null && <Notice tone="late">{m.known(known)}</Notice>}
        {letter !== null && (
          <Notice tone={letter.problems.length > 0 ? "warn" : "plain"} lines={letter.problems} testId="letter-problems">
            {m.letterNote}
          </Notice>
        )}
        <Fields>
          <Field word={m.kind} half>
            <Choice name="kind" kind="small" label={m.kind} value={boxes.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, word: feedbackMessages.kinds[value], testId: `kind-${value}` }))} />
          </Field>
          <Field word={m.channel} half>
            <Choice name="channel" kind="small" label={m.channel} value={boxes.channel} onChange={(channel) => set({ channel })} options={CHANNELS.map((value) => ({ value, word: feedbackMessages.channels[value], testId: `channel-${value}` }))} />
          </Field>
          <Field word={m.subject}>
            <Input value={boxes.subject} aria-label={m.subject} onChange={({ target }) => set({ subject: target.value })} data-testid="feedback-subject" />
          </Field>
          <Field word={m.text}>
            <Input.TextArea value={boxes.text} aria-label={m.text} autoSize={{ minRows: 2, maxRows: 8 }} onChange={({ target }) => set({ text: target.value })} data-testid="feedback-words" />
          </Field>
          <Field word={m.name} half>
            <Input value={boxes.name} aria-label={m.name} onChange={({ target }) => set({ name: target.value })} data-testid="feedback-name" />
          </Field>
          <Field word={m.contact} half>
            <Input value={boxes.contact} aria-label={m.contact} placeholder={m.contactPlaceholder} onChange={({ target }) => set({ contact: target.value })} data-testid="feedback-contact" />
          </Field>
          <Field word={m.task}>
            <Select<number> aria-label={m.task} allowClear showSearch={{ optionFilterProp: "label" }} placeholder={m.taskPlaceholder} value={boxes.task} options={tasks} onChange={(task: number | undefined) => set({ task: task ?? null })} />
            <Suggested year={board.year} text={`${boxes.subject}\n${boxes.text}`} chosen={boxes.task} onChoose={(task) => set({ task })} />
          </Field>
          <Field word={m.department} half>
            <Select<string> aria-label={m.department} allowClear placeholder={feedbackMessages.supervision} value={boxes.department} showSearch={{ optionFilterProp: "label" }} options={departments} onChange={(department: string | undefined) => set({ department: department ?? null })} />
          </Field>
          <Field word={m.received} half>
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
                  <button type="button" className="link" onClick={() => set({ files: boxes.files.filter((other) => other !== piece) })}>
                    {m.removeFile}
                  </button>
                </li>
              ))}
            </ul>
            <Button size="small" onClick={() => add(pickFiles())}>
              {m.addFiles}
            </Button>
            <small className="feedback__hint">{m.filesHint}</small>
          </Field>
        </Fields>
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
