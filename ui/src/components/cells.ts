// Cells on the clipboard, as spreadsheets and letters read them: tab-separated text and a table side by side.
// Left to others: which cells; the register takes them from its selection, a DataTable from its rows.

export interface Copied {
  /** Tab-separated; a cell of several paragraphs is quoted, as spreadsheets read it. */
  text: string;
  html: string;
}

export interface Cell {
  /** Its paragraphs in order. */
  paragraphs: readonly string[];
  /** How many rows it spans; absent: one. */
  rows?: number;
  /** Written as text, so that a spreadsheet makes neither a date of 3-4 nor a number of 0535, and reckons nothing that begins with =. */
  verbatim?: boolean;
}

const VERBATIM = ` style="mso-number-format:'\\@'"`;

/** A plain line break would begin a new row in a spreadsheet. */
const BREAK = '<br style="mso-data-placement:same-cell">';

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function htmlCell({ paragraphs, rows = 1, verbatim = false }: Cell): string {
  const inner = paragraphs.map(escaped).join(BREAK);
  return `<td${rows > 1 ? ` rowspan="${rows}"` : ""}${verbatim ? VERBATIM : ""}>${inner}</td>`;
}

export function htmlTable(rows: readonly (readonly Cell[])[]): string {
  return `<table border="1">${rows.map((cells) => `<tr>${cells.map(htmlCell).join("")}</tr>`).join("")}</table>`;
}

export const textRow = (cells: readonly string[]): string => cells.map(quoted).join("\t");

/** Puts both forms into the clipboard of a copy that is under way. */
export function give(event: { clipboardData: DataTransfer | null; preventDefault: () => void }, { text, html }: Copied): void {
  event.preventDefault();
  event.clipboardData?.setData("text/plain", text);
  event.clipboardData?.setData("text/html", html);
}

/** WebKit asks first whether there is anything to copy; without a selection only a refusal of its own way says yes. */
const refuse = (event: Event): void => event.preventDefault();

/** Copies without a selection, while a key or a press is being answered; `false`: the window did not allow it. */
export function putOnClipboard(copied: Copied): boolean {
  let given = false;
  const copy = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    give(event, copied);
    given = true;
  };
  document.addEventListener("copy", copy, true);
  document.addEventListener("beforecopy", refuse, true);
  try {
    // Old, but the only way that every window's engine allows at once, with both forms, without asking the officer.
    return document.execCommand("copy") && given;
  } finally {
    document.removeEventListener("copy", copy, true);
    document.removeEventListener("beforecopy", refuse, true);
  }
}
