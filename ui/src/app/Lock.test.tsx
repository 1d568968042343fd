// The lock: what it covers stays, the right PIN goes back to it, an input method's Enter gives nothing.
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { createBackend } from "../../tests/mock/backend";
import type { Frame } from "../ipc/bindings";
import { Lock } from "./Lock";
import { useIdle } from "./idle";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal("matchMedia", () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  clearMocks();
  vi.useRealTimers();
});

async function locked(): Promise<Frame> {
  const frame = (await createBackend("sample")("frame", null)) as Frame;
  return { ...frame, guard: { guarded: true, roles: ["reporter"], locked: true, idle_minutes: 10 } };
}

function Below({ frame }: { frame: Frame }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <textarea data-testid="typed" defaultValue="" />
      {!open && <Lock frame={frame} onUnlocked={() => setOpen(true)} />}
    </>
  );
}

test("a wrong PIN says why, the right one goes back to what was typed", async () => {
  const given: string[] = [];
  const frame = await locked();
  mockIPC((command, payload) => {
    if (command !== "unlock") throw new Error(command);
    const { pin } = payload as { pin: string };
    given.push(pin);
    if (pin !== "2580") throw { code: "pin_wrong", text: "wrong", lines: [] };
    return frame;
  });
  render(<Below frame={frame} />);
  const typed = screen.getByTestId<HTMLTextAreaElement>("typed");
  typed.value = "half";
  expect(document.querySelector(".below-lock")?.contains(typed)).toBe(true);
  const pin = screen.getByTestId<HTMLInputElement>("pin");
  expect(document.activeElement).toBe(pin);
  fireEvent.change(pin, { target: { value: "2581" } });
  fireEvent.keyDown(pin, { key: "Enter", isComposing: true });
  fireEvent.keyDown(pin, { key: "Enter", keyCode: 229 });
  expect(given).toEqual([]);
  fireEvent.keyDown(pin, { key: "Enter" });
  await screen.findByText("wrong");
  expect(pin.value).toBe("");
  fireEvent.change(pin, { target: { value: "2580" } });
  fireEvent.keyDown(pin, { key: "Enter" });
  await waitFor(() => expect(screen.queryByTestId("lock")).toBeNull());
  expect(given).toEqual(["2581", "2580"]);
  expect(typed.value).toBe("half");
  expect(document.querySelector(".below-lock")).toBeNull();
});

function Idle({ minutes, onIdle }: { minutes: number; onIdle: () => void }) {
  useIdle(minutes, onIdle);
  return null;
}

test("idleness is counted from the last sign; a machine that slept was idle; 0 is never", () => {
  vi.useFakeTimers();
  const idle = vi.fn<() => void>();
  const { rerender } = render(<Idle minutes={10} onIdle={idle} />);
  act(() => vi.advanceTimersByTime(9 * 60_000));
  fireEvent.pointerMove(window);
  act(() => vi.advanceTimersByTime(9 * 60_000));
  expect(idle).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(2 * 60_000));
  expect(idle).toHaveBeenCalledTimes(1);
  rerender(<Idle minutes={0} onIdle={idle} />);
  act(() => vi.advanceTimersByTime(600 * 60_000));
  expect(idle).toHaveBeenCalledTimes(1);
  rerender(<Idle minutes={10} onIdle={idle} />);
  // Timers stand still while the machine sleeps; the clock does not.
  vi.setSystemTime(Date.now() + 3_600_000);
  fireEvent.pointerMove(window);
  expect(idle).toHaveBeenCalledTimes(2);
});
