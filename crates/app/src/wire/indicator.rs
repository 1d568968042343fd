//! 指标 and 核算: what a plan counts, confirmed or as read, and what its own numbers say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A plan's indicators and its arithmetic, side by side with its text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IndicatorSheet {
    /// The plan's year.
    pub year: i16,
    /// Task by task, in printed order; also tasks that count nothing.
    pub tasks: Vec<TaskIndicatorsView>,
    /// The paper as a whole first, then task by task.
    pub remarks: Vec<RemarkView>,
}

/// One task's indicators.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskIndicatorsView {
    /// The task's number as published.
    pub task: u32,
    /// Who confirmed them; `null`: they are as the program read them.
    pub confirmed: Option<ConfirmedBy>,
    /// In order of the text.
    pub indicators: Vec<IndicatorView>,
}

/// Who confirmed a task's indicators, and when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConfirmedBy {
    /// 李明（主任科员）.
    pub by: String,
    /// The time, in UTC.
    pub at: String,
}

/// A task's list as an officer is about to confirm it: nothing is stored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckedIndicators {
    /// As they would be confirmed.
    pub indicators: Vec<IndicatorView>,
    /// What the arithmetic would say of the task.
    pub remarks: Vec<RemarkView>,
}

/// One indicator.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IndicatorView {
    /// What is counted.
    pub name: String,
    /// Its measure word.
    pub unit: String,
    /// sum, level, ordinal, range_sum, once, population.
    pub kind: String,
    /// The kind in words.
    pub kind_word: String,
    /// What the year promises.
    pub annual: Option<TargetView>,
    /// What the four quarters promise.
    pub quarters: Vec<Option<TargetView>>,
}

/// One promised value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TargetView {
    /// eq, ge, about, range.
    pub op: String,
    /// The number; of a range the lower one.
    pub least: String,
    /// The upper number of a range.
    pub most: Option<String>,
    /// written, derived, suggested, entered.
    pub origin: String,
    /// Where in the task's texts it stands.
    pub place: Option<PlaceView>,
    /// Which one of a row.
    pub ordinal: Option<u32>,
    /// The text leaves the measure word off.
    pub unit_missing: bool,
}

/// A span of one text of a task, in characters of the print text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlaceView {
    /// title, objective, or the quarter's number.
    pub part: String,
    /// Its first character, from 0.
    pub start: u32,
    /// The character after its last.
    pub end: u32,
}

/// One remark of the arithmetic.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RemarkView {
    /// The kind's code.
    pub kind: String,
    /// The kind in words.
    pub word: String,
    /// Whether it says that something fits.
    pub fits: bool,
    /// Of the paper as a whole where there is none.
    pub task: Option<u32>,
    /// The quarters that it speaks of.
    pub quarters: Vec<u8>,
    /// Where in the task's texts it lies.
    pub place: Option<PlaceView>,
    /// What a person reads.
    pub sentence: String,
}

/// An indicator as an officer confirms it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorInput {
    /// What is counted.
    pub name: String,
    /// Its measure word.
    pub unit: String,
    /// The kind's code.
    pub kind: String,
    /// The name under which it was shown before, so that its places in the text stay with it; absent: added.
    pub shown_as: Option<String>,
    /// What the year promises; absent: what the quarters come to.
    pub annual: Option<TargetInput>,
    /// What the four quarters promise.
    pub quarters: Vec<Option<TargetInput>>,
}

/// A value as an officer confirms it: as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TargetInput {
    /// eq, ge, about, range.
    pub op: String,
    /// The number; of a range the lower one.
    pub least: String,
    /// The upper number of a range.
    pub most: Option<String>,
}
