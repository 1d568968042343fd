//! Rows: which cells belong together. Told by what the cells are and by the rules between them, since the goal's cell
//! is printed only where a goal begins, and cells may be missing.

use crate::cell;
use crate::sheet::Sheet;
use crate::table::{self, Cell, Column, Ruling};

/// What stands in a table, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// The column heads, on the first page or again on a later one.
    Head(Vec<(Column, Cell)>),
    /// A task, or a task's continuation after a page break.
    Task(Box<TaskRow>),
    /// Cells that belong to no task.
    Stray(Vec<Cell>),
}

/// The cells of a task's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskRow {
    pub(crate) goal: Option<Cell>,
    pub(crate) title: Cell,
    pub(crate) progress: Vec<Cell>,
    pub(crate) departments: Option<Cell>,
    pub(crate) extra: Vec<Cell>,
}

/// Groups the cells of a table into rows.
pub(crate) fn rows(sheet: &Sheet, cells: Vec<Cell>) -> Vec<Row> {
    let row_ends_marked = are_row_ends_marked(sheet, &cells);
    let mut rows = Vec::new();
    let mut goal = None;
    let mut rest = cells.into_iter().peekable();
    while rest.peek().is_some() {
        let heads = take_heads(sheet, &mut rest);
        if !heads.is_empty() {
            rows.extend(goal.take().map(|cell| Row::Stray(vec![cell])));
            rows.push(Row::Head(heads));
            continue;
        }
        let title = rest.next_if(|cell| is_task(sheet, cell));
        let mut others = Vec::new();
        while let Some(cell) = rest.next_if(|cell| !is_task(sheet, cell) && !is_head(sheet, cell)) {
            others.push(cell);
        }
        let next = rest.peek().filter(|cell| is_task(sheet, cell));
        match title {
            Some(title) => {
                let (row, next_goal) = task_row(sheet, goal.take(), title, others, next, row_ends_marked);
                rows.push(Row::Task(Box::new(row)));
                goal = next_goal;
            }
            None => {
                let free = others.len() > lost_cells(sheet, &others);
                let is_row_end = row_ends_marked && others.last().is_some_and(|cell| cell.rules > 1);
                goal = if next.is_some() && free && !is_row_end { others.pop() } else { None };
                if !others.is_empty() {
                    rows.push(Row::Stray(others));
                }
            }
        }
    }
    rows.extend(goal.map(|cell| Row::Stray(vec![cell])));
    rows
}

/// The cells after a task's title: progress, departments, and the goal of the next task if one follows.
fn task_row(
    sheet: &Sheet,
    goal: Option<Cell>,
    title: Cell,
    others: Vec<Cell>,
    next: Option<&Cell>,
    row_ends_marked: bool,
) -> (TaskRow, Option<Cell>) {
    let mut row = TaskRow { goal, title, progress: Vec::new(), departments: None, extra: Vec::new() };
    let first_labelled = others.iter().position(|cell| is_labelled(sheet, cell));
    let mut others = others.into_iter().peekable();
    if let Some(n) = first_labelled {
        row.extra.extend(others.by_ref().take(n));
        while let Some(cell) = others.next_if(|cell| is_labelled(sheet, cell)) {
            row.progress.push(cell);
        }
    } else {
        let is_departments = |cell: &Cell| cell::is_departments(sheet.text, &cell.span);
        let without_progress = row.title.rules >= 2 || others.peek().is_some_and(is_departments);
        row.progress.extend(others.next_if(|_| !without_progress));
    }
    let mut others: Vec<Cell> = others.collect();
    let free = others.len() - lost_cells(sheet, &others);
    let lacks_departments = |only: &Cell| {
        let is_office = || {
            cell::departments(sheet.text, &only.span)
                .iter()
                .any(|name| cell::ends_like_an_office(sheet.slice(name)))
        };
        row.progress.last().is_some_and(|cell| cell.rules >= 2)
            || (row_ends_marked && only.rules < 2 && !is_office())
    };
    let has_goal = next.is_some_and(|next| match others.as_slice() {
        [only] => free == 1 && lacks_departments(only),
        [.., _, last] if row_ends_marked && last.rules > 1 => false,
        [.., before, last] => free > 0 && may_be_goal(sheet, before, last, next),
        [] => false,
    });
    let next_goal = if has_goal { others.pop() } else { None };
    let mut others = others.into_iter();
    row.departments = others.next();
    row.extra.extend(others);
    (row, next_goal)
}

