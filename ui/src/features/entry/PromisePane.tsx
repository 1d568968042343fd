// Left in 填报: what the paper promises, what was said before, what others said, every change, and the finding.
import { type ReactNode, useState } from "react";
import { Decisions } from "../../components/Decisions";
import { Difference } from "../../components/Difference";
import { Flags } from "../../components/Flags";
import { Passage } from "../../components/Passage";
import { StandingMark, standingInWords } from "../../components/Standing";
import type { Opened } from "../../components/tasks";
import { clock, dateInText } from "../../components/time";
import type { EntryForm, Statement } from "../../ipc/bindings";
import { entryForm } from "../../ipc/commands";
import { entryMessages as m } from "../../messages/entry";
import { paperQuarter, words } from "../../messages/words";
import { Finding } from "./Finding";
import { Followed } from "./Followed";
import { ItemsEditor } from "./ItemsEditor";
import { SummaryBox } from "./SummaryBox";

interface PromisePaneProps {
  form: EntryForm;
  supervises: boolean;
  onForm: (form: EntryForm) => void;
  onOpen: (open: Opened) => void;
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="promise__part">
      <h3>
        {title}
        {note}
      </h3>
      {children}
    </section>
  );
}

function Said({ statement }: { statement: Statement }) {
  const { boxes } = statement;
  const lines: [string, string][] = [
    [m.boxes.cause, boxes.cause],
    [m.boxes.measure, boxes.measure],
    [m.boxes.due, boxes.due === null ? "" : dateInText(boxes.due)],
    [m.boxes.person, boxes.person],
    [m.boxes.nextStep, boxes.next_step],
  ];
  return (
    <div className="said">
      <p className="said__head">
        <strong>{statement.claim_word}</strong>
        <span>
          {statement.department} {m.by(statement.by, clock(statement.at))}
        </span>
      </p>
      <p>{boxes.text}</p>
      <dl>
        {lines
          .filter(([, text]) => text !== "")
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function History({ form }: { form: EntryForm }) {
  const [open, setOpen] = useState(false);
  if (form.history.length === 0) return null;
  return (
    <section className="promise__part">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="history">
        {m.history(form.history.length)} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
      {open && (
        <ol className="history">
          {form.history.map((line) => (
            <li key={line.revision}>
              <p>
                <strong>{line.what}</strong> <span>{m.by(line.by, clock(line.at))}</span>
              </p>
              {line.changes.map((change) => (
                <Difference key={change.label} change={change} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function PromisePane({ form, supervises, onForm, onOpen }: PromisePaneProps) {
  const { key } = form;
  const reread = () => {
    entryForm(key)
      .then(onForm)
      .catch(() => undefined); // what was confirmed is kept; the form shows it when it is opened again
  };
  return (
    <div className="promise">
      <p className="promise__goal">{form.goal}</p>
      <h2 className="promise__title">
        {form.number_text}
        {form.title}
      </h2>
      <p className="promise__departments">
        {form.departments.map(({ id, name, lead }) => (
          <span key={id} data-mine={id === key.department || undefined}>
            {name}
            {lead && (
              <span className="promise__lead" data-hint={words.leadHint}>
                {words.lead}
              </span>
            )}
          </span>
        ))}
      </p>
      {form.objective !== null && (
        <div className="promise__objective">
          <Part title={m.objective}>
            <p className="promise__text">{form.objective}</p>
          </Part>
        </div>
      )}
      <Part
        title={paperQuarter(key.quarter)}
        note={
          form.standing !== null && (
            <span className="promise__standing" tabIndex={0} data-hint={standingInWords(form.standing)}>
              <StandingMark standing={form.standing} />
            </span>
          )
        }
      >
        <p className="promise__text promise__text--chosen" data-testid="promise">
          <Passage text={form.promise ?? ""} quantities={form.numbers.flatMap(({ places }) => places)} />
        </p>
        {form.change !== null && (
          <p className="promise__dates" data-testid="promise-change">
            {form.change}
          </p>
        )}
        <Flags flags={form.flags} />
        {form.promised_dates !== "" && <p className="promise__dates">{form.promised_dates}</p>}
        {supervises && form.departments.length > 1 && <ItemsEditor form={form} onChanged={reread} />}
        <p className="promise__carried">
          {form.carried_over
            .filter((quarter) => quarter !== key.quarter)
            .map((quarter) => (
              <button
                type="button"
                className="link"
                key={quarter}
                onClick={() => onOpen({ task: key.task, quarter, department: key.department })}
                data-testid={`carried-${quarter}`}
              >
                {m.carried(paperQuarter(quarter))}
              </button>
            ))}
          {key.quarter !== key.round && (
            <button type="button" className="link" onClick={() => onOpen({ task: key.task, quarter: key.round, department: key.department })}>
              {m.thisQuarter(paperQuarter(key.round))}
            </button>
          )}
        </p>
      </Part>
      <Followed form={form} supervises={supervises} />
      {form.last_round !== null && (
        <Part title={m.lastRound(form.last_round.round, form.last_round.quarter === key.quarter ? null : form.last_round.quarter)}>
          <Said statement={form.last_round} />
        </Part>
      )}
      {form.others.length > 0 && (
        <Part title={m.others}>
          {form.others.map((statement) => (
            <Said key={statement.revision} statement={statement} />
          ))}
        </Part>
      )}
      {form.reviews.length > 0 && (
        <Part title={m.reviews}>
          <Decisions decisions={form.reviews} />
        </Part>
      )}
      <SummaryBox form={form} />
      <Finding form={form} supervises={supervises} onForm={onForm} />
      <History form={form} />
    </div>
  );
}
