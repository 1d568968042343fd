// The table itself: four columns, goals spanning their tasks, full text. Marks stay out of what is copied.
import { type ClipboardEvent, useEffect, useRef } from "react";
import { give } from "../../components/cells";
import { ManualNotes, notesOf } from "../../components/ManualNotes";
import { Passage } from "../../components/Passage";
import { StandingMark, standingInWords } from "../../components/Standing";
import { nameOf, type Opened } from "../../components/tasks";
import type { BoardGoal, BoardMilestone, BoardTask, CommentView } from "../../ipc/bindings";
import { registerMessages as m } from "../../messages/register";
import { paperQuarter, words } from "../../messages/words";
import { copiedCells } from "./copy";

interface PaperTableProps {
  columns: readonly string[];
  goals: readonly BoardGoal[];
  quarter: number;
  find: string;
  open: Opened | null;
  /** Of the whole year. */
  notes: readonly CommentView[];
  onOpen: (open: Opened) => void;
}

interface MilestoneProps {
  task: BoardTask;
  milestone: BoardMilestone;
  chosen: boolean;
  opened: boolean;
  find: string;
  onOpen: (open: Opened) => void;
}

function Milestone({ task, milestone, chosen, opened, find, onOpen }: MilestoneProps) {
  const open = () => onOpen({ task: task.number, quarter: milestone.quarter, department: null });
  const place = `${nameOf(task)} ${paperQuarter(milestone.quarter)}`;
  const paragraph = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) paragraph.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  // A drag that selects text is no click; the keyboard's way in is the mark, which is a button.
  const click = () => {
    if ((window.getSelection()?.toString() ?? "") === "") open();
  };
  return (
    <div ref={paragraph} className="paper__milestone" data-chosen={chosen || undefined} data-opened={opened || undefined} onClick={click} role="presentation" data-testid={`task-${task.number}-${milestone.quarter}`}>
      <button
        type="button"
        className="paper__mark"
        data-hint={standingInWords(milestone.standing)}
        aria-label={`${m.open(place)} ${standingInWords(milestone.standing)}`}
        onClick={(event) => {
          event.stopPropagation();
          open();
        }}
      >
        <StandingMark standing={milestone.standing} />
      </button>
      <p>
        <b>{m.quarter(paperQuarter(milestone.quarter))}</b>
        <Passage text={milestone.text} find={find} />
      </p>
    </div>
  );
}

interface RowProps {
  goal: BoardGoal;
  task: BoardTask;
  first: boolean;
  quarter: number;
  find: string;
  openQuarter: number | null;
  notes: readonly CommentView[];
  onOpen: (open: Opened) => void;
}

function Row({ goal, task, first, quarter, find, openQuarter, notes, onOpen }: RowProps) {
  return (
    <tr data-testid={`task-${task.number}`}>
      {first && (
        <th className="paper__goal" rowSpan={goal.tasks.length} scope="rowgroup">
          <span>
            <Passage text={goal.name} find={find} />
          </span>
        </th>
      )}
      <td className="paper__task">
        <Passage text={nameOf(task)} find={find} />
        <ManualNotes notes={notesOf(notes, task.number)} />
      </td>
      <td className="paper__progress">
        {task.objective !== null && (
          <p className="paper__objective">
            <b>{m.objective}</b>
            <Passage text={task.objective} find={find} />
          </p>
        )}
        {task.quarters.map(
          (milestone) =>
            milestone !== null && (
              <Milestone
                key={milestone.quarter}
                task={task}
                milestone={milestone}
                chosen={milestone.quarter === quarter}
                opened={milestone.quarter === openQuarter}
                find={find}
                onOpen={onOpen}
              />
            ),
        )}
      </td>
      <td className="paper__departments">
        {task.departments.map(({ id, name, lead }) => (
          <p key={id}>
            <Passage text={name} find={find} />
            {lead && (
              <span className="paper__lead" data-hint={words.leadHint}>
                {words.lead}
              </span>
            )}
          </p>
        ))}
      </td>
    </tr>
  );
}

export function PaperTable({ columns, goals, quarter, find, open, notes, onOpen }: PaperTableProps) {
  const copy = (event: ClipboardEvent) => {
    const selection = window.getSelection();
    const copied = selection === null || selection.rangeCount === 0 ? null : copiedCells(selection.getRangeAt(0), columns.length);
    if (copied !== null) give(event, copied);
  };
  return (
    <table className="paper" aria-label={m.tableLabel} onCopy={copy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {goals.map((goal) => (
        <tbody key={goal.name}>
          {goal.tasks.map((task, index) => (
            <Row
              key={task.number}
              goal={goal}
              task={task}
              first={index === 0}
              quarter={quarter}
              find={find}
              openQuarter={open?.task === task.number ? open.quarter : null}
              notes={notes}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
