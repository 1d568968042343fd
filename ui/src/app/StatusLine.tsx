// The line at the foot: what was last saved, and whether the store is well.
import type { Frame } from "../ipc/bindings";
import { frameMessages as m } from "../messages/frame";

export function StatusLine({ frame, status }: { frame: Frame; status: string }) {
  return (
    <footer className="status" data-testid="status">
      <span className="status__left" role="status" data-testid="status-left">
        {status === "" ? m.status.ready : status}
      </span>
      <span>{m.status.attachments(frame.attachments)}</span>
      <span className={frame.sound ? undefined : "status__bad"}>{frame.sound ? m.status.sound : m.status.unsound}</span>
      <span>{frame.backup_words}</span>
    </footer>
  );
}
