//! Undo: an operation's inverse as new revisions; nothing is taken back out of the history.

use crate::Store;
use crate::commit::{self, Body, Drafts, Operation};
use crate::error::{Result, StoreError};
use domain::id::ObjectId;
use ledger::{Header, ObjectType, Rid};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// Revisions that were committed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationDone {
    /// The operation's name.
    pub name: String,
    /// Its revisions in order.
    pub rids: Vec<Rid>,
}

impl Store {
    /// Undoes revisions that were committed together: each object is again what it was before, a first entry is
    /// withdrawn. Several steps are undone by calling with the last, then the one before, and so on.
    ///
    /// # Errors
    /// `NotUndoable` when an object is no longer what the revision made of it, or the revision settled a conflict;
    /// then nothing is undone.
    pub fn undo(&self, operation: Operation, rids: Vec<Rid>) -> Result<Vec<Rid>> {
        self.writer.write(move |pen| {
            let bodies =
                rids.iter().rev().map(|rid| inverse(&pen.connection, *rid)).collect::<Result<_>>()?;
            commit::commit(pen, &operation, bodies, Drafts::Dropped)
        })
    }

    /// The last operation that was not taken back, with the header of its first revision. `is_undo` tells by its name
    /// which operations take back: each of their revisions takes back the last one that stands of the same object.
    ///
    /// # Errors
    /// When the database fails.
    pub fn standing_operation(
        &self,
        is_undo: impl Fn(&str) -> bool,
    ) -> Result<Option<(OperationDone, Header)>> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT operation, op, oid, rid, hdr FROM rev ORDER BY n DESC")?;
            let mut rows = statement.query([])?;
            let mut taken_back: HashMap<[u8; 16], u32> = HashMap::new();
            let mut standing: Option<(i64, OperationDone, Vec<u8>)> = None;
            while let Some(row) = rows.next()? {
                let (operation, name): (i64, String) = (row.get(0)?, row.get(1)?);
                if standing.as_ref().is_some_and(|(found, ..)| *found != operation) {
                    break;
                }
                let count = taken_back.entry(row.get(2)?).or_default();
                if is_undo(&name) {
                    *count += 1;
                } else if *count > 0 {
                    *count -= 1;
                } else {
                    let rids = standing.take().map(|(_, done, _)| done.rids).unwrap_or_default();
                    let rids = [vec![Rid(row.get(3)?)], rids].concat();
                    standing = Some((operation, OperationDone { name, rids }, row.get(4)?));
                }
            }
            Ok(standing.and_then(|(_, done, header)| Some((done, Header::decode(&header).ok()?))))
        })
    }

    /// The last operation in this store that is not one of `except` (undo itself), for a menu that names it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last_operation(&self, except: &str) -> Result<Option<OperationDone>> {
        self.read(|connection| {
            let last = "SELECT operation FROM rev WHERE op <> ?1 ORDER BY n DESC LIMIT 1";
            let Some(first) = connection.query_row(last, [except], |row| row.get::<_, i64>(0)).optional()?
            else {
                return Ok(None);
            };
            let mut statement =
                connection.prepare_cached("SELECT op, rid FROM rev WHERE operation = ?1 ORDER BY n")?;
            let rows =
                statement.query_map([first], |row| Ok((row.get::<_, String>(0)?, Rid(row.get(1)?))))?;
            let (names, rids): (Vec<_>, Vec<_>) =
                rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().unzip();
            Ok(names.into_iter().next().map(|name| OperationDone { name, rids }))
        })
    }
}

/// One revision's object, kind, schema and body.
type State = (ObjectId, String, u16, Vec<u8>);

fn state(connection: &Connection, rid: Rid) -> Result<Option<State>> {
    let mut statement =
        connection.prepare_cached("SELECT oid, object_type, schema, body FROM rev WHERE rid = ?1")?;
    let read = |row: &rusqlite::Row<'_>| Ok((ObjectId(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?));
    Ok(statement.query_row([rid.0], read).optional()?)
}

/// The body that the object had before this revision, to be written upon the current head.
fn inverse(connection: &Connection, rid: Rid) -> Result<Body> {
    let (object, object_type, schema, body) =
        state(connection, rid)?.ok_or(StoreError::UnknownParent(rid))?;
    let heads = commit::heads(connection, object)?;
    // The head is this revision, or one that brought the object back to it.
    let is_current = match heads.as_slice() {
        [(head, _)] => state(connection, *head)?.is_some_and(|(_, _, _, current)| current == body),
        _ => false,
    };
    let mut statement = connection.prepare_cached("SELECT parent FROM edge WHERE child = ?1")?;
    let parents = statement.query_map([rid.0], |row| Ok(Rid(row.get(0)?)))?;
    let parents = parents.collect::<rusqlite::Result<Vec<_>>>()?;
    let before = match (is_current, parents.as_slice()) {
        (true, []) => Some((schema, Vec::new())),
        (true, [parent]) => state(connection, *parent)?.map(|(_, _, schema, body)| (schema, body)),
        _ => None,
    };
    let (schema, bytes) = before.ok_or(StoreError::NotUndoable(object))?;
    Ok(Body { object_type: ObjectType::from_code(&object_type), object, schema, bytes, parents: None })
}
