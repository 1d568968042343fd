//! Rows: which cells belong together. Told by what the cells are and by the rules between them, since the goal's cell
//! is printed only where a goal begins, and cells may be missing.

use crate::cell;
use crate::cut;
use crate::head::{self, Column};
use crate::mark;
use crate::ruling::Ruling;
use crate::sheet::Sheet;
use crate::table::Cell;
use std::collections::VecDeque;

/// What stands in a table, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// The column heads, on the first page or again on a later one; `None` for a column that the paper's form lacks.
    Head(Vec<(Option<Column>, Cell)>),
    /// A task, or a task's continuation after a page break.
    Task(Box<TaskRow>),
    /// Cells that belong to no task.
    Stray(Vec<Cell>),
    /// A line above a table's head that only looks like a task.
    Line(Cell),
    /// The rows' own numbers, and whether the head has a column for them.
    Serial { cells: Vec<Cell>, is_told: bool },
}

/// The cells of a task's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskRow {
    pub(crate) goal: Option<Cell>,
    /// `None` where the cell is empty because the task goes on.
    pub(crate) title: Option<Cell>,
    pub(crate) progress: Vec<Cell>,
    /// Several where a task's row is made of several lines.
    pub(crate) departments: Vec<Cell>,
    pub(crate) extra: Vec<Cell>,
}

/// Groups the cells of a table into rows.
pub(crate) fn rows(sheet: &Sheet, cells: Vec<Cell>) -> Vec<Row> {
    let row_ends_marked = are_row_ends_marked(sheet, &cells);
    let (serials, cells): (Vec<_>, Vec<_>) = cells.into_iter().partition(|cell| is_serial(sheet, cell));
    let mut rows = Vec::new();
    let mut form = Form { row_ends_marked, before_departments: 0, is_ruled: false };
    let mut other_heads: Vec<String> = Vec::new();
    let mut goal = None;
    let mut rest = VecDeque::from(cells);
    while !rest.is_empty() {
        let heads = take_heads(sheet, &mut rest, &other_heads);
        if !heads.is_empty() {
            form.before_departments = columns_before_departments(&heads);
            let others = heads.iter().filter(|(column, _)| column.is_none());
            other_heads.extend(others.map(|(_, cell)| mark::bare(sheet.slice(&cell.span))));
            form.is_ruled = heads.iter().any(|(_, cell)| cell.rules > 0);
            rows.extend(goal.take().map(|cell| Row::Stray(vec![cell])));
            rows.push(Row::Head(heads));
            continue;
        }
        let mut title = rest.pop_front_if(|cell| is_task(sheet, cell));
        let mut others = Vec::new();
        let is_any_head =
            |cell: &Cell| is_head(sheet, cell) || other_heads.contains(&mark::bare(sheet.slice(&cell.span)));
        while let Some(cell) = rest.pop_front_if(|cell| !is_task(sheet, cell) && !is_any_head(cell)) {
            others.push(cell);
        }
        let next = rest.front().filter(|cell| is_task(sheet, cell));
        let is_line =
            form.is_ruled && others.is_empty() && title.as_ref().is_some_and(|title| title.rules == 0);
        if let Some(line) =
            title.take_if(|_| is_line && rest.front().is_some_and(|cell| is_head(sheet, cell)))
        {
            rows.push(Row::Line(line));
            continue;
        }
        if title.is_none() && is_untitled_row(sheet, &others) {
            if !is_labelled(sheet, &others[0]) {
                rows.extend(goal.replace(others.remove(0)).map(|cell| Row::Stray(vec![cell])));
            }
        } else if title.is_none() {
            let free = others.len() > lost_cells(sheet, &others);
            let is_row_end = row_ends_marked && others.last().is_some_and(|cell| cell.rules > 1);
            goal = if next.is_some() && free && !is_row_end { others.pop() } else { None };
            if !others.is_empty() {
                rows.push(Row::Stray(others));
            }
            continue;
        }
        let (row, next_goal) = task_row(sheet, goal.take(), title, others, next, form);
        rows.push(Row::Task(Box::new(row)));
        goal = next_goal;
    }
    rows.extend(goal.map(|cell| Row::Stray(vec![cell])));
    let is_serial_head = |(column, cell): &(Option<Column>, Cell)| {
        column.is_none() && mark::bare(sheet.slice(&cell.span)) == "序号"
    };
    let is_told = rows.iter().any(|row| matches!(row, Row::Head(heads) if heads.iter().any(is_serial_head)));
    rows.extend((!serials.is_empty()).then_some(Row::Serial { cells: serials, is_told }));
    rows
}

