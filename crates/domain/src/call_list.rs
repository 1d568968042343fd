//! 谁没报: departments and what each owes a round, for calling them up.
//!
//! What a round asks for is the register's answer; of it is missing what neither the department nor who held its place
//! before has stated. What arrived after a round was closed counts in the round that took it in (补报).

use crate::chase::SealedCopy;
use crate::id::ObjectId;
use crate::period::{Quarter, Round};
use crate::register::Register;
use crate::submission;
use jiff::civil::Date;

/// A milestone by its key.
pub type MilestoneKey = (u32, Quarter);

/// What one department owes one round, and what of it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallLine {
    /// Who.
    pub department: ObjectId,
    /// The round.
    pub round: Round,
    /// On which milestones it has to report, in printed order.
    pub owed: Vec<MilestoneKey>,
    /// Those of them on which nothing has come.
    pub missing: Vec<MilestoneKey>,
    /// Whether the round was due on the as-of date: before that nothing is 未报.
    pub is_due: bool,
    /// Its sealed sheet, where that was seen; another fact than an entry.
    pub sealed: Option<SealedCopy>,
}

/// How far a department has reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reported {
    /// 未报: nothing of what it owes.
    Nothing,
    /// 部分已报.
    Part,
    /// 已报: all of it.
    All,
    /// 未到期: nothing yet, and the round is not due.
    NotDue,
}

impl Reported {
    /// All in the order in which lists show them.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Part, Self::All, Self::NotDue];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["nothing", "part", "all", "not_due"][self as usize]
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        ["未报", "部分已报", "已报", "未到期"][self as usize]
    }
}

impl CallLine {
    /// How far it has reported.
    #[must_use]
    pub fn reported(&self) -> Reported {
        match self.missing.len() {
            0 => Reported::All,
            missing if missing < self.owed.len() => Reported::Part,
            _ if self.is_due => Reported::Nothing,
            _ => Reported::NotDue,
        }
    }
}

