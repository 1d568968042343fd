//! The blocks of the sections one after another, as Word's body.
//!
//! Word has no blocks that stand together, no room of its own and no sections as things: what a block asks of those that
//! follow is held until the next is written.

use layout::Length;
use layout::block::{Block, Paragraph, Section};
use layout::figure::Figures;
use layout::page::Stroke;
use layout::table::Table;

use super::NAMESPACES;
use super::figures::{self, Media};
use super::paragraph::{self, Around};
use super::styles::Styles;
use super::table;
use crate::OoxmlError;
use crate::grid::{Grid, continues};
use crate::xml::{Element, Xml};

/// The body in making.
pub(crate) struct Body<'s, 'm> {
    xml: Xml,
    styles: &'s Styles,
    /// The paragraph that was met last: it may have to close the section.
    held: Option<(&'m Paragraph, Around)>,
    /// Tables one under another, and whether they stand with what follows.
    tables: Vec<&'m Table>,
    kept_rows: Option<usize>,
    /// What the next block begins with.
    space: Length,
    page_break: bool,
    /// Whether the last thing written is a table.
    after_table: bool,
    media: Media,
}

impl<'s, 'm> Body<'s, 'm> {
    /// An empty body.
    pub(crate) fn new(styles: &'s Styles) -> Self {
        Self {
            xml: Xml::default(),
            styles,
            held: None,
            tables: Vec::new(),
            kept_rows: None,
            space: Length::ZERO,
            page_break: false,
            after_table: false,
            media: Media::default(),
        }
    }

    /// Writes a section and closes it with its sheet.
    pub(crate) fn section(
        &mut self,
        section: &'m Section,
        properties: Element,
        last: bool,
    ) -> Result<(), OoxmlError> {
        self.blocks(&section.blocks, false)?;
        self.finish_tables()?;
        (self.space, self.page_break) = (Length::ZERO, false);
        if last {
            self.release();
            // A table is never the last thing in Word.
            if self.after_table {
                paragraph::write_gap(&mut self.xml, Length::ZERO, Around::default());
            }
            self.xml.put(&properties);
            return Ok(());
        }
        match self.held.take() {
            Some((paragraph, around)) => {
                let around = Around { section: Some(properties), ..around };
                paragraph::write(&mut self.xml, paragraph, around, self.styles);
            }
            None => {
                let around = Around { section: Some(properties), ..Around::default() };
                paragraph::write_gap(&mut self.xml, Length::ZERO, around);
            }
        }
        self.after_table = false;
        Ok(())
    }

    /// The finished part, and the pictures that it shows.
    pub(crate) fn part(self) -> (String, Media) {
        let mut xml = Xml::file();
        let body = self.xml.finish();
        xml.element("w:document", &NAMESPACES, |xml| xml.element("w:body", &[], |xml| xml.push(&body)));
        (xml.finish(), self.media)
    }

    /// Blocks in order; `kept`: all but the last stand with what follows.
    fn blocks(&mut self, blocks: &'m [Block], kept: bool) -> Result<(), OoxmlError> {
        let last = blocks.iter().rposition(|block| !matches!(block, Block::Space(_) | Block::PageBreak));
        for (at, block) in blocks.iter().enumerate() {
            let kept = kept && Some(at) != last;
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, kept)?,
                Block::Table(table) => self.table(table, kept.then_some(0))?,
                Block::Closed { table, rows_kept, closing } => {
                    self.table(table, Some(*rows_kept))?;
                    self.blocks(closing, true)?;
                }
                Block::PageBreak => {
                    self.finish_tables()?;
                    self.page_break = true;
                }
                Block::Space(room) => {
                    self.finish_tables()?;
                    self.space += *room;
                }
                Block::Rule(stroke) => self.rule(*stroke, kept)?,
                Block::Figures(figures) => self.figures(figures)?,
                // They are words by now.
                Block::Foreign(_) => {}
                Block::Together(blocks) => self.blocks(blocks, true)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &'m Paragraph, kept: bool) -> Result<(), OoxmlError> {
        self.finish_tables()?;
        self.release();
        let space = std::mem::take(&mut self.space);
        let page_break = std::mem::take(&mut self.page_break);
        self.held =
            Some((paragraph, Around { page_break, keep_with_next: kept, space, ..Around::default() }));
        Ok(())
    }

    fn rule(&mut self, stroke: Stroke, kept: bool) -> Result<(), OoxmlError> {
        self.finish_tables()?;
        self.release();
        let page_break = std::mem::take(&mut self.page_break);
        let around = Around { page_break, keep_with_next: kept, rule: Some(stroke), ..Around::default() };
        paragraph::write_gap(&mut self.xml, std::mem::take(&mut self.space), around);
        self.after_table = false;
        Ok(())
    }

    fn table(&mut self, table: &'m Table, kept_rows: Option<usize>) -> Result<(), OoxmlError> {
        let goes_on = self.tables.last().is_some_and(|above| continues(above, table));
        if !goes_on {
            self.finish_tables()?;
            self.begin_table();
        }
        self.tables.push(table);
        self.kept_rows = kept_rows;
        Ok(())
    }

    fn figures(&mut self, figures: &Figures) -> Result<(), OoxmlError> {
        self.finish_tables()?;
        self.begin_table();
        figures::write(&mut self.xml, figures, self.styles, &mut self.media);
        self.after_table = true;
        Ok(())
    }

    /// Writes what stands above a table.
    fn begin_table(&mut self) {
        self.release();
        if self.after_table || self.page_break || self.space > Length::ZERO {
            // Between two tables, or else they would be one; above a table nothing else can hold the room.
            let page_break = std::mem::take(&mut self.page_break);
            let around = Around { page_break, keep_with_next: true, ..Around::default() };
            paragraph::write_gap(&mut self.xml, std::mem::take(&mut self.space), around);
            self.after_table = false;
        }
    }

    /// Writes the held paragraph.
    fn release(&mut self) {
        if let Some((paragraph, around)) = self.held.take() {
            paragraph::write(&mut self.xml, paragraph, around, self.styles);
            self.after_table = false;
        }
    }

    /// Writes the tables that were met.
    fn finish_tables(&mut self) -> Result<(), OoxmlError> {
        if self.tables.is_empty() {
            return Ok(());
        }
        let mut grid = Grid::new(&std::mem::take(&mut self.tables))?;
        if let Some(rows) = self.kept_rows.take() {
            grid.keep_end(rows);
        }
        table::write(&mut self.xml, &grid, self.styles);
        self.after_table = true;
        Ok(())
    }
}
