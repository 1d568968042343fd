//! The table: where it begins, how it is ruled, and its cells in order. What a cell is, and which cells are a row, is
//! `row`'s business.
//!
//! Four rulings are known: bars that close every cell (the 2013 paper), bars only between the cells of a line, tabs
//! (copied from a spreadsheet), and one cell a line.

use crate::cell;
use crate::line::{Span, trimmed};
use crate::mark;
use crate::problem::ProblemReason;
use crate::section;
use crate::sheet::Sheet;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Goal,
    Task,
    Progress,
    Departments,
}

/// What parts the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// A bar closes every cell, the last of a row too.
    ClosedBars,
    /// Bars between cells; the line's end closes a row.
    OpenBars,
    /// Tabs between cells; the line's end closes a row.
    Tabs,
    /// Every line is a cell.
    Lines,
}

/// One cell's text without the blanks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) span: Span,
    /// How many bars (or tabs) follow it on its line: two and more say that a cell is empty or a row ends.
    pub(crate) rules: usize,
}

const HEADS: [(Column, &[&str]); 4] = [
    (Column::Goal, &["总体目标", "总目标", "目标类别", "类别", "领域"]),
    (Column::Task, &["工作任务", "任务", "重点任务", "工作项目", "工作事项", "任务名称"]),
    (
        Column::Progress,
        &[
            "目标及进度",
            "目标和进度",
            "目标与进度",
            "目标、进度",
            "目标进度",
            "年度目标及进度",
            "工作目标及进度",
            "目标及进度安排",
        ],
    ),
    (
        Column::Departments,
        &["责任部门", "责任单位", "牵头部门", "牵头单位", "承办部门", "承办单位", "主办单位", "落实部门"],
    ),
];

/// Which column's head the text is.
pub(crate) fn head(text: &str) -> Option<Column> {
    if text.len() > 60 {
        return None;
    }
    let bare = mark::bare(text);
    HEADS.iter().find(|(_, words)| words.contains(&bare.as_str())).map(|&(column, _)| column)
}

/// How the table is ruled whose head begins on that line; `None` if none does.
pub(crate) fn ruling_of_head(sheet: &Sheet, index: usize) -> Option<Ruling> {
    let line = sheet.line_trimmed(index);
    head(first_piece(sheet.slice(&line)))?;
    let (mut heads, mut last_rule, mut first_rule) = (0, None, None);
    'lines: for index in index..index + 8 {
        let mut rest = sheet.slice(&sheet.line_trimmed(index));
        while !rest.is_empty() {
            let piece = first_piece(rest);
            if head(piece).is_none() {
                break 'lines;
            }
            heads += 1;
            rest = &rest[piece.len()..];
            last_rule = rest.trim_start_matches(' ').chars().next().filter(|&c| mark::is_bar(c) || c == '\t');
            first_rule = first_rule.or(last_rule);
            rest = rest.trim_start_matches(|c| mark::is_bar(c) || mark::is_blank(c));
        }
    }
    let ruling = match (first_rule, last_rule) {
        (Some('\t'), _) => Ruling::Tabs,
        (Some(_), Some(_)) => Ruling::ClosedBars,
        (Some(_), None) => Ruling::OpenBars,
        (None, _) => Ruling::Lines,
    };
    (heads >= 3).then_some(ruling)
}

/// How the table is ruled that begins on that line without a head: a row of it, or a goal's cell right before one.
pub(crate) fn ruling_without_head(sheet: &Sheet, index: usize) -> Option<Ruling> {
    let row = |index: usize| {
        let line = sheet.slice(&sheet.line_trimmed(index));
        let closed = line.ends_with(mark::is_bar);
        let mut pieces = line.split(mark::is_bar).map(str::trim);
        let is_row = line.contains(mark::is_bar)
            && (closed || pieces.clone().any(cell::begins_with_label))
            && pieces.any(|piece| cell::task_number(piece).is_some());
        is_row.then_some(if closed { Ruling::ClosedBars } else { Ruling::OpenBars })
    };
    let is_goal = || {
        let line = sheet.slice(&sheet.line_trimmed(index));
        let next = sheet.slice(&sheet.line_trimmed(index + 1));
        line.ends_with(mark::is_bar) && cell::task_number(next).is_some()
    };
    row(index).or_else(|| row(index + 1).filter(|_| is_goal()))
}

fn first_piece(text: &str) -> &str {
    text.split(|c| mark::is_bar(c) || c == '\t').next().unwrap_or_default()
}

