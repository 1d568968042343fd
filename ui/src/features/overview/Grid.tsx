// The grid of tasks and quarters. One cell holds the tab stop; arrow keys move it; Enter opens 填报.
import { Fragment, type KeyboardEvent, useRef, useState } from "react";
import { lightInWords, LightMark, StandingMark, standingInWords } from "../../components/Standing";
import { nameOf, type Opened } from "../../components/tasks";
import type { Board, BoardTask } from "../../ipc/bindings";
import { overviewMessages as m } from "../../messages/overview";
import { paperQuarter, quarterWord, words } from "../../messages/words";
import { flagsInWords } from "./flags";

const QUARTERS = [1, 2, 3, 4] as const;
/** The year's light stands behind the quarters. */
const LIGHT = 5;

interface Stop {
  task: number;
  quarter: number;
}

const cellId = ({ task, quarter }: Stop) => `cell-${task}-${quarter}`;

/** Where an arrow key leads; rows are tasks in printed order. */
export function nextStop(tasks: readonly number[], from: Stop, key: string): Stop | null {
  const row = tasks.indexOf(from.task);
  switch (key) {
    case "ArrowUp":
      return { task: tasks[Math.max(0, row - 1)] ?? from.task, quarter: from.quarter };
    case "ArrowDown":
      return { task: tasks[Math.min(tasks.length - 1, row + 1)] ?? from.task, quarter: from.quarter };
    case "ArrowLeft":
      return { task: from.task, quarter: Math.max(1, from.quarter - 1) };
    case "ArrowRight":
      return { task: from.task, quarter: Math.min(LIGHT, from.quarter + 1) };
    case "Home":
      return { task: tasks[0] ?? from.task, quarter: from.quarter };
    case "End":
      return { task: tasks.at(-1) ?? from.task, quarter: from.quarter };
    default:
      return null;
  }
}

interface CellProps {
  task: BoardTask;
  quarter: number;
  chosen: boolean;
  /** Before the chosen one: it has words to show. */
  past: boolean;
  stop: boolean;
  onStop: () => void;
  onOpen: () => void;
}

function Cell({ task, quarter, chosen, past, stop, onStop, onOpen }: CellProps) {
  const milestone = task.quarters[quarter - 1] ?? null;
  const place = `${nameOf(task)} ${paperQuarter(quarter)}`;
  return (
    <td className="grid__quarter" data-chosen={chosen || undefined} data-past={past || undefined}>
      {milestone === null ? (
        <span className="grid__nothing" data-hint={m.noMilestone} id={cellId({ task: task.number, quarter })} tabIndex={stop ? 0 : -1} onFocus={onStop}>
          <span className="visually-hidden">{m.noMilestone}</span>
        </span>
      ) : (
        <button
          type="button"
          id={cellId({ task: task.number, quarter })}
          tabIndex={stop ? 0 : -1}
          className="grid__cell"
          data-hint={`${paperQuarter(quarter)} ${standingInWords(milestone.standing)}${flagsInWords(milestone.flags)}`}
          aria-label={`${place} ${standingInWords(milestone.standing)}${flagsInWords(milestone.flags)}`}
          data-testid={`grid-${task.number}-${quarter}`}
          onFocus={onStop}
          onClick={onOpen}
        >
          <StandingMark standing={milestone.standing} />
          {milestone.flags.length > 0 && (
            <span className="grid__flag" aria-hidden="true">
              {m.flagMark}
            </span>
          )}
        </button>
      )}
    </td>
  );
}

interface GridProps {
  board: Board;
  own: string | null;
  onOpen: (open: Opened) => void;
  onLight: (task: BoardTask) => void;
}

export function Grid({ board, own, onOpen, onLight }: GridProps) {
  const numbers = board.goals.flatMap((goal) => goal.tasks.map((task) => task.number));
  const [stop, setStop] = useState<Stop>({ task: numbers[0] ?? 0, quarter: board.quarter });
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextStop(numbers, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    table.current?.querySelector<HTMLElement>(`#${cellId(next)}`)?.focus();
  };
  return (
    <div className="grid sheet">
      <table ref={table} role="grid" aria-label={m.gridLabel} onKeyDown={move} data-quarter={board.quarter}>
        <thead>
          <tr>
            <th className="grid__goal">{m.columns.goal}</th>
            <th className="grid__task">{m.columns.task}</th>
            {QUARTERS.map((quarter) => (
              <th key={quarter} className="grid__quarter" data-chosen={quarter === board.quarter || undefined} data-past={quarter < board.quarter || undefined}>
                {quarterWord(quarter)}
              </th>
            ))}
            <th className="grid__light">{m.columns.light}</th>
            <th className="grid__departments">{m.columns.departments}</th>
          </tr>
        </thead>
        {board.goals.map((goal) => (
          <tbody key={goal.name}>
            {goal.tasks.map((task, index) => (
              <tr key={task.number}>
                {index === 0 && (
                  <th className="grid__goal" rowSpan={goal.tasks.length} scope="rowgroup">
                    {goal.name}
                  </th>
                )}
                <th className="grid__task" scope="row">
                  <span data-hint={nameOf(task)}>
                    <b>{task.number_text}</b>
                    {task.title}
                  </span>
                </th>
                {QUARTERS.map((quarter) => (
                  <Cell
                    key={quarter}
                    task={task}
                    quarter={quarter}
                    chosen={quarter === board.quarter}
                    past={quarter < board.quarter}
                    stop={stop.task === task.number && stop.quarter === quarter}
                    onStop={() => setStop({ task: task.number, quarter })}
                    onOpen={() => onOpen({ task: task.number, quarter, department: null })}
                  />
                ))}
                <td className="grid__light">
                  <button
                    type="button"
                    id={cellId({ task: task.number, quarter: LIGHT })}
                    className="grid__cell"
                    tabIndex={stop.task === task.number && stop.quarter === LIGHT ? 0 : -1}
                    onFocus={() => setStop({ task: task.number, quarter: LIGHT })}
                    data-hint={lightInWords(task.light)}
                    aria-label={`${nameOf(task)} ${lightInWords(task.light)}`}
                    onClick={() => onLight(task)}
                    data-testid={`light-${task.number}`}
                  >
                    <LightMark light={task.light} />
                    {task.light.override !== null && (
                      <span className="grid__flag" aria-hidden="true">
                        {m.light.setMark}
                      </span>
                    )}
                  </button>
                </td>
                <td className="grid__departments">
                  <span data-hint={task.departments.map(({ name, lead }) => `${lead ? words.lead : ""}${name}`).join(words.comma)}>
                    {task.departments.map(({ id, name }, at) => (
                      <Fragment key={id}>
                        {at > 0 && words.comma}
                        {id === own ? <b>{name}</b> : name}
                      </Fragment>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
