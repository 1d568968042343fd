//! A face reduced to the glyphs of one document.

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::{Encoding, Face};
use crate::PdfError;

/// A face reduced to the glyphs of one document.
pub(crate) struct Subset {
    /// Six letters for these glyphs, a plus sign and the face's name.
    pub(crate) name: String,
    /// The font program.
    pub(crate) bytes: Vec<u8>,
    /// How its characters are written.
    pub(crate) encoding: Encoding,
}

impl Subset {
    /// `file` is room for the face's file.
    pub(super) fn of(
        face: &Face,
        numbers: &GlyphRemapper,
        encoding: Encoding,
        file: &mut Vec<u8>,
    ) -> Result<Self, PdfError> {
        face.read(file)?;
        let bytes = subsetter::subset(file, 0, numbers)
            .map_err(|error| PdfError::Subset { face: face.name().to_owned(), reason: error.to_string() })?;
        let name = format!("{}+{}", tag(&bytes), face.name());
        Ok(Self { name, bytes, encoding })
    }
}

/// Six capital letters that differ between subsets, from the subset's bytes.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
