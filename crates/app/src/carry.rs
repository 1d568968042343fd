//! 上年结转: the open milestones of a year, and which task of the next takes each up, confirmed by the officer.

use crate::desk::Desk;
use crate::instruction::title_of;
use crate::named::{quarter_named, task_named};
use crate::refusal::{Outcome, Refused};
use crate::wire::change::{CarryList, CarryView};
use crate::wire::chase::MilestoneRef;
use domain::action::Action;
use domain::carry::{CarryOver, OpenMilestone, open_milestones};
use domain::period::{Quarter, date_in_words};
use domain::plan::{Plan, Task};
use domain::register::Register;
use layout::punctuation::full_width;
use ledger::Record;

impl Desk {
    /// The open milestones of that year, cited by year, number and wording, with what the next year's plan makes of them.
    ///
    /// # Errors
    /// No such plan.
    pub fn carry_list(&self, year: i16) -> Outcome<CarryList> {
        let register = self.register(Some(year))?;
        let next = self.next_year(year)?;
        let decided: Vec<CarryOver> = match &next {
            Some(next) => self.store().all(Some(next.plan_id))?.into_iter().map(|one| one.value).collect(),
            None => Vec::new(),
        };
        let open = open_milestones(&register, self.today());
        let last = register.round(Quarter::Fourth);
        let closed = register.round_state(last, self.today()).is_closed();
        let due = register.due(last);
        let (day, over) = (date_in_words(due), self.today() > due);
        Ok(CarryList {
            year,
            provisional: (!closed).then(|| {
                if over {
                    format!("仍是暂列：{year}年四季度报告期已于{day}到期，还没有关闭，报来的完成情况仍会使这份清单变短。请先关闭报告期，再逐项确认。")
                } else {
                    format!("暂列至{day}：{year}年四季度报告期那天到期，之前报来的完成情况会使这份清单变短。报告期关闭后再逐项确认。")
                }
            }),
            lines: open.iter().map(|one| view_of(&register, next.as_ref(), &decided, one)).collect(),
        })
    }

    /// Confirms which task of the next year's plan takes an open milestone up; `None`: that none does.
    ///
    /// # Errors
    /// Not the supervision office; no such plan, task or quarter; the milestone is not open; no plan for the next year.
    pub fn confirm_carry(
        &self,
        year: i16,
        task: &str,
        quarter: &str,
        into: Option<&str>,
        remark: &str,
    ) -> Outcome<CarryView> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let register = self.register(Some(year))?;
        let (task, quarter) = (task_named(&register, task)?.number, quarter_named(quarter)?);
        let is_meant = |one: &CarryView| one.milestone == MilestoneRef { task, quarter: quarter.number() };
        if !self.carry_list(year)?.lines.iter().any(is_meant) {
            return Err(Refused::NotOpen { task, quarter: quarter.number(), year });
        }
        let next = self.next_year(year)?.ok_or_else(|| Refused::NoPlanFor(year.saturating_add(1)))?;
        let into = into.map(|into| task_named(&next, into)).transpose()?.map(|task| task.number);
        let carry = CarryOver {
            plan: next.plan_id,
            task: into,
            from_plan: register.plan_id,
            from_task: task,
            from_quarter: quarter,
            remark: remark.trim().to_owned(),
        };
        self.commit("carry.confirm", None, vec![Record::CarryOver(carry)])?;
        self.carry_list(year)?.lines.into_iter().find(is_meant).ok_or(Refused::Gone)
    }

    fn next_year(&self, year: i16) -> Outcome<Option<Register>> {
        let next = year.saturating_add(1);
        if self.years()?.contains(&next) { self.register(Some(next)).map(Some) } else { Ok(None) }
    }
}

fn view_of(
    register: &Register,
    next: Option<&Register>,
    decided: &[CarryOver],
    one: &OpenMilestone,
) -> CarryView {
    let own = decided.iter().find(|carry| {
        (carry.from_plan, carry.from_task, carry.from_quarter) == (register.plan_id, one.task, one.quarter)
    });
    let published = register.plan.task(one.task).and_then(|task| task.milestone(one.quarter));
    let into_task = own.and_then(|own| own.task);
    let title = |task| next.map(|next| title_of(next, task)).unwrap_or_default();
    CarryView {
        year: register.plan.year,
        milestone: MilestoneRef { task: one.task, quarter: one.quarter.number() },
        title: title_of(register, one.task),
        published: full_width(published.unwrap_or_default()),
        state_word: one.standing.word().to_owned(),
        words: full_width(&one.in_words(&register.plan)),
        into_year: next.map(|next| next.plan.year),
        into_title: into_task.map(title).unwrap_or_default(),
        into_task,
        decided: own.is_some(),
        remark: own.map(|own| own.remark.clone()).unwrap_or_default(),
        suggested: next.zip(register.plan.task(one.task)).and_then(|(next, task)| alike(&next.plan, task)),
    }
}

/// The task of a later plan whose words have most pairs of characters in common with that one's; none under a third.
fn alike(plan: &Plan, task: &Task) -> Option<u32> {
    let own = pairs(task);
    let shared = |other: &Task| {
        let theirs = pairs(other);
        let common = theirs.iter().filter(|pair| own.contains(pair)).count();
        (common * 3 >= own.len().min(theirs.len()).max(1)).then_some(common)
    };
    let found = plan.tasks().filter_map(|other| Some((shared(other)?, other.number)));
    found.max_by_key(|(common, number)| (*common, std::cmp::Reverse(*number))).map(|(_, number)| number)
}

/// Each two neighbouring characters of a task's title and promises, once.
fn pairs(task: &Task) -> Vec<(char, char)> {
    let promises = Quarter::ALL.into_iter().filter_map(|quarter| task.milestone(quarter));
    let mut pairs: Vec<(char, char)> = std::iter::once(task.title.as_str())
        .chain(promises)
        .flat_map(|text| {
            let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.windows(2).map(|two| (two[0], two[1])).collect::<Vec<_>>()
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
