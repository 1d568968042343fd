//! What can go wrong with a store, as codes with parameters; the sentences for people stand in `app`.

use domain::id::ObjectId;
use ledger::{CodecError, Refused, Rid};
use std::path::PathBuf;

/// Why the store refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the store; `by` is what it called itself, empty where that cannot be read.
    #[error("the store is held by another process ({by})")]
    Held {
        /// The holder's own word for itself.
        by: String,
    },
    /// The folder holds other things, or its database is some other program's.
    #[error("{0} is no store")]
    NotAStore(PathBuf),
    /// Written by a newer version; left as it is.
    #[error("the store has schema {found}, this version knows {known}")]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest that this version can read.
        known: u32,
    },
    /// The database file is damaged; left as it is.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The folder lies on a network file system of this type.
    #[error("the folder lies on a network file system ({0})")]
    NetworkFolder(String),
    /// The folder lies on a drive that the system calls removable.
    #[error("the folder lies on a removable drive")]
    RemovableDrive,
    /// What is stored is not what was signed, in this many places; a full backup of it would be no good.
    #[error("{0} findings in what is stored")]
    NotSound(usize),
    /// A stored revision is not what was signed.
    #[error("revision {rid} is damaged: {why}")]
    DamagedRevision {
        /// Which.
        rid: Rid,
        /// What does not fit.
        why: Refused,
    },
    /// A stored body cannot be read in its own schema.
    #[error("revision {rid} has a body that cannot be read: {why}")]
    UnreadableBody {
        /// Which.
        rid: Rid,
        /// What does not fit.
        why: CodecError,
    },
    /// A parent that is not stored, or belongs to another object.
    #[error("{0} is no revision of this object")]
    UnknownParent(Rid),
    /// An evidence names a file that the store does not hold.
    #[error("the store holds no such attachment")]
    UnknownAttachment([u8; 32]),
    /// An attachment's file is missing.
    #[error("the attachment's file is missing")]
    AttachmentMissing([u8; 32]),
    /// An attachment's file has other bytes than its name says.
    #[error("the attachment's file is damaged")]
    AttachmentDamaged([u8; 32]),
    /// An attachment's file cannot be read.
    #[error("the attachment's file cannot be read: {1}")]
    AttachmentUnreadable([u8; 32], std::io::Error),
    /// The file kept changing while it was read; after the second try.
    #[error("{0} changes while it is read")]
    SourceChanged(PathBuf),
    /// What is to be undone is no longer the current state, or settled a conflict.
    #[error("the object {0} has changed since")]
    NotUndoable(ObjectId),
    /// A backup was written and is not equal to the store.
    #[error("the backup {0} failed its check")]
    BackupFailed(PathBuf),
    /// The writing thread ended, after a failure that was reported to somebody else.
    #[error("the store is no longer writing")]
    WriterEnded,
    /// Whoever watched the work stopped it; everything is as it was before.
    #[error("stopped")]
    Stopped,
    /// No room is left on the volume.
    #[error("no room is left on the volume")]
    NoRoom,
    /// A file could not be read or written; the message names it.
    #[error("{0}")]
    Io(std::io::Error),
    /// The database failed.
    #[error("{0}")]
    Database(rusqlite::Error),
    /// A migration failed; the database is as it was.
    #[error("{0}")]
    Migration(String),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
}

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::NoRoom,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, DiskFull, NotADatabase, ReadOnly};
        // The log's index could not be made longer; only a full volume does that.
        let index_too_short = error
            .sqlite_error()
            .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged(error.to_string()),
            Some(DiskFull) => Self::NoRoom,
            _ if index_too_short => Self::NoRoom,
            Some(ReadOnly) => {
                Self::Io(std::io::Error::new(std::io::ErrorKind::PermissionDenied, error.to_string()))
            }
            _ => Self::Database(error),
        }
    }
}

impl From<tempfile::PersistError> for StoreError {
    fn from(error: tempfile::PersistError) -> Self {
        Self::from(error.error)
    }
}

impl From<tempfile::PathPersistError> for StoreError {
    fn from(error: tempfile::PathPersistError) -> Self {
        Self::from(error.error)
    }
}
