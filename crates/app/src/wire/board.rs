//! The board: every task of a year with its four states and its light, as 总览 and 任务台账 show them.

use super::feedback::{FeedbackCountView, FeedbackWaiting};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which year and round a screen looks at.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardQuery {
    /// The plan's year.
    pub year: i16,
    /// The round's quarter, 1 to 4.
    pub quarter: u8,
    /// 数据截至; `null`: the round's due date, or today if that is earlier.
    pub as_of: Option<String>,
}

/// A year as seen from a round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Board {
    /// The plan's year.
    pub year: i16,
    /// The round's quarter, 1 to 4.
    pub quarter: u8,
    /// The paper's title as printed (full-width punctuation).
    pub title: String,
    /// 数据截至.
    pub as_of: String,
    /// When the round falls due.
    pub due: String,
    /// The milestones of the round's quarter: how many, and how many in each state; the counts add up to the total.
    pub counts: Counts,
    /// The same as one sentence.
    pub sentence: String,
    /// The table's column heads as printed.
    pub columns: Vec<String>,
    /// 总体目标 in printed order.
    pub goals: Vec<BoardGoal>,
    /// Departments that have not reported on a milestone of the round that is due, with their tasks.
    pub silent: Vec<SilentDepartment>,
    /// Drafts that were not submitted, newest first.
    pub drafts: Vec<OpenDraft>,
    /// Public feedback of the year that waits.
    pub feedback: FeedbackWaiting,
    /// Public feedback that came in within the round's quarter, as it stands today.
    pub feedback_in_round: FeedbackCountView,
    /// The four lights in the office's words, best first.
    pub lights: Vec<LightWord>,
    /// What waits in review, over the whole year.
    pub reviews: ReviewCounts,
}

/// How many milestones are in each state.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Counts {
    /// Milestones of the quarter.
    pub total: u32,
    /// In the order of the closed list; states that do not occur are left out.
    pub states: Vec<StateCount>,
}

/// One state and how often it occurs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StateCount {
    /// The state.
    pub state: StateCode,
    /// Its word, without 自报.
    pub word: String,
    /// How many milestones.
    pub count: u32,
}

/// The closed list of quarter states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "domain::state describes them")]
pub enum StateCode {
    NotDue,
    Unreported,
    ConditionNotMet,
    Adjusted,
    Done,
    Partial,
    NotDone,
}

/// The closed list of year lights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "domain::light describes them")]
pub enum LightCode {
    Done,
    OnTrack,
    Slow,
    Behind,
}

/// A goal with its tasks.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardGoal {
    /// As printed.
    pub name: String,
    /// In printed order.
    pub tasks: Vec<BoardTask>,
}

/// A task's row. Texts are print texts (full-width punctuation).
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardTask {
    /// 12 for （十二）.
    pub number: u32,
    /// （十二）.
    pub number_text: String,
    /// Without its number.
    pub title: String,
    /// The yearly sentence.
    pub objective: Option<String>,
    /// In printed order.
    pub departments: Vec<BoardDepartment>,
    /// The four quarters; `null` where the paper promises nothing.
    pub quarters: Vec<Option<BoardMilestone>>,
    /// The year light.
    pub light: BoardLight,
}

/// A responsible department of a task.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardDepartment {
    /// Opaque.
    pub id: String,
    /// As published.
    pub name: String,
    /// Whether it is the confirmed lead (△).
    pub lead: bool,
}

/// A milestone with its state.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardMilestone {
    /// 1 to 4.
    pub quarter: u8,
    /// What is promised.
    pub text: String,
    /// The state.
    pub standing: StandingView,
    /// What should be looked at, a sentence each without its 。; blocks nothing.
    pub flags: Vec<String>,
}

/// A state as it is shown: never by colour alone.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StandingView {
    /// The state.
    pub state: StateCode,
    /// Its mark; `null` for 未报, which is a bold word.
    pub mark: Option<String>,
    /// Its word, with 自报 while nobody has judged.
    pub word: String,
    /// Whether the supervision office has decided it.
    pub judged: bool,
    /// ◇ 无佐证.
    pub without_evidence: bool,
    /// Why, in words.
    pub reason: String,
}

/// A light as it is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardLight {
    /// The light.
    pub light: LightCode,
    /// Its mark.
    pub mark: String,
    /// Its word.
    pub word: String,
    /// Why, in words.
    pub reason: String,
    /// Who set it against the arithmetic, if anybody.
    #[serde(rename = "override")]
    pub set: Option<LightSet>,
}

/// A light that a person set (人工调整).
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightSet {
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The word that the arithmetic gives.
    pub computed: String,
}

/// A light with the office's word for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightWord {
    /// The light.
    pub light: LightCode,
    /// The word.
    pub word: String,
}

/// 待审 and 退回.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ReviewCounts {
    /// 待审: entries that wait for a decision of who works here.
    pub waiting: u32,
    /// 已退回: entries that wait for a new revision.
    pub returned: u32,
}

/// A department that has not reported.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SilentDepartment {
    /// Opaque.
    pub id: String,
    /// As published.
    pub name: String,
    /// The tasks whose milestone it has not reported on.
    pub tasks: Vec<u32>,
}

/// A draft that waits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpenDraft {
    /// What it is about.
    pub key: super::entry::EntryKey,
    /// （五）完善…
    pub title: String,
    /// The department's published name.
    pub department: String,
    /// When it was last saved.
    pub saved_at: String,
}
