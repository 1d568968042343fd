// How many workdays before its day what falls due is told.
import { setReminderWorkdays } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { DaysPart } from "./DaysPart";
import type { PartProps } from "./SettingsScreen";

export function ReminderPart({ settings, onSettings }: PartProps) {
  return <DaysPart text={m.reminderText} label={m.reminderWorkdays} unit={m.reminderBegin} days={settings.reminder_workdays} least={1} most={30} save={setReminderWorkdays} onSettings={onSettings} testId="reminder-workdays" />;
}
