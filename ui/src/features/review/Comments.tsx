// 批注 on one entry: read, add, take back.
import { Button, Input } from "antd";
import { useState } from "react";
import { RefusalNotice } from "../../components/Notice";
import { clock } from "../../components/time";
import type { CommentView, EntryKey, Refusal } from "../../ipc/bindings";
import { addComment, withdrawComment } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages as m } from "../../messages/review";
import { keyText } from "./queue";

interface CommentsProps {
  entry: EntryKey;
  /** Of the whole year. */
  notes: readonly CommentView[];
  onNotes: (notes: CommentView[]) => void;
}

export function Comments({ entry, notes, onNotes }: CommentsProps) {
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // What is noted beside the promise belongs to its reading too.
  const own = notes.filter((note) => (note.entry === null ? note.task === entry.task && (note.quarter === null || note.quarter === entry.quarter) : keyText(note.entry) === keyText(entry)));
  const send = (asked: Promise<CommentView[]>) => {
    setRefusal(null);
    asked
      .then((next) => {
        onNotes(next);
        setText("");
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const add = () => send(addComment({ year: entry.year, task: null, quarter: null, entry, manual: false, text }));
  return (
    <section className="review__part" data-testid="review-comments">
      <h3>
        {m.comments} <small>{m.commentHint}</small>
      </h3>
      <ul className="review__comments">
        {own.map((note) => (
          <li key={note.id}>
            {note.manual && <em className="review__manual">{m.manual}</em>} {note.text}
            <small>
              {note.by} {clock(note.at)}
            </small>
            {note.entry !== null && (
              <button type="button" className="link" onClick={() => send(withdrawComment(entry.year, note.id))}>
                {m.commentWithdraw}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="review__comment">
        <Input size="small" value={text} aria-label={m.comments} onChange={({ target }) => setText(target.value)} data-testid="comment-text" />
        <Button size="small" disabled={text.trim() === ""} onClick={add} data-testid="comment-add">
          {m.commentAdd}
        </Button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </section>
  );
}
