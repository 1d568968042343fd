//! What the model says that a file must show: computed here a second time, from the model alone.

use layout::block::{Block, Manuscript, Paragraph};
use layout::figure::Figure;
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
    let text = |block: &Block| match block {
        Block::Paragraph(one) => Some(paragraph(one)),
        _ => None,
    };
    blocks(manuscript).into_iter().filter_map(text).collect()
}

/// A picture that is shown.
#[derive(Debug, PartialEq)]
pub(crate) struct Shown {
    /// What is seen on it.
    pub(crate) alternative: String,
    /// Below it.
    pub(crate) caption: Vec<String>,
    /// A thousandth of its width over its height.
    pub(crate) proportion: u64,
}

impl Shown {
    /// As a file tells it that does not show it.
    pub(crate) fn in_words(self) -> Vec<String> {
        [vec![format!("〔{}：见 PDF 文件〕", self.alternative)], self.caption].concat()
    }
}

/// The pictures in their order.
pub(crate) fn pictures(manuscript: &Manuscript) -> Vec<Shown> {
    let figures = |block: &Block| match block {
        Block::Figures(figures) => figures.figures.clone(),
        _ => Vec::new(),
    };
    let shown = |figure: Figure| Shown {
        alternative: figure.alternative,
        caption: figure.caption.iter().map(paragraph).collect(),
        proportion: u64::from(figure.pixels.width) * 1000 / u64::from(figure.pixels.height),
    };
    blocks(manuscript).into_iter().flat_map(figures).map(shown).collect()
}

/// Every block in its order, those that stand together among them.
fn blocks(manuscript: &Manuscript) -> Vec<&Block> {
    fn open<'m>(block: &'m Block, all: &mut Vec<&'m Block>) {
        all.push(block);
        if let Block::Together(blocks) | Block::Closed { closing: blocks, .. } = block {
            blocks.iter().for_each(|block| open(block, all));
        }
    }
    let mut all = Vec::new();
    manuscript.sections.iter().flat_map(|section| &section.blocks).for_each(|block| open(block, &mut all));
    all
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
