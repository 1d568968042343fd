import { describe, expect, it } from "vitest";
import { atOf, standOf, textOfAt } from "./stand";

describe("where a piece stands", () => {
  it("is one of four", () => {
    expect(standOf({ state: "open", overdue: true })).toBe("overdue");
    expect(standOf({ state: "open", overdue: false })).toBe("open");
    expect(standOf({ state: "answered", overdue: false })).toBe("answered");
  });
});

describe("the address", () => {
  it("comes back as it was written", () => {
    for (const text of [null, "overdue", "12ab", "answered/12ab", "Q2", "Q2/closed", "Q2/12ab", "Q4/overdue/12ab"]) expect(textOfAt(atOf(text))).toBe(text);
    expect(atOf("overdue/12ab")).toEqual({ quarter: null, stand: "overdue", id: "12ab" });
    expect(atOf("12ab")).toEqual({ quarter: null, stand: null, id: "12ab" });
  });
});
