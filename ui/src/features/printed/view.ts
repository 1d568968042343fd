// What is seen of something that scrolls: its size, and how far it is scrolled.
import { type RefObject, useEffect, useState } from "react";

export interface View {
  width: number;
  height: number;
  top: number;
}

export function useView(box: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ width: 0, height: 0, top: 0 });
  useEffect(() => {
    const seen = box.current;
    if (seen === null) return;
    const look = () => setView({ width: seen.clientWidth, height: seen.clientHeight, top: seen.scrollTop });
    look();
    const measure = new ResizeObserver(look);
    measure.observe(seen);
    seen.addEventListener("scroll", look, { passive: true });
    return () => {
      measure.disconnect();
      seen.removeEventListener("scroll", look);
    };
  }, [box]);
  return view;
}
