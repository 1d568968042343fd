//! The texts of current heads (`cur_text`, `cur_passage`, `fts`), written with each revision and found by their words.
//!
//! A character, folded, is a word of the index, so a phrase is a run of characters. The index proposes; what is shown was
//! held against the text itself (`domain::find`).

use crate::Store;
use crate::error::Result;
use domain::find::{Folded, Wanted};
use domain::id::ObjectId;
use domain::period::Quarter;
use ledger::{Findable, FindableKind, FoundPlace, ObjectType, Passage, Record, Rid, TextField};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;
use std::fmt::Write;

/// More parts than that of one revision are not found; the migration says why.
const PARTS_MAX: i32 = 1 << 20;
const PARTS: i64 = PARTS_MAX as i64;
/// Stands between two passages: a run of characters ends with its passage.
const BETWEEN: &str = " x ";
/// So much of a question is asked of the index; the rest is held against the text only.
const WORDS_ASKED: usize = 12;
const CHARACTERS_ASKED: usize = 64;

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
                let mut of_kind = search.numbered(kind)?;
                let more = search.of_kind(kind, each_max, &mut of_kind)?;
                if more {
                    list.more.insert(kind);
                }
                list.found.extend(of_kind);
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
        self.read(|connection| place_names(connection, place))
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
    let (mut name, mut text) = (String::new(), String::new());
    let mut insert = connection.prepare_cached("INSERT INTO cur_passage VALUES (?1, ?2, ?3, ?4)")?;
    for (at, passage) in passages.iter().enumerate() {
        insert.execute(params![id, at, passage.field.code(), passage.text])?;
        let column = if passage.field.is_name() { &mut name } else { &mut text };
        column.push_str(&spelled(Folded::of(&passage.text).characters()));
        column.push_str(BETWEEN);
    }
    connection
        .prepare_cached("INSERT INTO fts (rowid, place, name, text) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, format!("{} {}", kind_word(*kind), plan_word(place.plan)), name, text])?;
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

/// Characters as words of the index.
fn spelled(characters: &[char]) -> String {
    let mut words = String::with_capacity(characters.len() * 5);
    for c in characters {
        let _ = write!(words, "{:x} ", u32::from(*c));
    }
    words
}

fn kind_word(kind: FindableKind) -> String {
    format!("kind{}", kind.code())
}

fn plan_word(plan: Option<ObjectId>) -> String {
    plan.map_or_else(|| "planless".to_owned(), |plan| format!("plan{plan}"))
}

// Finding

/// One question, asked of the index kind by kind.
struct Search<'a> {
    connection: &'a Connection,
    wanted: &'a Wanted,
    plans: Option<&'a [ObjectId]>,
    /// The words as the index understands them, without the column.
    phrases: String,
    places: String,
    candidates: CachedStatement<'a>,
    one: CachedStatement<'a>,
    passages: CachedStatement<'a>,
}

impl<'a> Search<'a> {
    fn new(connection: &'a Connection, wanted: &'a Wanted, plans: Option<&'a [ObjectId]>) -> Result<Self> {
        let asked = wanted.words().iter().take(WORDS_ASKED);
        let phrases: Vec<String> =
            asked.map(|word| format!("\"{}\"", spelled(&word[..word.len().min(CHARACTERS_ASKED)]))).collect();
        let places = plans.map(|plans| {
            let words = plans.iter().map(|plan| plan_word(Some(*plan))).chain([plan_word(None)]);
            format!(" AND place : ({})", words.collect::<Vec<_>>().join(" OR "))
        });
        Ok(Self {
            connection,
            wanted,
            plans,
            phrases: phrases.join(" AND "),
            places: places.unwrap_or_default(),
            candidates: connection
                .prepare_cached("SELECT rowid FROM fts WHERE fts MATCH ?1 ORDER BY rowid DESC")?,
            one: connection.prepare_cached(
                "SELECT rid, part, oid, kind, plan, task, quarter, round, department FROM cur_text WHERE id = ?1",
            )?,
            passages: connection
                .prepare_cached("SELECT field, text FROM cur_passage WHERE id = ?1 ORDER BY at")?,
        })
    }

    /// The task whose number was typed.
    fn numbered(&mut self, kind: FindableKind) -> Result<Vec<Found>> {
        let (FindableKind::Task, Some(number)) = (kind, self.wanted.number()) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT t.id FROM cur_text t WHERE t.kind = 'task' AND t.task = ?1 ORDER BY t.id DESC",
        )?;
        let ids: Vec<i64> =
            statement.query_map([number], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut found = Vec::new();
        for id in ids {
            let Some(mut one) = read(&mut self.one, &mut self.passages, self.wanted, id)? else { continue };
            let plan = one.findable.place.plan;
            if self.plans.is_none_or(|plans| plan.is_none_or(|plan| plans.contains(&plan))) {
                one.fit = Fit::Exact;
                found.push(one);
            }
        }
        Ok(found)
    }