/// The cells from that line on, up to the next section's heading or the text's end, and the line after them.
pub(crate) fn cells(sheet: &mut Sheet, first: usize, ruling: Ruling, section: u32) -> (Vec<Cell>, usize) {
    let mut cells = Cells { ruling, cells: Vec::new(), open: None, fields: 0 };
    let mut index = first;
    while index < sheet.lines.count() {
        let line = sheet.lines.span(index);
        let shown = sheet.line_trimmed(index);
        if index > first && cells.end_before(sheet, index, section) {
            break;
        }
        if cells.open.is_none() && is_page_mark(sheet.slice(&shown)) {
            sheet.problem(shown, ProblemReason::PageMark);
        } else if cells.open.is_none() && is_rule(sheet.slice(&shown)) {
            sheet.separator(shown);
        } else {
            if cells.split_before(sheet.text, line.start, sheet.slice(&shown)) {
                cells.close(sheet.text, line.start, 0);
            }
            cells.line(sheet.text, line);
        }
        index += 1;
    }
    cells.close(sheet.text, sheet.lines.span(index).start, 0);
    let is_rule = |cell: &Cell| sheet.slice(&cell.span).chars().all(mark::draws_rule);
    let (rules, cells): (Vec<_>, Vec<_>) = cells.cells.into_iter().partition(is_rule);
    rules.into_iter().for_each(|rule| sheet.separator(rule.span));
    (cells, index)
}

/// The cells found so far, and the one that is still open.
struct Cells {
    ruling: Ruling,
    cells: Vec<Cell>,
    open: Option<usize>,
    /// How many rules stand on this row after its task, its head or its labelled cell began.
    fields: usize,
}

impl Cells {
    fn line(&mut self, text: &str, line: Span) {
        let ruling = self.ruling;
        let is_rule = |c: char| match ruling {
            Ruling::ClosedBars | Ruling::OpenBars => mark::is_bar(c),
            Ruling::Tabs => c == '\t',
            Ruling::Lines => false,
        };
        let mut chars = text[line.clone()].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let at = line.start + offset;
            if is_rule(c) {
                let mut rules = 1;
                while let Some(&(_, next)) =
                    chars.peek().filter(|&&(_, next)| is_rule(next) || mark::is_blank(next))
                {
                    rules += usize::from(is_rule(next));
                    chars.next();
                }
                self.close(text, at, rules);
            } else if self.open.is_none() && !mark::is_blank(c) {
                self.open = Some(at);
            }
        }
        if self.row_ends(text, line.end) {
            self.close(text, line.end, 0);
            self.fields = 0;
        }
    }

    fn close(&mut self, text: &str, end: usize, rules: usize) {
        if let Some(start) = self.open.take() {
            let span = trimmed(text, start..end);
            let slice = &text[span.clone()];
            if cell::task_number(slice).is_some() || head(slice) == Some(Column::Task) {
                self.fields = 0;
            } else if cell::begins_with_label(slice) || head(slice) == Some(Column::Progress) {
                self.fields = self.fields.max(1);
            }
            self.cells.push(Cell { span, rules });
        }
        self.fields += rules;
    }

    /// Whether the line's end ends a row: in a closed ruling never, else after the departments.
    fn row_ends(&self, text: &str, end: usize) -> bool {
        match self.ruling {
            Ruling::ClosedBars => false,
            Ruling::Lines => true,
            Ruling::OpenBars | Ruling::Tabs => {
                let open = self.open.map(|start| text[start..end].trim());
                self.fields >= 2 || open.is_some_and(|open| head(open).is_some())
            }
        }
    }

    /// Whether a cell ends before that line though no rule closes it: where the next one can be told by its start.
    fn split_before(&self, text: &str, line_start: usize, line: &str) -> bool {
        let Some(open) = self.open.map(|start| text[start..line_start].trim()) else { return false };
        let is_task = |text: &str| cell::task_number(text).is_some();
        match self.ruling {
            Ruling::Lines => false,
            Ruling::OpenBars | Ruling::Tabs => self.fields > 0 && is_task(line),
            Ruling::ClosedBars if head(first_piece(line)).is_some() && line.contains(mark::is_bar) => true,
            Ruling::ClosedBars if is_task(open) => cell::begins_with_label(line),
            Ruling::ClosedBars => {
                // Numbered lines of a progress without labels follow a task's title.
                let after_title =
                    self.cells.last().is_some_and(|cell| cell.rules < 2 && is_task(&text[cell.span.clone()]));
                is_task(line) && !cell::begins_with_label(open) && !after_title
            }
        }
    }

    /// Whether the table ends before a line that looks like a section's heading: not inside a cell, unless that cell
    /// can only be the departments, or the heading's number is just the one that comes next; and not before a goal
    /// that is numbered like a section.
    fn end_before(&self, sheet: &Sheet, index: usize, section: u32) -> bool {
        let Some(heading) = section::heading(sheet, index) else { return false };
        if self.begins_row(sheet, index + 1) {
            return false;
        }
        if heading.number <= section {
            return self.ruling == Ruling::ClosedBars && self.open.is_none();
        }
        let after_progress =
            || self.cells.last().is_some_and(|cell| cell::begins_with_label(sheet.slice(&cell.span)));
        self.open.is_none() || after_progress() || heading.number == section + 1
    }

    /// Whether a task's row begins on that line.
    fn begins_row(&self, sheet: &Sheet, index: usize) -> bool {
        let line = sheet.slice(&sheet.line_trimmed(index));
        let is_ruled = match self.ruling {
            Ruling::ClosedBars | Ruling::OpenBars => line.contains(mark::is_bar),
            Ruling::Tabs => line.contains('\t'),
            Ruling::Lines => cell::begins_with_label(sheet.slice(&sheet.line_trimmed(index + 1))),
        };
        is_ruled && cell::task_number(line).is_some()
    }
}

