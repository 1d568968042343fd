//! The faces that reports are printed with: which file plays which role, and which face stands in for a missing glyph.
//!
//! A face's file is 7 to 16 MB, so only its small tables are read at first (`face`) and the outlines of a face that
//! is really used are read, reduced (`subset`) and dropped again one after another.

mod face;
mod subset;
mod usage;

use std::path::Path;

use layout::font::{FaceId, FontRole, Glyph, Heights, Metrics};

use sha2::{Digest, Sha256};

use crate::FontError;
use face::Face;
pub(crate) use subset::Subset;
pub(crate) use usage::{Encoding, Encodings, Usage};

/// Which file plays which role. The order gives the faces their numbers.
const FILES: [(FontRole, &str); 5] = [
    (FontRole::Fangsong, "FandolFang-Regular.otf"),
    (FontRole::Title, "NotoSerifSC_700Bold.ttf"),
    (FontRole::Hei, "NotoSansSC_700Bold.ttf"),
    (FontRole::Kai, "LXGWWenKai-Regular.ttf"),
    (FontRole::Song, "NotoSerifSC_400Regular.ttf"),
];

/// Who stands in when the role's own face lacks a glyph, first come first served: the widest face of regular weight
/// first, so that a rare character does not stand out by boldness.
const FALLBACKS: [FontRole; 4] = [FontRole::Song, FontRole::Kai, FontRole::Title, FontRole::Hei];

/// The opened faces of a folder.
#[derive(Debug)]
pub struct FontLibrary {
    faces: Vec<Face>,
}

impl FontLibrary {
    /// Opens the faces in `folder` by their file names; reads about 2 MB.
    ///
    /// # Errors
    /// A file that is missing, unreadable or no usable font.
    pub fn open(folder: &Path) -> Result<Self, FontError> {
        let faces = FILES.iter().map(|(_, file)| Face::open(&folder.join(file))).collect::<Result<_, _>>()?;
        Ok(Self { faces })
    }

    /// SHA-256 over the faces' names and `head` tables, each of which carries the checksum of its whole file: equal where
    /// the same text gives the same bytes.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for face in &self.faces {
            hash.update(face.name());
            hash.update(face.head());
        }
        hash.finalize().into()
    }

    /// The face of that number.
    pub(crate) fn face(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(usize::from(id.0))
    }

    fn of_role(&self, role: FontRole) -> Option<(FaceId, &Face)> {
        let place = FILES.iter().position(|(of, _)| *of == role)?;
        let id = FaceId(u16::try_from(place).ok()?);
        Some((id, self.face(id)?))
    }
}

impl Metrics for FontLibrary {
    fn glyph(&self, role: FontRole, character: char) -> Option<Glyph> {
        std::iter::once(role).chain(FALLBACKS).find_map(|candidate| {
            let (id, face) = self.of_role(candidate)?;
            let glyph = face.glyph(character)?;
            Some(Glyph { face: id, advance: face.advance(glyph) })
        })
    }

    fn heights(&self, role: FontRole) -> Heights {
        self.of_role(role)
            .map(|(_, face)| Heights { cap: face.cap_height(), ..Heights::default() })
            .unwrap_or_default()
    }
}
