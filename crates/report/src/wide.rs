//! The landscape table (对照): the columns of a preset, a row a task, a band a milestone.
//!
//! Each milestone is a band, so that promise, deed, mark and name stand on one line of sight; the first band is the
//! year's objective with the year's light. Left to others: which columns there are (`columns`), what stands in a band
//! (`band`), the deed's text (`deed`), the title block (`quarter`).

mod band;
mod fit;

use crate::columns::{ColumnPreset, Content, Grouping, PresetColumn};
use crate::facsimile::numbered_title;
use crate::quarter::GoalLines;
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span, paragraph};
use crate::task_line::{TaskLine, Viewpoint};
use crate::wording;
use domain::plan::Goal;
use layout::Length;
use layout::block::{Alignment, OutlineLabel, Paragraph, ParagraphStyle, Span};
use layout::font::FontRole;
use layout::punctuation::full_width;
use layout::sheet::{Margins, Sheet};
use layout::table::{Cell, Column, ColumnPart, Group, Row, Table};

const PITCH: Length = Length(14_600);
const PADDING_X: Length = Length(3_600);
const PADDING_Y: Length = Length(2_800);
const TYPE_WIDTH: Length = Length::mm(257.0);

/// Landscape A4 with 257 x 164 mm for the table.
pub(crate) fn sheet() -> Sheet {
    let margins = Margins {
        top: Length::mm(18.0),
        bottom: Length::mm(22.0),
        binding: Length::mm(28.0),
        outer: Length::mm(18.0),
    };
    Sheet::official().with_margins(margins).landscape()
}

/// How wide a column is from rule to rule whose text has so much room.
pub(crate) fn column_width(half_characters: usize) -> Length {
    let half_characters = i32::try_from(half_characters).unwrap_or(i32::MAX / CELL.0);
    CELL * half_characters / 2 + PADDING_X * 2
}

/// How many half characters so many columns have together, when they fill the type area.
pub(crate) fn half_characters(columns: usize) -> usize {
    let padding = i32::try_from(columns).unwrap_or(i32::MAX).saturating_mul(PADDING_X.0 * 2);
    usize::try_from(TYPE_WIDTH.0.saturating_sub(padding) * 2 / CELL.0).unwrap_or(0)
}

/// The whole table.
pub(crate) fn table(
    goals: &[GoalLines<'_>],
    viewpoint: Viewpoint<'_>,
    preset: &ColumnPreset,
    sources: &mut SourceTable,
) -> Table {
    let rows = Rows { viewpoint, preset };
    let mut groups: Vec<Group> = match preset.grouped_by {
        Grouping::Goal => goals.iter().map(|goal| rows.of_goal(goal, sources)).collect(),
        Grouping::Leader => rows.by_leader(goals, sources),
        Grouping::Nothing => {
            let lines = goals.iter().flat_map(with_goal);
            vec![Group { cells: Vec::new(), rows: lines.map(|line| rows.row(line, 1, sources)).collect() }]
        }
    };
    let fitted = fit::widths(preset, &groups);
    fit::part(&fitted, &mut groups);
    let columns = fitted.columns.iter().map(|column| Column {
        width: column.width(),
        part: preset.part(column.content),
        title: Cell::new(vec![centred(vec![cell_span(&column.head, FontRole::Hei)])]).middle(),
    });
    let columns = columns.collect();
    let look = style::ruled(PADDING_X, PADDING_Y);
    Table { columns, head: true, groups, look, source: None }
}

fn centred(spans: Vec<Span>) -> Paragraph {
    aligned(spans, Alignment::Center)
}

fn aligned(spans: Vec<Span>, alignment: Alignment) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(alignment))
}

/// A task with the goal under which the paper has it.
type OfGoal<'a> = (&'a Goal, &'a TaskLine<'a>);

fn with_goal<'a>(goal: &'a GoalLines<'a>) -> impl Iterator<Item = OfGoal<'a>> {
    goal.lines.iter().map(|line| (goal.goal, line))
}

/// Makes rows of one preset.
struct Rows<'a> {
    viewpoint: Viewpoint<'a>,
    preset: &'a ColumnPreset,
}

impl<'a> Rows<'a> {
    /// The goal spans its tasks.
    fn of_goal(&self, goal: &GoalLines<'_>, sources: &mut SourceTable) -> Group {
        let name = &goal.goal.name;
        let source = sources.add(Source::Goal(goal.place));
        let cells = self.preset.of_part(ColumnPart::Group).map(|column| {
            let mut text =
                aligned(vec![cell_span(name, FontRole::Hei)], column.alignment).from_source(source);
            text.outline = Some(OutlineLabel { level: 1, title: full_width(name) });
            Cell::new(vec![text])
        });
        let cells = cells.collect();
        Group { cells, rows: with_goal(goal).map(|line| self.row(line, 2, sources)).collect() }
    }

    /// Each leader spans his tasks, in the order of their first; tasks of nobody known come last.
    fn by_leader(&self, goals: &[GoalLines<'_>], sources: &mut SourceTable) -> Vec<Group> {
        let mut led: Vec<(Option<&str>, Vec<OfGoal<'_>>)> = Vec::new();
        for line in goals.iter().flat_map(with_goal) {
            let leader = self.viewpoint.register.leader(line.1.task.number, self.viewpoint.round);
            match led.iter_mut().find(|(known, _)| *known == leader) {
                Some((_, lines)) => lines.push(line),
                None => led.push((leader, vec![line])),
            }
        }
        led.sort_by_key(|(leader, _)| leader.is_none());
        let group = |(leader, lines): (Option<&str>, Vec<OfGoal<'_>>)| {
            let name = leader.unwrap_or(wording::NO_LEADER);
            let first = lines.first().map(|(_, line)| sources.add(Source::Task(line.task.number)));
            let cells = self.preset.of_part(ColumnPart::Group).map(|column| {
                let mut text = aligned(vec![cell_span(name, FontRole::Hei)], column.alignment);
                text.source = first;
                text.outline = Some(OutlineLabel { level: 1, title: full_width(name) });
                Cell::new(vec![text])
            });
            let cells = cells.collect();
            Group { cells, rows: lines.into_iter().map(|line| self.row(line, 2, sources)).collect() }
        };
        led.into_iter().map(group).collect()
    }

    fn row(&self, (goal, line): OfGoal<'_>, outline_level: u8, sources: &mut SourceTable) -> Row {
        let source = sources.add(Source::Task(line.task.number));
        let cell = |column: &PresetColumn| {
            let text = |text: &str| {
                let spans = vec![cell_span(text, FontRole::Fangsong)];
                aligned(spans, column.alignment).from_source(source)
            };
            Cell::new(match column.content {
                Content::Number => vec![text(&line.task.number_text)],
                Content::Goal => vec![text(&goal.name)],
                Content::Leader => {
                    let leader = self.viewpoint.register.leader(line.task.number, self.viewpoint.round);
                    vec![text(leader.unwrap_or(wording::NO_LEADER))]
                }
                Content::Task => {
                    let mut title = text(&line.task.title);
                    let words = full_width(&numbered_title(line.task));
                    title.outline = Some(OutlineLabel { level: outline_level, title: words });
                    vec![title]
                }
                Content::Departments => line.departments.iter().map(|name| text(name)).collect(),
                // These stand in the bands.
                Content::Milestone | Content::Limit | Content::LastDeed | Content::Deed | Content::State => {
                    Vec::new()
                }
            })
        };
        Row {
            cells: self.preset.of_part(ColumnPart::Row).map(cell).collect(),
            bands: self.bands(line, sources),
            height_min: Length::ZERO,
            source: Some(source),
        }
    }
}
