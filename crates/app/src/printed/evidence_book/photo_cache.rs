//! Photos reduced for print, kept in the store's folder: each is reduced once at each size. Droppable: what is missing or
//! damaged is made again from the original; no backup holds it.
//!
//! A file begins with a line that tells what the page needs before it needs the picture.

use super::original::Original;
use crate::refusal::Refused;
use domain::evidence::EvidenceForm;
use jiff::civil::Date;
use ledger::digest::{hex, sha256};
use picture::{NoPicture, PixelSize, Reduced};
use report::NotPrinted;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Changes when photos are reduced otherwise, so that old ones are not used.
const VERSION: &str = "photo1";
/// Photos larger than this are not looked into.
const SOURCE_MAX: u64 = 64 << 20;
const LINE_MAX: u64 = 256;
/// A photo with more pixels takes two hundred megabytes while it is reduced: one at a time.
const LARGE_PIXELS: u64 = 25_000_000;

/// What is known of a kept photo without its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KeptPhoto {
    pub(super) size: PixelSize,
    /// The day on which it says it was taken.
    pub(super) taken: Option<Date>,
    /// Of the reduced picture.
    pub(super) bytes: u64,
}

/// The kept photos of one printed size.
#[derive(Debug, Clone)]
pub(super) struct PhotoCache {
    folder: PathBuf,
    within: PixelSize,
    /// Held while a large photo is reduced.
    large: Arc<Mutex<()>>,
}

/// A photo, or why it is not printed.
pub(super) type Photo = Result<KeptPhoto, NotPrinted>;

impl PhotoCache {
    pub(super) fn new(folder: PathBuf, within: PixelSize) -> Self {
        Self { folder, within, large: Arc::default() }
    }

    /// The photo, reduced now where it is not kept yet.
    pub(super) fn get(&self, original: &Original) -> Result<Photo, Refused> {
        if let Err(why) = original.check() {
            return Ok(Err(why));
        }
        if let Some((kept, _)) = self.open(original) {
            return Ok(Ok(kept));
        }
        let (reduced, taken) = match self.make(original) {
            Ok(made) => made,
            Err(why) => return Ok(Err(why)),
        };
        self.keep(original, &reduced, taken).map_err(|why| Refused::PhotosNotKept { why })?;
        Ok(Ok(KeptPhoto { size: reduced.size, taken, bytes: reduced.jpeg.len() as u64 }))
    }

    /// The picture itself; made again where the kept one is gone or damaged.
    pub(super) fn jpeg(&self, original: &Original) -> Result<Vec<u8>, NotPrinted> {
        if let Some(jpeg) = self.read(original) {
            return Ok(jpeg);
        }
        let (reduced, taken) = self.make(original)?;
        // It is printed all the same; a disk that is full is told by the book's own file.
        let _ = self.keep(original, &reduced, taken);
        Ok(reduced.jpeg)
    }

    fn path(&self, original: &Original) -> PathBuf {
        let (hash, PixelSize { width, height }) = (hex(&original.sha256), self.within);
        self.folder.join(&hash[..2]).join(format!("{hash}-{width}x{height}.{VERSION}"))
    }

    /// What the file's line says, with its hash of the picture; the reader stands before the picture.
    fn open(&self, original: &Original) -> Option<(KeptPhoto, (String, BufReader<fs_err::File>))> {
        let file = fs_err::File::open(self.path(original)).ok()?;
        let length = file.metadata().ok()?.len();
        let mut reader = BufReader::new(file);
        let mut line = String::new();
        reader.by_ref().take(LINE_MAX).read_line(&mut line).ok()?;
        let bytes = length.checked_sub(line.len() as u64)?;
        let mut parts = line.strip_suffix('\n')?.split(' ');
        let mut next = || parts.next();
        let (hash, width, height, size, taken) = (next()?, next()?, next()?, next()?, next()?);
        let size_told: u64 = size.parse().ok()?;
        let size = PixelSize { width: width.parse().ok()?, height: height.parse().ok()? };
        let taken = if taken == "-" { None } else { Some(taken.parse().ok()?) };
        (size_told == bytes).then(|| (KeptPhoto { size, taken, bytes }, (hash.to_owned(), reader)))
    }

    fn read(&self, original: &Original) -> Option<Vec<u8>> {
        let (_, (hash, mut reader)) = self.open(original)?;
        let mut jpeg = Vec::new();
        reader.read_to_end(&mut jpeg).ok()?;
        (hex(&sha256(&jpeg)) == hash).then_some(jpeg)
    }

    fn make(&self, original: &Original) -> Result<(Reduced, Option<Date>), NotPrinted> {
        let bytes = original.read(SOURCE_MAX)?;
        let is_large = picture::size(&bytes).is_ok_and(is_large);
        let alone = is_large.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let reduced = picture::reduced(&bytes, self.within).map_err(|why| match why {
            NoPicture::NotAPicture => NotPrinted::UnknownPicture,
            NoPicture::TooLarge => NotPrinted::TooLarge,
            NoPicture::Damaged => NotPrinted::Damaged,
        })?;
        drop(alone);
        Ok((reduced, picture::taken(&bytes).at.map(|at| at.date())))
    }

    fn keep(&self, original: &Original, reduced: &Reduced, taken: Option<Date>) -> std::io::Result<()> {
        let path = self.path(original);
        let folder = path.parent().unwrap_or(&self.folder);
        fs_err::create_dir_all(folder)?;
        let taken = taken.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let (hash, PixelSize { width, height }) = (hex(&sha256(&reduced.jpeg)), reduced.size);
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        writeln!(file, "{hash} {width} {height} {} {taken}", reduced.jpeg.len())?;
        file.write_all(&reduced.jpeg)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

fn is_large(size: PixelSize) -> bool {
    u64::from(size.width) * u64::from(size.height) > LARGE_PIXELS
}

/// Whether it is a picture by its media type.
pub(super) fn is_photo(form: &EvidenceForm) -> bool {
    matches!(form, EvidenceForm::File { media_type, .. } if media_type.starts_with("image/"))
}
