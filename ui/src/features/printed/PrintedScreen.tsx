// 报告: choose what to print, see every page in the window, save it or open it where it can be printed.
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import type { ScreenProps } from "../../components/screen";
import type { PrintedReport, Refusal } from "../../ipc/bindings";
import { exportReport, openReport, printReport, saveReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { printedMessages as m } from "../../messages/printed";
import { Gaps } from "./Gaps";
import { Options } from "./Options";
import { Pages } from "./Pages";
import { type Choosing, queryOf } from "./query";
import "./Printed.css";

export function PrintedScreen({ board, onOpen, onStatus }: Pick<ScreenProps, "board" | "onOpen" | "onStatus">) {
  const [choosing, setChoosing] = useState<Choosing>({ document: "quarter", style: "original", department: null, audience: "internal", asOf: null });
  const query = queryOf(board, choosing);
  const printed = useLoaded(JSON.stringify(query), () => printReport(query));
  const [said, setSaid] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [page, setPage] = useState<{ number: number; asked: number }>({ number: 1, asked: 0 });
  // While the next report is set, the last one stays in sight.
  const [shown, setShown] = useState<{ report: PrintedReport; document: Choosing["document"] } | null>(null);
  if (printed.state.phase === "ready" && shown?.report !== printed.state.value) setShown({ report: printed.state.value, document: choosing.document });
  if (printed.state.phase === "refused" && shown !== null) setShown(null);
  const report = shown?.report ?? null;
  useEffect(() => onStatus(""), [onStatus]);

  const act = (asked: Promise<string | null>) => {
    setSaid(null);
    setRefusal(null);
    asked.then((name) => name !== null && setSaid(m.saved(name))).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  const choose = (next: Choosing) => {
    setSaid(null);
    setRefusal(null);
    setChoosing(next);
  };
  const goTo = (number: number) => setPage((before) => ({ number, asked: before.asked + 1 }));

  return (
    <Page
      title={m.title}
      testId="printed"
      note={report?.title}
      actions={
        <>
          <Button disabled={report === null} onClick={() => report !== null && act(openReport(report.token))} data-hint={m.openHint} data-testid="report-open">
            {m.open}
          </Button>
          <Button disabled={report === null} onClick={() => report !== null && act(exportReport(query, "docx", report.file_name))} data-hint={m.saveWordHint} data-testid="report-word">
            {m.saveWord}
          </Button>
          <Button disabled={report === null} onClick={() => report !== null && act(exportReport(query, "xlsx", report.file_name))} data-hint={m.saveExcelHint} data-testid="report-excel">
            {m.saveExcel}
          </Button>
          <Button type="primary" disabled={report === null} onClick={() => report !== null && act(saveReport(report.token))} data-testid="report-save">
            {m.save}
          </Button>
        </>
      }
    >
      <div className="printed">
        <aside className="printed__options sheet" aria-label={m.options}>
          <Options board={board} choosing={choosing} onChoose={choose} />
          {shown !== null && shown.document !== "whitepaper" && <Gaps gaps={shown.report.gaps} onOpen={onOpen} />}
        </aside>
        <div className="printed__middle">
          {said !== null && (
            <Notice tone="done" onClose={() => setSaid(null)} testId="report-saved">
              {said}
            </Notice>
          )}
          {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
          {printed.state.phase === "refused" && <RefusalNotice refusal={printed.state.refusal} onRetry={printed.reload} />}
          {/* Another style stays at its page; another document begins at its first. */}
          {shown === null ? printed.state.phase === "reading" && <Reading text={m.making} /> : <Pages key={shown.document} report={shown.report} setting={printed.state.phase === "reading"} goTo={page} />}
        </div>
        {report !== null && (
          <nav className="printed__outline sheet" aria-label={m.outline}>
            <h2>{m.outline}</h2>
            <ol>
              {report.outline.map(({ level, title, page: at }, index) => (
                <li key={`${index} ${title}`} data-level={level}>
                  <button type="button" data-hint={title} onClick={() => goTo(at)}>
                    <span>{title}</span>
                    <small>{at}</small>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        )}
      </div>
    </Page>
  );
}
