//! Reads a published white paper, as it stands on the government's web site, into a plan and a list of problems.
//!
//! Pure: bytes in, a value out. It understands one kind of text: a document record, a preface, sections 一、 to 四、, and
//! a table of goals and tasks in one of them. Nothing is repaired and nothing is dropped: text is verbatim, and what was
//! not understood is a problem with its line and its text. Each character of the file is in exactly one [`Part`].
//!
//! The way of a text: `encoding` → `record` (with `entry` and `title`) → `section` → `ruling` and `numbering` of the table
//! → its cells in `table`, or in `unruled` where only blanks and line ends part them → `row` → `task` (with `head`,
//! `cell`, `label`, `cut`, `again`, `departments`);
//! `sheet` holds the text and collects what its characters became. [`differences`] compares two plans. Putting a plan in force is `app`'s business.

mod again;
mod cell;
mod cut;
mod departments;
mod difference;
mod encoding;
mod entry;
mod head;
mod label;
mod line;
mod mark;
mod numbering;
mod page_mark;
mod parts;
mod place;
mod problem;
mod record;
mod refusal;
mod row;
mod ruling;
mod section;
mod sheet;
mod table;
mod task;
mod title;
mod unruled;

pub use difference::{Difference, DifferencePlace, differences};
pub use encoding::{Encoding, Writing};
pub use line::FileLine;
pub use parts::{Part, PartKind, rebuilt};
pub use place::{Place, TaskText};
pub use problem::{Problem, ProblemReason};
pub use refusal::{Format, Refusal};

use domain::plan::{Plan, Task};
use numbering::Numbering;
use ruling::Ruling;
use sheet::Sheet;
use std::collections::BTreeSet;
use task::Merging;

/// A paper as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What the paper says.
    pub plan: Plan,
    /// What a person must look at, in the file's order; empty for the 2013 paper.
    pub problems: Vec<Problem>,
    /// What each character of the file became, in order.
    pub parts: Vec<Part>,
    /// How the file's characters are written.
    pub writing: Writing,
}

impl Reading {
    /// The file's text, put together again from the parts.
    #[must_use]
    pub fn text(&self) -> String {
        rebuilt(&self.plan, &self.problems, &self.parts).unwrap_or_default()
    }

    /// The file's lines as they are, whatever ends them; a break at the very end begins no further line.
    #[must_use]
    pub fn lines(&self) -> Vec<FileLine> {
        line::file_lines(&self.text())
    }

    /// The numbers of the tasks whose row goes on over a page break, its number or title printed again.
    #[must_use]
    pub fn split_tasks(&self) -> BTreeSet<u32> {
        let printed_again = |part: &Part| match part.kind {
            PartKind::Repetition { place: Place::Task { goal, task, .. }, .. } => {
                Some(self.plan.goals.get(goal)?.tasks.get(task)?.number)
            }
            _ => None,
        };
        self.parts.iter().filter_map(printed_again).collect()
    }
}

/// Reads the bytes of a file.
///
/// # Errors
/// What is no white paper at all: no text, bytes that cannot be decoded, or text without a table of tasks.
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let (text, writing) = encoding::decode(bytes)?;
    let mut sheet = Sheet::of(&text);
    let mut plan = Plan::default();
    let start = first_table(&sheet).ok_or(Refusal::NoTable)?;
    let body = (0..start).find(|&index| section::heading(&sheet, index).is_some()).unwrap_or(start);
    let title = record::read(&mut sheet, body, &mut plan);
    read_body(&mut sheet, &mut plan, body, start);
    if plan.tasks().next().is_none() {
        return Err(if plan.columns.is_empty() {
            Refusal::NoTable
        } else {
            Refusal::NoTask { line: start + 1 }
        });
    }
    // Any list with bars may have numbers; without a head, only the quarters tell that it is a plan.
    let says_nothing = |task: &Task| task.milestones.iter().all(Option::is_none);
    if plan.columns.is_empty() && plan.tasks().all(says_nothing) {
        return Err(Refusal::NoTable);
    }
    title::require(&mut sheet, &mut plan, &title);
    let (parts, problems) = sheet.finish();
    Ok(Reading { plan, problems, parts, writing })
}

/// The line on which the first table begins.
fn first_table(sheet: &Sheet) -> Option<usize> {
    (0..sheet.lines.count()).find(|&index| table_ruling(sheet, index).is_some())
}

/// How the table is ruled that begins on that line, with a head or without.
fn table_ruling(sheet: &Sheet, index: usize) -> Option<Ruling> {
    ruling::ruling_of_head(sheet, index).or_else(|| ruling::ruling_without_head(sheet, index))
}

/// Headings, paragraphs and tables from the line `first` on.
fn read_body(sheet: &mut Sheet, plan: &mut Plan, first: usize, first_table: usize) {
    let mut merging = Merging::default();
    let mut index = first;
    while index < sheet.lines.count() {
        let ruling = if index < first_table { None } else { table_ruling(sheet, index) };
        if let Some(ruling) = ruling {
            index = read_table(sheet, plan, &mut merging, index, ruling);
            continue;
        }
        let line = sheet.line_trimmed(index);
        if let Some(heading) = section::heading(sheet, index) {
            section::open(sheet, plan, &heading);
        } else if !line.is_empty() && !sheet.is_page_mark(index) {
            section::paragraph(sheet, plan, &line);
        }
        index += 1;
    }
    merging.complete(sheet, plan);
}

/// Reads one table and gives the line after it.
fn read_table(
    sheet: &mut Sheet,
    plan: &mut Plan,
    merging: &mut Merging,
    first: usize,
    ruling: Ruling,
) -> usize {
    section::holds_table(plan);
    sheet.numbering = Numbering::of_table(sheet, first);
    if ruling::ruling_of_head(sheet, first).is_none() {
        let line = sheet.line_trimmed(first);
        sheet.remark(&line, ProblemReason::NoHead);
    }
    let (mut cells, next) = table::cells(sheet, first, ruling, section::last_number(plan));
    let after = row::after_table(sheet, ruling, &mut cells);
    for row in row::rows(sheet, cells) {
        merging.row(sheet, plan, row);
    }
    for cell in after {
        for line in sheet.lines_of(&cell.span) {
            section::paragraph(sheet, plan, &line);
        }
    }
    next
}
