// 人工标注 on the paper: what only a person can see in it, beside the task that it is about.
import type { CommentView } from "../ipc/bindings";
import { notesMessages as m } from "../messages/notes";
import { paperQuarter } from "../messages/words";
import "./ManualNotes.css";

/** The notes on one task, or on the paper as a whole (`null`), the whole task's before a quarter's. */
export function notesOf(notes: readonly CommentView[], task: number | null): CommentView[] {
  return notes.filter((note) => note.manual && note.task === task);
}

export function ManualNotes({ notes }: { notes: readonly CommentView[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="manual-notes" aria-label={m.manual}>
      {notes.map((note) => (
        <li key={note.id} data-testid="manual-note">
          <em>{m.manual}</em> {note.quarter !== null && `${paperQuarter(note.quarter)} `}
          {note.text}
        </li>
      ))}
    </ul>
  );
}
