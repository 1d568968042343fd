//! What the window holds between calls: the open desk, and what tokens stand for.
//!
//! Tokens name read papers, printed documents and dropped files; the page holds them and nothing else of these.

use crate::asked::Asked;
use crate::closing::Closing;
use crate::picker::Picker;
use crate::works::Works;
use app::desk::{Desk, Opening};
use app::feedback::Letter;
use app::places;
use app::printed::Printed;
use app::refusal::{Outcome, Refused};
use app::wire::start::{Frame, Start};
use app::wire::work::Watch;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// What this program calls itself to another that wants the store.
const HOLDER: &str = "白皮书督办的窗口";
/// Documents and papers kept for the page; older ones are made anew when asked for.
const KEPT_MAX: usize = 8;

/// A read paper that waits for 启用.
pub(crate) struct ReadPaper {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Everything the window holds.
pub(crate) struct Shell {
    desk: RwLock<Option<Desk>>,
    pub(crate) picker: Picker,
    pub(crate) works: Works,
    pub(crate) closing: Closing,
    pub(crate) papers: Kept<ReadPaper>,
    pub(crate) letters: Kept<Letter>,
    pub(crate) printed: Kept<Printed>,
    pub(crate) drops: Kept<Vec<PathBuf>>,
    asked: Asked,
}

impl Shell {
    pub(crate) fn new(asked: Asked) -> Self {
        Self {
            desk: RwLock::new(None),
            picker: Picker::of_environment(),
            works: Works::default(),
            closing: Closing::default(),
            papers: Kept::default(),
            letters: Kept::default(),
            printed: Kept::default(),
            drops: Kept::default(),
            asked,
        }
    }

    /// Reads at the desk; calls may run beside each other.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Desk) -> Outcome<T>) -> Outcome<T> {
        beside(|| {
            let desk = self.desk.read().unwrap_or_else(PoisonError::into_inner);
            work(desk.as_ref().ok_or(Refused::Gone)?)
        })
    }

    /// Changes who works at the desk or what stands on it; alone.
    pub(crate) fn change<T>(&self, work: impl FnOnce(&mut Desk) -> Outcome<T>) -> Outcome<T> {
        beside(|| {
            let mut desk = self.desk.write().unwrap_or_else(PoisonError::into_inner);
            work(desk.as_mut().ok_or(Refused::Gone)?)
        })
    }

    /// What the window shows first: the open desk, else the sample if asked for, else the store if there is one.
    pub(crate) fn start(&self) -> Start {
        let open = self.desk.read().unwrap_or_else(PoisonError::into_inner).is_some();
        let frame = if open {
            self.read(Desk::frame)
        } else if self.asked.sample {
            self.open_sample()
        } else {
            match places::store_folder() {
                Ok(folder) if folder.join("store.db").exists() => self.open(&folder),
                Ok(_) => return Start::First,
                Err(refused) => Err(refused),
            }
        };
        match frame {
            Ok(frame) => Start::Ready { frame },
            Err(refused) => Start::Refused { refusal: refused.to_wire() },
        }
    }

    /// Opens the real store, made when missing.
    pub(crate) fn open(&self, folder: &Path) -> Outcome<Frame> {
        self.turn_to(folder, Desk::open)
    }

    /// Opens the sample year, made when missing; its first person works at it.
    pub(crate) fn open_sample(&self) -> Outcome<Frame> {
        self.turn_to(&sample_folder()?, app::sample::open)
    }

    /// A store that stands on the desk already is not opened again: this program itself holds it.
    fn turn_to(&self, folder: &Path, open: impl FnOnce(Opening) -> Outcome<Desk>) -> Outcome<Frame> {
        if self.read(|desk| Ok(desk.store_folder() == folder)).unwrap_or(false) {
            return self.read(Desk::frame);
        }
        self.put(|| open(Opening::of(folder.to_path_buf(), HOLDER)?))
    }

