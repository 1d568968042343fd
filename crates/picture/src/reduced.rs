//! A photo for the printed page: as many pixels as its place can show, upright, sRGB, and nothing but the picture.
//!
//! A pure function of the bytes; keeping what it made is the caller's. Who prints at another size calls it again.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::decode::{Decoded, NoPicture, PixelSize, decode, is_sideways};

/// How many pixels an inch of paper shows; an office's printer prints no finer picture.
pub const PRINT_DPI: u32 = 200;

/// Of 100. Photos at 200 to the inch show no difference from here on.
const QUALITY: u8 = 85;

/// A photo that is ready for print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// JPEG, grey or RGB, upright, without metadata.
    pub jpeg: Vec<u8>,
    /// Its size.
    pub size: PixelSize,
}

/// As many pixels as so many micrometres of paper show.
#[must_use]
pub fn print_pixels(micrometres: u32) -> u32 {
    let pixels = u64::from(micrometres) * u64::from(PRINT_DPI) / 25_400;
    u32::try_from(pixels).unwrap_or(u32::MAX).max(1)
}

/// The picture upright and in sRGB, within that many pixels as it is seen, in its own proportions and never enlarged.
///
/// # Errors
/// [`NoPicture`] says why it cannot be shown; the original is unaffected.
pub fn reduced(bytes: &[u8], within: PixelSize) -> Result<Reduced, NoPicture> {
    let Decoded { picture, turn, profile } = decode(bytes)?;
    let mut picture = plain(picture);
    // Turning comes last, where there are fewest pixels.
    let within = if is_sideways(turn) { within.turned() } else { within };
    if let Some(size) = smaller(&picture, within) {
        picture = resized(&picture, size)?;
    }
    if let Some(profile) = profile {
        picture = standard_colours(picture, &profile);
    }
    picture.apply_orientation(turn);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    picture.write_with_encoder(encoder).map_err(|_| NoPicture::Damaged)?;
    Ok(Reduced { jpeg, size: PixelSize { width: picture.width(), height: picture.height() } })
}

/// Grey or RGB with eight bits; what is transparent becomes paper.
fn plain(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => picture,
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(picture.to_luma8()),
        other if other.color().has_alpha() => {
            let pixels = other.to_rgba8();
            let on_paper = |(x, y)| {
                let [r, g, b, alpha] = pixels.get_pixel(x, y).0.map(u32::from);
                image::Rgb([r, g, b].map(|part| ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8))
            };
            let (width, height) = pixels.dimensions();
            DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| on_paper((x, y))))
        }
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    }
}

/// The size within the bounds, if the picture is larger.
fn smaller(picture: &DynamicImage, within: PixelSize) -> Option<PixelSize> {
    let [width, height, most_width, most_height] =
        [picture.width(), picture.height(), within.width.max(1), within.height.max(1)].map(u64::from);
    if width <= most_width && height <= most_height {
        return None;
    }
    let rounded = |side: u64, by: u64, of: u64| u32::try_from((side * by + of / 2) / of).ok();
    Some(if width * most_height >= height * most_width {
        PixelSize { width: within.width.max(1), height: rounded(height, most_width, width)?.max(1) }
    } else {
        PixelSize { width: rounded(width, most_height, height)?.max(1), height: within.height.max(1) }
    })
}

fn resized(picture: &DynamicImage, size: PixelSize) -> Result<DynamicImage, NoPicture> {
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    let mut small = match picture {
        DynamicImage::ImageLuma8(_) => DynamicImage::ImageLuma8(GrayImage::new(size.width, size.height)),
        _ => DynamicImage::ImageRgb8(RgbImage::new(size.width, size.height)),
    };
    Resizer::new().resize(picture, &mut small, &options).map_err(|_| NoPicture::Damaged)?;
    Ok(small)
}

/// From the profile's colours to sRGB. One that cannot be read, or that is not for such pixels, is left aside: then the
/// picture is taken for sRGB, as one without a profile is.
fn standard_colours(picture: DynamicImage, profile: &[u8]) -> DynamicImage {
    let converted = |picture: &DynamicImage| {
        let own = ColorProfile::new_from_slice(profile).ok()?;
        let pixels = picture.as_rgb8().filter(|_| own.color_space == DataColorSpace::Rgb)?;
        let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
        let transform = own.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options).ok()?;
        let mut standard = RgbImage::new(pixels.width(), pixels.height());
        transform.transform(pixels, &mut standard).ok()?;
        Some(DynamicImage::ImageRgb8(standard))
    };
    converted(&picture).unwrap_or(picture)
}
