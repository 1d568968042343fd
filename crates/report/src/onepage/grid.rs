//! The grid of the 一页纸: tasks × quarters with marks and the year's light, in published order, as dense as it must be.
//!
//! Left to others: which density fits the page.

use crate::quarter::GoalLines;
use crate::source::{Source, SourceTable};
use crate::style::{JOINER, SMALL_PITCH, paragraph, span};
use crate::task_line::{MilestoneLine, TaskLine};
use crate::wording::{self, official};
use domain::light::Light;
use domain::state::{QuarterState, WITHOUT_EVIDENCE};
use domain::tally::STATES;
use layout::Length;
use layout::block::{Alignment, Block, ParagraphStyle, SourceId, Span};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

const SIZE: Length = size::SMALL_FIVE;
const PITCH: Length = Length(11_200);
const PADDING_X: Length = Length(1_300);
const PADDING_Y: Length = Length(900);
/// The width of the type area, less what rounding takes.
const WIDTH: Length = Length::mm(161.9);
/// Room for （二十一）.
const NUMBER_WIDTH: Length = Length(SIZE.0 * 5 + PADDING_X.0 * 2);
/// Room for 未报 and for ▲◇ where tasks stand side by side.
const MARK_WIDTH: Length = Length((WIDTH.0 / ABREAST as i32 - NUMBER_WIDTH.0) / 5);
/// Tasks side by side where only numbers are printed.
const ABREAST: usize = 3;

/// How much of each task the grid prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Density {
    /// Number, title and marks: a row a task.
    Titled,
    /// Number and marks, three tasks side by side.
    Numbered,
    /// How many tasks of each goal stand where.
    Goals,
    /// How many of all.
    Totals,
}

impl Density {
    /// More tasks are not printed with their titles.
    pub(crate) const TITLED_MAX: usize = 40;
    /// More tasks are not printed one by one.
    pub(crate) const NUMBERED_MAX: usize = 90;
}

