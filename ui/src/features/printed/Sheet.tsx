// One page: paper of the right size at once, drawn as soon as the document is there. It exists only near sight.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { printedMessages as m } from "../../messages/printed";
import type { PDFDocumentProxy } from "./pdf";
import type { Place } from "./places";
import { inTurn, type Rank } from "./turns";

/** No canvas has more dots than this: beyond it web views give none at all. */
const DOTS_MAX = 16_000_000;

interface SheetProps {
  /** `null`: not read yet. */
  document: PDFDocumentProxy | null;
  place: Place;
  /** CSS pixels to a point. */
  scale: number;
  /** How soon it is wanted. */
  rank: Rank;
  testId?: string;
}

/** How many dots a CSS pixel is drawn with. */
export function dotsOf(place: Pick<Place, "width" | "height">, ratio: number): number {
  const most = Math.sqrt(DOTS_MAX / Math.max(1, place.width * place.height));
  return Math.min(ratio || 1, most);
}

export function Sheet({ document: pdf, place, scale, rank, testId }: SheetProps) {
  const { number, width, height, top, left } = place;
  const canvas = useRef<HTMLCanvasElement>(null);
  // Until a new report is drawn the page before stays in sight.
  const [drawn, setDrawn] = useState<PDFDocumentProxy | null>(null);

  const rankNow = useEffectEvent(() => rank);
  useEffect(() => {
    const target = canvas.current;
    if (pdf === null || target === null) return;
    let stopped = false;
    let stop: () => void = () => undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (stopped) return;
      const viewport = page.getViewport({ scale: scale * dotsOf({ width, height }, window.devicePixelRatio) });
      // Drawn aside and put in at once, so that neither a new zoom nor a new report shows a half-drawn page.
      const aside = window.document.createElement("canvas");
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      const task = page.render({ canvas: aside, viewport });
      stop = () => task.cancel();
      try {
        await task.promise;
        if (stopped) return;
        target.width = aside.width;
        target.height = aside.height;
        target.getContext("2d")?.drawImage(aside, 0, 0);
        setDrawn(pdf);
      } finally {
        // Dots are given back at once, not when somebody collects them.
        aside.width = 0;
        page.cleanup();
      }
    };
    const giveUp = inTurn(() => rankNow(), draw);
    return () => {
      stopped = true;
      giveUp();
      stop();
    };
  }, [pdf, number, scale, width, height]);
  useEffect(() => {
    const target = canvas.current;
    return () => {
      if (target !== null) target.width = 0;
    };
  }, []);

  return (
    <div className="sheet-of-paper" data-page={number} style={{ width, height, top, left }}>
      <canvas ref={canvas} style={{ width, height }} role="img" aria-label={m.page(number)} data-testid={testId} data-drawn={(drawn !== null && drawn === pdf) || undefined} />
    </div>
  );
}
