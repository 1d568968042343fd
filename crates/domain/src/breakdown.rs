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

/// The departments' texts as one, a line each under its name: what a 汇总稿 is begun with. The lead's comes first, since
/// `statements` has it first; who said nothing is left out.
#[must_use]
pub fn joined<'a>(statements: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let lines = statements.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let lines: Vec<_> = lines.map(|(name, text)| format!("{name}：{}", text.trim())).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_under_their_names() {
        let statements = [("民政局", "甲。"), ("社工委", " "), ("文体局", "乙。\n")];
        assert_eq!(joined(statements), "民政局\u{FF1A}甲。\n文体局\u{FF1A}乙。");
        assert_eq!(joined([]), "");
    }
}
