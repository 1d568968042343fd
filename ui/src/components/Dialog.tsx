// A decision in a box of its own: the keyboard is in its first field at once, and back where it was when it closes.
import { Button, Modal } from "antd";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from "react";
import { words } from "../messages/words";
import { enter, useGivingBack } from "./focus";
import { isComposing } from "./keyboard";
import "./Dialog.css";

interface DialogProps {
  title: string;
  width: number;
  /** Distance from the window's upper edge, for what is long; else a part of the window's height. */
  top?: number;
  /** Absent: an answer is needed, so it cannot be closed without one. */
  onClose?: (() => void) | undefined;
  /** What Enter in a field does. */
  onEnter?: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, width, top, onClose, onEnter, footer = null, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  /** Nothing to write: the keyboard is on what the dialog is for, not on the cross that closes it. */
  const begin = () => {
    if (enter(body.current)) return;
    const buttons = [...(body.current?.closest(".ant-modal")?.querySelectorAll<HTMLElement>(".ant-modal-footer button") ?? [])];
    (buttons.find((button) => button.classList.contains("ant-btn-primary")) ?? buttons.at(-1))?.focus();
  };
  useGivingBack();
  const strike = (event: KeyboardEvent) => {
    const field = event.target instanceof HTMLInputElement && event.target.closest(".ant-picker") === null;
    if (event.key === "Enter" && field && !isComposing(event)) onEnter?.();
  };
  const from = top === undefined ? "clamp(24px, 8vh, 100px)" : `${top}px`;
  const closable = onClose !== undefined;
  return (
    <Modal
      open
      title={title}
      width={width}
      footer={footer}
      closable={closable}
      mask={{ closable }}
      keyboard={closable}
      onCancel={() => onClose?.()}
      // Not by an effect: the kit puts the dialog's node into the page only after those have run.
      afterOpenChange={(open) => open && begin()}
      transitionName=""
      maskTransitionName=""
      style={{ top: from, "--dialog-top": from } as CSSProperties}
    >
      <div className="dialog__body" ref={body} onKeyDown={strike}>
        {children}
      </div>
    </Modal>
  );
}

interface DecisionProps {
  word: string;
  disabled?: boolean;
  onDecide: () => void;
  onClose: () => void;
  testId: string;
  /** At its left end, said when it changes: what is missing, or which key decides. */
  note?: string;
  /** Another way out. */
  children?: ReactNode;
}

/** A dialog's foot: what is missing, 取消, and the one thing that it is for. */
export function Decision({ word, disabled = false, onDecide, onClose, testId, note = "", children }: DecisionProps) {
  return (
    <div className="decision">
      <span className="decision__note" role="status">
        {note}
      </span>
      {children}
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button type="primary" disabled={disabled} onClick={onDecide} data-testid={testId}>
        {word}
      </Button>
    </div>
  );
}
