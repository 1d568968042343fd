//! 任务专页: everything about one task on one sheet, for a meeting about it.
//!
//! What the year promises and where it stands; quarter by quarter the promise, the dates given for it and every statement
//! with who handed it in; what leaders wrote and what was assigned because of it; the evidence, photos small under their
//! codes, which the text links to. What happened after the as-of date is counted and not told.
//!
//! The public edition tells what everybody may know (adr/0010): promises, statements, dates, states, open evidence. Who
//! wrote, what was sent back, 批示 and 督办 are the office's own: a [`TaskRecord`] is not read for it at all.

mod chase;
mod evidence;
mod form;
mod head;
mod legend;
mod milestones;
mod record;
mod statement;

pub use record::{Found, HandedIn, Returned, TaskRecord};

use crate::audience::Audience;
use crate::evidence_book::BookItem;
use crate::making::Making;
use crate::source::SourceTable;
use crate::task_line::{TaskLine, Viewpoint};
use crate::wording::task_page as words;
use crate::{BookForm, NotPrinted, Report};
use domain::period::Round;
use domain::register::Register;
use layout::Length;
use layout::block::{Manuscript, Section};
use layout::figure::Extent;

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPageOptions {
    /// The round from which the task is looked at.
    pub round: Round,
    /// The task's number.
    pub task: u32,
    /// As of when, in which stage, for whom.
    pub making: Making,
}

impl TaskPageOptions {
    /// The most room that a photo has.
    #[must_use]
    pub const fn photo_frame() -> Extent {
        Extent { width: Length::mm(37.5), height: Length::mm(30.0) }
    }
}

/// The page; `None` where the plan has no such task. `evidence` is what backs the task's statements, in the order in which
/// it is listed; what of it holds personal data is not shown.
#[must_use]
pub fn task_page(
    register: &Register,
    record: &TaskRecord,
    evidence: &[BookItem],
    options: &TaskPageOptions,
) -> Option<Report> {
    let audience = options.making.audience;
    let register = &*audience.told(register);
    let nothing = TaskRecord::default();
    let record = if audience == Audience::Public { &nothing } else { record };
    let shown = |item: &&BookItem| audience == Audience::Internal || !is_personal(item);
    let task = register.task(options.task)?;
    let viewpoint = Viewpoint::new(register, options.round, options.making.as_of);
    let line = viewpoint.task(task);
    let mut page = TaskPage {
        viewpoint,
        line: &line,
        record,
        evidence: evidence.iter().filter(shown).collect(),
        left_out: evidence.iter().filter(|item| !shown(item)).count(),
        options,
        sources: SourceTable::default(),
    };
    let mut blocks = page.head();
    blocks.extend(page.milestones());
    blocks.extend(page.chase());
    blocks.extend(page.evidence());
    let section = Section { sheet: form::sheet(&options.making), first_number: None, blocks };
    let title =
        format!("{}{}", words::title(options.round), layout::punctuation::full_width(&task.number_text));
    let front = options.making.front(&register.plan, Some(options.round), &title, &[&task.number_text]);
    Some(Report { manuscript: Manuscript { sections: vec![section] }, front, sources: page.sources })
}

fn is_personal(item: &BookItem) -> bool {
    item.form == BookForm::Listed(NotPrinted::Personal)
}

/// A page on its way to paper.
struct TaskPage<'a> {
    viewpoint: Viewpoint<'a>,
    line: &'a TaskLine<'a>,
    record: &'a TaskRecord,
    /// In the order of the list; its place is its anchor.
    evidence: Vec<&'a BookItem>,
    /// How many pieces the public is not told of.
    left_out: usize,
    options: &'a TaskPageOptions,
    sources: SourceTable,
}

impl TaskPage<'_> {
    fn is_public(&self) -> bool {
        self.options.making.audience == Audience::Public
    }

    fn year(&self) -> i16 {
        self.viewpoint.register.plan.year
    }
}
