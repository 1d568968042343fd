//! What several departments make of one milestone: who answers for which item, and the lead's joined text (汇总稿).

use crate::id::ObjectId;
use crate::indicator::Indicator;
use crate::period::{Quarter, Round};

/// One item of a milestone as an officer confirmed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedItem {
    /// Its words, verbatim from the milestone.
    pub text: String,
    /// Who answers for it; `None`: every responsible department.
    pub department: Option<ObjectId>,
}

/// The confirmed items of one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneItems {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// In order of the text.
    pub items: Vec<AssignedItem>,
}

/// The confirmed indicators of one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskIndicators {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// All that are counted in it; empty: it was decided that none is.
    pub indicators: Vec<Indicator>,
}

/// 汇总稿: what the lead says for all departments about one milestone in one round; it is what the table prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// The quarter in which is reported.
    pub round: Round,
    /// The lead that wrote it.
    pub department: ObjectId,
    /// The text.
    pub text: String,
}
