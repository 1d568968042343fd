//! Tasks: the table's rows merged into goals and tasks.
//!
//! A task that a page break splits is printed as two rows; the second repeats the goal, title and departments and goes
//! on with the next quarters. What it repeats must be equal, else it is a problem and the first text holds.

use crate::cell;
use crate::label::{self, Label, Piece};
use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::{Place, TaskText};
use crate::problem::ProblemReason;
use crate::row::{Row, TaskRow};
use crate::sheet::Sheet;
use crate::table::{Cell, Column};
use domain::period::Quarter;
use domain::plan::{Goal, Plan, Task};
use std::collections::HashSet;

/// A goal's name in a narrow column has no longer lines.
const NARROW_CHARS_MAX: usize = 4;

/// What must be known from row to row.
#[derive(Debug, Default)]
pub(crate) struct Merging {
    columns: Vec<Column>,
    numbers: HashSet<u32>,
    goal_names: HashSet<String>,
    last_number: u32,
    last_quarter: Option<Quarter>,
    /// Where the current task was told of last, for what it lacks.
    last_title: Option<Span>,
}

impl Merging {
    /// Takes up one row.
    pub(crate) fn row(&mut self, sheet: &mut Sheet, plan: &mut Plan, row: Row) {
        match row {
            Row::Head(heads) => self.head(sheet, plan, heads),
            Row::Task(row) => self.task(sheet, plan, *row),
            Row::Stray(cells) => {
                cells.into_iter().for_each(|cell| sheet.problem(cell.span, ProblemReason::NoTask))
            }
        }
    }

    /// Says what the last task lacks; called before another task begins and at the end.
    pub(crate) fn complete(&mut self, sheet: &mut Sheet, plan: &Plan) {
        let Some(title) = self.last_title.take() else { return };
        let Some(task) = plan.goals.last().and_then(|goal| goal.tasks.last()) else { return };
        if task.milestones.iter().all(Option::is_none) {
            sheet.remark(&title, ProblemReason::NoMilestones);
        }
    }

    fn head(&mut self, sheet: &mut Sheet, plan: &mut Plan, heads: Vec<(Column, Cell)>) {
        if self.columns.is_empty() {
            for (column, cell) in heads {
                if self.columns.contains(&column) {
                    sheet.problem(cell.span, ProblemReason::HeadDiffers);
                    continue;
                }
                let name = sheet.field(&cell.span, Place::Column(plan.columns.len()));
                plan.columns.push(name);
                self.columns.push(column);
            }
            return;
        }
        for (column, cell) in heads {
            let known = self.columns.iter().position(|&known| known == column);
            match known.filter(|&n| plan.columns[n] == sheet.reading(&cell.span)) {
                Some(n) => sheet.repeated_head(&cell.span, n),
                None => sheet.problem(cell.span, ProblemReason::HeadDiffers),
            }
        }
    }

    fn task(&mut self, sheet: &mut Sheet, plan: &mut Plan, row: TaskRow) {
        let Some((number, size)) = cell::task_number(sheet.slice(&row.title.span)) else {
            sheet.problem(row.title.span, ProblemReason::NoTask);
            return;
        };
        let number_span = row.title.span.start..row.title.span.start + size;
        let title = trimmed(sheet.text, number_span.end..row.title.span.end);
        let pieces: Vec<Piece> =
            row.progress.iter().flat_map(|cell| label::cut(sheet.text, &cell.span)).collect();
        let goal = row.goal.map(|cell| goal_name(sheet, plan, cell.span));
        let continues = self.continues(sheet, plan, number, &title, &pieces);
        if continues {
            self.repeat(sheet, plan, goal.as_ref(), &number_span, &title);
        } else {
            self.complete(sheet, plan);
            self.goal(sheet, plan, goal.as_ref(), &row.title.span);
            self.begin(sheet, plan, number, &number_span, &title);
        }
        if row.progress.is_empty() {
            sheet.remark(&row.title.span, ProblemReason::NoProgress);
            self.last_title = None;
        }
        self.progress(sheet, plan, pieces);
        if let Some(cell) = &row.departments {
            departments(sheet, plan, &cell.span, continues);
        }
        // In a continuation the cell may be there and empty.
        let is_empty_cell = continues && row.progress.last().is_some_and(|cell| cell.rules == 2);
        let is_told = row.departments.is_some() || is_empty_cell;
        if !is_told || last_task(plan).is_some_and(|task| task.departments.is_empty()) {
            sheet.remark(&row.title.span, ProblemReason::NoDepartments);
        }
        row.extra.into_iter().for_each(|cell| sheet.problem(cell.span, ProblemReason::ExtraCell));
    }

