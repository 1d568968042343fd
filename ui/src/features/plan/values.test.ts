// Values in boxes: what is shown is read back as it was, and what an input method writes is understood.
import { describe, expect, it } from "vitest";
import { valueIn, written } from "./values";

describe("valueIn", () => {
  it.each([
    ["10", "eq", "10", null],
    ["\u{FF11}\u{FF12}.5", "eq", "12.5", null],
    ["15,000\u{4EBA}\u{6B21}", "eq", "15,000", null],
    ["2000\u{4EE5}\u{4E0A}", "ge", "2000", null],
    ["2000\u{4EBA}\u{6B21}\u{4EE5}\u{4E0A}", "ge", "2000", null],
    ["\u{2265}0.1000", "ge", "0.1000", null],
    ["\u{7EA6}10", "about", "10", null],
    ["10\u{5DE6}\u{53F3}", "about", "10", null],
    ["2-5", "range", "2", "5"],
    ["2 \u{FF5E} 5", "range", "2", "5"],
  ])("reads %s", (text, op, least, most) => {
    expect(valueIn(text, "\u{4EBA}\u{6B21}")).toEqual({ op, least, most });
  });

  it("tells nothing from what is no value", () => {
    expect(valueIn("  ", "\u{573A}")).toBeNull();
    for (const text of ["\u{5341}", "1.", "-3", "2-", "1-2-3", "\u{7EA6}", "\u{573A}"]) expect(valueIn(text, "\u{573A}")).toBeUndefined();
  });

  it("reads what is written", () => {
    for (const text of ["10", "2000\u{4EE5}\u{4E0A}", "\u{7EA6}10", "2-5"]) {
      const value = valueIn(text, "");
      expect(value && written(value)).toBe(text);
    }
  });
});
