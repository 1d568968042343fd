//! Chasing: rounds, who has not reported, contact persons, leaders' instructions, supervision items.

use super::entry::BoxEvidence;
use super::submission::SubmissionView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A round with its due date and closings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoundView {
    /// 2013Q1.
    pub round: String,
    /// 1 to 4.
    pub quarter: u8,
    /// 一季度.
    pub name: String,
    /// 应报日期.
    pub due: String,
    /// `open` or `closed`.
    pub state: String,
    /// 填报中, 已重开, 已截止.
    pub state_word: String,
    /// Where it stands and what happens to what arrives now, in words.
    pub sentence: String,
    /// Every closing, oldest first.
    pub closings: Vec<ClosingView>,
}

/// One closing of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClosingView {
    /// The last day on which the round took in.
    pub closed_on: String,
    /// Who closed it.
    pub closed_by: String,
    /// Why it was closed before its due date; may be empty.
    pub early_reason: String,
    /// The day from which it took in again; `null` while the closing holds.
    pub reopened_on: Option<String>,
    /// Who reopened it.
    pub reopened_by: Option<String>,
    /// Why it was reopened.
    pub reopened_reason: Option<String>,
}

/// 谁没报: departments and what each owes a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallList {
    /// 2013Q1.
    pub round: String,
    /// 应报日期.
    pub due: String,
    /// 数据截至.
    pub as_of: String,
    /// How many departments have reported; the counts add up to the total. 已见盖章件 is counted apart.
    pub sentence: String,
    /// Departments that owe the round something.
    pub total: u32,
    /// Of them: reported all, a part, nothing, nothing while the round is not due.
    pub counts: Vec<ReportedCount>,
    /// Of them: whose sealed sheet was seen.
    pub sealed: u32,
    /// In the order in which the plan names them.
    pub lines: Vec<CallLineView>,
}

/// Everything that the screen of chasing shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Chase {
    /// The round that is looked at.
    pub round: RoundView,
    /// 谁没报.
    pub list: CallList,
    /// 领导批示 of the year, newest first.
    pub instructions: Vec<InstructionView>,
    /// 督办事项 of the year, by number.
    pub items: Vec<SupervisionView>,
}

/// How many departments have reported so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportedCount {
    /// `nothing`, `part`, `all`, `not_due`.
    pub reported: String,
    /// 未报, 部分已报, 已报, 未到期.
    pub word: String,
    /// How many.
    pub count: u32,
}

/// One department's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallLineView {
    /// Opaque.
    pub department: String,
    /// Its name of that day, with the published one where it differs: 卫计局（原卫人局）.
    pub name: String,
    /// Milestones on which it has to report.
    pub owed: u32,
    /// On how many of them it has.
    pub stated: u32,
    /// `nothing`, `part`, `all`, `not_due`.
    pub reported: String,
    /// 未报, 部分已报, 已报, 未到期.
    pub reported_word: String,
    /// The milestones that are missing.
    pub missing: Vec<MilestoneRef>,
    /// The same in words: （五）、（七）一季度遗留.
    pub missing_words: String,
    /// Whose sealed sheet was seen; `null`: not yet.
    pub sealed: Option<SealedCopyView>,
    /// Where its 季度报送表 stands; `null`: nothing was printed (草稿).
    pub submission: Option<SubmissionView>,
    /// 联络员; empty where nobody is entered.
    pub contact: String,
    /// 电话; may be empty.
    pub telephone: String,
}

/// A milestone by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneRef {
    /// The task's number.
    pub task: u32,
    /// The quarter that was promised, 1 to 4.
    pub quarter: u8,
}

/// 已见盖章件.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SealedCopyView {
    /// 2013Q1.
    pub round: String,
    /// The department's name.
    pub department: String,
    /// The day.
    pub on: String,
    /// Who saw it.
    pub by: String,
    /// May be empty.
    pub remark: String,
}

/// 联络员 of a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContactView {
    /// The department's id.
    pub department: String,
    /// Its name of today.
    pub department_name: String,
    /// 姓名.
    pub name: String,
    /// 电话.
    pub telephone: String,
    /// The first day; `null`: since always.
    pub from: Option<String>,
    /// The last day; `null`: still.
    pub until: Option<String>,
}

