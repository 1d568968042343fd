//! 一页纸: for the leader, one sheet: room for his hand, three counted sentences, what is slow and why, and the grid.
//!
//! It is one page whatever the paper holds: what does not fit is told by where it stands in the quarter's report. On
//! which page that is, and whether a page is full, the caller knows who lays out. Left to others: the grid (`grid`),
//! which tasks are slow (`slow`).

mod grid;

use crate::making::Making;
use crate::passage::sentence;
use crate::quarter::{GoalLines, goal_lines};
use crate::slow::{SlowTask, slow_tasks};
use crate::source::{Source, SourceTable};
use crate::style::{self, cell_span, paragraph, small_body, whole};
use crate::tally::{self, Sentences};
use crate::task_line::Viewpoint;
use crate::wording::{self, PromiseSeen, official};
use crate::{Report, facsimile};
use domain::period::Round;
use domain::register::Register;
use grid::Density;
use layout::Length;
use layout::block::{
    Block, Manuscript, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section, SourceId,
};
use layout::font::{FontRole, size};
use layout::page::{Belongs, Document, Stroke};
use layout::sheet::{Margins, Sheet};
use std::collections::BTreeMap;

/// At most so many slow tasks are told.
const TOLD_MAX: usize = 5;
/// Room for a leader's hand.
const INSTRUCTION_ROOM: Length = Length::mm(30.0);
const PITCH: Length = Length(20_000);
const SLOW_PITCH: Length = Length(15_600);

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnePageOptions {
    /// The round that is reported.
    pub round: Round,
    /// On which page of the quarter's report (对照) each task begins, by its number.
    pub pages: BTreeMap<u32, u32>,
    /// As of when, in which stage, for whom.
    pub making: Making,
}

/// On which page each task of a laid-out report begins, by its number.
#[must_use]
pub fn task_pages(report: &Report, document: &Document) -> BTreeMap<u32, u32> {
    let mut pages = BTreeMap::new();
    for page in &document.pages {
        for placed in &page.placed {
            let source = placed.source.and_then(|id| report.sources.get(id));
            if let (Some(Source::Task(task)), Belongs::Node(_)) = (source, placed.belongs) {
                pages.entry(task).or_insert(page.number);
            }
        }
    }
    pages
}

/// The sheet. `fits` says whether a report has one page: the fullest that has is taken.
///
/// # Errors
/// What `fits` says.
pub fn one_page<E>(
    register: &Register,
    options: &OnePageOptions,
    mut fits: impl FnMut(&Report) -> Result<bool, E>,
) -> Result<Report, E> {
    let register = &*options.making.audience.told(register);
    let viewpoint = Viewpoint::new(register, options.round, options.making.as_of);
    let goals = goal_lines(viewpoint, None);
    let tasks = goals.iter().map(|goal| goal.lines.len()).sum();
    let page = OnePage { register, options, goals: &goals, slow: told_first(slow_tasks(&goals), viewpoint) };
    for (density, told) in shapes(tasks) {
        let report = page.report(density, told);
        if fits(&report)? {
            return Ok(report);
        }
    }
    Ok(page.report(Density::Totals, 0))
}

/// The shapes of the page, the fullest first: the grid keeps its tasks as long as two slow ones are still told.
fn shapes(tasks: usize) -> Vec<(Density, usize)> {
    let mut shapes = Vec::new();
    if tasks <= Density::TITLED_MAX {
        shapes.push((Density::Titled, TOLD_MAX));
    }
    if tasks <= Density::NUMBERED_MAX {
        shapes.extend((2..=TOLD_MAX).rev().map(|told| (Density::Numbered, told)));
    }
    shapes.extend((1..=TOLD_MAX).rev().map(|told| (Density::Goals, told)));
    shapes.extend((1..=TOLD_MAX).rev().map(|told| (Density::Totals, told)));
    shapes
}

/// Those with an account first: of a task that nobody has reported the table says as much as could be said here.
fn told_first<'a>(mut slow: Vec<SlowTask<'a>>, viewpoint: Viewpoint<'_>) -> Vec<SlowTask<'a>> {
    slow.sort_by_key(|task| task.account(viewpoint.promises).is_none());
    slow
}

/// A4 with 162 x 257 mm for the text.
fn sheet() -> Sheet {
    let margins = Margins {
        top: Length::mm(20.0),
        bottom: Length::mm(20.0),
        binding: Length::mm(28.0),
        outer: Length::mm(20.0),
    };
    Sheet::official().with_margins(margins)
}

struct OnePage<'a> {
    register: &'a Register,
    options: &'a OnePageOptions,
    goals: &'a [GoalLines<'a>],
    slow: Vec<SlowTask<'a>>,
}

