//! The sheet: paper, margins mirrored for even pages, running lines and the page number.
//!
//! Measures are those of the upright sheet, as it lies in the bound document. A landscape sheet is the upright one read
//! after a quarter turn: its head lies toward the left edge of the upright sheet (odd pages: the binding edge, even
//! pages: the trimmed edge) and its page number stays where upright pages have it. Left to others: what stands inside.

use crate::Length;
use crate::block::Span;
use crate::font::{FontRole, size};
use crate::page::{Rect, Stroke};

/// The sheet of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width of the upright sheet.
    pub width: Length,
    /// Height of the upright sheet.
    pub height: Length,
    /// Around the type area.
    pub margins: Margins,
    /// How it is read.
    pub orientation: Orientation,
    /// Lines over the type area.
    pub header: Vec<RunningLine>,
    /// Lines under the type area.
    pub footer: Vec<RunningLine>,
    /// `None` prints none; it is counted all the same.
    pub page_number: Option<PageNumber>,
}

/// Room around the type area of the upright sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// At the top.
    pub top: Length,
    /// At the foot.
    pub bottom: Length,
    /// At the binding edge: left on odd pages, right on even ones.
    pub binding: Length,
    /// At the other edge.
    pub outer: Length,
}

/// How a sheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// After a quarter turn.
    Landscape,
}

/// A line of text outside the type area, the same on each page of the section, as wide as the type area.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningLine {
    /// At the left edge.
    pub left: Vec<Span>,
    /// In the middle.
    pub center: Vec<Span>,
    /// At the right edge.
    pub right: Vec<Span>,
    /// From the edge of the type area (as it is read) to the baseline.
    pub distance: Length,
    /// Between the line and the type area, half-way; zero width draws none.
    pub rule: Stroke,
}

/// How page numbers are printed: `\u{2014} 1 \u{2014}`, at the right of odd pages and the left of even ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber {
    /// Typeface.
    pub role: FontRole,
    /// Size of type.
    pub size: Length,
    /// From the type area's lower edge to the top of the number's line.
    pub distance: Length,
    /// Room between the number and the type area's edge.
    pub inset: Length,
}

impl PageNumber {
    /// By GB/T 9704-2012: 14 pt, 7 mm under the type area, one character in.
    pub const OFFICIAL: Self =
        Self { role: FontRole::Song, size: size::FOUR, distance: Length::mm(7.0), inset: size::FOUR };
}

/// Line pitch that sets 22 lines on 225 mm (29 pt would be 0.2 pt too much for the last).
pub const OFFICIAL_PITCH: Length = Length(28_990);

/// Tracking that sets 28 characters of 16 pt on 156 mm.
pub const OFFICIAL_TRACKING: Length = Length(-207);

impl Sheet {
    /// A4 by GB/T 9704-2012: type area 156 x 225 mm, 37 mm from the top, 28 mm from the binding edge.
    #[must_use]
    pub fn official() -> Self {
        Self {
            width: Length::mm(210.0),
            height: Length::mm(297.0),
            margins: Margins {
                top: Length::mm(37.0),
                bottom: Length::mm(35.0),
                binding: Length::mm(28.0),
                outer: Length::mm(26.0),
            },
            orientation: Orientation::Portrait,
            header: Vec::new(),
            footer: Vec::new(),
            page_number: Some(PageNumber::OFFICIAL),
        }
    }

    /// The same with other margins.
    #[must_use]
    pub fn with_margins(mut self, margins: Margins) -> Self {
        self.margins = margins;
        self
    }

    /// The same read after a quarter turn.
    #[must_use]
    pub fn landscape(mut self) -> Self {
        self.orientation = Orientation::Landscape;
        self
    }

    /// Width and height as the page is read.
    #[must_use]
    pub fn page_size(&self) -> (Length, Length) {
        match self.orientation {
            Orientation::Portrait => (self.width, self.height),
            Orientation::Landscape => (self.height, self.width),
        }
    }

    /// Width and height of the type area as it is read; the same on odd and even pages.
    #[must_use]
    pub fn type_size(&self) -> (Length, Length) {
        let area = self.type_area(1);
        (area.width, area.height)
    }

    /// The type area of the page with that number, as it is read.
    #[must_use]
    pub fn type_area(&self, number: u32) -> Rect {
        let upright = self.upright_area(number);
        match self.orientation {
            Orientation::Portrait => upright,
            // The upright sheet's left edge is read as the top, its foot as the left.
            Orientation::Landscape => Rect {
                x: self.height - upright.bottom(),
                y: upright.x,
                width: upright.height,
                height: upright.width,
            },
        }
    }

    /// The type area on the upright sheet.
    pub(crate) fn upright_area(&self, number: u32) -> Rect {
        let Margins { top, bottom, binding, outer } = self.margins;
        Rect {
            x: if number % 2 == 1 { binding } else { outer },
            y: top,
            width: self.width - binding - outer,
            height: self.height - top - bottom,
        }
    }
}
