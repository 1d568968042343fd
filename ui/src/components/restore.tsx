// Restoring from a full backup: asked for in 设置, at the first start of another computer, and where a store cannot be opened.
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Frame, Refusal } from "../ipc/bindings";
import { restoreBackup } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { restoreMessages as m } from "../messages/restore";
import { Decision, Dialog } from "./Dialog";
import { RefusalNotice } from "./Notice";
import { WorkBar } from "./WorkBar";
import { useWork } from "./work";

export interface Restore {
  busy: boolean;
  /** Opens the question for the passphrase; the file is chosen after it. */
  ask: () => void;
  /** The question, how far it is, and what was refused: stands under the button. */
  under: ReactNode;
}

function RestoreDialog({ onChoose, onClose }: { onChoose: (passphrase: string | null) => void; onClose: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const choose = () => onChoose(passphrase === "" ? null : passphrase);
  return (
    <Dialog
      title={m.title}
      width={460}
      onClose={onClose}
      onEnter={choose}
      footer={<Decision word={m.chooseFile} onDecide={choose} onClose={onClose} testId="restore-go" />}
    >
      <div className="dialog-rows">
        <p>{m.text}</p>
        <label htmlFor="restore-passphrase">{m.passphrase}</label>
        <Input.Password id="restore-passphrase" autoComplete="off" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
      </div>
    </Dialog>
  );
}

export function useRestore(onRestored: (frame: Frame) => void): Restore {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const work = useWork("restore");
  const restore = (passphrase: string | null) => {
    setAsking(false);
    setBusy(true);
    setRefusal(null);
    restoreBackup(passphrase)
      .then((frame) => frame !== null && onRestored(frame))
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => {
        setBusy(false);
        work.end();
      });
  };
  return {
    busy,
    ask: () => setAsking(true),
    under: (
      <>
        {busy && work.now !== null && <WorkBar now={work.now} words={m.restoring(work.now.name)} />}
        {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
        {asking && <RestoreDialog onChoose={restore} onClose={() => setAsking(false)} />}
      </>
    ),
  };
}
