// Amounts as people type them, held against what was promised. Digits never pass through a binary fraction: sums are whole
// ten-thousandths, as the back end keeps them.
import type { NumberView } from "../ipc/bindings";

const DECIMALS = 4;

/** A typed amount in plain digits: full-width ones and grouping commas are how people type, not what they mean. */
export const plainAmount = (typed: string): string => typed.normalize("NFKC").replaceAll(",", "").trim();

export const isAmount = (typed: string): boolean => typed.trim() === "" || /^\d+(\.\d+)?$/.test(plainAmount(typed));

/** In ten-thousandths; `null`: nothing typed, or no amount. */
function scaled(typed: string | null): bigint | null {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(plainAmount(typed ?? "")) ?? [];
  return whole === "" ? null : BigInt(whole + part.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
}

function written(amount: bigint): string {
  const digits = amount.toString().padStart(DECIMALS + 1, "0");
  const part = digits.slice(-DECIMALS).replace(/0+$/u, "");
  return digits.slice(0, -DECIMALS) + (part === "" ? "" : `.${part}`);
}

export type Reach = { kind: "reached" } | { kind: "short"; by: string } | { kind: "above"; by: string } | { kind: "open" };

/** How a typed amount stands to the promise. */
export function reachOf(typed: string, { least, most }: Pick<NumberView, "least" | "most">): Reach {
  const [amount, from, to] = [scaled(typed), scaled(least), scaled(most)];
  if (amount === null || from === null) return { kind: "open" };
  if (amount < from) return { kind: "short", by: written(from - amount) };
  return to !== null && amount > to ? { kind: "above", by: written(amount - to) } : { kind: "reached" };
}

/** What the year comes to with a typed amount; `null`: nobody has stated any. */
export function yearWith(typed: string, { beside, adds, counts }: Pick<NumberView, "beside" | "adds" | "counts">): string | null {
  const [own, others] = [counts ? scaled(typed) : null, scaled(beside)];
  if (own === null) return others === null ? null : written(others);
  return written(adds ? own + (others ?? 0n) : own);
}
