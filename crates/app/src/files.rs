//! Files that people name: reading a paper whole, writing a document whole or not at all.

use crate::refusal::{Outcome, Refused};
use std::io::Write;
use std::path::Path;

/// A file's own name, for people; never used as a path again.
#[must_use]
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Whether a file is there and can be opened.
///
/// # Errors
/// As [`read`].
pub fn readable(path: &Path) -> Outcome<()> {
    if path.is_dir() {
        return Err(Refused::IsAFolder(path.display().to_string()));
    }
    let unreadable = |why| Refused::Unreadable { name: path.display().to_string(), why };
    fs_err::File::open(path).map(drop).map_err(unreadable)
}

/// Reads a file whole.
///
/// # Errors
/// [`Refused::Unreadable`] or [`Refused::IsAFolder`], naming the file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    readable(path)?;
    fs_err::read(path).map_err(|why| Refused::Unreadable { name: path.display().to_string(), why })
}

/// Writes a file whole: to a temporary file beside it, synced, then renamed over the old one.
///
/// # Errors
/// [`Refused::Unwritable`]; an old file of that name is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let unwritable = |why| Refused::Unwritable { name: path.display().to_string(), why };
    if path.is_dir() {
        return Err(Refused::IsAFolder(path.display().to_string()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".bps-").tempfile_in(folder).map_err(unwritable)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(unwritable)?;
    readable_by_others(file.as_file()).map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    Ok(())
}

/// Temporary files are for their owner alone; a printed document is for whom the folder is for.
#[cfg(unix)]
fn readable_by_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
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
        assert!(matches!(read(&folder.path().join("b")), Err(Refused::Unreadable { .. })));
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 1);
    }
}