/// What a leader's instruction says, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct InstructionBoxes {
    /// The task's number as people write it: 5, 五.
    pub task: String,
    /// The quarter that it is about, as people write it; `null`: the task as a whole.
    pub quarter: Option<String>,
    /// 领导: name and office as written.
    pub leader: String,
    /// 批示日期.
    pub on: String,
    /// 批示内容.
    pub words: String,
    /// On which paper and page; may be empty.
    pub page: String,
    /// The scan.
    pub scan: Vec<BoxEvidence>,
    /// Who is to do it: a department's id or any of its names.
    pub department: String,
    /// Until when; `null` where it names no day.
    pub due: Option<String>,
}

/// 领导批示.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InstructionView {
    /// Opaque.
    pub id: String,
    /// The task's number.
    pub task: u32,
    /// （五）完善…
    pub title: String,
    /// 1 to 4; `null`: the task as a whole.
    pub quarter: Option<u8>,
    /// 领导.
    pub leader: String,
    /// 批示日期.
    pub on: String,
    /// 批示内容.
    pub words: String,
    /// May be empty.
    pub page: String,
    /// The scan.
    pub scan: Vec<BoxEvidence>,
    /// The department's id.
    pub department: String,
    /// Its name of today.
    pub department_name: String,
    /// 办结期限; `null` where it names no day.
    pub due: Option<String>,
    /// The supervision items that follow it: 督办〔2013〕3号.
    pub followed_by: Vec<String>,
    /// Who recorded it.
    pub by: String,
}

/// What a new supervision item says, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SupervisionBoxes {
    /// The task's number as people write it.
    pub task: String,
    /// The quarter that it is about; `null`: the task as a whole.
    pub quarter: Option<String>,
    /// The instruction behind it, by its id; `null`: none.
    pub instruction: Option<String>,
    /// 督办要求.
    pub requirement: String,
    /// Who is to do it: a department's id or any of its names.
    pub department: String,
    /// 办结期限.
    pub due: String,
    /// 交办日期; `null`: today.
    pub on: Option<String>,
    /// What goes with it.
    pub files: Vec<BoxEvidence>,
}

/// A step of a supervision item, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct StepBoxes {
    /// `received`, `answered`, `examined`, `closed`, or their words.
    pub stage: String,
    /// The day; `null`: today.
    pub on: Option<String>,
    /// Who did it; `null`: who works here.
    pub by: Option<String>,
    /// 反馈内容, 复核意见; may be empty for 签收.
    pub words: String,
    /// What came with it.
    pub files: Vec<BoxEvidence>,
}

/// 督办事项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SupervisionView {
    /// Opaque.
    pub id: String,
    /// 3 of 督办〔2013〕3号.
    pub number: u32,
    /// 督办〔2013〕3号.
    pub number_text: String,
    /// The task's number.
    pub task: u32,
    /// （五）完善…
    pub title: String,
    /// 1 to 4; `null`: the task as a whole.
    pub quarter: Option<u8>,
    /// The instruction behind it, by its id.
    pub instruction: Option<String>,
    /// 督办要求.
    pub requirement: String,
    /// The department's id.
    pub department: String,
    /// Its name of today.
    pub department_name: String,
    /// 办结期限.
    pub due: String,
    /// `assigned`, `received`, `answered`, `examined`, `closed`.
    pub stage: String,
    /// 交办, 签收, 反馈, 复核, 销号.
    pub stage_word: String,
    /// Past its day without an answer.
    pub overdue: bool,
    /// Where it may go from here.
    pub next: Vec<StageView>,
    /// Every step, oldest first.
    pub steps: Vec<StepView>,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageView {
    /// Its code.
    pub stage: String,
    /// Its word; going back from 复核 to 签收 is 退回重办.
    pub word: String,
}

/// One step that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// Its code.
    pub stage: String,
    /// Its word.
    pub word: String,
    /// The day.
    pub on: String,
    /// Who.
    pub by: String,
    /// May be empty.
    pub words: String,
    /// What came with it.
    pub files: Vec<BoxEvidence>,
}
