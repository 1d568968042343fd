//! A file in the making beside the name that it will have, and what ended runs left of theirs.
//!
//! It is locked as long as it is in the making, and the lock ends with its program, however that ends: one that can be
//! locked is nobody's.

use super::{folder_of, target};
use crate::refusal::{Outcome, Refused};
use std::fs::TryLockError;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Its name: hidden, with so many characters by chance in between, as no other program calls a file.
const PREFIX: &str = ".bps-";
const BY_CHANCE: usize = 12;
const SUFFIX: &str = ".part";

/// A file that is being written beside the name that it will have; without [`Staged::keep`] it leaves nothing.
pub(crate) struct Staged {
    file: NamedTempFile,
    target: PathBuf,
    /// As it was asked for.
    name: String,
}

impl Staged {
    /// Begins a file, and clears away those that ended runs left in its folder.
    pub(crate) fn new(path: &Path) -> Outcome<Self> {
        let name = path.display().to_string();
        let target = target(path)?;
        let folder = folder_of(&target);
        clear_away(folder);
        let file = begun(folder).map_err(|why| Refused::Unwritable { name: name.clone(), why })?;
        Ok(Self { file, target, name })
    }

    pub(crate) fn writer(&mut self) -> &mut std::fs::File {
        self.file.as_file_mut()
    }

    /// Writes all of it: what comes after is its name alone.
    pub(crate) fn fill(&mut self, bytes: &[u8]) -> Outcome<()> {
        let file = self.file.as_file_mut();
        let filled = file.write_all(bytes).and_then(|()| file.sync_all());
        filled.map_err(|why| self.unwritable(why))
    }

    fn unwritable(&self, why: io::Error) -> Refused {
        Refused::Unwritable { name: self.name.clone(), why }
    }

    /// Gives it its name, over an old file of that name; on disk before.
    pub(crate) fn keep(self) -> Outcome<()> {
        if let Ok(old) = fs_err::metadata(&self.target) {
            let set = self.file.as_file().set_permissions(old.permissions());
            set.map_err(|why| self.unwritable(why))?;
        }
        self.file.as_file().sync_all().map_err(|why| self.unwritable(why))?;
        let name = self.name;
        let kept = self.file.persist(&self.target);
        kept.map(drop).map_err(|error| Refused::Unwritable { name, why: error.error })
    }
}

/// A new file of ours. Until it is locked another run may take it for nobody's; another is begun then.
fn begun(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let mut new = tempfile::Builder::new();
        new.prefix(PREFIX).rand_bytes(BY_CHANCE).suffix(SUFFIX);
        // Temporary files are for their owner alone; a printed document is for whom the folder is for.
        #[cfg(unix)]
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = new.tempfile_in(folder)?;
        match file.as_file().try_lock() {
            Ok(()) if !file.path().exists() => {}
            Err(TryLockError::WouldBlock) => {}
            // Where nothing can be locked nobody clears away either.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
}

/// Removes what was begun here and is in nobody's making; a folder that cannot be looked through stays as it is.
fn clear_away(folder: &Path) {
    let Ok(entries) = fs_err::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_ours(&entry.file_name().to_string_lossy()) && is_file() {
            remove_if_nobodys(&entry.path());
        }
    }
}

fn is_ours(name: &str) -> bool {
    let by_chance = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    by_chance.is_some_and(|c| c.len() == BY_CHANCE && c.bytes().all(|c| c.is_ascii_alphanumeric()))
}

/// Held while it is removed, so that whoever just begins it sees that.
fn remove_if_nobodys(path: &Path) {
    let opened = fs_err::OpenOptions::new().read(true).write(true).open(path);
    if let Ok(file) = opened
        && file.try_lock().is_ok()
    {
        // What cannot be removed is in nobody's way.
        let _ = fs_err::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::ffi::OsString;

    fn names(folder: &Path) -> Vec<OsString> {
        let mut names: Vec<_> =
            fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    }

    /// What a run leaves that is killed: the file stays, the lock is gone with the program.
    fn orphan(folder: &Path) -> PathBuf {
        begun(folder).unwrap().keep().unwrap().1
    }

    #[test]
    fn what_an_ended_run_left_is_cleared_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mut held = Staged::new(&at("held.pdf")).unwrap();
        let others = [
            ".bps-backup",
            ".bps-notes.txt.part",
            ".bps-abcdefghijk.part",
            ".bps-abcdefghijkl.part.pdf",
            ".bps-abcdefghijk-.part",
            "bps-abcdefghijkl.part",
        ];
        for other in others {
            fs_err::write(at(other), "somebody's").unwrap();
        }
        fs_err::create_dir(at(".bps-ABCDEFGHIJKL.part")).unwrap();
        let before = names(folder.path());
        let left = orphan(folder.path());
        assert!(left.exists() && is_ours(&left.file_name().unwrap().to_string_lossy()));
        let new = Staged::new(&at("new.pdf")).unwrap();
        assert!(!left.exists(), "nobody's");
        drop(new);
        assert_eq!(names(folder.path()), before, "the held one and the others stay");
        held.fill(b"whole").unwrap();
        held.keep().unwrap();
        assert_eq!(fs_err::read(at("held.pdf")).unwrap(), b"whole");
    }

    #[test]
    fn one_that_is_held_elsewhere_stays_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let left = orphan(folder.path());
        let holder = fs_err::File::open(&left).unwrap();
        holder.try_lock().unwrap();
        clear_away(folder.path());
        assert!(left.exists());
        drop(holder);
        clear_away(folder.path());
        assert!(!left.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_such_a_name_leads_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join(".bps-abcdefghijkl.part"));
        fs_err::write(&file, "somebody's").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        clear_away(folder.path());
        assert!(link.is_symlink() && file.exists());
    }
}
