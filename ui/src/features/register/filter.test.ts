import { expect, test } from "vitest";
import { createBackend } from "../../../tests/mock/backend";
import { tasksOf } from "../../components/tasks";
import type { Board } from "../../ipc/bindings";
import { EVERYTHING, isShown, type RegisterFilter } from "./filter";

async function shown(quarter: number, filter: Partial<RegisterFilter>): Promise<number[]> {
  const board = (await createBackend("sample")("board", { query: { quarter } })) as Board;
  const rows = tasksOf(board).filter(({ goal, task }) => isShown(board, goal.name, task, { ...EVERYTHING, ...filter }));
  return rows.map(({ task }) => task.number);
}

const boardOf = async (quarter: number) => (await createBackend("sample")("board", { query: { quarter } })) as Board;

test("whoever is told to owe reports opens the list of exactly those", async () => {
  const board = await boardOf(1);
  expect(board.silent.length).toBeGreaterThan(0);
  for (const { id, tasks } of board.silent) expect(await shown(1, { department: id, mark: "silent" })).toEqual(tasks);
  const owed = new Set(board.silent.flatMap(({ tasks }) => tasks));
  expect(await shown(1, { mark: "silent" })).toEqual([...owed].toSorted((left, right) => left - right));
});

test("what is open of an earlier quarter is carried over, and only in a later round", async () => {
  expect(await shown(1, { mark: "carried" })).toEqual([]);
  const open = tasksOf(await boardOf(2)).filter(({ task }) => !["done", "adjusted"].includes(task.quarters[0]?.standing.state ?? ""));
  expect(await shown(2, { mark: "carried" })).toEqual(open.map(({ task }) => task.number));
});
