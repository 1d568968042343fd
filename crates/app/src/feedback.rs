//! 公众意见: taken in, answered, closed, opened again; who wrote it is masked outside the piece itself.
//!
//! The number of a receipt is given once and never again, also after a withdrawal. Reading lies in [`view`], e-mails in
//! [`letter`], the counts of a round in [`count`].

mod count;
mod letter;
mod view;

pub use letter::Letter;

use crate::desk::Desk;
use crate::evidence::to_box;
use crate::files;
use crate::named::task_named;
use crate::refusal::{FeedbackRefusal, Outcome, Refused};
use crate::view as common;
use crate::wire::entry::BoxEvidence;
use crate::wire::feedback::{FeedbackChange, FeedbackView, NewFeedback};
use domain::action::Action;
use domain::calendar::WorkCalendar;
use domain::evidence::{Evidence, EvidenceForm};
use domain::feedback::{ANSWER_DAYS_DEFAULT, Feedback, NotAllowed, Reply, Sender, due};
use domain::id::ObjectId;
use jiff::civil::Date;
use ledger::{Record, natural};
use std::path::PathBuf;
use view::{channel, kind};

/// The choice among the settings.
const DAYS_CHOICE: &str = "feedback_days";
const DAYS_MAX: i32 = 365;
/// Of a text that came without a subject, so many characters of its first line stand for it.
const SUBJECT_MAX: usize = 30;

impl Desk {
    /// Takes a piece of feedback in and gives it its number; with the e-mail that it came as, if it did.
    ///
    /// # Errors
    /// No text; a day that has not come; no such task or department; the same e-mail was taken in before.
    pub fn add_feedback(&self, new: &NewFeedback, letter: Option<&Letter>) -> Outcome<FeedbackView> {
        self.require(Action::Feedback)?;
        let received = common::day(&new.received)?.unwrap_or(self.today());
        if received > self.today() {
            return Err(FeedbackRefusal::NotReceivedYet(received.to_string()).into());
        }
        let (subject, text) = (one_line(&new.subject), readable(&new.text));
        if text.is_empty() {
            return Err(Refused::NameEmpty("内容"));
        }
        let subject = if subject.is_empty() { beginning(&text).to_owned() } else { subject };
        let task = new.task.map(|task| self.feedback_task(new.plan_year, task)).transpose()?;
        let mut files = self.letter_files(letter)?;
        files.extend(new.files.iter().map(stored).collect::<Outcome<Vec<_>>>()?);
        let year = received.year();
        let number = self.store().number_max::<Feedback>(&year.to_string())? + 1;
        let feedback = Feedback {
            id: natural::once(self.store().id(), self.now(), &format!("feedback {year} {number}")),
            year,
            number,
            kind: kind(new.kind),
            channel: channel(new.channel),
            received,
            subject,
            text,
            sender: Sender { name: one_line(&new.name), contact: one_line(&new.contact) },
            task,
            department: new.department.as_deref().map(|name| self.feedback_department(name)).transpose()?,
            due: self.feedback_due(received)?,
            files,
            answer: None,
            closing: None,
            reopening: None,
        };
        let id = feedback.id;
        self.commit("feedback.add", None, vec![Record::Feedback(feedback)])?;
        self.feedback(&id.to_string())
    }

    /// Answers; a second answer corrects the first, which stays in the history.
    ///
    /// # Errors
    /// No words; it is closed.
    pub fn answer_feedback(&self, id: &str, text: &str) -> Outcome<FeedbackView> {
        self.step(id, "feedback.answer", |feedback, desk| {
            feedback.give_answer(desk.reply(text)?).map_err(not(feedback))
        })
    }

    /// Closes; without an answer only with words.
    ///
    /// # Errors
    /// It is closed already; neither answer nor words.
    pub fn close_feedback(&self, id: &str, words: &str) -> Outcome<FeedbackView> {
        self.step(id, "feedback.close", |feedback, desk| {
            feedback.close(desk.reply(words)?).map_err(not(feedback))
        })
    }

    /// Opens again what was closed, with the reason; the days for an answer begin anew.
    ///
    /// # Errors
    /// It is not closed; no reason.
    pub fn reopen_feedback(&self, id: &str, reason: &str) -> Outcome<FeedbackView> {
        self.step(id, "feedback.reopen", |feedback, desk| {
            let due = desk.feedback_due(desk.today())?;
            feedback.reopen(desk.reply(reason)?, due).map_err(not(feedback))
        })
    }

    /// Changes the kind, task, department or day of a recorded one.
    ///
    /// # Errors
    /// No such task or department; a day before its receipt; nothing would change.
    pub fn change_feedback(&self, id: &str, change: &FeedbackChange) -> Outcome<FeedbackView> {
        self.step(id, "feedback.change", |feedback, desk| {
            feedback.kind = change.kind.map_or(feedback.kind, kind);
            feedback.task = match change.task {
                None => feedback.task,
                Some(0) => None,
                Some(task) => Some(desk.feedback_task(change.plan_year, task)?),
            };
            feedback.department = match change.department.as_deref() {
                None => feedback.department,
                Some("") => None,
                Some(name) => Some(desk.feedback_department(name)?),
            };
            if let Some(due) = common::day(change.due.as_deref().unwrap_or_default())? {
                if due < feedback.received {
                    let (due, received) = (due.to_string(), feedback.received.to_string());
                    return Err(FeedbackRefusal::DueBeforeReceipt { due, received }.into());
                }
                feedback.due = due;
            }
            Ok(())
        })
    }

