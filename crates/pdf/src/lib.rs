//! Pages onto PDF: an archival, tagged file (PDF/A-3a, PDF/UA-1) from what the layout has placed.
//!
//! In: pages as the layout hands them out, the words of the file's metadata and the fonts; pictures and attached files are
//! asked for one after another while the file is written. Out: bytes, the same for the same input. This crate alone knows font files, glyph ids and the PDF libraries. It decides no position and no wording; it
//! reads no clock: every date, `/ID` and metadata field comes from the arguments.

mod draw;
mod error;
mod figure;
mod finish;
mod font;
mod foreign;
mod info;
mod jpeg;
mod printpdf_writer;
pub mod read;
mod serial;
mod supply;

use std::io::Write;

pub use error::{FontError, PdfError, Wanted};
pub use font::FontLibrary;
pub use foreign::{ForeignFault, inspect};
pub use info::{Attachment, Day, DocumentInfo};
pub use printpdf_writer::PrintpdfWriter;
pub use supply::{NoSupply, Supply, SupplyError};

use layout::LayoutError;
use layout::page::{Document, Sink};

/// Hands the pages of a document to a sink, as [`layout::lay_out`] does.
pub type LayOut<'l> = dyn FnMut(&mut dyn Sink) -> Result<(), LayoutError> + 'l;

/// Makes a file of pages; one implementation for each back end that is tried.
pub trait PageWriter {
    /// Writes the whole file while it is laid out, piece by piece, and gives its size.
    ///
    /// # Errors
    /// See [`PdfError`]; what was written until then is no file and must be removed.
    fn write_to(
        &self,
        lay_out: &mut LayOut<'_>,
        info: &DocumentInfo,
        fonts: &FontLibrary,
        supply: &dyn Supply,
        out: &mut dyn Write,
    ) -> Result<u64, PdfError>;
}

/// The whole file of a document that shows text and tables only, by the back end in use.
///
/// # Errors
/// See [`PdfError`]; never a file with something missing.
pub fn write(document: &Document, info: &DocumentInfo, fonts: &FontLibrary) -> Result<Vec<u8>, PdfError> {
    let mut bytes = Vec::new();
    write_to(document, info, fonts, &NoSupply, &mut bytes)?;
    Ok(bytes)
}

/// Writes the whole file of a document that is laid out already, by the back end in use, and gives its size. Of pictures
/// and attached files one is held at a time.
///
/// # Errors
/// See [`PdfError`]; what was written until then is no file and must be removed.
pub fn write_to(
    document: &Document,
    info: &DocumentInfo,
    fonts: &FontLibrary,
    supply: &dyn Supply,
    out: &mut dyn Write,
) -> Result<u64, PdfError> {
    write_laid_out(&mut |sink| document.hand_to(sink), info, fonts, supply, out)
}

/// Writes the whole file while it is laid out, by the back end in use, and gives its size. Of pages some dozens are held at
/// a time, of pictures and attached files one.
///
/// # Errors
/// See [`PdfError`], also what the layout refuses; what was written until then is no file and must be removed.
pub fn write_laid_out(
    lay_out: &mut LayOut<'_>,
    info: &DocumentInfo,
    fonts: &FontLibrary,
    supply: &dyn Supply,
    out: &mut dyn Write,
) -> Result<u64, PdfError> {
    PrintpdfWriter.write_to(lay_out, info, fonts, supply, out)
}