/// The grid.
pub(crate) fn table(goals: &[GoalLines<'_>], density: Density, sources: &mut SourceTable) -> Table {
    match density {
        Density::Titled => titled(goals, sources),
        Density::Numbered => numbered(goals, sources),
        Density::Goals | Density::Totals => counted(goals, density, sources),
    }
}

fn cell(words: &str, role: FontRole, alignment: Alignment, source: SourceId) -> Cell {
    if words.is_empty() {
        return Cell::default();
    }
    let style = ParagraphStyle::cell(PITCH).aligned(alignment);
    Cell::new(vec![paragraph(vec![span(words, role, SIZE)], style).from_source(source)]).middle()
}

fn column(width: Length, title: &str) -> Column {
    let style = ParagraphStyle::cell(PITCH).aligned(Alignment::Center);
    let title = Cell::new(vec![paragraph(vec![span(title, FontRole::Hei, SIZE)], style)]).middle();
    Column { width, part: ColumnPart::Row, title }
}

fn made_of(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    let look = TableLook {
        padding_x: PADDING_X,
        padding_y: PADDING_Y,
        frame: Stroke::solid(Length::pt(0.75)),
        grid: Stroke::solid(Length::pt(0.35)),
        under_head: None,
        head_fill: None,
    };
    Table { columns, head: true, groups: vec![Group { cells: Vec::new(), rows }], look, source: None }
}

fn row(cells: Vec<Cell>, source: Option<SourceId>) -> Row {
    Row { cells, bands: vec![Band::default()], source, ..Row::default() }
}

/// ▲◇, 未报; empty where the paper promises nothing.
fn mark(milestone: Option<&MilestoneLine<'_>>) -> String {
    let Some(MilestoneLine { standing, .. }) = milestone else { return String::new() };
    let mut text = standing.state.mark().map_or_else(|| standing.word().to_owned(), String::from);
    if standing.without_evidence {
        text.extend([JOINER, WITHOUT_EVIDENCE.0]);
    }
    text
}

/// The four marks and the year's light of one task.
fn marks(line: &TaskLine<'_>, source: SourceId) -> Vec<Cell> {
    let quarters = line.milestones.iter().map(|milestone| mark(milestone.as_ref()));
    let light = line.light.light.mark().to_string();
    let cells = quarters.chain([light]);
    cells.map(|words| cell(&words, FontRole::Hei, Alignment::Center, source)).collect()
}

fn titled(goals: &[GoalLines<'_>], sources: &mut SourceTable) -> Table {
    let mark = Length(30_400);
    let title = WIDTH - NUMBER_WIDTH - mark * 5;
    let widths = [NUMBER_WIDTH, title, mark, mark, mark, mark, mark];
    let columns = widths.into_iter().zip(official::COLUMNS_GRID).map(|(width, title)| column(width, title));
    let rows = goals.iter().flat_map(|goal| &goal.lines).map(|line| {
        let source = sources.add(Source::Task(line.task.number));
        let mut cells = vec![
            cell(&line.task.number_text, FontRole::Fangsong, Alignment::Center, source),
            cell(&line.task.title, FontRole::Fangsong, Alignment::Left, source),
        ];
        cells.extend(marks(line, source));
        row(cells, Some(source))
    });
    let rows = rows.collect();
    made_of(columns.collect(), rows)
}

/// Down the first column of tasks, then down the next.
fn numbered(goals: &[GoalLines<'_>], sources: &mut SourceTable) -> Table {
    let widths = [NUMBER_WIDTH, MARK_WIDTH, MARK_WIDTH, MARK_WIDTH, MARK_WIDTH, MARK_WIDTH];
    let block = || {
        let titles = widths.into_iter().zip(official::COLUMNS_GRID_NARROW);
        titles.map(|(width, title)| column(width, title))
    };
    let lines: Vec<&TaskLine<'_>> = goals.iter().flat_map(|goal| &goal.lines).collect();
    let deep = lines.len().div_ceil(ABREAST);
    let rows = (0..deep).map(|at| {
        let cells = (0..ABREAST).flat_map(|block| match lines.get(block * deep + at) {
            Some(line) => {
                let source = sources.add(Source::Task(line.task.number));
                let mut cells =
                    vec![cell(&line.task.number_text, FontRole::Fangsong, Alignment::Center, source)];
                cells.extend(marks(line, source));
                cells
            }
            None => vec![Cell::default(); widths.len()],
        });
        row(cells.collect(), None)
    });
    let rows = rows.collect();
    made_of((0..ABREAST).flat_map(|_| block()).collect(), rows)
}

/// ✓12 ▲3 未报4: how many milestones of one quarter stand where.
fn counts<'a>(milestones: impl Iterator<Item = &'a MilestoneLine<'a>> + Clone) -> String {
    let of = |state: QuarterState| {
        milestones.clone().filter(|one| one.standing.state.code() == state.code()).count()
    };
    let said = STATES.into_iter().filter_map(|state| {
        let count = of(state);
        let mark = state.mark().map_or_else(|| state.word(true).to_owned(), String::from);
        (count > 0).then(|| format!("{mark}{count}"))
    });
    said.collect::<Vec<_>>().join(" ")
}

fn light_counts(lines: &[&TaskLine<'_>]) -> String {
    let said = Light::ALL.into_iter().filter_map(|light| {
        let count = lines.iter().filter(|line| line.light.light == light).count();
        (count > 0).then(|| format!("{}{count}", light.mark()))
    });
    said.collect::<Vec<_>>().join(" ")
}

fn counted(goals: &[GoalLines<'_>], density: Density, sources: &mut SourceTable) -> Table {
    let (name, tasks) = (Length(75_000), Length(28_000));
    let quarter = (WIDTH - name - tasks) / 5;
    let widths = [name, tasks, quarter, quarter, quarter, quarter, quarter];
    let columns =
        widths.into_iter().zip(official::COLUMNS_GRID_GOALS).map(|(width, title)| column(width, title));
    let of = |name: &str, lines: &[&TaskLine<'_>], source: SourceId| {
        let mut cells = vec![
            cell(name, FontRole::Fangsong, Alignment::Center, source),
            cell(&lines.len().to_string(), FontRole::Fangsong, Alignment::Center, source),
        ];
        let quarters =
            (0..4).map(|at| counts(lines.iter().filter_map(move |line| line.milestones[at].as_ref())));
        let words = quarters.chain([light_counts(lines)]);
        cells.extend(words.map(|words| cell(&words, FontRole::Hei, Alignment::Center, source)));
        row(cells, Some(source))
    };
    let mut rows = Vec::new();
    if density == Density::Goals {
        for goal in goals {
            let source = sources.add(Source::Goal(goal.place));
            rows.push(of(&goal.goal.name, &goal.lines.iter().collect::<Vec<_>>(), source));
        }
    }
    let all: Vec<&TaskLine<'_>> = goals.iter().flat_map(|goal| &goal.lines).collect();
    rows.push(of(official::ALL_TASKS, &all, sources.add(Source::Summary)));
    made_of(columns.collect(), rows)
}

/// What the marks of the grid say; a mark of both kinds with both words.
pub(crate) fn legend(goals: &[GoalLines<'_>], density: Density, source: SourceId) -> Vec<Block> {
    let lines = || goals.iter().flat_map(|goal| &goal.lines);
    let milestones = || lines().flat_map(|line| line.milestones.iter().flatten());
    let mut used: Vec<(char, String)> = Vec::new();
    for state in STATES {
        if let Some(mark) = state.mark()
            && milestones().any(|one| one.standing.state.code() == state.code())
        {
            used.push((mark, state.word(true).to_owned()));
        }
    }
    for light in Light::ALL {
        let Some(line) = lines().find(|line| line.light.light == light) else { continue };
        let word = &line.light.word;
        match used.iter_mut().find(|(mark, _)| *mark == light.mark()) {
            Some((_, known)) => known.push_str(&format!("、{word}")),
            None => used.push((light.mark(), word.clone())),
        }
    }
    let task_by_task = matches!(density, Density::Titled | Density::Numbered);
    if task_by_task && milestones().any(|one| one.standing.without_evidence) {
        used.push((WITHOUT_EVIDENCE.0, WITHOUT_EVIDENCE.1.to_owned()));
    }
    let small = |text: &str, role| span(text, role, SIZE);
    let mut spans: Vec<Span> = vec![small(wording::LEGEND, FontRole::Hei)];
    for (at, (mark, word)) in used.iter().enumerate() {
        let gap = if at > 0 { "\u{3000}" } else { "" };
        spans.push(small(&format!("{gap}{mark}"), FontRole::Hei));
        spans.push(small(word, FontRole::Fangsong));
    }
    let style = ParagraphStyle { space_before: Length::pt(3.0), ..ParagraphStyle::cell(SMALL_PITCH) };
    vec![Block::Paragraph(paragraph(spans, style).from_source(source))]
}
