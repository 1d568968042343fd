// An entry as read: what was promised, what was said last, what is said now with numbers against their target, evidence, history.
// Every box carries its code (data-form-box), so that what is selected in it can be pointed at.
import type { ReactNode } from "react";
import { reachOf, yearWith } from "../../components/amount";
import { Difference } from "../../components/Difference";
import { Decisions } from "../../components/Decisions";
import { Flags } from "../../components/Flags";
import { Passage } from "../../components/Passage";
import { StandingMark } from "../../components/Standing";
import { clock, dateInText } from "../../components/time";
import type { EntryBoxes, EntryForm, ReviewLine, Statement } from "../../ipc/bindings";
import { reviewMessages as m } from "../../messages/review";
import { CLAIM_WORDS, paperQuarter } from "../../messages/words";
import { Evidence } from "./Evidence";

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="review__part">
      <h3>
        {title} {note !== undefined && <small>{note}</small>}
      </h3>
      {children}
    </section>
  );
}

function Box({ code, label, text, quote }: { code: string; label: string | null; text: string; quote: string }) {
  if (text === "") return null;
  return (
    <p className="review__box">
      {label !== null && <b>{label}</b>}
      <span data-form-box={code}>
        <Passage text={text} find={quote} />
      </span>
    </p>
  );
}

function Numbers({ form, boxes }: { form: EntryForm; boxes: EntryBoxes }) {
  const stated = boxes.values;
  if (form.numbers.length === 0 && stated.length === 0) return null;
  return (
    <ul className="review__numbers">
      {form.numbers.map((number) => {
        const { name, unit, should, annual } = number;
        const index = stated.findIndex((value) => value.name === name);
        const amount = stated[index]?.amount ?? null;
        const reach = reachOf(amount ?? "", number);
        const reached = reach.kind === "reached" || reach.kind === "above";
        return (
          <li key={name}>
            <span data-form-box={amount === null ? undefined : `value:${index + 1}`}>
              {name} <b>{amount === null ? m.noNumber : `${amount}${unit}`}</b>
            </span>{" "}
            {should !== "" && (
              <>
                <span>{m.target(should)}</span> <span data-reached={reached}>{reached ? m.reached : m.missed}</span>
              </>
            )}
            {annual !== null && <span> {m.ofYear(yearWith(amount ?? "", number), annual)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Said({ statement }: { statement: Statement }) {
  return (
    <div className="review__before">
      <p>
        <b>{statement.claim_word}</b> {statement.boxes.text}
      </p>
    </div>
  );
}

export function EntryRead({ line, form }: { line: ReviewLine; form: EntryForm }) {
  const now = form.submitted;
  const pointed = form.reviews.find((review) => review.current && review.quote !== "");
  const quoteOf = (code: string) => (pointed !== undefined && (pointed.place === code || pointed.place === null) ? pointed.quote : "");
  return (
    <>
      <header className="review__head">
        <h2>{line.title}</h2>
        <p>
          <b>{line.department}</b> {m.ofRound(line.key.round)} · {line.by} {clock(line.at)}
          {line.on_behalf !== null && ` · ${m.source(line.on_behalf)}`}
        </p>
      </header>
      {form.reviews.length > 0 && (
        <Part title={m.decisions}>
          <Decisions decisions={form.reviews} />
        </Part>
      )}
      <Part title={`${m.promise} · ${paperQuarter(form.key.quarter)}`} note={form.standing === null ? undefined : <StandingMark standing={form.standing} />}>
        <p className="review__promise">
          <Passage text={form.promise ?? ""} quantities={form.numbers.flatMap(({ places }) => places)} />
        </p>
        <Flags flags={form.flags} />
        {form.promised_dates !== "" && <p className="review__note">{form.promised_dates}</p>}
      </Part>
      <Part title={m.lastRound} note={form.last_round === null ? m.nothingBefore : undefined}>{form.last_round !== null && <Said statement={form.last_round} />}</Part>
      {now !== null && (
        <Part title={m.now}>
          <p className="review__box">
            <b>{m.boxes.claim}</b>
            <strong data-form-box="claim">{now.claim_word}</strong>
          </p>
          <Box code="text" label={m.boxes.text} text={now.boxes.text} quote={quoteOf("text")} />
          <Numbers form={form} boxes={now.boxes} />
          <Box code="cause" label={m.boxes.cause} text={now.boxes.cause} quote={quoteOf("cause")} />
          <Box code="measure" label={m.boxes.measure} text={now.boxes.measure} quote={quoteOf("measure")} />
          <Box code="due" label={m.boxes.due} text={now.boxes.due === null ? "" : dateInText(now.boxes.due)} quote="" />
          <Box code="person" label={m.boxes.person} text={now.boxes.person} quote={quoteOf("person")} />
          <Box code="next_step" label={m.boxes.nextStep} text={now.boxes.next_step} quote={quoteOf("next_step")} />
          {form.items.length > 1 && (
            <ol className="review__items">
              {form.items.map((item, index) => {
                const claim = now.boxes.items[index] ?? null;
                return (
                  <li key={item} data-form-box={`item:${index + 1}`}>
                    {item} <b>{claim === null ? m.unstated : CLAIM_WORDS[claim]}</b>
                  </li>
                );
              })}
            </ol>
          )}
          <Evidence pieces={now.boxes.evidence} />
        </Part>
      )}
      <Part title={m.history}>
        <ol className="review__history">
          {form.history.map((each) => (
            <li key={each.revision}>
              <b>{each.what}</b> {each.by} {clock(each.at)}
              {/* The only version is what stands above, word for word. */}
              {form.history.length > 1 && each.changes.map((change) => (
                <Difference key={change.label} change={change} />
              ))}
            </li>
          ))}
        </ol>
      </Part>
    </>
  );
}
