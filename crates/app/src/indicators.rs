//! Indicators of a paper and its arithmetic: read from its text for programs and screens.
//!
//! Finding them is `domain::indicator`'s, the arithmetic `domain::arithmetic`'s; here they get the form that others see.

mod confirmed;
mod sheet;

pub(crate) use sheet::{part_code, sheet_of};

use crate::refusal::Outcome;
use crate::wire::command_line::{IndicatorLine, PromisedNumber, RemarkLine, SuggestedNumbers};
use domain::amount::Amount;
use domain::arithmetic::{self, Circumstances, Remark, Severity};
use domain::indicator::{self, Bound, Indicator, Origin, Part, Place, Target};
use domain::plan::{Plan, Task};
use std::collections::BTreeSet;

/// Reads a paper's indicators; nothing is stored.
///
/// # Errors
/// What is no white paper.
pub fn read(bytes: &[u8]) -> Outcome<Vec<IndicatorLine>> {
    let plan = paper::read(bytes)?.plan;
    Ok(indicator::read(&plan).iter().map(|indicator| line(&plan, indicator)).collect())
}

/// What a paper's own numbers and words say to each other; nothing is stored.
///
/// # Errors
/// What is no white paper.
pub fn arithmetic(bytes: &[u8]) -> Outcome<Vec<RemarkLine>> {
    let reading = paper::read(bytes)?;
    let circumstances = Circumstances { split: reading.split_tasks(), led: BTreeSet::new() };
    let plan = &reading.plan;
    let remarks = arithmetic::remarks(plan, &indicator::read(plan), &circumstances);
    Ok(remarks.iter().map(|remark| remark_line(plan, remark)).collect())
}

fn remark_line(plan: &Plan, remark: &Remark) -> RemarkLine {
    let task = remark.task.and_then(|task| plan.task(task));
    RemarkLine {
        kind: remark.kind.code(),
        severity: match remark.severity {
            Severity::Fits => "fits",
            Severity::Look => "look",
        },
        task: remark.task,
        quarters: remark.quarters.iter().map(|quarter| quarter.number()).collect(),
        text: remark.place.as_ref().and_then(|place| text_at(task?, place)),
        sentence: remark.sentence.clone(),
    }
}

/// The words at a place of a task.
fn text_at(task: &Task, place: &Place) -> Option<String> {
    let text = match place.part {
        Part::Title => Some(task.title.as_str()),
        Part::Objective => task.objective.as_deref(),
        Part::Milestone(quarter) => task.milestone(quarter),
    };
    text?.get(place.span.clone()).map(str::to_owned)
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
    let text = target.place.as_ref().and_then(|place| text_at(task?, place));
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
