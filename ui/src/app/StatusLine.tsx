// The line at the foot: what was last saved, what can be undone, and whether the store is well.
import type { Frame } from "../ipc/bindings";
import { frameMessages as m } from "../messages/frame";

interface StatusLineProps {
  frame: Frame;
  status: string;
  onUndo: () => void;
}

export function StatusLine({ frame, status, onUndo }: StatusLineProps) {
  return (
    <footer className="status" data-testid="status">
      <span className="status__left" role="status" data-testid="status-left">
        {status === "" ? m.status.ready : status}
      </span>
      {frame.undo !== null && (
        <button type="button" className="link status__undo" onClick={onUndo} data-hint={m.status.undoHint(frame.undo.words)} data-testid="undo-last">
          {m.status.undo(frame.undo.words)}
        </button>
      )}
      <span>{m.status.attachments(frame.attachments)}</span>
      <span className={frame.sound ? undefined : "status__bad"}>{frame.sound ? m.status.sound : m.status.unsound}</span>
      <span>{frame.backup_words}</span>
    </footer>
  );
}
