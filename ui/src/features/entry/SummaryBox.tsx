// 汇总稿 of a milestone with several departments: begun from their texts, the lead's first; saved, it is what the table prints.
import { Button, Input } from "antd";
import { useState } from "react";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { clock } from "../../components/time";
import type { EntryForm, Refusal, SummaryView } from "../../ipc/bindings";
import { saveSummary, summary } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";

export function SummaryBox({ form }: { form: EntryForm }) {
  const [open, setOpen] = useState(false);
  if (form.departments.length < 2) return null;
  return (
    <section className="promise__part">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="summary-open">
        {m.summary.title} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
      {open && <Summary form={form} />}
    </section>
  );
}

function Summary({ form }: { form: EntryForm }) {
  const read = useLoaded<SummaryView>("summary", () => summary(form.key));
  if (read.state.phase === "reading") return <Reading />;
  if (read.state.phase === "refused") return <RefusalNotice refusal={read.state.refusal} onRetry={read.reload} />;
  const held = read.state.value;
  return <Editing key={`${held.saved} ${held.at}`} held={held} form={form} onSaved={read.put} />;
}

function Editing({ held, form, onSaved }: { held: SummaryView; form: EntryForm; onSaved: (next: SummaryView) => void }) {
  const [text, setText] = useState(held.text);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = (next: string) => {
    setRefusal(null);
    saveSummary(form.key, next)
      .then(onSaved)
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const silent = held.parts.filter(({ claim_word }) => claim_word === "").map(({ department }) => department);
  return (
    <div className="summary" data-testid="summary">
      <p className="promise__none">{held.saved ? m.summary.saved(held.by, clock(held.at)) : m.summary.draft(held.lead)}</p>
      {silent.length > 0 && <p className="promise__none">{m.summary.silent(silent)}</p>}
      {held.outdated && <p className="box__missing">{m.summary.outdated}</p>}
      <Input.TextArea autoSize={{ minRows: 3 }} value={text} disabled={held.refused !== null} aria-label={m.summary.title} onChange={({ target }) => setText(target.value)} data-testid="summary-text" />
      {held.refused !== null && <p className="promise__none">{held.refused}</p>}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {held.refused === null && (
        <p className="deciding__foot">
          {held.saved && <Button onClick={() => save("")}>{m.summary.takeBack}</Button>}
          <Button disabled={text.trim() === "" || (held.saved && text === held.text)} onClick={() => save(text)} data-testid="summary-save">
            {m.summary.save}
          </Button>
        </p>
      )}
    </div>
  );
}
