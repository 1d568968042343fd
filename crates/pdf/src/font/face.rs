//! One face: its character map and widths, without its outlines.
//!
//! Reads the tables it needs by their place in the file (head, hhea, maxp, hmtx, cmap, OS/2, name: some 0.4 MB of 15).

use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use ttf_parser::{RawFaceTables, Tag};

use crate::FontError;

/// A face whose outlines are still in its file.
#[derive(Debug)]
pub(crate) struct Face {
    path: PathBuf,
    /// PostScript name.
    name: String,
    /// The table `head`, which carries the checksum of the whole file.
    head: Vec<u8>,
    metrics: FaceMetrics,
    /// Glyph of each character of the basic plane; 0 where there is none.
    basic: Vec<u16>,
    /// Characters beyond it, sorted.
    beyond: Vec<(u32, u16)>,
    /// Width of each glyph in 1/1000 em, rounded down as the PDF back end does.
    advances: Vec<u16>,
}

/// What the PDF's font descriptor says of a face, in 1/1000 em.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FaceMetrics {
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    pub(crate) cap_height: i16,
    /// Left, lower, right, upper.
    pub(crate) bounds: [i16; 4],
    /// 400 is regular.
    pub(crate) weight: u16,
}

impl Face {
    /// Reads the face's small tables.
    pub(crate) fn open(path: &Path) -> Result<Self, FontError> {
        let unreadable = |source| FontError::Unreadable { path: path.to_path_buf(), source };
        let malformed = |reason: String| FontError::Malformed { path: path.to_path_buf(), reason };
        let mut file = fs_err::File::open(path).map_err(unreadable)?;
        let directory = Directory::read(&mut file).map_err(unreadable)?;
        let mut table = |tag: &[u8; 4]| {
            directory
                .table(&mut file, tag)
                .map_err(unreadable)?
                .ok_or_else(|| malformed(format!("no table {}", Tag::from_bytes(tag))))
        };
        let (head, hhea, maxp) = (table(b"head")?, table(b"hhea")?, table(b"maxp")?);
        let (hmtx, cmap, os2, name) = (table(b"hmtx")?, table(b"cmap")?, table(b"OS/2")?, table(b"name")?);
        let tables = RawFaceTables {
            head: &head,
            hhea: &hhea,
            maxp: &maxp,
            hmtx: Some(&hmtx),
            cmap: Some(&cmap),
            os2: Some(&os2),
            name: Some(&name),
            ..RawFaceTables::default()
        };
        let parsed =
            ttf_parser::Face::from_raw_tables(tables).map_err(|error| malformed(error.to_string()))?;
        let face = Self::from_parsed(path, &parsed).map_err(malformed)?;
        Ok(Self { head, ..face })
    }

    fn from_parsed(path: &Path, parsed: &ttf_parser::Face<'_>) -> Result<Self, String> {
        let units_per_em = parsed.units_per_em();
        let thousandths =
            |units: i16| i16::try_from(i32::from(units) * 1000 / i32::from(units_per_em)).unwrap_or_default();
        let bounds = parsed.global_bounding_box();
        let (basic, beyond) = character_map(parsed)?;
        let advances = (0..parsed.number_of_glyphs())
            .map(|glyph| {
                let units = parsed.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or_default();
                u16::try_from(u32::from(units) * 1000 / u32::from(units_per_em)).unwrap_or(u16::MAX)
            })
            .collect();
        Ok(Self {
            path: path.to_path_buf(),
            name: postscript_name(parsed).ok_or("no PostScript name")?,
            head: Vec::new(),
            metrics: FaceMetrics {
                ascent: thousandths(parsed.ascender()),
                descent: thousandths(parsed.descender()),
                cap_height: parsed.capital_height().map_or(730, thousandths),
                bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths),
                weight: parsed.weight().to_number(),
            },
            basic,
            beyond,
            advances,
        })
    }

    /// The face's own glyph for a character.
    pub(crate) fn glyph(&self, character: char) -> Option<u16> {
        let code = u32::from(character);
        let found = match self.basic.get(code as usize) {
            Some(glyph) => *glyph,
            None => self
                .beyond
                .binary_search_by_key(&code, |(code, _)| *code)
                .map_or(0, |place| self.beyond[place].1),
        };
        (found != 0).then_some(found)
    }

    /// The width of a glyph in 1/1000 em.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        self.advances.get(usize::from(glyph)).copied().unwrap_or_default()
    }

    /// Top of the capital letters in 1/1000 em.
    pub(crate) fn cap_height(&self) -> i16 {
        self.metrics.cap_height
    }

    pub(crate) fn metrics(&self) -> FaceMetrics {
        self.metrics
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The table `head`, which carries the checksum of the whole file.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Reads the whole file into `bytes`, in the place of what they were.
    pub(crate) fn read(&self, bytes: &mut Vec<u8>) -> Result<(), FontError> {
        let unreadable = |source| FontError::Unreadable { path: self.path.clone(), source };
        bytes.clear();
        fs_err::File::open(&self.path).and_then(|mut file| file.read_to_end(bytes)).map_err(unreadable)?;
        Ok(())
    }

    /// How many bytes the whole file has; 0 where the system does not tell.
    pub(crate) fn length(&self) -> usize {
        let found = fs_err::metadata(&self.path).map_or(0, |found| found.len());
        usize::try_from(found).unwrap_or_default()
    }
}

/// The table directory of a font file.
struct Directory(Vec<u8>);

impl Directory {
    const ENTRY_BYTES: usize = 16;

    fn read(file: &mut fs_err::File) -> std::io::Result<Self> {
        let mut head = [0; 12];
        file.read_exact(&mut head)?;
        let tables = usize::from(u16::from_be_bytes([head[4], head[5]]));
        let mut entries = vec![0; tables * Self::ENTRY_BYTES];
        file.read_exact(&mut entries)?;
        Ok(Self(entries))
    }

    /// The bytes of one table; `None` if the font has none of that name.
    fn table(&self, file: &mut fs_err::File, tag: &[u8; 4]) -> std::io::Result<Option<Vec<u8>>> {
        let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        let Some(entry) = self.0.chunks_exact(Self::ENTRY_BYTES).find(|entry| entry.starts_with(tag)) else {
            return Ok(None);
        };
        let (offset, length) = (number(&entry[8..12]), number(&entry[12..16]));
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(offset))?;
        // A false length must not reserve 4 GB before the file's end is met.
        file.take(length).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}

type CharacterMap = (Vec<u16>, Vec<(u32, u16)>);

/// The whole character map: a table for the basic plane and a sorted list for what lies beyond.
fn character_map(parsed: &ttf_parser::Face<'_>) -> Result<CharacterMap, String> {
    let tables = parsed.tables().cmap.ok_or("no character map")?;
    let mut basic = vec![0_u16; 0x1_0000];
    let mut beyond = Vec::new();
    // Where two maps differ the first one holds.
    for subtable in tables.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
        subtable.codepoints(|code| {
            let Some(glyph) = subtable.glyph_index(code) else { return };
            match basic.get_mut(code as usize) {
                Some(place) if *place == 0 => *place = glyph.0,
                Some(_) => {}
                None => beyond.push((code, glyph.0)),
            }
        });
    }
    beyond.sort_unstable();
    beyond.dedup_by_key(|(code, _)| *code);
    Ok((basic, beyond))
}

fn postscript_name(parsed: &ttf_parser::Face<'_>) -> Option<String> {
    parsed
        .names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
        .map(|name| name.chars().filter(char::is_ascii_graphic).collect())
}
