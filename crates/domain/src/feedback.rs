//! Public feedback (公众意见): questions, complaints and suggestions, from receipt to closing.

use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::review::NotInList;
use jiff::civil::Date;
use std::str::FromStr;

/// What a citizen wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedbackKind {
    /// 咨询.
    Question,
    /// 投诉.
    Complaint,
    /// 建议.
    Suggestion,
}

impl FeedbackKind {
    /// All in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Question, Self::Complaint, Self::Suggestion];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["question", "complaint", "suggestion"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["咨询", "投诉", "建议"][self as usize]
    }
}

impl FromStr for FeedbackKind {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// By which of the paper's ways it came (section 四).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// 网站.
    Website,
    /// 电子邮件.
    Email,
    /// 电话.
    Telephone,
}

impl Channel {
    /// All in the order of the paper.
    pub const ALL: [Self; 3] = [Self::Website, Self::Email, Self::Telephone];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["website", "email", "telephone"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["网站", "电子邮件", "电话"][self as usize]
    }
}

impl FromStr for Channel {
    type Err = NotInList;

    fn from_str(text: &str) -> Result<Self, NotInList> {
        Self::ALL.into_iter().find(|one| one.code() == text || one.word() == text).ok_or(NotInList)
    }
}

/// Who wrote or called: personal data, masked everywhere outside the file itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sender {
    /// Name as given; may be empty.
    pub name: String,
    /// Telephone, e-mail or address as given; may be empty.
    pub contact: String,
}

/// What was answered, or how it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The words.
    pub text: String,
    /// The day.
    pub on: Date,
    /// Who, by name.
    pub by: String,
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Given once.
    pub id: ObjectId,
    /// The year in which it was received, of its receipt number.
    pub year: i16,
    /// Its receipt number within that year, from 1.
    pub number: u32,
    /// What is wanted.
    pub kind: FeedbackKind,
    /// How it came.
    pub channel: Channel,
    /// When it came.
    pub received: Date,
    /// In a line.
    pub subject: String,
    /// In full, as it came.
    pub text: String,
    /// Who.
    pub sender: Sender,
    /// The plan and the task that it is about; `None`: none of them.
    pub task: Option<(ObjectId, u32)>,
    /// Who is to answer; `None`: the supervision office itself.
    pub department: Option<ObjectId>,
    /// Until when it is to be answered.
    pub due: Date,
    /// What came with it: the message itself, pictures, scans.
    pub files: Vec<Evidence>,
    /// What was answered; `None` while open.
    pub answer: Option<Reply>,
    /// How it was closed; `None` while open.
    pub closing: Option<Reply>,
}

impl Feedback {
    /// The receipt number as told to the citizen: 意见2013-0012.
    #[must_use]
    pub fn receipt(&self) -> String {
        format!("意见{}-{:04}", self.year, self.number)
    }
}
