//! Where the bytes come from that a document shows and the layout does not know: pictures and attached files.
//!
//! They are asked for one after another while the file is written, and dropped as soon as they are in it.

use std::error::Error;

use layout::figure::{FileId, ImageId};

/// Why there are no bytes; the caller's own error, or its wish to stop.
pub type SupplyError = Box<dyn Error + Send + Sync>;

/// Gives what a document shows.
pub trait Supply {
    /// A picture as JPEG: grey or RGB, upright, without what should not be printed. Asked for once, also if it is shown
    /// twice.
    ///
    /// # Errors
    /// Whatever keeps the caller from it; nothing more is written then.
    fn jpeg(&self, image: ImageId) -> Result<Vec<u8>, SupplyError>;

    /// An attached file that [`inspect`](crate::inspect) has let pass. Asked for once for neighbouring pages.
    ///
    /// # Errors
    /// As for pictures.
    fn file(&self, file: FileId) -> Result<Vec<u8>, SupplyError>;

    /// The sentence with which the subject ends if the document shows pages of attached files: such a file claims neither
    /// PDF/A nor PDF/UA, because nobody answers for those pages, and must say so.
    fn foreign_notice(&self) -> String;
}

/// Gives nothing: for documents of text and tables.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSupply;

/// A document of text and tables shows something else.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the document was to show text and tables only")]
struct Nothing;

impl Supply for NoSupply {
    fn jpeg(&self, _image: ImageId) -> Result<Vec<u8>, SupplyError> {
        Err(Nothing.into())
    }

    fn file(&self, _file: FileId) -> Result<Vec<u8>, SupplyError> {
        Err(Nothing.into())
    }

    fn foreign_notice(&self) -> String {
        String::new()
    }
}
