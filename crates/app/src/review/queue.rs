//! The queue: every submitted entry of a year with where it stands in review.

use super::decisions::decision;
use crate::desk::{Desk, RecordedProgress, time_text};
use crate::entry::{by, wire_key};
use crate::named::round_named;
use crate::paper::numbered_title;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::board::ReviewCounts;
use crate::wire::entry::EntryKey;
use crate::wire::review::{ReviewDepartment, ReviewLine, ReviewQuery, ReviewQueue, StageCode, StageCount};
use domain::id::ObjectId;
use domain::progress::ProgressKey;
use domain::register::Register;
use domain::review::{Review, Stage, stage};
use ledger::{ProgressRecord, natural};
use std::collections::{HashMap, HashSet};
use store::Recorded;

/// The stages in the order in which they are offered.
const STAGES: [StageCode; 4] =
    [StageCode::Waiting, StageCode::Recused, StageCode::Returned, StageCode::Accepted];

type Reviews = HashMap<ObjectId, Vec<Recorded<Review>>>;

impl Desk {
    /// The entries of a year that the query asks for.
    ///
    /// # Errors
    /// No such plan, quarter or department.
    pub fn review_queue(&self, query: &ReviewQuery) -> Outcome<ReviewQueue> {
        let (register, progress) = self.register_and_progress(Some(query.year))?;
        let round = query.round.map(view::quarter).transpose()?;
        let department = query.department.as_deref().map(view::id).transpose()?;
        let claim = query.claim.map(view::claim);
        let wanted = |record: &Recorded<ProgressRecord>| {
            let ProgressRecord { key, progress } = &record.value;
            round.is_none_or(|round| key.round.quarter == round)
                && department.is_none_or(|id| key.department == id)
                && claim.is_none_or(|claim| progress.claim == Some(claim))
                && (!query.without_evidence || progress.evidence.is_empty())
                && (!query.on_behalf || progress.on_behalf.is_some())
        };
        let all = in_order(&register, progress);
        let reviews = self.reviews_by_entry(&register)?;
        let mut recusals = Recusals::default();
        let mut lines = Vec::new();
        for record in all.iter().filter(|record| wanted(record)) {
            lines.extend(self.line(&register, record, &reviews, &mut recusals)?);
        }
        let count = |stage| lines.iter().filter(|line: &&ReviewLine| line.stage == stage).count();
        let stages = STAGES.map(|stage| StageCount {
            stage,
            word: word(stage).to_owned(),
            count: u32::try_from(count(stage)).unwrap_or(u32::MAX),
        });
        lines.retain(|line| query.stage.is_none_or(|stage| line.stage == stage));
        let departments = departments(&register, &all);
        Ok(ReviewQueue { stages: stages.into(), departments, lines })
    }

    /// A query by the names that a command line uses.
    ///
    /// # Errors
    /// No such plan, round or department.
    pub fn review_query(
        &self,
        year: Option<i16>,
        round: Option<&str>,
        department: Option<&str>,
    ) -> Outcome<ReviewQuery> {
        let register = self.register(self.year_or_round(year, round)?)?;
        let department = department.map(|name| self.department_named(&register, name)).transpose()?;
        Ok(ReviewQuery {
            year: register.plan.year,
            round: round_named(&register, round)?.map(|round| round.quarter.number()),
            department: department.map(|id| id.to_string()),
            ..ReviewQuery::default()
        })
    }

    /// One entry as the queue shows it.
    ///
    /// # Errors
    /// What the key names does not exist, or nothing is submitted.
    pub fn review_line(&self, key: &EntryKey) -> Outcome<ReviewLine> {
        let query = ReviewQuery { year: key.year, ..ReviewQuery::default() };
        let lines = self.review_queue(&query)?.lines;
        lines.into_iter().find(|line| line.key == *key).ok_or(Refused::Gone)
    }

    /// Everything submitted on a plan, by round, task, quarter and printed order of departments: the order that a
    /// verification sheet counts in.
    pub(crate) fn entries_in_order(&self, register: &Register) -> Outcome<RecordedProgress> {
        Ok(in_order(register, self.store().progress_of(register.plan_id)?))
    }

    fn reviews_by_entry(&self, register: &Register) -> Outcome<Reviews> {
        let mut reviews = Reviews::new();
        for review in self.store().all::<Review>(Some(register.plan_id))? {
            reviews.entry(natural::progress(&review.value.key)).or_default().push(review);
        }
        Ok(reviews)
    }

