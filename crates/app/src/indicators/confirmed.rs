//! Confirming: the officer's list of one task's indicators takes the place of what the program read.
//!
//! Until a task is confirmed, what is read counts, but never a suggestion. A confirmed value that is the read one keeps
//! its place in the text; any other is entered. A year without a value of its own is what its quarters come to.

use super::sheet::{remarks, view};
use crate::desk::{Desk, time_text};
use crate::entry::by;
use crate::refusal::{Outcome, Refused};
use crate::wire::indicator::{
    CheckedIndicators, ConfirmedBy, IndicatorInput, IndicatorSheet, TargetInput, TaskIndicatorsView,
};
use domain::action::Action;
use domain::amount::Amount;
use domain::arithmetic::Circumstances;
use domain::breakdown::TaskIndicators;
use domain::id::ObjectId;
use domain::indicator::{self, Bound, Indicator, Origin, Target};
use domain::plan::{Plan, Task};
use domain::register::Register;
use ledger::{PlanRecord, Record, Rid};
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, PoisonError};
use std::thread::{self, ScopedJoinHandle};
use store::Recorded;

/// Fewer tasks are not worth a thread of their own.
const TASKS_AT_ONCE: usize = 100;

impl Desk {
    /// A year's indicators, confirmed or as read, and the plan's arithmetic with them.
    ///
    /// # Errors
    /// No plan for that year.
    pub fn indicators(&self, year: i16) -> Outcome<IndicatorSheet> {
        let register = self.register(Some(year))?;
        let plan = &register.plan;
        let confirmed = self.confirmed_indicators(register.plan_id)?;
        let mut all = Vec::new();
        let mut tasks = Vec::new();
        for task in plan.tasks() {
            let entered = confirmed.get(&task.number);
            let own = shown(task, entered);
            tasks.push(TaskIndicatorsView {
                task: task.number,
                confirmed: entered
                    .map(|one| ConfirmedBy { by: by(&one.header), at: time_text(one.header.wall_ms) }),
                indicators: own.iter().map(|one| view(task, one)).collect(),
            });
            all.extend(own);
        }
        let remarks = remarks(plan, &all, &self.circumstances(&register)?);
        Ok(IndicatorSheet { year, tasks, remarks })
    }

    /// What a list would be once confirmed, and what the arithmetic says of it; nothing is stored.
    ///
    /// # Errors
    /// As [`Desk::confirm_indicators`], but for who may.
    pub fn check_indicators(
        &self,
        year: i16,
        task: u32,
        list: &[IndicatorInput],
    ) -> Outcome<CheckedIndicators> {
        let register = self.register(Some(year))?;
        let task = known(&register.plan, task)?;
        let entered = self.entered_list(&register, task, list)?;
        let mut remarks = remarks(&register.plan, &entered, &self.circumstances(&register)?);
        remarks.retain(|remark| remark.task == Some(task.number));
        Ok(CheckedIndicators { indicators: entered.iter().map(|one| view(task, one)).collect(), remarks })
    }

    /// Confirms a task's indicators: what the list holds, and nothing else, is counted from now on.
    ///
    /// # Errors
    /// This is not the supervision office; no such task; a name is missing or stands twice; a kind, an operator or a
    /// number is none.
    pub fn confirm_indicators(
        &self,
        year: i16,
        task: u32,
        list: &[IndicatorInput],
    ) -> Outcome<IndicatorSheet> {
        self.require(Action::ChangePlan)?;
        self.only_supervision()?;
        let register = self.register(Some(year))?;
        let task = known(&register.plan, task)?;
        let indicators = self.entered_list(&register, task, list)?;
        let record = TaskIndicators { plan: register.plan_id, task: task.number, indicators };
        self.commit("indicators.confirm", None, vec![Record::Indicators(record)])?;
        self.indicators(year)
    }

    /// What counts in a plan: confirmed indicators, else those that are written or follow from written ones.
    pub(crate) fn counted_indicators(&self, plan: &Recorded<PlanRecord>) -> Outcome<Vec<Indicator>> {
        let confirmed = self.confirmed_indicators(plan.object)?;
        let read = self.promised(plan.rid, &plan.value.plan);
        let of_task = |(task, read): (&Task, &Vec<Indicator>)| match confirmed.get(&task.number) {
            Some(own) => own.value.indicators.clone(),
            None => read.iter().filter_map(Indicator::without_suggestions).collect(),
        };
        Ok(plan.value.plan.tasks().zip(read.iter()).flat_map(of_task).collect())
    }

