// Where two texts part: what both begin with, what each has for itself, what both end with.

/** Before, own, after: together the whole text. */
export type Parts = readonly [string, string, string];

export function apart(one: string, other: string): [Parts, Parts] {
  // By characters, so that a rare one is never cut in two.
  const [a, b] = [Array.from(one), Array.from(other)];
  const most = Math.min(a.length, b.length);
  let before = 0;
  while (before < most && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < most - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  const parts = (text: string[]): Parts => [
    text.slice(0, before).join(""),
    text.slice(before, text.length - after).join(""),
    text.slice(text.length - after).join(""),
  ];
  return [parts(a), parts(b)];
}
