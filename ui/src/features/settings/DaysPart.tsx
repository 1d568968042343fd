// A number of days with the sentence that says what it is for; nothing is offered to save before it is another number.
import { Button, InputNumber } from "antd";
import { useState } from "react";
import type { Settings } from "../../ipc/bindings";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import { useAsking } from "./ask";

interface DaysPartProps {
  text: string;
  label: string;
  /** After the number. */
  unit: string;
  days: number;
  least: number;
  most: number;
  save: (days: number) => Promise<Settings>;
  onSettings: (settings: Settings) => void;
  testId: string;
}

export function DaysPart({ text, label, unit, days: saved, least, most, save, onSettings, testId }: DaysPartProps) {
  // An emptied box is no number to save.
  const [days, setDays] = useState<number | null>(saved);
  const asking = useAsking();
  return (
    <div className="rows">
      <p className="quiet">{text}</p>
      <div className="due">
        <span>{label}</span>
        <InputNumber min={least} max={most} precision={0} value={days} onChange={setDays} aria-label={label} data-testid={testId} />
        <span>{unit}</span>
        {days !== null && days !== saved && (
          <Button
            disabled={asking.busy}
            onClick={() =>
              asking.ask(save(days), (next) => {
                onSettings(next);
                return m.saved;
              })
            }
            data-testid={`${testId}-save`}
          >
            {m.save}
          </Button>
        )}
      </div>
      <Answer asking={asking} />
    </div>
  );
}
