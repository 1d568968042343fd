//! What the model says that a file must show: computed here a second time, from the model alone.

use layout::block::{Block, Manuscript, Paragraph};
use layout::table::{Cell, ColumnPart, Row, Table};

/// Tables that stand one under another without room between them are one.
pub(crate) fn tables(manuscript: &Manuscript) -> Vec<Vec<&Table>> {
    let mut tables: Vec<Vec<&Table>> = Vec::new();
    for section in &manuscript.sections {
        let mut after_table = false;
        for block in &section.blocks {
            let table = match block {
                Block::Table(table) | Block::Closed { table, .. } => Some(table),
                _ => None,
            };
            match table {
                Some(table) if after_table && !table.head => tables.last_mut().unwrap().push(table),
                Some(table) => tables.push(vec![table]),
                None => {}
            }
            after_table = table.is_some();
        }
    }
    tables
}

/// Line, column, lines covered and text of each cell that has one; columns count only where the tables share them.
pub(crate) fn cells(tables: &[&Table]) -> Vec<(usize, usize, usize, String)> {
    let mut cells = Vec::new();
    let mut line = 0;
    for table in tables {
        if table.head {
            cells.extend(
                table.columns.iter().enumerate().map(|(at, column)| (line, at, 1, text(&column.title))),
            );
            line += 1;
        }
        for group in &table.groups {
            let height: usize = group.rows.iter().map(bands).sum();
            for (row_at, row) in group.rows.iter().enumerate() {
                for band_at in 0..bands(row) {
                    let mut of = [group.cells.iter(), row.cells.iter(), [].iter()];
                    if let Some(band) = row.bands.get(band_at) {
                        of[2] = band.cells.iter();
                    }
                    for (column, part) in table.columns.iter().map(|column| column.part).enumerate() {
                        let (cell, lines, begins) = match part {
                            ColumnPart::Group => (of[0].next(), height, row_at == 0 && band_at == 0),
                            ColumnPart::Row => (of[1].next(), bands(row), band_at == 0),
                            ColumnPart::Flow => (of[2].next(), 1, true),
                        };
                        if let Some(cell) = cell.filter(|_| begins) {
                            cells.push((line, column, lines, text(cell)));
                        }
                    }
                    line += 1;
                }
            }
        }
    }
    cells.retain(|(.., text)| !text.is_empty());
    cells
}

/// Of each line whether no page may part it.
pub(crate) fn whole(tables: &[&Table]) -> Vec<bool> {
    let mut whole = Vec::new();
    for table in tables {
        whole.extend(table.head.then_some(true));
        for row in table.groups.iter().flat_map(|group| &group.rows) {
            whole.extend((0..bands(row)).map(|at| row.bands.get(at).is_none_or(|band| !band.splits)));
        }
    }
    whole
}

/// The paragraphs outside the tables.
pub(crate) fn texts(manuscript: &Manuscript) -> Vec<String> {
    let mut texts = Vec::new();
    manuscript
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .for_each(|block| collect(block, &mut texts));
    texts
}

fn collect(block: &Block, texts: &mut Vec<String>) {
    match block {
        Block::Paragraph(one) => texts.push(paragraph(one)),
        // Pictures stand in words until these files show them.
        Block::Figures(figures) => {
            for figure in &figures.figures {
                texts.push(format!("〔{}〕", figure.alternative));
                texts.extend(figure.caption.iter().map(paragraph));
            }
        }
        Block::Together(blocks) | Block::Closed { closing: blocks, .. } => {
            blocks.iter().for_each(|block| collect(block, texts));
        }
        _ => {}
    }
}

fn bands(row: &Row) -> usize {
    row.bands.len().max(1)
}

fn text(cell: &Cell) -> String {
    cell.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}

/// Without what only guides our own line breaking.
fn paragraph(paragraph: &Paragraph) -> String {
    paragraph.text().replace('\u{2060}', "")
}
