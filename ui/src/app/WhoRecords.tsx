// 现在由谁填报？ Asked once a day, and whenever the officer in the chair changes.
import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../components/Dialog";
import { PinField } from "../components/PinField";
import { RefusalNotice } from "../components/Notice";
import { isComposing } from "../components/keyboard";
import type { Frame, PersonLine, PersonView, Refusal } from "../ipc/bindings";
import { takeOver } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { frameMessages as m } from "../messages/frame";
import { personMessages as p, roleWords } from "../messages/persons";
import { words } from "../messages/words";
import { Recover } from "./Recover";
import "./Lock.css";

interface WhoRecordsProps {
  frame: Frame;
  /** Absent: an answer is needed. */
  onClose?: () => void;
  onTaken: (frame: Frame) => void;
}

export function WhoRecords({ frame, onClose, onTaken }: WhoRecordsProps) {
  const { persons, guard } = frame;
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [proving, setProving] = useState<PersonLine | null>(null);
  const [forgotten, setForgotten] = useState(false);
  const take = (person: PersonView) => {
    takeOver({ name: person.name, title: person.title }, null)
      .then(onTaken)
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const takeNew = () => name.trim() !== "" && take({ name: name.trim(), title: title.trim() });
  if (proving !== null && forgotten) return <Recover persons={persons} name={proving.name} onClose={() => setForgotten(false)} />;
  if (proving !== null) {
    const give = (pin: string) => takeOver({ name: proving.name, title: proving.title }, pin).then(onTaken);
    return (
      <Dialog key="pin" title={m.who.title} width={440} onClose={onClose}>
        <div className="lock__rows">
          <PinField label={p.pinOf(proving.name)} onGive={give} />
          <p className="lock__ways">
            <button type="button" className="link" onClick={() => setProving(null)} data-testid="who-back">
              {p.back}
            </button>
            <button type="button" className="link" onClick={() => setForgotten(true)}>
              {p.forgotten}
            </button>
          </p>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={m.who.title} width={440} onClose={onClose}>
      <p>{m.who.text}</p>
      <div className="who__people" data-testid="who-people">
        {persons.map((person, index) => (
          <button
            type="button"
            className="who__person"
            key={`${person.name} ${person.title}`}
            onClick={() => (person.pin ? setProving(person) : take(person))}
            data-first={index === 0 || undefined}
            data-testid={`who-${person.name}`}
          >
            {person.name}
            <span>{person.title}</span>
            {person.roles.length > 0 && <span>{person.roles.map((role) => roleWords[role]).join(words.comma)}</span>}
          </button>
        ))}
      </div>
      {guard.guarded ? (
        <p className="lock__quiet">{p.guardedText}</p>
      ) : (
        <div className="who__new" onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && takeNew()}>
          <Input value={name} onChange={(event) => setName(event.target.value)} placeholder={`${m.who.other}${m.who.name}`} aria-label={m.who.name} data-testid="who-name" />
          <Input value={title} onChange={(event) => setTitle(event.target.value)} placeholder={m.who.titleOf} aria-label={m.who.titleOf} data-testid="who-title" />
          <Button onClick={takeNew} disabled={name.trim() === ""} data-testid="who-take">
            {m.who.go}
          </Button>
        </div>
      )}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
