//! Confirming: the officer's list of one task's indicators takes the place of what the program read.
//!
//! Until a task is confirmed, what is read counts, but never a suggestion. A confirmed value that is the read one keeps
//! its place in the text; any other is entered.

use crate::desk::Desk;
use crate::refusal::{Outcome, Refused};
use crate::wire::indicator::{
    IndicatorInput, IndicatorSheet, IndicatorView, PlaceView, RemarkView, TargetInput, TargetView,
    TaskIndicatorsView,
};
use domain::action::Action;
use domain::amount::Amount;
use domain::arithmetic::{self, Circumstances, Remark, Severity};
use domain::breakdown::TaskIndicators;
use domain::id::ObjectId;
use domain::indicator::{self, Bound, Indicator, Origin, Part, Place, Target};
use domain::plan::{Plan, Task};
use ledger::Record;
use std::collections::{BTreeMap, HashSet};

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
            let own = confirmed.get(&task.number).cloned().unwrap_or_else(|| indicator::of_task(task));
            tasks.push(TaskIndicatorsView {
                task: task.number,
                confirmed: confirmed.contains_key(&task.number),
                indicators: own.iter().map(|one| view(task, one)).collect(),
            });
            all.extend(own);
        }
        let led = self.store().leads(register.plan_id)?.into_iter();
        let led = led.filter(|lead| lead.value.department.is_some()).map(|lead| lead.value.task).collect();
        let circumstances = Circumstances { led, ..Circumstances::default() };
        let remarks = arithmetic::remarks(plan, &all, &circumstances);
        Ok(IndicatorSheet { year, tasks, remarks: remarks.iter().map(|one| remark(plan, one)).collect() })
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
        let numbers = || register.plan.tasks().map(|task| task.number);
        let task = register.plan.task(task).ok_or_else(|| Refused::UnknownTask {
            text: task.to_string(),
            first: numbers().min().unwrap_or_default(),
            last: numbers().max().unwrap_or_default(),
        })?;
        let read = indicator::of_task(task);
        let mut names = HashSet::new();
        let mut indicators = Vec::new();
        for input in list {
            let name = input.name.trim();
            if name.is_empty() || !names.insert(name) {
                return Err(Refused::IndicatorName(name.to_owned()));
            }
            indicators.push(entered(task.number, input, read.iter().find(|one| one.name == name))?);
        }
        let record = TaskIndicators { plan: register.plan_id, task: task.number, indicators };
        self.commit("indicators.confirm", None, vec![Record::Indicators(record)])?;
        self.indicators(year)
    }

    /// What counts in a plan: confirmed indicators, else those that are written or follow from written ones.
    pub(crate) fn counted_indicators(&self, id: ObjectId, plan: &Plan) -> Outcome<Vec<Indicator>> {
        let confirmed = self.confirmed_indicators(id)?;
        let of_task = |task: &Task| match confirmed.get(&task.number) {
            Some(own) => own.clone(),
            None => indicator::of_task(task).into_iter().filter(is_written).collect(),
        };
        Ok(plan.tasks().flat_map(of_task).collect())
    }

    fn confirmed_indicators(&self, plan: ObjectId) -> Outcome<BTreeMap<u32, Vec<Indicator>>> {
        let all = self.store().all::<TaskIndicators>(Some(plan))?.into_iter();
        Ok(all.map(|one| (one.value.task, one.value.indicators)).collect())
    }
}

fn is_written(indicator: &Indicator) -> bool {
    indicator
        .quarters
        .iter()
        .flatten()
        .chain(&indicator.annual)
        .all(|target| target.origin != Origin::Suggested)
}

fn entered(task: u32, input: &IndicatorInput, read: Option<&Indicator>) -> Outcome<Indicator> {
    let kind = input.kind.parse().map_err(|_| Refused::IndicatorName(input.kind.clone()))?;
    let name = input.name.trim().to_owned();
    let target = |typed: &Option<TargetInput>, read: Option<&Target>| -> Outcome<Option<Target>> {
        let Some(typed) = typed else { return Ok(None) };
        let bound = bound(&name, typed)?;
        let kept = read.filter(|read| read.bound == bound && read.origin != Origin::Suggested);
        Ok(Some(kept.cloned().unwrap_or(Target {
            bound,
            origin: Origin::Entered,
            place: read.and_then(|read| read.place.clone()),
            ordinal: None,
            unit_missing: false,
        })))
    };
    let mut annual = target(&input.annual, read.and_then(|read| read.annual.as_ref()))?;
    let mut quarters: [Option<Target>; 4] = [const { None }; 4];
    for (at, quarter) in quarters.iter_mut().enumerate() {
        let typed = input.quarters.get(at).cloned().flatten();
        *quarter = target(&typed, read.and_then(|read| read.quarters[at].as_ref()))?;
    }
    // What followed from the quarters as read is the officer's own once it no longer follows from the confirmed ones.
    let bounds = quarters.each_ref().map(|target| target.as_ref().map(|target| target.bound));
    if let Some(annual) = annual.as_mut().filter(|annual| annual.origin == Origin::Derived)
        && indicator::derived(kind, &bounds) != Some(annual.bound)
    {
        annual.origin = Origin::Entered;
    }
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

fn view(task: &Task, indicator: &Indicator) -> IndicatorView {
    IndicatorView {
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        kind: indicator.kind.code().to_owned(),
        kind_word: indicator.kind.word().to_owned(),
        annual: indicator.annual.as_ref().map(|target| target_view(task, target)),
        quarters: indicator
            .quarters
            .iter()
            .map(|target| target.as_ref().map(|target| target_view(task, target)))
            .collect(),
    }
}

fn target_view(task: &Task, target: &Target) -> TargetView {
    let is_range = matches!(target.bound, Bound::Between(..));
    TargetView {
        op: target.bound.op().to_owned(),
        least: target.bound.least().to_string(),
        most: is_range.then(|| target.bound.most().to_string()),
        origin: match target.origin {
            Origin::Written => "written",
            Origin::Derived => "derived",
            Origin::Suggested => "suggested",
            Origin::Entered => "entered",
        }
        .to_owned(),
        place: target.place.as_ref().and_then(|place| place_view(task, place)),
        ordinal: target.ordinal,
        unit_missing: target.unit_missing,
    }
}

/// Places are counted in characters of the print text, which has as many as the source text.
fn place_view(task: &Task, place: &Place) -> Option<PlaceView> {
    let (part, text) = match place.part {
        Part::Title => ("title".to_owned(), task.title.as_str()),
        Part::Objective => ("objective".to_owned(), task.objective.as_deref()?),
        Part::Milestone(quarter) => (quarter.number().to_string(), task.milestone(quarter)?),
    };
    let characters = |bytes: usize| u32::try_from(text.get(..bytes)?.chars().count()).ok();
    Some(PlaceView { part, start: characters(place.span.start)?, end: characters(place.span.end)? })
}

fn remark(plan: &Plan, remark: &Remark) -> RemarkView {
    let task = remark.task.and_then(|task| plan.task(task));
    RemarkView {
        kind: remark.kind.code().to_owned(),
        word: remark.kind.word().to_owned(),
        fits: remark.severity == Severity::Fits,
        task: remark.task,
        quarters: remark.quarters.iter().map(|quarter| quarter.number()).collect(),
        place: remark.place.as_ref().and_then(|place| place_view(task?, place)),
        sentence: remark.sentence.clone(),
    }
}
