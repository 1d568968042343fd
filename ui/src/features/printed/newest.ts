// One question at a time, and of those that came meanwhile only the newest: who turns through the options quickly never
// waits for pages that he no longer wants. What was answered last stays until the next answer is there.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Refusal } from "../../ipc/bindings";
import { asRefusal } from "../../ipc/refusal";

export interface Newest<Q, A> {
  /** The last answer, with the question that it answers; `null` before the first and after a refusal. */
  shown: { question: Q; answer: A } | null;
  /** Whether a newer question is under way. */
  asking: boolean;
  refusal: Refusal | null;
  again: () => void;
}

interface Held<Q, A> {
  shown: { question: Q; answer: A } | null;
  refusal: Refusal | null;
  /** The key that has been answered or refused. */
  settled: string | null;
}

/** `question: null` asks nothing and shows nothing. */
export function useNewest<Q, A>(question: Q | null, ask: (question: Q) => Promise<A>): Newest<Q, A> {
  const [held, setHeld] = useState<Held<Q, A>>({ shown: null, refusal: null, settled: null });
  const [turn, setTurn] = useState(0);
  const key = question === null ? null : `${turn} ${JSON.stringify(question)}`;
  const wanted = useRef<{ key: string; question: Q } | null>(null);
  const busy = useRef(false);
  const gone = useRef(false);
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  });
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const want = useEffectEvent((next: string | null) => {
    wanted.current = next === null || question === null ? null : { key: next, question };
  });
  useEffect(() => {
    want(key);
    const next = async (): Promise<void> => {
      while (wanted.current !== null) {
        const now = wanted.current;
        busy.current = true;
        let outcome: Held<Q, A>;
        try {
          // One after another is the point.
          // oxlint-disable-next-line no-await-in-loop
          outcome = { shown: { question: now.question, answer: await asked.current(now.question) }, refusal: null, settled: now.key };
        } catch (error) {
          outcome = { shown: null, refusal: asRefusal(error), settled: now.key };
        }
        busy.current = false;
        if (gone.current || wanted.current === null) return;
        if (wanted.current.key === now.key) {
          setHeld(outcome);
          return;
        }
      }
    };
    if (!busy.current) void next();
  }, [key]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  if (key === null) return { shown: null, asking: false, refusal: null, again };
  return { shown: held.shown, asking: held.settled !== key, refusal: held.settled === key ? held.refusal : null, again };
}
