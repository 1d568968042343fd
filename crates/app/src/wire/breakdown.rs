//! 事项 and 汇总稿: what several departments make of one milestone.

use super::board::BoardDepartment;
use super::entry::EntryKey;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One item with who answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemBoxes {
    /// Verbatim from the milestone.
    pub text: String,
    /// The department's id; `null`: every responsible department.
    pub department: Option<String>,
}

/// A milestone's items.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemsView {
    /// The plan's year.
    pub year: i16,
    /// The task's number.
    pub task: u32,
    /// The quarter that was promised, 1 to 4.
    pub quarter: u8,
    /// Verbatim.
    pub promise: String,
    /// Whether they were confirmed; else they are cut from the text.
    pub confirmed: bool,
    /// Who may answer.
    pub departments: Vec<BoardDepartment>,
    /// In order of the text.
    pub items: Vec<ItemBoxes>,
}

/// What one department says, as a part of the whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SummaryPart {
    /// Its published name.
    pub department: String,
    /// The word of its claim; empty while it has said nothing.
    pub claim_word: String,
    /// What it says.
    pub text: String,
}

/// 汇总稿 of one milestone in one round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SummaryView {
    /// The lead's entry.
    pub key: EntryKey,
    /// （五）完善…
    pub title: String,
    /// The lead's name.
    pub lead: String,
    /// As saved, else the departments' texts joined, the lead's first.
    pub text: String,
    /// Whether it was saved: then it is what the table prints.
    pub saved: bool,
    /// Who saved it; empty while nobody.
    pub by: String,
    /// When; empty while nobody.
    pub at: String,
    /// Whether a department has said something else since it was saved.
    pub outdated: bool,
    /// Every responsible department, the lead first.
    pub parts: Vec<SummaryPart>,
    /// Why this office may not write it, in words; `null`: it may.
    pub refused: Option<String>,
}
