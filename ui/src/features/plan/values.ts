// A promised value as it is written in a box: 10, 2000以上, 约10, 2-5; and read back. Numbers stay text, digit by digit.
import type { TargetInput } from "../../ipc/bindings";
import { boundWords as words } from "../../messages/bounds";

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const FORMS: readonly [op: string, form: RegExp][] = [
  ["eq", new RegExp(`^${NUMBER}$`)],
  ["ge", new RegExp(`^${NUMBER}(?:${words.atLeastAfter}|\\+)$`)],
  ["ge", new RegExp(`^(?:>=|≥|${words.atLeastBefore})${NUMBER}$`)],
  ["about", new RegExp(`^(?:${words.aboutBefore})${NUMBER}$`)],
  ["about", new RegExp(`^${NUMBER}${words.aboutAfter}$`)],
  ["range", new RegExp(`^${NUMBER}(?:-|~|—+|–|${words.between})${NUMBER}$`)],
];

/** As it is written in a box. */
export function written({ op, least, most }: { op: string; least: string; most: string | null }): string {
  switch (op) {
    case "ge":
      return words.atLeast(least);
    case "about":
      return words.about(least);
    case "range":
      return `${least}-${most ?? least}`;
    default:
      return least;
  }
}

/** Reads what stands in a box, with or without its measure word; `null`: nothing, `undefined`: no value. */
export function valueIn(text: string, unit: string): TargetInput | null | undefined {
  // Digits and signs as an input method writes them.
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  if (plain === "") return null;
  const measure = unit.trim().normalize("NFKC");
  const bare = measure === "" ? plain : plain.replaceAll(measure, "");
  for (const [op, form] of FORMS) {
    const [, least, most] = form.exec(bare) ?? [];
    if (least !== undefined) return { op, least, most: most ?? null };
  }
  return undefined;
}
