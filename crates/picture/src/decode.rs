//! A picture's bytes into pixels: limits before decoding, and which way is up.

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

use crate::taken::orientation;

/// Refused before decoding: a side longer than this, in pixels.
const SIDE_MAX: u32 = 20_000;
/// Refused before decoding: what the decoder would need, in bytes.
const DECODED_BYTES_MAX: u64 = 256 << 20;

/// Why a picture cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPicture {
    /// Not a picture of a known format.
    NotAPicture,
    /// Larger than is decoded.
    TooLarge,
    /// Of a known format, but damaged.
    Damaged,
}

/// Width and height of a picture as it is seen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelSize {
    /// To the right.
    pub width: u32,
    /// Downwards.
    pub height: u32,
}

/// Pixels as the file has them, and what it says of them.
pub(crate) struct Decoded {
    pub(crate) picture: DynamicImage,
    /// How it must be turned to be upright.
    pub(crate) turn: Orientation,
    /// The profile that its colours refer to.
    pub(crate) profile: Option<Vec<u8>>,
}

type Reader<'b> = ImageReader<Cursor<&'b [u8]>>;

/// The size of a picture as it is seen, from the head of its bytes.
///
/// # Errors
/// [`NoPicture`] says why it cannot be shown; one whose head is whole may yet prove damaged.
pub fn size(bytes: &[u8]) -> Result<PixelSize, NoPicture> {
    let (width, height) = checked_size(bytes)?;
    let size = PixelSize { width, height };
    Ok(if is_sideways(turn(bytes)) { size.turned() } else { size })
}

impl PixelSize {
    /// After a quarter turn.
    pub(crate) fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// Whether a turn exchanges width and height.
pub(crate) fn is_sideways(turn: Orientation) -> bool {
    let upright = [
        Orientation::NoTransforms,
        Orientation::FlipHorizontal,
        Orientation::FlipVertical,
        Orientation::Rotate180,
    ];
    !upright.contains(&turn)
}

/// Decodes a picture.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, NoPicture> {
    checked_size(bytes)?;
    if is_cut_off(bytes) {
        return Err(NoPicture::Damaged);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    let mut reader = reader(bytes)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| NoPicture::Damaged)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| NoPicture::Damaged)?;
    Ok(Decoded { picture, turn: turn(bytes), profile })
}

fn reader(bytes: &[u8]) -> Result<Reader<'_>, NoPicture> {
    let reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NoPicture::NotAPicture)?;
    if reader.format().is_some() { Ok(reader) } else { Err(NoPicture::NotAPicture) }
}

/// Width and height in the file, unless they are beyond what is decoded.
fn checked_size(bytes: &[u8]) -> Result<(u32, u32), NoPicture> {
    let (width, height) = reader(bytes)?.into_dimensions().map_err(|_| NoPicture::Damaged)?;
    // Four bytes a pixel and, for the widest formats, four times that while decoding.
    let bytes = u64::from(width) * u64::from(height) * 4;
    let fits = width <= SIDE_MAX && height <= SIDE_MAX && bytes <= DECODED_BYTES_MAX;
    if fits { Ok((width, height)) } else { Err(NoPicture::TooLarge) }
}

/// Whether a JPEG ends before its picture does; the decoder would fill up with grey.
fn is_cut_off(bytes: &[u8]) -> bool {
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return false;
    }
    // Segments up to the picture's data; a thumbnail with an end of its own lies inside one.
    let mut at = 2;
    while let Some(&[0xFF, kind, high, low]) = bytes.get(at..at + 4).and_then(|four| four.first_chunk()) {
        if kind == 0xDA {
            return !bytes[at..].windows(2).any(|two| two == [0xFF, 0xD9]);
        }
        at += if kind == 0xFF { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
    }
    true
}

fn turn(bytes: &[u8]) -> Orientation {
    let exif = u8::try_from(orientation(bytes)).ok();
    exif.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
}
