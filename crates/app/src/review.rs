//! 审核: a named person's decision on one exact revision of an entry; the queue stands in [`queue`].
//!
//! Nobody decides on his own department's entry. What was read and what is in force must be the same revision: else
//! the decision is refused and the newer one is read first.

mod decisions;
mod places;
mod queue;

pub(crate) use decisions::decisions;
pub(crate) use places::ReturnPlaces;
pub(crate) use queue::counts;

use crate::desk::Desk;
use crate::entry::{Right, Subject};
use crate::paper::numbered_title;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::entry::EntryKey;
use crate::wire::review::{FindingChoice, ReturnBoxes, ReviewTarget, Reviewed};
use domain::action::Action;
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::register::Register;
use domain::review::{Decision, FormBox, Misplaced, Review, placed, reviewable};
use domain::state::Finding;
use ledger::{FindingRecord, ProgressRecord, Record, natural};
use store::Recorded;

/// How much of a revision's id names it.
const REVISION_CHARACTERS_MIN: usize = 8;
/// The reason of a finding that agrees with the claim, where the reviewer writes none.
const AS_CLAIMED: &str = "经审核，与自报一致。";

impl Desk {
    /// Accepts an entry; with a finding, both are written in one operation.
    ///
    /// # Errors
    /// Nothing submitted; another revision is in force; the reviewer's own department; a finding of another claim
    /// without its reason; a finding by an office that is not the supervision office.
    pub fn accept_entry(&self, target: &ReviewTarget, finding: Option<&FindingChoice>) -> Outcome<Reviewed> {
        self.require(Action::Review)?;
        if finding.is_some() {
            self.require(Action::Find)?;
        }
        let register = self.register(Some(target.key.year))?;
        let subject = Subject::find(&register, &target.key)?;
        let read = self.read_for_review(&register, &subject, target)?;
        let mut records = vec![Record::Review(Review {
            key: subject.key,
            revision: read.rid.0,
            decision: Decision::Accepted,
            reason: String::new(),
            returned_to: String::new(),
            place: None,
            quote: String::new(),
        })];
        let found = finding.map(|choice| found(choice, read.value.progress.claim)).transpose()?;
        if let Some(finding) = found {
            records.push(Record::Finding(FindingRecord {
                plan: register.plan_id,
                task: subject.key.task,
                quarter: subject.key.quarter,
                round: subject.key.round,
                finding,
            }));
        }
        self.commit("review.accept", None, records)?;
        self.reviewed(&target.key, format!("已通过：{}。", named(&subject)))
    }

    /// Returns an entry with its reason to one named place.
    ///
    /// # Errors
    /// As [`Desk::accept_entry`]; no reason; nobody who answers for the entry; the box or passage is not in the entry.
    pub fn return_entry(&self, target: &ReviewTarget, boxes: &ReturnBoxes) -> Outcome<Reviewed> {
        self.require(Action::Review)?;
        let register = self.register(Some(target.key.year))?;
        let subject = Subject::find(&register, &target.key)?;
        let read = self.read_for_review(&register, &subject, target)?;
        let reason = boxes.reason.trim();
        if reason.is_empty() {
            return Err(Refused::ReturnReasonMissing);
        }
        let place = boxes.place.as_deref().map(str::trim).filter(|place| !place.is_empty());
        let place = place.map(place_named).transpose()?;
        let quote = boxes.quote.trim();
        let items = register.items(subject.task, subject.key.quarter);
        let items: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
        placed(&read.value.progress, &items, place, quote).map_err(|why| match (why, place) {
            (Misplaced::Box, Some(place)) => Refused::NoSuchBox(place.word()),
            _ => Refused::QuoteNotFound(quote.to_owned()),
        })?;
        let to = ReturnPlaces::of(self, &register, &subject, &read)?.meant(&boxes.to)?;
        let review = Review {
            key: subject.key,
            revision: read.rid.0,
            decision: Decision::Returned,
            reason: reason.to_owned(),
            returned_to: to.clone(),
            place,
            quote: quote.to_owned(),
        };
        self.commit("review.return", None, vec![Record::Review(review)])?;
        let what = if to == subject.department { titled(&subject) } else { named(&subject) };
        let message = format!("已退回{to}：{what}。下一步：由{to}按退回理由更正后再次提交。");
        self.reviewed(&target.key, message)
    }

