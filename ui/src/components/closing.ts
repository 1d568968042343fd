// Before the window closes: who still has something to keep, keeps it then.
import { useEffect, useEffectEvent } from "react";

/** Resolves to whether everything is kept. */
type Finish = () => Promise<boolean>;

const finishing = new Set<Finish>();

/** Asked before the window closes, while the component stands. */
export function useClosing(finish: Finish): void {
  const asked = useEffectEvent(finish);
  useEffect(() => {
    const each = () => asked();
    finishing.add(each);
    return () => {
      finishing.delete(each);
    };
  }, []);
}

/** Asks all of them; whether everything is kept. */
export async function finishAll(): Promise<boolean> {
  const kept = await Promise.all([...finishing].map((finish) => finish().catch(() => false)));
  return kept.every((each) => each);
}
