// Right of the grid: what waits, and who has not reported.
import { Figures } from "../../components/Figures";
import type { FeedbackFilter, ListFilter } from "../../components/screen";
import { clock } from "../../components/time";
import type { Opened } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { overviewMessages as m } from "../../messages/overview";
import { quarterWord } from "../../messages/words";
import { waitingIn } from "./todo";

interface SidePanelProps {
  board: Board;
  /** The department that this office writes for; `null`: it supervises. */
  own: string | null;
  onList: (filter: ListFilter) => void;
  onOpen: (open: Opened) => void;
  /** Opens 审核 with exactly the entries that are counted. */
  onReview: (at: "waiting" | "returned") => void;
  onFeedback: (filter: FeedbackFilter) => void;
}

interface WaitingProps {
  count: number;
  words: (count: number) => string;
  /** Opens exactly the ones that are counted. */
  onList: () => void;
  testId: string;
}

/** One kind of thing that waits; nothing where none does. */
function Waiting({ count, words, onList, testId }: WaitingProps) {
  if (count === 0) return null;
  return (
    <li>
      <button type="button" className="side__line" onClick={onList} data-testid={testId}>
        {words(count)}
      </button>
    </li>
  );
}

/** What came in within the round's quarter; nothing where nothing did. */
function Received({ board: { quarter, feedback_in_round: counts }, onFeedback }: Pick<SidePanelProps, "board" | "onFeedback">) {
  if (counts.received === 0) return null;
  const stands = (["closed", "answered", "open", "overdue"] as const).filter((stand) => counts[stand] > 0);
  return (
    <div className="side__quiet">
      <Figures
        subject={m.feedback.received(quarter)}
        unit={m.feedback.total}
        colon={m.colon}
        onTotal={() => onFeedback({ quarter })}
        parts={stands.map((stand) => ({ key: stand, word: m.feedback.stands[stand], count: counts[stand], onOpen: () => onFeedback({ quarter, stand }) }))}
        testId="feedback-received"
      />
    </div>
  );
}

export function SidePanel({ board, own, onList, onOpen, onReview, onFeedback }: SidePanelProps) {
  const supervises = own === null;
  const waiting = waitingIn(board, own);
  const mine = own === null ? {} : { department: own };
  const owed = board.silent.find(({ id }) => id === own)?.tasks.length ?? 0;
  const { reviews } = board;
  const { overdue, open, answered } = board.feedback;
  const nothing = overdue + open + answered === 0 && owed === 0 && reviews.returned === 0 && reviews.waiting === 0 && waiting.carried === 0 && board.drafts.length === 0 && waiting.withoutEvidence === 0 && waiting.flagged === 0 && (!supervises || waiting.unjudged === 0);
  return (
    <aside className="side">
      <section className="side__part" aria-label={m.todo}>
        <h2>{m.todo}</h2>
        {nothing && <p className="side__none">{m.todoNone}</p>}
        <ul>
          {own !== null && <Waiting count={owed} words={m.owed} onList={() => onList({ department: own, mark: "silent" })} testId="todo-owed" />}
          <Waiting count={reviews.returned} words={m.returned} onList={() => onReview("returned")} testId="todo-returned" />
          <Waiting count={reviews.waiting} words={m.waiting} onList={() => onReview("waiting")} testId="todo-waiting" />
          <Waiting count={waiting.carried} words={m.carried} onList={() => onList({ ...mine, mark: "carried" })} testId="todo-carried" />
          {supervises && <Waiting count={waiting.unjudged} words={m.unjudged} onList={() => onList({ mark: "unjudged" })} testId="todo-unjudged" />}
          <Waiting count={waiting.withoutEvidence} words={m.withoutEvidence} onList={() => onList({ ...mine, mark: "without_evidence" })} testId="todo-without-evidence" />
          <Waiting count={waiting.flagged} words={m.flagged} onList={() => onList({ ...mine, mark: "flagged" })} testId="todo-flagged" />
          <Waiting count={overdue} words={m.feedback.overdue} onList={() => onFeedback({ stand: "overdue" })} testId="todo-feedback-overdue" />
          <Waiting count={open} words={m.feedback.open} onList={() => onFeedback({ stand: "open" })} testId="todo-feedback-open" />
          <Waiting count={answered} words={m.feedback.answered} onList={() => onFeedback({ stand: "answered" })} testId="todo-feedback-answered" />
          {board.drafts.length > 0 && <li className="side__sub">{m.drafts(board.drafts.length)}</li>}
          {board.drafts.map(({ key, title, department, saved_at }) => (
            <li key={`${key.task} ${key.quarter} ${key.department}`}>
              <button type="button" className="side__line side__line--two" onClick={() => onOpen({ task: key.task, quarter: key.quarter, department: key.department })}>
                <span>{title}</span>
                <small>
                  {[department, ...(key.quarter === key.round ? [] : [quarterWord(key.quarter)]), clock(saved_at)].join(" · ")}
                </small>
              </button>
            </li>
          ))}
        </ul>
        <Received board={board} onFeedback={onFeedback} />
      </section>
      <section className="side__part" aria-label={m.silent}>
        <h2>
          {m.silent}
          <small>{m.silentDue(board.due)}</small>
        </h2>
        {board.silent.length === 0 && <p className="side__none">{board.as_of < board.due ? m.silentNotDue : m.silentNone}</p>}
        <ul>
          {board.silent.map(({ id, name, tasks }) => (
            <li key={id}>
              <button type="button" className="side__line side__line--count" onClick={() => onList({ department: id, mark: "silent" })} data-testid={`silent-${name}`}>
                <span>{name}</span>
                <small>{m.silentTasks(tasks.length)}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
