//! Tasks: the table's rows merged into goals and tasks.
//!
//! A task that a page break splits is printed as two rows; the second repeats the goal, title and departments and goes
//! on with the next quarters. What it repeats must be equal, else it is a problem and the first text holds.

use crate::again::{goal_name, repeat_goal, repeat_text, without_continued};
use crate::cut::{self, Piece};
use crate::departments;
use crate::head::Column;
use crate::label::Label;
use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::{Place, TaskText};
use crate::problem::ProblemReason;
use crate::row::{Row, TaskRow};
use crate::sheet::Sheet;
use crate::table::Cell;
use domain::period::Quarter;
use domain::plan::{Goal, Plan, Task};
use std::collections::HashSet;

/// What must be known from row to row.
#[derive(Debug, Default)]
pub(crate) struct Merging {
    columns: Vec<Column>,
    numbers: HashSet<u32>,
    goal_names: HashSet<String>,
    last_number: u32,
    last_quarter: Option<Quarter>,
    /// The text of a progress that was read last: it may go on after a page break.
    last_text: Option<Place>,
    /// Where the current task was told of first, for what it lacks.
    last_title: Option<Span>,
    /// Whether nothing of its progress was read so far.
    lacks_progress: bool,
}

impl Merging {
    /// Takes up one row.
    pub(crate) fn row(&mut self, sheet: &mut Sheet, plan: &mut Plan, row: Row) {
        match row {
            Row::Head(heads) => self.head(sheet, plan, heads),
            Row::Task(row) => self.task(sheet, plan, *row),
            Row::Stray(cells) => refuse(sheet, cells, ProblemReason::NoTask),
            Row::Line(cell) => refuse(sheet, vec![cell], ProblemReason::StrayLine),
            Row::Serial { cells, is_told: false } => refuse(sheet, cells, ProblemReason::ExtraCell),
            Row::Serial { cells, .. } => cells.into_iter().for_each(|cell| sheet.separator(cell.span)),
        }
    }

    /// Says what the last task lacks; called before another task begins and at the end.
    pub(crate) fn complete(&mut self, sheet: &mut Sheet, plan: &Plan) {
        let Some(title) = self.last_title.take() else { return };
        let Some(task) = plan.goals.last().and_then(|goal| goal.tasks.last()) else { return };
        if self.lacks_progress {
            sheet.remark(&title, ProblemReason::NoProgress);
        } else if task.milestones.iter().all(Option::is_none) {
            sheet.remark(&title, ProblemReason::NoMilestones);
        }
    }

    fn head(&mut self, sheet: &mut Sheet, plan: &mut Plan, heads: Vec<(Option<Column>, Cell)>) {
        let is_first = self.columns.is_empty();
        for (column, cell) in heads {
            let Some(column) = column else {
                sheet.problem(cell.span, ProblemReason::UnknownHead);
                continue;
            };
            let known = self.columns.iter().position(|&known| known == column);
            match known {
                None if is_first => {
                    let name = sheet.field(&cell.span, Place::Column(plan.columns.len()));
                    plan.columns.push(name);
                    self.columns.push(column);
                }
                Some(n) if !is_first && plan.columns[n] == sheet.reading(&cell.span) => {
                    sheet.repeated_head(&cell.span, n);
                }
                _ => sheet.problem(cell.span, ProblemReason::HeadDiffers),
            }
        }
    }

