//! Again: goals' names, and texts that are printed again because a task goes on after a page break.

use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::Place;
use crate::problem::ProblemReason;
use crate::sheet::Sheet;
use domain::plan::Plan;

/// A goal's name that is broken over lines has no longer ones.
const NARROW_CHARS_MAX: usize = 8;

/// The goal's name in its cell. A narrow column breaks a name over short lines; longer lines above the last, and
/// sentences, are none of it.
pub(crate) fn goal_name(sheet: &mut Sheet, plan: &Plan, cell: Span) -> Span {
    let mut lines = sheet.lines_of(&cell);
    let Some(last) = lines.pop().filter(|_| !lines.is_empty()) else { return cell };
    let is_narrow = |line: &Span| {
        let slice = sheet.slice(line);
        slice.chars().count() <= NARROW_CHARS_MAX
            && !slice.contains(|c| mark::is_colon(c) || mark::ends_sentence(c))
    };
    let is_known = plan.goals.last().is_some_and(|goal| goal.name == sheet.slice(&last));
    if !is_known && is_narrow(&last) && lines.iter().all(is_narrow) {
        if plan.goals.last().is_none_or(|goal| goal.name != sheet.reading(&cell)) {
            sheet.remark(&cell, ProblemReason::GoalOverLines);
        }
        return cell;
    }
    lines.into_iter().for_each(|line| sheet.problem(line, ProblemReason::StrayLine));
    last
}

/// The text without (续) at its end.
pub(crate) fn without_continued(sheet: &Sheet, span: &Span) -> Span {
    const MARKS: [&str; 4] = ["(续)", "(续表)", "(续上)", "(续前)"];
    let slice = sheet.slice(span);
    let Some(bracket) = slice.rfind(['(', '\u{FF08}']) else { return span.clone() };
    let is_mark = MARKS.contains(&mark::bare(&slice[bracket..]).replace('續', "续").as_str());
    if is_mark { trimmed(sheet.text, span.start..span.start + bracket) } else { span.clone() }
}

/// A goal printed again, perhaps with (续).
pub(crate) fn repeat_goal(sheet: &mut Sheet, plan: &Plan, span: &Span, goal: usize) {
    let name = without_continued(sheet, span);
    repeat_text(sheet, plan, &name, Place::GoalName(goal));
    sheet.separator(name.end..span.end);
}

/// A text printed again: the same, or a problem.
pub(crate) fn repeat_text(sheet: &mut Sheet, plan: &Plan, span: &Span, place: Place) {
    if place.text(plan).is_some_and(|text| text == sheet.reading(span)) {
        sheet.repetition(span, place);
    } else {
        sheet.problem(span.clone(), ProblemReason::RepetitionDiffers);
    }
}
