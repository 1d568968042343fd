// How many days public feedback may wait for its answer.
import { setFeedbackDays } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { DaysPart } from "./DaysPart";
import type { PartProps } from "./SettingsScreen";

export function FeedbackPart({ settings, onSettings }: PartProps) {
  return <DaysPart text={m.feedbackText} label={m.feedbackDays} unit={m.days} days={settings.feedback_days} least={0} most={365} save={setFeedbackDays} onSettings={onSettings} testId="feedback-days" />;
}
