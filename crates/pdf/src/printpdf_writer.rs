//! The back end in use: printpdf draws and serialises the pages, then `finish` makes an archival, tagged file of it.
//!
//! Of printpdf only drawing operators, font dictionaries and page objects are used. Its metadata, conformance, outline,
//! link and font-reading parts are not: they read the clock, sort by name or keep no promise to an archive.

use printpdf::{FontMetrics, ParsedFont, PdfDocument, PdfFont, PdfSaveOptions};

use layout::page::Document;

use crate::draw::{self, DrawnPage};
use crate::finish;
use crate::font::{FontLibrary, Subset, Usage};
use crate::{DocumentInfo, PageWriter, PdfError};

/// Writes with printpdf.
#[derive(Clone, Copy, Debug, Default)]
pub struct PrintpdfWriter;

impl PageWriter for PrintpdfWriter {
    fn write(
        &self,
        document: &Document,
        info: &DocumentInfo,
        fonts: &FontLibrary,
    ) -> Result<Vec<u8>, PdfError> {
        if document.pages.is_empty() {
            return Err(PdfError::NoPage);
        }
        let subsets = Usage::of(document, fonts)?.subsets(fonts)?;
        let mut drawing = PdfDocument::new("");
        for (face, subset) in &subsets {
            drawing.resources.fonts.map.insert(draw::font_id(*face), PdfFont::new(hand_over(subset)));
        }
        let mut contents_by_page = Vec::with_capacity(document.pages.len());
        for page in &document.pages {
            let DrawnPage { page, contents, turned } = draw::page(page, fonts)?;
            drawing.pages.push(page);
            contents_by_page.push(finish::PageContents { contents, turned });
        }
        let file = serialise(drawing)?;
        finish::finish(file, document, &contents_by_page, &subsets, &info.without_controls())
    }
}

/// The face as printpdf takes it: already reduced, with our own map from characters to glyphs.
fn hand_over(subset: &Subset) -> ParsedFont {
    let metrics = FontMetrics { ascent: subset.metrics.ascent, descent: subset.metrics.descent };
    ParsedFont::with_glyph_data(
        subset.bytes.clone(),
        0,
        Some(subset.name.clone()),
        subset.glyphs.clone(),
        subset.widths.clone(),
        // Widths and metrics come in thousandths already.
        1000,
        metrics,
    )
}

/// Pages and fonts as objects, uncompressed.
fn serialise(drawing: PdfDocument) -> Result<lopdf::Document, PdfError> {
    let options =
        PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let file = drawing.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().next() {
        // Every warning is about something that would not be printed as placed.
        Some(warning) => Err(PdfError::BackEnd { reason: warning.msg }),
        None => Ok(file),
    }
}
