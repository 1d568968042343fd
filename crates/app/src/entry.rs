//! 填报: one department's entry on one milestone in one round, drafted, submitted, corrected, undone.
//!
//! Who may write what, and what a submission needs, is decided here and in `domain::progress`; the form that the screen
//! shows is put together in [`form`], the command line's additions in [`addition`].

mod addition;
mod difference;
mod draft;
mod form;
mod history;
mod numbers;

pub use addition::Addition;
pub(crate) use form::wire_key;
pub(crate) use history::{by, submissions};
pub(crate) use numbers::{Countable, countables, value};

use crate::desk::{Desk, time_text};
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::entry::{EntryBoxes, EntryForm, EntryKey, Submitted};
use domain::action::Action;
use domain::breakdown::AssignedItem;
use domain::evidence::Evidence;
use domain::id::ObjectId;
use domain::period::Round;
use domain::plan::Task;
use domain::progress::{Progress, ProgressKey};
use domain::register::Register;
use jiff::civil::Date;
use ledger::{OfficeKind, ProgressRecord, Record};

/// What an entry is about, found in the register.
pub(crate) struct Subject<'a> {
    pub(crate) task: &'a Task,
    pub(crate) key: ProgressKey,
    /// The department's published name in that task.
    pub(crate) department: &'a str,
    /// The milestone's items, each with who answers for it.
    pub(crate) items: Vec<AssignedItem>,
}

impl<'a> Subject<'a> {
    pub(crate) fn find(register: &'a Register, key: &EntryKey) -> Outcome<Self> {
        let task = register.plan.task(key.task).ok_or_else(|| Refused::UnknownTask {
            text: key.task.to_string(),
            first: register.plan.tasks().map(|task| task.number).min().unwrap_or(0),
            last: register.plan.tasks().map(|task| task.number).max().unwrap_or(0),
        })?;
        let quarter = view::quarter(key.quarter)?;
        let round = view::round(register.plan.year, view::quarter(key.round)?);
        Self::of(register, task, quarter, round, view::id(&key.department)?)
    }

    pub(crate) fn of(
        register: &'a Register,
        task: &'a Task,
        quarter: domain::period::Quarter,
        round: Round,
        department: ObjectId,
    ) -> Outcome<Self> {
        let key = ProgressKey { plan: register.plan_id, task: task.number, quarter, round, department };
        let responsible = register.responsible_in(task, round);
        match responsible.iter().find(|one| one.id == department) {
            Some(found) => {
                let items = register.items(task, quarter);
                Ok(Self { task, key, department: found.name, items })
            }
            None if register.handed_on(task.number, department, round.last_day()).is_some() => {
                Err(handed_on(register, task.number, department, round.last_day()))
            }
            None => Err(Refused::NotResponsible {
                department: register
                    .department(department)
                    .map_or_else(String::new, |one| one.current_name().to_owned()),
                task: task.number,
                responsible: responsible.iter().map(|one| one.name.to_owned()).collect(),
            }),
        }
    }

    fn promise(&self) -> Outcome<&'a str> {
        let missing = Refused::NothingPromised { task: self.task.number, quarter: self.key.quarter.number() };
        self.task.milestone(self.key.quarter).ok_or(missing)
    }
}

/// That a department gave its place away and who has it on that day.
fn handed_on(register: &Register, task: u32, department: ObjectId, day: Date) -> Refused {
    let name = |id, day| register.department(id).map_or_else(String::new, |one| one.name_on(day).to_owned());
    let change = register.handed_on(task, department, day);
    let since = change.map_or(day, |change| change.effective);
    Refused::HandedOn {
        department: name(department, since.yesterday().unwrap_or(since)),
        task,
        since: domain::period::date_in_words(since),
        basis: change.map(|change| change.basis.clone()).unwrap_or_default(),
        successor: name(register.successor(task, department, day), day),
    }
}

/// Whether the office may write for a department, and whether that is 代录.
pub(crate) enum Right {
    Own,
    OnBehalf,
    Refused(Refused),
}

