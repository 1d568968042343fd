//! The back end in use: printpdf draws and serialises the pages, then `finish` makes an archival, tagged file of it.
//!
//! Of printpdf only drawing operators, font dictionaries and page objects are used. Its metadata, conformance, outline,
//! link and font-reading parts are not: they read the clock, sort by name or keep no promise to an archive.
//!
//! printpdf wants all of a document at once, which for 700 pages is a display list of 50 MB. So the pages go through it
//! in parts, several at a time, and the fonts once more by a specimen page that shows every character in use.

use std::collections::BTreeMap;
use std::io::Write;

use layout::font::FaceId;
use layout::page::{Document, Page};
use lopdf::{Dictionary, Object, Stream};
use printpdf::{
    FontMetrics, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
};

use crate::draw::{self, DrawnPage};
use crate::finish::{self, FinishedPage};
use crate::font::{FontLibrary, Subset, Usage};
use crate::{DocumentInfo, PageWriter, PdfError, Supply};

/// Pages that go through the back end together: a few megabytes.
const PART_PAGES: usize = 64;

/// What stands for a face's outlines while the pages pass through: only the specimen's fonts stay in the file. The glyph
/// numbers of a subset are its codes whatever its format, so nothing has to be read from the outlines.
const NO_OUTLINES: [u8; 1] = [0];

type Subsets = BTreeMap<FaceId, Subset>;

/// Writes with printpdf.
#[derive(Clone, Copy, Debug, Default)]
pub struct PrintpdfWriter;

impl PageWriter for PrintpdfWriter {
    fn write_to(
        &self,
        document: &Document,
        info: &DocumentInfo,
        fonts: &FontLibrary,
        supply: &dyn Supply,
        out: &mut dyn Write,
    ) -> Result<u64, PdfError> {
        if document.pages.is_empty() {
            return Err(PdfError::NoPage);
        }
        let subsets = Usage::of(document, fonts)?.subsets(fonts)?;
        let pages = all_pages(&document.pages, fonts, &subsets)?;
        let specimen = serialise(vec![specimen(&subsets)], &subsets, |subset| subset.bytes.clone())?;
        finish::finish(specimen, document, pages, &subsets, info, supply, out)
    }
}

/// All pages in their order, parts of them at the same time on as many threads as the machine has cores.
fn all_pages(pages: &[Page], fonts: &FontLibrary, subsets: &Subsets) -> Result<Vec<FinishedPage>, PdfError> {
    let parts: Vec<&[Page]> = pages.chunks(PART_PAGES).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(parts.len());
    let mut finished = Vec::with_capacity(pages.len());
    for round in parts.chunks(threads) {
        let results: Vec<_> = std::thread::scope(|scope| {
            let running: Vec<_> =
                round.iter().map(|part| scope.spawn(|| some_pages(part, fonts, subsets))).collect();
            running.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for result in results {
            finished.extend(result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
    }
    Ok(finished)
}

/// One part: drawn, serialised and compressed.
fn some_pages(pages: &[Page], fonts: &FontLibrary, subsets: &Subsets) -> Result<Vec<FinishedPage>, PdfError> {
    let mut drawn = Vec::with_capacity(pages.len());
    let mut rest = Vec::with_capacity(pages.len());
    for page in pages {
        let DrawnPage { page, contents, figures, turned } = draw::page(page, fonts)?;
        drawn.push(page);
        rest.push((contents, figures, turned));
    }
    let mut file = serialise(drawn, subsets, |_| NO_OUTLINES.to_vec())?;
    let ids: Vec<_> = file.page_iter().collect();
    let mut finished = Vec::with_capacity(pages.len());
    for (id, (contents, figures, turned)) in ids.into_iter().zip(rest) {
        let (dictionary, mut stream) = take_page(&mut file, id).map_err(back_end)?;
        stream.compress().map_err(back_end)?;
        finished.push(FinishedPage { dictionary, stream, contents, figures, turned });
    }
    Ok(finished)
}

/// A page's dictionary and its content.
fn take_page(file: &mut lopdf::Document, id: lopdf::ObjectId) -> lopdf::Result<(Dictionary, Stream)> {
    let dictionary = file.get_dictionary(id)?.clone();
    let content = dictionary.get(b"Contents").and_then(Object::as_reference)?;
    let stream = std::mem::replace(
        file.get_object_mut(content)?.as_stream_mut()?,
        Stream::new(Dictionary::new(), Vec::new()),
    );
    Ok((dictionary, stream))
}

/// A page that shows every character of every face in use.
fn specimen(subsets: &Subsets) -> PdfPage {
    let mut ops = vec![Op::StartTextSection];
    for (face, subset) in subsets {
        let text = subset.glyphs.keys().filter_map(|code| char::from_u32(*code)).collect();
        ops.push(Op::SetFont { font: PdfFontHandle::External(draw::font_id(*face)), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
    ops.push(Op::EndTextSection);
    PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), ops)
}

/// The face as printpdf takes it: already reduced, with our own map from characters to glyphs.
fn hand_over(subset: &Subset, outlines: Vec<u8>) -> ParsedFont {
    let metrics = FontMetrics { ascent: subset.metrics.ascent, descent: subset.metrics.descent };
    ParsedFont::with_glyph_data(
        outlines,
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
fn serialise(
    pages: Vec<PdfPage>,
    subsets: &Subsets,
    outlines: impl Fn(&Subset) -> Vec<u8>,
) -> Result<lopdf::Document, PdfError> {
    let mut drawing = PdfDocument::new("");
    for (face, subset) in subsets {
        drawing
            .resources
            .fonts
            .map
            .insert(draw::font_id(*face), PdfFont::new(hand_over(subset, outlines(subset))));
    }
    drawing.pages = pages;
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

fn back_end(error: lopdf::Error) -> PdfError {
    PdfError::BackEnd { reason: error.to_string() }
}