    fn task(&mut self, sheet: &mut Sheet, plan: &mut Plan, row: TaskRow) {
        let pieces: Vec<Piece> =
            row.progress.iter().flat_map(|cell| cut::cut(sheet.text, &cell.span)).collect();
        let Some(title_cell) = row.title.as_ref() else {
            self.untitled(sheet, plan, row, pieces);
            return;
        };
        let Some((number, size)) = sheet.numbering.number(sheet.slice(&title_cell.span)) else {
            sheet.problem(title_cell.span.clone(), ProblemReason::NoTask);
            return;
        };
        let number_span = title_cell.span.start..title_cell.span.start + size;
        let title = trimmed(sheet.text, number_span.end..title_cell.span.end);
        let goal = row.goal.as_ref().map(|cell| goal_name(sheet, plan, cell.span.clone()));
        let again = without_continued(sheet, &title);
        let continues = self.continues(sheet, plan, number, &again, &pieces);
        if continues {
            self.repeat(sheet, plan, goal.as_ref(), &number_span, &again);
            sheet.separator(again.end..title.end);
        } else {
            self.complete(sheet, plan);
            self.goal(sheet, plan, goal.as_ref(), &title_cell.span);
            self.begin(sheet, plan, number, &number_span, &title);
        }
        // In a continuation each cell may be there and empty.
        if continues && pieces.is_empty() && title_cell.rules < 2 {
            sheet.remark(&title_cell.span, ProblemReason::NoProgress);
        }
        self.progress(sheet, plan, pieces, continues);
        let rules = row.progress.last().map_or(title_cell.rules.saturating_sub(1), |cell| cell.rules);
        let is_empty_cell = continues && rules >= 2;
        let is_told = !row.departments.is_empty() || is_empty_cell;
        let span = title_cell.span.clone();
        self.answering(sheet, plan, row, continues);
        if !is_told || last_task(plan).is_some_and(|task| task.departments.is_empty()) {
            sheet.remark(&span, ProblemReason::NoDepartments);
        }
    }

    /// A row without a title goes on with the last task, if it tells of later quarters only.
    fn untitled(&mut self, sheet: &mut Sheet, plan: &mut Plan, row: TaskRow, pieces: Vec<Piece>) {
        let last = plan.goals.last().filter(|goal| !goal.tasks.is_empty());
        let is_same_goal = row.goal.as_ref().is_none_or(|cell| {
            let name = without_continued(sheet, &cell.span);
            last.is_some_and(|goal| goal.name == sheet.reading(&name))
        });
        if last.is_none() || !is_same_goal || !self.are_later(&pieces) {
            let cells = row.goal.into_iter().chain(row.progress).chain(row.departments).chain(row.extra);
            refuse(sheet, cells.collect(), ProblemReason::NoTask);
            return;
        }
        let (goal_index, _) = last_indexes(plan);
        if let Some(cell) = &row.goal {
            repeat_goal(sheet, plan, &cell.span, goal_index);
        }
        self.progress(sheet, plan, pieces, true);
        self.answering(sheet, plan, row, true);
    }

    /// The cells of departments, the first of which a new task is given; and what is left of the row.
    fn answering(&self, sheet: &mut Sheet, plan: &mut Plan, row: TaskRow, continues: bool) {
        for (n, cell) in row.departments.iter().enumerate() {
            departments::read(sheet, plan, &cell.span, continues || n > 0);
        }
        refuse(sheet, row.extra, ProblemReason::ExtraCell);
    }

    /// Whether the row goes on with the last task: the same number, and either the same title or only later quarters.
    fn continues(&self, sheet: &Sheet, plan: &Plan, number: u32, title: &Span, pieces: &[Piece]) -> bool {
        let Some(last) = plan.goals.last().and_then(|goal| goal.tasks.last()) else { return false };
        last.number == number
            && (last.title == sheet.reading(title) || (self.last_quarter.is_some() && self.are_later(pieces)))
    }

    /// Whether the pieces tell of nothing but quarters after the last.
    fn are_later(&self, pieces: &[Piece]) -> bool {
        let later = |piece: &Piece| match piece.label {
            Some(Label::Quarter(quarter)) => self.last_quarter.is_none_or(|last| quarter > last),
            Some(Label::Objective) => false,
            Some(Label::Heading | Label::Other) | None => true,
        };
        !pieces.is_empty() && pieces.iter().all(later)
    }

