//! Indicators and remarks as screens see them, with their places in the print text.

use crate::wire::indicator::{
    IndicatorSheet, IndicatorView, PlaceView, RemarkView, TargetView, TaskIndicatorsView,
};
use domain::arithmetic::{self, Circumstances, Remark, Severity};
use domain::indicator::{self, Bound, Indicator, Origin, Part, Place, Target};
use domain::plan::{Plan, Task};
use paper::Reading;
use std::collections::BTreeSet;

/// The indicators and the arithmetic of a paper that is not in force: as read, confirmed by nobody.
pub(crate) fn sheet_of(reading: &Reading) -> IndicatorSheet {
    let plan = &reading.plan;
    let of_task = |task: &Task| TaskIndicatorsView {
        task: task.number,
        confirmed: None,
        indicators: indicator::of_task(task).iter().map(|one| view(task, one)).collect(),
    };
    let circumstances = Circumstances { split: reading.split_tasks(), led: BTreeSet::new() };
    IndicatorSheet {
        year: plan.year,
        tasks: plan.tasks().map(of_task).collect(),
        remarks: remarks(plan, &indicator::read(plan), &circumstances),
    }
}

/// What the arithmetic says of a plan with these indicators.
pub(super) fn remarks(
    plan: &Plan,
    indicators: &[Indicator],
    circumstances: &Circumstances,
) -> Vec<RemarkView> {
    arithmetic::remarks(plan, indicators, circumstances).iter().map(|one| remark(plan, one)).collect()
}

pub(super) fn view(task: &Task, indicator: &Indicator) -> IndicatorView {
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

/// A task's text on the wire: title, objective, or the quarter's number.
pub(crate) fn part_code(part: Part) -> String {
    match part {
        Part::Title => "title".to_owned(),
        Part::Objective => "objective".to_owned(),
        Part::Milestone(quarter) => quarter.number().to_string(),
    }
}

/// Places are counted in characters of the print text, which has as many as the source text.
fn place_view(task: &Task, place: &Place) -> Option<PlaceView> {
    let text = match place.part {
        Part::Title => task.title.as_str(),
        Part::Objective => task.objective.as_deref()?,
        Part::Milestone(quarter) => task.milestone(quarter)?,
    };
    let characters = |bytes: usize| u32::try_from(text.get(..bytes)?.chars().count()).ok();
    Some(PlaceView {
        part: part_code(place.part),
        start: characters(place.span.start)?,
        end: characters(place.span.end)?,
    })
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
