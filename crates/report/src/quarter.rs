//! 季度进展情况表: the quarter's report, for the whole district or one department, in both styles.
//!
//! Here stand the options and the title block; the tables are in `original` and `wide`. Asks every state of
//! the register, from the round and the as-of date that the options name.

use crate::columns::{ColumnPreset, Content};
use crate::facsimile;
use crate::legend;
use crate::making::Making;
use crate::source::{Source, SourceTable};
use crate::style;
use crate::tally::Sentences;
use crate::task_line::{Beside, TaskLine, Viewpoint};
use crate::{Report, original, wide, wording};
use domain::id::ObjectId;
use domain::period::Round;
use domain::plan::{Goal, Plan};
use domain::register::Register;
use jiff::civil::Date;
use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphRole, ParagraphStyle, Section};
use layout::font::{FontRole, size};

/// How the table looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// 原版: upright, the white paper's four columns, 完成情况 under each milestone.
    Original,
    /// 对照: landscape, with these columns; promise, deed, mark and name on one line of sight.
    Wide(ColumnPreset),
}

impl Style {
    /// From where the register is looked at for it.
    pub(crate) fn viewpoint<'a>(&self, alone: Viewpoint<'a>) -> Viewpoint<'a> {
        match self {
            Self::Wide(preset) if preset.shows(Content::LastDeed) => {
                Viewpoint { beside: Beside::This, ..alone }
            }
            Self::Original | Self::Wide(_) => alone,
        }
    }
}

/// What is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterOptions {
    /// The round that is reported; its year is the plan's.
    pub round: Round,
    /// The form.
    pub style: Style,
    /// One department's edition; `None` for the whole district.
    pub department: Option<ObjectId>,
    /// As of when, in which stage, for whom.
    pub making: Making,
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
    let register = &*options.making.audience.told(register);
    let alone = Viewpoint::new(register, options.round, options.making.as_of);
    let viewpoint = options.style.viewpoint(alone);
    let mut sources = SourceTable::default();
    let department = options.department.map(|id| department_name(register, id, options.making.as_of));
    let goals = goal_lines(viewpoint, options.department);
    let mut blocks = title_block(&register.plan, options, department.as_deref(), &mut sources);
    if goals.is_empty() {
        let text = wording::no_tasks(register.plan.year, department.as_deref());
        blocks.push(Block::Paragraph(summary(&text, sources.add(Source::Summary))));
    } else {
        let lines = goals.iter().flat_map(|goal| &goal.lines);
        let text = Sentences::of(lines, options.round).together();
        let mut summary = summary(&text, sources.add(Source::Summary));
        summary.style.space_after = Length::pt(8.0);
        blocks.push(Block::Paragraph(summary));
        let table = match &options.style {
            Style::Original => original::table(&goals, viewpoint, &mut sources),
            Style::Wide(preset) => wide::table(&goals, viewpoint, preset, &mut sources),
        };
        let closing = legend::blocks(&goals, &options.style, options.round, sources.add(Source::Legend));
        blocks.push(Block::Closed { table, rows_kept: 0, closing });
    }
    let sheet = match &options.style {
        Style::Original => facsimile::sheet(),
        Style::Wide(_) => wide::sheet(),
    };
    let section = Section { sheet: options.making.on_sheet(sheet), first_number: None, blocks };
    let title = title_of(options, department.as_deref());
    let subjects: Vec<_> = department.as_deref().into_iter().collect();
    let front = options.making.front(&register.plan, Some(options.round), &title, &subjects);
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
}

fn department_name(register: &Register, id: ObjectId, day: Date) -> String {
    register
        .department(id)
        .map_or(wording::UNKNOWN_DEPARTMENT, |department| department.name_on(day))
        .to_owned()
}

/// The goals that have tasks to print.
pub(crate) fn goal_lines(viewpoint: Viewpoint<'_>, department: Option<ObjectId>) -> Vec<GoalLines<'_>> {
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

/// The white paper's title small, the report's own under it.
fn title_block(
    plan: &Plan,
    options: &QuarterOptions,
    department: Option<&str>,
    sources: &mut SourceTable,
) -> Vec<Block> {
    let source = sources.add(Source::Title);
    // The upright sheet's head stands close to the type area.
    let mut blocks = match &options.style {
        Style::Original => vec![Block::Space(Length::pt(6.0))],
        Style::Wide(_) => Vec::new(),
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
