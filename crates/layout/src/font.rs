//! The typefaces a text may ask for, and what the layout must know of their glyphs.
//!
//! Left to others: files, fallback order and outlines (the crate that draws implements `Metrics`).

use crate::Length;

/// The part a typeface plays in an official document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FontRole {
    /// Body text.
    Fangsong,
    /// The document's title (the stand-in for 小标宋).
    Title,
    /// First-level headings, table heads, words that must stand out.
    Hei,
    /// Second-level headings.
    Kai,
    /// Page numbers, marks and the last fallback.
    Song,
}

impl FontRole {
    /// All roles, in the order of declaration.
    pub const ALL: [Self; 5] = [Self::Fangsong, Self::Title, Self::Hei, Self::Kai, Self::Song];

    /// A short name for golden files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fangsong => "fangsong",
            Self::Title => "title",
            Self::Hei => "hei",
            Self::Kai => "kai",
            Self::Song => "song",
        }
    }
}

/// One loaded face; the number is the drawing crate's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// The glyph that stands for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The face that really has it, after fallback.
    pub face: FaceId,
    /// Width in 1/1000 em.
    pub advance: u16,
}

/// Heights above and below the baseline in 1/1000 em.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heights {
    /// Top of the ideographic em box above the baseline.
    pub ascent: i16,
    /// Bottom of the ideographic em box below the baseline, as a positive number.
    pub descent: i16,
    /// Top of capital letters above the baseline.
    pub cap: i16,
}

impl Default for Heights {
    /// The em box that Chinese faces share (0.88 over 0.12).
    fn default() -> Self {
        Self { ascent: 880, descent: 120, cap: 730 }
    }
}

/// What the layout asks of the fonts; an argument, never a global.
pub trait Metrics {
    /// The glyph of `character` in the face of `role` or in a fallback; `None` if no face has it.
    fn glyph(&self, role: FontRole, character: char) -> Option<Glyph>;

    /// The heights of the main face of `role`: they place the baseline, also where single glyphs fall back.
    fn heights(&self, _role: FontRole) -> Heights {
        Heights::default()
    }
}

/// A size of type in the Chinese scale, as points.
pub mod size {
    use super::Length;

    /// 二号: document titles.
    pub const TWO: Length = Length(22_000);
    /// 三号: body text.
    pub const THREE: Length = Length(16_000);
    /// 四号: page numbers.
    pub const FOUR: Length = Length(14_000);
    /// 小四.
    pub const SMALL_FOUR: Length = Length(12_000);
    /// 五号: table text.
    pub const FIVE: Length = Length(10_500);
    /// 小五.
    pub const SMALL_FIVE: Length = Length(9_000);
}
