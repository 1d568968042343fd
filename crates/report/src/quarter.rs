//! 季度进展情况表: the quarter's report, for the whole district or one department, in both styles.
//!
//! Here stand the options, the title block and the original style; the landscape table is in `wide`. Asks every state of
//! the register, from the round and the as-of date that the options name.

use crate::deed;
use crate::facsimile;
use crate::front::{self, Front};
use crate::legend;
use crate::passage::Passage;
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span};
use crate::task_line::{MilestoneLine, Showing, TaskLine, Viewpoint};
use crate::{Report, tally, wide, wording};
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
use layout::table::{Band, Group};

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
            Style::Original => original(&goals, viewpoint, &mut sources),
            Style::Wide => wide::table(&goals, viewpoint, &mut sources),
        };
        blocks.push(Block::Table(table));
        blocks.extend(legend::blocks(&goals, options.style, sources.add(Source::Legend)));
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
    let mut blocks = Vec::new();
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

/// The white paper's table with 完成情况 under its milestones.
fn original(
    goals: &[GoalLines<'_>],
    viewpoint: Viewpoint<'_>,
    sources: &mut SourceTable,
) -> layout::table::Table {
    let groups = goals.iter().map(|goal| Group {
        cells: vec![facsimile::goal_cell(goal.goal, goal.place, 1, sources)],
        rows: goal
            .lines
            .iter()
            .map(|line| {
                let bands = bands(line, viewpoint, sources);
                facsimile::row(line.task, line.departments.iter().map(String::as_str), bands, 2, sources)
            })
            .collect(),
    });
    let groups = groups.collect();
    facsimile::table(&viewpoint.register.plan, groups)
}

fn bands(line: &TaskLine<'_>, viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Vec<Band> {
    let mut bands = Vec::new();
    if let Some(objective) = &line.task.objective {
        let source = sources.add(Source::Objective(line.task.number));
        let text = format!("{}{objective}", wording::OBJECTIVE_LABEL);
        let paragraph = facsimile::flow(vec![cell_span(&text, FontRole::Fangsong)]);
        bands.push(facsimile::band(vec![paragraph.from_source(source)]));
    }
    for milestone in line.milestones.iter().flatten() {
        milestone_bands(milestone, viewpoint, sources, &mut bands);
    }
    bands
}

/// The promise, then the deed a paragraph a band, so that pages part between paragraphs; the promise stays with the
/// deed's opening.
fn milestone_bands(
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
    sources: &mut SourceTable,
    bands: &mut Vec<Band>,
) {
    let own = milestone.quarter == viewpoint.round.quarter;
    let label_role = if own { FontRole::Hei } else { FontRole::Fangsong };
    let mut promise = facsimile::flow(vec![
        cell_span(&wording::milestone_label(milestone.quarter), label_role),
        cell_span(milestone.promise, FontRole::Fangsong),
    ]);
    promise.source =
        Some(sources.add(Source::Milestone { task: milestone.task.number, quarter: milestone.quarter }));
    let in_full = matches!(milestone.showing, Showing::Full | Showing::CarriedOver);
    if milestone.showing == Showing::Brief {
        promise.spans.extend(state_spans(milestone, viewpoint));
    }
    bands.push(Band { keep_with_next: in_full, ..facsimile::band(vec![promise]) });
    if !in_full {
        return;
    }
    let mut passage = Passage::default();
    let standing =
        Source::Standing { task: milestone.task.number, quarter: milestone.quarter, round: viewpoint.round };
    let source = sources.add(standing);
    if milestone.showing == Showing::CarriedOver {
        passage.stress(&wording::carried_over_label(milestone.quarter), source);
    }
    for span in state_spans(milestone, viewpoint) {
        passage.push(span, source);
    }
    deed::write(&mut passage, milestone, viewpoint, sources);
    for (spans, source) in passage.into_paragraphs() {
        let mut paragraph = facsimile::flow(spans).from_source(source);
        paragraph.style.indent_left = CELL;
        bands.push(facsimile::band(vec![paragraph]));
    }
}

/// The mark, 【the word】 in bold, （◇无佐证） and the day of what was finished late.
fn state_spans(milestone: &MilestoneLine<'_>, viewpoint: Viewpoint<'_>) -> Vec<Span> {
    let standing = &milestone.standing;
    let word = cell_span(&wording::in_brackets(standing.word()), FontRole::Hei);
    let mut spans: Vec<Span> = deed::mark_span(standing.state).into_iter().collect();
    spans.push(style::unbroken(word));
    let late = deed::late_on(standing, viewpoint).map(|day| cell_span(&day, FontRole::Kai));
    let without = deed::without_evidence_spans(standing);
    let notes: Vec<Vec<Span>> = [late.into_iter().collect(), without]
        .into_iter()
        .filter(|note: &Vec<Span>| !note.is_empty())
        .collect();
    for (at, note) in notes.iter().enumerate() {
        spans.push(cell_span(if at == 0 { "（" } else { "，" }, FontRole::Kai));
        spans.extend(note.iter().cloned());
    }
    if !notes.is_empty() {
        spans.push(cell_span("）", FontRole::Kai));
    }
    spans
}
