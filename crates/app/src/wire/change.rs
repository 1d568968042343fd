//! Plan changes: milestones adjusted, cancelled or deferred; organisation changes; what is carried over.

use super::chase::MilestoneRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A change of a milestone, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ChangeBoxes {
    /// The task's number as people write it: 5, 五.
    pub task: String,
    /// The quarter whose milestone it changes, as people write it.
    pub quarter: String,
    /// `reworded` 调整, `cancelled` 取消, `deferred` 延期, or their words.
    pub kind: String,
    /// 调整: what is promised now.
    pub text: String,
    /// 延期: the round in which it is due now, 2013Q3.
    pub to: String,
    /// 起始日期; empty: today.
    pub from: String,
    /// 理由.
    pub reason: String,
    /// 文件名称、文号.
    pub basis: String,
    /// 批准人.
    pub approver: String,
}

/// A change of a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangeView {
    /// Opaque.
    pub id: String,
    /// The task's number.
    pub task: u32,
    /// （五）完善…
    pub title: String,
    /// 1 to 4.
    pub quarter: u8,
    /// `reworded`, `cancelled`, `deferred`.
    pub kind: String,
    /// 调整, 取消, 延期.
    pub kind_word: String,
    /// What the paper promises; it is never touched.
    pub published: String,
    /// What it was, what it is, and on what that rests, in one sentence.
    pub words: String,
    /// The first day on which it holds.
    pub from: String,
    /// 理由.
    pub reason: String,
    /// 文件名称、文号.
    pub basis: String,
    /// 批准人.
    pub approver: String,
    /// Who recorded it.
    pub by: String,
}

/// An organisation change, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct OrganisationBoxes {
    /// `renamed` 更名, `merged` 合并, `split` 拆分, `transferred` 任务移交, or their words.
    pub kind: String,
    /// Departments before: ids or any of their names.
    pub before: Vec<String>,
    /// Departments after: ids or names; a name that nobody has is a new department.
    pub after: Vec<String>,
    /// 全称 of those that are new or called otherwise; may be left out.
    pub full: Vec<FullName>,
    /// 拆分, 任务移交: which task goes to whom.
    pub tasks: Vec<TaskMove>,
    /// 起始日期.
    pub effective: String,
    /// 文件名称、文号.
    pub basis: String,
}

/// The full name of a department that begins, or that is called otherwise from now on.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FullName {
    /// Its 简称 among the departments after; empty: the only one.
    pub of: String,
    /// 全称.
    pub full: String,
}

/// A task that a department holds on a day, and that may go to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeldTask {
    /// The plan's year.
    pub year: i16,
    /// The task's number.
    pub task: u32,
    /// （五）完善…
    pub title: String,
}

/// Where a task goes.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct TaskMove {
    /// The plan's year; absent: the only open year in which the department holds a task of that number.
    pub year: Option<i16>,
    /// The task's number as people write it.
    pub task: String,
    /// Who takes it over: one of the departments after.
    pub to: String,
}

/// An organisation change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OrganisationView {
    /// Opaque.
    pub id: String,
    /// Its code.
    pub kind: String,
    /// 更名, 合并, 拆分, 任务移交.
    pub kind_word: String,
    /// Names of the day before.
    pub before: Vec<String>,
    /// Names from that day on.
    pub after: Vec<String>,
    /// What happened, in one sentence.
    pub words: String,
    /// What follows from it, a sentence each.
    pub consequences: Vec<String>,
    /// The first day.
    pub effective: String,
    /// 文件名称、文号.
    pub basis: String,
    /// Which task goes where.
    pub moves: Vec<MovedTask>,
}

/// A task that was handed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovedTask {
    /// The plan's year.
    pub year: i16,
    /// The task's number.
    pub task: u32,
    /// Who had it.
    pub from: String,
    /// Who has it.
    pub to: String,
}

/// 上年结转: what a year leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarryList {
    /// The year that leaves it.
    pub year: i16,
    /// That it may still change, since the fourth round takes in, in words; `null` once it is closed.
    pub provisional: Option<String>,
    /// The open milestones, in printed order.
    pub lines: Vec<CarryView>,
}

/// 上年结转: an open milestone of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarryView {
    /// The earlier year.
    pub year: i16,
    /// The milestone in the earlier plan.
    pub milestone: MilestoneRef,
    /// （八）加强… of the earlier plan.
    pub title: String,
    /// As published.
    pub published: String,
    /// 部分完成.
    pub state_word: String,
    /// By year, number and wording, in one sentence.
    pub words: String,
    /// The later year, where there is a plan for it.
    pub into_year: Option<i16>,
    /// The later plan's task that the officer confirmed; `null`: none or not yet decided.
    pub into_task: Option<u32>,
    /// Its number and title.
    pub into_title: String,
    /// Whether the officer has decided.
    pub decided: bool,
    /// What he noted.
    pub remark: String,
    /// A task of the later plan that reads alike, to be confirmed; `null`: none does.
    pub suggested: Option<u32>,
}
