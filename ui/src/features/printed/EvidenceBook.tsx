// 佐证材料册 is large: it is written straight to the file that the person names, with progress and 停止.
import { useCallback, useState } from "react";
import { Notice, RefusalNotice } from "../../components/Notice";
import { WorkBar } from "../../components/WorkBar";
import { type WorkNow, useWork } from "../../components/work";
import type { BookWritten, Refusal, ReportQuery } from "../../ipc/bindings";
import { writeEvidenceBook } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { printedMessages } from "../../messages/printed";

const m = printedMessages.book;

/** The writing of books: what is under way and how the last one ended. */
export interface BookWriting {
  write: (query: ReportQuery) => void;
  busy: boolean;
  now: WorkNow | null;
  written: BookWritten | null;
  refusal: Refusal | null;
  /** Another choice is made, or the message was read. */
  forget: () => void;
}

export function useBookWriting(): BookWriting {
  const { now, end } = useWork("evidence_book");
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<BookWritten | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const forget = useCallback(() => {
    setWritten(null);
    setRefusal(null);
  }, []);
  const write = (query: ReportQuery) => {
    setBusy(true);
    forget();
    writeEvidenceBook(query)
      .then(setWritten)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => {
        setBusy(false);
        end();
      });
  };
  return { write, busy, now, written, refusal, forget };
}

function Written({ written, onClose }: { written: BookWritten; onClose: () => void }) {
  const { files, counts, listed } = written;
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const [only] = files;
  const several = files.length > 1;
  return (
    <Notice
      tone="done"
      onClose={onClose}
      testId="evidence-written"
      lines={several ? files.map((file) => m.volume(file.file, file.pages)) : []}
      more={
        listed.length > 0 && (
          <details className="book__listed">
            <summary>{m.listed(listed.length)}</summary>
            <ul>
              {listed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )
      }
    >
      {several || only === undefined ? m.volumes(files.length, pages) : m.written(only.file, only.pages)}
      {counts}
    </Notice>
  );
}

/** What the person stopped is no fault. */
function Refused({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  if (refusal.code !== "stopped") return <RefusalNotice refusal={refusal} onClose={onClose} />;
  return (
    <Notice tone="plain" onClose={onClose} testId="evidence-stopped">
      {refusal.text}
    </Notice>
  );
}

/** What is said of it, above the pages. */
export function BookNotes({ writing }: { writing: BookWriting }) {
  const { busy, now, written, refusal, forget } = writing;
  return (
    <>
      {busy && now !== null && <WorkBar now={now} words={m.making(now.name)} />}
      {refusal !== null && <Refused refusal={refusal} onClose={forget} />}
      {written !== null && <Written written={written} onClose={forget} />}
    </>
  );
}
