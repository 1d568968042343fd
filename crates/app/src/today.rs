//! 现在由谁填报？ The answer holds for one day and one store on this machine; it is kept beside the user's state.

use crate::desk::Desk;
use crate::files;
use crate::refusal::{Outcome, Refused};
use ledger::Author;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A day as people type it; blanks are none.
///
/// # Errors
/// [`Refused::NotADate`].
pub fn day(text: &str) -> Outcome<()> {
    crate::view::day(text).map(drop)
}

#[derive(Serialize, Deserialize)]
struct Today {
    day: String,
    name: String,
    title: String,
}

impl Desk {
    /// Takes up who worked here earlier today; in the sample its first person, who is nobody's own.
    ///
    /// # Errors
    /// When the store fails; an unreadable note is none.
    pub fn recall_person(&mut self) -> Outcome<()> {
        if self.is_sample() {
            if let Some(first) = self.store().persons()?.into_iter().next() {
                self.work_as(Author { name: first.value.name, title: first.value.title });
            }
            return Ok(());
        }
        let kept =
            fs_err::read(self.note()).ok().and_then(|bytes| serde_json::from_slice::<Today>(&bytes).ok());
        if let Some(kept) = kept.filter(|kept| kept.day == self.today().to_string()) {
            self.work_as(Author { name: kept.name, title: kept.title });
        }
        Ok(())
    }

    /// Keeps who works here for the rest of the day.
    ///
    /// # Errors
    /// When the note cannot be written.
    pub fn remember_person(&self) -> Outcome<()> {
        let Some(author) = self.named_author() else { return Ok(()) };
        let today =
            Today { day: self.today().to_string(), name: author.name.clone(), title: author.title.clone() };
        let bytes = serde_json::to_vec(&today).unwrap_or_default();
        let note = self.note();
        if let Some(folder) = note.parent() {
            fs_err::create_dir_all(folder)
                .map_err(|why| Refused::Unwritable { name: folder.display().to_string(), why })?;
        }
        files::write_whole(&note, &bytes)
    }

    fn note(&self) -> PathBuf {
        self.opening().state.join(format!("today-{}.json", self.store().id()))
    }

    /// Where the store lies.
    #[must_use]
    pub fn store_folder(&self) -> PathBuf {
        self.store().dir().to_path_buf()
    }
}
