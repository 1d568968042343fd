// Files added to something that is being written: dropped, pasted or picked; each is stored at once and says whether it names people.
// Left to others: when the answer is asked for, and what else may be added.
import { Button } from "antd";
import { type Dispatch, type ReactNode, type SetStateAction, useEffect, useEffectEvent, useRef, useState } from "react";
import type { AddedFiles, BoxEvidence, Refusal } from "../ipc/bindings";
import { openFile, pasteFile, pickFiles, takeFiles } from "../ipc/commands";
import { useShellEvent } from "../ipc/events";
import { asRefusal } from "../ipc/refusal";
import { evidenceMessages as m } from "../messages/evidence";
import { words } from "../messages/words";
import { EvidenceLine } from "./EvidenceLine";
import { Notice, RefusalNotice } from "./Notice";
import { pastedFiles } from "./paste";
import { useWork } from "./work";
import { WorkBar } from "./WorkBar";
import "./Files.css";

export type AlterPieces = (alter: (before: readonly BoxEvidence[]) => BoxEvidence[]) => void;

interface FilesFieldProps {
  pieces: readonly BoxEvidence[];
  /** The places of those whose answer is asked for and missing. */
  unanswered?: readonly number[];
  disabled?: boolean;
  onChange: AlterPieces;
  /** How many files are being stored: nothing may be decided before they are in. */
  onStoring: Dispatch<SetStateAction<number>>;
  /** Other ways to add, after the one that picks. */
  ways?: ReactNode;
  /** What such a way has opened. */
  children?: ReactNode;
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

export function FilesField({ pieces, unanswered = [], disabled = false, onChange, onStoring, ways, children }: FilesFieldProps) {
  const [hover, setHover] = useState(false);
  const storing = useWork("files");
  const [refusedFiles, setRefusedFiles] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [removed, setRemoved] = useState<{ piece: BoxEvidence; index: number } | null>(null);
  const pick = useRef<HTMLButtonElement>(null);
  const under = useRef(0);

  const add = (asked: Promise<AddedFiles>) => {
    under.current += 1;
    onStoring((before) => before + 1);
    setRefusal(null);
    setRefusedFiles([]);
    asked
      .then(({ added, refused }) => {
        setRefusedFiles(refused);
        if (added.length > 0) onChange((before) => withAdded(before, added));
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

  const open = (sha256: string, name: string) => {
    setRefusal(null);
    openFile(sha256, name).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const alter = (index: number, piece: BoxEvidence) => onChange((before) => before.map((each, at) => (at === index ? piece : each)));
  const remove = (index: number) => {
    const piece = pieces[index];
    if (piece === undefined) return;
    setRemoved({ piece, index });
    onChange((before) => before.filter((_, at) => at !== index));
  };
  const restore = () => {
    if (removed === null) return;
    onChange((before) => before.toSpliced(removed.index, 0, removed.piece));
    setRemoved(null);
    // The piece is a new line of the list; the way on is where it was added.
    pick.current?.focus();
  };

  return (
    <div className="evidence" data-hover={hover || undefined} data-takes-files={disabled ? undefined : true}>
      {pieces.length > 0 && (
        <ul className="evidence__list">
          {pieces.map((piece, index) => (
            <EvidenceLine
              key={identity(piece)}
              piece={piece}
              index={index}
              disabled={disabled}
              missing={unanswered.includes(index)}
              onChange={(next) => alter(index, next)}
              onOpen={open}
              onRemove={() => remove(index)}
            />
          ))}
        </ul>
      )}
      {removed !== null && (
        <p className="evidence__removed" role="status">
          {m.removed(removed.piece.name)}
          <button type="button" className="link" autoFocus onClick={restore}>
            {m.restore}
          </button>
        </p>
      )}
      {!disabled && (
        <div className="evidence__drop" data-testid="evidence-drop">
          <span>{hover ? m.dropping : m.drop}</span>
          {!hover && (
            <>
              <Button ref={pick} size="small" onClick={() => add(pickFiles())} data-testid="pick-files">
                {m.pick}
              </Button>
              {ways}
              <span className="evidence__secret">{m.secret}</span>
            </>
          )}
        </div>
      )}
      {storing.now !== null && <WorkBar now={storing.now} words={m.adding(storing.now.name)} />}
      {children}
      {refusedFiles.map((sentence) => (
        <Notice key={sentence} tone="late" action={<button type="button" className="link" onClick={() => setRefusedFiles((before) => before.filter((each) => each !== sentence))}>{words.gotIt}</button>}>
          {sentence}
        </Notice>
      ))}
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
    </div>
  );
}
