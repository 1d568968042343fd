//! What can go wrong with a file that travels, as codes with parameters; the sentences stand in `app`.

use std::path::PathBuf;

/// Why a file was not written or not accepted.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The file is no full backup.
    #[error("no full backup")]
    NotABackup,
    /// Written by a newer version.
    #[error("a backup of a newer version ({0})")]
    Newer(String),
    /// The file is encrypted and no passphrase was given.
    #[error("a passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is another one.
    #[error("the passphrase is another one")]
    WrongPassphrase,
    /// The file is damaged or was tampered with; nothing was restored.
    #[error("the backup is damaged at {0}")]
    Damaged(String),
    /// The folder to restore into is not empty.
    #[error("{0} is not empty")]
    TargetNotEmpty(PathBuf),
    /// A file changed while it was packed.
    #[error("{0} changed while it was packed")]
    SourceChanged(PathBuf),
    /// The written file reads back otherwise than it was written.
    #[error("{0} reads back otherwise than it was written")]
    NotWrittenAsMeant(PathBuf),
    /// Whoever watched the work stopped it; everything is as it was before.
    #[error("stopped")]
    Stopped,
    /// No room is left on the volume.
    #[error("no room is left on the volume")]
    NoRoom,
    /// A file could not be read or written; the message names it.
    #[error("{0}")]
    Io(std::io::Error),
}

/// A result of exchange.
pub type Result<T> = std::result::Result<T, ExchangeError>;

/// Carries [`ExchangeError::Stopped`] through readers and writers, which know no other errors than the system's.
#[derive(Debug, thiserror::Error)]
#[error("stopped")]
struct StoppedInside;

pub(crate) fn stopped() -> std::io::Error {
    std::io::Error::other(StoppedInside)
}

impl From<std::io::Error> for ExchangeError {
    fn from(error: std::io::Error) -> Self {
        if error.get_ref().is_some_and(|inner| inner.is::<StoppedInside>()) {
            return Self::Stopped;
        }
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::NoRoom,
            _ => Self::Io(error),
        }
    }
}