    fn reviewed(&self, key: &EntryKey, message: String) -> Outcome<Reviewed> {
        Ok(Reviewed { form: self.entry_form(key)?, message })
    }

    /// The revision that is decided on: in force, the only one, and read by somebody who may decide.
    fn read_for_review(
        &self,
        register: &Register,
        subject: &Subject<'_>,
        target: &ReviewTarget,
    ) -> Outcome<Recorded<ProgressRecord>> {
        let department = || subject.department.to_owned();
        if let Some(refused) = self.recusal(register, subject.key.task, subject.key.department)? {
            return Err(refused);
        }
        let head = self.store().progress(&subject.key)?;
        let head = head.ok_or_else(|| Refused::NothingToReview { department: department() })?;
        if !head.other_heads.is_empty() {
            return Err(Refused::ReviewOfConflict { department: department() });
        }
        let Some(read) = target.revision.as_deref().map(str::trim) else { return Ok(head) };
        if read.chars().count() < REVISION_CHARACTERS_MIN {
            return Err(Refused::UnknownRevision(read.to_owned()));
        }
        if head.rid.to_string().starts_with(read) {
            return Ok(head);
        }
        let history = self.store().history(natural::progress(&subject.key))?;
        if history.iter().any(|revision| revision.rid.to_string().starts_with(read)) {
            return Err(Refused::NewerRevision {
                department: department(),
                by: crate::entry::by(&head.header),
                at: crate::desk::day_in_china(head.header.wall_ms).to_string(),
            });
        }
        Err(Refused::UnknownRevision(read.to_owned()))
    }

    /// Why who works here may not decide on that department's entries; `None`: he may.
    pub(crate) fn recusal(
        &self,
        register: &Register,
        task: u32,
        department: ObjectId,
    ) -> Outcome<Option<Refused>> {
        let known = register.department(department);
        let name = || known.map_or_else(String::new, |one| one.current_name().to_owned());
        // Who took the task over decides on its predecessor's entry as little as on its own.
        let successor = register.department(register.successor(task, department, self.today()));
        let names = known
            .into_iter()
            .chain(successor)
            .flat_map(|one| &one.names)
            .flat_map(|one| [&one.short, &one.full]);
        let names: Vec<&str> = names.map(String::as_str).collect();
        let own = matches!(self.right(register, task, department)?, Right::Own)
            || self.own_offices()?.iter().any(|office| !reviewable(office, names.iter().copied()));
        if own {
            return Ok(Some(Refused::OwnDepartment { department: name() }));
        }
        Ok(self.only_supervision().err())
    }

    /// Where who works here belongs, by the list of persons; nothing for somebody who is not in it.
    fn own_offices(&self) -> Outcome<Vec<String>> {
        // Before anybody took the chair there is nobody to recuse; writing is refused for that reason by itself.
        let author = match self.author() {
            Err(Refused::NobodyNamed) => return Ok(Vec::new()),
            other => other?,
        };
        let persons = self.store().persons()?.into_iter().map(|person| person.value);
        let mut namesakes: Vec<_> = persons.filter(|person| person.name == author.name).collect();
        if namesakes.iter().any(|person| person.title == author.title) {
            namesakes.retain(|person| person.title == author.title);
        }
        Ok(namesakes.into_iter().map(|person| person.office).collect())
    }
}

/// 文体局，（五）完善…
fn named(subject: &Subject<'_>) -> String {
    format!("{}，{}", subject.department, titled(subject))
}

/// （五）完善…
fn titled(subject: &Subject<'_>) -> String {
    numbered_title(subject.task).trim_end_matches('。').to_owned()
}

fn place_named(text: &str) -> Outcome<FormBox> {
    text.parse().map_err(|_| Refused::NoSuchBox(text.to_owned()))
}

fn found(choice: &FindingChoice, claimed: Option<Claim>) -> Outcome<Finding> {
    let reason = choice.reason.trim();
    let decided = choice.claim.map(view::claim).or(claimed).ok_or(Refused::ReasonMissing)?;
    let reason = match reason {
        "" if Some(decided) == claimed => AS_CLAIMED,
        "" => return Err(Refused::ReasonMissing),
        written => written,
    };
    Ok(Finding { claim: decided, reason: reason.to_owned() })
}
