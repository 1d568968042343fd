// A new recovery code: shown once, with its sheet to print; it is gone when this closes.
import { Button } from "antd";
import { useState } from "react";
import type { RecoverySheet, Refusal } from "../ipc/bindings";
import { openReport } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { personMessages as m } from "../messages/persons";
import { Dialog } from "./Dialog";
import { RefusalNotice } from "./Notice";

export function RecoveryShown({ recovery, onDone }: { recovery: RecoverySheet; onDone: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sheet = recovery.sheet;
  return (
    <Dialog
      title={m.recoveryTitle}
      width={520}
      footer={
        <>
          {sheet !== null && (
            <Button onClick={() => openReport(sheet.token).catch((error: unknown) => setRefusal(asRefusal(error)))} data-testid="recovery-open">
              {m.recoverySheet}
            </Button>
          )}
          <Button type="primary" onClick={onDone} data-testid="recovery-done">
            {m.recoveryDone}
          </Button>
        </>
      }
    >
      <p>{m.recoveryText}</p>
      <p className="recovery" data-testid="recovery-code">
        {recovery.code}
      </p>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
