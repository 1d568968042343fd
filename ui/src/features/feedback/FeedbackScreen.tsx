// 公众意见: the list, one piece beside it; taken in by hand, from an e-mail that is picked or dropped.
import { Button } from "antd";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { pastedFiles } from "../../components/paste";
import type { ScreenProps } from "../../components/screen";
import { type Column, type TableView, WHOLE } from "../../components/tableRows";
import type { FeedbackLine, MailPreview, Refusal } from "../../ipc/bindings";
import { feedbackList, pasteLetter, pickLetter, takeLetter } from "../../ipc/commands";
import { useShellEvent } from "../../ipc/events";
import { asRefusal } from "../../ipc/refusal";
import { feedbackMessages as m } from "../../messages/feedback";
import { isLetterName } from "./letter";
import { FeedbackDetail } from "./FeedbackDetail";
import { NewFeedbackDialog } from "./NewFeedbackDialog";
import { ANYWHERE, type At, atOf, quarterOf, standOf, textOfAt } from "./stand";
import "./Feedback.css";

const columns: readonly Column<FeedbackLine>[] = [
  { key: "receipt", title: m.columns.receipt, width: 50, value: ({ number }) => String(number).padStart(4, "0"), order: ({ year, number }) => year * 10_000 + number },
  { key: "subject", title: m.columns.subject, flex: 2, value: ({ subject }) => subject, filter: "text" },
  { key: "kind", title: m.columns.kind, width: 72, value: ({ kind_word }) => kind_word, filter: "choice" },
  { key: "channel", title: m.columns.channel, width: 92, yields: 2, value: ({ channel_word }) => channel_word, filter: "choice" },
  { key: "task", title: m.columns.task, width: 72, yields: 1, value: ({ task }) => (task === null ? m.noTask : String(task)), order: ({ task }) => task, filter: "choice" },
  {
    key: "stand",
    title: m.columns.stand,
    width: 84,
    value: (line) => m.stands[standOf(line)],
    filter: "choice",
    render: (line) => <span className="feedback__stand" data-stand={standOf(line)}>{m.stands[standOf(line)]}</span>,
  },
  { key: "received", title: m.columns.received, width: 100, yields: 3, value: ({ received }) => m.receivedIn(Number(received.slice(0, 4)), quarterOf(received)), order: ({ received }) => received, filter: "choice" },
  { key: "due", title: m.columns.due, width: 72, value: ({ due_words, due }) => (due_words === "" ? due.slice(5) : due_words), order: ({ due }) => due },
];
const keyOf = ({ id }: FeedbackLine) => id;

/** The filters that show what a number of 总览 counted. */
function viewOf(year: number, { quarter, stand }: At): TableView {
  const filters: TableView["filters"] = {
    ...(stand !== null && { stand: { kind: "choice", value: m.stands[stand] } }),
    ...(quarter !== null && { received: { kind: "choice", value: m.receivedIn(year, quarter) } }),
  };
  return { ...WHOLE, filters };
}

/** The form is open: for nothing yet, or for an e-mail that was read. */
type Recording = { letter: MailPreview | null } | null;

export function FeedbackScreen({ board, at, onAt, onChanged, onStatus }: ScreenProps) {
  const { year } = board;
  const place = atOf(at);
  const { id } = place;
  const filter = textOfAt({ ...place, id: null });
  const { state, reload } = useLoaded(`feedback ${year}`, () => feedbackList(year));
  const [shown, setShown] = useState({ filter, view: viewOf(year, place) });
  // Coming from a number of 总览, or going back, shows what it counted.
  if (shown.filter !== filter) setShown({ filter, view: viewOf(year, place) });
  const [recording, setRecording] = useState<Recording>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lines = useMemo(() => (state.phase === "ready" ? state.value.lines : []), [state]);

  const read = (asked: Promise<MailPreview | null>) => {
    setRefusal(null);
    asked.then((letter) => letter !== null && setRecording({ letter })).catch((error: unknown) => setRefusal(asRefusal(error)));
  };
  useShellEvent("files-dropped", ({ drop }) => {
    if (recording === null) read(takeLetter(year, drop));
  });
  // An e-mail pasted onto the list is taken like one that is dropped; the open form takes its own.
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const inBox = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const file = event.clipboardData === null || inBox || recording !== null ? undefined : pastedFiles(event.clipboardData).find(({ name }) => isLetterName(name));
    if (file === undefined) return;
    event.preventDefault();
    read(file.file.arrayBuffer().then((bytes) => pasteLetter(year, file.name, new Uint8Array(bytes))));
  });
  useEffect(() => {
    const heard = (event: ClipboardEvent) => paste(event);
    document.addEventListener("paste", heard);
    return () => document.removeEventListener("paste", heard);
  }, []);
  const changed = (said: string) => {
    reload();
    onChanged();
    onStatus(said);
  };
  const open = (next: string) => onAt(textOfAt({ ...place, id: next }));

  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const { ways, days } = state.value;
  // One primary action: while a piece is open it is the piece's own.
  const actions = (
    <>
      <Button onClick={() => read(pickLetter(year))} data-hint={m.letterHint} data-testid="feedback-letter">
        {m.letter}
      </Button>
      <Button type={id === null ? "primary" : "default"} onClick={() => setRecording({ letter: null })} data-testid="feedback-new">
        {m.record}
      </Button>
    </>
  );
  return (
    <Page title={m.title} note={m.note(lines.length, days)} actions={actions} testId="feedback">
      {refusal !== null && <RefusalNotice refusal={refusal} onClose={() => setRefusal(null)} />}
      {lines.length === 0 && id === null ? (
        <Empty title={m.empty.title} text={m.empty.text}>
          {ways.length > 0 && (
            <div className="feedback__ways" data-testid="feedback-ways">
              <p>{m.empty.ways}</p>
              {ways.map((way) => (
                <p key={way}>{way}</p>
              ))}
            </div>
          )}
        </Empty>
      ) : (
        <ListDetail
          testId="feedback-parts"
          none={m.none}
          detailLabel={m.detail}
          list={
            <DataTable
              label={m.list}
              columns={columns}
              rows={lines}
              keyOf={keyOf}
              dense
              empty={null}
              opened={id}
              onOpen={(line) => open(line.id)}
              view={shown.view}
              onView={(view) => setShown((before) => ({ ...before, view }))}
              testId="feedback-list"
            />
          }
          detail={id === null ? null : <FeedbackDetail key={id} board={board} id={id} onChanged={changed} />}
        />
      )}
      {recording !== null && (
        <NewFeedbackDialog
          board={board}
          letter={recording.letter}
          onClose={() => setRecording(null)}
          onRecorded={({ line }) => {
            setRecording(null);
            onAt(textOfAt({ ...ANYWHERE, id: line.id }));
            changed(m.recorded(line.receipt, line.due));
          }}
        />
      )}
    </Page>
  );
}
