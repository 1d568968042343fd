// 佐证 of an entry: files, and 备查件 that lie on paper somewhere.
import { Button } from "antd";
import { type Dispatch, type SetStateAction, useRef, useState } from "react";
import { type AlterPieces, FilesField, withAdded } from "../../components/FilesField";
import type { BoxEvidence, EntryForm } from "../../ipc/bindings";
import { entryMessages } from "../../messages/entry";
import { evidenceMessages as m } from "../../messages/evidence";
import type { ChangeBoxes } from "./Boxes";
import { OnPaperForm } from "./OnPaperForm";
import type { MissingBox } from "./boxes";

interface EvidenceBoxProps {
  form: EntryForm;
  evidence: readonly BoxEvidence[];
  missing: readonly MissingBox[];
  disabled: boolean;
  onChange: ChangeBoxes;
  onStoring: Dispatch<SetStateAction<number>>;
}

export function EvidenceBox({ form, evidence, missing, disabled, onChange, onStoring }: EvidenceBoxProps) {
  const [onPaper, setOnPaper] = useState(false);
  const addOnPaper = useRef<HTMLButtonElement>(null);
  const change: AlterPieces = (alter) => onChange((before) => ({ ...before, evidence: alter(before.evidence) }));
  const closeOnPaper = () => {
    setOnPaper(false);
    addOnPaper.current?.focus();
  };
  if (form.refused !== null && evidence.length === 0) return null;
  return (
    <div className="box" data-box="evidence">
      <div className="box__label">{entryMessages.boxes.evidence}</div>
      <div className="box__field">
        <FilesField
          pieces={evidence}
          unanswered={missing.flatMap((each) => (each.box === "personal" ? [each.index] : []))}
          disabled={disabled}
          onChange={change}
          onStoring={onStoring}
          ways={
            <Button ref={addOnPaper} size="small" onClick={() => setOnPaper(true)} data-testid="add-on-paper">
              {m.onPaper}
            </Button>
          }
        >
          {onPaper && (
            <OnPaperForm
              onAdd={(piece) => {
                change((before) => withAdded(before, [piece]));
                closeOnPaper();
              }}
              onClose={closeOnPaper}
            />
          )}
        </FilesField>
      </div>
    </div>
  );
}
