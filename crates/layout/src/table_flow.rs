//! A table onto pages: head on each, groups and titles repeated, rows cut where they may be.
//!
//! Heights here count from the upper edge of the type area. What a page can still change is held back: the last part of a
//! row is drawn when it is known what follows it, a group's cell when its extent on the page is known. Left to others: how
//! much of a row fits (`table_fill`), rules and tints (`table_rules`).

use std::rc::Rc;

use crate::Length;
use crate::error::{LayoutError, Place};
use crate::flow::Flow;
use crate::font::Metrics;
use crate::galley::{CellArea, Cut, Galley};
use crate::page::{NodeId, Role};
use crate::table::{ColumnPart, Group, Table};
use crate::table_fill::{Progress, Room, RowPart, fill, is_tall};
use crate::table_row::{Frame, SetRow};
use crate::table_rules::{Edge, Form};

/// Lays out a table where the flow stands, its end on a page that has `closing` left below it.
pub(crate) fn run<'a>(flow: &mut Flow<'_, 'a>, table: &'a Table, closing: Length) -> Result<(), LayoutError> {
    let mut frame = Frame::new(table, flow.area.width, flow.press.metrics)?;
    let height = flow.area.height;
    if frame.head_height >= height {
        return Err(no_room(table));
    }
    let opening = Opening::new(&frame, flow.press.metrics)?;
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
        making.group(group, if ends { closing } else { Length::ZERO })?;
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
            let set = frame.row(row, metrics)?;
            let endless = Length(i32::MAX / 4);
            let room = Room { height: endless, page: endless, padding: table.look.padding_y, whole: true };
            rows += fill(&set, &Progress::start(&set), room).map_or(Length::ZERO, |part| part.height);
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

/// What the table begins with: the head never stands alone at the foot of a page.
struct Opening<'a> {
    group: Vec<Galley<'a>>,
    row: SetRow<'a>,
}

impl<'a> Opening<'a> {
    fn new(frame: &Frame<'a>, metrics: &dyn Metrics) -> Result<Option<Self>, LayoutError> {
        let group = frame.table.groups.iter().find(|group| !group.rows.is_empty());
        let Some((group, row)) = group.and_then(|group| Some((group, group.rows.first()?))) else {
            return Ok(None);
        };
        Ok(Some(Self { group: frame.group(group, metrics)?, row: frame.row(row, metrics)? }))
    }

    /// The least height that keeps a heading above it company; bands that may be cut count for nothing.
    fn least(&self, frame: &Frame<'_>, page: Length) -> Length {
        let page = page - frame.head_height;
        let mut bands = Length::ZERO;
        for set in &self.row.bands {
            if !set.band.splits && set.height <= page {
                bands += set.height;
            }
            if !set.band.keep_with_next {
                break;
            }
        }
        let padding = frame.table.look.padding_y * 2;
        let cells = frame.padded(&self.row.cells).max(frame.padded(&self.group));
        let row = (bands + padding).max(cells).max(self.row.row.height_min);
        frame.head_height + row.min(page)
    }

    fn fits(&self, frame: &Frame<'_>, page: Length, left: Length) -> bool {
        let (height, page) = (left - frame.head_height, page - frame.head_height);
        let room = Room { height, page, padding: frame.table.look.padding_y, whole: false };
        let group_fits =
            self.group.iter().any(|galley| is_tall(galley, room)) || frame.padded(&self.group) <= height;
        group_fits && fill(&self.row, &Progress::start(&self.row), room).is_some()
    }
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

