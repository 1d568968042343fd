// One screen with the invented back end, in a test: what it sends is kept, and a command may be refused.
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { configure } from "@testing-library/react";
import { vi } from "vitest";
import type { Board, Refusal } from "../../src/ipc/bindings";
import { createBackend, type Scene } from "./backend";

export interface SceneOf {
  board: Board;
  /** What was sent and is no mere reading, oldest first. */
  sent: { command: string; payload: unknown }[];
  /** Commands that are refused, as long as they stand here. */
  refused: Map<string, Refusal>;
  /** Commands that answer only then, as long as they stand here. */
  held: Map<string, Promise<unknown>>;
}

/** Of these nothing is kept: they write nothing. */
const READINGS = new Set(["chase", "review_queue", "comments", "entry_form", "picture", "verifications", "column_choices"]);

export async function openScene(scene: Scene): Promise<SceneOf> {
  const backend = createBackend(scene);
  const sent: SceneOf["sent"] = [];
  const refused: SceneOf["refused"] = new Map();
  const held: SceneOf["held"] = new Map();
  mockIPC(
    async (command, payload) => {
      if (!READINGS.has(command) && !command.startsWith("plugin:")) sent.push({ command, payload });
      await held.get(command);
      const refusal = refused.get(command);
      if (refusal !== undefined) throw refusal;
      return backend(command, payload);
    },
    { shouldMockEvents: true },
  );
  const board = (await backend("board", { query: { year: 2013, quarter: 1, as_of: null } })) as Board;
  return { board, sent, refused, held };
}

export const closeScene = clearMocks;

/** What jsdom lacks of a window: sizes, scrolling, and lengths that the kit measures text boxes by. */
export function lendWindow(): void {
  // The first screen of a run is compiled while it is waited for.
  configure({ asyncUtilTimeout: 8000 });
  vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1000 });
  const computed = window.getComputedStyle.bind(window);
  vi.stubGlobal("getComputedStyle", (element: Element) => {
    const style = computed(element);
    const read = style.getPropertyValue.bind(style);
    style.getPropertyValue = (name) => (/^(padding|border)/.test(name) && Number.isNaN(Number.parseFloat(read(name))) ? "0px" : read(name));
    return style;
  });
}
