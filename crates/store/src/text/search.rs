//! Asking: what the index proposes, kind by kind and the best fit first, held against the texts.

use super::{Fit, Found, PlaceNames, spelling};
use crate::error::Result;
use domain::find::Wanted;
use domain::id::ObjectId;
use domain::period::Quarter;
use ledger::{Findable, FindableKind, FoundPlace, Passage, Rid, TextField};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};

/// Every fit, the best first.
const FITS: [Fit; 3] = [Fit::Exact, Fit::Name, Fit::Text];

/// One question, asked kind by kind.
pub(super) struct Search<'a> {
    connection: &'a Connection,
    wanted: &'a Wanted,
    plans: Option<&'a [ObjectId]>,
    /// The words as the index is asked for them: of each fit for which it proposes anything at all.
    asked: Vec<(Fit, String)>,
    has_kind: CachedStatement<'a>,
    candidates: CachedStatement<'a>,
    reading: Reading<'a>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        wanted: &'a Wanted,
        plans: Option<&'a [ObjectId]>,
    ) -> Result<Self> {
        let mut is_proposed =
            connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM fts WHERE fts MATCH ?1)")?;
        let mut asked = Vec::new();
        for fit in FITS {
            let words = spelling::asked_words(fit, wanted.words());
            if is_proposed.query_row([&words], |row| row.get(0))? {
                asked.push((fit, words));
            }
        }
        Ok(Self {
            connection,
            wanted,
            plans,
            asked,
            has_kind: connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM cur_text WHERE kind = ?1)")?,
            candidates: connection
                .prepare_cached("SELECT rowid FROM fts WHERE fts MATCH ?1 ORDER BY rowid DESC")?,
            reading: Reading::new(connection)?,
        })
    }

    /// At most so many of a kind, the best fit first, then the newest; and whether there is more.
    pub(super) fn of_kind(&mut self, kind: FindableKind, max: usize) -> Result<(Vec<Found>, bool)> {
        let mut found = self.numbered(kind)?;
        if !self.has_kind.query_row([kind.code()], |row| row.get(0))? {
            return Ok((found, false));
        }
        let place = spelling::asked_place(kind, self.plans);
        for (asked, words) in &self.asked {
            let mut rows = self.candidates.query([format!("{place} AND {words}")])?;
            while let Some(row) = rows.next()? {
                let passages = self.reading.passages(row.get(0)?)?;
                let Some(fit) = fit_of(&passages, self.wanted).filter(|fit| fit <= asked) else { continue };
                let Some(one) = self.reading.found(row.get(0)?, passages, fit)? else { continue };
                if found.iter().any(|known| (known.rid, known.part) == (one.rid, one.part)) {
                    continue;
                }
                if found.len() >= max {
                    return Ok((found, true));
                }
                found.push(one);
            }
        }
        Ok((found, false))
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
            let passages = self.reading.passages(id)?;
            let Some(one) = self.reading.found(id, passages, Fit::Exact)? else { continue };
            let plan = one.findable.place.plan;
            if self.plans.is_none_or(|plans| plan.is_none_or(|plan| plans.contains(&plan))) {
                found.push(one);
            }
        }
        Ok(found)
    }

    /// Adds what a person reads instead of ids.
    pub(super) fn name_places(&self, found: &mut [Found]) -> Result<()> {
        for one in found {
            let names = place_names(self.connection, &one.findable.place)?;
            (one.year, one.task_title, one.department) = (names.year, names.task_title, names.department);
        }
        Ok(())
    }
}

/// What stands behind an id of the index.
struct Reading<'a> {
    one: CachedStatement<'a>,
    passages: CachedStatement<'a>,
}

impl<'a> Reading<'a> {
    fn new(connection: &'a Connection) -> Result<Self> {
        Ok(Self {
            one: connection.prepare_cached(
                "SELECT rid, part, oid, kind, plan, task, quarter, round, department FROM cur_text WHERE id = ?1",
            )?,
            passages: connection
                .prepare_cached("SELECT field, text FROM cur_passage WHERE id = ?1 ORDER BY at")?,
        })
    }

    fn passages(&mut self, id: i64) -> Result<Vec<Passage>> {
        let mut rows = self.passages.query([id])?;
        let mut passages = Vec::new();
        while let Some(row) = rows.next()? {
            if let Some(field) = TextField::from_code(row.get_ref(0)?.as_str().unwrap_or_default()) {
                passages.push(Passage { field, text: row.get(1)? });
            }
        }
        Ok(passages)
    }

    /// `None` for a kind of another version.
    fn found(&mut self, id: i64, passages: Vec<Passage>, fit: Fit) -> Result<Option<Found>> {
        let found = self.one.query_row([id], found_row).optional()?.flatten();
        Ok(found.map(|found| Found { findable: Findable { passages, ..found.findable }, fit, ..found }))
    }
}

/// How well texts fit; `None`: not every word is there.
fn fit_of(passages: &[Passage], wanted: &Wanted) -> Option<Fit> {
    let names = || passages.iter().filter(|passage| passage.field.is_name());
    if names().any(|name| wanted.is(&name.text)) {
        Some(Fit::Exact)
    } else if wanted.occurs_in(names().map(|name| name.text.as_str())) {
        Some(Fit::Name)
    } else {
        wanted.occurs_in(passages.iter().map(|passage| passage.text.as_str())).then_some(Fit::Text)
    }
}

pub(super) fn place_names(connection: &Connection, place: &FoundPlace) -> Result<PlaceNames> {
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
        let published = place.plan.map(|plan| super::published_name(connection, plan, department));
        names.department = published.transpose()?.flatten();
        if names.department.is_none() {
            let mut name =
                connection.prepare_cached("SELECT name FROM cur_department WHERE oid = ?1 ORDER BY rid")?;
            names.department = name.query_row([department.0], |row| row.get(0)).optional()?;
        }
    }
    Ok(names)
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
