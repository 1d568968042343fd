// Something asked of the back end: being read, read, or refused with its reason.
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { Refusal } from "../ipc/bindings";
import { asRefusal } from "../ipc/refusal";

export type Loaded<T> =
  | { phase: "reading" }
  | { phase: "ready"; value: T }
  | { phase: "refused"; refusal: Refusal };

export interface Resource<T> {
  state: Loaded<T>;
  /** Reads again; what is shown stays until the answer is there. */
  reload: () => void;
  /** Puts in what a command has answered. */
  put: (value: T) => void;
}

/** Reads when `key` changes; an answer that a newer question has overtaken is dropped. */
export function useLoaded<T>(key: string, read: () => Promise<T>): Resource<T> {
  const [held, setHeld] = useState<{ key: string; state: Loaded<T> }>({ key, state: { phase: "reading" } });
  const [turn, setTurn] = useState(0);
  const ask = useEffectEvent(read);
  useEffect(() => {
    let overtaken = false;
    ask()
      .then((value) => {
        if (!overtaken) setHeld({ key, state: { phase: "ready", value } });
      })
      .catch((error: unknown) => {
        if (!overtaken) setHeld({ key, state: { phase: "refused", refusal: asRefusal(error) } });
      });
    return () => {
      overtaken = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new turn asks the same question again
  }, [key, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const put = useCallback((value: T) => setHeld({ key, state: { phase: "ready", value } }), [key]);
  return { state: held.key === key ? held.state : { phase: "reading" }, reload, put };
}