    fn repeat(&self, sheet: &mut Sheet, plan: &Plan, goal: Option<&Span>, number: &Span, title: &Span) {
        let (goal_index, task_index) = last_indexes(plan);
        let place = |text| Place::Task { goal: goal_index, task: task_index, text };
        if let Some(name) = goal {
            repeat_goal(sheet, plan, name, goal_index);
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
        let again = sheet.reading(&without_continued(sheet, span));
        let current = plan.goals.len().checked_sub(1);
        if let Some(n) = current.filter(|&n| mark::bare(&plan.goals[n].name) == mark::bare(&again)) {
            repeat_goal(sheet, plan, span, n);
            return;
        }
        let name = sheet.reading(span);
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
        (self.last_text, self.lacks_progress) = (None, true);
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

    fn progress(&mut self, sheet: &mut Sheet, plan: &mut Plan, pieces: Vec<Piece>, continues: bool) {
        self.lacks_progress &= pieces.is_empty();
        let has = |quarter| pieces.iter().any(|piece| piece.label == Some(Label::Quarter(quarter)));
        for piece in pieces.iter().filter(|piece| piece.label.is_some()) {
            let mut inside = cut::quarters_inside(sheet.text, &piece.text);
            if inside.any(|quarter| !has(quarter)) {
                sheet.remark(&trimmed(sheet.text, piece.text.clone()), ProblemReason::QuarterInside);
            }
        }
        for (n, piece) in pieces.into_iter().enumerate() {
            let text = trimmed(sheet.text, piece.text);
            let whole_end = if text.is_empty() { piece.label_span.end } else { text.end };
            let whole = piece.label_span.start..whole_end;
            let (goal, task) = last_indexes(plan);
            let place = |text| Place::Task { goal, task, text };
            match piece.label {
                None if continues && n == 0 && self.goes_on(sheet, plan, &text) => {}
                None => sheet.problem(text, ProblemReason::NoLabel),
                Some(Label::Heading) if text.is_empty() => sheet.separator(piece.label_span),
                Some(Label::Heading) => sheet.problem(whole, ProblemReason::NoLabel),
                Some(Label::Other) => sheet.problem(whole, ProblemReason::UnknownLabel),
                Some(_) if text.is_empty() => sheet.problem(whole, ProblemReason::EmptyLabel),
                Some(Label::Objective) => {
                    objective(sheet, plan, piece.label_span, &text);
                    self.last_text = Some(place(TaskText::Objective));
                }
                Some(Label::Quarter(quarter)) => {
                    if piece.is_loose {
                        sheet.remark(&whole, ProblemReason::NoColon);
                    }
                    if self.last_quarter.is_some_and(|last| quarter < last) {
                        sheet.remark(&piece.label_span, ProblemReason::QuarterOrder);
                    }
                    self.last_quarter = self.last_quarter.max(Some(quarter));
                    milestone(sheet, plan, quarter, piece.label_span, &text);
                    self.last_text = Some(place(TaskText::Milestone(quarter)));
                }
            }
        }
    }

    /// Whether the text is the rest of a sentence that a page break cut, and was read as such.
    fn goes_on(&self, sheet: &mut Sheet, plan: &mut Plan, text: &Span) -> bool {
        let Some(place) = self.last_text else { return false };
        let is_open = place.text(plan).is_some_and(|text| !text.ends_with(mark::ends_sentence));
        let (goal, _) = last_indexes(plan);
        let Some(task) = plan.goals.get_mut(goal).and_then(|goal| goal.tasks.last_mut()) else {
            return false;
        };
        let slot = match place {
            Place::Task { text: TaskText::Objective, .. } => task.objective.as_mut(),
            Place::Task { text: TaskText::Milestone(quarter), .. } => {
                task.milestones[quarter.index()].as_mut()
            }
            _ => None,
        };
        let Some(slot) = slot.filter(|_| is_open) else { return false };
        sheet.more_of_field(text, place, slot);
        true
    }
}

fn refuse(sheet: &mut Sheet, cells: Vec<Cell>, reason: ProblemReason) {
    cells.into_iter().for_each(|cell| sheet.problem(cell.span, reason));
}

pub(crate) fn last_indexes(plan: &Plan) -> (usize, usize) {
    let goal = plan.goals.len().saturating_sub(1);
    (goal, plan.goals.last().map_or(0, |goal| goal.tasks.len().saturating_sub(1)))
}

pub(crate) fn last_task(plan: &mut Plan) -> Option<&mut Task> {
    plan.goals.last_mut()?.tasks.last_mut()
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
