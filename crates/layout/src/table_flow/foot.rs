//! What must stand below a table's last rows on their page: the rows that are kept with the end, and what closes it.

use crate::Length;
use crate::error::LayoutError;
use crate::font::Metrics;
use crate::table_fill::{Progress, Room, RowPart, fill};
use crate::table_row::{Frame, SetRow};

/// What closes a table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Closing {
    /// Its height.
    pub(crate) height: Length,
    /// So many of the last rows stand whole on its page.
    pub(crate) rows_kept: usize,
}

/// What must have room below a row on the page where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Foot {
    pub(super) height: Length,
    /// Whether the row is one of those that are kept: then it is not parted.
    pub(super) whole: bool,
}

/// The feet of a table's last rows.
pub(super) struct Feet {
    /// From the last row up; those of all others are empty.
    from_last: Vec<Foot>,
}

impl Feet {
    /// Rows are kept only as far as one page can hold them with what closes the table.
    pub(super) fn new(
        frame: &Frame<'_>,
        closing: Closing,
        page: Length,
        metrics: &dyn Metrics,
    ) -> Result<Self, LayoutError> {
        let page = page - frame.head_height;
        let rows = frame.table.groups.last().map_or(&[][..], |group| &group.rows);
        let (mut below, mut from_last) = (closing.height, Vec::new());
        for row in rows.iter().rev().take(closing.rows_kept) {
            let height = height_whole(&frame.row(row, metrics)?, frame.table.look.padding_y);
            if below + height > page {
                break;
            }
            from_last.push(Foot { height: below, whole: true });
            below += height;
        }
        if from_last.is_empty() {
            from_last.push(Foot { height: closing.height, whole: false });
        }
        Ok(Self { from_last })
    }

    /// The foot of that row (from 0) of the last group, which has so many.
    pub(super) fn of(&self, row: usize, rows: usize) -> Foot {
        self.from_last.get(rows - 1 - row).copied().unwrap_or_default()
    }
}

/// The height of a row that is not parted.
pub(super) fn height_whole(row: &SetRow<'_>, padding: Length) -> Length {
    let endless = Length(i32::MAX / 4);
    let room = Room { height: endless, page: endless, padding, whole: true };
    fill(row, &Progress::start(row), room).map_or(Length::ZERO, |part| part.height)
}

/// As much of the row as fits, beside a group's cell of that extent; where its foot has no room below it, less of it, or
/// nothing where it is kept whole.
pub(super) fn fill_above(
    row: &SetRow<'_>,
    from: &Progress,
    room: Room,
    beside: Length,
    foot: Foot,
) -> Option<RowPart> {
    let part = fill(row, from, room)?;
    let done = part.then.is_done(row, room);
    let stands = if done { part.height.max(beside) + foot.height <= room.height } else { !foot.whole };
    if stands {
        return Some(part);
    }
    let height = room.height - foot.height;
    let less = if foot.whole { None } else { fill(row, from, Room { height, whole: false, ..room }) };
    less.filter(|less| !less.then.is_done(row, room)).or(room.whole.then_some(part))
}