    /// Whether the row goes on with the last task: the same number, and either the same title or only later quarters.
    fn continues(&self, sheet: &Sheet, plan: &Plan, number: u32, title: &Span, pieces: &[Piece]) -> bool {
        let Some(last) = plan.goals.last().and_then(|goal| goal.tasks.last()) else { return false };
        let later = |piece: &Piece| match piece.label {
            Some(Label::Quarter(quarter)) => self.last_quarter.is_some_and(|last| quarter > last),
            Some(Label::Objective) => false,
            Some(Label::Other) | None => true,
        };
        let only_later = !pieces.is_empty() && pieces.iter().all(later);
        last.number == number && (last.title == sheet.reading(title) || only_later)
    }

    fn repeat(&self, sheet: &mut Sheet, plan: &Plan, goal: Option<&Span>, number: &Span, title: &Span) {
        let (goal_index, task_index) = last_indexes(plan);
        let place = |text| Place::Task { goal: goal_index, task: task_index, text };
        if let Some(name) = goal {
            repeat_text(sheet, plan, name, Place::GoalName(goal_index));
        }
        repeat_text(sheet, plan, number, place(TaskText::Number));
        repeat_text(sheet, plan, title, place(TaskText::Title));
    }

    /// Opens a goal, or recognises the current one printed again.
    fn goal(&mut self, sheet: &mut Sheet, plan: &mut Plan, span: Option<&Span>, title: &Span) {
        let Some(span) = span else {
            if plan.goals.is_empty() {
                sheet.remark(title, ProblemReason::NoGoal);
                plan.goals.push(Goal::default());
            }
            return;
        };
        let name = sheet.reading(span);
        let current = plan.goals.len().checked_sub(1);
        if let Some(n) = current.filter(|&n| plan.goals[n].name == name) {
            sheet.repetition(span, Place::GoalName(n));
            return;
        }
        if !self.goal_names.insert(mark::bare(&name)) {
            sheet.remark(span, ProblemReason::GoalAgain);
        }
        let name = sheet.field(span, Place::GoalName(plan.goals.len()));
        plan.goals.push(Goal { name, tasks: Vec::new() });
    }

    fn begin(&mut self, sheet: &mut Sheet, plan: &mut Plan, number: u32, number_span: &Span, title: &Span) {
        let whole_end = if title.is_empty() { number_span.end } else { title.end };
        let whole = number_span.start..whole_end;
        let expected = self.last_number.saturating_add(1);
        if !self.numbers.insert(number) {
            sheet.remark(&whole, ProblemReason::NumberAgain);
        } else if number != expected {
            sheet.remark(&whole, ProblemReason::NumberGap { expected });
        }
        if title.is_empty() {
            sheet.remark(&whole, ProblemReason::NoTaskTitle);
        }
        (self.last_number, self.last_quarter, self.last_title) = (number, None, Some(whole));
        let goal = plan.goals.len().saturating_sub(1);
        let Some(Goal { tasks, .. }) = plan.goals.last_mut() else { return };
        let place = |text| Place::Task { goal, task: tasks.len(), text };
        let task = Task {
            number,
            number_text: sheet.field(number_span, place(TaskText::Number)),
            title: sheet.field(title, place(TaskText::Title)),
            ..Task::default()
        };
        tasks.push(task);
    }

    fn progress(&mut self, sheet: &mut Sheet, plan: &mut Plan, pieces: Vec<Piece>) {
        for piece in pieces {
            let text = trimmed(sheet.text, piece.text);
            let whole_end = if text.is_empty() { piece.label_span.end } else { text.end };
            let whole = piece.label_span.start..whole_end;
            match piece.label {
                None => sheet.problem(text, ProblemReason::NoLabel),
                Some(Label::Other) => sheet.problem(whole, ProblemReason::UnknownLabel),
                Some(_) if text.is_empty() => sheet.problem(whole, ProblemReason::EmptyLabel),
                Some(Label::Objective) => objective(sheet, plan, piece.label_span, &text),
                Some(Label::Quarter(quarter)) => {
                    if self.last_quarter.is_some_and(|last| quarter < last) {
                        sheet.remark(&piece.label_span, ProblemReason::QuarterOrder);
                    }
                    self.last_quarter = self.last_quarter.max(Some(quarter));
                    milestone(sheet, plan, quarter, piece.label_span, &text);
                }
            }
        }
    }
}

