//! What a round asks for (遗留, 延期), what a year leaves to the next (结转), and the counts of a round.

use super::Register;
use crate::carry::{self, OpenMilestone};
use crate::id::ObjectId;
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::state::Standing;
use crate::tally::{Rate, Tally};
use jiff::civil::Date;

impl Register {
    /// The earlier quarters whose milestones are still open at the start of a round (遗留) and are asked for again,
    /// oldest first; what was deferred to a later round is not asked for until then.
    #[must_use]
    pub fn carried_over(&self, task: &Task, round: Round, as_of: Date) -> Vec<Quarter> {
        let Some(before) = Quarter::from_number(round.quarter.number() - 1) else { return Vec::new() };
        let earlier = Quarter::ALL.into_iter().filter(|quarter| *quarter < round.quarter);
        earlier
            .filter(|&quarter| {
                let standing = self.standing(task, quarter, Round { quarter: before, ..round }, as_of);
                standing.is_some_and(|standing| standing.open && standing.due_in <= round)
            })
            .collect()
    }

    /// The quarters whose milestones a round asks for: what is carried over, and its own unless it was cancelled,
    /// deferred to a later round, or done in an earlier one.
    #[must_use]
    pub fn asked(&self, task: &Task, round: Round, as_of: Date) -> Vec<Quarter> {
        let mut asked = self.carried_over(task, round, as_of);
        let before = Quarter::from_number(round.quarter.number() - 1);
        let until = before.map_or(round, |quarter| Round { quarter, ..round });
        let own = self.standing(task, round.quarter, until, as_of);
        // In the year's first round nothing can have been done before it.
        let open = |standing: &Standing| {
            let known = before.is_some() || standing.is_cancelled();
            (standing.open || !known) && standing.due_in <= round
        };
        if own.as_ref().is_some_and(open) {
            asked.push(round.quarter);
        }
        asked
    }

    /// What was open when the fourth quarter's round closed (结转); empty until then. What was deferred into another year
    /// is in it.
    #[must_use]
    pub fn carried_forward(&self, as_of: Date) -> Vec<OpenMilestone> {
        let closed = self.round_state(self.round(Quarter::Fourth), as_of).is_closed();
        if closed { carry::open_milestones(self, as_of) } else { Vec::new() }
    }

    /// The round's own milestones, counted by state.
    #[must_use]
    pub fn tally(&self, round: Round, as_of: Date) -> Tally {
        let standings: Vec<_> =
            self.plan.tasks().filter_map(|task| self.standing(task, round.quarter, round, as_of)).collect();
        Tally::of(&standings)
    }

    /// The round's own milestones by who leads their task on the round's last day; the tallies add up to
    /// [`Register::tally`]. In order of first mention.
    #[must_use]
    pub fn rates(&self, round: Round, as_of: Date) -> Vec<Rate> {
        let mut by_lead: Vec<(Option<ObjectId>, Vec<Standing>)> = Vec::new();
        for task in self.plan.tasks() {
            let Some(standing) = self.standing(task, round.quarter, round, as_of) else { continue };
            let lead = self.answers_for(task, round);
            match by_lead.iter_mut().find(|(known, _)| *known == lead) {
                Some((_, standings)) => standings.push(standing),
                None => by_lead.push((lead, vec![standing])),
            }
        }
        let rate = |(department, standings): (_, Vec<_>)| Rate { department, tally: Tally::of(&standings) };
        by_lead.into_iter().map(rate).collect()
    }

    /// The confirmed lead on the round's last day, or the only department.
    #[must_use]
    pub fn answers_for(&self, task: &Task, round: Round) -> Option<ObjectId> {
        let responsible = self.responsible_in(task, round);
        let only = || match responsible.as_slice() {
            [only] => Some(only.id),
            _ => None,
        };
        self.lead(task.number, round).or_else(only)
    }
}
