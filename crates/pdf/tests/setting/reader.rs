//! Other people's programs that read PDF: what they say is what counts.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test uses its part; a fault must stop it"
)]

use std::path::PathBuf;
use std::process::Command;

/// A file on disk for as long as the value lives.
pub struct Printed {
    folder: tempfile::TempDir,
}

impl Printed {
    pub fn new(bytes: &[u8]) -> Self {
        let printed = Self { folder: tempfile::tempdir().unwrap() };
        fs_err::write(printed.path(), bytes).unwrap();
        printed
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("printed.pdf")
    }

    /// What a reader of poppler-utils says about the file; `after` stands behind the file's name.
    pub fn read(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        String::from_utf8(self.bytes(program, before, after)).unwrap()
    }

    fn bytes(&self, program: &str, before: &[&str], after: &[&str]) -> Vec<u8> {
        let mut command = Command::new(program);
        command.args(before).arg(self.path()).args(after).current_dir(self.folder.path());
        // Dates are shown in the reader's own zone.
        let output = command
            .env("TZ", "UTC")
            .output()
            .unwrap_or_else(|error| panic!("{program} (poppler-utils): {error}"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.trim().is_empty(), "{program}: {said}");
        output.stdout
    }

    /// A page as grey pixels at `dots` per inch: width, height, one byte each, 0 is black.
    pub fn pixels(&self, page: u32, dots: u32) -> (usize, usize, Vec<u8>) {
        let (page, dots) = (page.to_string(), dots.to_string());
        let image = self.bytes("pdftoppm", &["-gray", "-r", &dots, "-f", &page, "-l", &page], &[]);
        // A head of four words, then the pixels.
        let mut words = Vec::new();
        let mut place = 0;
        while words.len() < 4 {
            let end = place + image[place..].iter().position(u8::is_ascii_whitespace).unwrap();
            words.push(String::from_utf8(image[place..end].to_vec()).unwrap());
            place = end + 1;
        }
        assert_eq!(words[0], "P5");
        (words[1].parse().unwrap(), words[2].parse().unwrap(), image[place..].to_vec())
    }
}
