//! 认定 and 牵头: what the supervision office decides about a milestone, and which department leads a task.

use crate::desk::Desk;
use crate::entry::Subject;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::entry::{ClaimCode, EntryForm, EntryKey};
use crate::wire::paper::PlanView;
use domain::action::Action;
use domain::period::Quarter;
use domain::state::Finding;
use ledger::{FindingRecord, Lead, OfficeKind, Record};

impl Desk {
    /// Records a finding with its reason.
    ///
    /// # Errors
    /// This is not the supervision office; no reason; nothing is promised for that quarter.
    pub fn record_finding(&self, key: &EntryKey, claim: ClaimCode, reason: &str) -> Outcome<EntryForm> {
        self.require(Action::Find)?;
        self.only_supervision()?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refused::ReasonMissing);
        }
        let register = self.register(Some(key.year))?;
        let subject = Subject::find(&register, key)?;
        let quarter = subject.key.quarter;
        if subject.task.milestone(quarter).is_none() {
            return Err(Refused::NothingPromised { task: key.task, quarter: key.quarter });
        }
        let finding = Finding { claim: view::claim(claim), reason: reason.to_owned() };
        let record = FindingRecord {
            plan: register.plan_id,
            task: key.task,
            quarter,
            round: subject.key.round,
            finding,
        };
        self.commit("finding.record", None, vec![Record::Finding(record)])?;
        self.entry_form(key)
    }

    /// Confirms which department leads a task from a day on, blank since the plan was published; no department: none leads.
    ///
    /// # Errors
    /// This is not the supervision office; the department is not responsible for the task; no basis; no date.
    pub fn confirm_lead(
        &self,
        year: i16,
        task: u32,
        department: Option<&str>,
        from: Option<&str>,
        basis: &str,
    ) -> Outcome<PlanView> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let register = self.register(Some(year))?;
        let department = department.map(view::id).transpose()?;
        let from = view::day(from.unwrap_or_default())?;
        if let Some(id) = department {
            // Whoever is responsible on that day may lead from it on.
            let begun =
                |quarter: &Quarter| from.is_some_and(|day| register.round(*quarter).first_day() <= day);
            let round = Quarter::ALL.into_iter().rfind(begun).unwrap_or(Quarter::First).number();
            let key = EntryKey { year, task, quarter: 1, round, department: id.to_string() };
            Subject::find(&register, &key)?;
            if basis.trim().is_empty() {
                return Err(Refused::ReasonMissing);
            }
        }
        let lead = Lead { plan: register.plan_id, task, from, department, basis: basis.trim().to_owned() };
        self.commit("lead.confirm", None, vec![Record::Lead(lead)])?;
        self.plan_view(year)
    }

    pub(crate) fn only_supervision(&self) -> Outcome<()> {
        match self.office()?.kind {
            OfficeKind::Supervision => Ok(()),
            OfficeKind::Department(_) => Err(Refused::SupervisionOnly),
        }
    }
}
