"""What python-docx and openpyxl see in a Word or Excel file, as JSON on standard output."""

import json
import sys

from docx import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from openpyxl import load_workbook


def word_table(table):
    """Each cell once: line, column of the grid, lines and columns that it covers, text."""
    lines, open_cells = [], {}
    for number, line in enumerate(table._tbl.tr_lst):
        at = 0
        for cell in line.tc_lst:
            columns = cell.grid_span
            if cell.vMerge == "continue":
                assert _Cell(cell, table).text == "", "text in a covered cell"
                open_cells[at][2] += 1
            else:
                found = [number, at, 1, columns, _Cell(cell, table).text]
                open_cells[at] = found
                lines.append(found)
            at += columns
    properties = [row._tr.trPr for row in table.rows]
    asks = lambda name: [p is not None and p.find(qn(name)) is not None for p in properties]
    return {
        "cells": lines,
        "heads": sum(asks("w:tblHeader")),
        "whole": asks("w:cantSplit"),
        "widths": [column.width.twips for column in table.columns],
    }


def pictures(table):
    """Those of a table that shows nothing else: what each is said to be, its size, and what stands below it."""
    found = []
    for cell in (_Cell(cell, table) for line in table._tbl.tr_lst for cell in line.tc_lst):
        for inline in cell._tc.iter(qn("wp:inline")):
            part = table.part.related_parts[next(inline.iter(qn("a:blip"))).get(qn("r:embed"))]
            extent = inline.find(qn("wp:extent"))
            found.append({
                "alternative": inline.find(qn("wp:docPr")).get("descr"),
                "kind": part.content_type if part.blob.startswith(b"\xff\xd8") else "damaged",
                "size": [int(extent.get("cx")), int(extent.get("cy"))],
                "caption": [p.text for p in cell.paragraphs if p.text != ""],
            })
    return found


def word(path):
    document = Document(path)
    settings = document.settings.element
    section = lambda s: {
        "orientation": str(s.orientation).split(" ")[0],
        "size": [s.page_width.twips, s.page_height.twips],
        "margins": [m.twips for m in (s.top_margin, s.bottom_margin, s.left_margin, s.right_margin)],
        "header": [p.text for p in s.header.paragraphs],
        "even_header": [p.text for p in s.even_page_header.paragraphs],
    }
    core = document.core_properties
    return {
        "tables": [word_table(table) for table in document.tables if not pictures(table)],
        "pictures": [one for table in document.tables for one in pictures(table)],
        "paragraphs": [p.text for p in document.paragraphs if p.text != ""],
        "headings": [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))],
        "sections": [section(s) for s in document.sections],
        "even_and_odd": document.settings.odd_and_even_pages_header_footer,
        "mirrored": settings.find(qn("w:mirrorMargins")) is not None,
        "properties": [core.title, core.author, core.subject, core.keywords, core.language, core.created.isoformat()],
    }


def excel_sheet(sheet):
    merges = {(m.min_row, m.min_col): (m.size["rows"], m.size["columns"]) for m in sheet.merged_cells.ranges}
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            if getattr(cell, "value", None) is not None:
                rows, columns = merges.get((cell.row, cell.column), (1, 1))
                cells.append([cell.row, cell.column, rows, columns, str(cell.value), cell.data_type])
    page, margins = sheet.page_setup, sheet.page_margins
    return {
        "name": sheet.title,
        "cells": cells,
        "merges": len(merges),
        "print_titles": sheet.print_title_rows,
        "paper": page.paperSize,
        "orientation": page.orientation,
        "fit": [page.fitToWidth, page.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage],
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "header": [sheet.oddHeader.left.text, sheet.oddHeader.right.text],
        "footer": sheet.oddFooter.right.text,
    }


def excel(path):
    workbook = load_workbook(path)
    core = workbook.properties
    return {
        "sheets": [excel_sheet(sheet) for sheet in workbook],
        "properties": [core.title, core.creator, core.subject, core.created.isoformat()],
    }


path = sys.argv[1]
json.dump(word(path) if path.endswith(".docx") else excel(path), sys.stdout, ensure_ascii=False)
