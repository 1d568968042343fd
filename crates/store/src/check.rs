//! The health check: every byte that was signed or named is held against its hash, and the projections against a rebuild.
//!
//! It repairs nothing. What it finds is a list of codes; the sentences stand in `app`.

use crate::attachment::{self, AttachmentState};
use crate::error::{Result, StoreError};
use crate::{Store, audit, migrate, open, project};
use domain::id::ObjectId;
use domain::watch::nobody;
use ledger::digest::{Sha256, hex};
use ledger::{CodecError, Header, Record, Refused, Rid, Signed, order};
use rusqlite::{Connection, Row};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// With what: a revision's id, an attachment's hash, a table's name, or SQLite's own words.
    pub object: String,
}

/// What the check can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// SQLite's integrity check failed, and the object is what it said; or the schema is not this version's.
    Database,
    /// A revision's header is not what its id names.
    Header,
    /// A revision's body is not what was signed.
    Body,
    /// A revision's signature does not fit.
    Signature,
    /// What stands beside a signed header for queries differs from it.
    Columns,
    /// A body cannot be read in its own schema, or describes another object.
    Unreadable,
    /// A revision names a parent that is not there.
    Parent,
    /// A revision's generation does not follow from its parents.
    Generation,
    /// The parents that are noted for queries differ from the signed ones.
    Edges,
    /// A projection differs from a rebuild; the object is the table.
    Projection,
    /// An attachment's file is gone.
    AttachmentMissing,
    /// An attachment's file has other bytes than its name says.
    AttachmentDamaged,
    /// An attachment's file is there and cannot be read.
    AttachmentUnreadable,
    /// A revision names a file that the store never took in, or the noted names differ from the signed ones.
    AttachmentUnknown,
    /// The audit table's chain is broken at this row.
    Audit,
}

impl FaultKind {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Header => "header",
            Self::Body => "body",
            Self::Signature => "signature",
            Self::Columns => "columns",
            Self::Unreadable => "unreadable",
            Self::Parent => "parent",
            Self::Generation => "generation",
            Self::Edges => "edges",
            Self::Projection => "projection",
            Self::AttachmentMissing => "attachment_missing",
            Self::AttachmentDamaged => "attachment_damaged",
            Self::AttachmentUnreadable => "attachment_unreadable",
            Self::AttachmentUnknown => "attachment_unknown",
            Self::Audit => "audit",
        }
    }
}

/// What a store holds, as hashes: equal stores have equal ones, whatever their devices and files look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    /// Over every revision: id, header, body, signature.
    pub revisions: [u8; 32],
    /// Over every row of every projection.
    pub projections: [u8; 32],
    /// Over the hashes and sizes of all attachments.
    pub attachments: [u8; 32],
}

impl Store {
    /// What the store holds, as hashes.
    ///
    /// # Errors
    /// When the database fails.
    pub fn digest(&self) -> Result<Digest> {
        self.read(digest)
    }

    /// Checks everything and lists what is wrong; empty when all is well.
    ///
    /// # Errors
    /// Only when checking itself is impossible; damage is a finding.
    pub fn check(&self) -> Result<Vec<Fault>> {
        let mut faults = Vec::new();
        let read = self.read(|connection| {
            if let Some(fault) = open::first_fault(connection, "integrity_check")? {
                faults.push(Fault { kind: FaultKind::Database, object: fault });
            }
            if migrate::schema(connection)? != migrate::schema_expected()? {
                faults.push(Fault { kind: FaultKind::Database, object: "schema".to_owned() });
            }
            faults.extend(ledger(connection)?);
            if let (_, Some(row)) = audit::read(connection)? {
                faults.push(Fault { kind: FaultKind::Audit, object: row.to_string() });
            }
            Ok(())
        });
        let read = read.and_then(|()| {
            faults.extend(self.check_attachments()?);
            faults.extend(self.writer.run(|pen| check_projections(&mut pen.connection))?);
            Ok(())
        });
        match read {
            Err(StoreError::Damaged(fault)) => {
                faults.push(Fault { kind: FaultKind::Database, object: fault })
            }
            other => other?,
        }
        Ok(faults)
    }

