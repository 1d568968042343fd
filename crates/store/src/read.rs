//! Reading: current values with the revision that holds them, and the history of an object.
//!
//! Every value is read from the signed body, and body, header and id are held against each other on the way: a byte
//! that changed on the disk is an error here and never a silent other value. (Signatures are the check's business.)

use crate::error::{Result, StoreError};
use crate::{Store, open};
use domain::department::Department;
use domain::id::ObjectId;
use domain::period::Quarter;
use domain::progress::ProgressKey;
use ledger::{
    CodecError, FindingRecord, Header, Lead, Noun, ObjectType, Office, Person, PlanRecord, ProgressRecord,
    Record, Rid, Settings, Signed, natural,
};
use rusqlite::{Connection, Params, Row, params};

/// The current value of an object and the revision that made it so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The object.
    pub object: ObjectId,
    /// What it is now.
    pub value: T,
    /// The revision.
    pub rid: Rid,
    /// Who, when, where, under which operation.
    pub header: Header,
    /// The other heads where the object is in conflict; empty normally. This one has the highest generation, then the
    /// lowest id, so that every office shows the same one first.
    pub other_heads: Vec<Rid>,
}

/// One revision in the history of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The revision.
    pub rid: Rid,
    /// Who, when, where, under which operation, on which parents.
    pub header: Header,
    /// What it made of the object; `None`: withdrawn, or of a newer version.
    pub record: Option<Record>,
    /// Whether it is a current head.
    pub is_head: bool,
    /// When it came into this store, in milliseconds since 1970.
    pub arrived_ms: i64,
}

/// An object that several people changed apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The object.
    pub object: ObjectId,
    /// What it is.
    pub object_type: ObjectType,
    /// Its heads, the one that is shown first at the front.
    pub heads: Vec<Rid>,
}