    fn group(&mut self, group: &'a Group, closing: Length) -> Result<(), LayoutError> {
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
            let ends = at + 1 == group.rows.len();
            self.row(&rows[0], if ends { closing } else { Length::ZERO })?;
        }
        if let Some(row) = rows.first() {
            self.rest_of_group(row)?;
        }
        self.end_extent(Edge::Group);
        self.group = None;
        Ok(())
    }

    fn row(&mut self, row: &Rc<SetRow<'a>>, closing: Length) -> Result<(), LayoutError> {
        let mut progress = Progress::start(row);
        loop {
            let room = self.room();
            let part = if self.group_fits(room) { self.part(row, &progress, closing) } else { None };
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

    /// As much of the row as fits; where it is the last and what closes the table has no room below it, less of it.
    fn part(&self, row: &SetRow<'a>, from: &Progress, closing: Length) -> Option<RowPart> {
        let room = self.room();
        let part = fill(row, from, room)?;
        let extent = |group: &OpenGroup<'a>| {
            group.top.unwrap_or(self.flow.y) + self.group_height(group, room) - self.flow.y
        };
        let height = part.height.max(self.group.as_ref().map(extent).unwrap_or_default());
        if !part.then.is_done(row, room) || height + closing <= room.height {
            return Some(part);
        }
        let less = fill(row, from, Room { height: room.height - closing, whole: false, ..room });
        less.filter(|less| !less.then.is_done(row, room)).or(room.whole.then_some(part))
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

    /// The group's extent on this page ends here.
    fn end_extent(&mut self, edge: Edge) {
        let room = self.room();
        if let Some(mut group) = self.group.take() {
            if let Some(top) = group.top.take() {
                self.flow.y = self.flow.y.max(top + self.group_height(&group, room));
                self.draw_last(self.flow.y, edge);
                self.draw_group(&mut group, top, room);
                group.first = false;
            }
            self.group = Some(group);
        }
        self.draw_last(self.flow.y, edge);
    }

    fn draw_group(&mut self, group: &mut OpenGroup<'a>, top: Length, room: Room) {
        let height = self.flow.y - top;
        let columns = self.frame.columns(ColumnPart::Group);
        for ((galley, cut), column) in group.galleys.iter().zip(&mut group.printed).zip(columns) {
            let area = self.cell_area(column, top + room.padding, height - room.padding * 2);
            let tall = is_tall(galley, room);
            let to = if tall { galley.cut(*cut, area.height, Length::ZERO) } else { galley.end() };
            self.form.tint(galley.cell.fill, column, (top, self.flow.y), self.flow);
            galley.draw((*cut, to), area, group.first || tall, self.flow.press);
            if tall {
                *cut = to;
            }
        }
    }

    /// Draws the part held back, down to `bottom`.
    fn draw_last(&mut self, bottom: Length, edge: Edge) {
        let Some(OpenPart { row, part, top }) = self.last.take() else { return };
        let padding = self.frame.table.look.padding_y;
        let room = self.room();
        for ((galley, &stretch), column) in
            row.cells.iter().zip(&part.beside).zip(self.frame.columns(ColumnPart::Row))
        {
            let area = self.cell_area(column, top + padding, bottom - top - padding * 2);
            self.form.tint(galley.cell.fill, column, (top, bottom), self.flow);
            galley.draw(stretch, area, part.first || is_tall(galley, room), self.flow.press);
        }
        let columns = self.frame.columns(ColumnPart::Flow);
        for (at, band) in part.bands.iter().enumerate() {
            let text_top = top + padding + band.top;
            let upper = match at {
                0 => top,
                _ if band.ruled => text_top - padding,
                _ => text_top,
            };
            let next = part.bands.get(at + 1);
            let (lower, below) = match next {
                None => (bottom, padding),
                Some(next) if next.ruled => (top + next.top, padding),
                Some(next) => (top + padding + next.top, Length::ZERO),
            };
            let set = &row.bands[band.band];
            for ((galley, &stretch), &column) in set.cells.iter().zip(&band.cells).zip(&columns) {
                let area = self.cell_area(column, text_top, lower - below - text_top);
                self.form.tint(galley.cell.fill, column, (upper, lower), self.flow);
                galley.draw((stretch.from, stretch.to), area, !stretch.again, self.flow.press);
            }
            if let Some(stroke) = set.band.rule_above.filter(|_| band.ruled) {
                self.form.across(&self.frame, Edge::Band, upper, stroke, self.flow);
            }
        }
        if edge != Edge::Page {
            self.form.across(&self.frame, edge, bottom, self.frame.table.look.grid, self.flow);
        }
    }

    fn cell_area(&self, column: usize, y: Length, height: Length) -> CellArea {
        let x = self.flow.area.x + self.frame.edges[column] + self.frame.table.look.padding_x;
        CellArea { x, y: self.flow.area.y + y, height }
    }

    fn next_page(&mut self) -> Result<(), LayoutError> {
        self.end_extent(Edge::Page);
        self.end_page();
        self.flow.next_page()?;
        self.begin_page(false);
        Ok(())
    }

    /// Draws the head; on every page but the first it is a repetition.
    fn begin_page(&mut self, first: bool) {
        self.top = self.flow.y;
        self.form = Form::new(&self.frame);
        self.flow.fresh = false;
        let look = self.frame.table.look;
        let bottom = self.top + self.frame.head_height;
        for (column, galley) in self.frame.head.iter().enumerate() {
            let height = self.frame.head_height - look.padding_y * 2;
            let area = self.cell_area(column, self.top + look.padding_y, height);
            self.form.tint(galley.cell.fill.or(look.head_fill), column, (self.top, bottom), self.flow);
            galley.draw((Cut::default(), galley.end()), area, first, self.flow.press);
        }
        if self.frame.table.head {
            let stroke = look.under_head.unwrap_or(look.grid);
            self.form.across(&self.frame, Edge::Group, bottom, stroke, self.flow);
        }
        self.flow.y = bottom;
    }

    fn end_page(&mut self) {
        self.form.close(&self.frame, self.top, self.flow.y, self.flow);
    }
}
