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

impl Desk {
    /// Takes a piece of feedback in and gives it its number; with the e-mail that it came as, if it did.
    ///
    /// # Errors
    /// No subject or text; a day that has not come; no such task or department; the same e-mail was taken in before.
    pub fn add_feedback(&self, new: &NewFeedback, letter: Option<&Letter>) -> Outcome<FeedbackView> {
        self.require(Action::Feedback)?;
        let received = common::day(&new.received)?.unwrap_or(self.today());
        if received > self.today() {
            return Err(FeedbackRefusal::NotReceivedYet(received.to_string()).into());
        }
        for (text, what) in [(&new.subject, "主题"), (&new.text, "内容")] {
            if text.trim().is_empty() {
                return Err(Refused::NameEmpty(what));
            }
        }
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
            subject: new.subject.trim().to_owned(),
            text: new.text.trim().to_owned(),
            sender: Sender { name: new.name.trim().to_owned(), contact: new.contact.trim().to_owned() },
            task,
            department: new.department.as_deref().map(|id| self.feedback_department(id)).transpose()?,
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
    /// No such task or department; nothing would change.
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
                Some(id) => Some(desk.feedback_department(id)?),
            };
            let due = common::day(change.due.as_deref().unwrap_or_default())?;
            feedback.due = due.unwrap_or(feedback.due);
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
        Ok(Reply { text: text.trim().to_owned(), on: self.today(), by: self.author()?.name })
    }

    pub(super) fn recorded_feedback(&self, id: &str) -> Outcome<Feedback> {
        let found = self.store().get::<Feedback>(common::id(id)?)?;
        Ok(found.ok_or_else(|| FeedbackRefusal::Unknown(id.to_owned()))?.value)
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

    fn feedback_department(&self, id: &str) -> Outcome<ObjectId> {
        let wanted = common::id(id)?;
        let known = self.departments()?;
        let names = || known.iter().map(|one| one.current_name().to_owned()).collect();
        match known.iter().find(|one| one.id == wanted) {
            Some(found) => Ok(found.id),
            None => Err(Refused::UnknownDepartment { name: id.to_owned(), known: names() }),
        }
    }

    /// Days for an answer.
    ///
    /// # Errors
    /// When the store fails.
    pub fn feedback_days(&self) -> Outcome<i32> {
        let settings = self.store().settings()?.map(|known| known.value);
        let chosen = settings.iter().flat_map(|known| &known.choices).find(|(name, _)| name == DAYS_CHOICE);
        Ok(chosen.and_then(|(_, days)| days.parse().ok()).unwrap_or(ANSWER_DAYS_DEFAULT))
    }

    /// Sets the days for an answer; what was recorded keeps its day.
    ///
    /// # Errors
    /// Who works here may not.
    pub fn set_feedback_days(&self, days: i32) -> Outcome<()> {
        self.require(Action::Administer)?;
        let known = self.store().settings()?.map(|known| known.value);
        let (due_rule, mut choices) =
            known.map_or_else(Default::default, |known| (known.due_rule, known.choices));
        choices.retain(|(name, _)| name != DAYS_CHOICE);
        choices.push((DAYS_CHOICE.to_owned(), days.clamp(0, DAYS_MAX).to_string()));
        choices.sort_unstable();
        let settings = ledger::Settings { id: self.store().settings_id(), due_rule, choices };
        self.commit("settings.set", None, vec![Record::Settings(settings)])?;
        Ok(())
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
