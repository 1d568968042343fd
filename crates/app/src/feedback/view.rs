//! Reading: the list and one piece, masked; and what a citizen gave of himself, for whoever asks and is noted.

use crate::desk::{Desk, time_text};
use crate::paper::numbered_title;
use crate::refusal::{FeedbackRefusal, Outcome};
use crate::view as common;
use crate::wire::feedback::{
    ChannelCode, FeedbackFile, FeedbackKindCode, FeedbackLine, FeedbackList, FeedbackPersonal,
    FeedbackStateCode, FeedbackStep, FeedbackView, FeedbackWaiting, ReplyView,
};
use domain::department::Department;
use domain::evidence::{Evidence, EvidenceForm};
use domain::feedback::{
    Channel, Feedback, FeedbackKind, FeedbackState, Reply, mask, mask_contact, mask_name, promised_ways,
};
use domain::id::ObjectId;
use jiff::civil::Date;
use layout::punctuation::full_width;
use ledger::Record;
use std::collections::BTreeMap;

/// What the audit calls a look at personal data.
pub(crate) const SHOWN: &str = "personal data shown";

impl Desk {
    /// The feedback of a plan's year, newest first: what is tied to its tasks, and what is tied to none and was received
    /// in it, or in a year that has no plan while this is the newest. `None`: all of it.
    ///
    /// # Errors
    /// No date; no such plan.
    pub fn feedback_list(&self, year: Option<i16>, as_of: Option<&str>) -> Outcome<FeedbackList> {
        let as_of = common::day(as_of.unwrap_or_default())?.unwrap_or(self.today());
        let departments = self.departments()?;
        let mut all = self.of_year(self.feedback_then(as_of)?, year)?;
        all.sort_by_key(|one| std::cmp::Reverse((one.received, one.year, one.number)));
        let ways = match year {
            None => Vec::new(),
            Some(year) => {
                let register = self.register(Some(year))?;
                promised_ways(&register.plan)
                    .map(|section| section.paragraphs.iter().map(|paragraph| full_width(paragraph)).collect())
                    .unwrap_or_default()
            }
        };
        Ok(FeedbackList {
            as_of: as_of.to_string(),
            lines: all.iter().map(|one| line(one, as_of, &departments)).collect(),
            ways,
            days: self.feedback_days()?,
        })
    }

    /// All of it as it stood at the end of that day: told by the histories of all pieces, which are read at once.
    pub(super) fn feedback_then(&self, as_of: Date) -> Outcome<Vec<Feedback>> {
        let mut revisions: BTreeMap<ObjectId, Vec<Feedback>> = BTreeMap::new();
        for entry in self.store().histories_of::<Feedback>()? {
            if let Some(Record::Feedback(revision)) = entry.record {
                revisions.entry(entry.header.object).or_default().push(revision);
            }
        }
        // What was withdrawn is in no history of what there is.
        let then = |now: Feedback| {
            let before = revisions.get(&now.id).into_iter().flatten();
            Feedback::as_of(before.chain([&now]), as_of)
        };
        let all = self.store().all::<Feedback>(None)?;
        Ok(all.into_iter().filter_map(|one| then(one.value)).collect())
    }

    pub(super) fn feedback_of(&self, year: Option<i16>) -> Outcome<Vec<Feedback>> {
        let all = self.store().all::<Feedback>(None)?.into_iter().map(|one| one.value);
        self.of_year(all.collect(), year)
    }

    fn of_year(&self, all: Vec<Feedback>, year: Option<i16>) -> Outcome<Vec<Feedback>> {
        let Some(year) = year else { return Ok(all) };
        let of_year = self.store().plan_ids(year)?;
        let years = self.years()?;
        let belongs = |one: &Feedback| match one.task {
            Some((plan, _)) => of_year.contains(&plan),
            None => one.year == year || (years.first() == Some(&year) && !years.contains(&one.year)),
        };
        Ok(all.into_iter().filter(belongs).collect())
    }

