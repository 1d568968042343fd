// 佐证材料册 is large: it is written to a file that the person names, with progress and 停止.
import { Button } from "antd";
import { useState } from "react";
import { Notice, RefusalNotice } from "../../components/Notice";
import { WorkBar } from "../../components/WorkBar";
import { useWork } from "../../components/work";
import type { BookWritten, Refusal, ReportQuery } from "../../ipc/bindings";
import { writeEvidenceBook } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { printedMessages } from "../../messages/printed";

const m = printedMessages.book;

export function EvidenceBook({ query }: { query: ReportQuery }) {
  const { now, end } = useWork("evidence_book");
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<BookWritten | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const write = () => {
    setBusy(true);
    setWritten(null);
    setRefusal(null);
    writeEvidenceBook(query)
      .then(setWritten)
      .catch((error: unknown) => setRefusal(asRefusal(error)))
      .finally(() => {
        setBusy(false);
        end();
      });
  };
  return (
    <section className="sheet book" data-testid="evidence-book">
      <p>{m.note}</p>
      <Button type="primary" disabled={busy} onClick={write} data-testid="evidence-save">
        {m.save}
      </Button>
      {busy && now !== null && <WorkBar now={now} words={m.making(now.name)} />}
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {written !== null && (
        <Notice tone="done" onClose={() => setWritten(null)} testId="evidence-written">
          {written.files.map(({ file, pages }) => (
            <div key={file}>{m.volume(file, pages)}</div>
          ))}
          <div>{written.counts}</div>
          {written.listed.length > 0 && <div>{m.listed(written.listed.length)}</div>}
          {written.listed.map((listed) => (
            <div key={listed}>{listed}</div>
          ))}
        </Notice>
      )}
    </section>
  );
}
