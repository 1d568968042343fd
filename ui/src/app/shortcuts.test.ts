import { expect, test } from "vitest";
import { shortcutOf } from "./shortcuts";

const key = (over: Partial<Parameters<typeof shortcutOf>[0]>) => ({
  key: "",
  code: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...over,
});

test.each<[Parameters<typeof key>[0], ReturnType<typeof shortcutOf>]>([
  [{ altKey: true, key: "1", code: "Digit1" }, { kind: "screen", screen: "overview" }],
  [{ altKey: true, key: "3", code: "Numpad3" }, { kind: "screen", screen: "register" }],
  [{ altKey: true, key: "9", code: "Digit9" }, { kind: "screen", screen: "settings" }],
  [{ altKey: true, key: "0", code: "Digit0" }, null],
  [{ ctrlKey: true, key: "k", code: "KeyK" }, { kind: "find" }],
  [{ ctrlKey: true, key: "K", code: "KeyK" }, { kind: "find" }],
  [{ ctrlKey: true, shiftKey: true, key: "K", code: "KeyK" }, null],
  [{ ctrlKey: true, key: " ", code: "Space" }, null],
  [{ key: "k", code: "KeyK" }, null],
  [{ key: "1", code: "Digit1" }, null],
  [{ altKey: true, key: "ArrowLeft", code: "ArrowLeft" }, { kind: "back" }],
  [{ altKey: true, ctrlKey: true, key: "ArrowLeft", code: "ArrowLeft" }, null],
  [{ key: "F1", code: "F1" }, { kind: "help" }],
  [{ ctrlKey: true, key: "k", code: "KeyK", isComposing: true }, null],
  [{ altKey: true, key: "1", code: "Digit1", keyCode: 229 }, null],
])("%j", (over, expected) => {
  expect(shortcutOf(key(over))).toEqual(expected);
});
