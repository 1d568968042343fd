//! Which characters of which faces a document uses, and the number that each glyph has in the file.
//!
//! Glyphs are numbered as they come, so that a page can be written before the next one is known; the faces themselves
//! are reduced when the last page is there. Two characters that share a glyph come back as the one of the larger code
//! point: none of the pairs (radicals and the characters they look like) occurs in reports.

use std::collections::BTreeMap;

use layout::font::FaceId;
use layout::page::{Mark, Page};
use subsetter::GlyphRemapper;

use super::face::FaceMetrics;
use super::{Face, FontLibrary, Subset};
use crate::PdfError;

/// How the characters of a face are written.
#[derive(Debug)]
pub(crate) struct Encoding {
    /// The number of each character's glyph.
    pub(crate) glyphs: BTreeMap<u32, u16>,
    /// The width of each glyph in 1/1000 em.
    pub(crate) widths: BTreeMap<u16, u16>,
    pub(crate) metrics: FaceMetrics,
}

/// The faces that some pages use.
pub(crate) type Encodings = BTreeMap<FaceId, Encoding>;

/// What the pages so far use.
pub(crate) struct Usage<'f> {
    fonts: &'f FontLibrary,
    faces: BTreeMap<FaceId, InUse<'f>>,
}

/// A face in use.
struct InUse<'f> {
    face: &'f Face,
    numbers: GlyphRemapper,
    /// By code point: the glyph's number, 0 for none yet.
    glyphs: Vec<u16>,
    /// What was used since it was last asked, a bit for each code point: a long report asks a million times.
    lately: Vec<u64>,
}

impl<'f> Usage<'f> {
    pub(crate) fn new(fonts: &'f FontLibrary) -> Self {
        Self { fonts, faces: BTreeMap::new() }
    }

    /// Looks through a page.
    ///
    /// # Errors
    /// A text in a face that is not there, or with a character that its face lacks.
    pub(crate) fn take(&mut self, page: &Page) -> Result<(), PdfError> {
        let number = page.index + 1;
        for placed in &page.placed {
            let Mark::Text(run) = &placed.mark else { continue };
            let Some(face) = self.fonts.face(run.face) else {
                return Err(PdfError::UnknownFace { face: run.face.0, page: number });
            };
            let used = self.faces.entry(run.face).or_insert_with(|| InUse::new(face));
            for character in run.text.chars() {
                if !used.take(character) {
                    let (face, text) = (face.name().to_owned(), run.text.clone());
                    return Err(PdfError::MissingGlyph { character, face, page: number, text });
                }
            }
        }
        Ok(())
    }

    /// What the pages use that were taken since it was last asked.
    pub(crate) fn lately(&mut self) -> Encodings {
        let faces = self.faces.iter_mut();
        faces.filter_map(|(id, used)| Some((*id, used.lately()?))).collect()
    }

    /// The reduced faces, made one after another in the same room, so that one font file at a time is in memory.
    ///
    /// # Errors
    /// A font file that cannot be read any more or cannot be reduced.
    pub(crate) fn subsets(self) -> Result<BTreeMap<FaceId, Subset>, PdfError> {
        let longest = self.faces.values().map(|used| used.face.length()).max();
        // One more, so that the end is met without more room.
        let mut file = Vec::with_capacity(longest.map_or(0, |longest| longest + 1));
        let mut subsets = BTreeMap::new();
        for (id, used) in self.faces {
            let encoding = used.encoding();
            subsets.insert(id, Subset::of(used.face, &used.numbers, encoding, &mut file)?);
        }
        Ok(subsets)
    }
}

impl<'f> InUse<'f> {
    fn new(face: &'f Face) -> Self {
        Self { face, numbers: GlyphRemapper::new(), glyphs: Vec::new(), lately: Vec::new() }
    }

    /// Whether the face has that character; it is then in use.
    fn take(&mut self, character: char) -> bool {
        let code = u32::from(character) as usize;
        if self.glyphs.len() <= code {
            self.glyphs.resize((code + 1).next_multiple_of(64), 0);
            self.lately.resize(self.glyphs.len() / 64, 0);
        }
        if self.glyphs[code] == 0 {
            let Some(glyph) = self.face.glyph(character) else { return false };
            self.glyphs[code] = self.numbers.remap(glyph);
        }
        self.lately[code / 64] |= 1 << (code % 64);
        true
    }

    /// `None` if nothing was used.
    fn lately(&mut self) -> Option<Encoding> {
        let mut codes = Vec::new();
        for (at, bits) in self.lately.iter_mut().enumerate() {
            let bits = std::mem::take(bits);
            codes.extend((0..64).filter(|bit| bits & (1 << bit) != 0).map(|bit| at * 64 + bit));
        }
        (!codes.is_empty()).then(|| self.encoded(codes.into_iter()))
    }

    /// Of everything that was ever used.
    fn encoding(&self) -> Encoding {
        self.encoded((0..self.glyphs.len()).filter(|code| self.glyphs[*code] != 0))
    }

    fn encoded(&self, codes: impl Iterator<Item = usize>) -> Encoding {
        let mut encoding =
            Encoding { glyphs: BTreeMap::new(), widths: BTreeMap::new(), metrics: self.face.metrics() };
        for code in codes {
            let Ok(point) = u32::try_from(code) else { continue };
            let glyph = char::from_u32(point).and_then(|character| self.face.glyph(character));
            encoding.glyphs.insert(point, self.glyphs[code]);
            encoding.widths.insert(self.glyphs[code], glyph.map_or(0, |glyph| self.face.advance(glyph)));
        }
        encoding
    }
}
