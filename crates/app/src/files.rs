//! Files that people name: reading a paper whole, writing a document whole or not at all.

mod staged;

use crate::refusal::{Outcome, Refused};
pub(crate) use staged::Staged;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Files named by their paths for one deed, as a command line names them.
#[derive(Debug, Clone, Default)]
pub struct Attached {
    /// Where they lie.
    pub paths: Vec<PathBuf>,
    /// Whether they hold personal data.
    pub personal: bool,
}

/// A file's own name, for people; never used as a path again.
#[must_use]
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// No paper is as large as this; what is longer is cut here and refused as too long by whoever reads it.
const READ_BYTES_MAX: u64 = 65 << 20;

/// Whether a file is there and can be opened; a pipe or a device is none and would be waited for without end.
///
/// # Errors
/// [`Refused::IsAFolder`], [`Refused::NotAFile`], [`Refused::Unreadable`].
pub fn readable(path: &Path) -> Outcome<()> {
    open_named(path, &path.display().to_string()).map(drop)
}

/// Opens a file, called by this name where it is refused.
pub(crate) fn open_named(path: &Path, name: &str) -> Outcome<fs_err::File> {
    let unreadable = |why| Refused::Unreadable { name: name.to_owned(), why };
    let found = fs_err::metadata(path).map_err(unreadable)?;
    if found.is_dir() {
        return Err(Refused::IsAFolder(name.to_owned()));
    }
    if !found.is_file() {
        return Err(Refused::NotAFile(name.to_owned()));
    }
    fs_err::File::open(path).map_err(unreadable)
}

/// Reads a file whole; a pipe will do (`… | bps paper read /dev/stdin`).
///
/// # Errors
/// [`Refused::Unreadable`] or [`Refused::IsAFolder`], naming the file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    if path.is_dir() {
        return Err(Refused::IsAFolder(path.display().to_string()));
    }
    let unreadable = |why| Refused::Unreadable { name: path.display().to_string(), why };
    let mut bytes = Vec::new();
    let file = fs_err::File::open(path).map_err(unreadable)?;
    file.take(READ_BYTES_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Writes a file whole: to a temporary file beside it, synced, then renamed over the old one.
///
/// # Errors
/// As [`target`], and [`Refused::Unwritable`]; an old file of that name is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let mut staged = Staged::new(path)?;
    staged.fill(bytes)?;
    staged.keep()
}

/// Where a file of this name is to be written: through a link, into a folder that is there, and over nothing but a file.
///
/// # Errors
/// [`Refused::IsAFolder`], [`Refused::NotAFile`] (`/dev/null` would be renamed away), [`Refused::InsideAStore`],
/// [`Refused::Unwritable`] where the folder is missing or the name is one that no file can have.
pub(crate) fn target(path: &Path) -> Outcome<PathBuf> {
    let name = || path.display().to_string();
    let target = match fs_err::metadata(path) {
        Ok(found) if found.is_dir() => return Err(Refused::IsAFolder(name())),
        Ok(found) if !found.is_file() => return Err(Refused::NotAFile(name())),
        Ok(_) => fs_err::canonicalize(path),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        Err(why) => Err(why),
    };
    let unwritable = |why| Refused::Unwritable { name: name(), why };
    let target = target.map_err(unwritable)?;
    let folder = fs_err::canonicalize(folder_of(&target)).map_err(unwritable)?;
    let is_store = |folder: &Path| folder.join("store.db").exists() && folder.join("keys").exists();
    if folder.ancestors().any(is_store) { Err(Refused::InsideAStore(name())) } else { Ok(target) }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.pdf");
        write_whole(&file, b"old").unwrap();
        write_whole(&file, b"new").unwrap();
        assert_eq!(read(&file).unwrap(), b"new");
        assert!(matches!(
            write_whole(&folder.path().join("none/a.pdf"), b"x"),
            Err(Refused::Unwritable { .. })
        ));
        assert!(matches!(write_whole(folder.path(), b"x"), Err(Refused::IsAFolder(_))));
        let long = folder.path().join(format!("{}.pdf", "a".repeat(300)));
        assert!(matches!(target(&long), Err(Refused::Unwritable { .. })), "before anything is made");
        assert!(matches!(read(&folder.path().join("b")), Err(Refused::Unreadable { .. })));
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 1);
    }
    #[cfg(unix)]
    #[test]
    fn only_files_are_written_over_and_links_are_followed() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(matches!(write_whole(Path::new("/dev/null"), b"x"), Err(Refused::NotAFile(_))));
        assert!(matches!(readable(Path::new("/dev/null")), Err(Refused::NotAFile(_))));
        fs_err::write(at("a.pdf"), "old").unwrap();
        fs_err::set_permissions(at("a.pdf"), PermissionsExt::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink("a.pdf", at("link.pdf")).unwrap();
        write_whole(&at("link.pdf"), b"new").unwrap();
        assert_eq!(read(&at("a.pdf")).unwrap(), b"new");
        assert_eq!(fs_err::metadata(at("a.pdf")).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(fs_err::symlink_metadata(at("link.pdf")).unwrap().is_symlink());
    }

    #[test]
    fn nothing_is_written_into_a_store() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir_all(folder.path().join("store/keys")).unwrap();
        fs_err::write(folder.path().join("store/store.db"), "ledger").unwrap();
        for name in ["store/store.db", "store/a.pdf", "store/keys/device"] {
            let refused = write_whole(&folder.path().join(name), b"x");
            assert!(matches!(refused, Err(Refused::InsideAStore(_))), "{name}");
        }
        assert_eq!(read(&folder.path().join("store/store.db")).unwrap(), b"ledger");
        write_whole(&folder.path().join("store-a.pdf"), b"x").unwrap();
    }
}
