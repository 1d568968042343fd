//! The back end in use: printpdf draws and serialises the pages, then `finish` makes an archival, tagged file of it.
//!
//! Of printpdf only drawing operators, font dictionaries and page objects are used. Its metadata, conformance, outline,
//! link and font-reading parts are not: they read the clock, sort by name or keep no promise to an archive.
//!
//! printpdf wants all of a document at once, which for 700 pages is a display list of 50 MB. So the pages go through it
//! in parts, while the layout makes the next ones, and the fonts once more by a specimen page that shows every character
//! in use.

mod parts;

use std::collections::BTreeMap;
use std::io::Write;
use std::thread;

use layout::font::FaceId;
use printpdf::{
    FontMetrics, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
};

use crate::draw;
use crate::font::{Encoding, FontLibrary, Subset};
use crate::{DocumentInfo, LayOut, PageWriter, PdfError, Supply};
use parts::Parts;

/// Writes with printpdf.
#[derive(Clone, Copy, Debug, Default)]
pub struct PrintpdfWriter;

impl PageWriter for PrintpdfWriter {
    fn write_to(
        &self,
        lay_out: &mut LayOut<'_>,
        info: &DocumentInfo,
        fonts: &FontLibrary,
        supply: &dyn Supply,
        out: &mut dyn Write,
    ) -> Result<u64, PdfError> {
        thread::scope(|scope| {
            let mut parts = Parts::new(scope, fonts, supply, out)?;
            let laid_out = lay_out(&mut parts);
            // Where a part could not be drawn the layout was stopped for it.
            parts.fault()?;
            laid_out.map_err(PdfError::Layout)?;
            let (file, usage, beside) = parts.last()?;
            let subsets = usage.subsets()?;
            let faces: BTreeMap<_, _> = subsets.iter().map(|(id, subset)| (*id, bundled(subset))).collect();
            let specimen = serialise(vec![specimen(&subsets)], faces)?;
            file.finish(specimen, &subsets, &beside, info)
        })
    }
}

/// A page that shows every character of every face in use.
fn specimen(subsets: &BTreeMap<FaceId, Subset>) -> PdfPage {
    let mut ops = vec![Op::StartTextSection];
    for (face, subset) in subsets {
        let text = subset.encoding.glyphs.keys().filter_map(|code| char::from_u32(*code)).collect();
        ops.push(Op::SetFont { font: PdfFontHandle::External(draw::font_id(*face)), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
    ops.push(Op::EndTextSection);
    PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), ops)
}

fn bundled(subset: &Subset) -> ParsedFont {
    hand_over(&subset.encoding, &subset.name, subset.bytes.clone())
}

/// The face as printpdf takes it: already reduced, with our own map from characters to glyphs.
fn hand_over(encoding: &Encoding, name: &str, outlines: Vec<u8>) -> ParsedFont {
    let metrics = FontMetrics { ascent: encoding.metrics.ascent, descent: encoding.metrics.descent };
    ParsedFont::with_glyph_data(
        outlines,
        0,
        Some(name.to_owned()),
        encoding.glyphs.clone(),
        encoding.widths.clone(),
        // Widths and metrics come in thousandths already.
        1000,
        metrics,
    )
}

/// Pages and fonts as objects, uncompressed.
fn serialise(pages: Vec<PdfPage>, faces: BTreeMap<FaceId, ParsedFont>) -> Result<lopdf::Document, PdfError> {
    let mut drawing = PdfDocument::new("");
    for (id, face) in faces {
        drawing.resources.fonts.map.insert(draw::font_id(id), PdfFont::new(face));
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