    /// What waits of a plan's year today.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn feedback_waiting(&self, year: i16) -> Outcome<FeedbackWaiting> {
        let mut waiting = FeedbackWaiting::default();
        let today = self.today();
        for one in self.feedback_of(Some(year))? {
            match one.state(today) {
                FeedbackState::Open if one.is_overdue(today) => waiting.overdue += 1,
                FeedbackState::Open => waiting.open += 1,
                FeedbackState::Answered => waiting.answered += 1,
                FeedbackState::Closed => {}
            }
        }
        Ok(waiting)
    }

    /// One piece, masked.
    ///
    /// # Errors
    /// No such piece.
    pub fn feedback(&self, id: &str) -> Outcome<FeedbackView> {
        let one = self.recorded_feedback(id)?;
        let reply = |reply: &Option<Reply>| {
            reply.as_ref().map(|reply| ReplyView {
                text: mask(&reply.text, &one.sender),
                on: reply.on.to_string(),
                by: reply.by.clone(),
            })
        };
        let file = |file: &Evidence| {
            let shown = shown(file, self);
            FeedbackFile { name: mask(&shown.name, &one.sender), sha256: None, ..shown }
        };
        let plan = one.task.map(|(plan, _)| self.store().plan(plan)).transpose()?.flatten();
        let plan = plan.map(|plan| plan.value.plan);
        let task = one.task.and_then(|(_, task)| plan.as_ref()?.task(task));
        Ok(FeedbackView {
            line: line(&one, self.today(), &self.departments()?),
            text: mask(&one.text, &one.sender),
            contact: mask_contact(&one.sender),
            task_title: task.map(numbered_title),
            plan_year: plan.as_ref().map(|plan| plan.year),
            department_id: one.department.map(|id| id.to_string()),
            files: one.files.iter().map(file).collect(),
            answer: reply(&one.answer),
            closing: reply(&one.closing),
            reopening: reply(&one.reopening),
            steps: self.feedback_steps(one.id)?,
        })
    }

    fn feedback_steps(&self, id: ObjectId) -> Outcome<Vec<FeedbackStep>> {
        let history = self.store().history(id)?;
        let answers = |record: &Option<Record>| {
            matches!(record, Some(Record::Feedback(Feedback { answer: Some(_), .. })))
        };
        let before = std::iter::once(false).chain(history.iter().map(|entry| answers(&entry.record)));
        let step = |(entry, answered): (&store::HistoryEntry, bool)| FeedbackStep {
            at: time_text(entry.header.wall_ms),
            by: entry.header.author.name.clone(),
            word: match entry.header.op.as_str() {
                "feedback.add" => "登记",
                "feedback.answer" if answered => "更正答复",
                "feedback.answer" => "答复",
                "feedback.close" => "办结",
                "feedback.reopen" => "重新办理",
                "feedback.change" => "更改",
                _ if entry.record.is_none() => "撤回",
                _ => "修改",
            }
            .to_owned(),
        };
        Ok(history.iter().zip(before).map(step).collect())
    }

    /// What a citizen gave of himself; that it was asked for, by whom and of which piece, stands in the audit first.
    ///
    /// # Errors
    /// No such piece; who works here may not.
    pub fn show_personal(&self, id: &str) -> Outcome<FeedbackPersonal> {
        self.require(domain::action::Action::Feedback)?;
        let one = self.recorded_feedback(id)?;
        let what = format!("feedback {}-{:04}: {SHOWN}", one.year, one.number);
        self.store().note(self.now(), &self.author()?.name, &what)?;
        Ok(FeedbackPersonal {
            files: one.files.iter().map(|file| shown(file, self)).collect(),
            name: one.sender.name,
            contact: one.sender.contact,
            subject: one.subject,
            text: one.text,
            answer: one.answer.map(|answer| answer.text),
        })
    }

    /// The id of the piece that is meant by 12, 2013-0012 or 意见2013-0012.
    ///
    /// # Errors
    /// None of that number; one in each of several years.
    pub fn feedback_named(&self, text: &str, year: Option<i16>) -> Outcome<String> {
        let bare = text.trim().trim_start_matches("意见");
        let (in_year, number) = match bare.split_once('-') {
            Some((in_year, number)) => (in_year.parse::<i16>().ok(), number.parse::<u32>().ok()),
            None => (year, bare.parse().ok()),
        };
        let is_meant =
            |one: &Feedback| Some(one.number) == number && in_year.is_none_or(|year| one.year == year);
        let found: Vec<_> = self.feedback_of(None)?.into_iter().filter(is_meant).collect();
        match found.as_slice() {
            [] => Err(FeedbackRefusal::Unknown(text.to_owned()).into()),
            [only] => Ok(only.id.to_string()),
            several => {
                let receipts = several.iter().map(Feedback::receipt).collect();
                Err(FeedbackRefusal::Several { text: text.to_owned(), receipts }.into())
            }
        }
    }
}

