//! The bytes of photos and attached files while a volume is written, one at a time.

use super::meter::Meter;
use super::original::Original;
use super::photo_cache::PhotoCache;
use super::prepare::{FILE_BYTES_MAX, Prepared};
use crate::refusal::Refused;
use layout::figure::{FileId, ImageId};
use pdf::{PdfError, Supply, SupplyError};
use report::wording::evidence_book as words;
use std::cell::RefCell;

/// Gives what the volumes show.
pub(super) struct BookSupply<'a> {
    prepared: &'a Prepared,
    cache: &'a PhotoCache,
    meter: &'a Meter<'a>,
    /// Why nothing more is given.
    refused: RefCell<Option<Refused>>,
}

/// Stands for what `BookSupply::refused` holds.
#[derive(Debug, thiserror::Error)]
#[error("the book ends here")]
struct Ended;

impl<'a> BookSupply<'a> {
    pub(super) fn new(prepared: &'a Prepared, cache: &'a PhotoCache, meter: &'a Meter<'a>) -> Self {
        Self { prepared, cache, meter, refused: RefCell::new(None) }
    }

    /// What ended the writing, as people are told it; `name` is the file that is written.
    pub(super) fn refusal(&self, refused: Refused, name: &str) -> Refused {
        let Refused::Pdf(error) = refused else { return refused };
        match error {
            PdfError::Supply { .. } => self.refused.take().unwrap_or(Refused::Pdf(error)),
            PdfError::Output(why) => Refused::Unwritable { name: name.to_owned(), why },
            PdfError::Foreign { file, .. } => match self.prepared.files.get(file.0 as usize) {
                Some(original) => Refused::BookPieceLost { name: original.name.clone() },
                None => Refused::Pdf(error),
            },
            other => Refused::Pdf(other),
        }
    }

    fn give(
        &self,
        original: Option<&Original>,
        read: impl FnOnce(&Original) -> Result<Vec<u8>, report::NotPrinted>,
    ) -> Result<Vec<u8>, SupplyError> {
        let original = original.ok_or(Ended)?;
        let lost = |_| Refused::BookPieceLost { name: original.name.clone() };
        let given = read(original).map_err(lost);
        let given = given.and_then(|bytes| self.meter.add(&original.name, original.size).map(|()| bytes));
        given.map_err(|refused| {
            *self.refused.borrow_mut() = Some(refused);
            Ended.into()
        })
    }
}

impl Supply for BookSupply<'_> {
    fn jpeg(&self, image: ImageId) -> Result<Vec<u8>, SupplyError> {
        self.give(self.prepared.photos.get(image.0 as usize), |original| self.cache.jpeg(original))
    }

    fn file(&self, file: FileId) -> Result<Vec<u8>, SupplyError> {
        self.give(self.prepared.files.get(file.0 as usize), |original| original.read(FILE_BYTES_MAX))
    }

    fn foreign_notice(&self) -> String {
        format!("。{}", words::FOREIGN_NOTICE)
    }
}
