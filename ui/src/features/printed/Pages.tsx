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
const GAP_PX = 16;
/** The least share of its real size at which a page of 五号 text is read without effort, and the most that fitting gives. */
const LEGIBLE = 0.72;
const LARGE = 1.25;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** CSS pixels to a PDF point at 100 %. */
const POINT_PX = 96 / 72;

type Zoom = number | "fit";

type Opened = { phase: "opening" } | { phase: "open"; pdf: OpenDocument; sizes: SheetSize[] } | { phase: "refused"; refusal: Refusal };

/** Every page's size, so that the scroll bar is right before anything is drawn. */
async function sizesOf({ document: pdf }: OpenDocument): Promise<SheetSize[]> {
  const sizes: SheetSize[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // One after another: the worker answers in order anyway.
    // oxlint-disable-next-line no-await-in-loop
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}

/** Reads the bytes once; the document before stays open and in sight until the next one can take its place. */
function useDocument(token: string): Opened {
  const [opened, setOpened] = useState<Opened>({ phase: "opening" });
  const held = useRef<OpenDocument | null>(null);
  useEffect(() => {
    let gone = false;
    const open = async () => {
      const pdf = await openDocument(await reportBytes(token));
      const sizes = await sizesOf(pdf);
      if (gone) {
        pdf.close();
        return;
      }
      held.current?.close();
      held.current = pdf;
      setOpened({ phase: "open", pdf, sizes });
    };
    open().catch((error: unknown) => {
      if (!gone) setOpened({ phase: "refused", refusal: asRefusal(error) });
    });
    return () => {
      gone = true;
    };
  }, [token]);
  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
    },
    [],
  );
  return opened;
}

/** The next step of the zoom in a direction, from where it is now. */
export function zoomStep(now: number, direction: 1 | -1): number {
  const larger = ZOOMS.find((zoom) => zoom > now + 0.01);
  const smaller = ZOOMS.findLast((zoom) => zoom < now - 0.01);
  return (direction === 1 ? larger : smaller) ?? now;
}

/** Two pages side by side where both stay legible, else one that fills the width. */
export function fitting(width: number, widest: number): { scale: number; columns: 1 | 2 } {
  const both = (width - 2 * MARGIN_PX - GAP_PX) / (2 * widest);
  if (both >= LEGIBLE * POINT_PX) return { scale: Math.min(both, POINT_PX), columns: 2 };
  return { scale: Math.min(Math.max(0.2, (width - 2 * MARGIN_PX) / widest), LARGE * POINT_PX), columns: 1 };
}

interface PagesProps {
  report: PrintedReport;
  /** Another report is being set; this one is still shown. */
  setting: boolean;
  goTo: { number: number; asked: number };
}

export function Pages({ report, setting, goTo }: PagesProps) {
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

  const widest = opened.phase === "open" ? opened.sizes.reduce((most, size) => Math.max(most, size.width), 1) : 595;
  const fit = fitting(width, widest);
  const scale = zoom === "fit" ? fit.scale : zoom * POINT_PX;
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
        <span data-testid="report-pages" data-token={report.token}>
          {setting ? m.making : m.pages(Math.min(current, report.pages), report.pages)}
        </span>
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
        {opened.phase === "open" && width > 0 && (
          <div className="pages__sheets" data-columns={zoom === "fit" ? fit.columns : 1}>
            {opened.sizes.map((size, index) => (
              <Sheet key={`${index + 1}`} document={opened.pdf.document} number={index + 1} size={size} scale={scale} root={scroll} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
