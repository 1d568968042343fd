// 备查件: evidence that stays on paper with its keeper.
import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { DateField } from "../../components/DateField";
import { isComposing } from "../../components/keyboard";
import type { BoxEvidence } from "../../ipc/bindings";
import { evidenceMessages } from "../../messages/evidence";
import { words } from "../../messages/words";

const m = evidenceMessages.paper;

export function OnPaperForm({ onAdd, onClose }: { onAdd: (piece: BoxEvidence) => void; onClose: () => void }) {
  const [name, setName] = useState("");
  const [documentNo, setDocumentNo] = useState("");
  const [dated, setDated] = useState<{ day: string | null; wrong: boolean }>({ day: null, wrong: false });
  const [keptAt, setKeptAt] = useState("");
  const [keeper, setKeeper] = useState("");
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // Nothing is handed back: newer web views answer with a promise, which React would take for a clean-up and call.
  useEffect(() => void form.current?.scrollIntoView({ block: "nearest" }), []);
  const add = () => {
    setAsked(true);
    if (name.trim() === "" || dated.wrong) return;
    onAdd({
      form: "on_paper",
      name: name.trim(),
      document_no: documentNo.trim(),
      dated: dated.day,
      kept_at: keptAt.trim(),
      keeper: keeper.trim(),
      personal: null,
      code: null,
    });
  };
  return (
    <div
      ref={form}
      className="on-paper"
      data-testid="on-paper"
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Enter" && !event.ctrlKey && event.target instanceof HTMLInputElement) add();
        if (event.key === "Escape") onClose();
      }}
    >
      <Input className="on-paper__name" autoFocus value={name} placeholder={m.name} aria-label={m.name} onChange={(event) => setName(event.target.value)} data-testid="on-paper-name" {...(asked && name.trim() === "" && { status: "error" as const })} />
      <Input value={documentNo} placeholder={m.documentNo} aria-label={m.documentNo} onChange={(event) => setDocumentNo(event.target.value)} data-testid="on-paper-document-no" />
      <DateField label={m.dated} placeholder={m.dated} value={dated.day} onChange={(day, wrong) => setDated({ day, wrong })} year={null} testId="on-paper-dated" />
      <Input value={keptAt} placeholder={m.keptAt} aria-label={m.keptAt} onChange={(event) => setKeptAt(event.target.value)} />
      <Input value={keeper} placeholder={m.keeper} aria-label={m.keeper} onChange={(event) => setKeeper(event.target.value)} />
      <div className="on-paper__foot">
        {asked && name.trim() === "" && <span className="box__missing">{m.nameMissing}</span>}
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" onClick={add} data-testid="on-paper-add">
          {m.add}
        </Button>
      </div>
    </div>
  );
}
