//! 批注: what a person notes beside a plan, a task, a milestone or an entry. It is no part of the record and never printed.

use crate::desk::{Desk, time_text};
use crate::entry::{Subject, by, wire_key};
use crate::named::{quarter_named, task_named};
use crate::paper::numbered_title;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::comment::{CommentBoxes, CommentView};
use domain::action::Action;
use domain::comment::Comment;
use domain::id::ObjectId;
use domain::progress::ProgressKey;
use domain::register::Register;
use ledger::{Header, Noun, Record, natural};
use std::collections::HashMap;
use store::{Change, Recorded};

impl Desk {
    /// Every note of a year: on the plan first, then by task and quarter.
    ///
    /// # Errors
    /// No such plan.
    pub fn comments(&self, year: i16) -> Outcome<Vec<CommentView>> {
        let register = self.register(Some(year))?;
        let mut all = self.store().all::<Comment>(Some(register.plan_id))?;
        all.sort_by_key(|comment| (comment.value.task, comment.value.quarter, comment.value.about.is_some()));
        let entries = self.store().progress_of(register.plan_id)?;
        let keys: HashMap<ObjectId, ProgressKey> =
            entries.into_iter().map(|entry| (entry.object, entry.value.key)).collect();
        let written = self.first_headers()?;
        let shown = |comment: &Recorded<Comment>| {
            let header = written.get(&comment.object).unwrap_or(&comment.header);
            shown(&register, &comment.value, header, &keys)
        };
        Ok(all.iter().map(shown).collect())
    }

    /// By whom and when each note was written: it is written once, so that its first revision tells it also of one that was
    /// withdrawn and brought back.
    fn first_headers(&self) -> Outcome<HashMap<ObjectId, Header>> {
        let mut first = HashMap::new();
        for revision in self.store().histories_of::<Comment>()? {
            first.entry(revision.header.object).or_insert(revision.header);
        }
        Ok(first)
    }

    /// Adds a note. Whoever enters, reviews or supervises may.
    ///
    /// # Errors
    /// It is empty; what it is about does not exist; no right to.
    pub fn add_comment(&self, boxes: &CommentBoxes) -> Outcome<Vec<CommentView>> {
        self.may_comment()?;
        let register = self.register(Some(boxes.year))?;
        let text = boxes.text.trim();
        if text.is_empty() {
            return Err(Refused::CommentEmpty);
        }
        let subject = boxes.entry.as_ref().map(|key| Subject::find(&register, key)).transpose()?;
        let (task, quarter) = match &subject {
            Some(subject) => (Some(subject.key.task), Some(subject.key.quarter)),
            None => {
                let task = boxes.task.map(|number| task_named(&register, &number.to_string())).transpose()?;
                let quarter = boxes.quarter.map(view::quarter).transpose()?;
                (task.map(|task| task.number), quarter.filter(|_| task.is_some()))
            }
        };
        let comment = Comment {
            id: natural::once(self.store().id(), self.now(), text),
            plan: register.plan_id,
            task,
            quarter,
            about: subject.as_ref().map(|subject| natural::progress(&subject.key)),
            manual: boxes.manual && subject.is_none(),
            text: text.to_owned(),
        };
        self.commit("comment.add", None, vec![Record::Comment(comment)])?;
        self.comments(boxes.year)
    }

    /// Takes a note back; it stays in the history.
    ///
    /// # Errors
    /// There is no such note.
    pub fn withdraw_comment(&self, year: i16, id: &str) -> Outcome<Vec<CommentView>> {
        self.may_comment()?;
        let id: ObjectId = id.parse().map_err(|_| Refused::NoSuchComment)?;
        self.store().get::<Comment>(id)?.ok_or(Refused::NoSuchComment)?;
        self.commit_changes("comment.withdraw", None, vec![Change::Withdraw(Comment::TYPE, id)])?;
        self.comments(year)
    }

    fn may_comment(&self) -> Outcome<()> {
        if self.may(Action::Review)? || self.may(Action::Find)? {
            Ok(())
        } else {
            self.require(Action::Report)
        }
    }

    /// What a command line calls the place of a note.
    ///
    /// # Errors
    /// Whatever is unknown.
    pub fn comment_place(
        &self,
        year: Option<i16>,
        task: Option<&str>,
        quarter: Option<&str>,
    ) -> Outcome<CommentBoxes> {
        let register = self.register(year)?;
        let task = task.map(|task| task_named(&register, task)).transpose()?;
        let quarter = quarter.map(quarter_named).transpose()?;
        Ok(CommentBoxes {
            year: register.plan.year,
            task: task.map(|task| task.number),
            quarter: quarter.map(|quarter| quarter.number()),
            ..CommentBoxes::default()
        })
    }
}

fn shown(
    register: &Register,
    comment: &Comment,
    written: &Header,
    keys: &HashMap<ObjectId, ProgressKey>,
) -> CommentView {
    let Comment { id, task, quarter, about, manual, text, .. } = comment;
    let key = about.and_then(|object| keys.get(&object));
    let mut place = task
        .and_then(|number| register.plan.task(number))
        .map_or_else(|| "白皮书".to_owned(), |task| numbered_title(task).trim_end_matches('。').to_owned());
    if let Some(quarter) = quarter {
        place.push_str(&format!("　{}", quarter.ordinal_word()));
    }
    if let Some(key) = key {
        let names = view::published_names(register);
        let department = names.get(&key.department).copied().unwrap_or_default();
        place.push_str(&format!("　{department}{}填报", key.round));
    }
    CommentView {
        id: id.to_string(),
        task: *task,
        quarter: quarter.map(|quarter| quarter.number()),
        entry: key.map(wire_key),
        about: place,
        manual: *manual,
        text: text.clone(),
        by: by(written),
        at: time_text(written.wall_ms),
    }
}