/// ---|---|--- on a line of its own.
fn is_rule(line: &str) -> bool {
    line.chars().all(mark::draws_rule) && !line.chars().all(|c| mark::is_bar(c) || mark::is_blank(c))
}

/// — 3 — or 第3页共9页 on a line of its own.
fn is_page_mark(line: &str) -> bool {
    let bare = mark::bare(line);
    let has_digit = bare.contains(|c: char| c.is_ascii_digit());
    has_digit
        && bare.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '-' | '/' | '第' | '页' | '共' | '\u{2014}' | '\u{2013}' | '\u{B7}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, ruling: Ruling, expected: &[(&str, usize)]) {
        let mut sheet = Sheet::of(text);
        assert_eq!(ruling_of_head(&sheet, 0), Some(ruling), "{text}");
        let (cells, _) = cells(&mut sheet, 0, ruling, 0);
        let found: Vec<_> = cells.iter().skip(4).map(|cell| (sheet.slice(&cell.span), cell.rules)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rulings() {
        let closed = "总体目标 |\n工作任务 |\n目标及进度 |\n责任部门 | ||\n";
        let row = [("甲", 1), ("(一)乙", 1), ("目标:丙", 1)];
        check(
            &format!("{closed}甲 |\n(一)乙 |\n目标:丙 |\n丁\n戊 | |||\n"),
            Ruling::ClosedBars,
            &[row[0], row[1], row[2], ("丁\n戊", 4)],
        );
        let open = "总体目标 | 工作任务 | 目标及进度 | 责任部门\n";
        check(
            &format!("{open}甲 | (一)乙 | 目标:丙 | 丁\n(二)戊 | | 己\n"),
            Ruling::OpenBars,
            &[row[0], row[1], row[2], ("丁", 0), ("(二)戊", 2), ("己", 0)],
        );
        let tabs = "总体目标\t工作任务\t目标及进度\t责任部门\n";
        check(
            &format!("{tabs}甲\t(一)乙\t目标:丙\n第一季度:戊\t丁\n\t(二)己\t目标:庚\t丁\n"),
            Ruling::Tabs,
            &[
                row[0],
                row[1],
                ("目标:丙\n第一季度:戊", 1),
                ("丁", 0),
                ("(二)己", 1),
                ("目标:庚", 1),
                ("丁", 0),
            ],
        );
        let lines = "总体目标\n工作任务\n目标及进度\n责任部门\n";
        check(
            &format!("{lines}甲\n(一)乙\n目标:丙\n丁"),
            Ruling::Lines,
            &[("甲", 0), ("(一)乙", 0), ("目标:丙", 0), ("丁", 0)],
        );
    }

    #[test]
    fn no_heads() {
        for text in ["总体目标", "总体目标是好的\n工作任务", "总体目标 | 工作任务", ""]
        {
            assert_eq!(ruling_of_head(&Sheet::of(text), 0), None, "{text}");
        }
    }

    #[test]
    fn page_marks() {
        for (line, is) in [
            ("\u{2014} 3 \u{2014}", true),
            ("第3页 共9页", true),
            ("- 1 -", true),
            ("3月", false),
            ("教育局", false),
            ("", false),
        ] {
            assert_eq!(is_page_mark(line), is, "{line}");
        }
    }
}
