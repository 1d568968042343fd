import { expect, test } from "vitest";
import { createSteps } from "./steps";

test("steps come back in order, a burst as one", () => {
  const steps = createSteps<string>();
  steps.note("", 0);
  steps.note("a", 300);
  steps.note("ab", 600);
  steps.note("abc", 5000);
  expect(steps.back()).toBe("abc");
  expect(steps.back()).toBe("");
  expect(steps.back()).toBeNull();
});

test("after a step back the next change is a step of its own", () => {
  const steps = createSteps<string>();
  steps.note("a", 0);
  steps.back();
  steps.note("b", 10);
  expect(steps.back()).toBe("b");
});
