// A command asked from 设置: under way, answered with a word, or refused.
import { useState } from "react";
import type { Refusal } from "../../ipc/bindings";
import { asRefusal } from "../../ipc/refusal";

export interface Asking {
  busy: boolean;
  said: string | null;
  refusal: Refusal | null;
  ask: <T>(asked: Promise<T>, then: (value: T) => string | null) => void;
  clear: () => void;
}

export function useAsking(): Asking {
  const [state, setState] = useState<{ busy: boolean; said: string | null; refusal: Refusal | null }>({ busy: false, said: null, refusal: null });
  return {
    ...state,
    ask: (asked, then) => {
      setState({ busy: true, said: null, refusal: null });
      asked
        .then((value) => setState({ busy: false, said: then(value), refusal: null }))
        .catch((error: unknown) => setState({ busy: false, said: null, refusal: asRefusal(error) }));
    },
    clear: () => setState({ busy: false, said: null, refusal: null }),
  };
}
