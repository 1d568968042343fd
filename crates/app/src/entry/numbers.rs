//! The numbers of one entry: what is asked, and what a typed one answers.

use super::Subject;
use crate::refusal::{Outcome, Refused};
use crate::wire::entry::{NumberPlace, NumberView};
use domain::indicator::{self, Indicator, IndicatorKind, Origin, Part, Target};
use domain::period::Quarter;
use domain::plan::Task;
use domain::progress::{Progress, Value};
use domain::register::Register;

/// What a typed number may be of.
pub(crate) struct Countable {
    name: String,
    unit: String,
}

/// The indicators that a milestone asks for, and what the entry in force states beside them: a number that was asked once
/// stays until somebody takes it out.
pub(crate) fn countables(
    register: &Register,
    task: u32,
    quarter: Quarter,
    in_force: Option<&Progress>,
) -> Vec<Countable> {
    let asked = register.asked_numbers(task, quarter);
    let mut countables: Vec<Countable> =
        asked.map(|one| Countable { name: one.name.clone(), unit: one.unit.clone() }).collect();
    for value in in_force.into_iter().flat_map(|progress| &progress.values) {
        if countables.iter().all(|known| known.name != value.name) {
            countables.push(Countable { name: value.name.clone(), unit: value.measure.clone() });
        }
    }
    countables
}

/// A typed number for what a person means by the name.
pub(crate) fn value(countables: &[Countable], name: &str, amount: &str) -> Outcome<Value> {
    let names: Vec<&str> = countables.iter().map(|one| one.name.as_str()).collect();
    let meant = indicator::named(&names, name);
    let countable = countables.iter().find(|one| Some(one.name.as_str()) == meant);
    let Countable { name, unit } = countable.ok_or_else(|| Refused::UnknownValue {
        name: name.trim().to_owned(),
        known: countables.iter().map(|one| one.name.clone()).collect(),
    })?;
    let narrow = amount.trim().replace('％', "%");
    let bare = narrow.strip_suffix(unit.as_str()).unwrap_or(&narrow);
    let amount =
        bare.parse().map_err(|_| Refused::NotAnAmount { name: name.clone(), text: amount.to_owned() })?;
    Ok(Value { name: name.clone(), amount, measure: unit.clone() })
}

/// The numbers as the form shows them.
pub(super) fn asked(
    register: &Register,
    subject: &Subject<'_>,
    in_force: Option<&Progress>,
) -> Vec<NumberView> {
    let (task, quarter) = (subject.task, subject.key.quarter);
    let indicators: Vec<&Indicator> = register.asked_numbers(task.number, quarter).collect();
    let of_indicator = |countable: Countable| match indicators.iter().find(|one| one.name == countable.name) {
        Some(indicator) => asked_of(register, subject, indicator),
        None => no_longer_asked(countable),
    };
    countables(register, task.number, quarter, in_force).into_iter().map(of_indicator).collect()
}

fn asked_of(register: &Register, subject: &Subject<'_>, indicator: &Indicator) -> NumberView {
    let target = indicator.target(subject.key.quarter);
    let bound = target.map(|target| target.bound);
    let beside = register.year_beside(subject.task, indicator, &subject.key);
    let annual = indicator.annual.as_ref().filter(|annual| annual.origin != Origin::Suggested);
    NumberView {
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        should: bound.map(|bound| bound.to_string()).unwrap_or_default(),
        least: bound.map(|bound| bound.kept_from().to_string()),
        most: bound.filter(|bound| bound.most() > bound.least()).map(|bound| bound.most().to_string()),
        annual: annual.map(|annual| annual.bound.to_string()),
        beside: beside.amount.map(|amount| amount.to_string()),
        adds: indicator.kind != IndicatorKind::Level,
        counts: beside.own_counts,
        places: target
            .and_then(|target| place(subject.task, subject.key.quarter, target))
            .into_iter()
            .collect(),
    }
}

fn no_longer_asked(countable: Countable) -> NumberView {
    NumberView {
        name: countable.name,
        unit: countable.unit,
        should: String::new(),
        least: None,
        most: None,
        annual: None,
        beside: None,
        adds: false,
        counts: false,
        places: Vec::new(),
    }
}

/// Counted in characters of the print text, which has as many as the source text.
fn place(task: &Task, quarter: Quarter, target: &Target) -> Option<NumberPlace> {
    let place = target.place.as_ref().filter(|place| place.part == Part::Milestone(quarter))?;
    let text = task.milestone(quarter)?;
    let characters = |bytes: usize| u32::try_from(text.get(..bytes)?.chars().count()).ok();
    Some(NumberPlace { start: characters(place.span.start)?, end: characters(place.span.end)? })
}
