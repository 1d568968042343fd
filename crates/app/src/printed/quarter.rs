//! 季度进展情况表: the quarter's report, and what is missing before it can be handed in.

use super::Composed;
use crate::wire::entry::EntryKey;
use crate::wire::printed::Gap;
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::register::Register;
use domain::state::QuarterState;
use report::{Making, QuarterOptions, Style};

/// The model of one round's report, of the district or one department.
pub(super) fn compose(
    register: &Register,
    round: Round,
    department: Option<ObjectId>,
    style: Style,
    making: Making,
) -> Composed {
    let options = QuarterOptions { round, style, department, making };
    let report = report::quarter(register, &options);
    let gaps = gaps(register, &options, options.round.quarter);
    Composed::new(report, options.making.as_of, gaps)
}

/// What is missing of one quarter before a report can be handed in: unreported milestones and claims without evidence.
pub(super) fn gaps(register: &Register, options: &QuarterOptions, quarter: Quarter) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for task in register.plan.tasks() {
        let responsible = register.responsible_in(task, options.round);
        if options.department.is_some_and(|id| responsible.iter().all(|one| one.id != id)) {
            continue;
        }
        let Some(standing) = register.standing(task, quarter, options.round, options.making.as_of) else {
            continue;
        };
        let what = match (standing.state, standing.without_evidence) {
            (QuarterState::Unreported, _) => "未填报",
            (_, true) => "缺佐证",
            _ => continue,
        };
        let stated = register.entries(task.number, quarter);
        let first = responsible.iter().find(|one| stated.iter().all(|entry| entry.key.department != one.id));
        let key = options.department.or(first.or(responsible.first()).map(|one| one.id)).map(|department| {
            EntryKey {
                year: options.round.year,
                task: task.number,
                quarter: quarter.number(),
                round: options.round.quarter.number(),
                department: department.to_string(),
            }
        });
        let names: Vec<_> = responsible.iter().map(|one| one.name).collect();
        let text = format!("{}　{}", crate::paper::numbered_title(task), names.join("、"));
        gaps.push(Gap { what: what.to_owned(), text, key });
    }
    gaps
}
