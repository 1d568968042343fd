//! Whether a table may begin where the flow stands: with its head and the first part of its first row.

use super::foot::{Feet, Foot, fill_above, height_whole};
use crate::Length;
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::galley::Galley;
use crate::table_fill::{Progress, Room, is_tall};
use crate::table_row::{Frame, SetRow};

/// What the table begins with: the head never stands alone at the foot of a page.
pub(super) struct Opening<'a> {
    group: Vec<Galley<'a>>,
    row: SetRow<'a>,
    /// What must stand below that row.
    foot: Foot,
}

impl<'a> Opening<'a> {
    pub(super) fn new(
        frame: &Frame<'a>,
        feet: &Feet,
        metrics: &dyn Metrics,
    ) -> Result<Option<Self>, LayoutError> {
        let mut groups = frame.table.groups.iter().enumerate();
        let Some((at, group)) = groups.find(|(_, group)| !group.rows.is_empty()) else { return Ok(None) };
        let ends = at + 1 == frame.table.groups.len();
        let foot = if ends { feet.of(0, group.rows.len()) } else { Foot::default() };
        let row = frame.row(&group.rows[0], metrics)?;
        Ok(Some(Self { group: frame.group(group, metrics)?, row, foot }))
    }

    /// The least height that keeps a heading above it company; bands that may be cut count for nothing.
    pub(super) fn least(&self, frame: &Frame<'_>, page: Length) -> Length {
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
        let mut row = (bands + padding).max(cells).max(self.row.row.height_min);
        if self.foot.whole {
            row = row.max(height_whole(&self.row, frame.table.look.padding_y)) + self.foot.height;
        }
        frame.head_height + row.min(page)
    }

    pub(super) fn fits(&self, frame: &Frame<'_>, page: Length, left: Length) -> bool {
        let (height, page) = (left - frame.head_height, page - frame.head_height);
        let room = Room { height, page, padding: frame.table.look.padding_y, whole: false };
        let group_fits =
            self.group.iter().any(|galley| is_tall(galley, room)) || frame.padded(&self.group) <= height;
        group_fits
            && fill_above(&self.row, &Progress::start(&self.row), room, frame.padded(&self.group), self.foot)
                .is_some()
    }
}
