// One entry as the reviewer reads it, with the decision at its foot: Ctrl+Enter accepts, Ctrl+Shift+Enter returns.
import { Button } from "antd";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { inDialog, isComposing } from "../../components/keyboard";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { CommentView, EntryForm, FindingChoice, Refusal, ReviewLine } from "../../ipc/bindings";
import { acceptEntry, entryForm } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages as m } from "../../messages/review";
import { Comments } from "./Comments";
import { EntryRead } from "./EntryRead";
import { FindingBox, type FindingState, choiceOf, opening } from "./FindingBox";
import { ReturnDialog } from "./ReturnDialog";
import { type Pointed, pointedNow } from "./pointed";

interface DetailProps {
  line: ReviewLine;
  notes: readonly CommentView[];
  onNotes: (notes: CommentView[]) => void;
  onDecided: (message: string) => void;
  /** Opens the entry in 填报. */
  onEntry: () => void;
}

export function Detail(props: DetailProps) {
  const form = useLoaded("form", () => entryForm(props.line.key));
  if (form.state.phase === "reading") return <Reading />;
  if (form.state.phase === "refused") return <RefusalNotice refusal={form.state.refusal} onRetry={form.reload} />;
  return <Opened {...props} form={form.state.value} />;
}

function Opened({ line, form, notes, onNotes, onDecided, onEntry }: DetailProps & { form: EntryForm }) {
  const [finding, setFinding] = useState<FindingState>(() => opening(line, form));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [returning, setReturning] = useState<Pointed | null>(null);
  const read = useRef<HTMLDivElement>(null);
  const target = { key: line.key, revision: line.revision };
  const decidable = line.refused === null && line.stage !== "accepted";
  const accept = () => {
    if (!decidable || busy) return;
    const choice: FindingChoice | "missing" | null = choiceOf(finding, line.claim);
    setAsked(true);
    if (choice === "missing") return;
    setBusy(true);
    setRefusal(null);
    acceptEntry(target, choice)
      .then(({ message }) => onDecided(message))
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  const begin = () => {
    if (line.refused === null && !busy) setReturning(pointedNow(read.current));
  };
  const strike = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event) || inDialog(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) begin();
    else accept();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => strike(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <div className="review__detail" data-testid="review-detail">
      <div className="review__read" ref={read}>
        <EntryRead line={line} form={form} />
        <Comments entry={line.key} notes={notes} onNotes={onNotes} />
      </div>
      <footer className="review__foot">
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        {line.refused !== null ? (
          <p className="review__refused" data-testid="review-refused">
            {line.refused}
          </p>
        ) : (
          line.stage !== "accepted" && <FindingBox departments={line.departments} form={form} state={finding} asked={asked} claim={line.claim} onState={setFinding} />
        )}
        <div className="review__buttons">
          <span className="review__keys">{busy ? m.deciding : m.neighboursKey}</span>
          {line.stage === "returned" && (
            <Button onClick={onEntry} data-testid="review-correct">
              {m.correct}
            </Button>
          )}
          <Button disabled={line.refused !== null || busy} onMouseDown={(event) => event.preventDefault()} onClick={begin} aria-keyshortcuts="Control+Shift+Enter" data-hint={m.returnKey} data-testid="review-return">
            {m.return}
          </Button>
          <Button type="primary" disabled={!decidable || busy} onClick={accept} aria-keyshortcuts="Control+Enter" data-hint={m.acceptKey} data-testid="review-accept">
            {m.accept}
          </Button>
        </div>
      </footer>
      {returning !== null && <ReturnDialog target={target} form={form} pointed={returning} onReturned={onDecided} onClose={() => setReturning(null)} />}
    </div>
  );
}
