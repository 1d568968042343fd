// One page: paper of the right size at once, drawn when it comes near, given back when it is far.
import { type RefObject, useEffect, useRef, useState } from "react";
import { printedMessages as m } from "../../messages/printed";
import type { PDFDocumentProxy } from "./pdf";

export interface SheetSize {
  width: number;
  height: number;
}

interface SheetProps {
  document: PDFDocumentProxy;
  number: number;
  size: SheetSize;
  scale: number;
  root: RefObject<HTMLElement | null>;
}

export function Sheet({ document: pdf, number, size, scale, root }: SheetProps) {
  const paper = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const width = Math.floor(size.width * scale);
  const height = Math.floor(size.height * scale);

  useEffect(() => {
    if (paper.current === null) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), { root: root.current, rootMargin: "400px 0px" });
    watch.observe(paper.current);
    return () => watch.disconnect();
  }, [root]);

  useEffect(() => {
    const target = canvas.current;
    if (!near || target === null) return;
    let stopped = false;
    let stop: () => void = () => undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (stopped) return;
      const dots = window.devicePixelRatio || 1;
      const viewport = page.getViewport({ scale: scale * dots });
      // Drawn aside and put in at once, so that a new zoom never shows a half-drawn page.
      const aside = window.document.createElement("canvas");
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      const task = page.render({ canvas: aside, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (stopped) return;
      target.width = aside.width;
      target.height = aside.height;
      target.getContext("2d")?.drawImage(aside, 0, 0);
      setDrawn(true);
    };
    draw().catch(() => undefined); // cancelled: a newer drawing is under way
    return () => {
      stopped = true;
      stop();
    };
  }, [near, pdf, number, scale]);

  return (
    <div className="sheet-of-paper" ref={paper} data-page={number} style={{ width, height }}>
      {near && (
        <canvas
          ref={canvas}
          style={{ width, height }}
          role="img"
          aria-label={m.page(number)}
          data-testid={`page-${number}`}
          data-drawn={drawn || undefined}
        />
      )}
    </div>
  );
}
