//! Drafts: what is being typed, kept at every pause; no revision, and gone once its object is committed.
//!
//! The store does not read what was typed: it may be wrong in every way and is kept as it stands.

use crate::Store;
use crate::error::Result;
use domain::id::ObjectId;
use ledger::Rid;
use rusqlite::params;

/// What is being typed about an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is about.
    pub object: ObjectId,
    /// What stands in the form, in the caller's own writing.
    pub typed: Vec<u8>,
    /// The head upon which it was begun; `None`: the first entry. When the head is another one by now, somebody wrote
    /// in between.
    pub base: Option<Rid>,
    /// When it was kept, in milliseconds since 1970.
    pub at_ms: i64,
}

impl Store {
    /// Keeps a draft in place of the one before.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_draft(&self, draft: Draft) -> Result<()> {
        let Draft { object, typed, base, at_ms } = draft;
        let base = base.map(|rid| rid.0);
        self.writer.write(move |pen| {
            pen.connection
                .prepare_cached("INSERT OR REPLACE INTO draft (oid, base, body, at) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![object.0, base, typed, at_ms])?;
            Ok(())
        })
    }

    /// The draft about this object.
    ///
    /// # Errors
    /// When the database fails.
    pub fn draft(&self, object: ObjectId) -> Result<Option<Draft>> {
        Ok(self.drafts_where("WHERE oid = ?1", params![object.0])?.into_iter().next())
    }

    /// All drafts, the newest first.
    ///
    /// # Errors
    /// As [`Store::draft`].
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.drafts_where("ORDER BY at DESC, oid", [])
    }

    /// Drops a draft; nothing happens where there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn discard_draft(&self, object: ObjectId) -> Result<()> {
        self.writer.write(move |pen| {
            pen.connection.execute("DELETE FROM draft WHERE oid = ?1", [object.0])?;
            Ok(())
        })
    }

    fn drafts_where(&self, filter: &str, params: impl rusqlite::Params) -> Result<Vec<Draft>> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached(&format!("SELECT oid, body, base, at FROM draft {filter}"))?;
            let rows = statement.query_map(params, |row| {
                let base = row.get::<_, Option<[u8; 32]>>(2)?.map(Rid);
                Ok(Draft { object: ObjectId(row.get(0)?), typed: row.get(1)?, base, at_ms: row.get(3)? })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}
