//! The blocks of a section onto its pages, one after another.
//!
//! Headings wait until what follows them is known to have room. Left to others: tables (`table_flow`), the page itself
//! (`press`).

use crate::Length;
use crate::block::{Block, Manuscript, Section};
use crate::error::{LayoutError, Place};
use crate::font::Metrics;
use crate::links;
use crate::missing;
use crate::page::{Document, NodeId, Rect, Role, Rule, Sink};
use crate::press::{Owner, Press};
use crate::set::SetParagraph;
use crate::sheet::Sheet;
use crate::table_flow::{self, Closing};

mod pictures;

/// Lays out a manuscript and hands out each page when it is finished.
///
/// Time grows with the length of the text; beside the manuscript only one page and one table row are held.
///
/// # Errors
/// A link to an unknown anchor, a missing glyph, a table that does not match its columns, no room for a character, or the
/// sink's stop. Pages that were handed out before stay handed out.
pub fn lay_out(
    manuscript: &Manuscript,
    metrics: &dyn Metrics,
    sink: &mut dyn Sink,
) -> Result<(), LayoutError> {
    links::check(manuscript)?;
    press_all(manuscript, metrics, sink).map_err(|error| missing::complete(error, manuscript, metrics))
}

fn press_all(manuscript: &Manuscript, metrics: &dyn Metrics, sink: &mut dyn Sink) -> Result<(), LayoutError> {
    let mut press = Press::new(sink, metrics);
    let document = press.node(None, Role::Document, None);
    for section in &manuscript.sections {
        if let Some(number) = section.first_number {
            press.number_from(number);
        }
        let node = press.node(Some(document), Role::Section, None);
        Flow::new(&mut press, section, node).run(section)?;
    }
    Ok(())
}

/// Lays out a manuscript and keeps all pages.
///
/// # Errors
/// As `lay_out`.
pub fn document(manuscript: &Manuscript, metrics: &dyn Metrics) -> Result<Document, LayoutError> {
    let mut document = Document::default();
    lay_out(manuscript, metrics, &mut document)?;
    Ok(document)
}

/// The state of a section.
pub(crate) struct Flow<'f, 'a> {
    pub(crate) press: &'f mut Press<'a>,
    sheet: &'a Sheet,
    /// The section's node.
    pub(crate) node: NodeId,
    /// The type area of this page; set anew with each page.
    pub(crate) area: Rect,
    /// The next free height, below the type area's upper edge; set to zero with each page.
    pub(crate) y: Length,
    /// Whether nothing stands on this page yet; room before and spaces are dropped then.
    pub(crate) fresh: bool,
    /// Whether this is the section's first page; spaces at its top are meant.
    first: bool,
    /// Paragraphs and spaces that keep with what comes next.
    waiting: Vec<Waiting<'a>>,
}

enum Waiting<'a> {
    Paragraph(SetParagraph<'a>),
    Space(Length),
}

impl<'f, 'a> Flow<'f, 'a> {
    fn new(press: &'f mut Press<'a>, section: &'a Section, node: NodeId) -> Self {
        let area = press.begin(&section.sheet);
        let (y, fresh, first, waiting) = (Length::ZERO, true, true, Vec::new());
        Self { press, sheet: &section.sheet, node, area, y, fresh, first, waiting }
    }

    fn run(&mut self, section: &'a Section) -> Result<(), LayoutError> {
        for block in &section.blocks {
            self.block(block)?;
        }
        self.settle(Length::ZERO)?;
        self.press.finish()
    }

    fn block(&mut self, block: &'a Block) -> Result<(), LayoutError> {
        match block {
            Block::Paragraph(paragraph) => {
                let set = SetParagraph::new(paragraph, self.area.width, self.press.metrics)?;
                if paragraph.style.keep_with_next {
                    self.waiting.push(Waiting::Paragraph(set));
                    return Ok(());
                }
                let least = if paragraph.style.splits {
                    set.height_of(set.line_count().min(2))
                } else {
                    set.height()
                };
                self.settle(least + paragraph.style.space_before)?;
                self.paragraph(&set)
            }
            Block::Space(height) if self.waiting.is_empty() => {
                self.space(*height);
                Ok(())
            }
            Block::Space(height) => {
                self.waiting.push(Waiting::Space(*height));
                Ok(())
            }
            Block::Rule(stroke) => {
                self.settle(Length::ZERO)?;
                let y = self.area.y + self.y;
                let rule = Rule { x1: self.area.x, y1: y, x2: self.area.right(), y2: y, stroke: *stroke };
                self.press.rule(rule);
                self.fresh = false;
                Ok(())
            }
            Block::PageBreak => {
                self.settle(Length::ZERO)?;
                if self.fresh { Ok(()) } else { self.next_page() }
            }
            Block::Together(blocks) => {
                let height = self.heights(blocks)?;
                self.settle(height)?;
                if height <= self.area.height {
                    self.make_room(height)?;
                }
                blocks.iter().try_for_each(|block| self.block(block))
            }
            Block::Table(table) => table_flow::run(self, table, Closing::default()),
            Block::Closed { table, rows_kept, closing } => {
                let below = Closing { height: self.heights(closing)?, rows_kept: *rows_kept };
                table_flow::run(self, table, below)?;
                closing.iter().try_for_each(|block| self.block(block))
            }
            Block::Figures(figures) => self.figures(figures),
            Block::Foreign(page) => self.foreign(page),
        }
    }

