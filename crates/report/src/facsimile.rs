//! The white paper's own table (原版): 总体目标 · 工作任务 · 目标及进度 · 责任部门 on upright A4.
//!
//! Its measures are chosen so that the 2013 paper breaks where the printed original breaks (after task 4 第二季度,
//! task 8, task 12 第二季度, task 14, task 17): 23 characters of 五号 in the third column, 6 in the second. Measured with
//! these widths, paddings and pitch, the breaks hold for type areas of 244 to 251 mm; the sheet has 248 mm. Left to others:
//! what stands in the cells (`whitepaper`, `quarter`).

use crate::source::{Source, SourceTable};
use crate::style::{CELL, cell_span, paragraph};
use crate::wording;
use domain::plan::{Goal, Plan, Task};
use layout::Length;
use layout::block::{Alignment, OutlineLabel, Paragraph, ParagraphStyle, Span};
use layout::font::FontRole;
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{Margins, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

/// Distance from line to line in the table.
pub(crate) const PITCH: Length = Length(13_200);
/// Between a rule and the text.
const PADDING_X: Length = Length(4_000);
const PADDING_Y: Length = Length(3_000);
/// Text widths of the four columns in characters; with their padding they fill 156 mm.
const CHARACTERS: [i32; 4] = [4, 6, 23, 6];
/// The third column's width, for guesses at how many lines a text takes.
pub(crate) const FLOW_HALF_CHARACTERS: usize = 46;
const PARTS: [ColumnPart; 4] = [ColumnPart::Group, ColumnPart::Row, ColumnPart::Flow, ColumnPart::Row];

/// The sheet of the table pages: as wide as the official type area, higher than it.
pub(crate) fn sheet() -> Sheet {
    let margins = Margins {
        top: Length::mm(24.5),
        bottom: Length::mm(24.5),
        binding: Length::mm(28.0),
        outer: Length::mm(26.0),
    };
    Sheet::official().with_margins(margins)
}

/// The table with the paper's own column heads.
pub(crate) fn table(plan: &Plan, groups: Vec<Group>) -> Table {
    let title = |at: usize| match plan.columns.get(at) {
        Some(title) if plan.columns.len() == PARTS.len() => title.as_str(),
        _ => wording::COLUMNS[at],
    };
    let columns = PARTS.iter().zip(CHARACTERS).enumerate().map(|(at, (part, characters))| Column {
        width: CELL * characters + PADDING_X * 2,
        part: *part,
        title: head_cell(title(at)),
    });
    let look = TableLook {
        padding_x: PADDING_X,
        padding_y: PADDING_Y,
        frame: Stroke::solid(Length::pt(0.75)),
        grid: Stroke::solid(Length::pt(0.5)),
        under_head: None,
        head_fill: None,
    };
    Table { columns: columns.collect(), head: true, groups, look, source: None }
}

/// The title of a column: 黑体, centred.
pub(crate) fn head_cell(title: &str) -> Cell {
    Cell::new(vec![centred(vec![cell_span(title, FontRole::Hei)])]).middle()
}

/// A centred paragraph of a cell.
pub(crate) fn centred(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(Alignment::Center))
}

/// The 总体目标 that spans its tasks.
pub(crate) fn goal_cell(goal: &Goal, place: usize, outline_level: u8, sources: &mut SourceTable) -> Cell {
    let mut name = centred(vec![cell_span(&goal.name, FontRole::Fangsong)])
        .from_source(sources.add(Source::Goal(place)));
    name.outline = Some(OutlineLabel { level: outline_level, title: full_width(&goal.name) });
    Cell::new(vec![name]).middle()
}

/// The task's number and title in one text, as published.
pub(crate) fn numbered_title(task: &Task) -> String {
    format!("{}{}", task.number_text, task.title)
}

/// The row of a task.
pub(crate) fn row<'a>(
    task: &Task,
    departments: impl Iterator<Item = &'a str>,
    mut bands: Vec<Band>,
    outline_level: u8,
    sources: &mut SourceTable,
) -> Row {
    let source = sources.add(Source::Task(task.number));
    let numbered = numbered_title(task);
    // Spread over six characters, words would fall apart.
    let style = ParagraphStyle::cell(PITCH).aligned(Alignment::Left);
    let mut title = paragraph(vec![cell_span(&numbered, FontRole::Fangsong)], style);
    title = title.from_source(source);
    title.outline = Some(OutlineLabel { level: outline_level, title: full_width(&numbered) });
    let departments = departments
        .map(|name| centred(vec![cell_span(name, FontRole::Fangsong)]).from_source(source))
        .collect();
    if bands.is_empty() {
        bands.push(band(Vec::new()));
    }
    Row {
        cells: vec![Cell::new(vec![title]).middle(), Cell::new(departments).middle()],
        bands,
        height_min: Length::ZERO,
        source: Some(source),
    }
}

/// One sub-row of the third column: a page may end after it.
pub(crate) fn band(paragraphs: Vec<Paragraph>) -> Band {
    Band { cells: vec![Cell::new(paragraphs)], ..Band::default() }
}

/// A paragraph of the third column.
pub(crate) fn flow(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH))
}
