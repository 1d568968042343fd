//! The texts of current heads (`cur_text`, `cur_passage`, `fts`), written with each revision and found by their words.
//!
//! The index proposes; what is shown was held against the text itself (`domain::find`). How a text is spelled for the
//! index is `spelling`'s, how it is asked `search`'s.

mod search;
mod spelling;

use crate::Store;
use crate::error::Result;
use domain::find::{Folded, Wanted};
use domain::id::ObjectId;
use domain::period::Quarter;
use ledger::{Findable, FindableKind, FoundPlace, ObjectType, Record, Rid};
use rusqlite::{Connection, OptionalExtension, params};
use search::Search;
use std::collections::BTreeSet;

/// More parts than that of one revision are not found. Ids are `rev.n` times so many, so it is odd: the index keeps what was
/// deleted in tables of 2^k places, and ids that end in the same bits would all ask for the same one.
const PARTS_MAX: i32 = (1 << 20) - 1;
const PARTS: i64 = PARTS_MAX as i64;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is, where it leads, and its texts.
    pub findable: Findable,
    /// The object that it belongs to.
    pub object: ObjectId,
    /// The revision that says so.
    pub rid: Rid,
    /// Its place in that revision.
    pub part: u32,
    /// How well it fits.
    pub fit: Fit,
    /// The year of its plan.
    pub year: Option<i16>,
    /// The title of its task, with its number.
    pub task_title: Option<String>,
    /// Its department, as its plan prints it, else as it is called now.
    pub department: Option<String>,
}

/// What a person reads instead of a place's ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceNames {
    /// The year of its plan.
    pub year: Option<i16>,
    /// The title of its task, with its number.
    pub task_title: Option<String>,
    /// Its department, as its plan prints it, else as it is called now.
    pub department: Option<String>,
}

/// How well something fits what is looked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is called exactly so, or is the task of that number.
    Exact,
    /// Every word is in its name.
    Name,
    /// Every word is in its name or its texts.
    Text,
}

/// What was found: the best fit first, then by kind, then the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundList {
    /// The hits.
    pub found: Vec<Found>,
    /// Kinds of which there are more.
    pub more: BTreeSet<FindableKind>,
}

