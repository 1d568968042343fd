//! 事项 and 汇总稿: who answers for which part of a milestone, and what the lead says for all of them.

use crate::desk::{Desk, time_text};
use crate::entry::{Right, Subject, by, wire_key};
use crate::paper::numbered_title;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::breakdown::{ItemBoxes, ItemsView, SummaryPart, SummaryView};
use crate::wire::entry::EntryKey;
use domain::action::Action;
use domain::breakdown::{AssignedItem, MilestoneItems, Summary, joined};
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::period::Round;
use domain::plan::Task;
use domain::progress::ProgressKey;
use domain::register::Register;
use ledger::{Noun, ProgressRecord, Record, natural};
use store::{Change, Recorded};

impl Desk {
    /// The items of a milestone.
    ///
    /// # Errors
    /// No such plan, task or quarter; nothing is promised for it.
    pub fn milestone_items(&self, year: i16, task: u32, quarter: u8) -> Outcome<ItemsView> {
        let register = self.register(Some(year))?;
        let task = crate::named::task_named(&register, &task.to_string())?;
        let place = view::quarter(quarter)?;
        let promise = task.milestone(place);
        let promise = promise.ok_or(Refused::NothingPromised { task: task.number, quarter })?;
        let object = natural::items(register.plan_id, task.number, place);
        let items = register
            .items(task, place)
            .into_iter()
            .map(|item| ItemBoxes { text: item.text, department: item.department.map(|id| id.to_string()) });
        Ok(ItemsView {
            year,
            task: task.number,
            quarter,
            promise: promise.to_owned(),
            confirmed: self.store().get::<MilestoneItems>(object)?.is_some(),
            departments: view::departments(&register, task, register.round(place)),
            items: items.collect(),
        })
    }

    /// Confirms a milestone's items with their departments; none at all: cut from the text again.
    ///
    /// # Errors
    /// No right to; an item that is no passage of the milestone; a department that is not responsible.
    pub fn confirm_items(
        &self,
        year: i16,
        task: u32,
        quarter: u8,
        items: &[ItemBoxes],
    ) -> Outcome<ItemsView> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let before = self.milestone_items(year, task, quarter)?;
        let register = self.register(Some(year))?;
        let place = view::quarter(quarter)?;
        let mut confirmed = Vec::with_capacity(items.len());
        for item in items {
            let text = item.text.trim();
            if text.is_empty() || !before.promise.contains(text) {
                return Err(Refused::ItemNotInText(text.to_owned()));
            }
            let department = item.department.as_deref().map(view::id).transpose()?;
            if let Some(department) = department {
                let round = register.round(place).quarter.number();
                let key = EntryKey { year, task, quarter, round, department: department.to_string() };
                Subject::find(&register, &key)?;
            }
            confirmed.push(AssignedItem { text: text.to_owned(), department });
        }
        let object = natural::items(register.plan_id, task, place);
        let change = match (confirmed.is_empty(), before.confirmed) {
            (true, false) => return Ok(before),
            (true, true) => Change::Withdraw(MilestoneItems::TYPE, object),
            (false, _) => Change::Record(Record::Items(MilestoneItems {
                plan: register.plan_id,
                task,
                quarter: place,
                items: confirmed,
            })),
        };
        self.commit_changes("items.confirm", None, vec![change])?;
        self.milestone_items(year, task, quarter)
    }

    /// 汇总稿 of the milestone that an entry is about, in its round.
    ///
    /// # Errors
    /// What the key names does not exist; one department only; no confirmed lead.
    pub fn summary(&self, key: &EntryKey) -> Outcome<SummaryView> {
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        self.summary_of(&register, subject.task, subject.key)
    }

    /// Saves the lead's text for all departments; an empty one takes it back.
    ///
    /// # Errors
    /// As [`Desk::summary`]; another office's to write.
    pub fn save_summary(&self, key: &EntryKey, text: &str) -> Outcome<SummaryView> {
        self.require(Action::Report)?;
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        let lead = lead(&register, subject.task, subject.key.round)?;
        let on_behalf = match self.right(&register, subject.key.task, lead)? {
            Right::Own => None,
            Right::OnBehalf => register.department(lead).map(|one| one.current_name().to_owned()),
            Right::Refused(refused) => return Err(refused),
        };
        let ProgressKey { plan, task, quarter, round, .. } = subject.key;
        let object = natural::summary(plan, task, quarter, round);
        let known = self.store().get::<Summary>(object)?;
        let text = text.trim();
        let unchanged = known.as_ref().map_or("", |known| known.value.text.as_str()) == text;
        if !unchanged {
            let summary = Summary { plan, task, quarter, round, department: lead, text: text.to_owned() };
            let change = if text.is_empty() {
                Change::Withdraw(Summary::TYPE, object)
            } else {
                Change::Record(Record::Summary(summary))
            };
            self.commit_changes("summary.save", on_behalf, vec![change])?;
        }
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        self.summary_of(&register, subject.task, subject.key)
    }

    fn summary_of(&self, register: &Register, task: &Task, key: ProgressKey) -> Outcome<SummaryView> {
        let lead = lead(register, task, key.round)?;
        let mut departments = register.responsible_in(task, key.round);
        departments.sort_by_key(|one| one.id != lead);
        let all = self.store().progress_of(register.plan_id)?;
        let stated = |department: ObjectId| -> Option<&Recorded<ProgressRecord>> {
            all.iter().find(|one| one.value.key == ProgressKey { department, ..key })
        };
        let parts = departments.iter().map(|one| {
            let progress = stated(one.id).map(|found| &found.value.progress);
            SummaryPart {
                department: one.name.to_owned(),
                claim_word: progress.and_then(|said| said.claim).map_or("", Claim::word).to_owned(),
                text: progress.map(|said| said.text.clone()).unwrap_or_default(),
            }
        });
        let parts: Vec<_> = parts.collect();
        let object = natural::summary(key.plan, key.task, key.quarter, key.round);
        let saved = self.store().get::<Summary>(object)?;
        let since = saved.as_ref().map(|saved| saved.header.wall_ms);
        let newer = |one: &Recorded<ProgressRecord>| since.is_some_and(|since| one.header.wall_ms > since);
        let name = departments.first().map_or("", |one| one.name).to_owned();
        let prefilled = || joined(parts.iter().map(|part| (part.department.as_str(), part.text.as_str())));
        Ok(SummaryView {
            key: wire_key(&ProgressKey { department: lead, ..key }),
            title: numbered_title(task),
            lead: name,
            text: saved.as_ref().map_or_else(prefilled, |saved| saved.value.text.clone()),
            saved: saved.is_some(),
            by: saved.as_ref().map(|saved| by(&saved.header)).unwrap_or_default(),
            at: saved.as_ref().map(|saved| time_text(saved.header.wall_ms)).unwrap_or_default(),
            outdated: departments.iter().filter_map(|one| stated(one.id)).any(newer),
            parts,
            refused: match self.right(register, task.number, lead)? {
                Right::Refused(refused) => Some(refused.text()),
                Right::Own | Right::OnBehalf => None,
            },
        })
    }
}

fn lead(register: &Register, task: &Task, round: Round) -> Outcome<ObjectId> {
    if register.responsible_in(task, round).len() < 2 {
        return Err(Refused::NothingToSumUp(task.number));
    }
    register.lead(task.number, round).ok_or(Refused::NoLead(task.number))
}
