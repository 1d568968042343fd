//! Which evidence a book is about: what backs the newest statements that the round's report prints.

use domain::evidence::{self, Evidence};
use domain::id::ObjectId;
use domain::period::Round;
use domain::register::{Entry, Register};
use jiff::civil::Date;

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
        for quarter in domain::period::Quarter::ALL {
            let is_shown = quarter == wanted.round.quarter || open.contains(&quarter);
            let mut own = Vec::new();
            for (round, entry) in register.newest(task.number, quarter, wanted.round) {
                let is_wanted = wanted.department.is_none_or(|id| id == entry.key.department);
                if !is_wanted || !(is_shown || round == wanted.round) {
                    continue;
                }
                let department = register.published_name(entry.key.department);
                own.extend(entry.progress.evidence.iter().map(|evidence| Piece {
                    task: task.number,
                    department,
                    entry,
                    evidence,
                }));
            }
            let printed_at = |name: &str| {
                task.departments.iter().position(|one| one == name).unwrap_or(task.departments.len())
            };
            own.sort_by_key(|piece| {
                let number = piece.evidence.number.unwrap_or(u32::MAX);
                (printed_at(piece.department), piece.department, number)
            });
            found.extend(own);
        }
    }
    found
}
