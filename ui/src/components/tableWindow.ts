// Which rows of a long table are mounted, and where it scrolls. Rows have one height, so a division finds them:
// no row is measured, and no library for it is needed.
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** So many rows stand ready beyond each edge, and so many are mounted at a time. */
const STEP = 8;

export interface Mounted {
  first: number;
  /** The one after the last. */
  end: number;
}

/** The rows to mount, in steps: most of a scroll mounts nothing. */
export function mountedRows(scrolled: number, height: number, rowHeight: number, count: number): Mounted {
  const top = Math.max(0, Math.min(scrolled, count * rowHeight - height));
  const first = Math.floor(top / rowHeight / STEP) * STEP - STEP;
  const end = Math.ceil((top + height) / rowHeight / STEP) * STEP + STEP;
  return { first: Math.max(0, first), end: Math.min(count, end) };
}

/** How far to scroll so that a row is wholly in sight; as little as possible. */
export function scrolledTo(index: number, scrolled: number, height: number, rowHeight: number): number {
  if (index * rowHeight < scrolled) return index * rowHeight;
  return Math.max(scrolled, (index + 1) * rowHeight - height);
}

/** Until the window has been measured. */
const HEIGHT_ASSUMED = 600;
const WIDTH_ASSUMED = 10_000;

export interface TableWindow extends Mounted {
  scroller: RefObject<HTMLDivElement | null>;
  /** The head that stays in sight above the rows. */
  head: RefObject<HTMLDivElement | null>;
  /** How many rows PageUp and PageDown pass over. */
  page: number;
  /** What the columns have, in pixels. */
  width: number;
  onScroll: () => void;
  /** Brings a row into sight. */
  reveal: (index: number) => void;
  toTop: () => void;
}

export function useTableWindow(rowHeight: number, count: number): TableWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(HEIGHT_ASSUMED);
  const [width, setWidth] = useState(WIDTH_ASSUMED);
  // Before the first picture: no column is seen to come and go.
  useLayoutEffect(() => {
    const node = scroller.current;
    if (node === null) return undefined;
    const measure = () => {
      setHeight(node.clientHeight - (head.current?.offsetHeight ?? 0) || HEIGHT_ASSUMED);
      setWidth(node.clientWidth || WIDTH_ASSUMED);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    measure();
    return () => observer.disconnect();
  }, []);
  const mounted = (at: number) => mountedRows(at, height, rowHeight, count);
  return {
    ...mounted(scrolled),
    scroller,
    head,
    width,
    page: Math.max(1, Math.floor(height / rowHeight) - 1),
    // Only what mounts other rows draws anything.
    onScroll: () => {
      const now = scroller.current?.scrollTop ?? 0;
      const [next, before] = [mounted(now), mounted(scrolled)];
      // At once, in the frame that is being drawn: later would show an empty strip after a long throw.
      if (next.first !== before.first || next.end !== before.end) flushSync(() => setScrolled(now));
    },
    reveal: (index) => {
      const node = scroller.current;
      if (node !== null) node.scrollTop = scrolledTo(index, node.scrollTop, height, rowHeight);
    },
    toTop: () => {
      if (scroller.current !== null) scroller.current.scrollTop = 0;
    },
  };
}
