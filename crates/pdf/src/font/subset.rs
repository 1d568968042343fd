//! A face reduced to the glyphs of one document.
//!
//! Two characters that share a glyph come back as the one that was used last: none of the pairs (radicals and
//! the characters they look like) occurs in reports.

use std::collections::BTreeMap;

use layout::font::FaceId;
use layout::page::{Document, Mark};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::face::FaceMetrics;
use super::{Face, FontLibrary};
use crate::PdfError;

/// Which characters of which faces a document uses.
pub(crate) struct Usage(BTreeMap<FaceId, Characters>);

/// A set of characters, a bit for each: a long report asks a million times.
#[derive(Default)]
struct Characters(Vec<u64>);

impl Characters {
    fn insert(&mut self, character: char) {
        let code = u32::from(character) as usize;
        if self.0.len() <= code / 64 {
            self.0.resize(code / 64 + 1, 0);
        }
        self.0[code / 64] |= 1 << (code % 64);
    }

    /// In the order of their code points.
    fn iter(&self) -> impl Iterator<Item = char> {
        let has = |code: &u32| self.0[*code as usize / 64] & (1 << (code % 64)) != 0;
        (0..self.0.len() as u32 * 64).filter(has).filter_map(char::from_u32)
    }
}

impl Usage {
    /// Looks through all texts.
    ///
    /// # Errors
    /// A text in a face that is not there, or with a character that its face lacks.
    pub(crate) fn of(document: &Document, fonts: &FontLibrary) -> Result<Self, PdfError> {
        let mut usage = BTreeMap::<FaceId, Characters>::new();
        for page in &document.pages {
            let number = page.index + 1;
            for placed in &page.placed {
                let Mark::Text(run) = &placed.mark else { continue };
                let face =
                    fonts.face(run.face).ok_or(PdfError::UnknownFace { face: run.face.0, page: number })?;
                let used = usage.entry(run.face).or_default();
                for character in run.text.chars() {
                    if face.glyph(character).is_none() {
                        let (face, text) = (face.name().to_owned(), run.text.clone());
                        return Err(PdfError::MissingGlyph { character, face, page: number, text });
                    }
                    used.insert(character);
                }
            }
        }
        Ok(Self(usage))
    }

    /// The reduced faces, made one after another so that one font file at a time is in memory.
    pub(crate) fn subsets(&self, fonts: &FontLibrary) -> Result<BTreeMap<FaceId, Subset>, PdfError> {
        let mut subsets = BTreeMap::new();
        for (id, characters) in &self.0 {
            let face = fonts.face(*id).ok_or(PdfError::UnknownFace { face: id.0, page: 0 })?;
            subsets.insert(*id, Subset::of(face, characters)?);
        }
        Ok(subsets)
    }
}

/// A face reduced to the glyphs of one document.
pub(crate) struct Subset {
    /// Six letters for these glyphs, a plus sign and the face's name.
    pub(crate) name: String,
    /// The font program.
    pub(crate) bytes: Vec<u8>,
    /// The new number of each character's glyph.
    pub(crate) glyphs: BTreeMap<u32, u16>,
    /// The width of each new glyph in 1/1000 em.
    pub(crate) widths: BTreeMap<u16, u16>,
    pub(crate) metrics: FaceMetrics,
}

impl Subset {
    fn of(face: &Face, characters: &Characters) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for character in characters.iter() {
            let Some(old) = face.glyph(character) else { continue };
            let new = remapper.remap(old);
            glyphs.insert(u32::from(character), new);
            widths.insert(new, face.advance(old));
        }
        let file = face.read()?;
        let bytes = subsetter::subset(&file, 0, &remapper)
            .map_err(|error| PdfError::Subset { face: face.name().to_owned(), reason: error.to_string() })?;
        let name = format!("{}+{}", tag(&bytes), face.name());
        Ok(Self { name, bytes, glyphs, widths, metrics: face.metrics() })
    }
}

/// Six capital letters that differ between subsets, from the subset's bytes.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
