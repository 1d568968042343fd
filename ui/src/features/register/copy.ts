// Copying out of the table keeps its cells, for a spreadsheet and for a letter: without the marks, which are not the paper's.
// Left to others: a selection inside one cell, which is plain text and needs nothing; the two forms (components/cells.ts).
import { type Copied, htmlTable, textRow } from "../../components/cells";

/** Paragraphs of a cell in order. */
function paragraphsOf(cell: Element): string[] {
  const paragraphs = Array.from(cell.querySelectorAll("p"));
  const texts = (paragraphs.length === 0 ? [cell] : paragraphs).map((node) => (node.textContent ?? "").trim());
  return texts.filter((text) => text !== "");
}

const cellsOf = (parent: ParentNode): Element[] => Array.from(parent.children).filter((child) => child.matches("td, th"));

/** The cells of each selected row; the goal's cell stands only where its span begins. */
function rowsOf(selected: DocumentFragment): Element[][] {
  const rows = Array.from(selected.querySelectorAll("tr"));
  return rows.length > 0 ? rows.map(cellsOf) : [cellsOf(selected)];
}

/** What goes onto the clipboard; `null`: the selection lies within one cell. */
export function copiedCells(range: Range, columns: number): Copied | null {
  const selected = range.cloneContents();
  for (const own of selected.querySelectorAll("button, .paper__lead, .manual-notes")) own.remove();
  const rows = rowsOf(selected).filter((cells) => cells.length > 0);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width < 2 && rows.length < 2) return null;
  const text = rows
    .map((cells) => {
      const texts = cells.map((cell) => paragraphsOf(cell).join("\n"));
      const spanned = width === columns && cells.length === columns - 1 ? [""] : [];
      return textRow([...spanned, ...texts]);
    })
    .join("\n");
  const html = htmlTable(
    rows.map((cells, at) =>
      cells.map((cell) => ({
        paragraphs: paragraphsOf(cell),
        rows: Math.min(Number(cell.getAttribute("rowspan") ?? "1"), rows.length - at),
      })),
    ),
  );
  return { text, html };
}