    fn step(
        &self,
        id: &str,
        op: &str,
        take: impl FnOnce(&mut Feedback, &Self) -> Outcome<()>,
    ) -> Outcome<FeedbackView> {
        self.require(Action::Feedback)?;
        let before = self.recorded_feedback(id)?;
        let mut feedback = before.clone();
        take(&mut feedback, self)?;
        if feedback == before {
            return Err(Refused::Unchanged);
        }
        self.commit(op, None, vec![Record::Feedback(feedback)])?;
        self.feedback(id)
    }

    fn reply(&self, text: &str) -> Outcome<Reply> {
        Ok(Reply { text: readable(text), on: self.today(), by: self.author()?.name })
    }

    pub(super) fn recorded_feedback(&self, id: &str) -> Outcome<Feedback> {
        let unknown = || FeedbackRefusal::Unknown(id.to_owned());
        let found = self.store().get::<Feedback>(id.parse().map_err(|_| unknown())?)?;
        Ok(found.ok_or_else(unknown)?.value)
    }

    fn feedback_task(&self, year: Option<i16>, task: u32) -> Outcome<(ObjectId, u32)> {
        let register = self.register(year)?;
        Ok((register.plan_id, task_named(&register, &task.to_string())?.number))
    }

    /// The number of the task that is meant by 5, 五 or （五）.
    ///
    /// # Errors
    /// No such task; no such plan.
    pub fn task_number(&self, year: Option<i16>, text: &str) -> Outcome<u32> {
        Ok(task_named(&self.register(year)?, text)?.number)
    }

    /// Stores the files that are named for a piece of feedback; the first that cannot be stored is the refusal.
    ///
    /// # Errors
    /// A file that cannot be read or stored.
    pub fn take_files(&self, paths: &[PathBuf]) -> Outcome<Vec<BoxEvidence>> {
        paths.iter().map(|path| Ok(to_box(self.store_file(path, &files::name(path), &|_| true)?))).collect()
    }

    fn feedback_department(&self, name: &str) -> Outcome<ObjectId> {
        Ok(self.department_meant(name)?.id)
    }

    /// Days for an answer.
    ///
    /// # Errors
    /// When the store fails.
    pub fn feedback_days(&self) -> Outcome<i32> {
        let chosen = self.choice(DAYS_CHOICE)?;
        Ok(chosen.and_then(|days| days.parse().ok()).unwrap_or(ANSWER_DAYS_DEFAULT))
    }

    /// Sets the days for an answer; what was recorded keeps its day.
    ///
    /// # Errors
    /// Who works here may not; fewer than none, or more than a year.
    pub fn set_feedback_days(&self, days: i32) -> Outcome<()> {
        self.require(Action::Administer)?;
        if !(0..=DAYS_MAX).contains(&days) {
            return Err(FeedbackRefusal::DaysOutOfRange { days, most: DAYS_MAX }.into());
        }
        self.set_choice(DAYS_CHOICE, days.to_string())
    }

    fn feedback_due(&self, received: Date) -> Outcome<Date> {
        let calendar = self.feedback_calendar()?;
        Ok(due(received, self.feedback_days()?, |day| calendar.is_workday(day)))
    }

    /// The workday calendar of the newest year; Monday to Friday before there is one.
    fn feedback_calendar(&self) -> Outcome<WorkCalendar> {
        let newest = self.years()?.first().copied();
        Ok(newest
            .map(|year| self.register(Some(year)))
            .transpose()?
            .map(|found| found.calendar)
            .unwrap_or_default())
    }
}

/// A text without the control characters that no screen shows; an e-mail's own bytes stay as they came.
fn readable(text: &str) -> String {
    let shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").chars().filter(shown).collect::<String>().trim().to_owned()
}

/// The same in a line.
fn one_line(text: &str) -> String {
    readable(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words a step that is not allowed.
fn not(feedback: &Feedback) -> impl FnOnce(NotAllowed) -> Refused + use<> {
    let receipt = feedback.receipt();
    move |why| FeedbackRefusal::NotAllowed { receipt, why }.into()
}

/// A file that was stored before; whatever a citizen sends may hold personal data.
fn stored(file: &BoxEvidence) -> Outcome<Evidence> {
    let BoxEvidence::File { sha256, size, name, media_type, .. } = file else { return Err(Refused::Gone) };
    let sha256 = ledger::digest::from_hex(sha256).ok_or(Refused::Gone)?;
    let form = EvidenceForm::File { sha256, size: *size, name: name.clone(), media_type: media_type.clone() };
    Ok(Evidence { number: None, form, personal: true })
}

fn beginning(text: &str) -> &str {
    let line = text.trim().lines().next().unwrap_or_default().trim_end();
    line.char_indices().nth(SUBJECT_MAX).map_or(line, |(end, _)| &line[..end])
}
