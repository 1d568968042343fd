//! The input for what is no text: pictures with their captions, and pages of attached files.
//!
//! The layout knows their measures only; bytes are asked for by whoever draws. Placing is `figure_row`'s and `flow`'s.

use crate::Length;
use crate::block::{AnchorId, Paragraph, SourceId};
use crate::page::Stroke;

/// The caller's number for a picture; the layout only carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageId(pub u32);

/// The caller's number for an attached file with pages; the layout only carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Width and height of a picture as it is seen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pixels {
    /// To the right.
    pub width: u32,
    /// Downwards.
    pub height: u32,
}

/// Width and height of something on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Extent {
    /// To the right.
    pub width: Length,
    /// Downwards.
    pub height: Length,
}

/// A picture with its caption, which stand on one page.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which picture.
    pub image: ImageId,
    /// Its size; its proportions are kept.
    pub pixels: Pixels,
    /// What is seen on it, for those who do not see the page.
    pub alternative: String,
    /// Below the picture, as wide as its column.
    pub caption: Vec<Paragraph>,
    /// What it was printed from.
    pub source: Option<SourceId>,
    /// Links to this lead to the top of the picture.
    pub anchor: Option<AnchorId>,
}

/// Pictures in rows, from left to right; a row is never parted, pages break between rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Columns of equal width; at least one.
    pub columns: u16,
    /// The most room for one picture, less where its column is narrower or a page lower. A picture is made as large as that
    /// allows, but no pixel larger than 1/72 inch.
    pub frame: Extent,
    /// Between columns.
    pub gap_x: Length,
    /// Between rows; dropped at the top of a page.
    pub gap_y: Length,
    /// The least height of a row, captions included: so that as many rows stand on each page. Zero for none.
    pub row_height_min: Length,
    /// A line around each picture.
    pub border: Stroke,
    /// In reading order.
    pub figures: Vec<Figure>,
}

/// One page of an attached file, which gets a page of its own: stamped head, then the page as it is, scaled down to the
/// room that the type area has left, never enlarged.
///
/// What is read sideways needs a section with a landscape sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignPage {
    /// Which file.
    pub file: FileId,
    /// Which of its pages, from 0.
    pub page: u32,
    /// Its size as it is read.
    pub extent: Extent,
    /// Over it: the code under which it is listed.
    pub head: Vec<Paragraph>,
    /// What it is, for those who do not see the page.
    pub alternative: String,
    /// What it was printed from.
    pub source: Option<SourceId>,
}

impl Extent {
    /// The largest extent of these proportions within the room.
    pub(crate) fn within(self, room: Self) -> Self {
        let [width, height] = [self.width, self.height].map(|side| i64::from(side.0.max(1)));
        let [room_width, room_height] = [room.width, room.height].map(|side| i64::from(side.0.max(0)));
        if room_width * height <= room_height * width {
            Self { width: room.width, height: Length((room_width * height / width) as i32) }
        } else {
            Self { width: Length((room_height * width / height) as i32), height: room.height }
        }
    }

    /// The same if it fits, else the largest of these proportions that does.
    pub(crate) fn reduced_to(self, room: Self) -> Self {
        let fits = self.width <= room.width && self.height <= room.height;
        if fits { self } else { self.within(room) }
    }
}

impl Pixels {
    /// As large as a picture of these is printed within a frame: its proportions kept, no pixel larger than 1/72 inch.
    #[must_use]
    pub fn printed_in(self, frame: Extent) -> Extent {
        self.largest().reduced_to(frame)
    }

    /// A pixel to 1/72 inch: larger and squares are seen. So large a picture as no length holds is larger than any sheet.
    fn largest(self) -> Extent {
        let side = |pixels: u32| Length(pixels.clamp(1, 1_000_000) as i32 * 1000);
        Extent { width: side(self.width), height: side(self.height) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(width: i32, height: i32) -> Extent {
        Extent { width: Length(width), height: Length(height) }
    }

    #[test]
    fn proportions_are_kept_within_the_room() {
        let check = |own: Extent, room: Extent, within: Extent, reduced: Extent| {
            assert_eq!((own.within(room), own.reduced_to(room)), (within, reduced));
        };
        check(extent(400, 300), extent(200, 200), extent(200, 150), extent(200, 150));
        check(extent(300, 400), extent(200, 200), extent(150, 200), extent(150, 200));
        check(extent(40, 30), extent(200, 200), extent(200, 150), extent(40, 30));
        check(extent(200, 200), extent(200, 200), extent(200, 200), extent(200, 200));
    }
}
