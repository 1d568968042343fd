//! What `bps progress add` says: only the boxes that are named change; files and papers are added to what is there.

use super::{Countable, Origin, Right, Subject, countables, value};
use crate::desk::Desk;
use crate::files;
use crate::named::{quarter_named, round_named, task_named};
use crate::refusal::{Outcome, Refused};
use crate::round::late_note;
use crate::task::shown;
use crate::view;
use crate::wire::command_line::ProgressShown;
use crate::wire::entry::ClaimCode;
use domain::action::Action;
use domain::evidence::{Evidence, EvidenceForm, PaperEvidence};
use domain::progress::{Progress, Value};
use domain::watch::nobody;
use std::path::PathBuf;

/// The source of an entry that the supervision office makes without naming one.
const UNNAMED_SOURCE: &str = "命令行录入";

/// Boxes by their options; `None` leaves a box as it is.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the command line's help describes them")]
pub struct Addition {
    pub year: Option<i16>,
    pub task: String,
    pub quarter: String,
    pub round: Option<String>,
    pub department: String,
    pub claim: Option<ClaimCode>,
    pub text: Option<String>,
    pub cause: Option<String>,
    pub measure: Option<String>,
    pub next_step: Option<String>,
    pub due: Option<String>,
    pub person: Option<String>,
    pub values: Vec<String>,
    pub attach: Vec<PathBuf>,
    pub on_paper: Vec<String>,
    pub personal: bool,
    pub source: Option<String>,
}

impl Desk {
    /// Records and submits; a second one is a correction.
    ///
    /// # Errors
    /// Whatever is unknown or missing; nothing is recorded then.
    pub fn add_progress(&self, addition: &Addition) -> Outcome<ProgressShown> {
        self.require(Action::Report)?;
        let register = self.register(self.year_or_round(addition.year, addition.round.as_deref())?)?;
        let task = task_named(&register, &addition.task)?;
        let quarter = quarter_named(&addition.quarter)?;
        let round = round_named(&register, addition.round.as_deref())?.unwrap_or(register.round(quarter));
        let department = self.department_of_task(&register, task, &addition.department)?;
        let subject = Subject::of(&register, task, quarter, round, department)?;
        subject.promise()?;
        // Before the first file is stored: what is refused leaves nothing behind.
        if let Right::Refused(refused) = self.right(&register, task.number, department)? {
            return Err(refused);
        }
        let current = self.store().progress(&subject.key)?.map(|one| one.value.progress).unwrap_or_default();
        let countables = countables(&register, task.number, quarter, Some(&current));
        let mut progress = changed(&countables, current, addition)?;
        if progress.on_behalf.is_none() {
            progress.on_behalf = Some(UNNAMED_SOURCE.to_owned());
        }
        // Every file is looked at before the first is stored: an unknown one refuses the whole.
        for path in &addition.attach {
            files::readable(path)?;
        }
        if addition.on_paper.iter().any(|name| name.trim().is_empty()) {
            return Err(Refused::PaperEvidenceUnnamed);
        }
        let missing = progress.missing();
        if !missing.is_empty() {
            return Err(Refused::MissingBoxes(missing));
        }
        for path in &addition.attach {
            let form = self.store_file(path, &files::name(path), &nobody)?;
            add_evidence(&mut progress, form, addition.personal);
        }
        for name in &addition.on_paper {
            let paper = PaperEvidence { name: name.trim().to_owned(), ..PaperEvidence::default() };
            add_evidence(&mut progress, EvidenceForm::OnPaper(paper), addition.personal);
        }
        let again = self.submit(&register, &subject, progress, Origin::CommandLine)?;
        let stored = self.store().progress(&subject.key)?.ok_or(Refused::Gone)?;
        let shown = shown(&register, task, &subject.key, &stored.value.progress, Some(&stored.rid));
        let first = again == Some(false);
        let late_note = first.then(|| late_note(&register, subject.key.round, self.today())).flatten();
        Ok(ProgressShown { late_note, ..shown })
    }
}

/// The progress with the named boxes changed.
fn changed(countables: &[Countable], mut progress: Progress, addition: &Addition) -> Outcome<Progress> {
    progress.claim = addition.claim.map(view::claim).or(progress.claim);
    let boxes = [
        (&mut progress.text, &addition.text),
        (&mut progress.cause, &addition.cause),
        (&mut progress.measure, &addition.measure),
        (&mut progress.next_step, &addition.next_step),
        (&mut progress.person, &addition.person),
    ];
    for (text, named) in boxes {
        if let Some(named) = named {
            text.clone_from(named);
        }
    }
    if let Some(due) = &addition.due {
        progress.due = view::day(due)?;
    }
    if let Some(source) = &addition.source {
        progress.on_behalf = Some(source.trim().to_owned()).filter(|source| !source.is_empty());
    }
    let mut named: Vec<Value> = Vec::new();
    for typed in &addition.values {
        let (name, amount) =
            typed.split_once(['=', '＝']).ok_or_else(|| Refused::NotAValue(typed.clone()))?;
        let value = value(countables, name, amount)?;
        if named.iter().any(|other| other.name == value.name && other.amount != value.amount) {
            return Err(Refused::ValueTwice(value.name));
        }
        named.push(value);
    }
    for value in named {
        match progress.values.iter_mut().find(|known| known.name == value.name) {
            Some(known) => *known = value,
            None => progress.values.push(value),
        }
    }
    Ok(progress)
}

/// The same piece once more is no second one; it may say that it holds personal data, and never again that it does not.
fn add_evidence(progress: &mut Progress, form: EvidenceForm, personal: bool) {
    match progress.evidence.iter_mut().find(|known| view::same_evidence(&known.form, &form)) {
        Some(known) => known.personal |= personal,
        None => progress.evidence.push(Evidence { number: None, form, personal }),
    }
}
