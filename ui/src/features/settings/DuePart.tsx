// The due rule: two numbers, of which the later day counts.
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { setDueRule } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

export function DuePart({ settings, onSettings }: PartProps) {
  const [days, setDays] = useState(settings.due_days_after_quarter);
  const [workdays, setWorkdays] = useState(settings.due_workdays_after_handout);
  const asking = useAsking();
  const changed = days !== settings.due_days_after_quarter || workdays !== settings.due_workdays_after_handout;
  return (
    <div className="rows">
      <p className="quiet">{m.dueText}</p>
      <div className="due">
        <span>{m.dueDays}</span>
        <InputNumber min={0} max={90} precision={0} value={days} onChange={(value) => setDays(value ?? 0)} aria-label={m.dueDays} data-testid="due-days" />
        <span>{m.days}</span>
        <span className="due__gap">{m.dueWorkdays}</span>
        <InputNumber min={0} max={60} precision={0} value={workdays} onChange={(value) => setWorkdays(value ?? 0)} aria-label={m.dueWorkdays} data-testid="due-workdays" />
        <span>{m.workdays}</span>
        {changed && (
          <Button
            disabled={asking.busy}
            onClick={() =>
              asking.ask(setDueRule(days, workdays), (next) => {
                onSettings(next);
                return m.saved;
              })
            }
            data-testid="due-save"
          >
            {m.save}
          </Button>
        )}
      </div>
      <Answer asking={asking} />
    </div>
  );
}
