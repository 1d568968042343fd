//! A volume of photos is written without being held: the most memory that a process of its own ever had.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

mod setting;

use layout::Length;
use layout::figure::{FileId, ImageId};
use pdf::{Supply, SupplyError};
use setting::{Setting, fonts, info, photo};

/// What the other process does; the variable stands only in its environment.
const MODE: &str = "PDF_TEST_MEMORY";
const PHOTOS: u32 = 600;
const PHOTO_BYTES: usize = 240_000;

/// A photo for every number, made when it is asked for.
struct Camera {
    photo: Vec<u8>,
}

impl Supply for Camera {
    fn jpeg(&self, _: ImageId) -> Result<Vec<u8>, SupplyError> {
        Ok(self.photo.clone())
    }

    fn file(&self, _: FileId) -> Result<Vec<u8>, SupplyError> {
        Err("no files".into())
    }

    fn foreign_notice(&self) -> String {
        String::new()
    }
}

/// The most memory that this process ever had, in megabytes.
fn peak() -> u64 {
    let status = fs_err::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Writes the volume into nothing or into memory; says how much memory that took.
fn write_volume(mode: &str) {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    for number in 0..PHOTOS {
        if number > 0 && number % 4 == 0 {
            setting.page(Length::mm(210.0), Length::mm(297.0));
        }
        setting.picture(number, "\u{7167}\u{7247}");
    }
    let camera = Camera { photo: photo(64, 64, PHOTO_BYTES) };
    let mut held = Vec::new();
    let out: &mut dyn std::io::Write = if mode == "held" { &mut held } else { &mut std::io::sink() };
    let size = pdf::write_to(&setting.document, &info(), &fonts, &camera, out).unwrap();
    assert!(size > u64::from(PHOTOS) * PHOTO_BYTES as u64);
    fs_err::write(std::env::var_os("PDF_TEST_SAID").unwrap(), peak().to_string()).unwrap();
}

#[test]
fn a_volume_of_photos_is_not_held_in_memory() {
    if let Some(mode) = std::env::var_os(MODE) {
        return write_volume(mode.to_str().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    let megabytes = |mode: &str| {
        let said = folder.path().join(mode);
        let mut other = std::process::Command::new(std::env::current_exe().unwrap());
        other.args(["--exact", "a_volume_of_photos_is_not_held_in_memory"]);
        assert!(other.env(MODE, mode).env("PDF_TEST_SAID", &said).output().unwrap().status.success());
        fs_err::read_to_string(said).unwrap().parse::<u64>().unwrap()
    };
    let (streamed, held) = (megabytes("streamed"), megabytes("held"));
    let volume = (u64::from(PHOTOS) * PHOTO_BYTES as u64) >> 20;
    println!("{volume} MB of photos: {streamed} MB streamed, {held} MB held");
    // The control: who holds the file does need its room. What the system counts for the program itself differs from run
    // to run by half a hundred megabytes, and is in both.
    assert!(held > volume, "{held} MB");
    assert!(streamed + volume * 3 / 4 < held, "{streamed} MB streamed, {held} MB held");
}
