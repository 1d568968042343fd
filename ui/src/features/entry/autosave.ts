// Saves a draft a moment after the last change, every few seconds while somebody types on, at once when asked, and never two at
// a time.
// Left to others: what is saved and what is said about it.

export type SaveState =
  | { phase: "untouched" }
  | { phase: "changed" }
  | { phase: "saving" }
  | { phase: "saved"; at: string }
  | { phase: "failed"; thrown: unknown };

export interface Failure {
  thrown: unknown;
}

export interface Autosave<T> {
  /** Notes a change; it is saved when nothing more comes for the pause. */
  change: (value: T) => void;
  /** Saves now what waits, and resolves when nothing is under way: to what went wrong, or `null`. */
  flush: () => Promise<Failure | null>;
  /** Drops what waits: it was submitted or discarded. */
  drop: () => void;
}

interface AutosaveOptions<T> {
  pauseMs: number;
  /** How long a change may wait while others follow it without a pause. */
  waitMaxMs: number;
  /** Resolves to the time at which it was saved. */
  save: (value: T) => Promise<string>;
  report: (state: SaveState) => void;
}

export function createAutosave<T>({ pauseMs, waitMaxMs, save, report }: AutosaveOptions<T>): Autosave<T> {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Failure | null> | null = null;
  /** When the oldest change that waits was made. */
  let since = 0;

  const run = async (): Promise<Failure | null> => {
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      report({ phase: "saving" });
      try {
        const at = await save(value);
        if (waiting === null) report({ phase: "saved", at });
      } catch (thrown) {
        // Kept, unless something newer waits: the next change, blur or leaving tries again.
        waiting ??= { value };
        report({ phase: "failed", thrown });
        return { thrown };
      }
    }
    return null;
  };
  const flush = async () => {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    change: (value) => {
      const now = Date.now();
      if (waiting === null) since = now;
      waiting = { value };
      report({ phase: "changed" });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(pauseMs, since + waitMaxMs - now)));
    },
    flush,
    drop: () => {
      clearTimeout(timer);
      waiting = null;
    },
  };
}