/// The goal's name in its cell. A narrow column breaks a name over lines of a few characters; longer lines above the
/// last are none of it.
fn goal_name(sheet: &mut Sheet, plan: &Plan, cell: Span) -> Span {
    let mut lines = sheet.lines_of(&cell);
    let Some(last) = lines.pop().filter(|_| !lines.is_empty()) else { return cell };
    let is_narrow = |line: &Span| sheet.slice(line).chars().count() <= NARROW_CHARS_MAX;
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

fn last_indexes(plan: &Plan) -> (usize, usize) {
    let goal = plan.goals.len().saturating_sub(1);
    (goal, plan.goals.last().map_or(0, |goal| goal.tasks.len().saturating_sub(1)))
}

fn last_task(plan: &mut Plan) -> Option<&mut Task> {
    plan.goals.last_mut()?.tasks.last_mut()
}

/// A text printed again: the same, or a problem.
fn repeat_text(sheet: &mut Sheet, plan: &Plan, span: &Span, place: Place) {
    if place.text(plan).is_some_and(|text| text == sheet.reading(span)) {
        sheet.repetition(span, place);
    } else {
        sheet.problem(span.clone(), ProblemReason::RepetitionDiffers);
    }
}

fn objective(sheet: &mut Sheet, plan: &mut Plan, label: Span, text: &Span) {
    let (goal, task_index) = last_indexes(plan);
    let place = Place::Task { goal, task: task_index, text: TaskText::Objective };
    let Some(task) = last_task(plan) else { return };
    if task.objective.is_none() {
        task.objective = Some(sheet.field(text, place));
        sheet.separator(label);
    } else if task.objective.as_deref() == Some(sheet.reading(text).as_str()) {
        sheet.repetition(text, place);
        sheet.separator(label);
    } else {
        sheet.problem(label.start..text.end, ProblemReason::ObjectiveAgain);
    }
}

fn milestone(sheet: &mut Sheet, plan: &mut Plan, quarter: Quarter, label: Span, text: &Span) {
    let (goal, task_index) = last_indexes(plan);
    let place = Place::Task { goal, task: task_index, text: TaskText::Milestone(quarter) };
    let Some(task) = last_task(plan) else { return };
    let slot = &mut task.milestones[quarter.index()];
    if slot.is_none() {
        *slot = Some(sheet.field(text, place));
        sheet.separator(label);
    } else if slot.as_deref() == Some(sheet.reading(text).as_str()) {
        sheet.repetition(text, place);
        sheet.separator(label);
    } else {
        sheet.problem(label.start..text.end, ProblemReason::QuarterAgain);
    }
}

/// Reads a cell of departments into the last task; in a continuation they must be the ones already there.
fn departments(sheet: &mut Sheet, plan: &mut Plan, cell: &Span, continues: bool) {
    let (goal, task_index) = last_indexes(plan);
    let Some(task) = last_task(plan) else { return };
    let names = cell::departments(sheet.text, cell);
    let repeats = continues && !task.departments.is_empty();
    let mut known: HashSet<String> = HashSet::new();
    let mut end = cell.start;
    let is_over_lines = sheet.slice(cell).contains(mark::breaks_line);
    if repeats && names.len() < task.departments.len() {
        sheet.remark(cell, ProblemReason::RepetitionDiffers);
    }
    for (n, span) in names.into_iter().enumerate() {
        sheet.separator(end..span.start);
        end = span.end;
        let name = sheet.slice(&span);
        let place = |n| Place::Task { goal, task: task_index, text: TaskText::Department(n) };
        if repeats {
            match task.departments.get(n).filter(|known| known.as_str() == name) {
                Some(_) => sheet.repetition(&span, place(n)),
                None => sheet.problem(span, ProblemReason::RepetitionDiffers),
            }
        } else if !known.insert(mark::bare(name)) {
            sheet.problem(span, ProblemReason::DepartmentAgain);
        } else if !name.contains(char::is_alphanumeric) {
            sheet.problem(span, ProblemReason::OddDepartment);
        } else {
            // A stray line above the departments looks like one of them.
            if !cell::is_department(name) || (is_over_lines && !cell::ends_like_an_office(name)) {
                sheet.remark(&span, ProblemReason::OddDepartment);
            }
            task.departments.push(sheet.field(&span, place(task.departments.len())));
        }
    }
    sheet.separator(end..cell.end);
}
