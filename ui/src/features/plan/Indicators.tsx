// 指标: a task's words on the left with what was read from them marked, its indicators on the right, to be put right and confirmed.
import { Button, Select } from "antd";
import { useEffect } from "react";
import { inDialog, isComposing } from "../../components/keyboard";
import { nameOf } from "../../components/tasks";
import type { IndicatorSheet, PlanView } from "../../ipc/bindings";
import { indicatorMessages as m } from "../../messages/indicator";
import { TaskIndicators } from "./TaskIndicators";
import "./Indicators.css";

interface IndicatorsProps {
  plan: PlanView;
  sheet: IndicatorSheet;
  /** The number of the task that is open; any other number: the first task. */
  task: number;
  onTask: (task: number) => void;
  onSheet: (sheet: IndicatorSheet) => void;
}

export function Indicators({ plan, sheet, task, onTask, onSheet }: IndicatorsProps) {
  const tasks = plan.goals.flatMap((goal) => goal.tasks);
  const at = Math.max(
    tasks.findIndex(({ number }) => number === task),
    0,
  );
  const open = tasks[at];
  const previous = tasks[at - 1]?.number ?? null;
  const next = tasks[at + 1]?.number ?? null;
  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || isComposing(event) || inDialog(event.target)) return;
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      const to = event.key === "ArrowUp" ? previous : next;
      if (to !== null) onTask(to);
    };
    window.addEventListener("keydown", strike);
    return () => window.removeEventListener("keydown", strike);
  }, [previous, next, onTask]);
  const confirmed = new Set(sheet.tasks.filter((each) => each.confirmed !== null).map((each) => each.task));
  const own = sheet.tasks.find((each) => each.task === open?.number);
  if (open === undefined || own === undefined) return null;
  return (
    <div className="indicators" data-testid="indicators">
      <div className="indicators__head">
        <Select
          className="indicators__task"
          value={open.number}
          onChange={onTask}
          aria-label={m.task}
          showSearch={{ optionFilterProp: "label" }}
          options={tasks.map((each) => ({ value: each.number, label: `${confirmed.has(each.number) ? m.confirmedMark : "\u2003"} ${nameOf(each)}` }))}
        />
        <Button disabled={previous === null} onClick={() => previous !== null && onTask(previous)} data-hint={m.taskKey} data-testid="previous-task">
          {m.previous}
        </Button>
        <Button disabled={next === null} onClick={() => next !== null && onTask(next)} data-hint={m.taskKey} data-testid="next-task">
          {m.next}
        </Button>
        <span className="indicators__progress" data-testid="indicator-progress">
          {m.progress(confirmed.size, sheet.tasks.length)}
        </span>
      </div>
      <TaskIndicators
        // Read anew where somebody has confirmed it, also by undoing.
        key={`${sheet.year} ${open.number} ${JSON.stringify(own)}`}
        year={sheet.year}
        task={open}
        own={own}
        remarks={sheet.remarks.filter((remark) => remark.task === open.number)}
        onSheet={onSheet}
      />
    </div>
  );
}
