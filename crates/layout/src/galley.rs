//! The text and pictures of one cell, set to its column's width: it can be measured, cut at a height and drawn in parts.
//!
//! Left to others: pages, rules, and who says when a cell may be cut.

mod item;

use crate::Length;
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::page::NodeId;
use crate::press::Press;
use crate::table::{Cell, Vertical};
use item::{Item, ItemNodes, items};

/// A set cell.
pub(crate) struct Galley<'a> {
    pub(crate) cell: &'a Cell,
    items: Vec<Item<'a>>,
    /// One for each item as soon as the cell has its place in the tree.
    nodes: Vec<ItemNodes>,
}

/// A place in a galley: the next item and its next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Cut {
    item: usize,
    line: usize,
}

impl<'a> Galley<'a> {
    /// Sets the cell to the width between its paddings.
    pub(crate) fn new(cell: &'a Cell, width: Length, metrics: &dyn Metrics) -> Result<Self, LayoutError> {
        Ok(Self { cell, items: items(cell, width, metrics)?, nodes: Vec::new() })
    }

    /// Gives each item its nodes under the cell's.
    pub(crate) fn take_place(&mut self, cell: NodeId, press: &mut Press<'_>) {
        self.nodes = self.items.iter().map(|item| item.nodes(cell, press)).collect();
    }

    /// Height of all that is in it.
    pub(crate) fn height(&self) -> Length {
        self.height_between(Cut::default(), self.end())
    }

    /// Height of what follows the cut.
    pub(crate) fn height_from(&self, from: Cut) -> Length {
        self.height_between(from, self.end())
    }

    /// The end of what is in it.
    pub(crate) fn end(&self) -> Cut {
        Cut { item: self.items.len(), line: 0 }
    }

    /// Height of what stands between two cuts.
    pub(crate) fn height_between(&self, from: Cut, to: Cut) -> Length {
        let mut height = Length::ZERO;
        self.each(from, to, |_, _, _, y, lines_height| height = y + lines_height);
        height
    }

    /// The farthest cut within `room`. A paragraph is cut between lines only if it says so or is taller than `page`.
    pub(crate) fn cut(&self, from: Cut, room: Length, page: Length) -> Cut {
        let mut at = from;
        let mut kept = from;
        while at.item < self.items.len() {
            let item = &self.items[at.item];
            let next = Cut { item: at.item + 1, line: 0 };
            if self.height_between(from, next) > room {
                let cut = if item.divides(page) { self.cut_lines(from, at, room) } else { None };
                // On a page of its own something must go on, even against a keep.
                return cut.unwrap_or(if kept == from && room >= page { at } else { kept });
            }
            at = next;
            if !item.keeps_with_next() {
                kept = at;
            }
        }
        at
    }

    /// Cuts the paragraph at `at` between lines; a line alone is neither left behind at its start nor sent on at its end.
    fn cut_lines(&self, from: Cut, at: Cut, room: Length) -> Option<Cut> {
        let item = &self.items[at.item];
        let fits = |line: usize| self.height_between(from, Cut { line, ..at }) <= room;
        let last = (at.line + 1..item.line_count()).take_while(|&line| fits(line)).last()?;
        let sent_alone = last + 1 == item.line_count() && last > at.line + 1;
        let last = if sent_alone { last - 1 } else { last };
        let left_alone = last == 1 && at.line == 0 && at != from;
        (!left_alone).then_some(Cut { line: last, ..at })
    }

    /// Walks the stretch: item, its lines from and to, their top below the stretch's, their height.
    fn each(&self, from: Cut, to: Cut, mut visit: impl FnMut(usize, usize, usize, Length, Length)) {
        let mut y = Length::ZERO;
        for index in from.item..self.items.len().min(to.item + 1) {
            let item = &self.items[index];
            let first = if index == from.item { from.line } else { 0 };
            let last = if index == to.item { to.line } else { item.line_count() };
            if last <= first {
                continue;
            }
            if index > from.item {
                y += item.space_before();
            }
            let height = item.height_of(last - first);
            visit(index, first, last, y, height);
            y += height + item.space_after();
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
            let nodes = self.nodes.get(index).filter(|_| first);
            if start == 0 && nodes.is_some() {
                // At the head of its box, not where centring puts it: a group leads its rows in the outline.
                self.items[index].leads(area.y + y, press);
            }
            self.items[index].draw(nodes, (start, end), (area.x, top + y), press);
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
