//! Public feedback (公众意见): questions, complaints and suggestions, from receipt to closing.

mod count;
mod mask;
mod suggest;

pub use count::{FeedbackCount, FeedbackCounts, counts_in_words};
pub use mask::{mask, mask_contact, mask_name, mask_official};
pub use suggest::{Suggestion, suggest};

use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::plan::{Plan, Section};
use crate::review::NotInList;
use jiff::Span;
use jiff::civil::Date;
use std::str::FromStr;

/// Days for an answer, where nothing else was set.
pub const ANSWER_DAYS_DEFAULT: i32 = 7;
/// A due date is not put off over more days off than this.
const DAYS_OFF_MAX: usize = 31;

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
    /// Why it was last opened again after it had been closed; what was answered before stands in the history.
    pub reopening: Option<Reply>,
}

/// Where a piece of feedback stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedbackState {
    /// 待答复.
    Open,
    /// 已答复, not closed yet.
    Answered,
    /// 已办结.
    Closed,
}

impl FeedbackState {
    /// All in order.
    pub const ALL: [Self; 3] = [Self::Open, Self::Answered, Self::Closed];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["open", "answered", "closed"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["待答复", "已答复", "已办结"][self as usize]
    }
}

/// A step that is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAllowed {
    /// It is closed; it would have to be opened again first.
    Closed,
    /// It is not closed: there is nothing to open again.
    NotClosed,
    /// The words are missing: of an answer, of closing without an answer, of opening again.
    WordsMissing,
}

/// The last day for an answer: so many days after receipt; where that is a day off, the next workday.
#[must_use]
pub fn due(received: Date, days: i32, is_workday: impl Fn(Date) -> bool) -> Date {
    let day = received.saturating_add(Span::new().days(days.clamp(0, 365)));
    // A calendar of nothing but days off ends the search; then the day itself stands.
    day.series(Span::new().days(1)).take(DAYS_OFF_MAX).find(|day| is_workday(*day)).unwrap_or(day)
}

/// The section of the paper that says by which ways the public is heard: its paragraphs name them.
#[must_use]
pub fn promised_ways(plan: &Plan) -> Option<&Section> {
    let names = |section: &&Section, words: &[&str]| {
        words.iter().all(|word| section.paragraphs.iter().any(|paragraph| paragraph.contains(word)))
    };
    plan.sections
        .iter()
        .filter(|section| !section.has_table)
        .find(|section| names(section, &["咨询", "投诉"]))
}

impl Feedback {
    /// The receipt number as told to the citizen: 意见2013-0012.
    #[must_use]
    pub fn receipt(&self) -> String {
        format!("意见{}-{:04}", self.year, self.number)
    }

    /// Where it stood at the end of that day.
    #[must_use]
    pub fn state(&self, as_of: Date) -> FeedbackState {
        let by_then = |reply: &Option<Reply>| reply.as_ref().is_some_and(|reply| reply.on <= as_of);
        match (by_then(&self.closing), by_then(&self.answer)) {
            (true, _) => FeedbackState::Closed,
            (false, true) => FeedbackState::Answered,
            (false, false) => FeedbackState::Open,
        }
    }

    /// The piece as it stood at the end of that day, by its revisions, oldest first: what was answered or closed then
    /// stays so for that day, also where it was opened again later.
    ///
    /// Only answer, closing, opening again and due day are of the day; kind, task and the other facts are those of the
    /// last revision, because correcting them says what they were all along. A revision whose steps were taken back
    /// counts as it was left.
    #[must_use]
    pub fn as_of<'a>(revisions: impl IntoIterator<Item = &'a Self>, day: Date) -> Option<Self> {
        let (mut then, mut last) = (None, None);
        for revision in revisions {
            if revision.last_step() <= day || then.is_none() {
                then = Some(revision);
            }
            last = Some(revision);
        }
        let (then, last) = (then?, last?);
        Some(Self {
            due: then.due,
            answer: then.answer.clone(),
            closing: then.closing.clone(),
            reopening: then.reopening.clone(),
            ..last.clone()
        })
    }

    /// The day of what was done last.
    fn last_step(&self) -> Date {
        let steps = [&self.answer, &self.closing, &self.reopening];
        steps.into_iter().flatten().map(|reply| reply.on).fold(self.received, Date::max)
    }

    /// Whether its day was past without an answer.
    #[must_use]
    pub fn is_overdue(&self, as_of: Date) -> bool {
        as_of > self.due && self.state(as_of) == FeedbackState::Open
    }

    /// 还有3天, 今天到期, 已超2天; empty once it is answered.
    #[must_use]
    pub fn due_in_words(&self, as_of: Date) -> String {
        if self.state(as_of) != FeedbackState::Open {
            return String::new();
        }
        match (self.due - as_of).get_days() {
            0 => "今天到期".to_owned(),
            left if left > 0 => format!("还有{left}天"),
            over => format!("已超{}天", -over),
        }
    }

    /// Answers it; an answer that was given already is corrected so.
    ///
    /// # Errors
    /// [`NotAllowed`]; it is then as it was. So for the other steps.
    pub fn give_answer(&mut self, answer: Reply) -> Result<(), NotAllowed> {
        if self.closing.is_some() {
            return Err(NotAllowed::Closed);
        }
        if answer.text.trim().is_empty() {
            return Err(NotAllowed::WordsMissing);
        }
        self.answer = Some(answer);
        Ok(())
    }

    /// Closes it; without an answer only with words.
    ///
    /// # Errors
    /// As [`Feedback::give_answer`].
    pub fn close(&mut self, closing: Reply) -> Result<(), NotAllowed> {
        if self.closing.is_some() {
            return Err(NotAllowed::Closed);
        }
        if self.answer.is_none() && closing.text.trim().is_empty() {
            return Err(NotAllowed::WordsMissing);
        }
        self.closing = Some(closing);
        Ok(())
    }

    /// Opens it again, with the reason and a new day: it wants another answer.
    ///
    /// # Errors
    /// As [`Feedback::give_answer`].
    pub fn reopen(&mut self, reopening: Reply, due: Date) -> Result<(), NotAllowed> {
        if self.closing.is_none() {
            return Err(NotAllowed::NotClosed);
        }
        if reopening.text.trim().is_empty() {
            return Err(NotAllowed::WordsMissing);
        }
        (self.closing, self.answer) = (None, None);
        (self.reopening, self.due) = (Some(reopening), due);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