fn line(one: &Feedback, as_of: Date, departments: &[Department]) -> FeedbackLine {
    let state = one.state(as_of);
    let name = mask_name(&one.sender.name);
    let department = one.department.and_then(|id| departments.iter().find(|known| known.id == id));
    FeedbackLine {
        id: one.id.to_string(),
        receipt: one.receipt(),
        year: one.year,
        number: one.number,
        kind: kind_code(one.kind),
        kind_word: one.kind.word().to_owned(),
        channel: channel_code(one.channel),
        channel_word: one.channel.word().to_owned(),
        received: one.received.to_string(),
        subject: mask(&one.subject, &one.sender),
        sender: if name.is_empty() { mask_contact(&one.sender) } else { name },
        task: one.task.map(|(_, task)| task),
        department: department.map(|known| known.current_name().to_owned()),
        due: one.due.to_string(),
        days_left: (one.due - as_of).get_days(),
        due_words: one.due_in_words(as_of),
        state: match state {
            FeedbackState::Open => FeedbackStateCode::Open,
            FeedbackState::Answered => FeedbackStateCode::Answered,
            FeedbackState::Closed => FeedbackStateCode::Closed,
        },
        state_word: state.word().to_owned(),
        overdue: one.is_overdue(as_of),
    }
}

/// A file with its own name and what opens it.
fn shown(file: &Evidence, desk: &Desk) -> FeedbackFile {
    let mut view = FeedbackFile {
        name: file.form.name().to_owned(),
        size: 0,
        media_type: String::new(),
        executable: false,
        sha256: None,
    };
    if let EvidenceForm::File { sha256, size, media_type, name } = &file.form {
        let first = desk.first_bytes(sha256);
        view.size = *size;
        view.media_type.clone_from(media_type);
        view.executable = executable(&first, name);
        view.sha256 = Some(ledger::digest::hex(sha256));
    }
    view
}

/// Whether a file could be run.
pub(super) fn executable(bytes: &[u8], name: &str) -> bool {
    picture::is_executable(&bytes[..bytes.len().min(crate::evidence::FIRST_BYTES)], name)
}

pub(super) fn kind(code: FeedbackKindCode) -> FeedbackKind {
    match code {
        FeedbackKindCode::Question => FeedbackKind::Question,
        FeedbackKindCode::Complaint => FeedbackKind::Complaint,
        FeedbackKindCode::Suggestion => FeedbackKind::Suggestion,
    }
}

fn kind_code(kind: FeedbackKind) -> FeedbackKindCode {
    match kind {
        FeedbackKind::Question => FeedbackKindCode::Question,
        FeedbackKind::Complaint => FeedbackKindCode::Complaint,
        FeedbackKind::Suggestion => FeedbackKindCode::Suggestion,
    }
}

pub(super) fn channel(code: ChannelCode) -> Channel {
    match code {
        ChannelCode::Website => Channel::Website,
        ChannelCode::Email => Channel::Email,
        ChannelCode::Telephone => Channel::Telephone,
    }
}

fn channel_code(channel: Channel) -> ChannelCode {
    match channel {
        Channel::Website => ChannelCode::Website,
        Channel::Email => ChannelCode::Email,
        Channel::Telephone => ChannelCode::Telephone,
    }
}
