// First start: look at the sample, or begin with one's own office.
import { Button, Input } from "antd";
import { type FormEvent, type ReactNode, useState } from "react";
import { Choice } from "../../components/Choice";
import { isComposing } from "../../components/keyboard";
import { RefusalNotice } from "../../components/Notice";
import { useRestore } from "../../components/restore";
import type { Frame, Refusal } from "../../ipc/bindings";
import { begin, openSample } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { restoreMessages } from "../../messages/restore";
import { startMessages as m } from "../../messages/start";
import "./FirstStart.css";

type Kind = "supervision" | "department";
type Box = "office" | "department" | "person";

function Row({ label, id, missing, children }: { label: string; id: string; missing: string | null; children: ReactNode }) {
  return (
    <div className="begin__row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children}
        {missing !== null && (
          <p className="begin__missing" id={`${id}-missing`} role="alert">
            {missing}
          </p>
        )}
      </div>
    </div>
  );
}

export function FirstStart({ onReady, onRestored }: { onReady: (frame: Frame) => void; onRestored: (frame: Frame) => void }) {
  const restoring = useRestore(onRestored);
  const [kind, setKind] = useState<Kind>("supervision");
  const [office, setOffice] = useState("");
  const [department, setDepartment] = useState("");
  const [person, setPerson] = useState("");
  const [title, setTitle] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<"sample" | "begin" | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const ask = (what: "sample" | "begin", answer: Promise<Frame>) => {
    setBusy(what);
    setRefusal(null);
    answer.then(onReady).catch((error: unknown) => {
      setRefusal(asRefusal(error));
      setBusy(null);
    });
  };
  const empty: Box[] = [];
  if (office.trim() === "") empty.push("office");
  if (kind === "department" && department.trim() === "") empty.push("department");
  if (person.trim() === "") empty.push("person");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const first = empty[0];
    if (first !== undefined) {
      document.getElementById(`begin-${first}`)?.focus();
      return;
    }
    const named = kind === "department" ? department.trim() : null;
    ask("begin", begin({ office: office.trim(), department: named, person: person.trim(), title: title.trim() }));
  };
  const lacks = (box: Box) => asked && empty.includes(box);
  const missingWord = (box: Box) => (lacks(box) ? m.missing[box] : null);
  const status = (box: Box) => (lacks(box) ? { status: "error" as const } : {});

  return (
    <main className="first" data-testid="first-start">
      <header className="first__head">
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
      </header>
      <div className="first__ways">
        <section className="first__way first__way--sample">
          <h2>{m.sampleTitle}</h2>
          <div className="first__sheet" aria-hidden="true">
            <b />
            {Array.from({ length: 5 }, (_, row) => (
              <span key={row}>
                <i />
                <i />
                <i />
              </span>
            ))}
          </div>
          <p>{m.sampleText}</p>
          <Button size="large" disabled={busy !== null} onClick={() => ask("sample", openSample())} data-testid="open-sample">
            {busy === "sample" ? m.opening : m.sampleGo}
          </Button>
        </section>
        <form className="first__way" onSubmit={submit} onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()} noValidate>
          <h2>{m.beginTitle}</h2>
          <Row label={m.office} id="begin-office" missing={missingWord("office")}>
            <Input id="begin-office" value={office} placeholder={m.officePlaceholder} onChange={(event) => setOffice(event.target.value)} {...status("office")} data-testid="begin-office" />
          </Row>
          <Row label={m.kind} id="begin-kind" missing={null}>
            <Choice
              kind="tabs"
              name="kind"
              label={m.kind}
              value={kind}
              onChange={setKind}
              options={[
                { value: "supervision", word: m.supervision, testId: "begin-supervision" },
                { value: "department", word: m.department, testId: "begin-department-office" },
              ]}
            />
            <p className="begin__note">{kind === "supervision" ? m.supervisionHint : m.departmentHint}</p>
          </Row>
          {kind === "department" && (
            <Row label={m.departmentName} id="begin-department" missing={missingWord("department")}>
              <Input id="begin-department" value={department} placeholder={m.departmentPlaceholder} onChange={(event) => setDepartment(event.target.value)} {...status("department")} data-testid="begin-department" />
            </Row>
          )}
          <Row label={m.person} id="begin-person" missing={missingWord("person")}>
            <Input id="begin-person" value={person} placeholder={m.personPlaceholder} onChange={(event) => setPerson(event.target.value)} {...status("person")} data-testid="begin-person" />
          </Row>
          <Row label={m.personTitle} id="begin-title" missing={null}>
            <Input id="begin-title" value={title} placeholder={m.personTitlePlaceholder} onChange={(event) => setTitle(event.target.value)} data-testid="begin-title" />
          </Row>
          <div className="begin__foot">
            <p className="begin__note">{m.beginText}</p>
            <Button type="primary" size="large" htmlType="submit" disabled={busy !== null} data-testid="begin">
              {busy === "begin" ? m.beginning : m.begin}
            </Button>
          </div>
        </form>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {restoring.under}
      <p className="first__foot">
        <span>
          {restoreMessages.have}
          <button type="button" className="link" disabled={busy !== null || restoring.busy} onClick={restoring.ask} data-testid="restore">
            {restoreMessages.restore}
          </button>
        </span>
        <span>{m.secret}</span>
      </p>
    </main>
  );
}
