//! How long photos take on their way to paper: twelve megapixels, some three megabytes, each printed 75 mm wide.
//!
//! `cargo run --release -p picture --example speed`; with a file's name the photo is written there and nothing is timed.

use image::codecs::jpeg::JpegEncoder;
use picture::{PixelSize, print_pixels, reduced};
use std::time::Instant;

/// How many are timed.
const PHOTOS: u32 = 20;

/// Something like a photo: shades over the whole sheet, details of every size, and grain as fine as a sensor's.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut grain = 1_u32;
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        grain ^= grain << 13;
        grain ^= grain >> 17;
        grain ^= grain << 5;
        let shade = 30 + (x * 150 / width + y * 50 / height) as i32;
        // Patches of 8 to 256 pixels, each as light as chance has it.
        let detail: i32 = (3..9).map(|scale| chance(x >> scale, y >> scale, scale)).sum();
        let part = |seed: u32| (shade + detail + ((grain >> seed) % 27) as i32 - 13).clamp(0, 255) as u8;
        image::Rgb([part(3), part(9), part(15)])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&picture).expect("a JPEG");
    bytes
}

/// -12 to 12, for a patch always the same.
fn chance(x: u32, y: u32, scale: u32) -> i32 {
    let mixed = (x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77) ^ scale.wrapping_mul(0xC2B2_AE3D))
        .wrapping_mul(0x27D4_EB2F);
    ((mixed >> 15) % 25) as i32 - 12
}

fn main() {
    let bytes = photo(4000, 3000);
    if let Some(file) = std::env::args_os().nth(1) {
        fs_err::write(file, bytes).expect("a file that can be written");
        return;
    }
    println!("a photo of 12 megapixels, {} KB", bytes.len() / 1000);
    let within = PixelSize { width: print_pixels(75_000), height: print_pixels(100_000) };
    let begin = Instant::now();
    let mut size = 0;
    for _ in 0..PHOTOS {
        size = reduced(&bytes, within).expect("a photo").jpeg.len();
    }
    let each = begin.elapsed() / PHOTOS;
    println!("{each:?} each, {} KB; 1,000 on two cores: {:?}", size / 1000, each * 500);
}
