//! Every paragraph and picture of a manuscript in reading order, for those who look through it before anything is placed.

use crate::block::{Block, Paragraph};
use crate::figure::{Figure, Figures};
use crate::table::{Cell, Table};

/// Who looks through a manuscript.
pub(crate) trait Visitor<'a> {
    /// A paragraph, wherever it stands: in the flow, in a cell, under a picture.
    fn paragraph(&mut self, paragraph: &'a Paragraph);

    /// A picture; its caption's paragraphs come after it.
    fn figure(&mut self, _figure: &'a Figure) {}
}

/// Shows the visitor everything in these blocks.
pub(crate) fn blocks<'a>(blocks: &'a [Block], visitor: &mut impl Visitor<'a>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => visitor.paragraph(paragraph),
            Block::Table(table) => self::table(table, visitor),
            Block::Closed { table, closing, .. } => {
                self::table(table, visitor);
                self::blocks(closing, visitor);
            }
            Block::Together(blocks) => self::blocks(blocks, visitor),
            Block::Figures(figures) => self::figures(figures, visitor),
            Block::Foreign(page) => page.head.iter().for_each(|paragraph| visitor.paragraph(paragraph)),
            Block::PageBreak | Block::Rule(_) | Block::Space(_) => {}
        }
    }
}

fn table<'a>(table: &'a Table, visitor: &mut impl Visitor<'a>) {
    table.columns.iter().for_each(|column| cell(&column.title, visitor));
    for group in &table.groups {
        group.cells.iter().for_each(|group_cell| cell(group_cell, visitor));
        for row in &group.rows {
            let bands = row.bands.iter().flat_map(|band| &band.cells);
            row.cells.iter().chain(bands).for_each(|row_cell| cell(row_cell, visitor));
        }
    }
}

fn cell<'a>(cell: &'a Cell, visitor: &mut impl Visitor<'a>) {
    cell.paragraphs.iter().for_each(|paragraph| visitor.paragraph(paragraph));
    cell.figures.iter().for_each(|shown| figures(shown, visitor));
}

fn figures<'a>(figures: &'a Figures, visitor: &mut impl Visitor<'a>) {
    for figure in &figures.figures {
        visitor.figure(figure);
        figure.caption.iter().for_each(|paragraph| visitor.paragraph(paragraph));
    }
}