/// Whether more than one rule stands after a row's last cell and one after the others, as the head shows.
fn are_row_ends_marked(sheet: &Sheet, cells: &[Cell]) -> bool {
    let heads: Vec<&Cell> = cells.iter().take_while(|cell| is_head(sheet, cell)).collect();
    heads
        .split_last()
        .is_some_and(|(last, others)| last.rules > 1 && others.iter().all(|cell| cell.rules == 1))
}

/// Whether the cell after a row's departments may be the goal of the next task.
fn may_be_goal(sheet: &Sheet, before: &Cell, cell: &Cell, next: &Cell) -> bool {
    let line = |offset| sheet.lines.index_of(offset);
    // A further cell on the row's own line is none, unless the next task stands on that line too.
    let on_row =
        line(cell.span.start) == line(before.span.end) && line(cell.span.start) != line(next.span.start);
    // Among cells that rules close, text that none closes is a stray line.
    let is_stray = cell.rules == 0 && before.rules > 0;
    !on_row && !is_stray
}

/// How many of the cells, from the first, end with a task's cells whose number was not understood: its 目标及进度 and the
/// departments after it. What follows them may be a goal again.
fn lost_cells(sheet: &Sheet, cells: &[Cell]) -> usize {
    cells.iter().rposition(|cell| is_labelled(sheet, cell)).map_or(0, |n| (n + 2).min(cells.len()))
}

fn take_heads(
    sheet: &Sheet,
    cells: &mut std::iter::Peekable<std::vec::IntoIter<Cell>>,
) -> Vec<(Column, Cell)> {
    let mut heads = Vec::new();
    while let Some(cell) = cells.next_if(|cell| is_head(sheet, cell)) {
        heads.extend(table::head(sheet.slice(&cell.span)).map(|column| (column, cell)));
    }
    heads
}

fn is_head(sheet: &Sheet, cell: &Cell) -> bool {
    table::head(sheet.slice(&cell.span)).is_some()
}

fn is_task(sheet: &Sheet, cell: &Cell) -> bool {
    cell::task_number(sheet.slice(&cell.span)).is_some()
}

fn is_labelled(sheet: &Sheet, cell: &Cell) -> bool {
    cell::begins_with_label(sheet.slice(&cell.span))
}

/// Takes off the end what is no cell: text after the last row's departments that no rule closes.
pub(crate) fn after_table(sheet: &Sheet, ruling: Ruling, cells: &mut Vec<Cell>) -> Vec<Cell> {
    // Where every line is a cell, a task's title has no rule either.
    let may_be_title = |cell: &Cell| ruling == Ruling::Lines && is_task(sheet, cell);
    let is_text = |cell: &Cell| {
        cell.rules == 0 && !is_labelled(sheet, cell) && !may_be_title(cell) && !is_head(sheet, cell)
    };
    let end = cells.iter().rposition(|cell| !is_text(cell)).map_or(0, |n| n + 1);
    // The last row's departments may be without a closing rule too.
    let lacks_departments = cells[..end].last().is_some_and(|cell| {
        (is_labelled(sheet, cell) && cell.rules < 2) || (is_task(sheet, cell) && cell.rules <= 2)
    });
    let end = if lacks_departments { (end + 1).min(cells.len()) } else { end };
    cells.split_off(end)
}
