// A message: what happened, to what, and the next step. It stands where the eye is and stays until it is read.
import { type ReactNode, useEffect, useRef } from "react";
import { words } from "../messages/words";
import type { Refusal } from "../ipc/bindings";
import "./Notice.css";

interface NoticeProps {
  tone: "plain" | "done" | "warn" | "late";
  children: ReactNode;
  lines?: readonly string[];
  /** Below the lines: what need not be read at once. */
  more?: ReactNode;
  action?: ReactNode;
  onClose?: () => void;
  testId?: string;
}

export function Notice({ tone, children, lines = [], more, action, onClose, testId }: NoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  // Nothing is handed back: newer web views answer with a promise, which React would take for a clean-up and call.
  useEffect(() => void notice.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <div ref={notice} className="notice" data-tone={tone} role={tone === "late" ? "alert" : "status"} data-testid={testId}>
      <div className="notice__text">
        <p>{children}</p>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {more}
      </div>
      {action !== undefined && <div className="notice__action">{action}</div>}
      {onClose !== undefined && (
        <button type="button" className="link notice__close" onClick={onClose}>
          {words.gotIt}
        </button>
      )}
    </div>
  );
}

/** A refusal in place, with its further lines. */
export function RefusalNotice({ refusal, onRetry, onClose }: { refusal: Refusal; onRetry?: () => void; onClose?: () => void }) {
  return (
    <Notice
      tone="late"
      lines={refusal.lines}
      testId="refusal"
      {...(onRetry !== undefined && {
        action: (
          <button type="button" className="link" onClick={onRetry}>
            {words.retry}
          </button>
        ),
      })}
      {...(onClose !== undefined && { onClose })}
    >
      {refusal.text}
    </Notice>
  );
}

/** Words for the time until an answer is there; invisible for the first moments, so that nothing flickers. */
export function Reading({ text = words.loading }: { text?: string }) {
  return (
    <p className="reading" role="status">
      {text}
    </p>
  );
}
