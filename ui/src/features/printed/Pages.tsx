// The pages on canvas: only those in or near sight are drawn, sharp on every screen.
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { PrintedReport, Refusal } from "../../ipc/bindings";
import { reportBytes } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { printedMessages as m } from "../../messages/printed";
import { openDocument, type OpenDocument } from "./pdf";
import { Sheet, type SheetSize } from "./Sheet";

const MARGIN_PX = 24;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** CSS pixels to a PDF point at 100 %. */
const POINT_PX = 96 / 72;

type Zoom = number | "fit";

type Opened = { phase: "opening" } | { phase: "open"; pdf: OpenDocument; sizes: SheetSize[] } | { phase: "refused"; refusal: Refusal };

/** Reads the bytes once, and every page's size, so that the scroll bar is right before anything is drawn. */
function useDocument(token: string): Opened {
  const [opened, setOpened] = useState<Opened>({ phase: "opening" });
  useEffect(() => {
    let gone = false;
    let pdf: OpenDocument | null = null;
    const open = async () => {
      pdf = await openDocument(await reportBytes(token));
      const sizes: SheetSize[] = [];
      for (let number = 1; number <= pdf.document.numPages; number += 1) {
        const { width, height } = (await pdf.document.getPage(number)).getViewport({ scale: 1 });
        sizes.push({ width, height });
      }
      if (gone) pdf.close();
      else setOpened({ phase: "open", pdf, sizes });
    };
    open().catch((error: unknown) => {
      if (!gone) setOpened({ phase: "refused", refusal: asRefusal(error) });
    });
    return () => {
      gone = true;
      pdf?.close();
    };
  }, [token]);
  return opened;
}

/** The next step of the zoom in a direction, from where it is now. */
export function zoomStep(now: number, direction: 1 | -1): number {
  const larger = ZOOMS.find((zoom) => zoom > now + 0.01);
  const smaller = ZOOMS.findLast((zoom) => zoom < now - 0.01);
  return (direction === 1 ? larger : smaller) ?? now;
}

export function Pages({ report, goTo }: { report: PrintedReport; goTo: { number: number; asked: number } }) {
  const opened = useDocument(report.token);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [width, setWidth] = useState(0);
  const [current, setCurrent] = useState(1);
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const measure = new ResizeObserver(() => setWidth(box.clientWidth));
    measure.observe(box);
    return () => measure.disconnect();
  }, []);
  useEffect(() => {
    if (goTo.asked > 0) scroll.current?.querySelector(`[data-page="${goTo.number}"]`)?.scrollIntoView({ block: "start" });
  }, [goTo]);

  const widest = opened.phase === "open" ? Math.max(...opened.sizes.map((size) => size.width)) : 595;
  const fitting = Math.max(0.2, (width - 2 * MARGIN_PX) / widest);
  const scale = zoom === "fit" ? Math.min(fitting, 1.5 * POINT_PX) : zoom * POINT_PX;
  const percent = Math.round((scale / POINT_PX) * 100);

  /** The page that fills the middle of the view. */
  const scrolled = () => {
    const box = scroll.current;
    if (box === null) return;
    const middle = box.getBoundingClientRect().top + box.clientHeight / 3;
    const sheets = Array.from(box.querySelectorAll<HTMLElement>("[data-page]"));
    const at = sheets.findLast((sheet) => sheet.getBoundingClientRect().top <= middle);
    setCurrent(Number(at?.dataset["page"] ?? 1));
  };

  return (
    <section className="pages" aria-label={m.previewLabel}>
      <div className="pages__bar">
        <span data-testid="report-pages">{m.pages(current, report.pages)}</span>
        <span className="pages__zoom" role="group" aria-label={m.zoom}>
          <Button size="small" type="text" onClick={() => setZoom(zoomStep(percent / 100, -1))}>
            {m.zoomOut}
          </Button>
          <output>{percent}%</output>
          <Button size="small" type="text" onClick={() => setZoom(zoomStep(percent / 100, 1))}>
            {m.zoomIn}
          </Button>
          <Button size="small" type="text" disabled={zoom === "fit"} onClick={() => setZoom("fit")}>
            {m.fit}
          </Button>
        </span>
      </div>
      <div className="pages__scroll" ref={scroll} onScroll={scrolled} tabIndex={0} role="region" aria-label={m.previewLabel}>
        {opened.phase === "opening" && <Reading text={m.drawing} />}
        {opened.phase === "refused" && <RefusalNotice refusal={opened.refusal} />}
        {opened.phase === "open" &&
          width > 0 &&
          opened.sizes.map((size, index) => (
            <Sheet key={`${index + 1}`} document={opened.pdf.document} number={index + 1} size={size} scale={scale} root={scroll} />
          ))}
      </div>
    </section>
  );
}
