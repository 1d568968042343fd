//! 公众意见: the list, one piece with what was answered, what is to be recorded, and an e-mail before it is.
//!
//! Whatever names a person is masked in every type here but [`FeedbackPersonal`], [`MailPreview`] and [`NewFeedback`].

use super::entry::BoxEvidence;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a citizen wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackKindCode {
    /// 咨询.
    Question,
    /// 投诉.
    Complaint,
    /// 建议.
    Suggestion,
}

/// By which of the paper's ways it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChannelCode {
    /// 网站.
    Website,
    /// 电子邮件.
    Email,
    /// 电话.
    Telephone,
}

/// Where a piece of feedback stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackStateCode {
    /// 待答复.
    Open,
    /// 已答复.
    Answered,
    /// 已办结.
    Closed,
}

/// One line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackLine {
    /// Opaque.
    pub id: String,
    /// 意见2013-0012.
    pub receipt: String,
    /// The year of its receipt.
    pub year: i16,
    /// Its number within the year.
    pub number: u32,
    /// What is wanted.
    pub kind: FeedbackKindCode,
    /// Its word.
    pub kind_word: String,
    /// How it came.
    pub channel: ChannelCode,
    /// Its word.
    pub channel_word: String,
    /// When it came.
    pub received: String,
    /// In a line, masked.
    pub subject: String,
    /// Who, masked; empty where nobody is named.
    pub sender: String,
    /// The task that it is about; `null`: none.
    pub task: Option<u32>,
    /// Who is to answer; `null`: the supervision office itself.
    pub department: Option<String>,
    /// Until when.
    pub due: String,
    /// Days left; negative: days over.
    pub days_left: i32,
    /// 还有3天, 已超2天; empty once answered.
    pub due_words: String,
    /// Where it stands.
    pub state: FeedbackStateCode,
    /// Its word.
    pub state_word: String,
    /// Whether its day is past without an answer.
    pub overdue: bool,
}

/// The list with what the screen says around it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackList {
    /// The day for which states are told.
    pub as_of: String,
    /// Newest first.
    pub lines: Vec<FeedbackLine>,
    /// The paper's own paragraphs on how the public is heard, as printed; empty where it has none.
    pub ways: Vec<String>,
    /// Days for an answer.
    pub days: i32,
}

/// What waits: each number is that of the lines it opens.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
pub struct FeedbackWaiting {
    /// 待答复, and there is time.
    pub open: u32,
    /// 待答复, past their day.
    pub overdue: u32,
    /// 已答复, to be closed.
    pub answered: u32,
}

/// An answer, a closing or an opening again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReplyView {
    /// The words, masked; may be empty for a closing.
    pub text: String,
    /// The day.
    pub on: String,
    /// Who.
    pub by: String,
}

/// A file that came with a piece of feedback.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackFile {
    /// Its name, masked unless personal data were asked for.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// As sniffed.
    pub media_type: String,
    /// Whether it could be run: it is kept and never opened.
    pub executable: bool,
    /// What opens it; `null` until personal data are asked for.
    pub sha256: Option<String>,
}

/// One change in its history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackStep {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// 登记, 答复, 办结 …
    pub word: String,
}

/// One piece of feedback.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackView {
    /// Its line in the list.
    pub line: FeedbackLine,
    /// In full, masked.
    pub text: String,
    /// Telephone, e-mail or address, masked.
    pub contact: String,
    /// The title of its task, with the number.
    pub task_title: Option<String>,
    /// The year of the plan that its task is of; `null`: no task.
    pub plan_year: Option<i16>,
    /// The id of who is to answer; `null`: the supervision office itself.
    pub department_id: Option<String>,
    /// What came with it.
    pub files: Vec<FeedbackFile>,
    /// What was answered.
    pub answer: Option<ReplyView>,
    /// How it was closed.
    pub closing: Option<ReplyView>,
    /// Why it was last opened again.
    pub reopening: Option<ReplyView>,
    /// Every change, oldest first.
    pub steps: Vec<FeedbackStep>,
}