    /// Restores a backup into a new folder beside the store and works there from now on.
    pub(crate) fn restore(&self, file: &Path, passphrase: Option<&str>, watch: &Watch<'_>) -> Outcome<Frame> {
        match self.read(Desk::may_restore) {
            // A store that cannot be opened has nobody to ask.
            Ok(()) | Err(Refused::Gone) => {}
            Err(refused) => return Err(refused),
        }
        let folder = free_folder(&places::store_folder()?);
        let opening = Opening::of(folder, HOLDER)?;
        let desk = beside(|| app::backup::restore(file, opening, passphrase, watch))?;
        places::use_store(&desk.store_folder())?;
        self.put(|| Ok(desk))
    }

    /// Opens a desk and works at it from now on; if that fails the present one stays.
    fn put(&self, open: impl FnOnce() -> Outcome<Desk>) -> Outcome<Frame> {
        let mut desk = beside(open)?;
        desk.recall_person()?;
        desk.backup_of_the_day();
        let frame = desk.frame()?;
        let before = self.desk.write().unwrap_or_else(PoisonError::into_inner).replace(desk);
        if let Some(Err(refused)) = before.map(Desk::close) {
            // The backup on exit; its failure is told at the next start by the age of the newest one.
            eprintln!("{}", refused.text());
        }
        Ok(frame)
    }

    /// Closes the desk with its backup of the day.
    pub(crate) fn close(&self) -> Outcome<()> {
        let desk = self.desk.write().unwrap_or_else(PoisonError::into_inner).take();
        desk.map_or(Ok(()), Desk::close)
    }

    /// Closes the sample and moves its folder to the trash.
    pub(crate) fn remove_sample(&self) -> Outcome<Start> {
        if !self.read(|desk| Ok(desk.is_sample()))? {
            return Err(Refused::NotTheSample);
        }
        self.close()?;
        let folder = sample_folder()?;
        trash::delete(&folder).map_err(|error| Refused::Unwritable {
            name: folder.display().to_string(),
            why: std::io::Error::other(error.to_string()),
        })?;
        Ok(match places::store_folder() {
            Ok(store) if store.join("store.db").exists() => match self.open(&store) {
                Ok(frame) => Start::Ready { frame },
                Err(refused) => Start::Refused { refusal: refused.to_wire() },
            },
            _ => Start::First,
        })
    }
}

/// Waits for disk, dialog or lock without holding up the other calls of the page: it gets a thread of its own while
/// there are as many threads for calls as the machine has cores.
pub(crate) fn beside<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}

fn sample_folder() -> Outcome<PathBuf> {
    Ok(places::data_folder()?.join("sample"))
}

/// `store-2`, `store-3` … beside the store: the present one stays where it is.
fn free_folder(store: &Path) -> PathBuf {
    let name = |number: u32| store.with_file_name(format!("store-{number}"));
    if !store.exists() {
        return store.to_path_buf();
    }
    (2..).map(name).find(|folder| !folder.exists()).unwrap_or_else(|| store.to_path_buf())
}

/// Things by token, the newest few.
pub(crate) struct Kept<T> {
    next: AtomicU64,
    things: Mutex<HashMap<u64, Arc<T>>>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { next: AtomicU64::new(1), things: Mutex::default() }
    }
}

impl<T> Kept<T> {
    fn things(&self) -> MutexGuard<'_, HashMap<u64, Arc<T>>> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a thing and gives its token; the oldest goes when there are too many.
    pub(crate) fn keep(&self, thing: T) -> String {
        let token = self.next.fetch_add(1, Ordering::Relaxed);
        let mut things = self.things();
        things.insert(token, Arc::new(thing));
        while things.len() > KEPT_MAX {
            let oldest = things.keys().min().copied();
            oldest.map(|oldest| things.remove(&oldest));
        }
        token.to_string()
    }

    /// The thing of that token.
    pub(crate) fn get(&self, token: &str) -> Outcome<Arc<T>> {
        let found = token.parse().ok().and_then(|token: u64| self.things().get(&token).cloned());
        found.ok_or(Refused::Gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_kept() {
        let kept = Kept::default();
        let tokens: Vec<_> = (0..KEPT_MAX + 2).map(|number| kept.keep(number)).collect();
        assert!(kept.get(&tokens[0]).is_err());
        assert!(kept.get(&tokens[KEPT_MAX + 1]).is_ok_and(|number| *number == KEPT_MAX + 1));
        assert!(kept.get("x").is_err());
    }
}