/// What the head tells of every row.
#[derive(Debug, Clone, Copy)]
struct Form {
    /// Whether anything but line ends and blanks parts the cells.
    is_ruled: bool,
    row_ends_marked: bool,
    /// How many columns of another purpose stand between 目标及进度 and 责任部门.
    before_departments: usize,
}

/// The cells after a task's title: progress, departments, and the goal of the next task if one follows.
fn task_row(
    sheet: &Sheet,
    goal: Option<Cell>,
    title: Option<Cell>,
    others: Vec<Cell>,
    next: Option<&Cell>,
    form: Form,
) -> (TaskRow, Option<Cell>) {
    let mut row = TaskRow { goal, title, progress: Vec::new(), departments: Vec::new(), extra: Vec::new() };
    let first_labelled = others.iter().position(|cell| is_labelled(sheet, cell));
    let mut others: VecDeque<Cell> = others.into();
    if let Some(n) = first_labelled {
        row.extra.extend(others.drain(..n));
        while let Some(cell) = others.pop_front_if(|cell| is_labelled(sheet, cell)) {
            row.progress.push(cell);
        }
        take_further_lines(sheet, &mut row, &mut others, form.before_departments);
    } else {
        let is_departments = |cell: &Cell| cell::is_departments(sheet.text, &cell.span);
        let is_empty = row.title.as_ref().is_some_and(|title| title.rules >= 2);
        let without_progress = is_empty || others.front().is_some_and(is_departments);
        row.progress.extend(others.pop_front_if(|_| !without_progress));
    }
    let mut others: Vec<Cell> = others.into();
    if row.departments.is_empty() {
        // Further rules after a progress stand for empty cells.
        let rules = row.progress.last().map_or(1, |cell| cell.rules);
        let unknown = form.before_departments.saturating_sub(rules.saturating_sub(1)).min(others.len());
        row.extra.extend(others.drain(..unknown));
    }
    let free = others.len() - lost_cells(sheet, &others);
    let is_known = |cell: &Cell| {
        row.departments.first().is_some_and(|known| sheet.reading(&known.span) == sheet.reading(&cell.span))
    };
    let lacks_departments = |only: &Cell| {
        let any = |told_by: fn(&str) -> bool| {
            cell::departments(sheet.text, &only.span).iter().any(|name| told_by(sheet.slice(name)))
        };
        let is_row_end = form.row_ends_marked && only.rules > 1;
        let is_no_office =
            !any(cell::ends_like_an_office) || (form.row_ends_marked && !any(cell::is_surely_an_office));
        (!row.departments.is_empty() && !is_known(only))
            || row.progress.last().is_some_and(|cell| cell.rules >= 2 + form.before_departments)
            || (!is_row_end && is_no_office)
    };
    let has_goal = next.is_some_and(|next| match others.as_slice() {
        [only] => free == 1 && lacks_departments(only),
        [.., _, last] if form.row_ends_marked && last.rules > 1 => false,
        [.., before, last] => free > 0 && may_be_goal(sheet, before, last, next),
        [] => false,
    });
    let next_goal = if has_goal { others.pop() } else { None };
    if others.first().is_some_and(|cell| row.departments.is_empty() || is_known(cell)) {
        row.departments.push(others.remove(0));
    }
    row.extra.append(&mut others);
    (row, next_goal)
}

/// Takes the lines of a row that stand below its first one, with the cells of goal and task empty: each begins with a
/// later quarter, and may repeat the departments.
fn take_further_lines(sheet: &Sheet, row: &mut TaskRow, others: &mut VecDeque<Cell>, between: usize) {
    while let Some(n) = others.iter().take(2 + between).position(|cell| is_labelled(sheet, cell)) {
        let first = cut::first_quarter(sheet.text, &others[n].span);
        let last = row.progress.last().map(|cell| cut::last_quarter(sheet.text, &cell.span));
        let is_later = first.is_some() && last.is_some_and(|last| first > last);
        let unknown = if n > 1 { between } else { 0 };
        let are_departments = others.iter().take(n).skip(unknown).all(|cell| {
            cell::departments(sheet.text, &cell.span)
                .iter()
                .all(|name| cell::ends_like_an_office(sheet.slice(name)))
        });
        if !is_later || !are_departments {
            return;
        }
        row.extra.extend(others.drain(..unknown));
        row.departments.extend(others.drain(..n - unknown));
        row.progress.extend(others.pop_front());
    }
}

/// Whether the cells are a row without a title: 目标及进度, perhaps with the goal before it.
fn is_untitled_row(sheet: &Sheet, cells: &[Cell]) -> bool {
    cells.iter().take(2).any(|cell| is_labelled(sheet, cell))
}

