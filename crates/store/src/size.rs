//! How much a store holds, for people to read.

use crate::Store;
use crate::error::Result;
use fs_err as fs;

/// Counts and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreSize {
    /// Bytes of the database file.
    pub database_bytes: u64,
    /// Attachments.
    pub attachments: u32,
    /// Their bytes.
    pub attachment_bytes: u64,
    /// Revisions.
    pub revisions: u32,
}

impl Store {
    /// How much the store holds.
    ///
    /// # Errors
    /// When the database fails.
    pub fn size(&self) -> Result<StoreSize> {
        let database_bytes = fs::metadata(self.folder.database())?.len();
        self.read(|connection| {
            let counted = "SELECT (SELECT count(*) FROM rev), count(*), coalesce(sum(size), 0) FROM blob";
            Ok(connection.query_row(counted, [], |row| {
                let (revisions, attachments, attachment_bytes) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(StoreSize { database_bytes, attachments, attachment_bytes, revisions })
            })?)
        })
    }
}
