// The store: where it lies, full backup, restoring and the check.
import { Button, Input } from "antd";
import { useState } from "react";
import { Decision, Dialog } from "../../components/Dialog";
import { Notice } from "../../components/Notice";
import { useRestore } from "../../components/restore";
import { sizeText } from "../../components/size";
import { stamp } from "../../components/time";
import { WorkBar } from "../../components/WorkBar";
import { useWork } from "../../components/work";
import type { CheckReport, Frame, Settings } from "../../ipc/bindings";
import { check, fullBackup, showStoreFolder } from "../../ipc/commands";
import { restoreMessages } from "../../messages/restore";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import { type Asking, useAsking } from "./ask";

interface StorePartProps {
  settings: Settings;
  onReload: () => void;
  onFrame: (frame: Frame) => void;
}

const passphraseOf = (typed: string): string | null => (typed === "" ? null : typed);

function BackupDialog({ asking, onReload, onClose }: { asking: Asking; onReload: () => void; onClose: () => void }) {
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const differ = first !== again;
  const go = () => {
    if (differ) return;
    onClose();
    asking.ask(fullBackup(passphraseOf(first)), (made) => {
      if (made === null) return null;
      onReload();
      return m.backedUp(made.file_name, sizeText(made.size), made.encrypted);
    });
  };
  return (
    <Dialog
      title={m.backupTitle}
      width={460}
      onClose={onClose}
      onEnter={go}
      footer={<Decision word={m.backup} disabled={differ} onDecide={go} onClose={onClose} testId="backup-go" />}
    >
      <div className="rows">
        <p>{m.backupText}</p>
        <label className="row" htmlFor="backup-passphrase">
          <span>{m.passphrase}</span>
          <Input.Password id="backup-passphrase" autoComplete="new-password" value={first} onChange={(event) => setFirst(event.target.value)} data-testid="backup-passphrase" />
        </label>
        {first !== "" && (
          <label className="row" htmlFor="backup-again">
            <span>{m.passphraseAgain}</span>
            <Input.Password id="backup-again" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.target.value)} />
          </label>
        )}
        {again !== "" && differ && <p className="bad">{m.passphrasesDiffer}</p>}
        <p className="quiet">{m.passphraseNote}</p>
      </div>
    </Dialog>
  );
}

function Checked({ report }: { report: CheckReport }) {
  if (report.ok) {
    return (
      <Notice tone="done" testId="check-ok">
        {m.checkOk}
      </Notice>
    );
  }
  return (
    <Notice tone="late" lines={report.findings.map(({ object, text }) => (object === "" ? text : `${object}: ${text}`))} testId="check-bad">
      {m.checkBad(report.findings.length)}
    </Notice>
  );
}

export function StorePart({ settings, onReload, onFrame }: StorePartProps) {
  const { store } = settings;
  const [backup, setBackup] = useState(false);
  const [checked, setChecked] = useState<CheckReport | null>(null);
  const asking = useAsking();
  const checking = useAsking();
  const backing = useWork("backup");
  const restoring = useRestore(onFrame);
  const runCheck = () => {
    setChecked(null);
    checking.ask(check(), (report) => {
      setChecked(report);
      return null;
    });
  };
  return (
    <div className="rows">
      <dl className="facts">
        <dt>{m.place}</dt>
        <dd>
          <span className="facts__place">{store.place}</span>
          <button type="button" className="link" onClick={() => asking.ask(showStoreFolder(), () => null)}>
            {m.showFolder}
          </button>
        </dd>
        <dt>{m.size}</dt>
        <dd>
          {m.sizes(sizeText(store.database_size), store.attachments, sizeText(store.attachments_size))} · {m.revisions(store.revisions)}
        </dd>
        <dt>{m.lastBackup}</dt>
        <dd>{store.last_backup === null ? m.never : stamp(store.last_backup)}</dd>
        <dt>{m.lastFullBackup}</dt>
        <dd className={store.last_full_backup === null ? "bad" : undefined}>{store.last_full_backup === null ? m.never : stamp(store.last_full_backup)}</dd>
      </dl>
      <div className="buttons">
        <Button disabled={asking.busy || restoring.busy} onClick={() => setBackup(true)} data-testid="backup">
          {m.backup}
        </Button>
        <Button disabled={asking.busy || restoring.busy} onClick={restoring.ask} data-testid="restore">
          {restoreMessages.restore}
        </Button>
        <Button disabled={checking.busy} onClick={runCheck} data-testid="check">
          {checking.busy ? m.checking : m.check}
        </Button>
      </div>
      {asking.busy && backing.now !== null && <WorkBar now={backing.now} words={m.backingUp(backing.now.name)} />}
      {restoring.under}
      <Answer asking={asking} />
      <Answer asking={checking} />
      {checked !== null && <Checked report={checked} />}
      {backup && <BackupDialog asking={asking} onReload={onReload} onClose={() => setBackup(false)} />}
    </div>
  );
}
