// The people who record here: roles, dates, PINs, and how each ends.
import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { isComposing } from "../../components/keyboard";
import { RecoveryShown } from "../../components/RecoveryShown";
import type { PersonLine, PinSet, RecoverySheet } from "../../ipc/bindings";
import { addPerson, renewRecovery, setIdleMinutes } from "../../ipc/commands";
import { personMessages as p, roleWords } from "../../messages/persons";
import { settingsMessages as m } from "../../messages/settings";
import { words } from "../../messages/words";
import { Answer } from "./Answer";
import { Ending, Granting, HandingOver, PinSetting } from "./PersonDialogs";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

type Doing = { what: "grant" | "pin" | "end" | "hand"; person: PersonLine };

function dated(person: PersonLine): string {
  const parts = [person.from === null ? "" : p.from(person.from), person.until === null ? "" : p.until(person.until)].filter(Boolean);
  if (!person.works) return [...parts, p.ended].join(words.comma);
  return parts.length === 0 ? p.always : parts.join(words.comma);
}

export function PersonsPart({ settings, onSettings }: PartProps) {
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [doing, setDoing] = useState<Doing | null>(null);
  const [recovery, setRecovery] = useState<RecoverySheet | null>(null);
  const [idle, setIdle] = useState(settings.idle_minutes);
  const asking = useAsking();
  const add = (person: { name: string; title: string }) => {
    if (person.name === "" || asking.busy) return;
    asking.ask(addPerson(person), (next) => {
      onSettings(next);
      setName("");
      setTitle("");
      return null;
    });
  };
  const addTyped = () => add({ name: name.trim(), title: title.trim() });
  const takePin = (set: PinSet) => {
    onSettings(set.settings);
    setRecovery(set.recovery);
    setDoing(null);
  };
  const taken = (next: PartProps["settings"]) => {
    onSettings(next);
    setDoing(null);
  };
  const close = () => setDoing(null);
  const link = (what: Doing["what"], person: PersonLine, word: string) => (
    <button type="button" className="link" onClick={() => setDoing({ what, person })} data-testid={`person-${what}-${person.name}`}>
      {word}
    </button>
  );
  return (
    <div className="rows">
      {settings.persons.length === 0 && <p className="quiet">{m.noPersons}</p>}
      {settings.persons.length > 0 && settings.persons.every((person) => person.roles.length === 0) && <p className="quiet">{p.unguarded}</p>}
      {settings.persons.length > 0 && (
        <table className="departments persons" data-testid="persons">
          <thead>
            <tr>
              <th>{p.columns.name}</th>
              <th>{p.columns.roles}</th>
              <th>{p.columns.dated}</th>
              <th>{p.columns.pin}</th>
              <th aria-label={m.change} />
            </tr>
          </thead>
          <tbody>
            {settings.persons.map((person) => (
              <tr key={`${person.name} ${person.from ?? ""} ${person.until ?? ""}`} data-testid={`person-${person.name}`}>
                <td>
                  {person.name} <span className="quiet">{person.title}</span>
                </td>
                <td>{person.roles.length === 0 ? <span className="quiet">{p.noRoles}</span> : person.roles.map((role) => roleWords[role]).join(words.comma)}</td>
                <td className="quiet">{dated(person)}</td>
                <td className="quiet">{person.pin ? p.pinSet : p.pinNone}</td>
                <td>
                  <span className="buttons">
                    {person.works ? (
                      <>
                        {link("grant", person, p.grant)}
                        {link("pin", person, person.pin ? p.resetPin : p.setPin)}
                        {link("hand", person, p.handOver)}
                        {person.until === null && link("end", person, p.end)}
                      </>
                    ) : (
                      <button type="button" className="link" onClick={() => add({ name: person.name, title: person.title })}>
                        {p.again}
                      </button>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="adding" onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && addTyped()}>
        <Input value={name} placeholder={m.personName} aria-label={m.personName} onChange={(event) => setName(event.target.value)} data-testid="person-name" />
        <Input value={title} placeholder={m.personTitle} aria-label={m.personTitle} onChange={(event) => setTitle(event.target.value)} data-testid="person-title" />
        <Button disabled={name.trim() === "" || asking.busy} onClick={addTyped} data-testid="person-add">
          {m.addPerson}
        </Button>
      </div>
      {settings.persons.some((person) => person.pin) && (
        <div className="due">
          <span>{p.idle}</span>
          <InputNumber min={0} max={480} precision={0} value={idle} onChange={(value) => setIdle(value ?? 0)} aria-label={p.idle} data-testid="idle-minutes" />
          <span>{p.idleMinutes}</span>
          {idle !== settings.idle_minutes && (
            <Button
              disabled={asking.busy}
              onClick={() =>
                asking.ask(setIdleMinutes(idle), (next) => {
                  onSettings(next);
                  return p.idleSaved;
                })
              }
              data-testid="idle-save"
            >
              {m.save}
            </Button>
          )}
          {settings.recovery && (
            <Button
              disabled={asking.busy}
              data-hint={p.renewText}
              onClick={() =>
                asking.ask(renewRecovery(), (set) => {
                  takePin(set);
                  return null;
                })
              }
              data-testid="recovery-renew"
            >
              {p.renewWord}
            </Button>
          )}
        </div>
      )}
      <Answer asking={asking} />
      {doing?.what === "grant" && <Granting person={doing.person} onSettings={taken} onClose={close} />}
      {doing?.what === "pin" && <PinSetting person={doing.person} onSet={takePin} onClose={close} />}
      {doing?.what === "end" && <Ending person={doing.person} onSettings={taken} onClose={close} />}
      {doing?.what === "hand" && <HandingOver person={doing.person} persons={settings.persons} onSettings={onSettings} onClose={close} />}
      {recovery !== null && <RecoveryShown recovery={recovery} onDone={() => setRecovery(null)} />}
    </div>
  );
}