    /// Adds what the index proposes and the texts confirm; names first. Whether there is more.
    fn of_kind(&mut self, kind: FindableKind, max: usize, found: &mut Vec<Found>) -> Result<bool> {
        for columns in ["name", "{name text}"] {
            let question =
                format!("place : {}{} AND {columns} : ({})", kind_word(kind), self.places, self.phrases);
            let mut rows = self.candidates.query([question])?;
            while let Some(row) = rows.next()? {
                let Some(one) = read(&mut self.one, &mut self.passages, self.wanted, row.get(0)?)? else {
                    continue;
                };
                let known = |known: &Found| (known.rid, known.part) == (one.rid, one.part);
                let mut texts = one.findable.passages.iter().map(|passage| passage.text.as_str());
                if found.iter().any(known) || !self.wanted.occurs_in(&mut texts) {
                    continue;
                }
                if found.len() >= max {
                    return Ok(true);
                }
                found.push(one);
            }
        }
        Ok(false)
    }

    /// Adds what a person reads instead of ids.
    fn name_places(&self, found: &mut [Found]) -> Result<()> {
        for one in found {
            let names = place_names(self.connection, &one.findable.place)?;
            (one.year, one.task_title, one.department) = (names.year, names.task_title, names.department);
        }
        Ok(())
    }
}

fn place_names(connection: &Connection, place: &FoundPlace) -> Result<PlaceNames> {
    let mut names = PlaceNames::default();
    if let Some(plan) = place.plan {
        let mut year = connection.prepare_cached("SELECT year FROM cur_plan WHERE oid = ?1")?;
        names.year = year.query_row([plan.0], |row| row.get(0)).optional()?;
        let mut title = connection.prepare_cached(
            "SELECT p.text FROM cur_text t JOIN cur_passage p ON p.id = t.id AND p.at = 0
             WHERE t.kind = 'task' AND t.plan = ?1 AND t.task = ?2 AND p.field = 'title'",
        )?;
        names.task_title = title.query_row(params![plan.0, place.task], |row| row.get(0)).optional()?;
    }
    if let Some(department) = place.department {
        let published = place.plan.map(|plan| published_name(connection, plan, department));
        names.department = published.transpose()?.flatten();
        if names.department.is_none() {
            let mut name =
                connection.prepare_cached("SELECT name FROM cur_department WHERE oid = ?1 ORDER BY rid")?;
            names.department = name.query_row([department.0], |row| row.get(0)).optional()?;
        }
    }
    Ok(names)
}

/// One findable with its passages, and how it fits.
fn read(
    one: &mut CachedStatement<'_>,
    passages: &mut CachedStatement<'_>,
    wanted: &Wanted,
    id: i64,
) -> Result<Option<Found>> {
    let Some(mut found) = one.query_row([id], found_row).optional()?.flatten() else { return Ok(None) };
    let mut rows = passages.query([id])?;
    while let Some(row) = rows.next()? {
        let Some(field) = TextField::from_code(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        found.findable.passages.push(Passage { field, text: row.get(1)? });
    }
    let names = || found.findable.passages.iter().filter(|passage| passage.field.is_name());
    found.fit = if names().any(|name| wanted.is(&name.text)) {
        Fit::Exact
    } else if wanted.occurs_in(names().map(|name| name.text.as_str())) {
        Fit::Name
    } else {
        Fit::Text
    };
    Ok(Some(found))
}

/// A row of `cur_text` without its passages; `None` for a kind of another version.
fn found_row(row: &Row<'_>) -> rusqlite::Result<Option<Found>> {
    let Some(kind) = FindableKind::from_code(&row.get::<_, String>(3)?) else { return Ok(None) };
    let place = FoundPlace {
        plan: row.get::<_, Option<[u8; 16]>>(4)?.map(ObjectId),
        task: row.get(5)?,
        quarter: row.get::<_, Option<u8>>(6)?.and_then(Quarter::from_number),
        round: row.get::<_, Option<String>>(7)?.and_then(|round| round.parse().ok()),
        department: row.get::<_, Option<[u8; 16]>>(8)?.map(ObjectId),
    };
    Ok(Some(Found {
        findable: Findable { kind, place, passages: Vec::new() },
        rid: Rid(row.get(0)?),
        part: row.get(1)?,
        object: ObjectId(row.get(2)?),
        fit: Fit::Text,
        year: None,
        task_title: None,
        department: None,
    }))
}