    fn check_attachments(&self) -> Result<Vec<Fault>> {
        let mut faults = Vec::new();
        for (hash, size) in self.attachments()? {
            let kind = match attachment::rehash(&self.folder.blob(&hash), &hash, size, &nobody) {
                Ok(AttachmentState::Present) => continue,
                Ok(AttachmentState::Damaged) => FaultKind::AttachmentDamaged,
                Ok(AttachmentState::Missing) => FaultKind::AttachmentMissing,
                // One bad place on the disk must not hide the others.
                Err(_) => FaultKind::AttachmentUnreadable,
            };
            faults.push(Fault { kind, object: hex(&hash) });
        }
        Ok(faults)
    }

    /// Hash and size of every attachment, by hash.
    pub(crate) fn attachments(&self) -> Result<Vec<([u8; 32], u64)>> {
        self.read(|connection| {
            let mut statement = connection.prepare("SELECT hash, size FROM blob ORDER BY hash")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

/// The hashes of what a database holds.
pub(crate) fn digest(connection: &Connection) -> Result<Digest> {
    let mut projections = Sha256::default();
    for (_, table) in project::digests(connection)? {
        projections.update(&table);
    }
    Ok(Digest {
        revisions: project::digest_of(connection, "SELECT rid, hdr, body, sig FROM rev")?,
        projections: projections.finish(),
        attachments: project::digest_of(connection, "SELECT hash, size FROM blob")?,
    })
}

/// The revisions and how they hang together.
pub(crate) fn ledger(connection: &Connection) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    check_revisions(connection, &mut faults)?;
    check_edges(connection, &mut faults)?;
    Ok(faults)
}

/// Every revision by itself, then every object's chain.
fn check_revisions(connection: &Connection, faults: &mut Vec<Fault>) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT rid, hdr, body, sig, oid, object_type, op, gen, dev, seq, wall, schema FROM rev ORDER BY oid, n",
    )?;
    let mut named =
        connection.prepare("SELECT hash, name, mime FROM blob_ref WHERE rid = ?1 ORDER BY hash, name")?;
    let mut rows = statement.query([])?;
    let mut places: Vec<order::Place> = Vec::new();
    let mut object = None;
    while let Some(row) = rows.next()? {
        let rid = Rid(row.get(0)?);
        let stored = ObjectId(row.get(4)?);
        if object.replace(stored) != Some(stored) {
            check_chain(&places, faults);
            places.clear();
        }
        let mut fault = |kind| faults.push(Fault { kind, object: rid.to_string() });
        let header_bytes: Vec<u8> = row.get(1)?;
        if Header::rid(&header_bytes) != rid {
            fault(FaultKind::Header);
            continue;
        }
        let signed = match Signed::verified(header_bytes, row.get(2)?, row.get(3)?) {
            Ok(signed) => signed,
            Err(Refused::Header(_) | Refused::Id) => {
                fault(FaultKind::Header);
                continue;
            }
            Err(Refused::Body) => {
                fault(FaultKind::Body);
                continue;
            }
            Err(Refused::Signature) => {
                fault(FaultKind::Signature);
                continue;
            }
        };
        if !columns_fit(row, &signed)? {
            fault(FaultKind::Columns);
        }
        check_body(&signed, &mut named, &mut fault)?;
        let (generation, parents) = (signed.header.generation, signed.header.parents);
        places.push(order::Place { rid, generation, parents });
    }
    check_chain(&places, faults);
    Ok(())
}

/// Whether the body is what its type says and the noted attachments are those that it names.
fn check_body(
    signed: &Signed,
    named: &mut rusqlite::Statement<'_>,
    fault: &mut impl FnMut(FaultKind),
) -> Result<()> {
    let header = &signed.header;
    let record = Record::decode(&header.object_type, header.schema, &signed.body);
    match &record {
        _ if signed.body.is_empty() => {}
        Ok(record) if record.object_id() == header.object => {}
        Err(CodecError::Unknown) => {}
        Ok(_) | Err(_) => fault(FaultKind::Unreadable),
    }
    let rows = named.query_map([signed.rid.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let noted: Vec<([u8; 32], String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    let mut expected: Vec<([u8; 32], String, String)> = Vec::new();
    for (hash, _, name, media_type) in record.iter().flat_map(Record::attachments) {
        // The first of two alike is noted, as when it was committed.
        if !expected.iter().any(|(other, other_name, _)| other == hash && other_name == name) {
            expected.push((*hash, name.to_owned(), media_type.to_owned()));
        }
    }
    expected.sort();
    if noted != expected {
        fault(FaultKind::AttachmentUnknown);
    }
    Ok(())
}

fn columns_fit(row: &Row<'_>, signed: &Signed) -> Result<bool> {
    let header = &signed.header;
    Ok(row.get::<_, [u8; 16]>(4)? == header.object.0
        && row.get::<_, String>(5)? == header.object_type.code()
        && row.get::<_, String>(6)? == header.op
        && row.get::<_, u64>(7)? == header.generation
        && row.get::<_, [u8; 32]>(8)? == header.device
        && row.get::<_, u64>(9)? == header.seq
        && row.get::<_, i64>(10)? == header.wall_ms
        && row.get::<_, u16>(11)? == header.schema)
}

fn check_chain(places: &[order::Place], faults: &mut Vec<Fault>) {
    faults.extend(order::breaks(places).into_iter().map(|found| match found {
        order::Break::MissingParent(rid) => Fault { kind: FaultKind::Parent, object: rid.to_string() },
        order::Break::Generation(rid) => Fault { kind: FaultKind::Generation, object: rid.to_string() },
    }));
}

/// The noted parents against the signed ones.
fn check_edges(connection: &Connection, faults: &mut Vec<Fault>) -> Result<()> {
    let mut statement = connection.prepare("SELECT rid, hdr FROM rev ORDER BY n")?;
    let mut noted = connection.prepare("SELECT parent FROM edge WHERE child = ?1 ORDER BY parent")?;
    let mut rows = statement.query([])?;
    let mut edges = 0_u64;
    while let Some(row) = rows.next()? {
        let rid = Rid(row.get(0)?);
        let header: Vec<u8> = row.get(1)?;
        // An unreadable header is named already.
        let Ok(header) = Header::decode(&header) else { continue };
        let parents = noted.query_map([rid.0], |row| Ok(Rid(row.get(0)?)))?;
        let parents: Vec<Rid> = parents.collect::<rusqlite::Result<_>>()?;
        edges += parents.len() as u64;
        if parents != header.parents {
            faults.push(Fault { kind: FaultKind::Edges, object: rid.to_string() });
        }
    }
    let all: u64 = connection.query_row("SELECT count(*) FROM edge", [], |row| row.get(0))?;
    if all != edges && !faults.iter().any(|fault| fault.kind == FaultKind::Header) {
        faults.push(Fault { kind: FaultKind::Edges, object: "edge".to_owned() });
    }
    Ok(())
}

/// Rebuilds the projections in a transaction that is rolled back, and compares.
fn check_projections(connection: &mut Connection) -> Result<Vec<Fault>> {
    let transaction = connection.transaction()?;
    let before = project::digests(&transaction)?;
    project::rebuild(&transaction)?;
    let after = project::digests(&transaction)?;
    transaction.rollback()?;
    let differing = before.into_iter().zip(after).filter(|(before, after)| before != after);
    Ok(differing
        .map(|((table, _), _)| Fault { kind: FaultKind::Projection, object: table.to_owned() })
        .collect())
}
