//! How far the book is: the originals' bytes, once while they are prepared and once while they are written.

use crate::refusal::{Outcome, Refused};
use crate::wire::work::{Watch, Work};
use std::cell::Cell;

/// Tells whoever watches, and hears 停止.
pub(super) struct Meter<'a> {
    watch: &'a Watch<'a>,
    done: Cell<u64>,
    total: u64,
}

impl<'a> Meter<'a> {
    pub(super) fn new(watch: &'a Watch<'a>, originals_bytes: u64) -> Self {
        Self { watch, done: Cell::new(0), total: originals_bytes * 2 }
    }

    /// So many bytes more are done.
    ///
    /// # Errors
    /// [`Refused::BookStopped`].
    pub(super) fn add(&self, name: &str, bytes: u64) -> Outcome<()> {
        self.done.set(self.done.get() + bytes);
        let goes_on = (self.watch)(&Work::EvidenceBook.at(name, self.done.get(), self.total));
        if goes_on { Ok(()) } else { Err(Refused::BookStopped) }
    }

    /// Everything is prepared; also where it is written once more because a volume became too large.
    pub(super) fn begin_writing(&self) {
        self.done.set(self.total / 2);
    }
}
