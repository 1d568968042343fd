//! The file beside what was read from it: what each line became, and where in the lines each task's words stand.

use crate::indicators::part_code;
use crate::wire::paper::{LineKind, SourceLine, SourceRun};
use domain::indicator::Part;
use paper::{FileLine, PartKind, Place, Reading, TaskText};
use std::collections::HashMap;

/// The lines of the file, and the runs of the tasks' texts in them.
pub(super) fn of(reading: &Reading) -> (Vec<SourceLine>, Vec<SourceRun>) {
    let lines = reading.lines();
    let runs = runs(reading, &lines);
    (source_lines(lines, reading), runs)
}

/// The line on which each task begins.
pub(super) fn first_lines(lines: &[SourceLine]) -> HashMap<u32, u32> {
    let mut first = HashMap::new();
    for line in lines {
        if let Some(task) = line.task {
            first.entry(task).or_insert(line.line);
        }
    }
    first
}

/// Where title, objective and quarters of the tasks stand in the file: a text that is broken over lines is several runs.
/// A number that two tasks share names neither: nothing is marked rather than the wrong words.
fn runs(reading: &Reading, lines: &[FileLine]) -> Vec<SourceRun> {
    let run = |part: &paper::Part| {
        let PartKind::Field { place, from } = &part.kind else { return None };
        let Place::Task { goal, task, text } = place else { return None };
        let code = match text {
            TaskText::Title => Part::Title,
            TaskText::Objective => Part::Objective,
            TaskText::Milestone(quarter) => Part::Milestone(*quarter),
            TaskText::Number | TaskText::Department(_) => return None,
        };
        let at = place.text(&reading.plan)?.get(..*from)?.chars().count();
        let line = lines.get(part.line.checked_sub(1)?)?;
        let task = reading.plan.goals.get(*goal)?.tasks.get(*task)?.number;
        if reading.plan.tasks().filter(|other| other.number == task).count() > 1 {
            return None;
        }
        Some(SourceRun {
            task,
            part: part_code(code),
            at: u32::try_from(at).ok()?,
            line: u32::try_from(part.line).ok()?,
            start: u32::try_from(part.start.checked_sub(line.start)?).ok()?,
            count: u32::try_from(part.end.checked_sub(part.start)?).ok()?,
        })
    };
    reading.parts.iter().filter_map(run).collect()
}

/// What each line of the file became: its weightiest part, and the task that it belongs to.
fn source_lines(lines: Vec<FileLine>, reading: &Reading) -> Vec<SourceLine> {
    let line = |(number, line): (u32, FileLine)| SourceLine {
        line: number,
        text: line.text,
        kind: LineKind::Blank,
        task: None,
    };
    let mut lines: Vec<SourceLine> = (1_u32..).zip(lines).map(line).collect();
    for part in &reading.parts {
        let Some(line) = lines.get_mut(part.line.saturating_sub(1)) else { continue };
        let kind = match &part.kind {
            PartKind::Problem(_) => LineKind::Problem,
            PartKind::RepeatedHead { .. } | PartKind::Repetition { .. } => LineKind::Repeated,
            PartKind::Separator(_) => LineKind::Blank,
            PartKind::Field { place, .. } => match place {
                Place::RecordLabel(_) | Place::RecordValue(_) => LineKind::Record,
                Place::Column(_) | Place::GoalName(_) | Place::Task { .. } => LineKind::Table,
                _ => LineKind::Text,
            },
        };
        if weight(kind) > weight(line.kind) {
            line.kind = kind;
        }
        if let PartKind::Field { place: Place::Task { goal, task, .. }, .. }
        | PartKind::Repetition { place: Place::Task { goal, task, .. }, .. } = &part.kind
        {
            line.task =
                reading.plan.goals.get(*goal).and_then(|goal| goal.tasks.get(*task)).map(|task| task.number);
        }
    }
    // Problems about a line's text that was read none the less.
    for problem in &reading.problems {
        if let Some(line) = lines.get_mut(problem.line.saturating_sub(1)) {
            line.kind = LineKind::Problem;
        }
    }
    lines
}

fn weight(kind: LineKind) -> u8 {
    match kind {
        LineKind::Blank => 0,
        LineKind::Repeated => 1,
        LineKind::Record | LineKind::Text | LineKind::Table => 2,
        LineKind::Problem => 3,
    }
}
