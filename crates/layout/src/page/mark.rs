//! What is drawn on a page: text, lines, tints, pictures and pages of other files.

use crate::Length;
use crate::figure::{FileId, ImageId};
use crate::font::FaceId;

/// An RGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Tint {
    /// Text and rules.
    pub const BLACK: Self = Self::grey(0);

    /// A grey; 0 is black, 255 is white.
    #[must_use]
    pub const fn grey(level: u8) -> Self {
        Self { red: level, green: level, blue: level }
    }

    /// From `0xRRGGBB`.
    #[must_use]
    pub const fn rgb(value: u32) -> Self {
        Self { red: (value >> 16) as u8, green: (value >> 8) as u8, blue: value as u8 }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Thickness; the line is centred on its coordinates. Zero draws none.
    pub width: Length,
    /// Colour.
    pub tint: Tint,
    /// Dashed instead of solid (one width on, two off is up to the drawing).
    pub dashed: bool,
}

impl Stroke {
    /// A solid black line.
    #[must_use]
    pub const fn solid(width: Length) -> Self {
        Self { width, tint: Tint::BLACK, dashed: false }
    }

    /// No line.
    pub const NONE: Self = Self::solid(Length::ZERO);
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Rect {
    /// Left edge.
    pub x: Length,
    /// Upper edge.
    pub y: Length,
    /// To the right.
    pub width: Length,
    /// Downwards.
    pub height: Length,
}

impl Rect {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> Length {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> Length {
        self.y + self.height
    }

    /// The least rectangle around both.
    pub(crate) fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Characters of one face on one line.
    Text(TextRun),
    /// A straight line.
    Rule(Rule),
    /// A filled rectangle.
    Fill(Rect, Tint),
    /// A picture.
    Image(PlacedImage),
    /// A page of another file.
    Foreign(PlacedForeign),
}

/// A picture in its place, filling the rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedImage {
    /// Which picture.
    pub image: ImageId,
    /// Where.
    pub rect: Rect,
    /// What is seen on it, for those who do not see the page.
    pub alternative: String,
}

/// A page of another file in its place, filling the rectangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedForeign {
    /// Which file.
    pub file: FileId,
    /// Which of its pages, from 0.
    pub page: u32,
    /// Where.
    pub rect: Rect,
    /// What it is, for those who do not see the page.
    pub alternative: String,
}

/// A straight line, horizontal or vertical.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// From x.
    pub x1: Length,
    /// From y.
    pub y1: Length,
    /// To x.
    pub x2: Length,
    /// To y.
    pub y2: Length,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// Characters of one face and size on one line, each at its own place.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// The run's origin.
    pub x: Length,
    /// The run's origin, on the baseline.
    pub baseline: Length,
    /// The face that has all of its glyphs.
    pub face: FaceId,
    /// Size of type.
    pub size: Length,
    /// The characters.
    pub text: String,
    /// Where each character's glyph begins, along the line from the origin: one for each `char` of `text`. The first may
    /// differ from 0 and a squeezed mark may begin before the end of its neighbour.
    pub offsets: Vec<Length>,
    /// From the origin to where the next run may begin.
    pub width: Length,
    /// Colour.
    pub tint: Tint,
    /// In which direction it is read.
    pub turn: Turn,
}

/// In which direction a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Turn {
    /// To the right.
    #[default]
    Upright,
    /// Turned clockwise by 90 degrees: offsets run downwards from `baseline`, the glyphs' tops face the right.
    Clockwise,
}
