//! What of a table stands on a page, drawn when it is known what follows it there.

use super::{Making, OpenGroup, OpenPart};
use crate::Length;
use crate::galley::{CellArea, Cut};
use crate::table::ColumnPart;
use crate::table_fill::{Room, is_tall};
use crate::table_rules::{Edge, Form};

impl<'a> Making<'_, '_, 'a> {
    /// The group's extent on this page ends here.
    pub(super) fn end_extent(&mut self, edge: Edge) {
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

    pub(super) fn draw_group(&mut self, group: &mut OpenGroup<'a>, top: Length, room: Room) {
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
    pub(super) fn draw_last(&mut self, bottom: Length, edge: Edge) {
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

    pub(super) fn cell_area(&self, column: usize, y: Length, height: Length) -> CellArea {
        let x = self.flow.area.x + self.frame.edges[column] + self.frame.table.look.padding_x;
        CellArea { x, y: self.flow.area.y + y, height }
    }

    /// Draws the head; on every page but the first it is a repetition.
    pub(super) fn begin_page(&mut self, first: bool) {
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

    pub(super) fn end_page(&mut self) {
        self.form.close(&self.frame, self.top, self.flow.y, self.flow);
    }
}