/// How many columns of another purpose stand before that of the departments.
fn columns_before_departments(heads: &[(Option<Column>, Cell)]) -> usize {
    let departments = heads.iter().position(|(column, _)| *column == Some(Column::Departments));
    let before = &heads[..departments.unwrap_or(0)];
    before.iter().rev().take_while(|(column, _)| column.is_none()).count()
}

/// A row's own number in a column of its own.
fn is_serial(sheet: &Sheet, cell: &Cell) -> bool {
    let slice = sheet.slice(&cell.span);
    slice.len() <= 9 && slice.chars().map(mark::half_width).all(|c| c.is_ascii_digit())
}

/// Whether more than one rule stands after a row's last cell and one after the others, as the head shows.
fn are_row_ends_marked(sheet: &Sheet, cells: &[Cell]) -> bool {
    let first = cells.iter().position(|cell| is_head(sheet, cell)).unwrap_or(0);
    let is_title = |cell: &Cell| is_task(sheet, cell);
    let heads: Vec<&Cell> = cells[first..].iter().take_while(|cell| !is_title(cell)).collect();
    let size = heads.iter().rposition(|cell| is_head(sheet, cell)).map_or(0, |last| last + 1);
    heads[..size]
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

/// The heads that come next; a cell among them that is no known head names a column of another purpose.
fn take_heads(sheet: &Sheet, cells: &mut VecDeque<Cell>, others: &[String]) -> Vec<(Option<Column>, Cell)> {
    let mut heads: Vec<(Option<Column>, Cell)> = Vec::new();
    loop {
        let last = heads.last().map(|(_, cell)| cell);
        let is_known = |cell: &Cell| others.contains(&mark::bare(sheet.slice(&cell.span)));
        let is_next_unknown = is_unknown_head(sheet, last, cells) || cells.front().is_some_and(is_known);
        let Some(cell) = cells.pop_front_if(|cell| is_next_unknown || is_head(sheet, cell)) else {
            return heads;
        };
        heads.push((head::head(sheet.slice(&cell.span)), cell));
    }
}

fn is_unknown_head(sheet: &Sheet, last: Option<&Cell>, cells: &VecDeque<Cell>) -> bool {
    /// No column's head is longer.
    const CHARS_MAX: usize = 10;
    let Some(cell) = cells.front() else { return false };
    let line = |cell: &Cell| sheet.lines.index_of(cell.span.start);
    let is_row = |cell: &Cell| is_task(sheet, cell) || is_labelled(sheet, cell);
    let next = cells.get(1);
    let is_short = sheet.slice(&cell.span).chars().count() <= CHARS_MAX;
    let goes_on = last.is_some_and(|last| line(cell) == line(last) || (last.rules == 1 && cell.rules > 1));
    is_short
        && !is_head(sheet, cell)
        && !is_row(cell)
        && !next.is_some_and(is_row)
        && (next.is_some_and(|next| is_head(sheet, next)) || goes_on)
}

fn is_head(sheet: &Sheet, cell: &Cell) -> bool {
    head::head(sheet.slice(&cell.span)).is_some()
}

fn is_task(sheet: &Sheet, cell: &Cell) -> bool {
    sheet.numbering.number(sheet.slice(&cell.span)).is_some()
}

fn is_labelled(sheet: &Sheet, cell: &Cell) -> bool {
    cell::begins_with_label(sheet.slice(&cell.span))
}

/// Takes off the end what is no cell: text after the last row's departments that no rule closes.
pub(crate) fn after_table(sheet: &Sheet, ruling: Ruling, cells: &mut Vec<Cell>) -> Vec<Cell> {
    // Where every line is a cell, a task's title has no rule either.
    let may_be_title = |cell: &Cell| ruling == Ruling::Lines && is_task(sheet, cell);
    let line = |offset| sheet.lines.index_of(offset);
    let is_on_row = |n: usize| n > 0 && line(cells[n - 1].span.end) == line(cells[n].span.start);
    let is_text = |n: usize| {
        let cell = &cells[n];
        cell.rules == 0
            && !is_on_row(n)
            && !is_labelled(sheet, cell)
            && !may_be_title(cell)
            && !is_head(sheet, cell)
    };
    let end = (0..cells.len()).rev().find(|&n| !is_text(n)).map_or(0, |n| n + 1);
    // The last row's departments may be without a closing rule too.
    let lacks_departments = cells[..end].last().is_some_and(|cell| {
        (is_labelled(sheet, cell) && cell.rules < 2) || (is_task(sheet, cell) && cell.rules <= 2)
    });
    let end = if lacks_departments { (end + 1).min(cells.len()) } else { end };
    cells.split_off(end)
}
