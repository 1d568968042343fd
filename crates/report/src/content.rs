//! The content of a report: every text that it shows, in reading order, without type, measures and pages.
//!
//! It is taken from the finished manuscript, so it holds exactly what the edition shows: it is the data that the file
//! carries inside it, and what the check code is made of. Tables keep their columns: one line for each band, with the
//! cells that span it written out, so that a program reads each line for itself.

use crate::Report;
use crate::style::JOINER;
use layout::block::{Block, Paragraph};
use layout::figure::Figures;
use layout::table::{Band, Cell, ColumnPart, Group, Row, Table};

/// One thing that a report shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A paragraph.
    Text(String),
    /// A table: its column titles (empty where it has no head) and its lines, a cell for each column.
    Table {
        /// Left to right; empty for a table without a head.
        columns: Vec<String>,
        /// From the top; each as long as the table has columns.
        lines: Vec<Vec<String>>,
    },
}

impl Report {
    /// Everything that its pages show, in reading order. Running lines and page numbers are the page's, not the content's.
    #[must_use]
    pub fn content(&self) -> Vec<Shown> {
        let mut shown = Vec::new();
        for section in &self.manuscript.sections {
            collect(&section.blocks, &mut shown);
        }
        shown
    }
}

fn collect(blocks: &[Block], shown: &mut Vec<Shown>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => shown.push(Shown::Text(words(paragraph))),
            Block::Table(table) => shown.push(lines(table)),
            Block::Closed { table, closing, .. } => {
                shown.push(lines(table));
                collect(closing, shown);
            }
            Block::Together(blocks) => collect(blocks, shown),
            Block::Figures(figures) => shown.extend(captions(figures).map(words).map(Shown::Text)),
            Block::Foreign(page) => shown.extend(page.head.iter().map(words).map(Shown::Text)),
            Block::PageBreak | Block::Rule(_) | Block::Space(_) => {}
        }
    }
}

/// What stands under pictures; the pictures themselves are no text.
fn captions(figures: &Figures) -> impl Iterator<Item = &Paragraph> {
    figures.figures.iter().flat_map(|figure| &figure.caption)
}

/// The text as a reader has it: a line break is one, what only holds characters together is not there.
fn words(paragraph: &Paragraph) -> String {
    paragraph.text().chars().filter(|c| *c != JOINER).collect()
}

fn cell(cell: &Cell) -> String {
    let captions = cell.figures.iter().flat_map(captions);
    cell.paragraphs.iter().chain(captions).map(words).collect::<Vec<_>>().join("\n")
}

fn lines(table: &Table) -> Shown {
    let columns = if table.head {
        table.columns.iter().map(|column| cell(&column.title)).collect()
    } else {
        Vec::new()
    };
    let parts: Vec<_> = table.columns.iter().map(|column| column.part).collect();
    let mut lines = Vec::new();
    for group in &table.groups {
        for row in &group.rows {
            if row.bands.is_empty() {
                lines.push(line(&parts, group, row, None));
            }
            lines.extend(row.bands.iter().map(|band| line(&parts, group, row, Some(band))));
        }
    }
    Shown::Table { columns, lines }
}

/// One band with what spans it, in the order of the columns.
fn line(parts: &[ColumnPart], group: &Group, row: &Row, band: Option<&Band>) -> Vec<String> {
    let mut group_cells = group.cells.iter();
    let mut row_cells = row.cells.iter();
    let mut flow_cells = band.into_iter().flat_map(|band| &band.cells);
    let next = |part: &ColumnPart| match part {
        ColumnPart::Group => group_cells.next(),
        ColumnPart::Row => row_cells.next(),
        ColumnPart::Flow => flow_cells.next(),
    };
    parts.iter().map(next).map(|found| found.map(cell).unwrap_or_default()).collect()
}
