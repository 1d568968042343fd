// Which rows of a table are chosen, by their keys; rows that a filter hides stay chosen.

export interface Choosing {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Every key from `from` to `to` of `keys`, in either direction, becomes what `to` becomes: chosen if it was not. */
export function chosenAfter(chosen: ReadonlySet<string>, keys: readonly string[], from: number, to: number): ReadonlySet<string> {
  const next = new Set(chosen);
  const on = !chosen.has(keys[to] ?? "");
  for (const key of keys.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** All of `keys`, or none of them if all were; the others stay as they are. */
export function allTurned(chosen: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(chosen);
  const all = keys.every((key) => chosen.has(key));
  for (const key of keys) {
    if (all) next.delete(key);
    else next.add(key);
  }
  return next;
}
