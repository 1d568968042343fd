//! Organisation changes (机构变动): who takes over whose tasks from a day on. Published wording and names stay.

use crate::id::ObjectId;
use crate::review::NotInList;
use jiff::civil::Date;
use std::str::FromStr;

/// What happened to departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// 更名: the same department under another name.
    Renamed,
    /// 合并: several become one.
    Merged,
    /// 拆分: one becomes several.
    Split,
    /// 任务移交: tasks go to another department, all departments stay.
    Transferred,
}

impl OrganisationKind {
    /// All in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Renamed, Self::Merged, Self::Split, Self::Transferred];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["renamed", "merged", "split", "transferred"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["更名", "合并", "拆分", "任务移交"][self as usize]
    }
}

impl FromStr for OrganisationKind {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// One task's place of one department, taken over by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// Who had it.
    pub from: ObjectId,
    /// Who has it now.
    pub to: ObjectId,
}

/// A change decided by some paper, in force from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationChange {
    /// Given once.
    pub id: ObjectId,
    /// What happened.
    pub kind: OrganisationKind,
    /// The departments before.
    pub before: Vec<ObjectId>,
    /// The departments after; for 更名 the same one.
    pub after: Vec<ObjectId>,
    /// Which task goes where.
    pub moves: Vec<Move>,
    /// The first day.
    pub effective: Date,
    /// On what it rests (a document's name and number).
    pub basis: String,
}

/// Who answers on that day for a task's place that the paper gave to `published`.
///
/// Changes are followed in the order of their days, those of one day in the order given; a place goes on from holder to
/// holder. A move back to a holder before is followed like any other.
#[must_use]
pub fn holder_on<'a>(
    changes: impl IntoIterator<Item = &'a OrganisationChange>,
    plan: ObjectId,
    task: u32,
    published: ObjectId,
    day: Date,
) -> ObjectId {
    let mut in_force: Vec<_> = changes.into_iter().filter(|change| change.effective <= day).collect();
    in_force.sort_by_key(|change| change.effective);
    in_force.iter().fold(published, |holder, change| {
        let own = change.moves.iter().find(|one| one.plan == plan && one.task == task && one.from == holder);
        own.map_or(holder, |found| found.to)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_place_goes_from_holder_to_holder() {
        let id = |number| ObjectId([number; 16]);
        let change = |day: i8, task, from, to| OrganisationChange {
            id: id(90),
            kind: OrganisationKind::Transferred,
            before: vec![id(from)],
            after: vec![id(to)],
            moves: vec![Move { plan: id(9), task, from: id(from), to: id(to) }],
            effective: date(2013, 9, day),
            basis: String::new(),
        };
        // Given out of order; 1 → 2 on the 1st, 2 → 3 on the 10th, another task on the 2nd.
        let changes = [change(10, 5, 2, 3), change(1, 5, 1, 2), change(2, 6, 1, 4)];
        let holder =
            |task, published, day| holder_on(&changes, id(9), task, id(published), date(2013, 9, day));
        assert_eq!(holder_on(&changes, id(9), 5, id(1), date(2013, 8, 31)), id(1));
        assert_eq!(holder(5, 1, 1), id(2));
        assert_eq!(holder(5, 1, 10), id(3));
        assert_eq!(holder(6, 1, 30), id(4));
        assert_eq!(holder(5, 7, 30), id(7));
        assert_eq!(holder_on(&changes, id(8), 5, id(1), date(2013, 9, 30)), id(1));
    }
}