/// Every department that owes the round something, in the order in which the plan first names them.
#[must_use]
pub fn call_list(register: &Register, round: Round, as_of: Date, sealed: &[SealedCopy]) -> Vec<CallLine> {
    let is_due = as_of >= register.due(round);
    let mut lines: Vec<CallLine> = Vec::new();
    for task in register.plan.tasks() {
        let owed = register.asked(task, round, as_of);
        for one in register.responsible_in(task, round) {
            let at = lines.iter().position(|line| line.department == one.id).unwrap_or_else(|| {
                let own = |copy: &&SealedCopy| copy.round == round && copy.department == one.id;
                let sealed = sealed.iter().find(own).cloned();
                let (owed, missing) = (Vec::new(), Vec::new());
                lines.push(CallLine { department: one.id, round, owed, missing, is_due, sealed });
                lines.len() - 1
            });
            for &quarter in &owed {
                let key = (task.number, quarter);
                lines[at].owed.push(key);
                if submission::stated(register, task.number, quarter, one.id, round).is_none() {
                    lines[at].missing.push(key);
                }
            }
        }
    }
    lines.retain(|line| !line.owed.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::change::{ChangeKind, PlanChange};
    use crate::claim::Claim;
    use crate::department::{Department, DepartmentName};
    use crate::plan::{Goal, Plan, Task};
    use crate::progress::{Progress, ProgressKey};
    use crate::register::{Entry, RegisterParts};
    use crate::round::RoundClosing;
    use jiff::civil::date;

    const PLAN: ObjectId = ObjectId([9; 16]);

    fn department(number: u8, name: &str) -> Department {
        let names = vec![DepartmentName { short: name.into(), ..DepartmentName::default() }];
        Department { id: ObjectId([number; 16]), names }
    }

    fn round(text: &str) -> Round {
        text.parse().unwrap()
    }

    /// Task 1 of 甲局 and 乙局, task 2 of 乙局; both promise something for the first two quarters.
    fn register(
        entries: &[(u32, Quarter, &str, u8, Date)],
        parts: impl FnOnce(&mut RegisterParts),
    ) -> Register {
        let task = |number, departments: &[&str]| Task {
            number,
            milestones: [Some("一".into()), Some("二".into()), None, None],
            departments: departments.iter().map(|name| (*name).to_owned()).collect(),
            ..Task::default()
        };
        let tasks = vec![task(1, &["甲局", "乙局"]), task(2, &["乙局"])];
        let goals = vec![Goal { name: "民生".into(), tasks }];
        let mut made = RegisterParts::of(PLAN, Plan { year: 2013, goals, ..Plan::default() });
        made.departments = vec![department(1, "甲局"), department(2, "乙局")];
        made.entries = entries
            .iter()
            .map(|&(task, quarter, in_round, by, day)| Entry {
                key: ProgressKey {
                    plan: PLAN,
                    task,
                    quarter,
                    round: round(in_round),
                    department: ObjectId([by; 16]),
                },
                progress: Progress { claim: Some(Claim::Partial), ..Progress::default() },
                stated_dates: Vec::new(),
                claimed_on: Some(day),
                handed_in: Some(day),
            })
            .collect();
        parts(&mut made);
        Register::new(made)
    }

    /// 部门:欠报 of every line.
    fn said(register: &Register, in_round: &str) -> Vec<String> {
        let round = round(in_round);
        let lines = call_list(register, round, date(2013, 12, 31), &[]);
        lines
            .iter()
            .map(|line| {
                let name = register.department(line.department).unwrap().current_name();
                format!("{name}{}/{}{}", line.missing.len(), line.owed.len(), line.reported().word())
            })
            .collect()
    }

    #[test]
    fn departments_owe_their_milestones_and_what_is_still_open() {
        let first = Quarter::First;
        let day = date(2013, 4, 8);
        assert_eq!(said(&register(&[], |_| ()), "2013Q1"), ["甲局1/1未报", "乙局2/2未报"]);
        let entries = [(1, first, "2013Q1", 1, day), (2, first, "2013Q1", 2, day)];
        assert_eq!(said(&register(&entries, |_| ()), "2013Q1"), ["甲局0/1已报", "乙局1/2部分已报"]);
        // The second quarter asks for the first one's again, whoever stated it then.
        assert_eq!(said(&register(&entries, |_| ()), "2013Q2"), ["甲局2/2未报", "乙局4/4未报"]);
    }

    #[test]
    fn what_came_after_closing_counts_in_the_next_round() {
        let closing = RoundClosing {
            round: round("2013Q1"),
            closed_on: date(2013, 4, 26),
            closed_by: "李某".into(),
            early_reason: String::new(),
            reopened: None,
        };
        let entries = |day| [(1, Quarter::First, "2013Q1", 1, day)];
        let closed = |day| register(&entries(day), |parts| parts.closings = vec![closing.clone()]);
        assert_eq!(said(&closed(date(2013, 4, 26)), "2013Q1")[0], "甲局0/1已报");
        assert_eq!(said(&closed(date(2013, 4, 27)), "2013Q1")[0], "甲局1/1未报");
        assert_eq!(said(&closed(date(2013, 4, 27)), "2013Q2")[0], "甲局1/2部分已报");
    }

    #[test]
    fn cancelled_and_deferred_milestones_are_not_asked_for() {
        let change = |kind| {
            register(&[], |parts| {
                parts.changes = vec![PlanChange {
                    id: ObjectId([8; 16]),
                    plan: PLAN,
                    task: 1,
                    quarter: Quarter::First,
                    kind,
                    from: date(2013, 3, 1),
                    reason: String::new(),
                    basis: String::new(),
                    approver: String::new(),
                }];
            })
        };
        assert_eq!(said(&change(ChangeKind::Cancelled), "2013Q1"), ["乙局1/1未报"]);
        let deferred = ChangeKind::Deferred { to: round("2013Q3") };
        assert_eq!(said(&change(deferred), "2013Q1"), ["乙局1/1未报"]);
        let reworded = ChangeKind::Reworded { text: "改".into() };
        assert_eq!(said(&change(reworded), "2013Q1"), ["甲局1/1未报", "乙局2/2未报"]);
    }

    #[test]
    fn before_the_due_date_nothing_is_unreported() {
        let entries = [(2, Quarter::First, "2013Q1", 2, date(2013, 4, 8))];
        let on = |day| {
            let lines = call_list(&register(&entries, |_| ()), round("2013Q1"), day, &[]);
            lines.iter().map(CallLine::reported).collect::<Vec<_>>()
        };
        assert_eq!(on(date(2013, 4, 9)), [Reported::NotDue, Reported::Part]);
        assert_eq!(on(date(2013, 4, 10)), [Reported::Nothing, Reported::Part]);
    }

    #[test]
    fn a_sealed_copy_is_another_fact() {
        let copy = SealedCopy {
            plan: PLAN,
            round: round("2013Q1"),
            department: ObjectId([1; 16]),
            on: date(2013, 4, 10),
            by: "李某".into(),
            remark: String::new(),
        };
        let lines = call_list(
            &register(&[], |_| ()),
            round("2013Q1"),
            date(2013, 4, 24),
            std::slice::from_ref(&copy),
        );
        assert_eq!((lines[0].reported(), lines[0].sealed.as_ref()), (Reported::Nothing, Some(&copy)));
        assert_eq!(lines[1].sealed, None);
    }
}
