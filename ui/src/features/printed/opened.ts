// A report with its pages, read once; the one before stays open and in sight until the next can take its place.
import { useEffect, useRef, useState } from "react";
import type { PrintedReport, Refusal } from "../../ipc/bindings";
import { reportBytes } from "../../ipc/commands";
import { asRefusal } from "../../ipc/refusal";
import { openDocument, type OpenDocument, type PDFDocumentProxy } from "./pdf";
import { type SheetSize, sizesOf } from "./places";

export interface OpenReport {
  report: PrintedReport;
  document: PDFDocumentProxy;
  /** Of every page, in points. */
  sizes: SheetSize[];
}

/** As the back end says, or of a file that was kept as it says itself. */
async function sizesIn(document: PDFDocumentProxy, { sheets }: PrintedReport): Promise<SheetSize[]> {
  if (sheets.length > 0) return sizesOf(sheets);
  const sizes: SheetSize[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    // The worker answers in order anyway.
    // oxlint-disable-next-line no-await-in-loop
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}

export interface Opening {
  open: OpenReport | null;
  refusal: Refusal | null;
}

export function useOpenReport(report: PrintedReport | null): Opening {
  const [opening, setOpening] = useState<Opening>({ open: null, refusal: null });
  const held = useRef<OpenDocument | null>(null);
  useEffect(() => {
    if (report === null) return;
    let overtaken = false;
    const open = async () => {
      const next = await openDocument(await reportBytes(report.token));
      // Its typefaces are read while the screen is set anew: what is drawn first waits for little else.
      next.document.getPage(1).then((page) => page.getOperatorList()).catch(() => undefined);
      const sizes = await sizesIn(next.document, report);
      if (overtaken) {
        next.close();
        return;
      }
      held.current?.close();
      held.current = next;
      setOpening({ open: { report, document: next.document, sizes }, refusal: null });
    };
    open().catch((error: unknown) => {
      if (!overtaken) setOpening({ open: null, refusal: asRefusal(error) });
    });
    return () => {
      overtaken = true;
    };
  }, [report]);
  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
    },
    [],
  );
  return report === null ? { open: null, refusal: null } : opening;
}
