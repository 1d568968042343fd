//! Object ids from natural keys, so that two offices that write apart meet at the same object.
//!
//! The first sixteen bytes of SHA-256 over a tag and the key's fields, each with its length before it.

use crate::digest::Sha256;
use crate::header::Rid;
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use domain::submission::SubmissionSheet;
use jiff::civil::Date;

fn derive(noun: &str, fields: &[&[u8]]) -> ObjectId {
    let mut hash = Sha256::default();
    for field in std::iter::once(&noun.as_bytes()).chain(fields) {
        hash.update(&(field.len() as u64).to_be_bytes());
        hash.update(field);
    }
    let full = hash.finish();
    ObjectId(std::array::from_fn(|at| full[at]))
}

fn round_bytes(round: Round) -> [u8; 3] {
    let [high, low] = round.year.to_be_bytes();
    [high, low, round.quarter.number()]
}

/// A government's plan of one year. Blanks at the ends of the issuer's name do not count.
#[must_use]
pub fn plan(issuer: &str, year: i16) -> ObjectId {
    derive("bps plan 1", &[issuer.trim().as_bytes(), &year.to_be_bytes()])
}

/// A department, by the government that it serves and the name under which it was first met.
#[must_use]
pub fn department(issuer: &str, first_name: &str) -> ObjectId {
    derive("bps department 1", &[issuer.trim().as_bytes(), first_name.trim().as_bytes()])
}

/// One department's statement on one milestone in one round.
#[must_use]
pub fn progress(key: &ProgressKey) -> ObjectId {
    let ProgressKey { plan, task, quarter, round, department } = key;
    let (task, quarter) = (task.to_be_bytes(), [quarter.number()]);
    derive("bps progress 1", &[&plan.0, &task, &quarter, &round_bytes(*round), &department.0])
}

/// The supervision office's finding on one milestone in one round.
#[must_use]
pub fn finding(plan: ObjectId, task: u32, quarter: Quarter, round: Round) -> ObjectId {
    derive("bps finding 1", &[&plan.0, &task.to_be_bytes(), &[quarter.number()], &round_bytes(round)])
}

/// The confirmation of a task's lead department from a day on; `None`: since the plan was published.
#[must_use]
pub fn lead(plan: ObjectId, task: u32, from: Option<Date>) -> ObjectId {
    let from = from.map(|day| day.to_string()).unwrap_or_default();
    derive("bps lead 1", &[&plan.0, &task.to_be_bytes(), from.as_bytes()])
}

/// Who is in charge of a task from a day on; `None`: since the plan was published.
#[must_use]
pub fn leader(plan: ObjectId, task: u32, from: Option<Date>) -> ObjectId {
    let from = from.map(|day| day.to_string()).unwrap_or_default();
    derive("bps leader 1", &[&plan.0, &task.to_be_bytes(), from.as_bytes()])
}

/// The confirmed indicators of a task.
#[must_use]
pub fn indicators(plan: ObjectId, task: u32) -> ObjectId {
    derive("bps indicators 1", &[&plan.0, &task.to_be_bytes()])
}

/// The confirmed items of a milestone.
#[must_use]
pub fn items(plan: ObjectId, task: u32, quarter: Quarter) -> ObjectId {
    derive("bps items 1", &[&plan.0, &task.to_be_bytes(), &[quarter.number()]])
}

/// The lead's joined text on one milestone in one round.
#[must_use]
pub fn summary(plan: ObjectId, task: u32, quarter: Quarter, round: Round) -> ObjectId {
    derive("bps summary 1", &[&plan.0, &task.to_be_bytes(), &[quarter.number()], &round_bytes(round)])
}

/// The decision on one exact revision of a progress.
#[must_use]
pub fn review(key: &ProgressKey, revision: &Rid) -> ObjectId {
    derive("bps review 1", &[&progress(key).0, &revision.0])
}

/// A verification sheet, by the round and the seed of its sample.
#[must_use]
pub fn verification(plan: ObjectId, round: Round, seed: u32) -> ObjectId {
    derive("bps verification 1", &[&plan.0, &round_bytes(round), &seed.to_be_bytes()])
}

/// A person's roles.
#[must_use]
pub fn grant(person: ObjectId) -> ObjectId {
    derive("bps grant 1", &[&person.0])
}

/// That a department's sealed sheet of a round was seen.
#[must_use]
pub fn sealed_copy(plan: ObjectId, round: Round, department: ObjectId) -> ObjectId {
    derive("bps sealed copy 1", &[&plan.0, &round_bytes(round), &department.0])
}

