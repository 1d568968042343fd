// The pages on canvas with their bar: which page, how large. A change of size or of report leaves the reader where he is.
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { inDialog } from "../../components/keyboard";
import { printedMessages as m } from "../../messages/printed";
import type { OpenReport } from "./opened";
import { PagesBar } from "./PagesBar";
import { MARGIN_PX, pageAt, placesOf, POINT_PX } from "./places";
import { Stretch } from "./Stretch";
import { useView } from "./view";
import { scaled, type Zoom, zoomBy, zoomKey, zoomStep } from "./zoom";

/** Drawn beyond the edge of what is seen. */
const AHEAD_PX = 400;
/** Above a page that is gone to. */
const OVER_PX = 8;

/** Until the program ends: the size that was chosen last. */
let keptZoom: Zoom = "width";

/** A place in the pages that holds when their size changes: how far into which page, and how far below the view's edge. */
interface Anchor {
  number: number;
  into: number;
  below: number;
  across: number;
}

/** The top of everything. */
const FIRST: Anchor = { number: 1, into: 0, below: MARGIN_PX, across: 0.5 };

interface PagesProps {
  open: OpenReport;
  /** Another report is being set; this one is still shown. */
  setting: boolean;
  /** `asked` counts: the same page may be asked for twice. */
  goTo: { number: number; asked: number };
  onPage: (number: number) => void;
}

export function Pages({ open: { report, document: pdf, sizes }, setting, goTo, onPage }: PagesProps) {
  const [zoom, setZoom] = useState<Zoom>(keptZoom);
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor>(FIRST);
  const view = useView(scroll);
  const { width, height, top } = view;
  const { scale, columns } = useMemo(() => scaled(zoom, sizes, { width, height }), [zoom, sizes, width, height]);
  const places = useMemo(() => placesOf(sizes, { scale, columns, width }), [sizes, scale, columns, width]);
  const percent = scale / POINT_PX;
  const current = pageAt(places, top, height);
  useEffect(() => onPage(current), [current, onPage]);

  const change = (next: Zoom) => {
    keptZoom = next;
    setZoom(next);
  };
  /** Remembers what stands at a height of the view, to put it there again. */
  const hold = (below: number, across = 0.5) => {
    const box = scroll.current;
    if (box === null) return;
    const at = box.scrollTop + below;
    const sheet = places.sheets.findLast((one) => one.top <= at) ?? places.sheets[0];
    if (sheet === undefined) return;
    // At the very top one stays at the very top.
    anchor.current = box.scrollTop <= 1 ? FIRST : { number: sheet.number, into: (at - sheet.top) / sheet.height, below, across };
  };
  const show = (number: number) => {
    const sheet = places.sheets[Math.min(Math.max(1, number), places.sheets.length) - 1];
    if (sheet === undefined || scroll.current === null) return;
    scroll.current.scrollTo({ top: sheet.top - OVER_PX });
  };

  useLayoutEffect(() => {
    const box = scroll.current;
    const { number, into, below, across } = anchor.current;
    const sheet = places.sheets[Math.min(number, places.sheets.length) - 1];
    if (box === null || sheet === undefined || box.clientWidth === 0) return;
    box.scrollTop = sheet.top + into * sheet.height - below;
    box.scrollLeft = (places.width - box.clientWidth) * across;
  }, [places]);
  const go = useEffectEvent(show);
  useEffect(() => {
    if (goTo.asked > 0) go(goTo.number);
  }, [goTo]);

  const step = (direction: 1 | -1) => change(zoomStep(percent, direction));
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const asked = inDialog(event.target) ? null : zoomKey(event);
    if (asked === null) return;
    // Else the web view makes the whole window larger.
    event.preventDefault();
    if (asked === "fit") change("width");
    else step(asked === "in" ? 1 : -1);
  });
  const wheeled = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = event.currentTarget instanceof HTMLElement ? event.currentTarget.getBoundingClientRect() : null;
    if (box !== null) hold(event.clientY - box.top, (event.clientX - box.left) / Math.max(1, box.width));
    change(zoomBy(percent, event.deltaY));
  });
  useEffect(() => {
    const box = scroll.current;
    const key = (event: KeyboardEvent) => pressed(event);
    const wheel = (event: WheelEvent) => wheeled(event);
    window.addEventListener("keydown", key);
    box?.addEventListener("wheel", wheel, { passive: false });
    return () => {
      window.removeEventListener("keydown", key);
      box?.removeEventListener("wheel", wheel);
    };
  }, []);

  return (
    <section className="pages" aria-label={m.previewLabel}>
      <PagesBar report={report} current={current} columns={columns} setting={setting} zoom={zoom} percent={percent} onPage={show} onZoom={change} onStep={step} />
      <div className="pages__scroll" ref={scroll} onScroll={() => hold(height / 3)} tabIndex={0} role="region" aria-label={m.previewLabel} data-testid="pages-scroll" data-enlarged={typeof zoom === "number" || undefined}>
        {width > 0 && <Stretch document={pdf} places={places} scale={scale} top={top} height={height} ahead={AHEAD_PX} testId={(number) => `page-${number}`} />}
      </div>
    </section>
  );
}
