// 代录's source: one of three kinds and its particulars, written as one text (电话：张某，4月22日).
import { entryMessages as m } from "../../messages/entry";

export type SourceKind = keyof typeof m.sources;

export interface Source {
  kind: SourceKind | null;
  detail: string;
}

const KINDS = Object.keys(m.sources) as SourceKind[];

export function sourceOf(text: string | null): Source {
  const written = text ?? "";
  for (const kind of KINDS) {
    const word = m.sources[kind];
    if (written === word) return { kind, detail: "" };
    if (written.startsWith(word + m.sourceSeparator)) return { kind, detail: written.slice(word.length + 1) };
  }
  return { kind: null, detail: written };
}

export function sourceText({ kind, detail }: Source): string | null {
  if (kind === null) return detail.trim() === "" ? null : detail;
  return detail === "" ? m.sources[kind] : m.sources[kind] + m.sourceSeparator + detail;
}
