//! Attached PDF files whose pages are shown as they are: whether that is possible, and how large each page is.
//!
//! A file comes from anywhere. It is read under limits, what is encrypted or damaged is named and not repaired, and
//! nothing of it is run. Left to others: writing its pages into ours (`import`).

mod import;
mod page;

use std::panic::{AssertUnwindSafe, catch_unwind};

use layout::figure::Extent;
use lopdf::{Document, LoadOptions, ObjectId};

pub(crate) use import::{ImportError, Importer};
pub(crate) use page::ForeignSheet;

/// A file is refused from this size on: it is held in memory while its pages are written.
const BYTES_MAX: usize = 100 << 20;
/// A file is refused if it has more pages.
const PAGES_MAX: usize = 2_000;
/// What one compressed stream may become.
const STREAM_MAX: usize = 64 << 20;

/// Why pages of a file cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForeignFault {
    /// It does not begin like a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// It can only be read with a password, or its owner restricted its use.
    #[error("encrypted")]
    Encrypted,
    /// It cannot be read.
    #[error("damaged: {reason}")]
    Damaged {
        /// What the reader said.
        reason: String,
    },
    /// It has no page.
    #[error("no page")]
    NoPages,
    /// It is larger than what is held in memory.
    #[error("{bytes} bytes")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It has more pages than are shown.
    #[error("{pages} pages")]
    TooManyPages {
        /// How many.
        pages: usize,
    },
    /// It has no page of that number.
    #[error("no such page")]
    PageAbsent,
    /// The page is not of the size that was laid out.
    #[error("the page has changed")]
    Changed,
}

/// The size of each page as it is read, or why the file cannot be shown. Costs a second for a hundred megabytes; a document
/// with a file that passes is not stopped by it.
///
/// # Errors
/// See [`ForeignFault`].
pub fn inspect(bytes: &[u8]) -> Result<Vec<Extent>, ForeignFault> {
    guarded(|| {
        let file = ForeignFile::open(bytes)?;
        (0..file.pages.len()).map(|page| file.sheet(page).map(|sheet| sheet.extent())).collect()
    })
}

/// A reader of strangers' files may stumble over one that nobody thought of: that is a damaged file, not our end.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, ForeignFault>) -> Result<T, ForeignFault> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged("the reader stumbled")))
}

fn damaged(reason: impl ToString) -> ForeignFault {
    ForeignFault::Damaged { reason: reason.to_string() }
}

/// An opened file.
pub(crate) struct ForeignFile {
    document: Document,
    pages: Vec<ObjectId>,
}

impl ForeignFile {
    /// Reads the file and finds its pages.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ForeignFault> {
        if bytes.len() > BYTES_MAX {
            return Err(ForeignFault::TooLarge { bytes: bytes.len() });
        }
        // Some programs put a few bytes before the head.
        if !bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-") {
            return Err(ForeignFault::NotPdf);
        }
        let options = LoadOptions { max_decompressed_size: Some(STREAM_MAX), ..LoadOptions::default() };
        let document = Document::load_mem_with_options(bytes, options).map_err(|error| {
            let known = Document::load_metadata_mem(bytes).is_ok_and(|known| known.encrypted);
            if known || matches!(error, lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) {
                ForeignFault::Encrypted
            } else {
                damaged(error)
            }
        })?;
        if document.is_encrypted() || document.was_encrypted() {
            return Err(ForeignFault::Encrypted);
        }
        let pages: Vec<ObjectId> = document.page_iter().take(PAGES_MAX + 1).collect();
        match pages.len() {
            0 => Err(ForeignFault::NoPages),
            1..=PAGES_MAX => Ok(Self { document, pages }),
            // How many exactly no longer matters, and a page tree may go in circles.
            pages => Err(ForeignFault::TooManyPages { pages }),
        }
    }

    /// A page's measures, content and resources.
    pub(crate) fn sheet(&self, page: usize) -> Result<ForeignSheet<'_>, ForeignFault> {
        let id = self.pages.get(page).ok_or(ForeignFault::PageAbsent)?;
        ForeignSheet::read(&self.document, *id)
    }
}
