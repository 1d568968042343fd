//! 计划: a published paper as read, before and after it is put in force.

use crate::wire::indicator::{RemarkView, TaskIndicatorsView};
use serde::Serialize;
use ts_rs::TS;

/// A paper as read, shown side by side: source left, plan right.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperPreview {
    /// Opaque; names the read file for 启用.
    pub token: String,
    /// The file's own name.
    pub file_name: String,
    /// UTF-8, UTF-16, GB18030.
    pub encoding: String,
    /// The file's lines as they are.
    pub lines: Vec<SourceLine>,
    /// Where in the lines the words of the tasks stand.
    pub runs: Vec<SourceRun>,
    /// The plan.
    pub plan: PlanView,
    /// What was not understood, by line.
    pub problems: Vec<PaperProblem>,
    /// 指标 as read, task by task; nothing is confirmed before the paper is in force.
    pub indicators: Vec<TaskIndicatorsView>,
    /// 核算: what the paper's own numbers and words say.
    pub remarks: Vec<RemarkView>,
    /// What 启用 would do.
    pub verdict: Verdict,
    /// What the new year takes over from what is recorded; `null` where nothing is, or nothing would be put in force.
    pub taken_over: Option<TakenOver>,
}

/// What a new year takes over: its tasks come from its own paper, all else from the year before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TakenOver {
    /// Departments, persons, calendar and settings, 结转: a sentence each.
    pub sentences: Vec<String>,
    /// Departments of the paper that are known by name.
    pub known: Vec<String>,
    /// Departments that begin with this paper.
    pub new: Vec<String>,
}

/// One line of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SourceLine {
    /// From 1.
    pub line: u32,
    /// Its text.
    pub text: String,
    /// What it was read as.
    pub kind: LineKind,
    /// The task that it belongs to.
    pub task: Option<u32>,
}

/// A run of one of a task's texts as it stands in the file: counted in characters, on one line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SourceRun {
    /// The task's number as published.
    pub task: u32,
    /// title, objective, or the quarter's number.
    pub part: String,
    /// Its first character in the task's text, from 0.
    pub at: u32,
    /// The line of the file, from 1.
    pub line: u32,
    /// Its first character on that line, from 0.
    pub start: u32,
    /// How many characters it has.
    pub count: u32,
}

/// What a line was read as; the weightiest where it holds several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum LineKind {
    Record,
    Text,
    Table,
    Repeated,
    Blank,
    Problem,
}

/// A plan in print text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanView {
    /// As printed.
    pub title: String,
    /// The year.
    pub year: i16,
    /// 发布机构.
    pub issuer: String,
    /// 索引号.
    pub index_no: Option<String>,
    /// YYYY-MM-DD.
    pub published_on: Option<String>,
    /// Sections' headings with their numbers.
    pub sections: Vec<String>,
    /// Goals, tasks, milestones, items and departments: how many.
    pub counts: PlanCounts,
    /// 总体目标 in printed order.
    pub goals: Vec<PlanGoal>,
}

/// How many of each.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PlanCounts {
    pub goals: u32,
    pub tasks: u32,
    pub milestones: u32,
    pub items: u32,
    pub departments: u32,
}

/// A goal with its tasks.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanGoal {
    /// As printed.
    pub name: String,
    /// In printed order.
    pub tasks: Vec<PlanTask>,
}

/// A task in print text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanTask {
    /// 12 for （十二）.
    pub number: u32,
    /// （十二）.
    pub number_text: String,
    /// Without its number.
    pub title: String,
    /// The yearly sentence.
    pub objective: Option<String>,
    /// Four; `null` where the paper promises nothing.
    pub milestones: Vec<Option<String>>,
    /// In printed order.
    pub departments: Vec<String>,
    /// The confirmed lead; `null` while unconfirmed.
    pub lead: Option<String>,
    /// Who is in charge (分管领导) on the year's last day; `null` while nobody is known.
    pub leader: Option<String>,
    /// The line of the file where it begins; `null` where the plan comes from the store.
    pub line: Option<u32>,
}

/// Something that was not understood.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperProblem {
    /// From 1.
    pub line: u32,
    /// The text in question.
    pub text: String,
    /// Why, in words.
    pub reason: String,
}

/// What putting the paper in force would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Verdict {
    /// It becomes the plan of its year.
    New,
    /// It is in force already; nothing changes.
    Same,
    /// Another text for the same issuer and year is in force: refused.
    Differs {
        /// Where the two differ.
        differences: Vec<PaperDifference>,
    },
}

/// One difference between two papers of one issuer and year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperDifference {
    /// （四）第二季度.
    pub place: String,
    /// In force.
    pub in_force: String,
    /// In the file.
    pub in_file: String,
}