/// Where a submission comes from: the form's own ends its draft, any other leaves what somebody types meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Form,
    CommandLine,
}

impl Desk {
    /// A successor also answers for what its predecessors wrote of the task; they no longer do from its first day on.
    pub(crate) fn right(&self, register: &Register, task: u32, department: ObjectId) -> Outcome<Right> {
        let office = self.office()?;
        let present = register.successor(task, department, self.today());
        let name = |id| register.department(id).map_or_else(String::new, |one| one.current_name().to_owned());
        Ok(match office.kind {
            OfficeKind::Department(own) if own == present => Right::Own,
            OfficeKind::Department(own) if own == department => {
                Right::Refused(handed_on(register, task, department, self.today()))
            }
            OfficeKind::Department(own) => {
                Right::Refused(Refused::OtherDepartment { own: name(own), asked: name(department) })
            }
            // The supervision office is itself named in papers (督查室, task 19 of 2013): that is its own entry.
            OfficeKind::Supervision
                if register
                    .department(department)
                    .is_some_and(|one| office.name.ends_with(one.current_name())) =>
            {
                Right::Own
            }
            OfficeKind::Supervision => Right::OnBehalf,
        })
    }

    /// The form of one entry.
    ///
    /// # Errors
    /// What the key names does not exist.
    pub fn entry_form(&self, key: &EntryKey) -> Outcome<EntryForm> {
        let register = self.register(Some(key.year))?;
        form::form(self, &register, &Subject::find(&register, key)?)
    }

    /// Keeps what is being typed, exactly as it stands; gives the time at which it was kept.
    ///
    /// # Errors
    /// What the key names does not exist, or the store fails.
    pub fn save_draft(&self, key: &EntryKey, boxes: &EntryBoxes) -> Outcome<String> {
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        Ok(time_text(self.keep_draft(&subject.key, boxes)?))
    }

    /// Forgets what was typed and not submitted.
    ///
    /// # Errors
    /// As [`Desk::save_draft`].
    pub fn discard_draft(&self, key: &EntryKey) -> Outcome<EntryForm> {
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        self.store().discard_draft(ledger::natural::progress(&subject.key))?;
        form::form(self, &register, &subject)
    }

    /// Submits an entry; a second one under the same key is a correction.
    ///
    /// # Errors
    /// Boxes that are missing, a department that is another office's, an unchanged entry.
    pub fn submit_entry(&self, key: &EntryKey, boxes: &EntryBoxes) -> Outcome<Submitted> {
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        let in_force = self.store().progress(&subject.key)?.map(|one| one.value.progress);
        let countables = countables(&register, key.task, subject.key.quarter, in_force.as_ref());
        let progress = view::progress(boxes, &countables)?;
        let again = self.submit(&register, &subject, progress, Origin::Form)?;
        let Some(correction) = again else { return Err(Refused::Unchanged) };
        let what = if correction { "已更正" } else { "已提交" };
        // A correction stays in its round; what is first said after closing is told where it went.
        let late = crate::round::late_note(&register, subject.key.round, self.today());
        let late = late.filter(|_| !correction).unwrap_or_default();
        let next = "下一步：督查室审看；需要改动时直接修改后再次提交，原内容保留在历史中";
        self.submitted(
            key,
            format!(
                "{what}：{}，{}。{late}{next}。",
                subject.department,
                crate::paper::numbered_title(subject.task).trim_end_matches('。')
            ),
        )
    }

    /// Takes the last submission of an entry that stands back; it stays in the history. Again: the one before.
    ///
    /// # Errors
    /// Nothing submitted; changed since.
    pub fn undo_entry(&self, key: &EntryKey) -> Outcome<Submitted> {
        self.require(Action::Report)?;
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        if let Right::Refused(refused) = self.right(&register, subject.key.task, subject.key.department)? {
            return Err(refused);
        }
        let revisions = self.store().history(ledger::natural::progress(&subject.key))?;
        let last = history::standing(&revisions).ok_or(Refused::NothingToUndo)?;
        self.store().undo(self.operation(history::UNDO, None)?, vec![last])?;
        self.submitted(key, "已撤销最近一次提交；撤销前的内容保留在历史中。".to_owned())
    }

