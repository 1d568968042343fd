// 报告: choose what to print, see every page in the window, keep it or print it.
import { useCallback, useEffect, useState } from "react";
import { Choice } from "../../components/Choice";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import type { ScreenProps } from "../../components/screen";
import { useWork } from "../../components/work";
import { WorkBar } from "../../components/WorkBar";
import type { Refusal } from "../../ipc/bindings";
import { printReport } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { printedMessages as m } from "../../messages/printed";
import { Actions } from "./Actions";
import { DOCUMENTS, lackOf } from "./documents";
import { BookNotes, useBookWriting } from "./EvidenceBook";
import { Gaps } from "./Gaps";
import { IssueActions } from "./IssueActions";
import { useNewest } from "./newest";
import { useOpenReport } from "./opened";
import { Options } from "./Options";
import { Outline } from "./Outline";
import { Pages } from "./Pages";
import { type Choosing, keep, queryOf, remembered, told } from "./query";
import { Thumbs } from "./Thumbs";
import "./Printed.css";

type Panel = "outline" | "thumbs";

/** Until the program ends: which of the two stands beside the pages. */
let keptPanel: Panel = "outline";

/** Why no pages are there although nothing went wrong. */
const absenceOf = (code: string): string | null => (code === "no_evidence" ? m.book.none : code === "book_too_large" ? m.book.tooLarge : null);

function Absence({ title, text }: { title: string; text: string }) {
  return (
    <div className="printed__lack" data-testid="report-lack">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

export function PrintedScreen({ board, onEntry, onStatus }: Pick<ScreenProps, "board" | "onEntry" | "onStatus">) {
  const [choosing, setChoosing] = useState<Choosing>(() => remembered(board));
  const query = queryOf(board, choosing);
  const lack = lackOf(choosing.document, told(board, choosing));
  const { now, end } = useWork("report");
  const { shown, asking, refusal, again } = useNewest(query, printReport);
  const opening = useOpenReport(shown?.answer ?? null);
  const [said, setSaid] = useState<string | null>(null);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const [page, setPage] = useState({ number: 1, asked: 0 });
  const [current, setCurrent] = useState(1);
  const [panel, setPanel] = useState<Panel>(keptPanel);
  const book = useBookWriting();
  const forgetBook = book.forget;
  useEffect(() => onStatus(""), [onStatus]);
  useEffect(() => {
    if (!asking) end();
  }, [asking, end]);

  const choose = useCallback(
    (next: Choosing) => {
      setSaid(null);
      setFailed(null);
      forgetBook();
      keep(board.year, next);
      setChoosing(next);
    },
    [board.year, forgetBook],
  );
  const act = (asked: Promise<string | null>) => {
    setSaid(null);
    setFailed(null);
    asked.then((name) => name !== null && setSaid(m.saved(name))).catch((error: unknown) => setFailed(asRefusal(error)));
  };
  const goTo = (number: number) => setPage((before) => ({ number, asked: before.asked + 1 }));
  const { open } = opening;
  const trouble = refusal ?? opening.refusal;
  const absence = trouble === null ? null : absenceOf(trouble.code);
  // A book is written whether its pages are shown or not; one without evidence is not written.
  const isBook = DOCUMENTS[choosing.document].book;
  const write = query === null || book.busy || refusal?.code === "no_evidence" ? null : () => book.write(query);

  return (
    <Page
      title={m.title}
      testId="printed"
      note={shown?.answer.title}
      actions={
        <>
          <IssueActions query={query} year={board.year} onIssued={setSaid} />
          <Actions shown={asking ? null : shown} onAct={act} {...(isBook && { onWrite: write })} />
        </>
      }
    >
      <div className="printed">
        <aside className="printed__options sheet" aria-label={m.options}>
          <Options board={board} choosing={choosing} onChoose={choose} />
          {shown !== null && ["quarter", "task"].includes(shown.question.of.document) && <Gaps gaps={shown.answer.gaps} onEntry={onEntry} />}
        </aside>
        <div className="printed__middle">
          {said !== null && (
            <Notice tone="done" onClose={() => setSaid(null)} testId="report-saved">
              {said}
            </Notice>
          )}
          {failed !== null && <RefusalNotice refusal={failed} onClose={() => setFailed(null)} />}
          {shown !== null && shown.answer.later !== "" && (
            <Notice key={shown.answer.token} tone="warn" testId="report-later">
              {shown.answer.later}
            </Notice>
          )}
          <BookNotes writing={book} />
          {asking && now !== null && <WorkBar now={now} words={m.layingOut(now.name)} />}
          {trouble !== null && absence === null && <RefusalNotice refusal={trouble} onRetry={again} />}
          {trouble !== null && absence !== null && <Absence title={absence} text={trouble.text} />}
          {lack !== null && <Absence title={m.lacks[lack].title} text={m.lacks[lack].text} />}
          {open === null
            ? lack === null && trouble === null && now === null && <Reading text={m.making} />
            : // Another style stays at its page; another document begins at its first.
              trouble === null && (
                <Pages key={shown?.question.of.document} open={open} setting={asking || open.report !== shown?.answer} goTo={page} onPage={setCurrent} />
              )}
        </div>
        {open !== null && trouble === null && (
          <nav className="printed__panel sheet" aria-label={m.panel}>
            <div className="printed__tabs">
              <Choice
                kind="tabs"
                name="panel"
                label={m.panel}
                value={panel}
                onChange={(next) => {
                  keptPanel = next;
                  setPanel(next);
                }}
                options={[
                  { value: "outline", word: m.outline, testId: "panel-outline" },
                  { value: "thumbs", word: m.thumbs, testId: "panel-thumbs" },
                ]}
              />
            </div>
            {panel === "outline" ? <Outline outline={open.report.outline} current={current} onGo={goTo} /> : <Thumbs open={open} current={current} onGo={goTo} />}
          </nav>
        )}
      </div>
    </Page>
  );
}
