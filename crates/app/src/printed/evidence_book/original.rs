//! A stored file as the book reads it: whole, under a limit, and held against the hash that names it.

use ledger::digest::sha256;
use report::NotPrinted;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;

/// A stored file.
#[derive(Debug, Clone)]
pub(super) struct Original {
    pub(super) sha256: [u8; 32],
    /// As evidence tells it.
    pub(super) size: u64,
    /// The name that people know it by.
    pub(super) name: String,
    /// Where the store has it.
    pub(super) path: PathBuf,
}

impl Original {
    /// Whether the file is there with its size; its bytes are not read.
    pub(super) fn check(&self) -> Result<(), NotPrinted> {
        let found = fs_err::metadata(&self.path).map_err(|error| why(&error))?;
        if found.len() == self.size { Ok(()) } else { Err(NotPrinted::Changed) }
    }

    /// All of it, if it is what was taken in.
    pub(super) fn read(&self, bytes_max: u64) -> Result<Vec<u8>, NotPrinted> {
        self.check()?;
        if self.size > bytes_max {
            return Err(NotPrinted::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or_default());
        let file = fs_err::File::open(&self.path).map_err(|error| why(&error))?;
        file.take(self.size + 1).read_to_end(&mut bytes).map_err(|error| why(&error))?;
        if sha256(&bytes) == self.sha256 { Ok(bytes) } else { Err(NotPrinted::Changed) }
    }
}

fn why(error: &std::io::Error) -> NotPrinted {
    if error.kind() == ErrorKind::NotFound { NotPrinted::Missing } else { NotPrinted::Unreadable }
}
