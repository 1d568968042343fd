//! Why fonts cannot be opened or a file cannot be written.
//!
//! Codes with parameters; their Chinese stands in the app crate.

use std::path::PathBuf;

use layout::LayoutError;
use layout::block::AnchorId;
use layout::figure::{FileId, ImageId};
use layout::page::NodeId;

use crate::SupplyError;
use crate::foreign::ForeignFault;

/// Why the fonts' folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A face's file is not there or cannot be read.
    #[error("font file {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is no font, or lacks what a Chinese text needs of it.
    #[error("font file {}: {reason}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

/// What was asked of a [`Supply`](crate::Supply).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A picture.
    Image(ImageId),
    /// An attached file.
    File(FileId),
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Image(image) => write!(out, "picture {}", image.0),
            Self::File(file) => write!(out, "attached file {}", file.0),
        }
    }
}

/// Why a file cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The pages could not be laid out.
    #[error("laying out: {0:?}")]
    Layout(LayoutError),
    /// A font file could be read at first and cannot any more.
    #[error(transparent)]
    Font(#[from] FontError),
    /// A text is to be set in a face that has no glyph for one of its characters.
    #[error("no glyph for U+{:04X} {character:?} in {face} on page {page}: {text:?}", u32::from(*character))]
    MissingGlyph {
        /// The character.
        character: char,
        /// The face's PostScript name.
        face: String,
        /// The page, from 1.
        page: u32,
        /// The run of text in which it stands.
        text: String,
    },
    /// A text names a face that the library does not have.
    #[error("face {face} on page {page} is not in the font library")]
    UnknownFace {
        /// The number that was given.
        face: u16,
        /// The page, from 1.
        page: u32,
    },
    /// A mark or a node names a node that is not in the structure tree, or a later one as its parent.
    #[error("node {} is not in its place in the structure tree", node.0)]
    UnknownNode {
        /// The node.
        node: NodeId,
    },
    /// A run of text has not one offset for each character.
    #[error("{offsets} offsets for the characters of {text:?}")]
    OffsetCount {
        /// Offsets given.
        offsets: usize,
        /// The run's text.
        text: String,
    },
    /// A link leads to an anchor that stands on no page.
    #[error("no place for anchor {}", anchor.0)]
    UnknownAnchor {
        /// The anchor.
        anchor: AnchorId,
    },
    /// A picture or an attached file was not handed over.
    #[error("{what} was not handed over: {source}")]
    Supply {
        /// Which.
        what: Wanted,
        /// What its supplier said.
        source: SupplyError,
    },
    /// A picture cannot be shown.
    #[error("picture {}: {reason}", image.0)]
    Image {
        /// The picture.
        image: ImageId,
        /// What is wrong with it.
        reason: String,
    },
    /// A page of an attached file cannot be shown.
    #[error("page {} of attached file {}: {fault}", page + 1, file.0)]
    Foreign {
        /// The file.
        file: FileId,
        /// Which of its pages, from 0.
        page: u32,
        /// What is wrong with it.
        fault: ForeignFault,
    },
    /// The file could not be written: no room on the disk, a drive that is gone.
    #[error("writing the file: {0}")]
    Output(#[from] std::io::Error),
    /// The document has no page.
    #[error("the document has no page")]
    NoPage,
    /// The face could not be reduced to the glyphs in use.
    #[error("subsetting {face}: {reason}")]
    Subset {
        /// The face's PostScript name.
        face: String,
        /// What the subsetter said.
        reason: String,
    },
    /// The library that serialises the file reported a fault.
    #[error("writing the file: {reason}")]
    BackEnd {
        /// What it said.
        reason: String,
    },
}
