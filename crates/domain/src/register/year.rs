//! What the register tells of a task's year: its light, from milestones, indicators and the numbers reported.

use super::Register;
use crate::amount::Amount;
use crate::claim::Claim;
use crate::id::ObjectId;
use crate::indicator::{Indicator, IndicatorKind, Origin, are_like_names};
use crate::light::{self, QuarterFact, Reading, YearLight};
use crate::period::{Quarter, Round};
use crate::plan::Task;
use crate::progress::Value;
use crate::state::{QuarterState, Standing};
use jiff::civil::Date;

impl Register {
    /// The task's year light with its reason, as a round sees it.
    #[must_use]
    pub fn light(&self, task: &Task, until: Round, as_of: Date) -> YearLight {
        self.light_from(task, &self.standings(task, until, as_of), until, as_of)
    }

    /// The same from standings that are known already.
    #[must_use]
    pub fn light_from(
        &self,
        task: &Task,
        standings: &[Option<Standing>; 4],
        until: Round,
        as_of: Date,
    ) -> YearLight {
        let mut quarters = Quarter::ALL.into_iter();
        let facts = standings.each_ref().map(|standing| {
            let quarter = quarters.next()?;
            standing.as_ref().map(|standing| self.fact(task, quarter, standing, until, as_of))
        });
        let readings: Vec<Reading<'_>> = self
            .indicators_of(task.number)
            .map(|indicator| self.reading(task, indicator, &facts, until))
            .collect();
        let light = light::light(&self.light_rules, &facts, &readings);
        match self.overrides.get(&(task.number, until)) {
            Some(decision) => light.overridden_by(decision, &self.light_rules),
            None => light,
        }
    }

    fn fact<'a>(
        &self,
        task: &Task,
        quarter: Quarter,
        standing: &'a Standing,
        until: Round,
        as_of: Date,
    ) -> QuarterFact<'a> {
        let counted = !standing.is_cancelled()
            && standing.effective() != Some(Claim::ConditionNotMet)
            && standing.due_in.year == self.plan.year;
        let measured = |indicator: &Indicator| {
            let target = indicator.target(quarter);
            indicator.kind != IndicatorKind::Population
                && target.is_some_and(|target| target.origin != Origin::Suggested)
        };
        QuarterFact {
            standing,
            due: standing.due_in <= until && as_of >= self.due(standing.due_in),
            counted,
            has_number: !denied(standing) && self.indicators_of(task.number).any(measured),
        }
    }

    fn reading<'a>(
        &self,
        task: &Task,
        indicator: &'a Indicator,
        facts: &[Option<QuarterFact<'_>>; 4],
        until: Round,
    ) -> Reading<'a> {
        let of = |quarter: Quarter| facts[quarter.index()].as_ref();
        let claims = |fact: &QuarterFact<'_>, claim| fact.standing.effective() == Some(claim);
        let taken_as =
            |claim| Quarter::ALL.map(|quarter| of(quarter).is_some_and(|fact| claims(fact, claim)));
        Reading {
            indicator,
            reported: Quarter::ALL.map(|quarter| {
                of(quarter).filter(|fact| !denied(fact.standing))?;
                self.reported(task, indicator, quarter, until)
            }),
            taken_as_kept: taken_as(Claim::Done),
            taken_as_half: taken_as(Claim::Partial),
            counted: Quarter::ALL.map(|quarter| of(quarter).is_some_and(|fact| fact.counted)),
            due: Quarter::ALL.map(|quarter| of(quarter).is_some_and(|fact| fact.due)),
        }
    }

    /// The number reported of an indicator for one quarter's milestone: the lead's; else of what is added up the sum over
    /// the departments, of a level the newest.
    #[must_use]
    pub fn reported(
        &self,
        task: &Task,
        indicator: &Indicator,
        quarter: Quarter,
        until: Round,
    ) -> Option<Amount> {
        let stated = self.stated(task.number, indicator, quarter, until);
        if let Some(by_lead) = stated.iter().rfind(|one| one.by_lead) {
            return Some(by_lead.amount);
        }
        match indicator.kind {
            IndicatorKind::Level => stated.last().map(|one| one.amount),
            _ => stated.into_iter().map(|one| one.amount).reduce(Amount::plus),
        }
    }

    /// Every department's newest number of an indicator for one quarter's milestone, oldest round first.
    pub(super) fn stated(
        &self,
        task: u32,
        indicator: &Indicator,
        quarter: Quarter,
        until: Round,
    ) -> Vec<StatedNumber> {
        let mut stated: Vec<StatedNumber> = self
            .newest(task, quarter, until)
            .into_iter()
            .filter_map(|(round, entry)| {
                let amount = value_of(&entry.progress.values, indicator)?.amount;
                let department = entry.key.department;
                let by_lead = self.lead(task, round) == Some(department);
                Some(StatedNumber { round, department, by_lead, amount })
            })
            .collect();
        stated.sort_by_key(|one| one.round);
        stated
    }
}

/// One department's number of an indicator.
pub(super) struct StatedNumber {
    /// The round to which it belongs.
    round: Round,
    pub(super) department: ObjectId,
    /// Whether it led in that round: its number stands for all. Who leads later said his own for himself alone.
    pub(super) by_lead: bool,
    pub(super) amount: Amount,
}

/// The value that answers an indicator: under its name, else the only one with its measure word whose name its own ends
/// with or the other way round (主体工程总形象进度 for 盐田高级中学项目主体工程总形象进度), else the only one of all with that
/// measure word and a like name.
pub(super) fn value_of<'a>(values: &'a [Value], indicator: &Indicator) -> Option<&'a Value> {
    if let Some(named) = values.iter().find(|value| value.name == indicator.name) {
        return Some(named);
    }
    let answers = |value: &&Value| {
        value.measure == indicator.unit
            && (indicator.name.ends_with(&value.name) || value.name.ends_with(&indicator.name))
    };
    let mut endings: Vec<&Value> = values.iter().filter(answers).collect();
    endings.sort_by_key(|value| std::cmp::Reverse(value.name.chars().count()));
    match (endings.as_slice(), values) {
        ([longest, ..], _) => Some(longest),
        ([], [only]) => Some(only)
            .filter(|value| value.measure == indicator.unit && are_like_names(&value.name, &indicator.name)),
        _ => None,
    }
}

/// Whether the supervision office found it 未完成, or not at all reported: its number is not counted.
fn denied(standing: &Standing) -> bool {
    standing.state == QuarterState::NotDone && standing.judged && standing.finding == Some(Claim::NotDone)
}
