// What a rejected command carries, made into a Refusal whatever it was.
import { words } from "../messages/words";
import type { Refusal } from "./bindings";

/** The refusal itself, or a sentence for anything else that was thrown. */
export function asRefusal(thrown: unknown): Refusal {
  if (typeof thrown === "object" && thrown !== null && "text" in thrown && typeof thrown.text === "string") {
    const lines = "lines" in thrown && Array.isArray(thrown.lines) ? thrown.lines.filter((line) => typeof line === "string") : [];
    const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "unknown";
    return { code, text: thrown.text, lines };
  }
  if (typeof thrown === "string") return { code: "unknown", text: words.unexpected(thrown), lines: [] };
  if (thrown instanceof Error) return { code: "unknown", text: words.unexpected(thrown.message), lines: [] };
  return { code: "unknown", text: words.noConnection, lines: [] };
}
