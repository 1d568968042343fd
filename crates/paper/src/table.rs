//! The table: its cells in order. What a cell is, and which cells are a row, is
//! `row`'s business.
//!
//! Four rulings are known: bars that close every cell (the 2013 paper), bars only between the cells of a line, tabs
//! (copied from a spreadsheet), and one cell a line.

use crate::cell;
use crate::head::{Column, head};
use crate::line::{Span, trimmed};
use crate::mark;
use crate::numbering::Numbering;
use crate::ruling::{Ruling, ruling_of_row};
use crate::section;
use crate::sheet::Sheet;
use crate::unruled::Unruled;

/// One cell's text without the blanks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) span: Span,
    /// How many bars (or tabs) follow it on its line: two and more say that a cell is empty or a row ends.
    pub(crate) rules: usize,
}

fn first_piece(text: &str) -> &str {
    text.split(|c| mark::is_bar(c) || c == '\t').next().unwrap_or_default()
}

/// The cells from that line on, up to the next section's heading or the text's end, and the line after them.
pub(crate) fn cells(sheet: &mut Sheet, first: usize, ruling: Ruling, section: u32) -> (Vec<Cell>, usize) {
    let mut cells = Cells {
        ruling,
        numbering: sheet.numbering,
        cells: Vec::new(),
        open: None,
        fields: 0,
        quoted: None,
        quotes: Vec::new(),
    };
    let mut unruled = Unruled::new();
    let mut index = first;
    while index < sheet.lines.count() {
        let line = sheet.lines.span(index);
        let shown = sheet.line_trimmed(index);
        if index > first && cells.end_before(sheet, index, section) {
            break;
        }
        let is_blank = shown.is_empty() && !sheet.slice(&line).contains(|c| cells.is_rule(c));
        if is_blank || sheet.is_page_mark(index) {
            // No text of any cell; what it is told by is the sheet's business.
        } else if cells.open.is_none() && is_rule(sheet.slice(&shown)) {
            sheet.drawn(shown);
        } else if ruling == Ruling::Lines {
            unruled.line(sheet, index);
        } else {
            cells.reopen_before(sheet, &shown);
            if cells.split_before(sheet.text, line.start, sheet.slice(&shown)) {
                cells.close(sheet.text, line.start, 0);
            }
            cells.line(sheet.text, line);
        }
        index += 1;
    }
    cells.close(sheet.text, sheet.lines.span(index).start, 0);
    cells.quotes.drain(..).for_each(|quote| sheet.separator(quote));
    let all = if ruling == Ruling::Lines { unruled.into_cells() } else { cells.cells };
    let is_rule = |cell: &Cell| sheet.slice(&cell.span).chars().all(mark::draws_rule);
    let (rules, cells): (Vec<_>, Vec<_>) = all.into_iter().partition(is_rule);
    rules.into_iter().for_each(|rule| sheet.separator(rule.span));
    (cells, index)
}

/// The cells found so far, and the one that is still open.
struct Cells {
    ruling: Ruling,
    numbering: Numbering,
    cells: Vec<Cell>,
    open: Option<usize>,
    /// How many rules stand on this row after its task, its head or its labelled cell began.
    fields: usize,
    /// Where the open cell's closing quotation mark stands: a spreadsheet puts a cell of several lines in quotes.
    quoted: Option<usize>,
    quotes: Vec<Span>,
}

impl Cells {
    fn is_rule(&self, c: char) -> bool {
        match self.ruling {
            Ruling::ClosedBars | Ruling::OpenBars => mark::is_bar(c),
            Ruling::Tabs => c == '\t',
            Ruling::Lines => false,
        }
    }

