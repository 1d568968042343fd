//! Rows: which cells belong together. Told by what the cells are and by the rules between them, since the goal's cell
//! is printed only where a goal begins, and cells may be missing.

use crate::cell;
use crate::sheet::Sheet;
use crate::table::{self, Cell, Column};

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
        let before_task = rest.peek().is_some_and(|cell| is_task(sheet, cell));
        match title {
            Some(title) => {
                let (row, next_goal) = task_row(sheet, goal.take(), title, others, before_task);
                rows.push(Row::Task(Box::new(row)));
                goal = next_goal;
            }
            None => {
                let free = others.len() > lost_cells(sheet, &others);
                goal = if before_task && free { others.pop() } else { None };
                if !others.is_empty() {
                    rows.push(Row::Stray(others));
                }
            }
        }
    }
    rows.extend(goal.map(|cell| Row::Stray(vec![cell])));
    rows
}

/// The cells after a task's title: progress, departments, and the next row's goal if a task follows.
fn task_row(
    sheet: &Sheet,
    goal: Option<Cell>,
    title: Cell,
    others: Vec<Cell>,
    before_task: bool,
) -> (TaskRow, Option<Cell>) {
    let mut row = TaskRow { goal, title, progress: Vec::new(), departments: None, extra: Vec::new() };
    let first_labelled = others.iter().position(|cell| is_labelled(sheet, cell));
    let mut others = others.into_iter().peekable();
    match first_labelled {
        Some(n) => {
            row.extra.extend(others.by_ref().take(n));
            while let Some(cell) = others.next_if(|cell| is_labelled(sheet, cell)) {
                row.progress.push(cell);
            }
        }
        None => {
            let without_progress = row.title.rules >= 2
                || others.peek().is_some_and(|cell| cell::is_departments(sheet.text, &cell.span));
            row.progress.extend(others.next_if(|_| !without_progress));
        }
    }
    let others: Vec<Cell> = others.collect();
    let lost = lost_cells(sheet, &others);
    let free = others.len() - lost;
    let mut others = others.into_iter();
    let ends_row = row.progress.last().is_some_and(|cell| cell.rules >= 2);
    let only_goal = before_task && lost == 0 && free == 1 && ends_row;
    row.departments = if only_goal { None } else { others.next() };
    let next_goal = if before_task && free > 0 { others.next_back() } else { None };
    row.extra.extend(others);
    (row, next_goal)
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
pub(crate) fn after_table(sheet: &Sheet, cells: &mut Vec<Cell>) -> Vec<Cell> {
    let is_text = |cell: &Cell| {
        cell.rules == 0 && !is_labelled(sheet, cell) && !is_task(sheet, cell) && !is_head(sheet, cell)
    };
    let end = cells.iter().rposition(|cell| !is_text(cell)).map_or(0, |n| n + 1);
    // The last row's departments may be without a closing rule too.
    let lacks_departments = cells[..end]
        .last()
        .is_some_and(|cell| cell.rules < 2 && (is_labelled(sheet, cell) || is_task(sheet, cell)))
        || (end > 0 && cells[..end].last().is_some_and(|cell| cell.rules == 2 && is_task(sheet, cell)));
    let end = if lacks_departments { (end + 1).min(cells.len()) } else { end };
    cells.split_off(end)
}
