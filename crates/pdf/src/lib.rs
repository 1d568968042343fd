//! Pages onto PDF: an archival, tagged file (PDF/A-3a, PDF/UA-1) from what the layout has placed.
//!
//! In: a `layout::page::Document`, the words of its metadata and the fonts. Out: bytes, the same for the same input.
//! This crate alone knows font files, glyph ids and the PDF libraries. It decides no position and no wording; it
//! reads no clock: every date, `/ID` and metadata field comes from the arguments.

mod draw;
mod error;
mod finish;
mod font;
mod info;
mod printpdf_writer;

pub use error::{FontError, PdfError};
pub use font::FontLibrary;
pub use info::{Attachment, Day, DocumentInfo};
pub use printpdf_writer::PrintpdfWriter;

use layout::page::Document;

/// Makes a file of pages; one implementation for each back end that is tried.
pub trait PageWriter {
    /// The whole file.
    ///
    /// # Errors
    /// See [`PdfError`]; never a file with something missing.
    fn write(
        &self,
        document: &Document,
        info: &DocumentInfo,
        fonts: &FontLibrary,
    ) -> Result<Vec<u8>, PdfError>;
}

/// The whole file, by the back end in use.
///
/// # Errors
/// See [`PdfError`]; never a file with something missing.
pub fn write(document: &Document, info: &DocumentInfo, fonts: &FontLibrary) -> Result<Vec<u8>, PdfError> {
    PrintpdfWriter.write(document, info, fonts)
}
