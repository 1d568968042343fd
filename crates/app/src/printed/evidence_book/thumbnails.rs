//! The evidence of one task with its photos small: read, reduced, kept and supplied as the book's.

use super::meter::Meter;
use super::original::Original;
use super::photo_cache::PhotoCache;
use super::prepare::{Prepared, Wanted, prepare};
use super::supply::BookSupply;
use super::{pieces, pixels};
use crate::desk::Desk;
use crate::printed::press::{Pressed, Pressing};
use crate::refusal::{Outcome, Refused};
use crate::wire::work::Watch;
use domain::period::Round;
use domain::plan::Task;
use domain::register::Register;
use layout::figure::{Extent, ImageId};
use report::BookItem;
use std::collections::BTreeMap;
use std::io::Write;

/// More photos are listed only: a page with them all would be a book.
const PHOTOS_MAX: usize = 48;

/// What backs a task's statements.
#[derive(Debug, Clone)]
pub(crate) struct Thumbnails {
    prepared: Prepared,
    cache: PhotoCache,
}

impl Thumbnails {
    /// Of a task up to a round, photos made for that frame. A file that cannot be shown is an item that says so.
    pub(crate) fn of(
        desk: &Desk,
        register: &Register,
        task: &Task,
        until: Round,
        frame: Extent,
    ) -> Outcome<Self> {
        let cache = PhotoCache::new(desk.store().reduced_folder(), pixels(frame));
        let found = pieces::of_task(register, task, until);
        let wanted = Wanted::photos_of(desk, &found, PHOTOS_MAX);
        let meter = Meter::new(nobody(), wanted.bytes());
        let prepared = prepare(&found, wanted, false, &cache, &meter)?;
        Ok(Self { prepared, cache })
    }

    /// In the order in which they are listed.
    pub(crate) fn items(&self) -> &[BookItem] {
        &self.prepared.items
    }

    /// The photos, upright and reduced, by the number that a report has for them.
    ///
    /// # Errors
    /// A photo that was there before and is no more.
    pub(crate) fn pictures(&self) -> Outcome<BTreeMap<ImageId, Vec<u8>>> {
        let lost = |name: &str| Refused::BookPieceLost { name: name.to_owned() };
        let numbered = (0..).map(ImageId).zip(&self.prepared.photos);
        let read = |(image, original): (ImageId, &Original)| {
            let jpeg = self.cache.jpeg(original).map_err(|_| lost(&original.name))?;
            Ok((image, jpeg))
        };
        numbered.map(read).collect()
    }

    /// Writes a report that shows them.
    ///
    /// # Errors
    /// A photo that was there before and is no more; else as [`Desk::press_with`].
    pub(crate) fn press(
        &self,
        desk: &Desk,
        pressing: &Pressing<'_>,
        out: &mut dyn Write,
    ) -> Outcome<(Pressed, u64)> {
        let meter = Meter::new(nobody(), 0);
        let supply = BookSupply::new(&self.prepared, &self.cache, &meter);
        let written = desk.press_with(pressing, &supply, out);
        written.map_err(|refused| supply.refusal(refused, &pressing.name()))
    }
}

/// A few small photos are soon made: nobody watches.
fn nobody() -> &'static Watch<'static> {
    &|_| true
}