    fn line(&mut self, text: &str, line: Span) {
        let mut chars = text[line.clone()].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let at = line.start + offset;
            if self.quoted.is_some_and(|quote| at <= quote) {
                continue;
            }
            if self.is_rule(c) {
                let mut rules = 1;
                while let Some(&(_, next)) =
                    chars.peek().filter(|&&(_, next)| self.is_rule(next) || mark::is_blank(next))
                {
                    rules += usize::from(self.is_rule(next));
                    chars.next();
                }
                self.close(text, at, rules);
            } else if self.open.is_none() && !mark::is_blank(c) {
                self.quoted = closing_quote(text, at).filter(|_| self.ruling == Ruling::Tabs);
                self.open = Some(if self.quoted.is_some() { at + 1 } else { at });
            }
        }
        let is_inside = self.quoted.is_some_and(|quote| quote >= line.end);
        if !is_inside && self.row_ends(text, line.end) {
            self.close(text, line.end, 0);
            self.fields = 0;
        }
    }

    fn close(&mut self, text: &str, end: usize, rules: usize) {
        if let Some(start) = self.open.take() {
            let mut end = end;
            if let Some(quote) = self.quoted.take() {
                self.quotes.extend([start - 1..start, quote..quote + 1]);
                end = quote;
            }
            let span = trimmed(text, start..end);
            let slice = &text[span.clone()];
            if self.numbering.number(slice).is_some() || head(slice) == Some(Column::Task) {
                self.fields = 0;
            } else if cell::begins_with_label(slice) || head(slice) == Some(Column::Progress) {
                self.fields = self.fields.max(1);
            }
            self.cells.push(Cell { span, rules });
        } else if let Some(last) = self.cells.last_mut().filter(|_| self.ruling == Ruling::ClosedBars) {
            // An empty cell after a title or a progress may stand on a line of its own.
            let slice = &text[last.span.clone()];
            if self.numbering.number(slice).is_some() || cell::begins_with_label(slice) {
                last.rules += rules;
            }
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

    /// Opens a row's departments again before a line that can only be more of them.
    fn reopen_before(&mut self, sheet: &Sheet, line: &Span) {
        let is_closed = self.open.is_none() && matches!(self.ruling, Ruling::OpenBars | Ruling::Tabs);
        if !is_closed || line.is_empty() || sheet.slice(line).contains(|c| self.is_rule(c)) {
            return;
        }
        let [.., before, last] = self.cells.as_slice() else { return };
        let goes_on = sheet.slice(&last.span).ends_with(mark::divides_departments)
            || (cell::are_surely_offices(sheet.slice(line)) && !sheet.slice(line).ends_with("人民政府"));
        let is_next = sheet.lines.index_of(last.span.end) + 1 == sheet.lines.index_of(line.start);
        let is_after = cell::begins_with_label(sheet.slice(&before.span))
            && cell::is_departments(sheet.text, &last.span);
        let is_quoted = self.quotes.last().is_some_and(|quote| quote.start >= last.span.end);
        if goes_on && is_next && is_after && last.rules == 0 && !is_quoted {
            self.open = Some(last.span.start);
            self.fields = 2;
            self.cells.pop();
        }
    }

    /// Whether a cell ends before that line though no rule closes it: where the next one can be told by its start.
    fn split_before(&self, text: &str, line_start: usize, line: &str) -> bool {
        let Some(open) = self.open.map(|start| text[start..line_start].trim()) else { return false };
        if self.quoted.is_some_and(|quote| quote >= line_start) {
            return false;
        }
        let is_task = |text: &str| self.numbering.number(text).is_some();
        if line.contains(|c| self.is_rule(c)) && head(first_piece(line)).is_some() {
            return true;
        }
        match self.ruling {
            Ruling::Lines => false,
            Ruling::OpenBars | Ruling::Tabs => {
                let begins = |piece: &str| self.numbering.begins(piece);
                let pieces = line.split(|c| self.is_rule(c)).map(str::trim);
                let has_rule = line.contains(|c| self.is_rule(c));
                let mut first_two = pieces.filter(|piece| !piece.is_empty()).take(2);
                self.fields > 0 && has_rule && first_two.any(begins)
            }
            Ruling::ClosedBars if is_task(open) => cell::begins_with_label(line),
            Ruling::ClosedBars if cell::begins_with_label(open) => {
                open.ends_with(mark::ends_sentence) && cell::are_surely_offices(first_piece(line).trim())
            }
            Ruling::ClosedBars => {
                // Numbered lines of a progress without labels follow a task's title.
                let after_title =
                    self.cells.last().is_some_and(|cell| cell.rules < 2 && is_task(&text[cell.span.clone()]));
                self.numbering.begins(line) && !after_title
            }
        }
    }

    /// Whether the table ends before a line that looks like a section's heading: not inside a cell, unless that cell
    /// can only be the departments, or the heading's number is just the one that comes next; and not before a goal
    /// that is numbered like a section.
    fn end_before(&self, sheet: &Sheet, index: usize, section: u32) -> bool {
        let Some(heading) = section::heading(sheet, index) else { return false };
        if self.quoted.is_some() || self.begins_row(sheet, index) {
            return false;
        }
        if heading.number <= section {
            return self.ruling == Ruling::ClosedBars && self.open.is_none();
        }
        let after_progress =
            || self.cells.last().is_some_and(|cell| cell::begins_with_label(sheet.slice(&cell.span)));
        self.open.is_none() || after_progress() || heading.number == section + 1
    }

    /// Whether a task's row begins on the next line after that one.
    fn begins_row(&self, sheet: &Sheet, index: usize) -> bool {
        let Some(next) = sheet.next_text_line(index) else { return false };
        let line = sheet.slice(&sheet.line_trimmed(next));
        let is_ruled = match self.ruling {
            Ruling::ClosedBars | Ruling::OpenBars => line.contains(mark::is_bar),
            Ruling::Tabs => line.contains('\t'),
            Ruling::Lines => ruling_of_row(sheet, next) == Some(Ruling::Lines),
        };
        is_ruled && self.numbering.number(line).is_some()
    }
}

/// Where the quotation mark stands that closes the one at that place, as spreadsheets write a cell of several lines.
fn closing_quote(text: &str, at: usize) -> Option<usize> {
    /// No cell is longer.
    const BYTES_MAX: usize = 20_000;
    let rest = text[at..].strip_prefix('"')?;
    for (offset, c) in rest.char_indices().take_while(|&(offset, _)| offset < BYTES_MAX) {
        if c == '\t' {
            return None;
        }
        let after = &rest[offset + c.len_utf8()..];
        if c == '"' && (after.is_empty() || after.starts_with(['\t', '\n', '\r'])) {
            return Some(at + 1 + offset);
        }
    }
    None
}

/// ---|---|--- on a line of its own.
fn is_rule(line: &str) -> bool {
    line.chars().all(mark::draws_rule) && !line.chars().all(|c| mark::is_bar(c) || mark::is_blank(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::ruling::ruling_of_head;

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
            &format!("{lines}甲\n(一)乙\n目标:丙。\n丁局"),
            Ruling::Lines,
            &[("甲", 0), ("(一)乙", 0), ("目标:丙。", 0), ("丁局", 0)],
        );
    }

    #[test]
    fn no_heads() {
        for text in ["总体目标", "总体目标是好的\n工作任务", "总体目标 | 工作任务", ""]
        {
            assert_eq!(ruling_of_head(&Sheet::of(text), 0), None, "{text}");
        }
    }
}
