// 设置: office, people, departments, the store, the due rule, and what this program is. The list at the left leads to each part.
import { type ReactNode, useState } from "react";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import type { Frame, Settings } from "../../ipc/bindings";
import { settings as readSettings } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { AboutPart } from "./AboutPart";
import { DepartmentsPart } from "./DepartmentsPart";
import { CalendarPart } from "./CalendarPart";
import { DuePart } from "./DuePart";
import { FeedbackPart } from "./FeedbackPart";
import { LightsPart } from "./LightsPart";
import { OfficePart } from "./OfficePart";
import { PersonsPart } from "./PersonsPart";
import { RecyclePart } from "./RecyclePart";
import { ReminderPart } from "./ReminderPart";
import { StorePart } from "./StorePart";
import "./Settings.css";

interface SettingsScreenProps {
  onRestored: (frame: Frame) => void;
  /** Something changed that other screens show. */
  onChanged: () => void;
}

export interface PartProps {
  settings: Settings;
  onSettings: (settings: Settings) => void;
}

const PARTS = ["office", "persons", "departments", "store", "due", "reminder", "calendar", "feedback", "lights", "bin", "about"] as const;

type PartName = (typeof PARTS)[number];

export function SettingsScreen({ onRestored, onChanged }: SettingsScreenProps) {
  const { state, put, reload } = useLoaded("settings", readSettings);
  const [at, setAt] = useState<PartName>("office");
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const settings = state.value;
  const take = (next: Settings) => {
    put(next);
    onChanged();
  };
  const parts: Record<PartName, ReactNode> = {
    office: <OfficePart settings={settings} onSettings={take} />,
    persons: <PersonsPart settings={settings} onSettings={take} />,
    departments: <DepartmentsPart settings={settings} onSettings={take} />,
    store: <StorePart settings={settings} onReload={reload} onFrame={onRestored} />,
    due: <DuePart settings={settings} onSettings={take} />,
    reminder: <ReminderPart settings={settings} onSettings={take} />,
    calendar: <CalendarPart settings={settings} onSettings={take} />,
    feedback: <FeedbackPart settings={settings} onSettings={take} />,
    lights: <LightsPart settings={settings} onSettings={take} />,
    bin: <RecyclePart onChanged={onChanged} />,
    about: <AboutPart about={settings.about} />,
  };
  const show = (part: PartName) => {
    setAt(part);
    document.getElementById(`settings-${part}`)?.scrollIntoView({ block: "start" });
  };
  return (
    <Page title={m.title} testId="settings">
      <div className="settings">
        <nav className="settings__list" aria-label={m.title}>
          {PARTS.map((part) => (
            <button type="button" key={part} aria-current={part === at ? "true" : undefined} onClick={() => show(part)}>
              {m.parts[part]}
            </button>
          ))}
        </nav>
        <div className="settings__parts">
          {PARTS.map((part) => (
            <section className="settings__part sheet" id={`settings-${part}`} key={part} aria-label={m.parts[part]} data-testid={`settings-${part}`}>
              <h2>{m.parts[part]}</h2>
              {parts[part]}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}
