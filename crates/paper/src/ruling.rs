//! Rulings: what parts the cells of a table, told by its head or, where it has none, by its first row.

use crate::cell;
use crate::head::heads_between_blanks;
use crate::label;
use crate::mark;
use crate::section;
use crate::sheet::Sheet;

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

/// A head that takes more lines than this is none.
const LINES_MAX: usize = 12;
/// How many columns may be of another purpose.
const UNKNOWN_MAX: usize = 3;
/// A longer line above a row without rules is no goal.
const GOAL_CHARS_MAX: usize = 12;

/// How the table is ruled whose head begins on that line; `None` if none does.
pub(crate) fn ruling_of_head(sheet: &Sheet, index: usize) -> Option<Ruling> {
    let (mut heads, mut unknown, mut first_rule, mut last_rule) = (0, 0, None, None);
    let mut unfinished: Option<usize> = None;
    'lines: for index in index..index + LINES_MAX {
        let line = sheet.line_trimmed(index);
        let mut at = line.start + leading_bars(sheet.slice(&line));
        let mut on_line = 0;
        while at < line.end {
            let size = sheet.text[at..line.end].find(is_rule).unwrap_or(line.end - at);
            let next = next_piece(sheet.text, at + size, line.end);
            let rules = &sheet.text[at + size..next];
            // Tabs around a bar are blanks.
            let rule = if rules.contains(mark::is_bar) { Some('|') } else { rules.chars().next() };
            let piece = crate::line::trimmed(sheet.text, unfinished.unwrap_or(at)..at + size);
            let found = heads_between_blanks(sheet.text, &piece).map_or(0, |heads| heads.len());
            let may_be_unknown = may_be_unknown(sheet.slice(&piece)) && unknown < UNKNOWN_MAX;
            at = next;
            if found > 0 {
                (heads, on_line, unfinished) = (heads + found, on_line + found, None);
                (first_rule, last_rule) = (first_rule.or(rule), rule);
            } else if may_be_unknown && (rule.is_some() || on_line >= 3) {
                (unknown, unfinished) = (unknown + 1, None);
                // The row of the heads ends with it.
                if at >= line.end && on_line >= 3 {
                    last_rule = rule;
                }
            } else if rule.is_some() || unfinished.is_some() || piece.len() > 30 || heads == 0 {
                break 'lines;
            } else {
                // 目标及 on a line and 进度 on the next are one head.
                unfinished = Some(piece.start);
            }
        }
        if heads >= 4 {
            break;
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

/// Where the next cell begins after the rules at that place.
fn next_piece(text: &str, at: usize, end: usize) -> usize {
    end - text[at..end].trim_start_matches(|c| is_rule(c) || mark::is_blank(c)).len()
}

/// Whether a column of another purpose may be named so.
fn may_be_unknown(piece: &str) -> bool {
    piece.len() <= 30 && piece.chars().all(|c| mark::is_han(c) || mark::is_blank(c))
}

fn is_rule(c: char) -> bool {
    mark::is_bar(c) || c == '\t'
}

/// The size of the bars and blanks before a line's first cell.
fn leading_bars(line: &str) -> usize {
    line.len() - line.trim_start_matches(|c| mark::is_bar(c) || mark::is_blank(c)).len()
}

/// How the table is ruled that begins on that line without a head: a row of it, or a goal's cell right before one.
pub(crate) fn ruling_without_head(sheet: &Sheet, index: usize) -> Option<Ruling> {
    let line = sheet.slice(&sheet.line_trimmed(index));
    if line.is_empty() {
        return None;
    }
    ruling_of_row(sheet, index).or_else(|| {
        let next = sheet.next_text_line(index)?;
        let ruling = ruling_of_row(sheet, next)?;
        let is_goal = match ruling {
            Ruling::ClosedBars | Ruling::OpenBars => {
                let next = sheet.slice(&sheet.line_trimmed(next));
                line.ends_with(mark::is_bar) && sheet.numbering.number(next).is_some()
            }
            Ruling::Tabs => false,
            Ruling::Lines => {
                line.chars().count() <= GOAL_CHARS_MAX
                    && section::heading(sheet, index).is_none()
                    && line.chars().all(char::is_alphanumeric)
            }
        };
        is_goal.then_some(ruling)
    })
}

/// How the row is ruled that begins on that line.
pub(crate) fn ruling_of_row(sheet: &Sheet, index: usize) -> Option<Ruling> {
    let line = sheet.slice(&sheet.line_trimmed(index));
    let is_task = |piece: &str| sheet.numbering.number(piece).is_some();
    let pieces = || line.split(|c| mark::is_bar(c) || c == '\t').map(str::trim);
    let (has_task, has_label) = (pieces().any(is_task), pieces().any(cell::begins_with_label));
    if line.contains(mark::is_bar) {
        let closed = line.ends_with(mark::is_bar);
        let is_row = (closed || has_label) && has_task;
        return is_row.then_some(if closed { Ruling::ClosedBars } else { Ruling::OpenBars });
    }
    if line.contains('\t') && has_task && has_label {
        return Some(Ruling::Tabs);
    }
    let labelled_next = || {
        let next = sheet.next_text_line(index)?;
        let next = sheet.line_trimmed(next);
        label::at(sheet.slice(&next), 0, false)
    };
    let is_row = is_task(line)
        && (line.split(mark::is_blank).any(|word| label::at(word, 0, false).is_some())
            || labelled_next().is_some());
    is_row.then_some(Ruling::Lines)
}
