//! Encodings: bytes to text and back. Tells the encoding by the bytes alone.
//!
//! A byte that cannot be decoded is a refusal that names its place; U+FFFD is never put in silently.

use crate::refusal::{Format, Refusal};
use encoding_rs::{DecoderResult, GB18030};
use std::fmt;

/// No paper comes near it: the 2013 paper has 22 kB.
const SIZE_BYTES_MAX: usize = 64 * 1_048_576;
const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF_16_LE_MARK: &[u8] = b"\xFF\xFE";
const UTF_16_BE_MARK: &[u8] = b"\xFE\xFF";
const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";

/// How the file's characters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Gb18030 => "GB18030",
        })
    }
}

/// The encoding with or without the byte order mark that some programs put before the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    /// How the characters are written.
    pub encoding: Encoding,
    /// Whether a byte order mark stands before the first character.
    pub byte_order_mark: bool,
}

impl Writing {
    fn mark(self) -> &'static [u8] {
        match self.encoding {
            _ if !self.byte_order_mark => &[],
            Encoding::Utf8 => UTF_8_MARK,
            Encoding::Utf16Le => UTF_16_LE_MARK,
            Encoding::Utf16Be => UTF_16_BE_MARK,
            Encoding::Gb18030 => GB18030_MARK,
        }
    }

    /// The text as bytes of this writing.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        let mut bytes = self.mark().to_vec();
        match self.encoding {
            Encoding::Utf8 => bytes.extend_from_slice(text.as_bytes()),
            Encoding::Utf16Le => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16Be => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            Encoding::Gb18030 => bytes.extend_from_slice(&GB18030.encode(text).0),
        }
        bytes
    }
}

/// The text without its byte order mark, and how it was written.
///
/// # Errors
/// What is empty, too large, another kind of file, or holds bytes that are no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Writing), Refusal> {
    if bytes.len() > SIZE_BYTES_MAX {
        return Err(Refusal::TooLarge { size_bytes: bytes.len() });
    }
    if let Some(format) = Format::told_by(bytes) {
        return Err(Refusal::OtherFormat(format));
    }
    let writing = told(bytes);
    let body = &bytes[writing.mark().len()..];
    let skipped = bytes.len() - body.len();
    let text = match writing.encoding {
        Encoding::Utf8 => utf_8(body),
        Encoding::Utf16Le => utf_16(body, u16::from_le_bytes),
        Encoding::Utf16Be => utf_16(body, u16::from_be_bytes),
        Encoding::Gb18030 => gb18030(body),
    }
    .map_err(|(before, byte)| Refusal::Undecodable {
        encoding: writing.encoding,
        line: crate::line::Lines::of(&before).count(),
        byte: byte + skipped,
    })?;
    refuse_binary(&text, writing, skipped)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if Format::is_html(&text) {
        return Err(Refusal::OtherFormat(Format::Html));
    }
    Ok((text, writing))
}

fn told(bytes: &[u8]) -> Writing {
    let marked = |encoding| Writing { encoding, byte_order_mark: true };
    if bytes.starts_with(UTF_8_MARK) {
        marked(Encoding::Utf8)
    } else if bytes.starts_with(GB18030_MARK) {
        marked(Encoding::Gb18030)
    } else if bytes.starts_with(UTF_16_LE_MARK) {
        marked(Encoding::Utf16Le)
    } else if bytes.starts_with(UTF_16_BE_MARK) {
        marked(Encoding::Utf16Be)
    } else {
        let encoding = unmarked_utf_16(bytes).unwrap_or_else(|| utf_8_or_gb18030(bytes));
        Writing { encoding, byte_order_mark: false }
    }
}

/// UTF-16 without a mark: line breaks and digits give it zero bytes, which no other text has, and read in the right
/// order nearly every unit is a Han character, Chinese punctuation or ASCII.
fn unmarked_utf_16(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 2 || !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    let usual = |order: fn([u8; 2]) -> u16| {
        let unit = |pair: &&[u8]| matches!(order([pair[0], pair[1]]), 0x09..=0x0D | 0x20..=0x7E | 0x2010..=0x203F | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF);
        bytes.chunks_exact(2).filter(unit).count()
    };
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let enough = little.max(big) * 10 >= bytes.len() / 2 * 9;
    enough.then_some(if little >= big { Encoding::Utf16Le } else { Encoding::Utf16Be })
}

/// Damaged UTF-8 is still UTF-8: GB18030 would take most of its bytes for other characters. Real GB18030 text read as
/// UTF-8 is faulty at nearly every character.
fn utf_8_or_gb18030(bytes: &[u8]) -> Encoding {
    let (mut sound, mut faults) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    if faults == 0 || sound > faults * 4 { Encoding::Utf8 } else { Encoding::Gb18030 }
}

/// The text, or what was sound before the first faulty byte and that byte's place.
type Decoded = Result<String, (String, usize)>;

fn utf_8(body: &[u8]) -> Decoded {
    std::str::from_utf8(body).map(str::to_owned).map_err(|error| {
        let sound = &body[..error.valid_up_to()];
        (String::from_utf8_lossy(sound).into_owned(), sound.len())
    })
}

fn utf_16(body: &[u8], order: fn([u8; 2]) -> u16) -> Decoded {
    let mut text = String::with_capacity(body.len() * 2);
    let mut byte = 0;
    for unit in char::decode_utf16(body.chunks_exact(2).map(|pair| order([pair[0], pair[1]]))) {
        let Ok(c) = unit else { return Err((text, byte)) };
        text.push(c);
        byte += c.len_utf16() * 2;
    }
    if body.len().is_multiple_of(2) { Ok(text) } else { Err((text, byte)) }
}

fn gb18030(body: &[u8]) -> Decoded {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let size_max =
        decoder.max_utf8_buffer_length_without_replacement(body.len()).unwrap_or(body.len() * 4 + 16);
    let mut text = String::with_capacity(size_max);
    let (result, read) = decoder.decode_to_string_without_replacement(body, &mut text, true);
    match result {
        DecoderResult::InputEmpty => written_otherwise(body, text),
        DecoderResult::Malformed(bad, after) => {
            Err((text, read.saturating_sub(usize::from(bad) + usize::from(after))))
        }
        DecoderResult::OutputFull => Err((text, read)),
    }
}

/// A few bytes are read as characters that are written with others; such a text could not be given back.
fn written_otherwise(body: &[u8], text: String) -> Decoded {
    let written = GB18030.encode(&text).0;
    let Some(byte) = written.iter().zip(body).position(|(written, read)| written != read) else {
        return Ok(text);
    };
    let before = GB18030.decode_without_bom_handling(&body[..byte]).0.into_owned();
    Err((before, byte))
}

/// A NUL, or control characters in more than one place of a hundred, are no text.
fn refuse_binary(text: &str, writing: Writing, skipped: usize) -> Result<(), Refusal> {
    let stray = |c: char| c.is_control() && !c.is_whitespace();
    let count = text.chars().filter(|&c| stray(c)).count();
    if !text.contains('\0') && count * 100 <= text.chars().count() {
        return Ok(());
    }
    let at = text.find('\0').or_else(|| text.find(stray)).unwrap_or(0);
    let before = &text[..at];
    let byte = skipped + Writing { byte_order_mark: false, ..writing }.encode(before).len();
    Err(Refusal::Binary { line: crate::line::Lines::of(before).count(), byte })
}
