//! Committing: an operation's changes become signed revisions, projected in the same transaction.

use crate::error::{Result, StoreError};
use crate::project;
use crate::writer::Pen;
use domain::id::ObjectId;
use ledger::{Author, Header, ObjectType, Record, Rid, SUITE, Signed, order};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

/// A named operation: who did what, where and when. Every write has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its name, `noun.verb`: `progress.submit`. Not empty.
    pub name: String,
    /// The person, by name and title as of now.
    pub author: Author,
    /// The office's (or its department's) name as of now.
    pub office: String,
    /// 代录: the department for which it is written, by its name as of now.
    pub on_behalf: Option<String>,
    /// Milliseconds since 1970 by the caller's clock.
    pub wall_ms: i64,
}

/// One change of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRevision {
    /// What becomes of the object.
    pub change: Change,
    /// What it is written upon; `None`: all current heads. Give the head that the person saw, and what another wrote
    /// in between stays as a conflict instead of being written over; give all heads to settle a conflict.
    pub parents: Option<Vec<Rid>>,
}

/// What becomes of an object.
#[expect(clippy::large_enum_variant, reason = "a record is the common case, one at a time")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is this now.
    Record(Record),
    /// It is withdrawn: its history stays, it is in no list.
    Withdraw(ObjectType, ObjectId),
}

impl From<Record> for NewRevision {
    fn from(record: Record) -> Self {
        Self { change: Change::Record(record), parents: None }
    }
}

/// The body in bytes, for what the store takes over unread (undo).
pub(crate) struct Body {
    pub(crate) object_type: ObjectType,
    pub(crate) object: ObjectId,
    pub(crate) schema: u16,
    pub(crate) bytes: Vec<u8>,
    pub(crate) parents: Option<Vec<Rid>>,
}

impl From<NewRevision> for Body {
    fn from(new: NewRevision) -> Self {
        let (object_type, object, bytes) = match new.change {
            Change::Record(record) => (record.object_type(), record.object_id(), record.encode()),
            Change::Withdraw(object_type, object) => (object_type, object, Vec::new()),
        };
        let schema = object_type.schema();
        Self { object_type, object, schema, bytes, parents: new.parents }
    }
}

/// What becomes of the draft about an object that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drafts {
    /// It was what is written now.
    Dropped,
    /// It is somebody's who types meanwhile.
    Kept,
}

/// Writes all bodies in one transaction; the answer is given after COMMIT.
pub(crate) fn commit(
    pen: &mut Pen,
    operation: &Operation,
    bodies: Vec<Body>,
    drafts: Drafts,
) -> Result<Vec<Rid>> {
    let Pen { connection, key, .. } = pen;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let device = key.public();
    let last: u64 =
        transaction
            .query_row("SELECT coalesce(max(seq), 0) FROM rev WHERE dev = ?1", [device], |row| row.get(0))?;
    let mut rids = Vec::with_capacity(bodies.len());
    let mut first = None;
    for (seq, body) in (last + 1..).zip(bodies) {
        let parents = match &body.parents {
            Some(parents) => given_parents(&transaction, body.object, parents)?,
            None => heads(&transaction, body.object)?,
        };
        let header = Header {
            suite: SUITE,
            schema: body.schema,
            object_type: body.object_type,
            object: body.object,
            op: operation.name.clone(),
            generation: order::generation(parents.iter().map(|(_, generation)| *generation)),
            parents: parents.into_iter().map(|(rid, _)| rid).collect(),
            device,
            seq,
            wall_ms: operation.wall_ms,
            author: operation.author.clone(),
            office: operation.office.clone(),
            on_behalf: operation.on_behalf.clone(),
            body_sha256: [0; 32],
            body_size: 0,
        };
        let signed = Signed::new(header, body.bytes, key);
        insert(&transaction, &signed, operation.wall_ms, &mut first)?;
        if drafts == Drafts::Dropped {
            transaction.prepare_cached("DELETE FROM draft WHERE oid = ?1")?.execute([body.object.0])?;
        }
        rids.push(signed.rid);
    }
    transaction.commit()?;
    Ok(rids)
}

/// The current heads of an object with their generations; told from the revisions themselves, not from a projection.
pub(crate) fn heads(connection: &Connection, object: ObjectId) -> Result<Vec<(Rid, u64)>> {
    let mut statement = connection.prepare_cached(
        "SELECT rid, gen FROM rev
         WHERE oid = ?1 AND NOT EXISTS (SELECT 1 FROM edge WHERE edge.parent = rev.rid)
         ORDER BY gen DESC, rid",
    )?;
    let rows = statement.query_map([object.0], |row| Ok((Rid(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn given_parents(connection: &Connection, object: ObjectId, parents: &[Rid]) -> Result<Vec<(Rid, u64)>> {
    let mut statement = connection.prepare_cached("SELECT gen FROM rev WHERE rid = ?1 AND oid = ?2")?;
    let mut find = |rid: &Rid| {
        let generation = statement.query_row(params![rid.0, object.0], |row| row.get(0)).optional()?;
        generation.map(|generation| (*rid, generation)).ok_or(StoreError::UnknownParent(*rid))
    };
    parents.iter().map(&mut find).collect()
}

/// Stores a revision, what it names, and its projection.
fn insert(connection: &Connection, signed: &Signed, arrived_ms: i64, first: &mut Option<i64>) -> Result<()> {
    let header = &signed.header;
    let next = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'rev'), 0) + 1";
    let n: i64 = connection.prepare_cached(next)?.query_row([], |row| row.get(0))?;
    let operation = *first.get_or_insert(n);
    let added = connection
        .prepare_cached(
            "INSERT INTO rev (n, rid, oid, object_type, op, gen, dev, seq, wall, schema, hdr, body, sig, auth, arrived,
                              operation)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1, ?14, ?15)
             ON CONFLICT (rid) DO NOTHING",
        )?
        .execute(params![
            n,
            signed.rid.0,
            header.object.0,
            header.object_type.code(),
            header.op,
            header.generation,
            header.device,
            header.seq,
            header.wall_ms,
            header.schema,
            signed.header_bytes,
            signed.body,
            signed.signature,
            arrived_ms,
            operation,
        ])?;
    if added == 0 {
        return Ok(());
    }
    let mut edge = connection.prepare_cached("INSERT INTO edge (parent, child) VALUES (?1, ?2)")?;
    for parent in &header.parents {
        edge.execute(params![parent.0, signed.rid.0])?;
    }
    let record = Record::decode(&header.object_type, header.schema, &signed.body).ok();
    if let Some(record) = &record {
        name_attachments(connection, signed.rid, record)?;
    }
    project::add(connection, n, signed.rid, header, record.as_ref())
}

/// Names the attachments of a record, which must be durable by now.
fn name_attachments(connection: &Connection, rid: Rid, record: &Record) -> Result<()> {
    for (hash, size, name, media_type) in record.attachments() {
        let held: Option<u64> = connection
            .prepare_cached("SELECT size FROM blob WHERE hash = ?1")?
            .query_row([hash], |row| row.get(0))
            .optional()?;
        if held != Some(size) {
            return Err(StoreError::UnknownAttachment(*hash));
        }
        connection
            .prepare_cached("INSERT OR IGNORE INTO blob_ref (rid, hash, name, mime) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![rid.0, hash, name, media_type])?;
    }
    Ok(())
}
