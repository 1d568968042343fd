//! The text of one cell, set to its column's width: it can be measured, cut at a height and drawn in parts.
//!
//! Left to others: pages, rules, and who says when a cell may be cut.

use crate::Length;
use crate::block::ParagraphStyle;
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::page::{Artifact, Belongs, NodeId};
use crate::press::Press;
use crate::set::SetParagraph;
use crate::table::{Cell, Vertical};

/// A set cell.
pub(crate) struct Galley<'a> {
    pub(crate) cell: &'a Cell,
    paragraphs: Vec<SetParagraph<'a>>,
    /// One for each paragraph as soon as the cell has its place in the tree.
    nodes: Vec<NodeId>,
}

/// A place in a galley: the next paragraph and its next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Cut {
    paragraph: usize,
    line: usize,
}

impl<'a> Galley<'a> {
    /// Sets the cell to the width between its paddings.
    pub(crate) fn new(cell: &'a Cell, width: Length, metrics: &dyn Metrics) -> Result<Self, LayoutError> {
        let set = |paragraph| SetParagraph::new(paragraph, width, metrics);
        let paragraphs = cell.paragraphs.iter().map(set).collect::<Result<_, _>>()?;
        Ok(Self { cell, paragraphs, nodes: Vec::new() })
    }

    /// Gives each paragraph its node under the cell's.
    pub(crate) fn take_place(&mut self, cell: NodeId, press: &mut Press<'_>) {
        self.nodes = self.paragraphs.iter().map(|set| press.paragraph_node(cell, set.paragraph)).collect();
    }

    /// Height of all its text.
    pub(crate) fn height(&self) -> Length {
        self.height_between(Cut::default(), self.end())
    }

    /// Height of what follows the cut.
    pub(crate) fn height_from(&self, from: Cut) -> Length {
        self.height_between(from, self.end())
    }

    /// The end of the text.
    pub(crate) fn end(&self) -> Cut {
        Cut { paragraph: self.paragraphs.len(), line: 0 }
    }

    /// Height of the text between two cuts.
    pub(crate) fn height_between(&self, from: Cut, to: Cut) -> Length {
        let mut height = Length::ZERO;
        self.each(from, to, |_, _, _, y, lines_height| height = y + lines_height);
        height
    }

    /// The farthest cut within `room`. A paragraph is cut between lines only if it says so or is taller than `page`.
    pub(crate) fn cut(&self, from: Cut, room: Length, page: Length) -> Cut {
        let mut at = from;
        let mut kept = from;
        while at.paragraph < self.paragraphs.len() {
            let set = &self.paragraphs[at.paragraph];
            let next = Cut { paragraph: at.paragraph + 1, line: 0 };
            if self.height_between(from, next) > room {
                let divisible = set.paragraph.style.splits || set.height() > page;
                let cut = if divisible { self.cut_lines(from, at, room) } else { None };
                // On a page of its own something must go on, even against a keep.
                return cut.unwrap_or(if kept == from && room >= page { at } else { kept });
            }
            at = next;
            if !set.paragraph.style.keep_with_next {
                kept = at;
            }
        }
        at
    }

    /// Cuts the paragraph at `at` between lines; a line alone is neither left behind at its start nor sent on at its end.
    fn cut_lines(&self, from: Cut, at: Cut, room: Length) -> Option<Cut> {
        let set = &self.paragraphs[at.paragraph];
        let fits = |line: usize| self.height_between(from, Cut { line, ..at }) <= room;
        let last = (at.line + 1..set.line_count()).take_while(|&line| fits(line)).last()?;
        let sent_alone = last + 1 == set.line_count() && last > at.line + 1;
        let last = if sent_alone { last - 1 } else { last };
        let left_alone = last == 1 && at.line == 0 && at != from;
        (!left_alone).then_some(Cut { line: last, ..at })
    }

    /// Walks the stretch: paragraph, its lines from and to, their top below the stretch's, their height.
    fn each(&self, from: Cut, to: Cut, mut visit: impl FnMut(usize, usize, usize, Length, Length)) {
        let mut y = Length::ZERO;
        for index in from.paragraph..self.paragraphs.len().min(to.paragraph + 1) {
            let set = &self.paragraphs[index];
            let first = if index == from.paragraph { from.line } else { 0 };
            let last = if index == to.paragraph { to.line } else { set.line_count() };
            if last <= first {
                continue;
            }
            let ParagraphStyle { space_before, space_after, .. } = set.paragraph.style;
            if index > from.paragraph {
                y += space_before;
            }
            let height = set.height_of(last - first);
            visit(index, first, last, y, height);
            y += height + space_after;
        }
    }

    /// Draws the stretch into a box; the first printing is content, every other is a repetition.
    pub(crate) fn draw(&self, stretch: (Cut, Cut), area: CellArea, first: bool, press: &mut Press<'_>) {
        let (from, to) = stretch;
        let spare = area.height - self.height_between(from, to);
        let top = area.y
            + match self.cell.vertical {
                Vertical::Top => Length::ZERO,
                Vertical::Middle => spare / 2,
                Vertical::Bottom => spare,
            };
        self.each(from, to, |index, start, end, y, _| {
            let set = &self.paragraphs[index];
            let belongs = match self.nodes.get(index) {
                Some(&node) if first => Belongs::Node(node),
                _ => Belongs::Artifact(Artifact::Pagination),
            };
            if let Some(label) = set.paragraph.outline.as_ref().filter(|_| first && start == 0) {
                // At the head of its box, not where centring puts it: a group leads its rows in the outline.
                press.outline(label, area.y + y);
            }
            set.draw(start, end, area.x, top + y, belongs, &mut press.texts);
        });
    }
}

/// Where the text of a cell may stand, paddings taken off; in page coordinates.
#[derive(Clone, Copy)]
pub(crate) struct CellArea {
    pub(crate) x: Length,
    pub(crate) y: Length,
    pub(crate) height: Length,
}
