//! The container of both files: a zip archive whose entries all carry the content's day.

use std::io::{Cursor, Write};

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::OoxmlError;

/// A package in making.
pub(crate) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Package {
    /// An empty package; every entry gets this day.
    pub(crate) fn new(day: Date) -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(midnight(day));
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), options }
    }

    /// Adds a part.
    pub(crate) fn part(&mut self, name: &str, text: &str) -> Result<(), OoxmlError> {
        self.zip.start_file(name, self.options)?;
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    /// Adds a picture: a JPEG grows no smaller.
    pub(crate) fn picture(&mut self, name: &str, jpeg: &[u8]) -> Result<(), OoxmlError> {
        self.zip.start_file(name, self.options.compression_method(CompressionMethod::Stored))?;
        Ok(self.zip.write_all(jpeg)?)
    }

    /// The finished file.
    pub(crate) fn finish(self) -> Result<Vec<u8>, OoxmlError> {
        Ok(self.zip.finish()?.into_inner())
    }
}

/// The same package with this day on every entry.
pub(crate) fn dated(package: Vec<u8>, day: Date) -> Result<Vec<u8>, OoxmlError> {
    let mut old = ZipArchive::new(Cursor::new(package))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        new.raw_copy_file_touch(old.by_index_raw(at)?, midnight(day), None)?;
    }
    Ok(new.finish()?.into_inner())
}

/// Midnight of that day; zip knows the years 1980 to 2107.
fn midnight(day: Date) -> DateTime {
    let number = |value: i8| u8::try_from(value).unwrap_or(1);
    u16::try_from(day.year())
        .ok()
        .and_then(|year| {
            DateTime::from_date_and_time(year, number(day.month()), number(day.day()), 0, 0, 0).ok()
        })
        .unwrap_or_default()
}
