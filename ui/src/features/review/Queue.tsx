// The queue left, the entry as read right; after a decision the next entry is open.
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { inDialog, isComposing } from "../../components/keyboard";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Notice, Reading, RefusalNotice } from "../../components/Notice";
import type { Column } from "../../components/tableRows";
import type { Board, EntryKey, ReviewLine, StageCode } from "../../ipc/bindings";
import { comments as readComments, reviewQueue } from "../../ipc/commands";
import { reviewMessages as m } from "../../messages/review";
import { words } from "../../messages/words";
import { Detail } from "./Detail";
import { QueueFilters } from "./QueueFilters";
import { type Filters, UNFILTERED, isFiltered, keyText, neighbour, nextAfter } from "./queue";

const COLUMNS_ALL: readonly Column<ReviewLine>[] = [
  { key: "department", title: m.columns.department, width: 92, value: (line) => line.department },
  { key: "task", title: m.columns.task, flex: 3, value: (line) => line.title, order: (line) => line.key.task },
  {
    key: "claim",
    title: m.columns.claim,
    width: 104,
    value: (line) => `${line.claim_word}${line.without_evidence ? words.withoutEvidenceMark : ""}`,
  },
  { key: "stage", title: m.columns.stage, width: 72, value: (line) => line.stage_word },
];

/** Where one stage is listed, it needs no column. */
const COLUMNS = COLUMNS_ALL.filter(({ key }) => key !== "stage");

const keyOf = (line: ReviewLine): string => keyText(line.key);

/** Why nothing is listed, and what to do. */
function emptyWords(begins: boolean, filtered: boolean, stage: string): { title: string; text: string } {
  if (filtered) return { title: m.emptyOther, text: m.emptyFiltered };
  return begins ? { title: m.emptyWaiting, text: m.emptyText } : { title: m.emptyStage(stage), text: m.emptyStageText };
}

interface QueueProps {
  board: Board;
  /** `null`: all. */
  stage: StageCode | null;
  onStage: (stage: StageCode | null) => void;
  onEntry: (key: EntryKey) => void;
  /** Opens 填报 where nothing was chosen. */
  onReport: () => void;
  onChanged: () => void;
}

export function Queue({ board, stage, onStage, onEntry, onReport, onChanged }: QueueProps) {
  const [filters, setFilters] = useState<Filters>(UNFILTERED);
  const query = useMemo(() => ({ year: board.year, stage, ...filters }), [board.year, stage, filters]);
  const queue = useLoaded(JSON.stringify(query), () => reviewQueue(query));
  const notes = useLoaded(String(board.year), () => readComments(board.year));
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const lines = queue.state.phase === "ready" ? queue.state.value.lines : null;
  const opened = lines?.find((line) => keyOf(line) === chosen) ?? lines?.[0] ?? null;

  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || isComposing(event) || inDialog(event.target)) return;
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
      if (step === null || lines === null || opened === null) return;
      event.preventDefault();
      setChosen((before) => neighbour(lines, keyOf(opened), step) ?? before);
    };
    window.addEventListener("keydown", strike);
    return () => window.removeEventListener("keydown", strike);
  }, [lines, opened]);

  const decided = (line: ReviewLine, message: string) => {
    if (lines !== null) setChosen(nextAfter(lines, keyOf(line)));
    setSaid(message);
    queue.reload();
    onChanged();
  };

  if (queue.state.phase === "refused") return <RefusalNotice refusal={queue.state.refusal} onRetry={queue.reload} />;
  if (queue.state.phase === "reading" || lines === null) return <Reading />;
  const { stages, departments } = queue.state.value;
  const filtered = isFiltered(filters);
  const begins = !filtered && (stage === "waiting" || stage === null);
  const all = () => {
    setFilters(UNFILTERED);
    onStage(null);
  };
  const empty = (
    <Empty {...emptyWords(begins, filtered, stages.find((each) => each.stage === stage)?.word ?? "")}>
      {(filtered || stage !== null) && (
        <Button onClick={all} data-testid="review-all">
          {m.clear}
        </Button>
      )}
      {begins && (
        <Button type="primary" onClick={onReport} data-testid="review-to-entry">
          {m.toEntry}
        </Button>
      )}
    </Empty>
  );
  const told = said !== null && (
    <Notice tone="done" onClose={() => setSaid(null)} testId="review-said">
      {said}
      {lines.length === 0 && m.done}
    </Notice>
  );
  return (
    <div className="review">
      <QueueFilters stages={stages} stage={stage} onStage={onStage} departments={departments} filters={filters} onFilters={setFilters} />
      {lines.length === 0 ? (
        <>
          {told}
          {empty}
        </>
      ) : (
        <ListDetail
          testId="review-list"
          detailLabel={m.detail}
          none={m.none}
          // Above the list, so that what is read loses nothing of its height.
          list={
            <div className="review__listed">
              {told}
              <DataTable label={m.list} columns={stage === null ? COLUMNS_ALL : COLUMNS} rows={lines} keyOf={keyOf} opened={opened === null ? null : keyOf(opened)} onOpen={(line) => setChosen(keyOf(line))} empty={empty} testId="review-table" />
            </div>
          }
          detail={
            opened === null ? null : (
              <Detail
                key={`${keyOf(opened)} ${opened.revision} ${opened.stage}`}
                line={opened}
                notes={notes.state.phase === "ready" ? notes.state.value : []}
                onNotes={notes.put}
                onDecided={(message) => decided(opened, message)}
                onEntry={() => onEntry(opened.key)}
              />
            )
          }
        />
      )}
    </div>
  );
}
