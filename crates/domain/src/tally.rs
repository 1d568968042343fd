//! Counting milestones: how many stand where, and how many of each lead department's are done (完成率).
//!
//! Each count closes: its parts add up to its total. Left to others: the sentence on paper (`report`) and screen (`app`).

use crate::id::ObjectId;
use crate::light::Share;
use crate::state::{QuarterState, Standing, Timeliness};

/// Every state in the order in which sentences count, 完成 in time standing for all three.
pub const STATES: [QuarterState; 7] = [
    QuarterState::Done(Timeliness::InTime),
    QuarterState::Partial,
    QuarterState::NotDone,
    QuarterState::ConditionNotMet,
    QuarterState::Adjusted,
    QuarterState::Unreported,
    QuarterState::NotDue,
];

/// Milestones counted by their state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many in each of [`STATES`]; they add up to `total`.
    pub counts: [usize; 7],
    /// All.
    pub total: usize,
    /// How many of them the supervision office has judged.
    pub judged: usize,
    /// How many were stated and nothing backs them.
    pub without_evidence: usize,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of<'a>(standings: impl IntoIterator<Item = &'a Standing>) -> Self {
        let mut tally = Self { counts: [0; 7], total: 0, judged: 0, without_evidence: 0 };
        for standing in standings {
            tally.counts[place(standing.state)] += 1;
            tally.total += 1;
            tally.judged += usize::from(standing.judged);
            tally.without_evidence += usize::from(standing.without_evidence);
        }
        tally
    }

    /// How many stand so; early, in time and late count as one.
    #[must_use]
    pub fn count(&self, state: QuarterState) -> usize {
        self.counts[place(state)]
    }

    /// The states that occur, with their counts, in order.
    pub fn named(&self) -> impl Iterator<Item = (QuarterState, usize)> {
        STATES.into_iter().zip(self.counts).filter(|(_, count)| *count > 0)
    }

    /// 一季度节点20项：完成9项，部分完成3项，未报8项. `what` names what is counted: 一季度节点.
    #[must_use]
    pub fn sentence(&self, what: &str) -> String {
        let parts: Vec<_> =
            self.named().map(|(state, count)| format!("{}{count}项", state.word(true))).collect();
        let head = format!("{what}{}项", self.total);
        if parts.is_empty() { head } else { format!("{head}：{}", parts.join("，")) }
    }
}

fn place(state: QuarterState) -> usize {
    match state {
        QuarterState::Done(_) => 0,
        QuarterState::Partial => 1,
        QuarterState::NotDone => 2,
        QuarterState::ConditionNotMet => 3,
        QuarterState::Adjusted => 4,
        QuarterState::Unreported => 5,
        QuarterState::NotDue => 6,
    }
}

/// One department's milestones, counted by who leads on the round's last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The lead; `None`: tasks of several departments of which none is confirmed.
    pub department: Option<ObjectId>,
    /// Its milestones.
    pub tally: Tally,
}

impl Rate {
    /// How many count: all but 不计, 已调整 and 未到期.
    #[must_use]
    pub fn counted(&self) -> usize {
        let left_out = [QuarterState::ConditionNotMet, QuarterState::Adjusted, QuarterState::NotDue];
        self.tally.total - left_out.into_iter().map(|state| self.tally.count(state)).sum::<usize>()
    }

    /// How many of these are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.tally.count(QuarterState::Done(Timeliness::InTime))
    }

    /// 完成率; `None` where nothing counts.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        let number = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
        (self.counted() > 0).then(|| Share { part: number(self.done()), whole: number(self.counted()) })
    }
}
