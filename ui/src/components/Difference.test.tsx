// The differences of the history: what went and what came can be told without colour.
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { PieceKind } from "../ipc/bindings";
import { Difference, keptText } from "./Difference";

afterEach(cleanup);

const piece = (kind: PieceKind, text: string) => ({ kind, text });

test("what went is struck through, what came underlined, what stayed plain", () => {
  const change = { label: "进展", pieces: [piece("kept", "演出"), piece("deleted", "12"), piece("inserted", "13"), piece("kept", "场")] };
  const { container } = render(<Difference change={change} />);
  expect(container.querySelector("del")?.textContent).toBe("12");
  expect(container.querySelector("ins")?.textContent).toBe("13");
  expect(container.textContent).toContain("演出1213场");
});

test("long stretches that stayed are cut where nobody looks", () => {
  const long = "𠮷".repeat(100);
  expect(keptText("短", true, true)).toBe("短");
  expect(keptText(long, true, false)).toBe(`…${"𠮷".repeat(20)}`);
  expect(keptText(long, false, true)).toBe(`${"𠮷".repeat(20)}…`);
  expect(Array.from(keptText(long, false, false))).toHaveLength(41);
});
