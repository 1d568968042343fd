// A passage cut into runs: found words marked, written quantities underlined. Positions count characters, not UTF-16 units.

export interface Run {
  /** Where it begins, in characters. */
  at: number;
  text: string;
  found: boolean;
  quantity: number | null;
}

export interface Span {
  start: number;
  end: number;
}

/** Where `find` occurs in `characters`, without regard to case or width of the punctuation around it. */
function occurrences(characters: readonly string[], find: string): Span[] {
  const needle = Array.from(find.trim().toLowerCase());
  if (needle.length === 0) return [];
  const found: Span[] = [];
  for (let start = 0; start + needle.length <= characters.length; ) {
    const hit = needle.every((character, index) => characters[start + index]?.toLowerCase() === character);
    if (hit) found.push({ start, end: start + needle.length });
    start += hit ? needle.length : 1;
  }
  return found;
}

/** The runs of `text` in order; joined they are `text` again. */
export function runsOf(text: string, find: string, quantities: readonly Span[] = []): Run[] {
  const characters = Array.from(text);
  const marks = occurrences(characters, find);
  const runs: Run[] = [];
  characters.forEach((character, index) => {
    const inside = (span: Span) => index >= span.start && index < span.end;
    const found = marks.some(inside);
    const quantity = quantities.findIndex(inside);
    const last = runs.at(-1);
    if (last !== undefined && last.found === found && last.quantity === (quantity < 0 ? null : quantity)) last.text += character;
    else runs.push({ at: index, text: character, found, quantity: quantity < 0 ? null : quantity });
  });
  return runs;
}

/** Whether `find` occurs in any of the texts; nothing to find is found everywhere. */
export function occursIn(find: string, texts: readonly (string | null)[]): boolean {
  if (find.trim() === "") return true;
  return texts.some((text) => text !== null && occurrences(Array.from(text), find).length > 0);
}
