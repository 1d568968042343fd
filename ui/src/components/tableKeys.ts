// What a key means to a table. Left to others: doing it (DataTable.tsx).
import { assertNever } from "./assertNever";
import { isComposing } from "./keyboard";

export type TableKey =
  | { kind: "copy" }
  | { kind: "choose-all" }
  /** Enter: opens a row, turns a title's order. */
  | { kind: "go" }
  /** Space: chooses a row, with Shift all from the one chosen last; turns a title's order. */
  | { kind: "choose"; range: boolean }
  /** Along the titles. */
  | { kind: "across"; step: -1 | 1 }
  /** To another row. */
  | { kind: "row"; key: RowKey };

const ROW_KEYS = ["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"] as const;
export type RowKey = (typeof ROW_KEYS)[number];

type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"> & Parameters<typeof isComposing>[0];

/** `null`: nothing, and the key goes on to the window. */
export function tableKeyOf(event: Key): TableKey | null {
  if (isComposing(event) || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const letter = event.shiftKey ? "" : event.key.toLowerCase();
    if (letter === "c") return { kind: "copy" };
    return letter === "a" ? { kind: "choose-all" } : null;
  }
  if (event.key === "Enter") return { kind: "go" };
  if (event.key === " ") return { kind: "choose", range: event.shiftKey };
  if (event.key === "ArrowLeft") return { kind: "across", step: -1 };
  if (event.key === "ArrowRight") return { kind: "across", step: 1 };
  const key = ROW_KEYS.find((known) => known === event.key);
  return key === undefined ? null : { kind: "row", key };
}

/** The row that a key leads to from `from`, of `count` rows; -1 is the head. */
export function rowAfter(key: RowKey, from: number, count: number, page: number): number {
  const last = count - 1;
  const first = Math.min(0, last);
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, last);
    case "ArrowUp":
      return Math.max(from - 1, -1);
    case "Home":
      return first;
    case "End":
      return last;
    case "PageDown":
      return Math.min(Math.max(from, 0) + page, last);
    case "PageUp":
      return Math.max(from - page, first);
    default:
      return assertNever(key);
  }
}