    /// What a plan's text promises, task by task. A revision never changes: its text is read once while the desk is open.
    fn promised(&self, revision: Rid, plan: &Plan) -> Arc<[Vec<Indicator>]> {
        let mut known = self.promised.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(revision).or_insert_with(|| of_tasks(plan)))
    }

    fn entered_list(
        &self,
        register: &Register,
        task: &Task,
        list: &[IndicatorInput],
    ) -> Outcome<Vec<Indicator>> {
        let confirmed = self.confirmed_indicators(register.plan_id)?;
        let before = shown(task, confirmed.get(&task.number));
        let read = indicator::of_task(task);
        let mut names = HashSet::new();
        let mut indicators = Vec::new();
        for input in list {
            let name = input.name.trim();
            if name.is_empty() || !names.insert(name) {
                return Err(Refused::IndicatorName(name.to_owned()));
            }
            let former = input.shown_as.as_deref().unwrap_or(name);
            let known = [&read, &before].map(|all| all.iter().find(|one| one.name == former));
            indicators.push(entered(task.number, input, known)?);
        }
        Ok(indicators)
    }

    fn circumstances(&self, register: &Register) -> Outcome<Circumstances> {
        let led = self.store().leads(register.plan_id)?.into_iter();
        let led = led.filter(|lead| lead.value.department.is_some()).map(|lead| lead.value.task).collect();
        let record = self.store().plan(register.plan_id)?;
        let split = record.map(|record| record.value.split).unwrap_or_default();
        Ok(Circumstances { led, split: split.into_iter().collect() })
    }

    fn confirmed_indicators(&self, plan: ObjectId) -> Outcome<BTreeMap<u32, Recorded<TaskIndicators>>> {
        let all = self.store().all::<TaskIndicators>(Some(plan))?.into_iter();
        Ok(all.map(|one| (one.value.task, one)).collect())
    }
}

/// A task's indicators as they are shown: confirmed, else as read.
fn shown(task: &Task, confirmed: Option<&Recorded<TaskIndicators>>) -> Vec<Indicator> {
    confirmed.map_or_else(|| indicator::of_task(task), |one| one.value.indicators.clone())
}

fn known(plan: &Plan, number: u32) -> Outcome<&Task> {
    let numbers = || plan.tasks().map(|task| task.number);
    plan.task(number).ok_or_else(|| Refused::UnknownTask {
        text: number.to_string(),
        first: numbers().min().unwrap_or_default(),
        last: numbers().max().unwrap_or_default(),
    })
}

/// `known`: the indicator as read from the text, and as it was shown before.
fn entered(task: u32, input: &IndicatorInput, known: [Option<&Indicator>; 2]) -> Outcome<Indicator> {
    let kind = input.kind.parse().map_err(|_| Refused::IndicatorName(input.kind.clone()))?;
    let name = input.name.trim().to_owned();
    let target = |typed: &Option<TargetInput>, known: [Option<&Target>; 2]| -> Outcome<Option<Target>> {
        let Some(typed) = typed else { return Ok(None) };
        let bound = bound(&name, typed)?;
        let mut same = known.into_iter().flatten().filter(|one| one.bound == bound);
        let kept = same.find(|one| one.origin == Origin::Written).cloned();
        Ok(Some(kept.unwrap_or_else(|| Target {
            bound,
            origin: Origin::Entered,
            place: known.into_iter().flatten().find_map(|one| one.place.clone()),
            ordinal: None,
            unit_missing: false,
        })))
    };
    let mut quarters: [Option<Target>; 4] = [const { None }; 4];
    for (at, quarter) in quarters.iter_mut().enumerate() {
        let typed = input.quarters.get(at).cloned().flatten();
        *quarter = target(&typed, known.map(|one| one?.quarters[at].as_ref()))?;
    }
    let bounds = quarters.each_ref().map(|target| target.as_ref().map(|target| target.bound));
    let annual = target(&input.annual, known.map(|one| one?.annual.as_ref()))?.or_else(|| {
        let bound = indicator::derived(kind, &bounds)?;
        Some(Target { bound, origin: Origin::Derived, place: None, ordinal: None, unit_missing: false })
    });
    Ok(Indicator { task, unit: input.unit.trim().to_owned(), kind, annual, quarters, name })
}

fn bound(name: &str, typed: &TargetInput) -> Outcome<Bound> {
    let refused = |text: &str| Refused::NotAnAmount { name: name.to_owned(), text: text.to_owned() };
    let amount = |text: &str| text.parse::<Amount>().map_err(|_| refused(text));
    let least = amount(&typed.least)?;
    match (typed.op.as_str(), typed.most.as_deref()) {
        ("eq", _) => Ok(Bound::Exactly(least)),
        ("ge", _) => Ok(Bound::AtLeast(least)),
        ("about", _) => Ok(Bound::About(least)),
        ("range", Some(most)) => Some(amount(most)?)
            .filter(|most| *most >= least)
            .map(|most| Bound::Between(least, most))
            .ok_or_else(|| refused(most)),
        (other, _) => Err(refused(other)),
    }
}

/// What each task's text promises, read on all cores: a plan of thousands of tasks takes one core a fifth of a second.
fn of_tasks(plan: &Plan) -> Arc<[Vec<Indicator>]> {
    let tasks: Vec<&Task> = plan.tasks().collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let part = tasks.len().div_ceil(cores).max(TASKS_AT_ONCE);
    thread::scope(|scope| {
        let reading: Vec<_> = tasks
            .chunks(part)
            .map(|part| scope.spawn(|| part.iter().map(|task| indicator::of_task(task)).collect::<Vec<_>>()))
            .collect();
        let read = reading.into_iter().map(ScopedJoinHandle::join);
        read.flat_map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}
