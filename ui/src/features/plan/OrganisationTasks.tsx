// The tasks of a department that is split up or hands some on, one by one, each with who takes it over.
// Those that nobody has taken are counted, so that none is forgotten in a long list; all of them may be given to one at once.
import { Select } from "antd";
import type { HeldTask } from "../../ipc/bindings";
import { changeMessages as m } from "../../messages/change";

interface OrganisationTasksProps {
  tasks: readonly HeldTask[];
  receivers: readonly { value: string; label: string }[];
  toOf: (task: HeldTask) => string;
  /** The word for a task that goes to nobody. */
  nobody: string;
  onMove: (task: HeldTask, to: string) => void;
}

/** A task of one year: several years may be open. */
export const keyOfHeld = ({ year, task }: HeldTask): string => `${year} ${task}`;

export function OrganisationTasks({ tasks, receivers, toOf, nobody, onMove }: OrganisationTasksProps) {
  if (tasks.length === 0) return <>{m.noTasks}</>;
  const several = new Set(tasks.map(({ year }) => year)).size > 1;
  const receiverOf = (task: HeldTask) => (receivers.some(({ value }) => value === toOf(task)) ? toOf(task) : "");
  const open = tasks.filter((task) => receiverOf(task) === "");
  return (
    <>
      <p className="organisation__count" role="status" data-testid="organisation-open">
        {m.handed(tasks.length - open.length, tasks.length)}
        {open.length > 0 &&
          receivers.map(({ value, label }) => (
            <button key={value} type="button" className="link" onClick={() => open.forEach((task) => onMove(task, value))}>
              {m.restTo(label)}
            </button>
          ))}
      </p>
      <ul className="organisation__tasks">
        {tasks.map((task) => {
          const name = several ? m.titleOf(task.year, task.title) : task.title;
          return (
            <li key={keyOfHeld(task)}>
              <span>{name}</span>
              <Select
                aria-label={name}
                value={receiverOf(task)}
                options={[{ value: "", label: nobody }, ...receivers]}
                onChange={(next: string) => onMove(task, next)}
                data-testid={`organisation-task-${task.year}-${task.task}`}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