impl OnePage<'_> {
    fn report(&self, density: Density, told_max: usize) -> Report {
        let OnePageOptions { round, making, .. } = self.options;
        let mut sources = SourceTable::default();
        let mut blocks = self.opening(&mut sources);
        blocks.extend(self.told(told_max, &mut sources));
        if self.goals.is_empty() {
            let text = wording::no_tasks(self.register.plan.year, None);
            blocks.push(Block::Paragraph(running(&text, sources.add(Source::Summary))));
        } else {
            blocks.push(Block::Paragraph(heading(official::GRID)));
            let source = sources.add(Source::Legend);
            let closing = grid::legend(self.goals, density, source);
            blocks.push(Block::Closed {
                table: grid::table(self.goals, density, &mut sources),
                rows_kept: 0,
                closing,
            });
        }
        let section = Section { sheet: making.on_sheet(sheet()), first_number: None, blocks };
        let title = official::one_page_title(*round);
        let front = making.front(&self.register.plan, Some(*round), &title, &[]);
        Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
    }

    /// Room for the leader's hand, the title and the three sentences.
    fn opening(&self, sources: &mut SourceTable) -> Vec<Block> {
        let OnePageOptions { round, .. } = self.options;
        let spans = vec![style::span(official::INSTRUCTION, FontRole::Hei, size::SMALL_FOUR)];
        let mut label = paragraph(spans, ParagraphStyle::cell(PITCH));
        label.style.keep_with_next = true;
        let title_text = official::one_page_title(*round);
        let mut title = style::centred(&title_text, FontRole::Title, size::TWO, Length::pt(34.0));
        title.role = ParagraphRole::Title;
        title.style.space_after = Length::pt(2.0);
        let mut blocks = vec![
            Block::Paragraph(label),
            Block::Space(INSTRUCTION_ROOM),
            Block::Rule(Stroke::solid(Length::pt(0.75))),
            Block::Space(Length::pt(6.0)),
            Block::Paragraph(title.from_source(sources.add(Source::Title))),
        ];
        let lines = self.goals.iter().flat_map(|goal| &goal.lines);
        let counted = Sentences::of(lines.clone(), *round);
        // The year's first quarter is the year so far: there the evidence is told in its place.
        let second = if counted.so_far.is_empty() { counted.evidence } else { counted.so_far };
        let source = sources.add(Source::Summary);
        let said = [counted.quarter, second, tally::lights(lines)].concat();
        blocks.push(Block::Paragraph(running(&said, source)));
        blocks
    }

    /// The slow tasks that are told, and where the others stand.
    fn told(&self, told_max: usize, sources: &mut SourceTable) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(heading(official::SLOW_TASKS))];
        let (told, further) = self.slow.split_at(told_max.min(self.slow.len()));
        if self.slow.is_empty() {
            let spans = vec![cell_span(official::NO_SLOW_TASKS, FontRole::Fangsong)];
            blocks.push(Block::Paragraph(small_body(spans, SLOW_PITCH)));
        }
        for (at, task) in (1..).zip(told) {
            let source = sources.add(Source::Task(task.line.task.number));
            blocks.push(Block::Paragraph(self.slow_task(at, task).from_source(source)));
        }
        if !further.is_empty() {
            let page = |task: &SlowTask<'_>| self.options.pages.get(&task.line.task.number).copied();
            let mut pages: Vec<u32> = further.iter().filter_map(page).collect();
            pages.sort_unstable();
            pages.dedup();
            let table = wording::quarter_title(self.options.round);
            let words = official::further(told.len(), further.len(), &table, &pages);
            let spans = vec![cell_span(&words, FontRole::Fangsong)];
            blocks.push(Block::Paragraph(small_body(spans, SLOW_PITCH)));
        }
        blocks
    }

    /// 1. （六）大力实施…（发改局）×滞后：一季度遗留未完成。原因：…
    fn slow_task(&self, at: usize, task: &SlowTask<'_>) -> Paragraph {
        let line = task.line;
        let head = format!("{at}. {}", facsimile::numbered_title(line.task).trim_end_matches('。'));
        let who = format!("（{}）{}", line.departments_in_line(), line.light.light.mark());
        let state = task.state_words();
        let state = if state.is_empty() { String::new() } else { format!("：{state}") };
        let mut spans = vec![
            cell_span(&head, FontRole::Hei),
            cell_span(&who, FontRole::Fangsong),
            cell_span(&sentence(&format!("{}{state}", line.light.word)), FontRole::Fangsong),
        ];
        if let Some(account) =
            task.account(PromiseSeen::on(self.options.making.as_of, self.register.plan.year))
        {
            let mut labelled = |label: &str, text: &str| {
                if !text.is_empty() {
                    spans.push(whole(cell_span(label, FontRole::Kai)));
                    spans.push(cell_span(&sentence(text), FontRole::Fangsong));
                }
            };
            labelled(wording::CAUSE, &account.cause);
            labelled(wording::MEASURE, &account.measure);
            labelled("", &account.promise);
            labelled(wording::PERSON, &account.person);
        }
        let mut paragraph = small_body(spans, SLOW_PITCH);
        paragraph.style.space_after = Length::pt(2.0);
        paragraph
    }
}

/// A short heading of the sheet.
fn heading(words: &str) -> Paragraph {
    let spans = vec![style::span(words, FontRole::Hei, size::SMALL_FOUR)];
    let mut heading = paragraph(spans, ParagraphStyle::cell(PITCH));
    heading.style.keep_with_next = true;
    heading.style.space_before = Length::pt(4.0);
    heading.role = ParagraphRole::Heading(1);
    heading.outline = Some(OutlineLabel { level: 1, title: words.to_owned() });
    heading
}

fn running(words: &str, source: SourceId) -> Paragraph {
    let spans = vec![style::span(words, FontRole::Fangsong, size::SMALL_FOUR)];
    paragraph(spans, ParagraphStyle::body(size::SMALL_FOUR, PITCH)).from_source(source)
}
