// Taking back what was chosen or added, one step at a time. Text boxes have their own undo; keystrokes in a row are one step here.

const BURST_MS = 1000;

export interface Steps<T> {
  /** Notes what was there before a change. */
  note: (before: T, at: number) => void;
  /** What was there before the last step; `null`: nothing to take back. */
  back: () => T | null;
}

export function createSteps<T>(): Steps<T> {
  const past: T[] = [];
  let last = Number.NEGATIVE_INFINITY;
  return {
    note: (before, at) => {
      if (at - last > BURST_MS) past.push(before);
      last = at;
    },
    back: () => {
      last = Number.NEGATIVE_INFINITY;
      return past.pop() ?? null;
    },
  };
}
