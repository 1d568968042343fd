//! Cells that nothing but line ends and blanks parts, as in a table copied as plain text: told by what they begin with.
//!
//! A title begins with its number, a progress with a label, departments are names of offices after a progress, and a
//! goal stands right before a title. A line that is none of these goes on with the cell above it.

use crate::cell;
use crate::cut;
use crate::head;
use crate::line::{Span, trimmed};
use crate::mark;
use crate::sheet::Sheet;
use crate::table::Cell;

/// A longer text before a title on its line is no goal.
const GOAL_CHARS_MAX: usize = 20;

/// What the last cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Goal,
    Title,
    Progress,
    Departments,
    Other,
}

/// The cells found so far.
#[derive(Debug)]
pub(crate) struct Unruled {
    cells: Vec<Cell>,
    last: Kind,
}

impl Unruled {
    pub(crate) fn new() -> Self {
        Self { cells: Vec::new(), last: Kind::Head }
    }

    pub(crate) fn into_cells(self) -> Vec<Cell> {
        self.cells
    }

    /// Takes up the line of that index.
    pub(crate) fn line(&mut self, sheet: &Sheet, index: usize) {
        let line = sheet.line_trimmed(index);
        if line.is_empty() {
            return;
        }
        let text = sheet.text;
        let is_task = |at: usize| sheet.numbering.begins(&text[at..line.end]);
        if let Some(heads) = head::heads_between_blanks(text, &line) {
            heads.into_iter().for_each(|head| self.push(head, Kind::Head));
        } else if is_task(line.start) {
            self.title(sheet, line);
        } else if cell::begins_with_label(sheet.slice(&line)) {
            self.progress(sheet, line);
        } else if let Some(at) = goal_end(sheet, &line).filter(|&at| is_task(at)) {
            self.push(trimmed(text, line.start..at), Kind::Goal);
            self.title(sheet, at..line.end);
        } else {
            self.unmarked(sheet, line, index);
        }
    }

    fn push(&mut self, span: Span, kind: Kind) {
        if kind == Kind::Goal && self.last == Kind::Progress {
            // As a ruled table says that the departments' cell is empty.
            self.cells.iter_mut().last().into_iter().for_each(|progress| progress.rules = 2);
        }
        self.cells.push(Cell { span, rules: 0 });
        self.last = kind;
    }

    fn extend(&mut self, end: usize) {
        if let Some(cell) = self.cells.last_mut() {
            cell.span.end = end;
        }
    }

    /// A title, and on the same line perhaps its progress and departments.
    fn title(&mut self, sheet: &Sheet, line: Span) {
        let labelled = cut::cut(sheet.text, &line).into_iter().find(|piece| piece.label.is_some());
        if let Some(piece) = labelled {
            let start = piece.label_span.start;
            self.push(trimmed(sheet.text, line.start..start), Kind::Title);
            self.progress(sheet, start..line.end);
        } else {
            self.with_departments(sheet, line, Kind::Title);
        }
    }

    /// A labelled line, and at its end perhaps the departments.
    fn progress(&mut self, sheet: &Sheet, line: Span) {
        if self.last != Kind::Progress {
            self.with_departments(sheet, line, Kind::Progress);
            return;
        }
        let end = departments_start(sheet, &line);
        self.extend(trimmed(sheet.text, line.start..end).end);
        self.departments_from(sheet, end..line.end);
    }

    fn with_departments(&mut self, sheet: &Sheet, line: Span, kind: Kind) {
        let end = departments_start(sheet, &line);
        self.push(trimmed(sheet.text, line.start..end), kind);
        self.departments_from(sheet, end..line.end);
    }

    fn departments_from(&mut self, sheet: &Sheet, span: Span) {
        let names = trimmed(sheet.text, span);
        if !names.is_empty() {
            self.push(names, Kind::Departments);
        }
    }

