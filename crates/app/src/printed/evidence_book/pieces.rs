//! Which evidence a book is about: what backs the newest statements that the round's report prints.

use domain::evidence::{self, Evidence};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::plan::Task;
use domain::register::{Entry, Register};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A piece of evidence with what its place in the catalogue says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'r> {
    pub(super) task: u32,
    pub(super) department: &'r str,
    entry: &'r Entry,
    pub(super) evidence: &'r Evidence,
}

impl Piece<'_> {
    /// Its code; `None` before the first submission.
    pub(super) fn code(&self) -> Option<String> {
        let number = self.evidence.number?;
        Some(evidence::code(self.task, self.entry.key.quarter, self.department, number))
    }
}

/// Of which round, department and task.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) round: Round,
    pub(super) as_of: Date,
    pub(super) department: Option<ObjectId>,
    pub(super) task: Option<u32>,
}

/// All pieces by task, quarter, department as the paper names them, and number.
pub(super) fn pieces<'r>(register: &'r Register, wanted: &Wanted) -> Vec<Piece<'r>> {
    let mut found = Vec::new();
    for task in register.plan.tasks().filter(|task| wanted.task.is_none_or(|number| number == task.number)) {
        let open = register.carried_over(task, wanted.round, wanted.as_of);
        for quarter in Quarter::ALL {
            let is_shown = quarter == wanted.round.quarter || open.contains(&quarter);
            let newest = register.newest(task.number, quarter, wanted.round).into_iter();
            let own = newest.filter(|(round, entry)| {
                wanted.department.is_none_or(|id| id == entry.key.department)
                    && (is_shown || *round == wanted.round)
            });
            found.extend(of_milestone(register, task, own.map(|(_, entry)| entry)));
        }
    }
    found
}

/// What backs any statement on a task up to a round, each code once.
pub(super) fn of_task<'r>(register: &'r Register, task: &'r Task, until: Round) -> Vec<Piece<'r>> {
    let mut found: Vec<Piece<'r>> = Vec::new();
    for quarter in Quarter::ALL {
        let seen = register.entries(task.number, quarter).iter();
        let seen = seen.filter(|entry| register.taken_into(entry) <= until);
        found.extend(of_milestone(register, task, seen));
    }
    let mut known = BTreeSet::new();
    found.retain(|piece| piece.code().is_none_or(|code| known.insert(code)));
    found
}

/// What backs these entries on one milestone, by department as the paper names them, and number.
fn of_milestone<'r>(
    register: &'r Register,
    task: &Task,
    entries: impl Iterator<Item = &'r Entry>,
) -> Vec<Piece<'r>> {
    let mut own = Vec::new();
    for entry in entries {
        let department = register.published_name(entry.key.department);
        let evidence = entry.progress.evidence.iter();
        own.extend(evidence.map(|evidence| Piece { task: task.number, department, entry, evidence }));
    }
    let printed_at =
        |name: &str| task.departments.iter().position(|one| one == name).unwrap_or(task.departments.len());
    own.sort_by_key(|piece| {
        let number = piece.evidence.number.unwrap_or(u32::MAX);
        (printed_at(piece.department), piece.department, number)
    });
    own
}
