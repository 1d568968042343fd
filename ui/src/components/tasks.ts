// The board's tasks in a row, and the plain questions that several screens ask about them.
import type { Board, BoardGoal, BoardTask, EntryKey } from "../ipc/bindings";

export interface TaskOfGoal {
  goal: BoardGoal;
  task: BoardTask;
}

export const tasksOf = (board: Pick<Board, "goals">): TaskOfGoal[] =>
  board.goals.flatMap((goal) => goal.tasks.map((task) => ({ goal, task })));

export const taskOf = (board: Board, number: number): BoardTask | null =>
  tasksOf(board).find(({ task }) => task.number === number)?.task ?? null;

/** Whether a milestone of an earlier quarter is still open in this round (遗留). */
export const isCarried = (task: BoardTask, round: number): boolean =>
  task.quarters.slice(0, round - 1).some((milestone) => milestone !== null && !["done", "adjusted", "not_due"].includes(milestone.standing.state));

/** （五）完善…: as it is named in lists. */
export const nameOf = (task: { number_text: string; title: string }): string => `${task.number_text}${task.title}`;

/** An entry that a screen wants to open; `department: null`: whoever is first to answer. */
export interface Opened {
  task: number;
  quarter: number;
  department: string | null;
}

/** Who answers when nobody is named: this office's own department, else the confirmed lead, else the first printed. */
export function answering(task: BoardTask, own: string | null): string | null {
  const departments = task.departments;
  const mine = departments.find((department) => department.id === own);
  return (mine ?? departments.find((department) => department.lead) ?? departments[0])?.id ?? null;
}

export function keyOf(board: Board, opened: Opened, own: string | null): EntryKey | null {
  const task = taskOf(board, opened.task);
  if (task === null) return null;
  const named = task.departments.find((department) => department.id === opened.department)?.id ?? null;
  const department = named ?? answering(task, own);
  if (department === null) return null;
  return { year: board.year, task: opened.task, quarter: opened.quarter, round: board.quarter, department };
}

export const departmentsOf = (board: Pick<Board, "goals">): { id: string; name: string }[] => {
  const seen = new Map<string, string>();
  for (const { task } of tasksOf(board)) for (const { id, name } of task.departments) if (!seen.has(id)) seen.set(id, name);
  return [...seen].map(([id, name]) => ({ id, name }));
};
