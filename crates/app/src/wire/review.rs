//! 审核: the queue, decisions on exact revisions, verification sheets.

use super::entry::{ClaimCode, EntryForm, EntryKey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which entries of a year to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ReviewQuery {
    /// The plan's year.
    pub year: i16,
    /// Where they stand; `null`: anywhere.
    pub stage: Option<StageCode>,
    /// The round's quarter, 1 to 4; `null`: every round.
    pub round: Option<u8>,
    /// The department's id; `null`: all.
    pub department: Option<String>,
    /// What they claim; `null`: anything.
    pub claim: Option<ClaimCode>,
    /// Only those that nothing backs (◇).
    pub without_evidence: bool,
    /// Only those entered for a department (代录).
    pub on_behalf: bool,
}

/// Where an entry stands in review, as this person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StageCode {
    /// 待审.
    Waiting,
    /// 须回避: it waits for somebody else, since nobody decides on his own department's.
    Recused,
    /// 已退回.
    Returned,
    /// 已通过.
    Accepted,
}

/// Entries with what was decided about them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewQueue {
    /// How many entries of the other filters stand at each stage, in the order in which they are offered.
    pub stages: Vec<StageCount>,
    /// The departments that have an entry, in printed order.
    pub departments: Vec<ReviewDepartment>,
    /// By round, task, quarter and printed order of departments.
    pub lines: Vec<ReviewLine>,
}

/// One stage and how many entries stand there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StageCount {
    /// The stage.
    pub stage: StageCode,
    /// Its word.
    pub word: String,
    /// How many entries.
    pub count: u32,
}

/// A department to choose.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewDepartment {
    /// Opaque.
    pub id: String,
    /// As published.
    pub name: String,
}

/// One entry in the queue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewLine {
    /// The entry.
    pub key: EntryKey,
    /// （五）完善…
    pub title: String,
    /// The department's published name.
    pub department: String,
    /// How many departments answer for the milestone.
    pub departments: u32,
    /// 2013Q1.
    pub round: String,
    /// What it claims.
    pub claim: Option<ClaimCode>,
    /// The word of its claim.
    pub claim_word: String,
    /// ◇ 无佐证.
    pub without_evidence: bool,
    /// 代录: its source; `null`: the department's own.
    pub on_behalf: Option<String>,
    /// Who submitted it.
    pub by: String,
    /// When.
    pub at: String,
    /// The revision in force: what is decided on.
    pub revision: String,
    /// Where it stands.
    pub stage: StageCode,
    /// The stage's word.
    pub stage_word: String,
    /// Why this person may not decide, in words; `null`: he may.
    pub refused: Option<String>,
    /// The last decision on any of its revisions.
    pub decision: Option<DecisionView>,
}

/// 通过 or 退回.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "domain::review describes them")]
pub enum DecisionCode {
    Accepted,
    Returned,
}

/// A decision on one revision of an entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionView {
    /// The decision.
    pub decision: DecisionCode,
    /// Its word.
    pub word: String,
    /// Why, in the reviewer's words.
    pub reason: String,
    /// To whom it went back; empty where accepted.
    pub returned_to: String,
    /// The box that it is about: text, item:2; `null`: the whole.
    pub place: Option<String>,
    /// The box's name.
    pub place_word: String,
    /// The passage within it; may be empty.
    pub quote: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: String,
    /// The revision that it is about.
    pub revision: String,
    /// 第2版: which revision of the entry that is, from the first.
    pub revision_word: String,
    /// Whether that revision is still in force.
    pub current: bool,
}

/// What is decided on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewTarget {
    /// The entry.
    pub key: EntryKey,
    /// The revision that was read, or its first eight characters; `null`: the one in force.
    pub revision: Option<String>,
}

/// 认定 in the same action as 通过.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindingChoice {
    /// The decision; `null`: as the department claims (与自报一致).
    pub claim: Option<ClaimCode>,
    /// Why; may be empty where it is as claimed.
    pub reason: String,
}

/// 退回 with its reason.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ReturnBoxes {
    /// Why; mandatory.
    pub reason: String,
    /// To whom: one of the form's `return_to`, a department by any of its names; empty: the entry's department.
    pub to: String,
    /// The box that it is about: text, item:2; `null`: the whole.
    pub place: Option<String>,
    /// The passage within it; may be empty.
    pub quote: String,
}

/// How to draw a verification sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SampleQuery {
    /// The plan's year.
    pub year: i16,
    /// The round's quarter, 1 to 4.
    pub round: u8,
    /// How many entries.
    pub count: u32,
    /// The seed; `null`: today's date as a number, or the next that is free.
    pub seed: Option<u32>,
    /// Only entries that claim this; `null`: whatever they claim.
    pub claim: Option<ClaimCode>,
    /// Only this department's (its id); `null`: all.
    pub department: Option<String>,
}

/// 核查单: a random sample of one round's entries.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerificationView {
    /// The plan's year.
    pub year: i16,
    /// The round's quarter, 1 to 4.
    pub round: u8,
    /// What it was drawn with; names the sheet within its round.
    pub seed: u32,
    /// From how many entries.
    pub population: u32,
    /// 2013年一季度报告期自报“已完成”的填报共20份。…编号依次为3、16、11。
    pub sentence: String,
    /// How the places are drawn.
    pub drawing: String,
    /// Who drew it.
    pub by: String,
    /// When.
    pub at: String,
    /// How many have a result.
    pub checked: u32,
    /// How many of those were found otherwise than stated.
    pub disagreeing: u32,
    /// What was drawn, in the order drawn.
    pub checks: Vec<CheckView>,
}

/// One drawn entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    /// Its place among all, from 1.
    pub place: u32,
    /// The entry.
    pub key: EntryKey,
    /// （五）完善…
    pub title: String,
    /// The department's published name.
    pub department: String,
    /// The word of what it claims now.
    pub claim_word: String,
    /// What it says now.
    pub text: String,
    /// What was entered.
    pub boxes: CheckBoxes,
    /// 属实 / 不符; empty while open.
    pub result_word: String,
}

/// 查阅, 电话 or 现场.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "domain::review describes them")]
pub enum MethodCode {
    Papers,
    Telephone,
    OnSite,
}

/// The result of one check as typed; all empty: open again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct CheckBoxes {
    /// How it was verified.
    pub method: Option<MethodCode>,
    /// When.
    pub on: Option<String>,
    /// By whom.
    pub by: String,
    /// Whether what was stated was found to be so.
    pub agrees: Option<bool>,
    /// What was found.
    pub words: String,
}

/// What came of a decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reviewed {
    /// The entry as it stands now.
    pub form: EntryForm,
    /// What was done and what comes next, in words.
    pub message: String,
}
