// The decisions about a person, each in its dialog: roles, PIN, the last day, the handover.
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { DateField } from "../../components/DateField";
import { Decision, Dialog } from "../../components/Dialog";
import { Field, Fields } from "../../components/Field";
import { Notice } from "../../components/Notice";
import type { PersonLine, PinSet, PrintedReport, RoleCode, Settings } from "../../ipc/bindings";
import { endPerson, grantRoles, handOver, openReport, saveReport, setPin } from "../../ipc/commands";
import { personMessages as p, roleTexts, roleWords } from "../../messages/persons";
import { Answer } from "./Answer";
import { useAsking } from "./ask";

const ROLES: readonly RoleCode[] = ["reporter", "reviewer", "supervisor", "administrator"];

interface DecidingProps {
  person: PersonLine;
  onSettings: (settings: Settings) => void;
  onClose: () => void;
}

export function Granting({ person, onSettings, onClose }: DecidingProps) {
  const [roles, setRoles] = useState(person.roles);
  const asking = useAsking();
  const grant = () =>
    asking.ask(grantRoles(person.name, roles), (next) => {
      onSettings(next);
      return null;
    });
  return (
    <Dialog title={p.grantTitle(person.name)} width={440} onClose={onClose} footer={<Decision word={p.grantWord} disabled={asking.busy} onDecide={grant} onClose={onClose} testId="grant-decide" />}>
      <div className="rows">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={roles.includes(role)}
            onChange={({ target }) => setRoles(target.checked ? [...roles, role] : roles.filter((held) => held !== role))}
            data-testid={`role-${role}`}
          >
            {roleWords[role]} <span className="quiet">{roleTexts[role]}</span>
          </Checkbox>
        ))}
        <Answer asking={asking} />
      </div>
    </Dialog>
  );
}

export function PinSetting({ person, onSet, onClose }: { person: PersonLine; onSet: (set: PinSet) => void; onClose: () => void }) {
  const [pin, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const asking = useAsking();
  const whole = pin !== "" && pin === again && !asking.busy;
  const set = () => {
    if (!whole) return;
    asking.ask(setPin(person.name, pin), (next) => {
      onSet(next);
      return null;
    });
  };
  return (
    <Dialog title={p.pinTitle(person.name)} width={440} onClose={onClose} onEnter={set} footer={<Decision word={p.pinWord} disabled={!whole} onDecide={set} onClose={onClose} testId="pin-decide" />}>
      <div className="rows">
        <p className="quiet">{p.pinText}</p>
        <Fields>
          <Field word={p.pinNew}>
            <Input type="password" inputMode="numeric" autoComplete="off" value={pin} aria-label={p.pinNew} onChange={({ target }) => setTyped(target.value)} data-testid="pin-new" />
          </Field>
          <Field word={p.pinAgain}>
            <Input type="password" inputMode="numeric" autoComplete="off" value={again} aria-label={p.pinAgain} onChange={({ target }) => setAgain(target.value)} data-testid="pin-again" />
          </Field>
        </Fields>
        {again !== "" && pin !== again && <p className="bad">{p.pinDiffers}</p>}
        <Answer asking={asking} />
      </div>
    </Dialog>
  );
}

export function Ending({ person, onSettings, onClose }: DecidingProps) {
  const [last, setLast] = useState<string | null>(null);
  const asking = useAsking();
  const end = () => {
    if (last === null) return;
    asking.ask(endPerson(person.name, last), (next) => {
      onSettings(next);
      return null;
    });
  };
  return (
    <Dialog title={p.endTitle(person.name)} width={440} onClose={onClose} footer={<Decision word={p.endWord} disabled={last === null || asking.busy} onDecide={end} onClose={onClose} testId="end-decide" />}>
      <div className="rows">
        <p>{p.endText}</p>
        <Fields>
          <Field word={p.lastDay}>
            <DateField label={p.lastDay} value={last} onChange={setLast} year={null} testId="end-day" />
          </Field>
        </Fields>
        <Answer asking={asking} />
      </div>
    </Dialog>
  );
}

export function HandingOver({ person, persons, onSettings, onClose }: DecidingProps & { persons: PersonLine[] }) {
  const [to, setTo] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [sheet, setSheet] = useState<PrintedReport | null>(null);
  const asking = useAsking();
  const others = persons.filter((other) => other.works && other.name !== person.name);
  const over = () => {
    if (to === null || day === null) return;
    asking.ask(handOver(person.name, to, day), (next) => {
      onSettings(next.settings);
      setSheet(next.sheet);
      return null;
    });
  };
  const act = (asked: Promise<unknown>) => asking.ask(asked, () => null);
  const footer =
    sheet === null ? (
      <Decision word={p.handOverWord} disabled={to === null || day === null || asking.busy} onDecide={over} onClose={onClose} testId="hand-decide" />
    ) : (
      <>
        <Button onClick={() => act(openReport(sheet.token))}>{p.open}</Button>
        <Button onClick={() => act(saveReport(sheet.token))}>{p.save}</Button>
        <Button type="primary" onClick={onClose}>
          {p.close}
        </Button>
      </>
    );
  return (
    <Dialog title={p.handOverTitle(person.name)} width={480} onClose={onClose} footer={footer}>
      <div className="rows">
        {sheet === null ? (
          <>
            <p>{p.handOverText}</p>
            <Fields>
              <Field word={p.successor}>
                <Select value={to} onChange={setTo} aria-label={p.successor} options={others.map(({ name }) => ({ value: name, label: name }))} data-testid="hand-to" />
              </Field>
              <Field word={p.day}>
                <DateField label={p.day} value={day} onChange={setDay} year={null} testId="hand-day" />
              </Field>
            </Fields>
          </>
        ) : (
          <Notice tone="done">{p.handedOver(person.name)}</Notice>
        )}
        <Answer asking={asking} />
      </div>
    </Dialog>
  );
}
