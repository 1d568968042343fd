// What is due, as one line: the first reminder, and the others when they are asked for, so that the screen below keeps its room.
import { useState } from "react";
import { Notice } from "../components/Notice";
import type { Reminder } from "../ipc/bindings";
import { frameMessages as m } from "../messages/frame";

interface RemindersProps {
  /** The most pressing first; none: nothing is shown. */
  reminders: readonly Reminder[];
  /** To the screen that a reminder is about. */
  onFollow: (reminder: Reminder) => void;
  /** Those that were on the screen are known now. */
  onRead: (texts: string[]) => void;
}

export function Reminders({ reminders, onFollow, onRead }: RemindersProps) {
  const [open, setOpen] = useState(false);
  const [first, ...others] = reminders;
  if (first === undefined) return null;
  const shown = open ? reminders : [first];
  const line = (one: Reminder) => (
    <>
      {one.text}{" "}
      <button type="button" className="link" onClick={() => onFollow(one)}>
        {m.reminderOpen}
      </button>
    </>
  );
  const list = open && (
    <ul>
      {others.map((one) => (
        <li key={one.text}>{line(one)}</li>
      ))}
    </ul>
  );
  return (
    <Notice
      tone="warn"
      testId="frame-reminder"
      more={list}
      {...(others.length > 0 && {
        action: (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="frame-reminder-others">
            {open ? m.reminderFewer : m.reminderOthers(others.length)}
          </button>
        ),
      })}
      onClose={() => onRead(shown.map((one) => one.text))}
    >
      {line(first)}
    </Notice>
  );
}
