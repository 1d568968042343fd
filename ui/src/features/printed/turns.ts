// Drawing takes turns: drawn together, no page would be done before all of them are. What is read goes first, then what is
// near it, then thumbnails; among equals who asked first.

/** The less, the sooner. */
export const RANK = { read: 0, near: 1, small: 2 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

interface Turn {
  /** Asked for when the turn is given: by then the reader may be elsewhere. */
  rank: () => Rank;
  draw: () => Promise<void>;
  /** Nobody wants it any more. Of a document that was closed meanwhile pdf.js may never answer. */
  givenUp: Promise<void>;
}

const waiting = new Set<Turn>();
let drawing = false;

async function drawAll(): Promise<void> {
  if (drawing) return;
  drawing = true;
  // All that come with one change of the screen are weighed together.
  await Promise.resolve();
  while (waiting.size > 0) {
    const turn = [...waiting].reduce((first, one) => (one.rank() < first.rank() ? one : first));
    waiting.delete(turn);
    // One after another is what this is for. A drawing that failed or was cancelled keeps none of the others back.
    // oxlint-disable-next-line no-await-in-loop
    await Promise.race([turn.draw().catch(() => undefined), turn.givenUp]);
  }
  drawing = false;
}

/** Draws when its turn comes; what is given back gives the turn up, also while it lasts. */
export function inTurn(rank: () => Rank, draw: () => Promise<void>): () => void {
  const leaving = new AbortController();
  const givenUp = new Promise<void>((left) => leaving.signal.addEventListener("abort", () => left()));
  const turn = { rank, draw, givenUp };
  waiting.add(turn);
  void drawAll();
  return () => {
    waiting.delete(turn);
    leaving.abort();
  };
}
