//! Drafts: what is being typed, kept at every pause; no revision, and gone once its object is committed.

use crate::Store;
use crate::error::{Result, StoreError};
use domain::id::ObjectId;
use ledger::{ObjectType, ProgressRecord, Record, Rid};
use rusqlite::{Row, params};

/// A progress that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What stands in the form, complete or not.
    pub record: ProgressRecord,
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
        let object = draft.record.object_id();
        let body = Record::Progress(draft.record).encode();
        let (base, at) = (draft.base.map(|rid| rid.0), draft.at_ms);
        self.writer.write(move |pen| {
            pen.connection
                .prepare_cached("INSERT OR REPLACE INTO draft (oid, base, body, at) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![object.0, base, body, at])?;
            Ok(())
        })
    }

    /// The draft of this progress.
    ///
    /// # Errors
    /// When the database fails or the draft cannot be read.
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
                connection.prepare_cached(&format!("SELECT base, body, at FROM draft {filter}"))?;
            let mut rows = statement.query(params)?;
            let mut drafts = Vec::new();
            while let Some(row) = rows.next()? {
                drafts.push(read(row)?);
            }
            Ok(drafts)
        })
    }
}

fn read(row: &Row<'_>) -> Result<Draft> {
    let body: Vec<u8> = row.get(1)?;
    let base = row.get::<_, Option<[u8; 32]>>(0)?.map(Rid);
    match Record::decode(&ObjectType::Progress, ObjectType::Progress.schema(), &body) {
        Ok(Record::Progress(record)) => Ok(Draft { record, base, at_ms: row.get(2)? }),
        _ => Err(StoreError::Damaged("a draft cannot be read".to_owned())),
    }
}
