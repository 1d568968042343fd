// How many days public feedback may wait for its answer.
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { setFeedbackDays } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

export function FeedbackPart({ settings, onSettings }: PartProps) {
  // An emptied box is no number to save.
  const [days, setDays] = useState<number | null>(settings.feedback_days);
  const asking = useAsking();
  return (
    <div className="rows">
      <p className="quiet">{m.feedbackText}</p>
      <div className="due">
        <span>{m.feedbackDays}</span>
        <InputNumber min={0} max={365} precision={0} value={days} onChange={setDays} aria-label={m.feedbackDays} data-testid="feedback-days" />
        <span>{m.days}</span>
        {days !== null && days !== settings.feedback_days && (
          <Button
            disabled={asking.busy}
            onClick={() =>
              asking.ask(setFeedbackDays(days), (next) => {
                onSettings(next);
                return m.saved;
              })
            }
            data-testid="feedback-days-save"
          >
            {m.save}
          </Button>
        )}
      </div>
      <Answer asking={asking} />
    </div>
  );
}
