//! Thumbnails: small JPEG pictures of photos and scans, upright, decoded under limits.

use crate::taken::orientation;
use image::{DynamicImage, ImageReader, Limits};
use std::io::Cursor;

/// The longer side of a thumbnail, in pixels.
pub const THUMBNAIL_SIDE: u32 = 240;

/// Refused before decoding: a side longer than this, in pixels.
const SIDE_MAX: u32 = 20_000;
/// Refused before decoding: what the decoder would need, in bytes.
const DECODED_BYTES_MAX: u64 = 256 << 20;

/// Why there is no thumbnail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoThumbnail {
    /// Not a picture of a known format.
    NotAPicture,
    /// Larger than is decoded for a thumbnail.
    TooLarge,
    /// Of a known format, but damaged.
    Damaged,
}

/// Makes a thumbnail of a picture's bytes: JPEG, at most [`THUMBNAIL_SIDE`] pixels on the longer side, turned upright by
/// its EXIF orientation.
///
/// # Errors
/// [`NoThumbnail`] says why; the original is unaffected.
pub fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, NoThumbnail> {
    let reader =
        || ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NoThumbnail::NotAPicture);
    if reader()?.format().is_none() {
        return Err(NoThumbnail::NotAPicture);
    }
    let (width, height) = reader()?.into_dimensions().map_err(|_| NoThumbnail::Damaged)?;
    // Four bytes a pixel and, for the widest formats, four times that while decoding.
    if width > SIDE_MAX || height > SIDE_MAX || u64::from(width) * u64::from(height) * 4 > DECODED_BYTES_MAX {
        return Err(NoThumbnail::TooLarge);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    let mut reader = reader()?;
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| NoThumbnail::Damaged)?;
    let small = upright(picture.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE), orientation(bytes));
    let mut jpeg = Cursor::new(Vec::new());
    small.to_rgb8().write_to(&mut jpeg, image::ImageFormat::Jpeg).map_err(|_| NoThumbnail::Damaged)?;
    Ok(jpeg.into_inner())
}

fn upright(picture: DynamicImage, orientation: u32) -> DynamicImage {
    match orientation {
        2 => picture.fliph(),
        3 => picture.rotate180(),
        4 => picture.flipv(),
        5 => picture.rotate90().fliph(),
        6 => picture.rotate90(),
        7 => picture.rotate270().fliph(),
        8 => picture.rotate270(),
        _ => picture,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_thumbnail_keeps_the_proportions() {
        let small = thumbnail(&png(960, 480)).unwrap();
        let read = image::load_from_memory(&small).unwrap();
        assert_eq!((read.width(), read.height()), (240, 120));
    }

    #[test]
    fn bombs_and_damage_are_refused_without_decoding() {
        // A header that promises 60000 x 60000 pixels and holds none of them.
        let mut bomb = png(1, 1);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        assert!(matches!(thumbnail(&bomb), Err(NoThumbnail::TooLarge | NoThumbnail::Damaged)));
        let whole = png(64, 64);
        assert!(thumbnail(&whole).is_ok());
        assert_eq!(thumbnail(&whole[..whole.len() / 2]), Err(NoThumbnail::Damaged));
        assert_eq!(thumbnail(b"hello"), Err(NoThumbnail::NotAPicture));
    }
}
