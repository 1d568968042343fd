//! A table onto pages: head on each, groups and titles repeated, rows cut where they may be.
//!
//! Heights here count from the upper edge of the type area. What a page can still change is held back: the last part of a
//! row is drawn when it is known what follows it, a group's cell when its extent on the page is known. Left to others: how
//! much of a row fits (`table_fill`), what is drawn when (`draw`), rules and tints (`table_rules`).

mod draw;
mod foot;
mod opening;

use std::rc::Rc;

use crate::Length;
use crate::error::{LayoutError, Place};
use crate::flow::Flow;
use crate::font::Metrics;
use crate::galley::{Cut, Galley};
use crate::page::{NodeId, Role};
use crate::table::{Group, Table};
use crate::table_fill::{Progress, Room, RowPart, is_tall};
use crate::table_row::{Frame, SetRow};
use crate::table_rules::{Edge, Form};
use foot::{Feet, Foot};
use opening::Opening;

pub(crate) use foot::Closing;

/// Lays out a table where the flow stands, its end on a page that has room for what closes it.
pub(crate) fn run<'a>(
    flow: &mut Flow<'_, 'a>,
    table: &'a Table,
    closing: Closing,
) -> Result<(), LayoutError> {
    let mut frame = Frame::new(table, flow.area.width, flow.press.metrics)?;
    let height = flow.area.height;
    if frame.head_height >= height {
        return Err(no_room(table));
    }
    let feet = Feet::new(&frame, closing, height, flow.press.metrics)?;
    let opening = Opening::new(&frame, &feet, flow.press.metrics)?;
    if let Some(opening) = &opening {
        flow.settle(opening.least(&frame, height))?;
        if flow.y > Length::ZERO && !opening.fits(&frame, height, height - flow.y) {
            flow.next_page()?;
        }
    }
    drop(opening);
    let node = flow.press.node(Some(flow.node), Role::Table, table.source);
    frame.head_nodes(node, flow.press);
    let mut making =
        Making { flow, frame, node, top: Length::ZERO, form: Form::default(), group: None, last: None };
    making.begin_page(true);
    for (at, group) in table.groups.iter().enumerate() {
        let ends = at + 1 == table.groups.len();
        making.group(group, |row| if ends { feet.of(row, group.rows.len()) } else { Foot::default() })?;
    }
    making.end_page();
    Ok(())
}

/// Its height on one endless page.
pub(crate) fn height(table: &Table, width: Length, metrics: &dyn Metrics) -> Result<Length, LayoutError> {
    let frame = Frame::new(table, width, metrics)?;
    let mut height = frame.head_height;
    for group in &table.groups {
        let mut rows = Length::ZERO;
        for row in &group.rows {
            rows += foot::height_whole(&frame.row(row, metrics)?, table.look.padding_y);
        }
        height += rows.max(frame.padded(&frame.group(group, metrics)?));
    }
    Ok(height)
}

fn no_room(table: &Table) -> LayoutError {
    let texts = table.columns.iter().flat_map(|column| &column.title.paragraphs);
    let text: String = texts.map(crate::block::Paragraph::text).collect();
    LayoutError::NoRoom { place: Place::within(table.source, &text, 0) }
}

/// A table in making.
struct Making<'m, 'f, 'a> {
    flow: &'m mut Flow<'f, 'a>,
    frame: Frame<'a>,
    node: NodeId,
    /// Where the table begins on this page; set with each page.
    top: Length,
    /// Rules and tints; knows the columns' edges.
    form: Form,
    group: Option<OpenGroup<'a>>,
    /// The last part of a row on this page, not drawn yet.
    last: Option<OpenPart<'a>>,
}

struct OpenGroup<'a> {
    galleys: Vec<Galley<'a>>,
    /// How far each cell is printed; only moves for those taller than a page.
    printed: Vec<Cut>,
    /// Whether it has not been on a page before.
    first: bool,
    /// Its top on this page as soon as it stands there.
    top: Option<Length>,
}

struct OpenPart<'a> {
    row: Rc<SetRow<'a>>,
    part: RowPart,
    top: Length,
}

impl<'a> Making<'_, '_, 'a> {
    fn room(&self) -> Room {
        let head = self.frame.head_height;
        let page = self.flow.area.height - head;
        let height = self.flow.area.height - self.flow.y;
        Room { height, page, padding: self.frame.table.look.padding_y, whole: height == page }
    }

