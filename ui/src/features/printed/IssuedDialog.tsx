// 已签发: every issued report of the year, to open, to save, and to note what was sent of it.
import { Button } from "antd";
import { useState } from "react";
import { Dialog } from "../../components/Dialog";
import { FormDialog, orNull } from "../../components/FormDialog";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import { StoredFiles } from "../../components/StoredFiles";
import type { IssuedView, Refusal, SentView } from "../../ipc/bindings";
import { issuedReports, openReport, printIssued, recordSent, saveReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { issueMessages as m } from "../../messages/issue";
import { words } from "../../messages/words";

/** The token of the kept file. */
const kept = (report: IssuedView) => printIssued(report.id).then(({ token }) => token);
const nameOf = (sent: SentView) => (sent.files.length === 0 ? m.sentItself : sent.files.map(({ name }) => name).join(words.comma));

function Issued({ report, onOpen, onSave, onSend }: { report: IssuedView; onOpen: () => void; onSave: () => void; onSend: () => void }) {
  const facts = [m.issuedBy(report.issued_by, report.issued_on), m.approval(report.approved_by, report.approved_on), m.asOf(report.as_of), `${m.code} ${report.check_code}`];
  return (
    <li className="issued" data-testid="issued-report">
      <h3>
        {report.number}
        {report.corrected !== null && <b className="issued__corrected">{report.corrected}</b>}
      </h3>
      <p>{report.title}</p>
      <p className="issued__facts">{facts.join("　")}</p>
      {report.corrects !== null && <p>{m.replacing(report.corrects.number, report.corrects.replaces, report.corrects.reason)}</p>}
      {report.gaps.length > 0 && <p data-hint={report.gaps.join("\n")}>{m.withGapsIssued(report.gaps.length)}</p>}
      {report.sent.map((sent, index) => (
        <p key={`${index} ${sent.to}`}>{m.sentLine(sent.on, sent.to, nameOf(sent))}</p>
      ))}
      <StoredFiles label={m.scan} pieces={[...report.scan, ...report.sent.flatMap(({ files }) => files)]} />
      <div className="issued__buttons">
        <Button size="small" onClick={onOpen} data-testid="issued-open-file">
          {m.open}
        </Button>
        <Button size="small" onClick={onSave} data-testid="issued-save">
          {m.save}
        </Button>
        <Button size="small" onClick={onSend} data-testid="issued-send">
          {words.asks(m.send)}
        </Button>
      </div>
    </li>
  );
}

export function IssuedDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const loaded = useLoaded(`issued ${year}`, () => issuedReports(year));
  const [said, setSaid] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sending, setSending] = useState<IssuedView | null>(null);
  const act = (asked: Promise<string | null>) => {
    setSaid(null);
    setRefusal(null);
    asked.then((name) => name !== null && setSaid(m.saved(name))).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  return (
    <Dialog title={m.issuedTitle} width={760} top={40} onClose={onClose}>
      {said !== null && (
        <Notice tone="done" onClose={() => setSaid(null)}>
          {said}
        </Notice>
      )}
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {loaded.state.phase === "reading" && <Reading />}
      {loaded.state.phase === "refused" && <RefusalNotice refusal={loaded.state.refusal} onRetry={loaded.reload} />}
      {loaded.state.phase === "ready" && loaded.state.value.length === 0 && <p>{m.none}</p>}
      {loaded.state.phase === "ready" && (
        <ul className="issued__list">
          {loaded.state.value.map((report) => (
            <Issued key={report.id} report={report} onOpen={() => act(kept(report).then(openReport))} onSave={() => act(kept(report).then(saveReport))} onSend={() => setSending(report)} />
          ))}
        </ul>
      )}
      {sending !== null && (
        <FormDialog
          title={m.sendTitle(sending.number)}
          year={year}
          fields={[
            { key: "to", label: m.to, kind: "line", needed: true },
            { key: "on", label: m.on, kind: "day", hint: m.today },
          ]}
          files={m.sentScan}
          word={m.send}
          send={({ to, on }, files) => recordSent(sending.id, { to: to ?? "", on: orNull(on), files })}
          onDone={() => {
            setSending(null);
            loaded.reload();
          }}
          onClose={() => setSending(null)}
          testId="sent"
        />
      )}
    </Dialog>
  );
}
