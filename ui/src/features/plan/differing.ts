// Where two texts differ, told by what they have in common at both ends. Positions count characters, not UTF-16 units.

/** `text` as what it shares with `other` before, what is its own, and what it shares after. */
export function differing(text: string, other: string): [before: string, own: string, after: string] {
  const mine = Array.from(text);
  const theirs = Array.from(other);
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const cut = mine.length - end;
  return [mine.slice(0, start).join(""), mine.slice(start, cut).join(""), mine.slice(cut).join("")];
}
