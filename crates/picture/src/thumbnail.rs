//! Thumbnails: small JPEG pictures of photos and scans, upright, decoded under limits.

use crate::decode::{Decoded, NoPicture, decode};
use std::io::Cursor;

/// The longer side of a thumbnail, in pixels.
pub const THUMBNAIL_SIDE: u32 = 240;

/// Makes a thumbnail of a picture's bytes: JPEG, at most [`THUMBNAIL_SIDE`] pixels on the longer side, turned upright by
/// its EXIF orientation.
///
/// # Errors
/// [`NoPicture`] says why; the original is unaffected.
pub fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, NoPicture> {
    let Decoded { picture, turn, .. } = decode(bytes)?;
    let mut small = picture.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE);
    small.apply_orientation(turn);
    let mut jpeg = Cursor::new(Vec::new());
    small.to_rgb8().write_to(&mut jpeg, image::ImageFormat::Jpeg).map_err(|_| NoPicture::Damaged)?;
    Ok(jpeg.into_inner())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use image::DynamicImage;

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
        assert!(matches!(thumbnail(&bomb), Err(NoPicture::TooLarge | NoPicture::Damaged)));
        let whole = png(64, 64);
        assert!(thumbnail(&whole).is_ok());
        assert_eq!(thumbnail(&whole[..whole.len() / 2]), Err(NoPicture::Damaged));
        assert_eq!(thumbnail(b"hello"), Err(NoPicture::NotAPicture));
    }
}
