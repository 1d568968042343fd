//! 分管领导: who of the government is in charge of a task, from a day on.

use crate::desk::Desk;
use crate::named::task_named;
use crate::refusal::{Outcome, Refused};
use crate::view;
use crate::wire::paper::PlanView;
use domain::action::Action;
use domain::leader::TaskLeader;
use ledger::Record;

impl Desk {
    /// Records who is in charge of a task from a day on, blank since the plan was published; a blank leader: nobody is.
    ///
    /// # Errors
    /// This is not the supervision office, or who works here may not; no such task; no date; the same stands already.
    pub fn set_leader(
        &self,
        year: i16,
        task: u32,
        leader: &str,
        from: Option<&str>,
        basis: &str,
    ) -> Outcome<PlanView> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let register = self.register(Some(year))?;
        let task = task_named(&register, &task.to_string())?.number;
        let from = view::day(from.unwrap_or_default())?;
        let [leader, basis] = [leader, basis].map(|text| text.trim().to_owned());
        let record = TaskLeader { plan: register.plan_id, task, from, leader, basis };
        if self.all_of::<TaskLeader>(register.plan_id)?.contains(&record) {
            return Err(Refused::Unchanged);
        }
        self.commit("leader.set", None, vec![Record::Leader(record)])?;
        self.plan_view(year)
    }
}
