//! Indicators of a paper: read from its text for programs and screens.
//!
//! Finding them is `domain::indicator`'s; here they get the form that others see.

use crate::refusal::Outcome;
use crate::wire::command_line::{IndicatorLine, PromisedNumber, SuggestedNumbers};
use domain::amount::Amount;
use domain::indicator::{self, Bound, Indicator, Origin, Part, Target};
use domain::plan::{Plan, Task};

/// Reads a paper's indicators; nothing is stored.
///
/// # Errors
/// What is no white paper.
pub fn read(bytes: &[u8]) -> Outcome<Vec<IndicatorLine>> {
    let plan = paper::read(bytes)?.plan;
    Ok(indicator::read(&plan).iter().map(|indicator| line(&plan, indicator)).collect())
}

fn line(plan: &Plan, indicator: &Indicator) -> IndicatorLine {
    let task = plan.task(indicator.task);
    let is_suggested = |target: &Target| target.origin == Origin::Suggested;
    let number = |target: &Option<Target>, suggested: bool| {
        target
            .as_ref()
            .filter(|target| is_suggested(target) == suggested)
            .map(|target| promised(task, target))
    };
    let [q1, q2, q3, q4] = indicator.quarters.each_ref().map(|target| number(target, false));
    let suggested = indicator.quarters.each_ref().map(|target| number(target, true));
    let suggested = suggested.iter().any(Option::is_some).then(|| {
        let [q1, q2, q3, q4] = suggested;
        SuggestedNumbers { q1, q2, q3, q4 }
    });
    IndicatorLine {
        task: indicator.task,
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        kind: indicator.kind.code(),
        annual: number(&indicator.annual, false),
        q1,
        q2,
        q3,
        q4,
        suggested,
    }
}

fn promised(task: Option<&Task>, target: &Target) -> PromisedNumber {
    let is_range = matches!(target.bound, Bound::Between(..));
    let only = |wanted: bool, amount: Amount| Some(amount).filter(|_| wanted).and_then(number);
    let text = target.place.as_ref().and_then(|place| {
        let text = match place.part {
            Part::Title => Some(task?.title.as_str()),
            Part::Objective => task?.objective.as_deref(),
            Part::Milestone(quarter) => task?.milestone(quarter),
        };
        text?.get(place.span.clone()).map(str::to_owned)
    });
    PromisedNumber {
        op: target.bound.op(),
        value: only(!is_range, target.bound.least()),
        min: only(is_range, target.bound.least()),
        max: only(is_range, target.bound.most()),
        text,
        ordinal: target.ordinal,
        derived: target.origin == Origin::Derived,
        unit_missing: target.unit_missing,
    }
}

/// As a JSON number with the same decimals.
fn number(amount: Amount) -> Option<serde_json::Number> {
    serde_json::from_str(&amount.to_string()).ok()
}
