//! The numbers under one milestone: each department's, and what several come to together.

use crate::task_line::{MilestoneLine, Said, Viewpoint};
use crate::wording;
use domain::indicator::{Indicator, IndicatorKind};
use domain::progress::{Progress, Value};

/// One department's numbers, each beside what it should be.
pub(super) fn stated(
    progress: &Progress,
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
) -> Vec<String> {
    let (task, quarter, values) = (milestone.task.number, milestone.quarter, &progress.values);
    let should = |value: &Value| {
        let asked = viewpoint.register.answered_by(task, quarter, values, value)?;
        // What all promised together stands beside the sum.
        if is_shared(asked, milestone, viewpoint) {
            return None;
        }
        Some(asked.target(quarter)?.bound.in_words(&asked.unit))
    };
    let worded = |value: &Value| {
        wording::value(&value.name, &value.amount.to_string(), &value.measure, should(value).as_deref())
    };
    values.iter().map(worded).collect()
}

/// The departments' numbers as one, where one text stands for all of them.
pub(super) fn together(milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Vec<String> {
    let asked = viewpoint.register.asked_numbers(milestone.task.number, milestone.quarter);
    asked.filter_map(|indicator| number(indicator, milestone, viewpoint)).collect()
}

/// The sums of the numbers of which several departments have each stated a part.
pub(super) fn shared(milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Vec<String> {
    let asked = viewpoint.register.asked_numbers(milestone.task.number, milestone.quarter);
    let shared = asked.filter(|indicator| is_shared(indicator, milestone, viewpoint));
    shared.filter_map(|indicator| number(indicator, milestone, viewpoint)).collect()
}

fn number(indicator: &Indicator, milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Option<String> {
    let (register, task, quarter) = (viewpoint.register, milestone.task, milestone.quarter);
    let amount = register.reported(task, indicator, quarter, viewpoint.round)?;
    let should = indicator.target(quarter)?.bound.in_words(&indicator.unit);
    Some(wording::value(&indicator.name, &amount.to_string(), &indicator.unit, Some(&should)))
}

/// Whether several departments have each stated a part of what is added up, and no lead the whole of it.
fn is_shared(indicator: &Indicator, milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> bool {
    let register = viewpoint.register;
    let (task, quarter) = (milestone.task.number, milestone.quarter);
    let answers = |said: &&Said<'_>| {
        let values = &said.entry.progress.values;
        values.iter().any(|value| register.answered_by(task, quarter, values, value) == Some(indicator))
    };
    let stated: Vec<_> = milestone.said.iter().filter(answers).collect();
    let whole = |said: &&Said<'_>| register.lead(task, said.round) == Some(said.entry.key.department);
    indicator.kind != IndicatorKind::Level && stated.len() > 1 && !stated.iter().any(whole)
}