/// A sheet that a department printed for a round, by its 报送码: the same revisions are the same sheet.
#[must_use]
pub fn submission_sheet(sheet: &SubmissionSheet) -> ObjectId {
    let SubmissionSheet { plan, round, department, code, .. } = sheet;
    derive("bps submission sheet 1", &[&plan.0, &round_bytes(*round), &department.0, code.as_bytes()])
}

/// A year light that a person set for a task in a round.
#[must_use]
pub fn light_override(plan: ObjectId, task: u32, round: Round) -> ObjectId {
    derive("bps light override 1", &[&plan.0, &task.to_be_bytes(), &round_bytes(round)])
}

/// The closings of a round of a plan.
#[must_use]
pub fn round_closings(plan: ObjectId, round: Round) -> ObjectId {
    derive("bps round closings 1", &[&plan.0, &round_bytes(round)])
}

/// A department's contact person.
#[must_use]
pub fn contact(department: ObjectId, name: &str) -> ObjectId {
    derive("bps contact 1", &[&department.0, name.trim().as_bytes()])
}

/// What a later plan makes of an open milestone of an earlier one.
#[must_use]
pub fn carry_over(plan: ObjectId, from_plan: ObjectId, from_task: u32, from_quarter: Quarter) -> ObjectId {
    let fields: [&[u8]; 4] = [&plan.0, &from_plan.0, &from_task.to_be_bytes(), &[from_quarter.number()]];
    derive("bps carry over 1", &fields)
}

/// The id of what is given one once (a comment, an instruction, a piece of feedback): by the store that it is first
/// written in, the time, and its words, so that two offices never give the same.
#[must_use]
pub fn once(store: ObjectId, wall_ms: i64, words: &str) -> ObjectId {
    derive("bps once 1", &[&store.0, &wall_ms.to_be_bytes(), words.as_bytes()])
}

/// A person, by name and office.
#[must_use]
pub fn person(name: &str, office: &str) -> ObjectId {
    derive("bps person 1", &[name.trim().as_bytes(), office.trim().as_bytes()])
}

/// The office that a store was made for.
#[must_use]
pub fn office(store: ObjectId) -> ObjectId {
    derive("bps office 1", &[&store.0])
}

/// The settings of a store's office.
#[must_use]
pub fn settings(store: ObjectId) -> ObjectId {
    derive("bps settings 1", &[&store.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_fixed_and_keys_do_not_run_into_each_other() {
        let id = plan("盐田区人民政府", 2013);
        // These bytes are in every store that exists: they never change.
        assert_eq!(id.to_string(), "24e5c8ae613d0907a859a81debfbd29f");
        assert_eq!(plan(" 盐田区人民政府 ", 2013), id);
        let (quarter, round) = (Quarter::First, Round { year: 2013, quarter: Quarter::First });
        let key = ProgressKey { plan: id, task: 5, quarter, round, department: department("甲", "乙") };
        let later = Round { quarter: Quarter::Second, ..round };
        let sheet = |code: &str| SubmissionSheet {
            plan: id,
            round,
            department: id,
            number: 1,
            code: code.to_owned(),
            revisions: Vec::new(),
            on: Date::constant(2013, 4, 8),
            by: String::new(),
            scan: None,
        };
        let mut ids = vec![
            id,
            plan("盐田区人民政府", 2014),
            department("甲", "乙丙"),
            department("甲乙", "丙"),
            person("甲", "乙丙"),
            progress(&key),
            progress(&ProgressKey { round: later, ..key }),
            progress(&ProgressKey { quarter: Quarter::Second, ..key }),
            progress(&ProgressKey { task: 6, ..key }),
            finding(id, 5, quarter, round),
            lead(id, 5, None),
            leader(id, 5, None),
            leader(id, 6, None),
            leader(id, 5, Some(Date::constant(2013, 7, 1))),
            indicators(id, 5),
            items(id, 5, quarter),
            items(id, 5, Quarter::Second),
            summary(id, 5, quarter, round),
            summary(id, 5, quarter, later),
            review(&key, &Rid([1; 32])),
            review(&key, &Rid([2; 32])),
            verification(id, round, 1),
            verification(id, round, 2),
            grant(id),
            sealed_copy(id, round, id),
            submission_sheet(&sheet("甲")),
            submission_sheet(&sheet("乙")),
            round_closings(id, round),
            light_override(id, 5, round),
            light_override(id, 6, round),
            light_override(id, 5, later),
            round_closings(id, later),
            contact(id, "甲"),
            contact(id, "乙"),
            carry_over(id, office(id), 5, quarter),
            carry_over(office(id), id, 5, quarter),
            carry_over(id, office(id), 5, Quarter::Second),
            once(id, 1, "甲"),
            once(id, 2, "甲"),
            once(id, 1, "乙"),
            office(id),
            settings(id),
        ];
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
