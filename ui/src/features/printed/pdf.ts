// pdf.js, fetched only when 报告 is opened; its worker, character maps and fonts lie beside the page, nothing comes from a host.
import type { PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
// oxlint-disable-next-line import/default -- the bundler gives a file asked for by ?url its address as default export
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

const FOLDER = `${import.meta.env.BASE_URL}pdfjs/`;

/** The worker that reads files: started once, because a start takes longer than a report. */
let reader: PDFWorker | null = null;

export interface OpenDocument {
  document: PDFDocumentProxy;
  close: () => void;
}

export async function openDocument(bytes: ArrayBuffer): Promise<OpenDocument> {
  const { GlobalWorkerOptions, PDFWorker, getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  GlobalWorkerOptions.workerSrc = workerUrl;
  reader ??= new PDFWorker();
  const task = getDocument({
    worker: reader,
    data: new Uint8Array(bytes),
    cMapUrl: `${FOLDER}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${FOLDER}standard_fonts/`,
    wasmUrl: `${FOLDER}wasm/`,
    isEvalSupported: false,
    useSystemFonts: false,
    // Glyphs are drawn as shapes: each stands where the file puts it, not on whole dots, and no typefaces have to be
    // installed in the web view for every report.
    disableFontFace: true,
    // The window's policy forbids compiling; the plain decoders beside the wasm ones do the same.
    useWasm: false,
  });
  const document = await task.promise;
  return { document, close: () => void task.destroy() };
}