    /// The height of a block that is not broken.
    fn height(&self, block: &'a Block) -> Result<Length, LayoutError> {
        match block {
            Block::Paragraph(paragraph) => {
                let set = SetParagraph::new(paragraph, self.area.width, self.press.metrics)?;
                Ok(set.height() + paragraph.style.space_before + paragraph.style.space_after)
            }
            Block::Table(table) => table_flow::height(table, self.area.width, self.press.metrics),
            Block::Space(height) => Ok(*height),
            Block::PageBreak | Block::Rule(_) => Ok(Length::ZERO),
            Block::Closed { table, closing, .. } => {
                let height = table_flow::height(table, self.area.width, self.press.metrics)?;
                Ok(height + self.heights(closing)?)
            }
            Block::Together(blocks) => self.heights(blocks),
            Block::Figures(figures) => self.figures_height(figures),
            Block::Foreign(_) => Ok(self.area.height),
        }
    }

    fn heights(&self, blocks: &'a [Block]) -> Result<Length, LayoutError> {
        blocks.iter().map(|block| self.height(block)).sum()
    }

    /// Places what waits, on this page if `next` has room below it, else on the next.
    pub(crate) fn settle(&mut self, next: Length) -> Result<(), LayoutError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let waiting = std::mem::take(&mut self.waiting);
        let height: Length = waiting.iter().map(Waiting::height).sum();
        if height + next <= self.area.height {
            self.make_room(height + next)?;
        }
        for waiting in &waiting {
            match waiting {
                Waiting::Paragraph(set) => self.paragraph(set)?,
                Waiting::Space(height) => self.space(*height),
            }
        }
        Ok(())
    }

    /// Goes to the next page unless there is room; what stands at the top of a page stays.
    fn make_room(&mut self, height: Length) -> Result<(), LayoutError> {
        let lacks = self.y > Length::ZERO && self.y + height > self.area.height;
        if lacks { self.next_page() } else { Ok(()) }
    }

    fn space(&mut self, height: Length) {
        if !self.fresh || self.first {
            self.y += height;
        }
    }

    /// Finishes this page and begins the next.
    pub(crate) fn next_page(&mut self) -> Result<(), LayoutError> {
        self.press.finish()?;
        self.area = self.press.begin(self.sheet);
        self.y = Length::ZERO;
        self.fresh = true;
        self.first = false;
        Ok(())
    }

    fn paragraph(&mut self, set: &SetParagraph<'a>) -> Result<(), LayoutError> {
        let style = &set.paragraph.style;
        let nodes = self.press.paragraph_nodes(self.node, set.paragraph);
        if !self.fresh {
            self.y += style.space_before;
        }
        let mut line = 0;
        while line < set.line_count() {
            let rest = set.line_count() - line;
            let whole = self.y + set.height_of(rest) <= self.area.height;
            let room = ((self.area.height - self.y).0.max(0) / set.pitch().0.max(1)) as usize;
            let divisible = style.splits || set.height() > self.area.height;
            let count = match (whole, divisible) {
                (true, _) => rest,
                (false, true) => room.min(rest),
                (false, false) => 0,
            };
            if count == 0 {
                if self.y == Length::ZERO {
                    let place = Place::within(set.paragraph.source, &set.paragraph.text(), 0);
                    return Err(LayoutError::NoRoom { place });
                }
                self.next_page()?;
                continue;
            }
            let top = self.area.y + self.y;
            if line == 0 {
                self.press.leads(set.paragraph, top);
            }
            set.draw(line, line + count, self.area.x, top, Owner::Content(&nodes), &mut self.press.texts);
            line += count;
            self.y += set.height_of(count);
            self.fresh = false;
        }
        self.y += style.space_after;
        Ok(())
    }
}

impl Waiting<'_> {
    fn height(&self) -> Length {
        match self {
            Self::Paragraph(set) => {
                set.height() + set.paragraph.style.space_before + set.paragraph.style.space_after
            }
            Self::Space(height) => *height,
        }
    }
}
