// A PIN as it is typed: hidden, digits, Enter gives it unless an input method holds the key.
import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Refusal } from "../ipc/bindings";
import { asRefusal } from "../ipc/refusal";
import { personMessages as m } from "../messages/persons";
import { isComposing } from "./keyboard";
import { RefusalNotice } from "./Notice";

interface PinFieldProps {
  label: string;
  /** Rejects with why the PIN was not taken; what was typed is then gone. */
  onGive: (pin: string) => Promise<void>;
}

export function PinField({ label, onGive }: PinFieldProps) {
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const box = useRef<InputRef>(null);
  useEffect(() => void box.current?.focus(), []);
  const give = () => {
    if (pin === "" || busy) return;
    setBusy(true);
    onGive(pin)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => {
        setBusy(false);
        setPin("");
        box.current?.focus();
      });
  };
  return (
    <div className="pin">
      <div className="pin__row" onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && give()}>
        <Input
          ref={box}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-first
          value={pin}
          placeholder={label}
          aria-label={label}
          onChange={({ target }) => setPin(target.value)}
          data-testid="pin"
        />
        <Button type="primary" disabled={pin === "" || busy} onClick={give} data-testid="pin-give">
          {m.enter}
        </Button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