    fn group(&mut self, group: &'a Group, foot: impl Fn(usize) -> Foot) -> Result<(), LayoutError> {
        let mut galleys = self.frame.group(group, self.flow.press.metrics)?;
        if group.rows.is_empty() && !galleys.is_empty() {
            return Err(LayoutError::CellCount { expected: 1, found: 0, source: None });
        }
        let mut rows = Vec::with_capacity(1);
        for (at, row) in group.rows.iter().enumerate() {
            let mut set = self.frame.row(row, self.flow.press.metrics)?;
            let opens = (at == 0).then_some((group, galleys.as_mut_slice()));
            self.frame.row_nodes(self.node, &mut set, opens, self.flow.press);
            if at == 0 {
                let galleys = std::mem::take(&mut galleys);
                let printed = vec![Cut::default(); galleys.len()];
                self.group = Some(OpenGroup { galleys, printed, first: true, top: None });
            }
            rows.clear();
            rows.push(Rc::new(set));
            self.row(&rows[0], foot(at))?;
        }
        if let Some(row) = rows.first() {
            self.rest_of_group(row)?;
        }
        self.end_extent(Edge::Group);
        self.group = None;
        Ok(())
    }

    fn row(&mut self, row: &Rc<SetRow<'a>>, foot: Foot) -> Result<(), LayoutError> {
        let mut progress = Progress::start(row);
        loop {
            let room = self.room();
            let part = if self.group_fits(room) { self.part(row, &progress, foot) } else { None };
            match part {
                Some(part) => {
                    progress = part.then.clone();
                    self.take(row, part);
                    if progress.is_done(row, room) {
                        return Ok(());
                    }
                }
                None if room.whole => return Err(no_room(self.frame.table)),
                None => {}
            }
            self.next_page()?;
        }
    }

    /// As much of the row as fits above what must stand below it.
    fn part(&self, row: &SetRow<'a>, from: &Progress, foot: Foot) -> Option<RowPart> {
        let room = self.room();
        let extent = |group: &OpenGroup<'a>| {
            group.top.unwrap_or(self.flow.y) + self.group_height(group, room) - self.flow.y
        };
        let beside = self.group.as_ref().map(extent).unwrap_or_default();
        foot::fill_above(row, from, room, beside, foot)
    }

    /// Whether the group's cell has room, if it is to begin here.
    fn group_fits(&self, room: Room) -> bool {
        self.group.as_ref().is_none_or(|group| {
            let height = self.group_height(group, room);
            group.top.is_some() || height <= room.height
        })
    }

    /// The least extent of a group on a page, for its cells that are repeated.
    fn group_height(&self, group: &OpenGroup<'a>, room: Room) -> Length {
        let cells = group.galleys.iter().filter(|galley| !is_tall(galley, room)).map(Galley::height).max();
        cells.unwrap_or_default() + room.padding * 2
    }

    /// Puts a part at the next free height.
    fn take(&mut self, row: &Rc<SetRow<'a>>, part: RowPart) {
        self.draw_last(self.flow.y, Edge::Row);
        let top = self.flow.y;
        if let Some(group) = &mut self.group {
            group.top.get_or_insert(top);
        }
        self.flow.y += part.height;
        self.last = Some(OpenPart { row: Rc::clone(row), part, top });
    }

    /// A group's cell taller than a page goes on beside empty parts of its last row.
    fn rest_of_group(&mut self, row: &Rc<SetRow<'a>>) -> Result<(), LayoutError> {
        loop {
            let room = self.room();
            let Some(group) = &self.group else { return Ok(()) };
            let rest = |(galley, &cut): (&Galley<'_>, &Cut)| {
                if is_tall(galley, room) { galley.height_from(cut) } else { Length::ZERO }
            };
            let rest = group.galleys.iter().zip(&group.printed).map(rest).max().unwrap_or_default();
            let top = group.top.unwrap_or(self.flow.y);
            let bottom = top + rest + room.padding * 2;
            if rest == Length::ZERO || bottom <= self.flow.y {
                return Ok(());
            }
            let foot = self.flow.area.height;
            self.flow.y = bottom.min(foot);
            if bottom <= foot {
                return Ok(());
            }
            self.next_page()?;
            let (room, beside) = (self.room(), |galley: &Galley<'_>| (Cut::default(), galley.end()));
            let then = Progress::start(row);
            let repeated =
                row.cells.iter().map(|g| if is_tall(g, room) { (g.end(), g.end()) } else { beside(g) });
            let part = RowPart {
                bands: Vec::new(),
                beside: repeated.collect(),
                height: self.frame.padded(&[]),
                first: false,
                then,
            };
            self.take(row, part);
        }
    }

    fn next_page(&mut self) -> Result<(), LayoutError> {
        self.end_extent(Edge::Page);
        self.end_page();
        self.flow.next_page()?;
        self.begin_page(false);
        Ok(())
    }
}
