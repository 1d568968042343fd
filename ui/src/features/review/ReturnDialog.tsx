// 退回: the reason in the reviewer's words, to whom, and the box and passage that it is about.
import { Input, Select } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../../components/ReasonDialog";
import type { EntryForm, Refusal, ReviewTarget } from "../../ipc/bindings";
import { returnEntry } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { reviewMessages as m } from "../../messages/review";
import type { Pointed } from "./pointed";
import { evidenceNumber } from "./queue";

interface ReturnDialogProps {
  target: ReviewTarget;
  form: EntryForm;
  pointed: Pointed;
  onReturned: (message: string) => void;
  onClose: () => void;
}

/** The boxes that the entry has, by their codes. */
function boxesOf(form: EntryForm): { value: string; label: string }[] {
  const said = form.submitted?.boxes;
  const evidence = (said?.evidence ?? []).flatMap(({ code }) => {
    const number = evidenceNumber(code);
    return number === null ? [] : [{ value: `evidence:${number}`, label: m.evidencePiece(code ?? "") }];
  });
  return [
    { value: "", label: m.wholeBox },
    { value: "claim", label: m.boxes.claim },
    { value: "text", label: m.boxes.text },
    { value: "cause", label: m.boxes.cause },
    { value: "measure", label: m.boxes.measure },
    { value: "due", label: m.boxes.due },
    { value: "person", label: m.boxes.person },
    { value: "next_step", label: m.boxes.nextStep },
    ...form.items.map((_, index) => ({ value: `item:${index + 1}`, label: m.item(index + 1) })),
    ...(said?.values ?? []).map(({ name }, index) => ({ value: `value:${index + 1}`, label: m.value(name) })),
    ...evidence,
  ];
}

export function ReturnDialog({ target, form, pointed, onReturned, onClose }: ReturnDialogProps) {
  const [to, setTo] = useState(form.department_name);
  const [place, setPlace] = useState(pointed.place ?? "");
  const [quote, setQuote] = useState(pointed.quote);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const decide = (reason: string) => {
    setBusy(true);
    setRefusal(null);
    returnEntry(target, { reason, to, place: place === "" ? null : place, quote })
      .then(({ message }) => {
        onClose();
        onReturned(message);
      })
      .catch((error: unknown) => {
        setRefusal(asRefusal(error));
        setBusy(false);
      });
  };
  return (
    <ReasonDialog title={m.returnTitle} label={m.returnReason} placeholder={m.returnPlaceholder} word={m.returnWord} busy={busy} refusal={refusal} onDecide={decide} onClose={onClose} testId="return">
      <p>{m.returnText(form.department_name)}</p>
      <div className="review__return">
        <label>
          <span>{m.returnTo}</span>
          <Select aria-label={m.returnTo} value={to} onChange={setTo} options={form.return_to.map((name) => ({ value: name, label: name }))} data-testid="return-to" />
        </label>
        <label>
          <span>{m.returnBox}</span>
          <Select aria-label={m.returnBox} value={place} onChange={setPlace} options={boxesOf(form)} data-testid="return-box" />
        </label>
        <label className="review__return-quote">
          <span>{m.returnQuote}</span>
          <Input value={quote} onChange={(event) => setQuote(event.target.value)} data-testid="return-quote" />
        </label>
      </div>
    </ReasonDialog>
  );
}
