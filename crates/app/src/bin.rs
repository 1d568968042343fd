//! 回收站: what was withdrawn, by whom and when, and how it comes back.

use crate::desk::{Desk, time_text};
use crate::entry::{Right, by};
use crate::refusal::{Outcome, Refused};
use crate::undo::RESTORE;
use crate::wire::bin::WithdrawnView;
use domain::action::Action;
use ledger::{FoundPlace, Record, Rid};
use store::Withdrawn;

/// A department that an office named before any paper did is withdrawn for the one that the paper gave: nothing is lost.
const REPLACED: &str = "plan.import";
/// Characters of a withdrawn text.
const TEXT_MAX: usize = 80;

impl Desk {
    /// Everything that was withdrawn, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn recycle_bin(&self) -> Outcome<Vec<WithdrawnView>> {
        let withdrawn = self.store().withdrawn()?;
        withdrawn
            .iter()
            .filter(|one| one.header.op != REPLACED)
            .map(|one| self.shown_withdrawn(one))
            .collect()
    }

    /// Brings one back as it was before it was withdrawn; the bin as it is then.
    ///
    /// # Errors
    /// It is not there any more; who works here may not do this.
    pub fn restore_withdrawn(&self, revision: &str) -> Outcome<Vec<WithdrawnView>> {
        let rid: Rid = revision.parse().map_err(|_| Refused::Gone)?;
        let withdrawn = self.store().withdrawn()?.into_iter().find(|one| one.rid == rid);
        let withdrawn = withdrawn.ok_or(Refused::Gone)?;
        self.require(action(&withdrawn.before))?;
        if let Record::Progress(record) = &withdrawn.before {
            let year = self.store().place_names(&record_place(&withdrawn.before))?.year;
            let register = self.register(year)?;
            if let Right::Refused(refused) = self.right(&register, record.key.task, record.key.department)? {
                return Err(refused);
            }
        }
        let on_behalf = withdrawn.header.on_behalf.clone();
        self.store().undo(self.operation(RESTORE, on_behalf)?, vec![rid])?;
        self.recycle_bin()
    }

    fn shown_withdrawn(&self, withdrawn: &Withdrawn) -> Outcome<WithdrawnView> {
        let described = self.described(&withdrawn.before)?;
        let mut text: String = described.text.chars().take(TEXT_MAX).collect();
        if text.len() < described.text.len() {
            text.push('…');
        }
        Ok(WithdrawnView {
            noun: described.noun.to_owned(),
            about: described.about,
            text,
            year: described.year,
            by: by(&withdrawn.header),
            at: time_text(withdrawn.header.wall_ms),
            revision: withdrawn.rid.to_string(),
        })
    }
}

fn record_place(record: &Record) -> FoundPlace {
    FoundPlace { plan: record.plan(), ..FoundPlace::default() }
}

/// Who may bring back may have written.
fn action(record: &Record) -> Action {
    match record {
        Record::Progress(_) | Record::Summary(_) | Record::SubmissionSheet(_) => Action::Report,
        Record::Finding(_) | Record::LightOverride(_) => Action::Find,
        Record::Review(_) | Record::Verification(_) | Record::Comment(_) => Action::Review,
        Record::RoundClosings(_) => Action::Rounds,
        Record::Instruction(_) | Record::SupervisionItem(_) | Record::SealedCopy(_) | Record::Contact(_) => {
            Action::Chase
        }
        Record::Feedback(_) => Action::Feedback,
        Record::IssuedReport(_) => Action::Issue,
        Record::Plan(_)
        | Record::Lead(_)
        | Record::Leader(_)
        | Record::Indicators(_)
        | Record::Items(_)
        | Record::PlanChange(_)
        | Record::CarryOver(_)
        | Record::OrganisationChange(_) => Action::ChangePlan,
        Record::Department(_)
        | Record::Person(_)
        | Record::Office(_)
        | Record::Settings(_)
        | Record::Grant(_) => Action::Administer,
    }
}
