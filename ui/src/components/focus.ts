// Where the keyboard goes when what it held has gone: it is never left at the window's beginning.
import { type RefObject, useEffect, useState } from "react";

/** Whether nothing on the page holds the keyboard. */
const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** A part that has just come takes the keyboard if nothing holds it, so that the next Tab leads into it. Give it tabIndex -1. */
export function useArrival(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (isFree()) part.current?.focus({ preventScroll: true });
  }, [part]);
}

/** Puts the keyboard into a part's first field, or into what carries data-first; whether there was one. */
export function enter(part: HTMLElement | null): boolean {
  const find = (selector: string) => part?.querySelector<HTMLElement>(selector);
  const first = find("[data-first]") ?? find("input, textarea") ?? find("button");
  first?.focus();
  return first !== null && first !== undefined;
}

/** When this goes, what had the keyboard before it came has it again. */
export function useGivingBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After this has gone, and unless something else was given the keyboard meanwhile.
      window.setTimeout(() => {
        if (!isFree()) return;
        const held = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
        // Nothing had it, or what had it is gone: the screen itself, as when it comes.
        (held ?? document.querySelector<HTMLElement>('main [tabindex="-1"]'))?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