    /// Nothing for what no screen could open: a department that the paper does not name for the task.
    fn line(
        &self,
        register: &Register,
        record: &Recorded<ProgressRecord>,
        reviews: &Reviews,
        recusals: &mut Recusals,
    ) -> Outcome<Option<ReviewLine>> {
        let ProgressRecord { key, progress } = &record.value;
        let Some(task) = register.task(key.task) else { return Ok(None) };
        let responsible = register.responsible_in(task, key.round);
        let Some(department) = responsible.iter().find(|one| one.id == key.department) else {
            return Ok(None);
        };
        let own = reviews.get(&record.object).map_or(&[][..], Vec::as_slice);
        let refused = recusals.of(self, register, key)?;
        let stage = stage_of(record, own, refused.is_some());
        let latest = own
            .iter()
            .max_by_key(|review| (review.value.revision == record.rid.0, review.header.wall_ms, review.rid));
        Ok(Some(ReviewLine {
            key: wire_key(key),
            title: numbered_title(task),
            department: department.name.to_owned(),
            departments: u32::try_from(responsible.len()).unwrap_or(u32::MAX),
            round: key.round.to_string(),
            claim: progress.claim.map(view::claim_code),
            claim_word: progress.claim.map_or("", domain::claim::Claim::word).to_owned(),
            without_evidence: progress.evidence.is_empty(),
            on_behalf: progress.on_behalf.clone(),
            by: by(&record.header),
            at: time_text(record.header.wall_ms),
            revision: record.rid.to_string(),
            stage,
            stage_word: word(stage).to_owned(),
            refused,
            decision: latest.map(|review| decision(review, "", Some(record.rid))),
        }))
    }
}

fn in_order(register: &Register, mut all: RecordedProgress) -> RecordedProgress {
    all.sort_by_cached_key(|record| {
        let key = &record.value.key;
        let place = register.task(key.task).and_then(|task| {
            register.responsible_in(task, key.round).iter().position(|one| one.id == key.department)
        });
        (key.round, key.task, key.quarter, place, key.department)
    });
    all
}

/// How many entries wait for who works here, and how many wait for a new revision.
pub(crate) fn counts(
    desk: &Desk,
    register: &Register,
    progress: &[Recorded<ProgressRecord>],
) -> Outcome<ReviewCounts> {
    let reviews = desk.reviews_by_entry(register)?;
    let mut recusals = Recusals::default();
    let mut counts = ReviewCounts { waiting: 0, returned: 0 };
    for record in progress {
        let own = reviews.get(&record.object).map_or(&[][..], Vec::as_slice);
        let recused = recusals.of(desk, register, &record.value.key)?.is_some();
        match stage_of(record, own, recused) {
            StageCode::Waiting => counts.waiting += 1,
            StageCode::Returned => counts.returned += 1,
            StageCode::Recused | StageCode::Accepted => {}
        }
    }
    Ok(counts)
}

fn stage_of(record: &Recorded<ProgressRecord>, reviews: &[Recorded<Review>], recused: bool) -> StageCode {
    match stage(record.rid.0, reviews.iter().map(|review| &review.value)) {
        Stage::Waiting if recused => StageCode::Recused,
        Stage::Waiting => StageCode::Waiting,
        Stage::Returned => StageCode::Returned,
        Stage::Accepted => StageCode::Accepted,
    }
}

fn word(stage: StageCode) -> &'static str {
    match stage {
        StageCode::Waiting => Stage::Waiting.word(),
        StageCode::Recused => "须回避",
        StageCode::Returned => Stage::Returned.word(),
        StageCode::Accepted => Stage::Accepted.word(),
    }
}

/// Why a department's entries are not for this person, asked once for each department and who answers for it now.
#[derive(Default)]
struct Recusals(HashMap<(ObjectId, ObjectId), Option<String>>);

impl Recusals {
    fn of(&mut self, desk: &Desk, register: &Register, key: &ProgressKey) -> Outcome<Option<String>> {
        let (task, department) = (key.task, key.department);
        let both = (department, register.successor(task, department, desk.today()));
        if let Some(known) = self.0.get(&both) {
            return Ok(known.clone());
        }
        let refused = desk.recusal(register, task, department)?.map(|refused| refused.text());
        self.0.insert(both, refused.clone());
        Ok(refused)
    }
}

/// The departments with an entry, in the order in which the paper first names them.
fn departments(register: &Register, all: &[Recorded<ProgressRecord>]) -> Vec<ReviewDepartment> {
    let mut stated: HashSet<ObjectId> = all.iter().map(|record| record.value.key.department).collect();
    let rounds = domain::period::Quarter::ALL.map(|quarter| register.round(quarter));
    let held =
        register.plan.tasks().flat_map(|task| rounds.map(|round| register.responsible_in(task, round)));
    let first = held.flatten().filter(|one| stated.remove(&one.id));
    first.map(|one| ReviewDepartment { id: one.id.to_string(), name: one.name.to_owned() }).collect()
}
