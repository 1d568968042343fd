//! The bodies around the plan: findings, departments, leads, people, the office and its settings.

use super::in_order;
use crate::cbor::{CodecError, Field, Reader, Writer};
use crate::natural;
use domain::department::{Department, DepartmentName};
use domain::id::ObjectId;
use domain::period::{DueRule, Quarter, Round};
use domain::state::Finding;
use jiff::civil::Date;

/// What the supervision office decided about one milestone in one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRecord {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// The round in which it was decided.
    pub round: Round,
    /// The decision and why.
    pub finding: Finding,
}

impl FindingRecord {
    /// The finding's id: by its key.
    #[must_use]
    pub fn object_id(&self) -> ObjectId {
        natural::finding(self.plan, self.task, self.quarter, self.round)
    }
}

/// The confirmation that a department leads a task (牵头) from a day on; an earlier one holds until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The first day; `None`: since the plan was published.
    pub from: Option<Date>,
    /// The department that leads; `None`: it was decided that none does.
    pub department: Option<ObjectId>,
    /// On what it rests.
    pub basis: String,
}

impl Lead {
    /// The confirmation's id: by its task and day.
    #[must_use]
    pub fn object_id(&self) -> ObjectId {
        natural::lead(self.plan, self.task, self.from)
    }
}

/// Somebody who writes in this store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Given once by [`natural::person`], kept when name or office change.
    pub id: ObjectId,
    /// 姓名.
    pub name: String,
    /// 职务; may be empty.
    pub title: String,
    /// Where: the office's or department's name.
    pub office: String,
    /// The first day; `None`: since always.
    pub from: Option<Date>,
    /// The last day; `None`: still.
    pub until: Option<Date>,
}

impl Person {
    /// Whether this day lies between the first and the last.
    #[must_use]
    pub fn works_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// For whom a store was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Given once by [`natural::office`].
    pub id: ObjectId,
    /// The office's name as printed: 督查室.
    pub name: String,
    /// What it may write.
    pub kind: OfficeKind,
}

/// What an office may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeKind {
    /// Findings, and progress for any department (代录).
    Supervision,
    /// That department's progress only.
    Department(ObjectId),
}

/// What an office set for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Given once by [`natural::settings`].
    pub id: ObjectId,
    /// When rounds fall due.
    pub due_rule: DueRule,
    /// Further choices by name, sorted by name, none twice.
    pub choices: Vec<(String, String)>,
}

in_order!(FindingRecord { plan, task, quarter, round, finding });
in_order!(Finding { claim, reason });
in_order!(Department { id, names });
in_order!(DepartmentName { short, full, from, until, basis });
in_order!(Lead { plan, task, from, department, basis });
in_order!(Person { id, name, title, office, from, until });
in_order!(Office { id, name, kind });
in_order!(Settings { id, due_rule, choices });

/// The department's id, or null for the supervision office.
impl Field for OfficeKind {
    fn put(&self, w: &mut Writer) {
        match self {
            Self::Supervision => None,
            Self::Department(id) => Some(*id),
        }
        .put(w);
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Option::get(r)?.map_or(Self::Supervision, Self::Department))
    }
}