    fn submitted(&self, key: &EntryKey, message: String) -> Outcome<Submitted> {
        Ok(Submitted { form: self.entry_form(key)?, message })
    }

    /// Decides whether this office may submit the progress and writes it. `None`: it is in force already; else whether
    /// it corrected an earlier one.
    pub(crate) fn submit(
        &self,
        register: &Register,
        subject: &Subject<'_>,
        mut progress: Progress,
        from: Origin,
    ) -> Outcome<Option<bool>> {
        self.require(Action::Report)?;
        let on_behalf = match self.right(register, subject.key.task, subject.key.department)? {
            Right::Own => {
                progress.on_behalf = None;
                None
            }
            Right::OnBehalf if progress.on_behalf.is_none() => return Err(Refused::SourceMissing),
            Right::OnBehalf => Some(subject.department.to_owned()),
            Right::Refused(refused) => return Err(refused),
        };
        self.write_progress(subject, progress, on_behalf, from)
    }

    /// The same for the sample, whose entries are the bureaus' own: 代录 only where the entry names its source.
    pub(crate) fn submit_as_department(&self, subject: &Subject<'_>, progress: Progress) -> Outcome<()> {
        let on_behalf = progress.on_behalf.as_ref().map(|_| subject.department.to_owned());
        self.write_progress(subject, progress, on_behalf, Origin::Form).map(drop)
    }

    fn write_progress(
        &self,
        subject: &Subject<'_>,
        mut progress: Progress,
        on_behalf: Option<String>,
        from: Origin,
    ) -> Outcome<Option<bool>> {
        subject.promise()?;
        let items = subject.items.len();
        if !progress.items.is_empty() && progress.items.len() != items {
            return Err(Refused::ItemCount { given: progress.items.len(), items });
        }
        let missing = progress.missing();
        if !missing.is_empty() {
            return Err(Refused::MissingBoxes(missing));
        }
        let current = self.store().progress(&subject.key)?;
        self.number_evidence(subject, &mut progress)?;
        if current.as_ref().is_some_and(|current| current.value.progress == progress) {
            if from == Origin::Form {
                self.store().discard_draft(ledger::natural::progress(&subject.key))?;
            }
            return Ok(None);
        }
        let correction = current.is_some();
        let op = if correction { "progress.correct" } else { "progress.submit" };
        let (operation, record) =
            (self.operation(op, on_behalf)?, ProgressRecord { key: subject.key, progress });
        let change = vec![Record::Progress(record).into()];
        match from {
            Origin::Form => self.store().commit(&operation, change)?,
            Origin::CommandLine => self.store().commit_beside_drafts(&operation, change)?,
        };
        Ok(Some(correction))
    }

    /// Gives every piece of evidence that has none the number that it once had in this entry, else the next one within
    /// task, quarter and department.
    fn number_evidence(&self, subject: &Subject<'_>, progress: &mut Progress) -> Outcome<()> {
        let ProgressKey { plan, task, quarter, department, .. } = subject.key;
        let revisions = self.store().history(ledger::natural::progress(&subject.key))?;
        let given = revisions.iter().rev().filter_map(|revision| match &revision.record {
            Some(Record::Progress(record)) => Some(&record.progress.evidence),
            _ => None,
        });
        let given: Vec<&Evidence> = given.flatten().collect();
        for evidence in progress.evidence.iter_mut().filter(|evidence| evidence.number.is_none()) {
            let same = given.iter().find(|one| view::same_evidence(&one.form, &evidence.form));
            evidence.number = same.and_then(|one| one.number);
        }
        let mut last = self.store().evidence_number_max(plan, task, quarter, department)?;
        for evidence in progress.evidence.iter_mut().filter(|evidence| evidence.number.is_none()) {
            last += 1;
            evidence.number = Some(last);
        }
        Ok(())
    }
}
