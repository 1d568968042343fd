import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAutosave, type SaveState } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function bench(save: (value: string) => Promise<string> = async (value) => `at ${value}`) {
  const states: SaveState["phase"][] = [];
  const saved: string[] = [];
  const autosave = createAutosave<string>({
    pauseMs: 800,
    waitMaxMs: 3000,
    save: (value) => {
      saved.push(value);
      return save(value);
    },
    report: (state) => states.push(state.phase),
  });
  return { autosave, states, saved };
}

test("one save a pause, of the last value", async () => {
  const { autosave, saved, states } = bench();
  autosave.change("a");
  await vi.advanceTimersByTimeAsync(700);
  autosave.change("ab");
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(["ab"]);
  expect(states).toEqual(["changed", "changed", "saving", "saved"]);
});

test("whoever types on without a pause is saved all the same", async () => {
  const { autosave, saved } = bench();
  for (let letter = 0; letter < 20; letter += 1) {
    autosave.change("x".repeat(letter + 1));
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(saved.map((value) => value.length)).toEqual([8, 16]);
});

test("leaving saves at once, and nothing twice", async () => {
  const { autosave, saved } = bench();
  autosave.change("a");
  await autosave.flush();
  await autosave.flush();
  await vi.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual(["a"]);
});

test("what changes while a save is under way is saved after it", async () => {
  const { autosave, saved, states } = bench(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return "now";
  });
  autosave.change("a");
  const flushed = autosave.flush();
  autosave.change("b");
  await vi.advanceTimersByTimeAsync(200);
  await flushed;
  expect(saved).toEqual(["a", "b"]);
  expect(states.at(-1)).toBe("saved");
});

test("a dropped change is never saved", async () => {
  const { autosave, saved } = bench();
  autosave.change("a");
  autosave.drop();
  await vi.advanceTimersByTimeAsync(5000);
  await autosave.flush();
  expect(saved).toEqual([]);
});

test("what could not be saved is tried again on leaving", async () => {
  let broken = true;
  const { autosave, saved } = bench(async (value) => {
    if (broken) throw new Error(value);
    return "now";
  });
  autosave.change("a");
  expect(await autosave.flush()).toEqual({ thrown: new Error("a") });
  broken = false;
  expect(await autosave.flush()).toBeNull();
  await autosave.flush();
  expect(saved).toEqual(["a", "a"]);
});

test("a save that fails is said, and the next change tries again", async () => {
  let broken = true;
  const { autosave, states } = bench(async (value) => {
    if (broken) throw new Error(value);
    return "now";
  });
  autosave.change("a");
  await autosave.flush();
  expect(states.at(-1)).toBe("failed");
  broken = false;
  autosave.change("b");
  await autosave.flush();
  expect(states.at(-1)).toBe("saved");
});
