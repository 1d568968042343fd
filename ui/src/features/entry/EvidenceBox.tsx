// 佐证 of an entry: files dropped, pasted or picked, and 备查件 that lie on paper somewhere.
import { Button } from "antd";
import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from "react";
import { useShellEvent } from "../../ipc/events";
import { WorkBar } from "../../components/WorkBar";
import { useWork } from "../../components/work";
import { RefusalNotice, Notice } from "../../components/Notice";
import type { AddedFiles, BoxEvidence, EntryForm, Refusal } from "../../ipc/bindings";
import { openFile, pasteFile, pickFiles, takeFiles } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { entryMessages as m } from "../../messages/entry";
import { words } from "../../messages/words";
import type { ChangeBoxes } from "./Boxes";
import { EvidenceLine } from "./EvidenceLine";
import { OnPaperForm } from "./OnPaperForm";
import type { MissingBox } from "./boxes";
import { pastedFiles } from "../../components/paste";

interface EvidenceBoxProps {
  form: EntryForm;
  evidence: readonly BoxEvidence[];
  missing: readonly MissingBox[];
  disabled: boolean;
  onChange: ChangeBoxes;
  onStoring: Dispatch<SetStateAction<number>>;
}

const identity = (piece: BoxEvidence): string => (piece.form === "file" ? piece.sha256 + piece.name : `paper ${piece.name} ${piece.document_no}`);

/** Adds what is not there yet: the same file twice is once. */
export function withAdded(before: readonly BoxEvidence[], added: readonly BoxEvidence[]): BoxEvidence[] {
  const there = new Set(before.map(identity));
  const fresh = added.filter((piece) => {
    const known = there.has(identity(piece));
    there.add(identity(piece));
    return !known;
  });
  return [...before, ...fresh];
}

export function EvidenceBox({ form, evidence, missing, disabled, onChange, onStoring }: EvidenceBoxProps) {
  const [hover, setHover] = useState(false);
  const storing = useWork("files");
  const [refusedFiles, setRefusedFiles] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [onPaper, setOnPaper] = useState(false);
  const [removed, setRemoved] = useState<{ piece: BoxEvidence; index: number } | null>(null);

  const addOnPaper = useRef<HTMLButtonElement>(null);
  const under = useRef(0);

  const add = (asked: Promise<AddedFiles>) => {
    under.current += 1;
    onStoring((before) => before + 1);
    setRefusal(null);
    setRefusedFiles([]);
    asked
      .then(({ added, refused }) => {
        setRefusedFiles(refused);
        if (added.length > 0) onChange((before) => ({ ...before, evidence: withAdded(before.evidence, added) }));
      })
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => {
        under.current -= 1;
        onStoring((before) => before - 1);
        if (under.current === 0) storing.end();
      });
  };
  const adding = useEffectEvent(add);

  useShellEvent("files-hover", ({ inside }) => setHover(inside && !disabled));
  useShellEvent("files-dropped", ({ drop }) => {
    setHover(false);
    if (!disabled) add(takeFiles(drop));
  });

  useEffect(() => {
    if (disabled) return;
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData === null ? [] : pastedFiles(event.clipboardData);
      if (files.length === 0) return; // text goes into the box where the cursor is
      event.preventDefault();
      for (const { name, file } of files) {
        adding(file.arrayBuffer().then((bytes) => pasteFile(name, new Uint8Array(bytes))));
      }
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [disabled]);

  const closeOnPaper = () => {
    setOnPaper(false);
    addOnPaper.current?.focus();
  };
  const open = (sha256: string, name: string) => {
    setRefusal(null);
    openFile(sha256, name).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const alter = (index: number, piece: BoxEvidence) =>
    onChange((before) => ({ ...before, evidence: before.evidence.map((each, at) => (at === index ? piece : each)) }));
  const remove = (index: number) => {
    const piece = evidence[index];
    if (piece === undefined) return;
    setRemoved({ piece, index });
    onChange((before) => ({ ...before, evidence: before.evidence.filter((_, at) => at !== index) }));
  };
  const restore = () => {
    if (removed === null) return;
    onChange((before) => ({ ...before, evidence: before.evidence.toSpliced(removed.index, 0, removed.piece) }));
    setRemoved(null);
    // The piece is a new line of the list; the way on is where it was added.
    addOnPaper.current?.focus();
  };

  if (form.refused !== null && evidence.length === 0) return null;
  return (
    <div className="box" data-box="evidence">
      <div className="box__label">{m.boxes.evidence}</div>
      <div className="box__field evidence" data-hover={hover || undefined}>
        {evidence.length > 0 && (
          <ul className="evidence__list">
            {evidence.map((piece, index) => (
              <EvidenceLine
                key={identity(piece)}
                piece={piece}
                index={index}
                disabled={disabled}
                missing={missing.some((each) => each.box === "personal" && each.index === index)}
                onChange={(next) => alter(index, next)}
                onOpen={open}
                onRemove={() => remove(index)}
              />
            ))}
          </ul>
        )}
        {removed !== null && (
          <p className="evidence__removed" role="status">
            {m.evidence.removed(removed.piece.name)}
            <button type="button" className="link" autoFocus onClick={restore}>
              {m.evidence.restore}
            </button>
          </p>
        )}
        {!disabled && (
          <div className="evidence__drop" data-testid="evidence-drop">
            <span>{hover ? m.evidence.dropping : m.evidence.drop}</span>
            {!hover && (
              <>
                <Button size="small" onClick={() => add(pickFiles())} data-testid="pick-files">
                  {m.evidence.pick}
                </Button>
                <Button ref={addOnPaper} size="small" onClick={() => setOnPaper(true)} data-testid="add-on-paper">
                  {m.evidence.onPaper}
                </Button>
                <span className="evidence__secret">{m.evidence.secret}</span>
              </>
            )}
          </div>
        )}
        {storing.now !== null && <WorkBar now={storing.now} words={m.evidence.adding(storing.now.name)} />}
        {onPaper && (
          <OnPaperForm
            onAdd={(piece) => {
              onChange((before) => ({ ...before, evidence: withAdded(before.evidence, [piece]) }));
              closeOnPaper();
            }}
            onClose={closeOnPaper}
          />
        )}
        {refusedFiles.map((sentence) => (
          <Notice key={sentence} tone="late" action={<button type="button" className="link" onClick={() => setRefusedFiles((before) => before.filter((each) => each !== sentence))}>{words.gotIt}</button>}>
            {sentence}
          </Notice>
        ))}
        {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      </div>
    </div>
  );
}
