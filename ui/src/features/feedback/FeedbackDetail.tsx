// One piece of feedback: masked until somebody asks for more, which is noted; its answer, closing and history.
import { Button, Input } from "antd";
import { useState } from "react";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { ReasonDialog } from "../../components/ReasonDialog";
import { sizeText } from "../../components/size";
import { stamp } from "../../components/time";
import type { Board, FeedbackFile, FeedbackPersonal, FeedbackView, Refusal, ReplyView } from "../../ipc/bindings";
import { answerFeedback, changeFeedback, closeFeedback, feedback, openFile, reopenFeedback, showPersonal } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { feedbackMessages as m } from "../../messages/feedback";
import { ChangeFeedbackDialog } from "./ChangeFeedbackDialog";

function Said({ word, reply }: { word: string; reply: ReplyView | null }) {
  if (reply === null) return null;
  return (
    <section className="feedback__said">
      <h3>
        {word} <small>{m.by(reply.by, reply.on)}</small>
      </h3>
      <p className="feedback__text">{reply.text}</p>
    </section>
  );
}

function Files({ files, onOpen }: { files: readonly FeedbackFile[]; onOpen: (sha256: string, name: string) => void }) {
  if (files.length === 0) return null;
  return (
    <section>
      <h3>{m.files}</h3>
      <ul className="feedback__files">
        {files.map(({ name, size, executable, sha256 }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
          <li key={`${index} ${name}`}>
            {sha256 !== null && !executable ? (
              <button type="button" className="link" onClick={() => onOpen(sha256, name)}>
                {name}
              </button>
            ) : (
              <span data-hint={executable ? m.program : m.fileHidden}>{name}</span>
            )}
            <small>{executable ? m.program : sizeText(size)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FeedbackDetail({ board, id, onChanged }: { board: Board; id: string; onChanged: (said: string) => void }) {
  const { state, reload, put } = useLoaded(id, () => feedback(id));
  const [personal, setPersonal] = useState<FeedbackPersonal | null>(null);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [deciding, setDeciding] = useState<"change" | "close" | "reopen" | null>(null);
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const { line, contact, task_title, files, answer, closing, reopening, steps } = state.value;

  const take = (asked: Promise<FeedbackView>, said: string) => {
    setBusy(true);
    setRefusal(null);
    asked
      .then((next) => {
        put(next);
        if (deciding !== "change") setText("");
        setDeciding(null);
        setPersonal(null);
        onChanged(said);
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  const show = () => {
    setRefusal(null);
    showPersonal(id).then(setPersonal).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const open = (sha256: string, name: string) => void openFile(sha256, name).catch((error: unknown) => setRefusal(asRefusal(error)));
  const close = () => {
    if (answer === null) setDeciding("close");
    else take(closeFeedback(id, ""), m.closed);
  };
  // What was refused in a dialog is no news below it.
  const leave = () => {
    setDeciding(null);
    setRefusal(null);
  };
  const sender = personal === null ? line.sender : personal.name;
  const reach = personal === null ? contact : personal.contact;
  return (
    <article className="feedback__detail" data-testid="feedback-detail">
      <header>
        <div className="feedback__head">
          <h2>{personal === null ? line.subject : personal.subject}</h2>
          <Button size="small" onClick={() => setDeciding("change")} data-testid="feedback-change">
            {m.change.open}
          </Button>
        </div>
        <p className="feedback__facts">
          <b>{line.receipt}</b>
          <span>{line.kind_word}</span>
          <span>{line.channel_word}</span>
          <span>{m.received(line.received)}</span>
          <span data-late={line.overdue || undefined}>{m.due(line.due, line.due_words)}</span>
          <span>{m.handledBy(line.department ?? m.supervision)}</span>
        </p>
        {task_title !== null && <p className="feedback__task">{task_title}</p>}
      </header>
      <p className="feedback__sender">
        <span>
          {m.from} {sender === "" ? m.nobody : sender}
          {reach !== "" && reach !== sender && <> · {reach}</>}
        </span>
        {personal === null ? (
          <>
            <small>{m.masked}</small>
            <Button size="small" onClick={show} data-hint={m.showHint} data-testid="feedback-show">
              {m.show}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => setPersonal(null)}>
            {m.hide}
          </Button>
        )}
      </p>
      <p className="feedback__text" data-testid="feedback-text">
        {personal === null ? state.value.text : personal.text}
      </p>
      <Files files={personal === null ? files : personal.files} onOpen={open} />
      <Said word={m.reopening} reply={reopening} />
      <Said word={m.answer} reply={answer} />
      <Said word={m.closing} reply={closing} />
      {refusal !== null && deciding === null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {line.state === "closed" ? (
        <p className="feedback__steps">
          <Button onClick={() => setDeciding("reopen")} data-testid="feedback-reopen">
            {m.reopen}
          </Button>
        </p>
      ) : (
        <section className="feedback__answer">
          <Input.TextArea value={text} autoSize={{ minRows: 3, maxRows: 10 }} aria-label={m.answer} placeholder={m.answerPlaceholder} onChange={({ target }) => setText(target.value)} data-testid="feedback-answer-text" />
          <p className="feedback__steps">
            {text.trim() === "" && answer === null && <small>{m.answerMissing}</small>}
            <Button disabled={busy} onClick={close} data-testid="feedback-close">
              {answer === null ? m.close : m.closing}
            </Button>
            <Button type="primary" disabled={busy || text.trim() === ""} onClick={() => take(answerFeedback(id, text), m.answered)} data-testid="feedback-answer">
              {answer === null ? m.answer : m.answerAgain}
            </Button>
          </p>
        </section>
      )}
      <section>
        <h3>{m.history}</h3>
        <ol className="feedback__history">
          {steps.map(({ at, by, word }) => (
            <li key={`${at} ${word}`}>
              {stamp(at)} {by} {word}
            </li>
          ))}
        </ol>
      </section>
      {deciding === "change" && <ChangeFeedbackDialog board={board} view={state.value} busy={busy} refusal={refusal} onChange={(change) => take(changeFeedback(id, change), m.change.done)} onClose={leave} />}
      {deciding === "close" && (
        <ReasonDialog title={m.closeTitle(line.receipt)} label={m.closeLabel} word={m.closing} busy={busy} refusal={refusal} onDecide={(words) => take(closeFeedback(id, words), m.closed)} onClose={leave} testId="feedback-closing">
          <p>{m.closeWithout}</p>
          <p>{m.closeText}</p>
        </ReasonDialog>
      )}
      {deciding === "reopen" && (
        <ReasonDialog title={m.reopenTitle(line.receipt)} label={m.reopenLabel} word={m.reopening} busy={busy} refusal={refusal} onDecide={(words) => take(reopenFeedback(id, words), m.reopened)} onClose={leave} testId="feedback-reopening">
          <p>{m.reopenText}</p>
        </ReasonDialog>
      )}
    </article>
  );
}
