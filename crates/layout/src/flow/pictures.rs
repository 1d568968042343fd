//! Rows of pictures onto pages, and pages of attached files onto pages of their own.

use super::Flow;
use crate::Length;
use crate::error::{LayoutError, Place};
use crate::figure::{Extent, Figures, ForeignPage};
use crate::figure_row::{FigureRow, rows};
use crate::page::{Belongs, Mark, Placed, PlacedForeign, Rect, Role};
use crate::set::SetParagraph;

impl<'a> Flow<'_, 'a> {
    fn figure_rows(&self, figures: &'a Figures) -> Result<Vec<FigureRow<'a>>, LayoutError> {
        rows(figures, self.area.width, self.area.height, self.press.metrics)
    }

    /// The height of all rows on one endless page.
    pub(super) fn figures_height(&self, figures: &'a Figures) -> Result<Length, LayoutError> {
        let rows = self.figure_rows(figures)?;
        let gaps = figures.gap_y * rows.len().saturating_sub(1) as i32;
        Ok(rows.iter().map(FigureRow::height).sum::<Length>() + gaps)
    }

    /// Places rows one below another.
    pub(super) fn figures(&mut self, figures: &'a Figures) -> Result<(), LayoutError> {
        for (at, row) in self.figure_rows(figures)?.iter().enumerate() {
            self.settle(row.height())?;
            let gap = if at == 0 || self.fresh { Length::ZERO } else { figures.gap_y };
            self.make_room(gap + row.height())?;
            if !self.fresh {
                self.y += gap;
            }
            let nodes = row.nodes(self.node, self.press);
            row.draw(Some(&nodes), self.area.x, self.area.y + self.y, self.press);
            self.y += row.height();
            self.fresh = false;
        }
        Ok(())
    }

    /// Gives a page of an attached file a page of its own: its head, below it the page in the middle of the width.
    pub(super) fn foreign(&mut self, page: &'a ForeignPage) -> Result<(), LayoutError> {
        self.settle(Length::ZERO)?;
        if !self.fresh {
            self.next_page()?;
        }
        for paragraph in &page.head {
            let set = SetParagraph::new(paragraph, self.area.width, self.press.metrics)?;
            self.paragraph(&set)?;
        }
        let room = Extent { width: self.area.width, height: self.area.height - self.y };
        let extent = page.extent.reduced_to(room);
        if extent.width <= Length::ZERO || extent.height <= Length::ZERO {
            let place = Place::within(page.source, &page.alternative, 0);
            return Err(LayoutError::NoRoom { place });
        }
        let rect = Rect {
            x: self.area.x + (room.width - extent.width) / 2,
            y: self.area.y + self.y,
            width: extent.width,
            height: extent.height,
        };
        let node = self.press.node(Some(self.node), Role::Figure, page.source);
        let ForeignPage { file, page: number, alternative, source, .. } = page;
        let foreign = PlacedForeign { file: *file, page: *number, rect, alternative: alternative.clone() };
        let mark = Mark::Foreign(foreign);
        self.press.pictures.push(Placed { belongs: Belongs::Node(node), source: *source, mark });
        // Nothing else stands on its page.
        self.y = self.area.height;
        self.fresh = false;
        Ok(())
    }
}