impl Store {
    /// Runs a read in one transaction on a connection that cannot write.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let lock = || self.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let waiting = lock().pop();
        let connection = match waiting {
            Some(connection) => connection,
            None => open::reading_connection(&self.folder.database())?,
        };
        let transaction = connection.unchecked_transaction()?;
        let answer = read(&transaction);
        drop(transaction);
        lock().push(connection);
        answer
    }

    /// All plans in force, by year.
    ///
    /// # Errors
    /// When a stored revision is damaged or the database fails; so for every reading function.
    pub fn plans(&self) -> Result<Vec<Recorded<PlanRecord>>> {
        self.current("cur_plan c JOIN rev r ON r.rid = c.rid ORDER BY c.year, c.issuer", [], as_plan)
    }

    /// The years that have a plan, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn plan_years(&self) -> Result<Vec<i16>> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT DISTINCT year FROM cur_plan ORDER BY year DESC")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One plan.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn plan(&self, plan: ObjectId) -> Result<Option<Recorded<PlanRecord>>> {
        self.one("cur_plan c JOIN rev r ON r.rid = c.rid WHERE c.oid = ?1", [plan.0], as_plan)
    }

    /// Every progress on a plan, by task, quarter and round.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn progress_of(&self, plan: ObjectId) -> Result<Vec<Recorded<ProgressRecord>>> {
        let from = "cur_progress c JOIN rev r ON r.rid = c.rid WHERE c.plan = ?1 ORDER BY c.task, c.quarter, c.round";
        self.current(from, [plan.0], as_progress)
    }

    /// One progress; `None` where nothing was ever submitted or it was withdrawn.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn progress(&self, key: &ProgressKey) -> Result<Option<Recorded<ProgressRecord>>> {
        let from = "cur_head c JOIN rev r ON r.rid = c.rid WHERE c.oid = ?1";
        self.one(from, [natural::progress(key).0], as_progress)
    }

    /// Every finding on a plan, by task, quarter and round.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn findings(&self, plan: ObjectId) -> Result<Vec<Recorded<FindingRecord>>> {
        let from =
            "cur_finding c JOIN rev r ON r.rid = c.rid WHERE c.plan = ?1 ORDER BY c.task, c.quarter, c.round";
        self.current(from, [plan.0], |record| match record {
            Record::Finding(finding) => Some(finding),
            _ => None,
        })
    }

    /// Every confirmed lead of a plan, by task.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn leads(&self, plan: ObjectId) -> Result<Vec<Recorded<Lead>>> {
        let from = "cur_lead c JOIN rev r ON r.rid = c.rid WHERE c.plan = ?1 ORDER BY c.task";
        self.current(from, [plan.0], |record| match record {
            Record::Lead(lead) => Some(lead),
            _ => None,
        })
    }

    /// Every department, in the order in which they first came into the store.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn departments(&self) -> Result<Vec<Recorded<Department>>> {
        let from = "cur_department c JOIN rev r ON r.rid = c.rid
                    ORDER BY (SELECT min(n) FROM rev WHERE oid = c.oid)";
        self.current(from, [], |record| match record {
            Record::Department(department) => Some(department),
            _ => None,
        })
    }

    /// Every person, in the order in which they first came into the store.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn persons(&self) -> Result<Vec<Recorded<Person>>> {
        let from =
            "cur_person c JOIN rev r ON r.rid = c.rid ORDER BY (SELECT min(n) FROM rev WHERE oid = c.oid)";
        self.current(from, [], |record| match record {
            Record::Person(person) => Some(person),
            _ => None,
        })
    }

    /// This store's own office ([`Store::office_id`]); `None` until it was set up.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn office(&self) -> Result<Option<Recorded<Office>>> {
        let from = "cur_office c JOIN rev r ON r.rid = c.rid WHERE c.oid = ?1";
        self.one(from, [self.office_id().0], |record| match record {
            Record::Office(office) => Some(office),
            _ => None,
        })
    }

    /// What this store's office set ([`Store::settings_id`]); `None` while all is at its default.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn settings(&self) -> Result<Option<Recorded<Settings>>> {
        let from = "cur_settings c JOIN rev r ON r.rid = c.rid WHERE c.oid = ?1";
        self.one(from, [self.settings_id().0], |record| match record {
            Record::Settings(settings) => Some(settings),
            _ => None,
        })
    }

    /// The greatest number that an evidence code ever had within plan, task, quarter and department, also in revisions
    /// that were corrected or withdrawn; 0 before the first.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn evidence_number_max(
        &self,
        plan: ObjectId,
        task: u32,
        quarter: Quarter,
        department: ObjectId,
    ) -> Result<u32> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT coalesce(max(number), 0) FROM cur_evidence
                 WHERE plan = ?1 AND task = ?2 AND quarter = ?3 AND department = ?4",
            )?;
            Ok(statement
                .query_row(params![plan.0, task, quarter.number(), department.0], |row| row.get(0))?)
        })
    }

    /// Every object of a noun: those of one plan, or all; in the order in which they first came into the store.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn all<N: Noun>(&self, plan: Option<ObjectId>) -> Result<Vec<Recorded<N>>> {
        let from = "cur_about c JOIN rev r ON r.rid = c.rid
                    WHERE c.object_type = ?1 AND (?2 IS NULL OR c.plan = ?2)
                    ORDER BY (SELECT min(n) FROM rev WHERE oid = c.oid)";
        self.current(from, params![N::TYPE.code(), plan.map(|plan| plan.0)], N::of)
    }

    /// One object of a noun; `None` where it was never written or is withdrawn.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn get<N: Noun>(&self, object: ObjectId) -> Result<Option<Recorded<N>>> {
        self.one("cur_head c JOIN rev r ON r.rid = c.rid WHERE c.oid = ?1", [object.0], N::of)
    }

    /// The greatest number that a feedback (scope: the year) or a supervision item (scope: the plan's id) or an issued
    /// report (scope: series and year) ever had, also in revisions that were withdrawn; 0 before the first.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn number_max<N: Noun>(&self, scope: &str) -> Result<u32> {
        self.read(|connection| {
            let sql = "SELECT coalesce(max(number), 0) FROM cur_number WHERE object_type = ?1 AND scope = ?2";
            Ok(connection.prepare_cached(sql)?.query_row(params![N::TYPE.code(), scope], |row| row.get(0))?)
        })
    }

    /// The ids, sorted, of every revision of what belongs to a plan and of what stands above the years, but for the types
    /// named: with their history, since some of what is printed (what was promised first) is told by it only.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn revisions_about(&self, plan: ObjectId, without: &[ObjectType]) -> Result<Vec<Rid>> {
        let of_plan = "SELECT oid FROM cur_plan WHERE oid = ?1
            UNION SELECT oid FROM cur_progress WHERE plan = ?1 UNION SELECT oid FROM cur_finding WHERE plan = ?1
            UNION SELECT oid FROM cur_lead WHERE plan = ?1 UNION SELECT oid FROM cur_department
            UNION SELECT oid FROM cur_office UNION SELECT oid FROM cur_settings UNION SELECT oid FROM cur_person
            UNION SELECT oid FROM cur_about WHERE plan = ?1 OR plan IS NULL";
        self.read(|connection| {
            let sql = format!("SELECT rid, object_type FROM rev WHERE oid IN ({of_plan}) ORDER BY rid");
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query([plan.0])?;
            let mut rids = Vec::new();
            while let Some(row) = rows.next()? {
                if !without.contains(&ObjectType::from_code(&row.get::<_, String>(1)?)) {
                    rids.push(Rid(row.get(0)?));
                }
            }
            Ok(rids)
        })
    }

    /// Every revision of an object, oldest first by generation.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn history(&self, object: ObjectId) -> Result<Vec<HistoryEntry>> {
        self.histories("WHERE r.oid = ?1 ORDER BY r.gen, r.rid", [object.0])
    }

    /// The revisions of every progress on a plan that was ever changed, oldest first within each object: what was
    /// promised before stays visible without asking for each milestone by itself.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn progress_histories(&self, plan: ObjectId) -> Result<Vec<HistoryEntry>> {
        let filter = "WHERE r.oid IN (SELECT c.oid FROM cur_progress c WHERE c.plan = ?1
                             AND (SELECT count(*) FROM rev other WHERE other.oid = c.oid) > 1)
             ORDER BY r.oid, r.gen, r.rid";
        self.histories(filter, [plan.0])
    }

    /// What one revision made of its object; `None`: withdrawn, of a newer version, or not here.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn record(&self, rid: Rid) -> Result<Option<Record>> {
        Ok(self.histories("WHERE r.rid = ?1", [rid.0])?.pop().and_then(|entry| entry.record))
    }

    /// The revisions of every object of a noun, oldest first within each object: what stood on an earlier day is told
    /// without asking for each object by itself.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn histories_of<N: Noun>(&self) -> Result<Vec<HistoryEntry>> {
        let filter = "WHERE r.object_type = ?1 ORDER BY r.oid, r.gen, r.rid";
        self.histories(filter, [N::TYPE.code()])
    }

    /// The newest revisions of all objects, newest first.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn latest(&self, count: u32) -> Result<Vec<HistoryEntry>> {
        self.histories("ORDER BY r.n DESC LIMIT ?1", [count])
    }

    /// The current heads of an object with their revisions: more than one is a conflict.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn heads(&self, object: ObjectId) -> Result<Vec<HistoryEntry>> {
        let filter = "WHERE r.oid = ?1 AND NOT EXISTS (SELECT 1 FROM edge WHERE parent = r.rid)
                      ORDER BY r.gen DESC, r.rid";
        self.histories(filter, [object.0])
    }

    /// Every object that has more than one head.
    ///
    /// # Errors
    /// As [`Store::plans`].
    pub fn conflicts(&self) -> Result<Vec<Conflict>> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT oid, object_type, rid FROM cur_head
                 WHERE oid IN (SELECT oid FROM cur_head GROUP BY oid HAVING count(*) > 1)
                 ORDER BY oid, gen DESC, rid",
            )?;
            let mut rows = statement.query([])?;
            let mut conflicts: Vec<Conflict> = Vec::new();
            while let Some(row) = rows.next()? {
                let (object, rid) = (ObjectId(row.get(0)?), Rid(row.get(2)?));
                match conflicts.last_mut() {
                    Some(last) if last.object == object => last.heads.push(rid),
                    _ => {
                        let object_type = ObjectType::from_code(&row.get::<_, String>(1)?);
                        conflicts.push(Conflict { object, object_type, heads: vec![rid] });
                    }
                }
            }
            Ok(conflicts)
        })
    }

    fn one<T>(
        &self,
        from: &str,
        params: impl Params,
        pick: impl Fn(Record) -> Option<T>,
    ) -> Result<Option<Recorded<T>>> {
        Ok(self.current(&format!("{from} ORDER BY c.oid"), params, pick)?.into_iter().next())
    }

    /// The rows of a projection with their revisions, one entry for each object.
    ///
    /// `from` ends in an ORDER BY that keeps the heads of one object together when the object id is added to it.
    fn current<T>(
        &self,
        from: &str,
        params: impl Params,
        pick: impl Fn(Record) -> Option<T>,
    ) -> Result<Vec<Recorded<T>>> {
        self.read(|connection| {
            let sql = format!("SELECT r.rid, r.hdr, r.body FROM {from}, r.oid, r.gen DESC, r.rid");
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params)?;
            let mut found: Vec<Recorded<T>> = Vec::new();
            while let Some(row) = rows.next()? {
                let (rid, header, record) = revision(row)?;
                if let Some(last) = found.last_mut().filter(|last| last.object == header.object) {
                    last.other_heads.push(rid);
                } else if let Some(value) = record.and_then(&pick) {
                    found.push(Recorded {
                        object: header.object,
                        value,
                        rid,
                        header,
                        other_heads: Vec::new(),
                    });
                }
            }
            Ok(found)
        })
    }

    fn histories(&self, filter: &str, params: impl Params) -> Result<Vec<HistoryEntry>> {
        self.read(|connection| {
            let sql = format!(
                "SELECT r.rid, r.hdr, r.body, r.arrived,
                        NOT EXISTS (SELECT 1 FROM edge WHERE parent = r.rid) FROM rev r {filter}"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params)?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                let (rid, header, record) = revision(row)?;
                entries.push(HistoryEntry {
                    rid,
                    header,
                    record,
                    is_head: row.get(4)?,
                    arrived_ms: row.get(3)?,
                });
            }
            Ok(entries)
        })
    }
}

fn as_plan(record: Record) -> Option<PlanRecord> {
    if let Record::Plan(plan) = record { Some(plan) } else { None }
}

fn as_progress(record: Record) -> Option<ProgressRecord> {
    if let Record::Progress(progress) = record { Some(progress) } else { None }
}

/// Reads rid, header and body (the first three columns) and holds them against each other.
pub(crate) fn revision(row: &Row<'_>) -> Result<(Rid, Header, Option<Record>)> {
    let rid = Rid(row.get(0)?);
    let (header_bytes, body) = (blob(row, 1)?, blob(row, 2)?);
    let header =
        Signed::read(rid, header_bytes, body).map_err(|why| StoreError::DamagedRevision { rid, why })?;
    if body.is_empty() {
        return Ok((rid, header, None));
    }
    match Record::decode(&header.object_type, header.schema, body) {
        Ok(record) => Ok((rid, header, Some(record))),
        Err(CodecError::Unknown) => Ok((rid, header, None)),
        Err(why) => Err(StoreError::UnreadableBody { rid, why }),
    }
}

fn blob<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8]> {
    row.get_ref(column)?.as_blob().map_err(|error| StoreError::Damaged(error.to_string()))
}
