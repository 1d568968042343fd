// 忘记 PIN: the recovery sheet resets a person's, and a new sheet takes its place.
import { Input, Select } from "antd";
import { useState } from "react";
import { Decision, Dialog } from "../components/Dialog";
import { Field, Fields } from "../components/Field";
import { RefusalNotice } from "../components/Notice";
import { RecoveryShown } from "../components/RecoveryShown";
import type { PersonLine, RecoverySheet, Refusal } from "../ipc/bindings";
import { recoverPin } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { personMessages as m } from "../messages/persons";

interface RecoverProps {
  persons: PersonLine[];
  name: string;
  onClose: () => void;
}

export function Recover({ persons, name: first, onClose }: RecoverProps) {
  const [name, setName] = useState(first);
  const [code, setCode] = useState("");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [next, setNext] = useState<RecoverySheet | null>(null);
  const whole = code.trim() !== "" && pin !== "" && pin === again && !busy;
  const reset = () => {
    if (!whole) return;
    setBusy(true);
    setRefusal(null);
    recoverPin(name, code, pin)
      .then(setNext)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => setBusy(false));
  };
  if (next !== null) return <RecoveryShown recovery={next} onDone={onClose} />;
  return (
    <Dialog title={m.recoverTitle} width={480} onClose={onClose} onEnter={reset} footer={<Decision word={m.recoverWord} disabled={!whole} onDecide={reset} onClose={onClose} testId="recover-decide" />}>
      <div className="lock__rows">
        <p>{m.recoverText}</p>
        <Fields>
          <Field word={m.recoverPerson}>
            <Select value={name} onChange={setName} aria-label={m.recoverPerson} options={persons.map((person) => ({ value: person.name, label: person.name }))} data-testid="recover-person" />
          </Field>
          <Field word={m.recoverCode}>
            <Input value={code} onChange={({ target }) => setCode(target.value)} aria-label={m.recoverCode} autoComplete="off" data-first data-testid="recover-code" />
          </Field>
          <Field word={m.pinNew}>
            <Input type="password" inputMode="numeric" autoComplete="off" value={pin} onChange={({ target }) => setPin(target.value)} aria-label={m.pinNew} data-testid="recover-pin" />
          </Field>
          <Field word={m.pinAgain}>
            <Input type="password" inputMode="numeric" autoComplete="off" value={again} onChange={({ target }) => setAgain(target.value)} aria-label={m.pinAgain} data-testid="recover-again" />
          </Field>
        </Fields>
        {again !== "" && pin !== again && <p className="lock__bad">{m.pinDiffers}</p>}
        {refusal !== null && <RefusalNotice refusal={refusal} />}
      </div>
    </Dialog>
  );
}
