//! What is slow: the tasks whose year light says so, each with its open milestones and the account that was given.
//!
//! One answer for every document that names slow tasks, so that their counts agree. Left to others: how many are printed
//! and in which form.

use crate::quarter::GoalLines;
use crate::task_line::{MilestoneLine, Said, Showing, TaskLine};
use crate::wording::{self, PromiseSeen, promise_in_words};
use domain::claim::Claim;
use domain::light::Light;

/// A task that is slow or behind.
#[derive(Debug)]
pub(crate) struct SlowTask<'a> {
    pub(crate) line: &'a TaskLine<'a>,
    /// What is asked for in the round and not done: the round's own milestone first, then what earlier quarters left.
    pub(crate) open: Vec<&'a MilestoneLine<'a>>,
}

/// What a department said of why, what it does about it, until when, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    /// 原因.
    pub(crate) cause: String,
    /// 措施.
    pub(crate) measure: String,
    /// 原承诺5月31日，现承诺6月30日（第1次顺延）; empty where no day was promised.
    pub(crate) promise: String,
    /// 责任人（职务、电话）.
    pub(crate) person: String,
}

/// Every slow task: behind before slow, then in published order.
pub(crate) fn slow_tasks<'a>(goals: &'a [GoalLines<'a>]) -> Vec<SlowTask<'a>> {
    let lines = goals.iter().flat_map(|goal| &goal.lines);
    let slow = lines.filter(|line| matches!(line.light.light, Light::Slow | Light::Behind));
    let mut slow: Vec<_> = slow.map(SlowTask::of).collect();
    slow.sort_by_key(|task| std::cmp::Reverse(task.line.light.light));
    slow
}

impl<'a> SlowTask<'a> {
    fn of(line: &'a TaskLine<'a>) -> Self {
        let asked = |one: &&MilestoneLine<'_>| matches!(one.showing, Showing::Full | Showing::CarriedOver);
        let due = |one: &&MilestoneLine<'_>| one.standing.state != domain::state::QuarterState::NotDue;
        let open = line.milestones.iter().flatten().filter(asked).filter(due).filter(|one| one.standing.open);
        let mut open: Vec<_> = open.collect();
        open.sort_by_key(|one| (one.showing == Showing::CarriedOver, one.quarter));
        Self { line, open }
    }

    /// 二季度未报，一季度遗留部分完成; the light's own reason where no milestone is open.
    pub(crate) fn state_words(&self) -> String {
        if self.open.is_empty() {
            return self.line.light.reason.clone();
        }
        let words = self.open.iter().map(|one| {
            let left = one.showing == Showing::CarriedOver;
            wording::state_of(one.quarter, left, one.standing.word())
        });
        words.collect::<Vec<_>>().join("，")
    }

    /// The newest account of an open milestone, the lead's before the others'.
    pub(crate) fn account(&self, seen: PromiseSeen) -> Option<Account> {
        let accounts = self.open.iter().flat_map(|one| accounts(one));
        // Of equals the first: of the round's own milestone, of the lead.
        let mut newest: Option<&Said<'_>> = None;
        for said in accounts {
            if newest.is_none_or(|known| known.round < said.round) {
                newest = Some(said);
            }
        }
        newest.map(|said| Account::of(said, seen))
    }
}

/// The statements on one milestone that tell why it is not done.
pub(crate) fn accounts<'a>(milestone: &'a MilestoneLine<'a>) -> impl Iterator<Item = &'a Said<'a>> {
    let not_done = |said: &&Said<'_>| said.entry.progress.claim.is_some_and(Claim::needs_account);
    milestone.said.iter().filter(not_done)
}

impl Account {
    /// Of one statement.
    pub(crate) fn of(said: &Said<'_>, seen: PromiseSeen) -> Self {
        let progress = &said.entry.progress;
        Self {
            cause: progress.cause.trim().to_owned(),
            measure: progress.measure.trim().to_owned(),
            promise: promise_in_words(&said.promised, seen),
            person: progress.person.trim().to_owned(),
        }
    }
}
