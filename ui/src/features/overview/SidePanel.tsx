// Right of the grid: what waits, and who has not reported.
import { clock } from "../../components/time";
import type { Opened } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { overviewMessages as m } from "../../messages/overview";
import { quarterWord } from "../../messages/words";
import { type ListFilter, waitingIn } from "./todo";

interface SidePanelProps {
  board: Board;
  supervises: boolean;
  onList: (filter: ListFilter) => void;
  onOpen: (open: Opened) => void;
}

export function SidePanel({ board, supervises, onList, onOpen }: SidePanelProps) {
  const waiting = waitingIn(board);
  const nothing = board.drafts.length === 0 && waiting.withoutEvidence === 0 && (!supervises || waiting.unjudged === 0);
  return (
    <aside className="side">
      <section className="side__part" aria-label={m.todo}>
        <h2>{m.todo}</h2>
        {nothing && <p className="side__none">{m.todoNone}</p>}
        <ul>
          {supervises && waiting.unjudged > 0 && (
            <li>
              <button type="button" className="side__line" onClick={() => onList({ mark: "unjudged" })} data-testid="todo-unjudged">
                {m.unjudged(waiting.unjudged)}
              </button>
            </li>
          )}
          {waiting.withoutEvidence > 0 && (
            <li>
              <button type="button" className="side__line" onClick={() => onList({ mark: "without_evidence" })} data-testid="todo-without-evidence">
                {m.withoutEvidence(waiting.withoutEvidence)}
              </button>
            </li>
          )}
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
              <button type="button" className="side__line side__line--count" onClick={() => onList({ department: id })} data-testid={`silent-${name}`}>
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
