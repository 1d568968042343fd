//! What no register tells of a task: who wrote what and when, what was sent back, what leaders wrote, what was assigned.
//!
//! All of it is internal: the public is told none of it.

use domain::chase::{Instruction, SupervisionItem};
use domain::period::{Quarter, Round};
use domain::progress::ProgressKey;
use jiff::civil::Date;

/// Everything about one task that stands beside its register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskRecord {
    /// Submissions that were not taken back, of each statement oldest first.
    pub handed_in: Vec<HandedIn>,
    /// Statements that a review sent back, oldest first.
    pub returned: Vec<Returned>,
    /// Who decided the findings.
    pub found: Vec<Found>,
    /// 领导批示, in any order.
    pub instructions: Vec<Instruction>,
    /// 督办事项, in any order.
    pub items: Vec<SupervisionItem>,
}

/// One submission of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// Which statement.
    pub key: ProgressKey,
    /// The day.
    pub on: Date,
    /// Who, by name.
    pub by: String,
    /// Whether it took the place of an earlier one (更正).
    pub corrects: bool,
    /// Whether the supervision office wrote it for the department (代录).
    pub on_behalf: bool,
}

/// A review that sent a statement back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Which statement.
    pub key: ProgressKey,
    /// The day.
    pub on: Date,
    /// Who decided, by name.
    pub by: String,
    /// To whom it went back.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The box that it points at: 进展; empty for the whole.
    pub place: String,
    /// The passage in that box; may be empty.
    pub quote: String,
    /// Whether another revision is in force since.
    pub answered: bool,
}

/// Who decided a finding, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The promised quarter.
    pub quarter: Quarter,
    /// The round.
    pub round: Round,
    /// The day.
    pub on: Date,
    /// Who, by name.
    pub by: String,
}
