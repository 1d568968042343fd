//! 季度进展情况表: the quarter's report, for the whole district or one department, in both styles.
//!
//! Here stand the options and the title block; the tables are in `original` and `wide`. Asks every state of
//! the register, from the round and the as-of date that the options name.

use crate::facsimile;
use crate::front::{self, Front};
use crate::legend;
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span};
use crate::task_line::{TaskLine, Viewpoint};
use crate::{Report, original, tally, wide, wording};
use domain::id::ObjectId;
use domain::period::Round;
use domain::plan::{Goal, Plan};
use domain::register::Register;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphRole, ParagraphStyle, Section, Span};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{RunningLine, Sheet};

/// How the table looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// 原版: upright, the white paper's four columns, 完成情况 under each milestone.
    Original,
    /// 对照: landscape, promise, deed, mark and name on one line of sight.
    Wide,
}

/// Where in its life the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edition {
    /// 送审稿: nobody has signed it.
    Draft,
}

/// What is printed, and as of when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterOptions {
    /// The round that is reported; its year is the plan's.
    pub round: Round,
    /// 数据截至.
    pub as_of: Date,
    /// The form.
    pub style: Style,
    /// One department's edition; `None` for the whole district.
    pub department: Option<ObjectId>,
    /// What stands on every page about its standing.
    pub edition: Edition,
    /// Whether the store is the sample: marked on every page.
    pub sample: bool,
    /// The office that makes the report; may be empty.
    pub unit: String,
}

/// One goal with the tasks that are printed.
pub(crate) struct GoalLines<'a> {
    pub(crate) goal: &'a Goal,
    /// From 0 in the plan.
    pub(crate) place: usize,
    pub(crate) lines: Vec<TaskLine<'a>>,
}

/// The quarter's report.
#[must_use]
pub fn quarter(register: &Register, options: &QuarterOptions) -> Report {
    let viewpoint = Viewpoint { register, round: options.round, as_of: options.as_of };
    let mut sources = SourceTable::default();
    let department = options.department.map(|id| department_name(register, id, options.as_of));
    let goals = goal_lines(viewpoint, options.department);
    let mut blocks = title_block(&register.plan, options, department.as_deref(), &mut sources);
    if goals.is_empty() {
        let text = wording::no_tasks(register.plan.year, department.as_deref());
        blocks.push(Block::Paragraph(summary(&text, sources.add(Source::Summary))));
    } else {
        let text = tally::sentences(goals.iter().flat_map(|goal| &goal.lines), options.round);
        let mut summary = summary(&text, sources.add(Source::Summary));
        summary.style.space_after = Length::pt(8.0);
        blocks.push(Block::Paragraph(summary));
        let table = match options.style {
            Style::Original => original::table(&goals, viewpoint, &mut sources),
            Style::Wide => wide::table(&goals, viewpoint, &mut sources),
        };
        let closing = legend::blocks(&goals, options.style, sources.add(Source::Legend));
        blocks.push(Block::Closed { table, rows_kept: 0, closing });
    }
    let sheet = match options.style {
        Style::Original => facsimile::sheet(),
        Style::Wide => wide::sheet(),
    };
    let section = Section { sheet: with_running_line(sheet, options), first_number: None, blocks };
    let front = front_of(&register.plan, options, department.as_deref());
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
}

fn department_name(register: &Register, id: ObjectId, day: Date) -> String {
    register
        .department(id)
        .map_or(wording::UNKNOWN_DEPARTMENT, |department| department.name_on(day))
        .to_owned()
}

/// The goals that have tasks to print.
fn goal_lines(viewpoint: Viewpoint<'_>, department: Option<ObjectId>) -> Vec<GoalLines<'_>> {
    let goals = viewpoint.register.plan.goals.iter().enumerate().map(|(place, goal)| GoalLines {
        goal,
        place,
        lines: goal
            .tasks
            .iter()
            .filter(|task| department.is_none_or(|id| viewpoint.is_responsible(task, id)))
            .map(|task| viewpoint.task(task))
            .collect(),
    });
    goals.filter(|goal| !goal.lines.is_empty()).collect()
}

fn title_of(options: &QuarterOptions, department: Option<&str>) -> String {
    let of = department.map(wording::of_department).unwrap_or_default();
    format!("{}{of}", wording::quarter_title(options.round))
}

fn front_of(plan: &Plan, options: &QuarterOptions, department: Option<&str>) -> Front {
    let title = title_of(options, department);
    let mark = if options.sample { wording::SAMPLE } else { "" };
    let Edition::Draft = options.edition;
    let mut keywords = vec![full_width(plan.issuer()), options.round.to_string()];
    keywords.extend(department.map(str::to_owned));
    keywords.extend([wording::DRAFT.to_owned(), wording::as_of(options.as_of)]);
    keywords.retain(|word| !word.is_empty());
    let author = if options.unit.is_empty() { plan.issuer() } else { &options.unit };
    Front {
        author: full_width(author),
        subject: format!("{mark}{title}（{}，{}）", wording::DRAFT, wording::as_of(options.as_of)),
        keywords,
        file_name: front::file_name(&format!("{mark}{title}（{}）", wording::DRAFT)),
        title: format!("{}　{title}", full_width(plan.title())).trim().to_owned(),
    }
}

/// The white paper's title small, the report's own under it.
fn title_block(
    plan: &Plan,
    options: &QuarterOptions,
    department: Option<&str>,
    sources: &mut SourceTable,
) -> Vec<Block> {
    let source = sources.add(Source::Title);
    // The upright sheet's head stands close to the type area.
    let mut blocks = match options.style {
        Style::Original => vec![Block::Space(Length::pt(6.0))],
        Style::Wide => Vec::new(),
    };
    if !plan.title().is_empty() {
        let over = style::centred(plan.title(), FontRole::Kai, size::THREE, Length::pt(24.0));
        blocks.push(Block::Paragraph(over.from_source(source)));
    }
    let mut title =
        style::centred(&title_of(options, department), FontRole::Title, size::TWO, Length::pt(36.0));
    title.role = ParagraphRole::Title;
    title.style.space_after = Length::pt(4.0);
    blocks.push(Block::Paragraph(title.from_source(source)));
    blocks
}

/// The counted sentences: 小四, indented.
fn summary(text: &str, source: layout::block::SourceId) -> Paragraph {
    let spans = vec![style::span(text, FontRole::Fangsong, size::SMALL_FOUR)];
    style::paragraph(spans, ParagraphStyle::body(size::SMALL_FOUR, Length::pt(20.0))).from_source(source)
}

/// 送审稿 and the sample's mark at the left, the office in the middle, 数据截至 at the right of every page's head.
fn with_running_line(mut sheet: Sheet, options: &QuarterOptions) -> Sheet {
    let Edition::Draft = options.edition;
    let mut left = vec![Span::new(wording::DRAFT, FontRole::Hei, CELL)];
    if options.sample {
        left.push(Span::new(wording::SAMPLE, FontRole::Hei, CELL));
    }
    let center = if options.unit.is_empty() {
        Vec::new()
    } else {
        vec![cell_span(&wording::made_by(&options.unit), FontRole::Fangsong)]
    };
    sheet.header.push(RunningLine {
        left,
        center,
        right: vec![cell_span(&wording::as_of(options.as_of), FontRole::Fangsong)],
        distance: Length::mm(4.0),
        rule: Stroke::NONE,
    });
    sheet
}
