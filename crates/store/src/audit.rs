//! The audit table: what happened to this store itself, each row chained to the one before by its hash.

use crate::error::Result;
use ledger::digest::Sha256;
use rusqlite::{Connection, OptionalExtension, params};

/// One row of the audit table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Milliseconds since 1970 by the caller's clock.
    pub at_ms: i64,
    /// Who, where a person asked for it; else empty.
    pub who: String,
    /// What, in English: `store made`, `backup daily …`.
    pub what: String,
}

fn hash(prev: &[u8; 32], at: i64, who: &str, what: &str) -> [u8; 32] {
    let mut hash = Sha256::default();
    hash.update(prev);
    hash.update(&at.to_be_bytes());
    for text in [who, what] {
        hash.update(&(text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finish()
}

/// Adds a row.
pub(crate) fn add(connection: &Connection, at_ms: i64, who: &str, what: &str) -> Result<()> {
    let last = connection.query_row("SELECT h FROM audit ORDER BY n DESC LIMIT 1", [], |row| row.get(0));
    let prev: [u8; 32] = last.optional()?.unwrap_or_default();
    connection.execute(
        "INSERT INTO audit (at, who, what, prev, h) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![at_ms, who, what, prev, hash(&prev, at_ms, who, what)],
    )?;
    Ok(())
}

/// All rows in order, and the number of the first whose hash does not fit.
pub(crate) fn read(connection: &Connection) -> Result<(Vec<AuditEntry>, Option<i64>)> {
    let mut statement = connection.prepare("SELECT n, at, who, what, prev, h FROM audit ORDER BY n")?;
    let mut rows = statement.query([])?;
    let (mut entries, mut fault, mut prev) = (Vec::new(), None, [0; 32]);
    while let Some(row) = rows.next()? {
        let (n, stored_prev, stored): (i64, [u8; 32], [u8; 32]) = (row.get(0)?, row.get(4)?, row.get(5)?);
        let entry = AuditEntry { at_ms: row.get(1)?, who: row.get(2)?, what: row.get(3)? };
        let fits = stored_prev == prev && stored == hash(&prev, entry.at_ms, &entry.who, &entry.what);
        if !fits && fault.is_none() {
            fault = Some(n);
        }
        prev = stored;
        entries.push(entry);
    }
    Ok((entries, fault))
}
