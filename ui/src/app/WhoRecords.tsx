// 现在由谁填报？ Asked once a day, and whenever the officer in the chair changes.
import { Button, Input } from "antd";
import { useState } from "react";
import { Dialog } from "../components/Dialog";
import { RefusalNotice } from "../components/Notice";
import { isComposing } from "../components/keyboard";
import type { Frame, PersonView, Refusal } from "../ipc/bindings";
import { takeOver } from "../ipc/commands";
import { asRefusal } from "../ipc/refusal";
import { frameMessages as m } from "../messages/frame";

interface WhoRecordsProps {
  persons: PersonView[];
  /** Absent: an answer is needed. */
  onClose?: () => void;
  onTaken: (frame: Frame) => void;
}

export function WhoRecords({ persons, onClose, onTaken }: WhoRecordsProps) {
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = (person: PersonView) => {
    takeOver(person)
      .then(onTaken)
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const takeNew = () => name.trim() !== "" && take({ name: name.trim(), title: title.trim() });
  return (
    <Dialog title={m.who.title} width={440} onClose={onClose}>
      <p>{m.who.text}</p>
      <div className="who__people" data-testid="who-people">
        {persons.map((person, index) => (
          <button
            type="button"
            className="who__person"
            key={`${person.name} ${person.title}`}
            onClick={() => take(person)}
            data-first={index === 0 || undefined}
            data-testid={`who-${person.name}`}
          >
            {person.name}
            <span>{person.title}</span>
          </button>
        ))}
      </div>
      <div className="who__new" onKeyDown={(event) => event.key === "Enter" && !isComposing(event) && takeNew()}>
        <Input value={name} onChange={(event) => setName(event.target.value)} placeholder={`${m.who.other}${m.who.name}`} aria-label={m.who.name} data-testid="who-name" />
        <Input value={title} onChange={(event) => setTitle(event.target.value)} placeholder={m.who.titleOf} aria-label={m.who.titleOf} data-testid="who-title" />
        <Button onClick={takeNew} disabled={name.trim() === ""} data-testid="who-take">
          {m.who.go}
        </Button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
