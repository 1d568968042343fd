//! Projections (`cur_*`, `fts`): rows for the current heads, written with each revision, droppable and rebuildable.
//!
//! They hold keys to find a revision by; the values themselves are read from the signed bodies. A body that is
//! withdrawn, of an unknown type or of a newer schema has a head and no row of its noun. What can be found is `text`'s.

use crate::error::Result;
use crate::text;
use domain::id::ObjectId;
use ledger::digest::Sha256;
use ledger::{Header, ObjectType, Record, Rid};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};

/// Every projection, in the order of the schema.
pub(crate) const TABLES: [&str; 12] = [
    "cur_head",
    "cur_plan",
    "cur_progress",
    "cur_finding",
    "cur_department",
    "cur_lead",
    "cur_person",
    "cur_office",
    "cur_settings",
    "cur_evidence",
    "cur_about",
    "cur_number",
];

/// The projections for finding, and what of each is the same in every store that holds the same revisions.
const TEXTS: [(&str, &str); 4] = [
    ("cur_text", "SELECT rid, part, oid, kind, plan, task, quarter, round, department FROM cur_text"),
    (
        "cur_passage",
        "SELECT t.rid, t.part, p.at, p.field, p.text FROM cur_passage p JOIN cur_text t ON t.id = p.id",
    ),
    ("cur_published", "SELECT * FROM cur_published"),
    ("fts", "SELECT term, doc FROM fts_word"),
];

fn table_of(object_type: &ObjectType) -> Option<&'static str> {
    Some(match object_type {
        ObjectType::Plan => "cur_plan",
        ObjectType::Progress => "cur_progress",
        ObjectType::Finding => "cur_finding",
        ObjectType::Department => "cur_department",
        ObjectType::Lead => "cur_lead",
        ObjectType::Person => "cur_person",
        ObjectType::Office => "cur_office",
        ObjectType::Settings => "cur_settings",
        ObjectType::Other(_) => return None,
        _ => "cur_about",
    })
}

/// Projects one revision: its parents are heads no longer, itself is one unless a child arrived before it.
/// `n`: its row in `rev`.
pub(crate) fn add(
    connection: &Connection,
    n: i64,
    rid: Rid,
    header: &Header,
    record: Option<&Record>,
) -> Result<()> {
    add_head(connection, n, rid, header, record)?;
    if header.object_type == ObjectType::Plan {
        text::renew_progress(connection, header.object)
    } else {
        Ok(())
    }
}

fn add_head(
    connection: &Connection,
    n: i64,
    rid: Rid,
    header: &Header,
    record: Option<&Record>,
) -> Result<()> {
    if let Some(record) = record {
        keep_numbers(connection, record)?;
    }
    for parent in &header.parents {
        connection.prepare_cached("DELETE FROM cur_head WHERE rid = ?1")?.execute([parent.0])?;
        if let Some(table) = table_of(&header.object_type) {
            connection.prepare_cached(&format!("DELETE FROM {table} WHERE rid = ?1"))?.execute([parent.0])?;
        }
        text::remove(connection, *parent)?;
    }
    let has_child: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM edge WHERE parent = ?1)")?
        .query_row([rid.0], |row| row.get(0))?;
    if has_child {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO cur_head (rid, oid, object_type, gen) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![rid.0, header.object.0, header.object_type.code(), header.generation])?;
    let Some(record) = record else { return Ok(()) };
    add_row(connection, rid, header.object, record)?;
    text::add(connection, n, rid, header.object, record)
}

fn add_row(connection: &Connection, rid: Rid, object: ObjectId, record: &Record) -> Result<()> {
    let insert = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> Result<()> {
        let mut all: Vec<&dyn rusqlite::ToSql> = vec![&rid.0, &object.0];
        all.extend_from_slice(values);
        connection.prepare_cached(sql)?.execute(all.as_slice())?;
        Ok(())
    };
    match record {
        Record::Plan(plan) => {
            insert("INSERT INTO cur_plan VALUES (?1, ?2, ?3, ?4)", &[&plan.plan.issuer(), &plan.plan.year])
        }
        Record::Progress(progress) => {
            let (key, claim) = (&progress.key, progress.progress.claim.map(|claim| claim.code()));
            let (quarter, round) = (key.quarter.number(), key.round.to_string());
            insert(
                "INSERT INTO cur_progress VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                &[&key.plan.0, &key.task, &quarter, &round, &key.department.0, &claim],
            )
        }
        Record::Finding(finding) => {
            let (quarter, round) = (finding.quarter.number(), finding.round.to_string());
            insert(
                "INSERT INTO cur_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                &[&finding.plan.0, &finding.task, &quarter, &round, &finding.finding.claim.code()],
            )
        }
        Record::Department(department) => {
            insert("INSERT INTO cur_department VALUES (?1, ?2, ?3)", &[&department.current_name()])
        }
        Record::Lead(lead) => {
            let department = lead.department.map(|department| department.0);
            insert(
                "INSERT INTO cur_lead VALUES (?1, ?2, ?3, ?4, ?5)",
                &[&lead.plan.0, &lead.task, &department],
            )
        }
        Record::Person(person) => insert("INSERT INTO cur_person VALUES (?1, ?2, ?3)", &[&person.name]),
        Record::Office(office) => insert("INSERT INTO cur_office VALUES (?1, ?2, ?3)", &[&office.name]),
        Record::Settings(_) => insert("INSERT INTO cur_settings VALUES (?1, ?2)", &[]),
        other => {
            let (object_type, plan) = (other.object_type(), other.plan().map(|plan| plan.0));
            insert("INSERT INTO cur_about VALUES (?1, ?2, ?3, ?4)", &[&object_type.code(), &plan])
        }
    }
}

