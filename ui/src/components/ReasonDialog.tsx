// A decision that must say why: the reason, and one button that says what is missing as long as it may not be pressed.
// Ctrl+Enter decides, but not while an input method composes; Enter makes a line.
import { Input } from "antd";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { Refusal } from "../ipc/bindings";
import { fieldMessages as m } from "../messages/fields";
import { Decision, Dialog } from "./Dialog";
import { isComposing } from "./keyboard";
import { RefusalNotice } from "./Notice";
import "./ReasonDialog.css";

interface ReasonDialogProps {
  title: string;
  /** What happens, to what. */
  children: ReactNode;
  /** What the reason is for, and who will read it. */
  label: string;
  placeholder?: string;
  /** What deciding is called. */
  word: string;
  /** The decision was sent and is not answered. */
  busy: boolean;
  /** Why it was not done; what was written stays. */
  refusal: Refusal | null;
  onDecide: (reason: string) => void;
  onClose: () => void;
  testId: string;
}

export function ReasonDialog({ title, children, label, placeholder, word, busy, refusal, onDecide, onClose, testId }: ReasonDialogProps) {
  const id = useId();
  const [text, setText] = useState("");
  const reason = text.trim();
  const ready = reason !== "" && !busy;
  const strike = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    if (ready) onDecide(reason);
  };
  return (
    <Dialog
      title={title}
      width={520}
      onClose={onClose}
      footer={
        <Decision word={word} disabled={!ready} onDecide={() => onDecide(reason)} onClose={onClose} testId={testId} note={busy ? m.deciding : reason === "" ? m.reasonMissing : m.decideKey} />
      }
    >
      <div className="reason" onKeyDown={strike}>
        <div>{children}</div>
        <label htmlFor={id}>{label}</label>
        <Input.TextArea id={id} data-first autoSize={{ minRows: 3, maxRows: 8 }} value={text} placeholder={placeholder ?? ""} onChange={({ target }) => setText(target.value)} data-testid={`${testId}-reason`} />
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}