/// What a citizen gave of himself, unmasked; asking for it leaves a row in the audit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackPersonal {
    /// Name.
    pub name: String,
    /// Telephone, e-mail or address.
    pub contact: String,
    /// In a line.
    pub subject: String,
    /// In full.
    pub text: String,
    /// What was answered.
    pub answer: Option<String>,
    /// The files, with what opens them.
    pub files: Vec<FeedbackFile>,
}

/// What is to be recorded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewFeedback {
    /// The plan's year of the task.
    pub plan_year: Option<i16>,
    /// What is wanted.
    pub kind: FeedbackKindCode,
    /// How it came.
    pub channel: ChannelCode,
    /// When it came, as typed; empty: today.
    pub received: String,
    /// In a line.
    pub subject: String,
    /// In full.
    pub text: String,
    /// Who; may be empty.
    pub name: String,
    /// Telephone, e-mail or address; may be empty.
    pub contact: String,
    /// The task that it is about; `null`: none.
    pub task: Option<u32>,
    /// The department that is to answer, by its id or one of its names; `null`: the supervision office.
    pub department: Option<String>,
    /// Files stored before.
    pub files: Vec<BoxEvidence>,
}

/// What may be changed of a recorded one; `null` leaves it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FeedbackChange {
    /// The plan's year of the task.
    pub plan_year: Option<i16>,
    /// What is wanted.
    pub kind: Option<FeedbackKindCode>,
    /// The task's number; 0: none.
    pub task: Option<u32>,
    /// The department's id or one of its names; empty: the supervision office.
    pub department: Option<String>,
    /// The day, as typed.
    pub due: Option<String>,
}

/// A task that a piece may be about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskSuggestion {
    /// The task's number.
    pub task: u32,
    /// Its title with the number.
    pub title: String,
    /// The words that both have.
    pub words: Vec<String>,
}

/// A file within an e-mail.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailFileView {
    /// Its own name.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Whether it could be run: it is kept and never opened.
    pub executable: bool,
}

/// What was read of an e-mail, before anything is recorded.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MailPreview {
    /// What recording it is asked by; the shell fills it in.
    pub token: String,
    /// The file's own name.
    pub file_name: String,
    /// The sender's name; may be empty.
    pub name: String,
    /// The sender's address; may be empty.
    pub address: String,
    /// In a line; may be empty.
    pub subject: String,
    /// The day on which it says to have been sent; empty where it says none.
    pub sent: String,
    /// Its text.
    pub text: String,
    /// What is attached.
    pub files: Vec<MailFileView>,
    /// What was not understood, in sentences.
    pub problems: Vec<String>,
    /// Tasks that it may be about; nothing is chosen.
    pub suggestions: Vec<TaskSuggestion>,
    /// The receipt number under which this very file was recorded before.
    pub known: Option<String>,
}

/// What became of some pieces of feedback; all but the first add up to it.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct FeedbackCountView {
    /// All of them.
    pub received: u32,
    /// 已办结.
    pub closed: u32,
    /// 已答复, not closed.
    pub answered: u32,
    /// In time without an answer.
    pub open: u32,
    /// Past their day without an answer.
    pub overdue: u32,
}

/// The same for one kind or channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackCountOf {
    /// The code.
    pub code: String,
    /// Its word.
    pub word: String,
    /// Its counts.
    pub counts: FeedbackCountView,
}

/// The counts of a round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeedbackCountsView {
    /// 2013Q1.
    pub round: String,
    /// 数据截至.
    pub as_of: String,
    /// Together.
    pub total: FeedbackCountView,
    /// By kind.
    pub kinds: Vec<FeedbackCountOf>,
    /// By channel.
    pub channels: Vec<FeedbackCountOf>,
    /// The report's sentence.
    pub sentence: String,
}
