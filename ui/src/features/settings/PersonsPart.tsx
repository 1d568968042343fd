// The people who record here.
import { Button, Input } from "antd";
import { useState } from "react";
import { isComposing } from "../../components/keyboard";
import { addPerson } from "../../ipc/commands";
import { settingsMessages as m } from "../../messages/settings";
import { Answer } from "./Answer";
import type { PartProps } from "./SettingsScreen";
import { useAsking } from "./ask";

export function PersonsPart({ settings, onSettings }: PartProps) {
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const asking = useAsking();
  const add = () => {
    if (name.trim() === "" || asking.busy) return;
    asking.ask(addPerson({ name: name.trim(), title: title.trim() }), (next) => {
      onSettings(next);
      setName("");
      setTitle("");
      return null;
    });
  };
  return (
    <div className="rows">
      {settings.persons.length === 0 && <p className="quiet">{m.noPersons}</p>}
      <ul className="people">
        {settings.persons.map((person) => (
          <li key={`${person.name} ${person.title}`}>
            <strong>{person.name}</strong>
            <span className="quiet">{person.title}</span>
          </li>
        ))}
      </ul>
      <div className="adding" onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && add()}>
        <Input value={name} placeholder={m.personName} aria-label={m.personName} onChange={(event) => setName(event.target.value)} data-testid="person-name" />
        <Input value={title} placeholder={m.personTitle} aria-label={m.personTitle} onChange={(event) => setTitle(event.target.value)} data-testid="person-title" />
        <Button disabled={name.trim() === "" || asking.busy} onClick={add} data-testid="person-add">
          {m.addPerson}
        </Button>
      </div>
      <Answer asking={asking} />
    </div>
  );
}
