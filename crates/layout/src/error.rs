//! Why a document cannot be laid out.
//!
//! Codes with parameters; their Chinese stands elsewhere.

use std::fmt;

use crate::block::{AnchorId, SourceId};
use crate::character::is_invisible;
use crate::font::FontRole;

/// Why a document cannot be laid out; never a page with something missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// No face has a glyph for these characters: every one of the manuscript, each once.
    MissingGlyphs(Vec<Missing>),
    /// The row, band or group does not have one cell for each column of its part.
    CellCount {
        /// Columns of that part.
        expected: usize,
        /// Cells given.
        found: usize,
        /// The row's source.
        source: Option<SourceId>,
    },
    /// The type area or a column has no room for a single character.
    NoRoom {
        /// Where.
        place: Place,
    },
    /// A link leads to an anchor that nothing has.
    UnknownAnchor {
        /// The anchor.
        anchor: AnchorId,
        /// The link.
        place: Place,
    },
    /// Two places have one anchor.
    AnchorTwice {
        /// The anchor.
        anchor: AnchorId,
    },
    /// The sink stopped it.
    Stopped,
}

/// A character that no face has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The typeface asked for.
    pub role: FontRole,
    /// Where it stands first.
    pub place: Place,
    /// How often it stands in the manuscript.
    pub times: usize,
}

/// Where in the text something stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// The paragraph's source.
    pub source: Option<SourceId>,
    /// The paragraph's text around it, short enough to be read in a message; … where it is cut.
    pub text: String,
    /// Characters before it in `text`.
    pub offset: usize,
}

impl Place {
    /// Characters quoted on either side.
    const AROUND: usize = 16;

    /// The place of the character at `offset` in a text; characters without ink are not quoted.
    pub(crate) fn within(source: Option<SourceId>, text: &str, offset: usize) -> Self {
        let seen =
            |text: &mut dyn Iterator<Item = char>| text.filter(|&c| !is_invisible(c)).collect::<Vec<_>>();
        let before = seen(&mut text.chars().take(offset));
        let from = seen(&mut text.chars().skip(offset));
        let (cut, end) = (before.len().saturating_sub(Self::AROUND), from.len().min(Self::AROUND + 1));
        let mut excerpt: String = before[cut..].iter().chain(&from[..end]).collect();
        let mut offset = before.len() - cut;
        if end < from.len() {
            excerpt.push('…');
        }
        if cut > 0 {
            excerpt.insert(0, '…');
            offset += 1;
        }
        Self { source, text: excerpt, offset }
    }
}

impl fmt::Display for LayoutError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyphs(missing) => {
                let mut apart = "";
                missing
                    .iter()
                    .try_for_each(|missing| write!(out, "{}{missing}", std::mem::replace(&mut apart, "; ")))
            }
            Self::CellCount { expected, found, source } => {
                write!(out, "{found} cells for {expected} columns (source {source:?})")
            }
            Self::NoRoom { place } => write!(out, "no room for a character in {:?}", place.text),
            Self::UnknownAnchor { anchor, place } => {
                write!(out, "no anchor {} for the link in {:?}", anchor.0, place.text)
            }
            Self::AnchorTwice { anchor } => write!(out, "two places with anchor {}", anchor.0),
            Self::Stopped => out.write_str("stopped"),
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { character, role, place, times } = self;
        write!(
            out,
            "no glyph for U+{:04X} {character:?} in {} at character {} of {:?}, {times} in all",
            u32::from(*character),
            role.name(),
            place.offset + 1,
            place.text
        )
    }
}

impl std::error::Error for LayoutError {}
