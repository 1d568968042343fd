// The workday calendar in its text form: what a person can check line by line against the published notice.
import { Button, Input } from "antd";
import { useState } from "react";
import { setCalendar } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

export function CalendarPart({ settings, onSettings }: PartProps) {
  const [text, setText] = useState(settings.calendar);
  const asking = useAsking();
  return (
    <div className="rows">
      <p className="quiet">{m.calendarText}</p>
      <Input.TextArea value={text} onChange={(event) => setText(event.target.value)} autoSize={{ minRows: 4, maxRows: 12 }} spellCheck={false} aria-label={m.calendarLabel} data-testid="calendar-text" />
      {text !== settings.calendar && (
        <div>
          <Button
            disabled={asking.busy}
            onClick={() =>
              asking.ask(setCalendar(text), (next) => {
                setText(next.calendar);
                onSettings(next);
                return m.saved;
              })
            }
            data-testid="calendar-save"
          >
            {m.save}
          </Button>
        </div>
      )}
      <Answer asking={asking} />
    </div>
  );
}