impl Store {
    /// Finds among current heads whatever has all the words, at most `each_max` of a kind. `plans`: within these, and
    /// what belongs to no plan; `None`: everywhere.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find(&self, wanted: &Wanted, plans: Option<&[ObjectId]>, each_max: usize) -> Result<FoundList> {
        self.read(|connection| {
            let mut search = Search::new(connection, wanted, plans)?;
            let mut list = FoundList::default();
            for &kind in FindableKind::ALL {
                let (found, more) = search.of_kind(kind, each_max)?;
                if more {
                    list.more.insert(kind);
                }
                list.found.extend(found);
            }
            list.found.sort_by_key(|found| (found.fit, found.findable.kind));
            search.name_places(&mut list.found)?;
            Ok(list)
        })
    }

    /// What a place is called.
    ///
    /// # Errors
    /// When the database fails.
    pub fn place_names(&self, place: &FoundPlace) -> Result<PlaceNames> {
        self.read(|connection| search::place_names(connection, place))
    }

    /// The plans of a year: one for each government.
    ///
    /// # Errors
    /// When the database fails.
    pub fn plan_ids(&self, year: i16) -> Result<Vec<ObjectId>> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT DISTINCT oid FROM cur_plan WHERE year = ?1")?;
            let rows = statement.query_map([year], |row| Ok(ObjectId(row.get(0)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

// Writing

/// Adds the texts of a current head, whose row in `rev` is `n`.
pub(crate) fn add(
    connection: &Connection,
    n: i64,
    rid: Rid,
    object: ObjectId,
    record: &Record,
) -> Result<()> {
    if let Record::Plan(plan) = record {
        let mut insert =
            connection.prepare_cached("INSERT OR IGNORE INTO cur_published VALUES (?1, ?2, ?3, ?4)")?;
        for (name, department) in &plan.departments {
            insert.execute(params![rid.0, object.0, department.0, name])?;
        }
    }
    let published = match record.about_department() {
        Some((plan, department)) => published_name(connection, plan, department)?.unwrap_or_default(),
        None => String::new(),
    };
    let findables = record.findables(&published);
    // Rising ids: the index takes them in order.
    for (part, findable) in (0..PARTS_MAX).zip(&findables).rev() {
        let part = i64::from(part);
        add_one(connection, n * PARTS + PARTS - 1 - part, (rid, part, object), findable)?;
    }
    Ok(())
}

fn add_one(
    connection: &Connection,
    id: i64,
    (rid, part, object): (Rid, i64, ObjectId),
    findable: &Findable,
) -> Result<()> {
    let Findable { kind, place, passages } = findable;
    if passages.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO cur_text VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(params![
            id,
            rid.0,
            part,
            object.0,
            kind.code(),
            place.plan.map(|plan| plan.0),
            place.task,
            place.quarter.map(Quarter::number),
            place.round.map(|round| round.to_string()),
            place.department.map(|department| department.0),
        ])?;
    let mut words = spelling::place(*kind, place.plan);
    let mut insert = connection.prepare_cached("INSERT INTO cur_passage VALUES (?1, ?2, ?3, ?4)")?;
    for (at, passage) in passages.iter().enumerate() {
        insert.execute(params![id, at, passage.field.code(), passage.text])?;
        let folded = Folded::of(&passage.text);
        spelling::passage(folded.characters(), passage.field.is_name(), &mut words);
    }
    connection
        .prepare_cached("INSERT INTO fts (rowid, words) VALUES (?1, ?2)")?
        .execute(params![id, words])?;
    Ok(())
}

/// Takes the texts of a revision out that is a head no longer.
pub(crate) fn remove(connection: &Connection, rid: Rid) -> Result<()> {
    connection.prepare_cached("DELETE FROM cur_published WHERE rid = ?1")?.execute([rid.0])?;
    let Some(n) = connection
        .prepare_cached("SELECT n FROM rev WHERE rid = ?1")?
        .query_row([rid.0], |row| row.get::<_, i64>(0))
        .optional()?
    else {
        return Ok(());
    };
    let (from, to) = (n * PARTS, (n + 1) * PARTS - 1);
    let mut statement = connection.prepare_cached("SELECT id FROM cur_text WHERE id BETWEEN ?1 AND ?2")?;
    let ids: Vec<i64> =
        statement.query_map([from, to], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut forget = connection.prepare_cached("DELETE FROM fts WHERE rowid = ?1")?;
    for id in ids {
        forget.execute([id])?;
    }
    for table in ["cur_passage", "cur_text"] {
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE id BETWEEN ?1 AND ?2"))?
            .execute([from, to])?;
    }
    Ok(())
}

/// Empties everything that is found by.
pub(crate) fn clear(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "DELETE FROM cur_text; DELETE FROM cur_passage; DELETE FROM cur_published;
         INSERT INTO fts (fts) VALUES ('delete-all');",
    )?;
    Ok(())
}

/// Writes the texts of every progress on a plan anew: what the plan calls its departments may have changed, or the plan
/// came after them.
pub(crate) fn renew_progress(connection: &Connection, plan: ObjectId) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT r.n, r.rid, r.oid, r.schema, r.body FROM cur_progress c JOIN rev r ON r.rid = c.rid WHERE c.plan = ?1",
    )?;
    let mut rows = statement.query([plan.0])?;
    while let Some(row) = rows.next()? {
        let (rid, object) = (Rid(row.get(1)?), ObjectId(row.get(2)?));
        let body = row.get_ref(4)?.as_blob().unwrap_or_default();
        if let Ok(record) = Record::decode(&ObjectType::Progress, row.get(3)?, body) {
            remove(connection, rid)?;
            add(connection, row.get(0)?, rid, object, &record)?;
        }
    }
    Ok(())
}

fn published_name(connection: &Connection, plan: ObjectId, department: ObjectId) -> Result<Option<String>> {
    let mut statement = connection
        .prepare_cached("SELECT max(name) FROM cur_published WHERE plan = ?1 AND department = ?2")?;
    Ok(statement.query_row([plan.0, department.0], |row| row.get(0))?)
}
