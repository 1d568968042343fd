// 任务台账: the white paper's table as published, each quarter with its mark in the margin, 填报 beside it when one is opened.
import { SearchOutlined } from "@ant-design/icons";
import { Input, Select } from "antd";
import { type ReactNode, useMemo } from "react";
import { useLoaded } from "../../components/loaded";
import { Page } from "../../components/Page";
import { departmentsOf, type Opened, tasksOf } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { comments as readComments } from "../../ipc/commands";
import { registerMessages as m } from "../../messages/register";
import { quarterWord } from "../../messages/words";
import { PaperTable } from "./PaperTable";
import { EVERYTHING, isEverything, isShown, type MarkFilter, type RegisterFilter } from "./filter";
import "./Register.css";

interface RegisterProps {
  board: Board;
  filter: RegisterFilter;
  open: Opened | null;
  onFilter: (filter: RegisterFilter) => void;
  onOpen: (open: Opened) => void;
  /** 填报 of what is opened. */
  beside: ReactNode;
}

function markWord(mark: MarkFilter): string {
  switch (mark) {
    case "without_evidence":
    case "unjudged":
    case "silent":
    case "carried":
    case "flagged":
      return m.cross[mark];
    default:
      return m.marks[mark];
  }
}

function Filters({ board, filter, onFilter }: { board: Board; filter: RegisterFilter; onFilter: (filter: RegisterFilter) => void }) {
  const marks = useMemo(() => {
    const present: MarkFilter[] = [...board.counts.states.map(({ state }) => state), "without_evidence", "unjudged", "flagged", ...(board.silent.length > 0 ? (["silent"] as const) : []), ...(board.quarter > 1 ? (["carried"] as const) : [])];
    if (filter.mark !== null && !present.includes(filter.mark)) present.push(filter.mark);
    return present.map((mark) => ({ value: mark, label: mark === "carried" || mark === "silent" ? markWord(mark) : m.markOf(quarterWord(board.quarter), markWord(mark)) }));
  }, [board, filter.mark]);
  return (
    <div className="register__filters">
      <Select
        aria-label={m.goal}
        data-testid="filter-goal"
        value={filter.goal ?? ""}
        onChange={(goal) => onFilter({ ...filter, goal: goal === "" ? null : goal })}
        options={[{ value: "", label: m.all.goal }, ...board.goals.map(({ name }) => ({ value: name, label: name }))]}
        popupMatchSelectWidth={140}
      />
      <Select
        aria-label={m.department}
        data-testid="filter-department"
        showSearch={{ optionFilterProp: "label" }}
        value={filter.department ?? ""}
        onChange={(department) => onFilter({ ...filter, department: department === "" ? null : department })}
        options={[{ value: "", label: m.all.department }, ...departmentsOf(board).map(({ id, name }) => ({ value: id, label: name }))]}
        popupMatchSelectWidth={150}
      />
      <Select<MarkFilter | "">
        aria-label={m.mark}
        data-testid="filter-mark"
        className="register__mark"
        value={filter.mark ?? ""}
        onChange={(mark) => onFilter({ ...filter, mark: mark === "" ? null : mark })}
        options={[{ value: "", label: m.all.mark }, ...marks]}
        popupMatchSelectWidth={150}
      />
      <Input
        className="register__find"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={m.find}
        aria-label={m.find}
        data-testid="filter-find"
        value={filter.find}
        onChange={(event) => onFilter({ ...filter, find: event.target.value })}
      />
    </div>
  );
}

export function Register({ board, filter, open, onFilter, onOpen, beside }: RegisterProps) {
  const goals = useMemo(
    () =>
      board.goals
        .map((goal) => ({ ...goal, tasks: goal.tasks.filter((task) => isShown(board, goal.name, task, filter)) }))
        .filter((goal) => goal.tasks.length > 0),
    [board, filter],
  );
  const notes = useLoaded(String(board.year), () => readComments(board.year));
  const shown = goals.reduce((sum, goal) => sum + goal.tasks.length, 0);
  return (
    <div className="register" data-beside={beside !== null || undefined}>
      <Page
        title={m.title}
        testId="register"
        note={
          <>
            {m.shown(shown, tasksOf(board).length)}
            {!isEverything(filter) && (
              <button type="button" className="link register__clear" onClick={() => onFilter(EVERYTHING)}>
                {m.clear}
              </button>
            )}
          </>
        }
        actions={<Filters board={board} filter={filter} onFilter={onFilter} />}
      >
        <div className="register__scroll sheet">
          {shown === 0 ? (
            <p className="register__none">{m.none}</p>
          ) : (
            <PaperTable columns={board.columns} goals={goals} quarter={board.quarter} find={filter.find.trim()} open={open} notes={notes.state.phase === "ready" ? notes.state.value : []} onOpen={onOpen} />
          )}
        </div>
      </Page>
      {beside !== null && (
        <aside className="register__beside" aria-label={m.besideLabel}>
          {beside}
        </aside>
      )}
    </div>
  );
}