    /// A line that neither number nor label begins.
    fn unmarked(&mut self, sheet: &Sheet, line: Span, index: usize) {
        if self.last == Kind::Title || self.last == Kind::Progress {
            // The rest of a wrapped line may be followed by the cells after it.
            let labelled = cut::cut(sheet.text, &line).into_iter().find(|piece| piece.label.is_some());
            if let Some(piece) = labelled.filter(|_| self.last == Kind::Title) {
                self.extend(trimmed(sheet.text, line.start..piece.label_span.start).end);
                self.progress(sheet, piece.label_span.start..line.end);
                return;
            }
            let end = departments_start(sheet, &line);
            let rest = trimmed(sheet.text, line.start..end);
            if end < line.end && self.last == Kind::Progress && are_offices(sheet, &rest) {
                self.push(line, Kind::Departments);
                return;
            }
            if end < line.end && !are_offices(sheet, &rest) {
                self.unmarked(sheet, rest, index);
                self.departments_from(sheet, end..line.end);
                return;
            }
        }
        let before = self.cells.last().map_or("", |cell| sheet.slice(&cell.span));
        let is_ended = before.ends_with(mark::ends_sentence);
        let is_before_task = || {
            let next = sheet.next_text_line(index);
            next.is_some_and(|next| sheet.numbering.begins(sheet.slice(&sheet.line_trimmed(next))))
        };
        let are_offices = are_offices(sheet, &line);
        match self.last {
            Kind::Title if are_offices && is_ended => self.push(line, Kind::Departments),
            Kind::Title if is_ended => self.push(line, Kind::Progress),
            Kind::Title | Kind::Goal => self.extend(line.end),
            Kind::Progress if are_offices => self.push(line, Kind::Departments),
            Kind::Progress if is_ended && is_before_task() => self.push(line, Kind::Goal),
            Kind::Progress if is_ended && !is_sentence(sheet, &line) => self.push(line, Kind::Departments),
            Kind::Progress => self.extend(line.end),
            Kind::Departments if before.ends_with(mark::divides_departments) || are_offices => {
                self.extend(line.end);
            }
            Kind::Head | Kind::Departments | Kind::Other if is_before_task() => self.push(line, Kind::Goal),
            Kind::Head => self.push(line, Kind::Goal),
            Kind::Departments | Kind::Other => self.push(line, Kind::Other),
        }
    }
}

/// Where after a blank a title may begin on a line, the text before it short enough for a goal.
fn goal_end(sheet: &Sheet, line: &Span) -> Option<usize> {
    let slice = sheet.slice(line);
    let size = slice.find(mark::is_blank)?;
    let next = slice[size..].find(|c| !mark::is_blank(c))?;
    let is_short = slice[..size].chars().count() <= GOAL_CHARS_MAX;
    let is_name = !slice[..size].contains(|c| mark::is_colon(c) || mark::ends_sentence(c));
    (is_short && is_name).then_some(line.start + size + next)
}

/// Where the names of offices at a line's end begin; the line's end if there are none.
fn departments_start(sheet: &Sheet, line: &Span) -> usize {
    let mut start = line.end;
    while let Some((blank, c)) =
        sheet.text[line.start..start].trim_end().char_indices().rfind(|&(_, c)| mark::is_blank(c))
    {
        let token = trimmed(sheet.text, line.start + blank + c.len_utf8()..start);
        let before = sheet.text[line.start..line.start + blank].trim_end();
        let is_text_of_label = before.ends_with(mark::is_colon);
        if is_text_of_label || !are_offices(sheet, &token) {
            break;
        }
        start = token.start;
    }
    start
}

fn are_offices(sheet: &Sheet, span: &Span) -> bool {
    let (_, name) = cell::role_and_name(sheet.text, span.clone());
    cell::are_surely_offices(sheet.slice(&name))
}

fn is_sentence(sheet: &Sheet, span: &Span) -> bool {
    let slice = sheet.slice(span);
    slice.ends_with(mark::ends_sentence) || slice.contains([',', '\u{FF0C}', '\u{3002}'])
}
