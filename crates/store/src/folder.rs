//! The store's folder: which file stands where, the lock that one process holds, and durable file writes.

use crate::error::{Result, StoreError};
use fs_err as fs;
use ledger::digest::hex;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Names in the folder that may stand there before the database does: a crash while a store was made leaves them.
const LEFT_BY_A_CRASH: [&str; 4] = ["lock", "store.db.new", "store.db.new-journal", "keys"];

/// Paths inside one store's folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    pub(crate) root: PathBuf,
}

impl Folder {
    pub(crate) fn database(&self) -> PathBuf {
        self.root.join("store.db")
    }

    pub(crate) fn database_being_made(&self) -> PathBuf {
        self.root.join("store.db.new")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Where files lie until they are complete; on the same volume as their final place.
    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("staging")
    }

    pub(crate) fn blobs(&self) -> PathBuf {
        self.root.join("blobs")
    }

    pub(crate) fn blob(&self, hash: &[u8; 32]) -> PathBuf {
        self.root.join(blob_name(hash))
    }

    /// Photos reduced for print: droppable, made again, in no backup.
    pub(crate) fn reduced(&self) -> PathBuf {
        self.root.join("reduced")
    }

    /// Whether a store may be made here: nothing stands here but what a crash left.
    pub(crate) fn is_free(&self) -> Result<bool> {
        if !self.root.exists() {
            return Ok(true);
        }
        for entry in fs::read_dir(&self.root)? {
            let name = entry?.file_name();
            if !LEFT_BY_A_CRASH.iter().any(|left| name == *left) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether database and folder can be written at all, before SQLite opens it: opened to be read only, it leaves an index of
    /// its log that nobody can write later. One that was left so is rebuilt from the log; the lock is held.
    pub(crate) fn check_writable(&self) -> Result<()> {
        let open = |path: &Path| fs::OpenOptions::new().write(true).open(path).map(drop);
        open(&self.database())?;
        // The log and its index are made anew beside it.
        tempfile::tempfile_in(&self.root)?;
        let index = self.root.join("store.db-shm");
        if index.exists() && open(&index).is_err() {
            fs::remove_file(&index)?;
        }
        Ok(())
    }

    /// Empties staging: what lies there was never named by a transaction.
    pub(crate) fn clear_staging(&self) -> Result<()> {
        let staging = self.staging();
        if staging.exists() {
            fs::remove_dir_all(&staging)?;
        }
        Ok(())
    }
}

/// The name of an attachment's file inside the store: blobs/ab/<64 hexadecimal digits>.
pub(crate) fn blob_name(hash: &[u8; 32]) -> String {
    let name = hex(hash);
    format!("blobs/{}/{name}", &name[..2])
}

/// Makes a folder and its parents; new ones are the owner's only.
pub(crate) fn make(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", folder.display())))?;
    Ok(())
}

/// Makes a rename in this folder durable. Windows keeps no handle on folders and orders renames itself.
pub(crate) fn sync(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Writes a small file so that it is either the old one or the new one, and the owner's only.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make(folder)?;
    // tempfile makes its files readable by the owner only.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync(folder)
}

/// The lock that one process holds on a store; the system frees it when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    file: std::fs::File,
}

impl Drop for Lock {
    /// Who comes next is not told of who was here before.
    fn drop(&mut self) {
        let _ = self.file.set_len(0);
    }
}

impl Lock {
    /// Takes the lock and writes `holder` (window, bps …) into it for the others to read.
    pub(crate) fn take(folder: &Folder, holder: &str) -> Result<Self> {
        let path = folder.root.join("lock");
        let mut options = std::fs::OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let mut file = options
            .open(&path)
            .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                let mut by = String::new();
                // Where the system locks reading too, the holder stays unnamed.
                let _ = file.take(64).read_to_string(&mut by);
                return Err(StoreError::Held { by });
            }
            Err(std::fs::TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(holder.as_bytes())?;
        Ok(Self { file })
    }
}