/// Keeps every number that an evidence, a feedback, a supervision item or an issued report ever had, also of revisions that are heads no longer.
fn keep_numbers(connection: &Connection, record: &Record) -> Result<()> {
    if let Some((scope, number)) = running_number(record) {
        connection
            .prepare_cached("INSERT OR IGNORE INTO cur_number VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![record.object_type().code(), scope, number, record.object_id().0])?;
    }
    let Record::Progress(record) = record else { return Ok(()) };
    let (key, object) = (&record.key, record.object_id());
    for number in record.progress.evidence.iter().filter_map(|evidence| evidence.number) {
        connection
            .prepare_cached("INSERT OR IGNORE INTO cur_evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![
                key.plan.0,
                key.task,
                key.quarter.number(),
                key.department.0,
                number,
                object.0
            ])?;
    }
    Ok(())
}

/// The scope and number of what is numbered over a year.
fn running_number(record: &Record) -> Option<(String, u32)> {
    match record {
        Record::Feedback(feedback) => Some((feedback.year.to_string(), feedback.number)),
        Record::SupervisionItem(item) => Some((item.plan.to_string(), item.number)),
        Record::IssuedReport(report) => Some((report.number.scope(), report.number.number)),
        _ => None,
    }
}

/// Empties every projection and writes it anew from the revisions. What cannot be read is left to the check to name.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    for table in TABLES {
        connection.execute(&format!("DELETE FROM {table}"), [])?;
    }
    text::clear(connection)?;
    let mut statement = connection.prepare("SELECT rid, hdr, body, n FROM rev ORDER BY n")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let rid = Rid(row.get(0)?);
        let Ok(header) = Header::decode(row.get_ref(1)?.as_blob().unwrap_or_default()) else { continue };
        let body = row.get_ref(2)?.as_blob().unwrap_or_default();
        let record = Record::decode(&header.object_type, header.schema, body).ok();
        add(connection, row.get(3)?, rid, &header, record.as_ref())?;
    }
    Ok(())
}

/// A hash over every row of every projection, each table by itself.
pub(crate) fn digests(connection: &Connection) -> Result<Vec<(&'static str, [u8; 32])>> {
    let tables = TABLES.into_iter().map(|table| (table, format!("SELECT * FROM {table}")));
    let texts = TEXTS.into_iter().map(|(table, query)| (table, query.to_owned()));
    tables.chain(texts).map(|(table, query)| Ok((table, digest_of(connection, &query)?))).collect()
}

/// A hash over the rows of a query, sorted by all of its columns; each value with its type and length before it.
pub(crate) fn digest_of(connection: &Connection, query: &str) -> Result<[u8; 32]> {
    let columns = connection.prepare(query)?.column_count();
    let order: Vec<_> = (1..=columns).map(|column| column.to_string()).collect();
    let mut statement = connection.prepare(&format!("{query} ORDER BY {}", order.join(", ")))?;
    let mut rows = statement.query([])?;
    let mut hash = Sha256::default();
    while let Some(row) = rows.next()? {
        hash.update(b"row");
        for column in 0..columns {
            let (kind, bytes) = match row.get_ref(column)? {
                ValueRef::Null => (b'n', Vec::new()),
                ValueRef::Integer(number) => (b'i', number.to_be_bytes().to_vec()),
                ValueRef::Real(number) => (b'r', number.to_be_bytes().to_vec()),
                ValueRef::Text(bytes) => (b't', bytes.to_vec()),
                ValueRef::Blob(bytes) => (b'b', bytes.to_vec()),
            };
            hash.update(&[kind]);
            hash.update(&(bytes.len() as u64).to_be_bytes());
            hash.update(&bytes);
        }
    }
    Ok(hash.finish())
}
