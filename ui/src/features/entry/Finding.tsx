// 认定: what the supervision office decided about this milestone in this round, with its reason; it alone may decide.
import { Button, Input } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Choice } from "../../components/Choice";
import { enter, useGivingBack } from "../../components/focus";
import { isComposing } from "../../components/keyboard";
import { RefusalNotice } from "../../components/Notice";
import { clock } from "../../components/time";
import type { ClaimCode, EntryForm, Refusal } from "../../ipc/bindings";
import { recordFinding } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";
import { CLAIM_WORDS, words } from "../../messages/words";
import { claimOptions } from "./claims";

interface FindingProps {
  form: EntryForm;
  supervises: boolean;
  onForm: (form: EntryForm) => void;
}

export function Finding({ form, supervises, onForm }: FindingProps) {
  const [open, setOpen] = useState(false);
  const stated = form.submitted !== null || form.others.length > 0 || form.last_round !== null;
  if (form.finding === null && !stated) return null;
  return (
    <section className="promise__part">
      <h3>
        {m.finding}
        {supervises && (
          // Hidden rather than gone: when the decision closes, the keyboard comes back to it.
          <button type="button" className="link promise__aside" hidden={open} onClick={() => setOpen(true)} data-testid="finding-begin">
            {form.finding === null ? m.findingBegin : m.findingAgain}
          </button>
        )}
      </h3>
      {form.finding === null ? (
        <p className="promise__none">{m.findingNone}</p>
      ) : (
        <div className="said" data-testid="finding">
          <p className="said__head">
            <strong>{CLAIM_WORDS[form.finding.claim]}</strong>
            <span>{m.by(form.finding.by, clock(form.finding.at))}</span>
          </p>
          <p>{form.finding.reason}</p>
        </div>
      )}
      {open && <Deciding form={form} onClose={() => setOpen(false)} onForm={onForm} />}
    </section>
  );
}

function Deciding({ form, onClose, onForm }: { form: EntryForm; onClose: () => void; onForm: (form: EntryForm) => void }) {
  const [claim, setClaim] = useState<ClaimCode | null>(null);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const record = () => {
    setAsked(true);
    if (claim === null || reason.trim() === "") return;
    recordFinding(form.key, claim, reason.trim())
      .then((next) => {
        onForm(next);
        onClose();
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const part = useRef<HTMLDivElement>(null);
  useGivingBack();
  useEffect(() => {
    enter(part.current);
  }, []);
  const strike = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") onClose();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      // Here it means the finding; the entry beside it must not be submitted.
      event.stopPropagation();
      event.preventDefault();
      record();
    }
  };
  return (
    <div className="deciding" ref={part} onKeyDown={strike}>
      <Choice kind="small" name="finding" label={m.finding} options={claimOptions("finding")} value={claim} onChange={setClaim} invalid={asked && claim === null} />
      {asked && claim === null && <p className="box__missing">{m.findingClaimMissing}</p>}
      <Input.TextArea
        autoSize={{ minRows: 2 }}
        value={reason}
        placeholder={m.findingReason}
        aria-label={m.findingReason}
        onChange={(event) => setReason(event.target.value)}
        data-testid="finding-reason"
        {...(asked && reason.trim() === "" && { status: "error" as const })}
      />
      {asked && reason.trim() === "" && <p className="box__missing">{m.findingReasonMissing}</p>}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <p className="deciding__foot">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button onClick={record} data-testid="finding-record">
          {m.findingRecord}
        </Button>
      </p>
    </div>
  );
}
