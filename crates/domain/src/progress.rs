//! Progress (进展填报): one department's statement on one milestone in one round, and what a submission needs.

use crate::amount::Amount;
use crate::claim::Claim;
use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::period::{Quarter, Round};
use jiff::civil::Date;

/// What a progress is about: a second entry under the same key is a correction, never a second progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgressKey {
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The quarter that was promised.
    pub quarter: Quarter,
    /// The quarter in which is reported.
    pub round: Round,
    /// The department that states it.
    pub department: ObjectId,
}

/// One department's statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// 自报; `None` while nothing is chosen (a draft).
    pub claim: Option<Claim>,
    /// 进展.
    pub text: String,
    /// 问题 / 原因: why it is not done.
    pub cause: String,
    /// 措施: what is done about it.
    pub measure: String,
    /// 下一步: what comes next; free.
    pub next_step: String,
    /// 预计完成日期.
    pub due: Option<Date>,
    /// 责任人（职务、电话）.
    pub person: String,
    /// The state of each item of the milestone, in order; empty where nobody has stated any.
    pub items: Vec<Option<Claim>>,
    /// Numbers stated for the milestone's quantities.
    pub values: Vec<Value>,
    /// What backs it, in the order given.
    pub evidence: Vec<Evidence>,
    /// For an entry that the supervision office made for the department (代录): its source, e.g. 电话：李某、4月22日.
    pub on_behalf: Option<String>,
}

/// A number stated for one quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The quantity's name: 文艺演出.
    pub name: String,
    /// The number.
    pub amount: Amount,
    /// Its measure word: 场.
    pub measure: String,
}

/// What keeps a progress from being submitted, in the order of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// 自报 is not chosen.
    Claim,
    /// 进展 is empty.
    Text,
    /// 原因 is empty though the claim is not done.
    Cause,
    /// 措施 likewise.
    Measure,
    /// 预计完成日期 likewise.
    Due,
    /// 责任人 likewise.
    Person,
    /// 已完成 is claimed while these items (1, 2 …) are stated not to be done.
    UndoneItems(Vec<usize>),
}

impl Progress {
    /// Everything that a submission still lacks; empty when it can be submitted.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let Some(claim) = self.claim else { return vec![Missing::Claim] };
        if self.text.trim().is_empty() {
            missing.push(Missing::Text);
        }
        if claim.needs_account() {
            let boxes = [(&self.cause, Missing::Cause), (&self.measure, Missing::Measure)];
            missing
                .extend(boxes.into_iter().filter(|(text, _)| text.trim().is_empty()).map(|(_, what)| what));
            if self.due.is_none() {
                missing.push(Missing::Due);
            }
            if self.person.trim().is_empty() {
                missing.push(Missing::Person);
            }
        } else {
            let undone = self
                .items
                .iter()
                .enumerate()
                .filter(|(_, item)| item.is_some_and(|item| item != Claim::Done));
            let undone: Vec<_> = undone.map(|(at, _)| at + 1).collect();
            if !undone.is_empty() {
                missing.push(Missing::UndoneItems(undone));
            }
        }
        missing
    }
}

/// The dates promised for one milestone by one department, oldest first, without repetitions.
#[must_use]
pub fn promised_dates(stated: impl IntoIterator<Item = Option<Date>>) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    for date in stated.into_iter().flatten() {
        if dates.last() != Some(&date) {
            dates.push(date);
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_a_submission_lacks() {
        let done = Progress { claim: Some(Claim::Done), text: "x".into(), ..Progress::default() };
        assert_eq!(Progress::default().missing(), [Missing::Claim]);
        assert_eq!(done.missing(), []);
        let undone = Progress { items: vec![Some(Claim::Done), Some(Claim::Partial), None], ..done.clone() };
        assert_eq!(undone.missing(), [Missing::UndoneItems(vec![2])]);
        let partial = Progress { claim: Some(Claim::Partial), text: " ".into(), ..done };
        assert_eq!(
            partial.missing(),
            [Missing::Text, Missing::Cause, Missing::Measure, Missing::Due, Missing::Person]
        );
    }

    #[test]
    fn repeated_dates_are_one_promise() {
        let (may, june) = (date(2013, 5, 31), date(2013, 6, 30));
        assert_eq!(promised_dates([Some(may), Some(may), None, Some(june)]), [may, june]);
    }
}
