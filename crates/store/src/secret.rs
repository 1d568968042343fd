//! Secrets of this machine (PINs, the recovery code) as hashes: set and read, never sent.

use crate::Store;
use crate::audit;
use crate::error::Result;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// The hash kept for an owner; `None` where none was set.
    ///
    /// # Errors
    /// When the database fails.
    pub fn secret(&self, owner: &str) -> Result<Option<String>> {
        self.read(|connection| {
            let sql = "SELECT hash FROM secret WHERE owner = ?1";
            Ok(connection.prepare_cached(sql)?.query_row([owner], |row| row.get(0)).optional()?)
        })
    }

    /// Sets or (`None`) removes the hash of an owner, with a row in the audit that says by whom and what.
    ///
    /// # Errors
    /// When the database fails; then neither is written.
    pub fn set_secret(
        &self,
        owner: &str,
        hash: Option<&str>,
        at_ms: i64,
        who: &str,
        what: &str,
    ) -> Result<()> {
        let [owner, who, what] = [owner, who, what].map(str::to_owned);
        let hash = hash.map(str::to_owned);
        self.writer.write(move |pen| {
            let transaction = pen.connection.transaction()?;
            match hash {
                Some(hash) => transaction.execute(
                    "INSERT INTO secret (owner, hash, at) VALUES (?1, ?2, ?3)
                     ON CONFLICT (owner) DO UPDATE SET hash = excluded.hash, at = excluded.at",
                    params![owner, hash, at_ms],
                )?,
                None => transaction.execute("DELETE FROM secret WHERE owner = ?1", [owner])?,
            };
            audit::add(&transaction, at_ms, &who, &what)?;
            transaction.commit()?;
            Ok(())
        })
    }
}
