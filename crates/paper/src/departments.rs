//! Departments: the cell of them that a task's row has, read into the task.

use crate::cell;
use crate::line::Span;
use crate::mark;
use crate::place::{Place, TaskText};
use crate::problem::ProblemReason;
use crate::sheet::Sheet;
use crate::task::{last_indexes, last_task};
use domain::plan::Plan;
use std::collections::HashSet;

/// Reads a cell of departments into the last task; in a continuation they must be the ones already there.
pub(crate) fn read(sheet: &mut Sheet, plan: &mut Plan, cell: &Span, continues: bool) {
    let (goal, task_index) = last_indexes(plan);
    let Some(task) = last_task(plan) else { return };
    let mut names = cell::departments(sheet.text, cell);
    names.retain(|name| !sheet.is_in_page_mark(name));
    let repeats = continues && !task.departments.is_empty();
    let mut known: HashSet<String> = HashSet::new();
    let mut end = cell.start;
    let is_over_lines = sheet.slice(cell).contains(mark::breaks_line);
    if repeats && names.len() < task.departments.len() {
        sheet.remark(cell, ProblemReason::RepetitionDiffers);
    }
    for (n, whole) in names.into_iter().enumerate() {
        sheet.separator(end..whole.start);
        end = whole.end;
        let (role, span) = cell::role_and_name(sheet.text, whole);
        sheet.problem(role, ProblemReason::DepartmentRole);
        let name = sheet.slice(&span);
        let place = |n| Place::Task { goal, task: task_index, text: TaskText::Department(n) };
        if name.is_empty() {
        } else if repeats {
            match task.departments.get(n).filter(|known| known.as_str() == name) {
                Some(_) => sheet.repetition(&span, place(n)),
                None => sheet.problem(span, ProblemReason::RepetitionDiffers),
            }
        } else if !known.insert(mark::bare(name)) {
            sheet.problem(span, ProblemReason::DepartmentAgain);
        } else if !name.contains(char::is_alphanumeric) {
            sheet.problem(span, ProblemReason::DepartmentMarks);
        } else {
            // A stray line above the departments looks like one of them, and so does a piece of a name.
            let is_odd_line = || !cell::ends_like_an_office(name) || cell::is_piece_of_a_name(name);
            if !cell::is_department(name) || cell::has_role(name) || (is_over_lines && is_odd_line()) {
                sheet.remark(&span, ProblemReason::OddDepartment);
            }
            task.departments.push(sheet.field(&span, place(task.departments.len())));
        }
    }
    sheet.separator(end..cell.end);
}
