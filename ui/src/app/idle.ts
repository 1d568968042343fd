// Idleness: nobody has struck a key or moved the pointer for a while.
import { useEffect, useEffectEvent } from "react";

const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
const LOOK_MS = 5000;

/** Calls once so many minutes after the last sign of somebody; 0: never. The clock counts, so that a machine that slept was idle. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    if (minutes === 0) return;
    let last = Date.now();
    let said = false;
    const look = () => {
      if (said || Date.now() - last < minutes * 60_000) return;
      said = true;
      idle();
    };
    const sign = () => {
      // The first move after a sleep is no sign of having been there.
      look();
      last = Date.now();
    };
    const looking = window.setInterval(look, LOOK_MS);
    for (const kind of SIGNS) window.addEventListener(kind, sign, { capture: true, passive: true });
    return () => {
      window.clearInterval(looking);
      for (const kind of SIGNS) window.removeEventListener(kind, sign, { capture: true });
    };
  }, [minutes]);
}
