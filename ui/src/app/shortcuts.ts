// The keys of the window: never a single letter, never Ctrl+Space or Shift, nothing while an input method composes.
import { isComposing } from "../components/keyboard";
import { SCREENS, type Screen } from "./screens";

export type Shortcut = { kind: "screen"; screen: Screen } | { kind: "find" } | { kind: "help" } | { kind: "back" } | { kind: "undo" };

type Key = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing" | "keyCode">;

/** What a key means to the window; `null`: nothing. */
export function shortcutOf(event: Key): Shortcut | null {
  if (isComposing(event) || event.shiftKey) return null;
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (event.key === "ArrowLeft") return { kind: "back" };
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? (/^[1-9]$/.test(event.key) ? event.key : undefined);
    const screen = digit === undefined ? undefined : SCREENS[Number(digit) - 1];
    return screen === undefined ? null : { kind: "screen", screen };
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") return { kind: "find" };
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z") return { kind: "undo" };
  return event.key === "F1" ? { kind: "help" } : null;
}
