import { expect, test } from "vitest";
import { workNow } from "./work";

const at = (done: number, total: number, elapsedMs: number) => {
  const { percent, seconds } = workNow({ work: "files", name: "a", done, total }, elapsedMs);
  return { percent, seconds };
};

test("the estimate follows the rate so far and waits until there is one", () => {
  expect(at(50, 200, 1000)).toEqual({ percent: 25, seconds: null });
  expect(at(50, 200, 2000)).toEqual({ percent: 25, seconds: 6 });
  expect(at(200, 200, 8000)).toEqual({ percent: 100, seconds: 0 });
});

test("an empty file and one that has not begun have no rate", () => {
  expect(at(0, 0, 5000)).toEqual({ percent: 0, seconds: null });
  expect(at(0, 100, 5000)).toEqual({ percent: 0, seconds: null });
});
