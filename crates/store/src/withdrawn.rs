//! What was withdrawn: in no list, in the history for ever, and brought back by undoing the withdrawal.

use crate::Store;
use crate::error::Result;
use crate::read;
use domain::id::ObjectId;
use ledger::{Header, Record, Rid};

/// An object that was withdrawn and is not in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The object.
    pub object: ObjectId,
    /// The revision that withdrew it: what [`Store::undo`] takes back.
    pub rid: Rid,
    /// Who withdrew it, when, under which operation.
    pub header: Header,
    /// What it was before.
    pub before: Record,
}

impl Store {
    /// Everything that was withdrawn, the latest first.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn withdrawn(&self) -> Result<Vec<Withdrawn>> {
        self.read(|connection| {
            // A head without a body; its only parent is what it was before.
            let mut heads = connection.prepare_cached(
                "SELECT r.rid, r.hdr, r.body FROM cur_head c JOIN rev r ON r.rid = c.rid
                 WHERE length(r.body) = 0
                   AND (SELECT count(*) FROM cur_head other WHERE other.oid = c.oid) = 1
                 ORDER BY r.n DESC",
            )?;
            let mut parent = connection.prepare_cached("SELECT rid, hdr, body FROM rev WHERE rid = ?1")?;
            let mut rows = heads.query([])?;
            let mut withdrawn = Vec::new();
            while let Some(row) = rows.next()? {
                let (rid, header, _) = read::revision(row)?;
                let [only] = header.parents.as_slice() else { continue };
                let mut before = parent.query([only.0])?;
                let Some(row) = before.next()? else { continue };
                if let (_, _, Some(before)) = read::revision(row)? {
                    withdrawn.push(Withdrawn { object: header.object, rid, header, before });
                }
            }
            Ok(withdrawn)
        })
    }
}
