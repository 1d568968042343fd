//! Photos on their way to paper: turned, in standard colours, no larger than they are printed, without what they tell.

#![allow(clippy::unwrap_used, reason = "tests")]

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;
use picture::{NoPicture, PixelSize, print_pixels, reduced, size};

const ROOM: PixelSize = PixelSize { width: 600, height: 400 };

fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 95)).unwrap();
    bytes
}

/// A red upper left quarter on white.
fn marked(width: u32, height: u32) -> DynamicImage {
    let quarter = |x, y| if x < width / 2 && y < height / 2 { Rgb([255, 0, 0]) } else { Rgb([255; 3]) };
    RgbImage::from_fn(width, height, quarter).into()
}

/// The file with an orientation in its EXIF data.
fn turned(mut bytes: Vec<u8>, orientation: u8) -> Vec<u8> {
    let mut exif =
        b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
    exif[29] = orientation;
    bytes.splice(2..2, exif);
    bytes
}

/// Which corners are red: upper left, upper right, lower left, lower right.
fn red_corners(jpeg: &[u8]) -> [bool; 4] {
    let picture = image::load_from_memory(jpeg).unwrap().to_rgb8();
    let (right, foot) = (picture.width() * 3 / 4, picture.height() * 3 / 4);
    let (left, top) = (picture.width() / 4, picture.height() / 4);
    [(left, top), (right, top), (left, foot), (right, foot)].map(|(x, y)| picture.get_pixel(x, y).0[1] < 128)
}

#[test]
fn a_photo_is_as_large_as_its_place_and_never_larger() {
    let check = |width, height, expected: (u32, u32)| {
        let made = reduced(&jpeg(&marked(width, height)), ROOM).unwrap();
        assert_eq!((made.size.width, made.size.height), expected, "{width} x {height}");
        let read = image::load_from_memory(&made.jpeg).unwrap();
        assert_eq!((read.width(), read.height()), expected);
    };
    check(1200, 800, (600, 400));
    check(1200, 300, (600, 150));
    check(400, 1200, (133, 400));
    check(60, 40, (60, 40));
    check(3000, 2, (600, 1));
    // 75 mm at 200 to the inch.
    assert_eq!(print_pixels(75_000), 590);
}

#[test]
fn a_photo_is_turned_upright() {
    // By EXIF: where the file's upper left corner is seen, from 1 to 8.
    let seen = [0, 1, 3, 2, 0, 1, 3, 2];
    for (orientation, corner) in (1..).zip(seen) {
        let bytes = turned(jpeg(&marked(800, 400)), orientation);
        let made = reduced(&bytes, ROOM).unwrap();
        let sideways = orientation > 4;
        let expected = if sideways { (200, 400) } else { (600, 300) };
        assert_eq!((made.size.width, made.size.height), expected, "orientation {orientation}");
        assert_eq!(red_corners(&made.jpeg), [0, 1, 2, 3].map(|at| at == corner), "orientation {orientation}");
        let upright = if sideways { (400, 800) } else { (800, 400) };
        assert_eq!(size(&bytes).map(|size| (size.width, size.height)), Ok(upright));
    }
}

#[test]
fn nothing_but_the_picture_is_left() {
    let bytes = turned(jpeg(&marked(800, 400)), 1);
    let holds = |bytes: &[u8]| bytes.windows(4).any(|four| four == b"Exif");
    // The control.
    assert!(holds(&bytes));
    assert!(!holds(&reduced(&bytes, ROOM).unwrap().jpeg));
}

/// The colour in the middle of what is printed of a picture of one colour.
fn printed(bytes: &[u8]) -> [u8; 3] {
    let made = reduced(bytes, ROOM).unwrap();
    image::load_from_memory(&made.jpeg)
        .unwrap()
        .to_rgb8()
        .get_pixel(made.size.width / 2, made.size.height / 2)
        .0
}

fn near(found: [u8; 3], expected: [u8; 3]) -> bool {
    found.iter().zip(expected).all(|(&found, expected)| found.abs_diff(expected) <= 4)
}

#[test]
fn colours_of_another_profile_become_standard() {
    let picture = RgbImage::from_pixel(64, 64, Rgb([200, 100, 100]));
    let with = |profile: Option<ColorProfile>| {
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
        if let Some(profile) = profile {
            encoder.set_icc_profile(profile.encode().unwrap()).unwrap();
        }
        encoder.encode_image(&DynamicImage::from(picture.clone())).unwrap();
        bytes
    };
    // The control: without a profile nothing changes, and neither with that of sRGB.
    assert!(near(printed(&with(None)), [200, 100, 100]));
    assert!(near(printed(&with(Some(ColorProfile::new_srgb()))), [200, 100, 100]));
    let wide = printed(&with(Some(ColorProfile::new_display_p3())));
    assert!(wide[0] > 208 && wide[1] < 98, "{wide:?}");
}

#[test]
fn grey_stays_grey_and_transparency_becomes_paper() {
    let grey = reduced(&jpeg(&GrayImage::from_pixel(64, 64, image::Luma([90])).into()), ROOM).unwrap();
    assert_eq!(image::load_from_memory(&grey.jpeg).unwrap().color(), image::ColorType::L8);
    let mut png = std::io::Cursor::new(Vec::new());
    RgbaImage::from_pixel(64, 64, Rgba([0, 0, 0, 51])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    assert!(near(printed(png.get_ref()), [204; 3]));
}

#[test]
fn four_colours_become_three() {
    let [red, green, blue] = printed(include_bytes!("fixtures/cmyk.jpg"));
    assert!(red > 150 && green < 90 && blue < 90, "{red} {green} {blue}");
}

#[test]
fn what_is_damaged_or_too_large_is_named() {
    let whole = jpeg(&marked(800, 400));
    assert!(reduced(&whole, ROOM).is_ok());
    assert_eq!(reduced(&whole[..whole.len() / 2], ROOM).map(|made| made.size), Err(NoPicture::Damaged));
    assert_eq!(reduced(b"hello", ROOM).map(|made| made.size), Err(NoPicture::NotAPicture));
    // A head that promises 30000 x 30000 pixels.
    let mut bomb = whole.clone();
    let frame = bomb.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
    assert_eq!(reduced(&bomb, ROOM).map(|made| made.size), Err(NoPicture::TooLarge));
    assert_eq!(size(&bomb), Err(NoPicture::TooLarge));
}
