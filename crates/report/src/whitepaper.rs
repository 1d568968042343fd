//! 白皮书: the year's plan as published, all parts of its text, the table as a facsimile.
//!
//! Sections stand on official pages; the one that holds the table has pages of its own. Nothing of ours is added but
//! the page number and, in the sample store, its mark.

use crate::facsimile;
use crate::front::{self, Front};
use crate::source::{Source, SourceTable};
use crate::style::{self, SMALL_PITCH, cell_span, heading, paragraph, span};
use crate::{Report, wording};
use domain::period::Quarter;
use domain::plan::{Plan, RecordField, RecordKind, Section as PlanSection, Task};
use layout::Length;
use layout::block::{
    Alignment, Block, Manuscript, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section, Span,
};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::Sheet;
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

/// Labels of the record of up to one more character than this are spread to one width.
const LABEL_MAX: usize = 3;

/// The white paper of the plan in style original; `sample` marks every page as the sample store's.
#[must_use]
pub fn whitepaper(plan: &Plan, sample: bool) -> Report {
    let mut sources = SourceTable::default();
    let sheet = |sheet: Sheet| style::with_sample_mark(sheet, sample);
    let official = |blocks| Section { sheet: sheet(Sheet::official()), first_number: None, blocks };
    let mut sections = Vec::new();
    let mut blocks = opening(plan, &mut sources);
    for part in &plan.sections {
        if part.has_table {
            if !blocks.is_empty() {
                sections.push(official(std::mem::take(&mut blocks)));
            }
            let blocks = table_part(plan, Some(part), &mut sources);
            sections.push(Section { sheet: sheet(facsimile::sheet()), first_number: None, blocks });
        } else {
            blocks.extend(text_part(part, &mut sources));
        }
    }
    if !blocks.is_empty() {
        sections.push(official(blocks));
    }
    if !plan.goals.is_empty() && plan.sections.iter().all(|part| !part.has_table) {
        let blocks = table_part(plan, None, &mut sources);
        sections.push(Section { sheet: sheet(facsimile::sheet()), first_number: None, blocks });
    }
    Report { manuscript: Manuscript { sections }, front: front_of(plan, sample), sources }
}

fn front_of(plan: &Plan, sample: bool) -> Front {
    let title = full_width(plan.title());
    let mut keywords = vec![full_width(plan.issuer()), plan.year.to_string()];
    keywords.extend(plan.record_value(RecordKind::IndexNo).map(str::to_owned));
    keywords.retain(|word| !word.is_empty());
    let mark = if sample { wording::SAMPLE } else { "" };
    Front {
        file_name: front::file_name(&format!("{mark}{title}")),
        author: full_width(plan.issuer()),
        subject: format!("{mark}{title}"),
        keywords,
        title,
    }
}

/// Record, title and preface.
fn opening(plan: &Plan, sources: &mut SourceTable) -> Vec<Block> {
    let mut blocks = record(&plan.record, sources);
    if !blocks.is_empty() {
        blocks.push(Block::Space(Length::pt(22.0)));
    }
    if !plan.title().is_empty() {
        let lines = style::title_in_lines(plan.title(), plan.issuer(), 20);
        let mut title = style::centred(&lines, FontRole::Title, size::TWO, Length::pt(34.0));
        title.role = ParagraphRole::Title;
        title.source = Some(sources.add(Source::Title));
        blocks.push(Block::Paragraph(title));
        blocks.push(Block::Space(Length::pt(18.0)));
    }
    for (at, text) in plan.preface.iter().enumerate() {
        let source = sources.add(Source::Preface(at));
        blocks.push(Block::Paragraph(style::body(text, FontRole::Fangsong).from_source(source)));
    }
    blocks
}

/// A section's heading: 一、盐田区概况.
fn section_heading(part: &PlanSection, sources: &mut SourceTable) -> Paragraph {
    let text = format!("{}{}", part.number_text, part.title);
    let mut heading = heading(&text).from_source(sources.add(Source::SectionHeading(part.number)));
    heading.outline = Some(OutlineLabel { level: 1, title: full_width(&text) });
    heading
}

fn paragraphs<'a>(part: &'a PlanSection, sources: &'a mut SourceTable) -> impl Iterator<Item = Block> + 'a {
    part.paragraphs.iter().enumerate().map(|(at, text)| {
        let source = sources.add(Source::SectionParagraph { section: part.number, paragraph: at });
        Block::Paragraph(style::body(text, FontRole::Fangsong).from_source(source))
    })
}

fn text_part(part: &PlanSection, sources: &mut SourceTable) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(section_heading(part, sources))];
    blocks.extend(paragraphs(part, sources));
    blocks
}

/// The section of the table; its heading takes the room of two to three table lines.
fn table_part(plan: &Plan, part: Option<&PlanSection>, sources: &mut SourceTable) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(part) = part {
        let mut heading = section_heading(part, sources);
        heading.style.space_after = Length::pt(8.0);
        blocks.push(Block::Paragraph(heading));
        blocks.extend(paragraphs(part, sources));
    }
    let groups = plan.goals.iter().enumerate().map(|(place, goal)| Group {
        cells: vec![facsimile::goal_cell(goal, place, 2, sources)],
        rows: goal
            .tasks
            .iter()
            .map(|task| {
                let bands = bands(task, sources);
                facsimile::row(task, task.departments.iter().map(String::as_str), bands, 3, sources)
            })
            .collect(),
    });
    let groups = groups.collect();
    blocks.push(Block::Table(facsimile::table(plan, groups)));
    blocks
}

/// 目标 and the four quarters, each a band of its own.
fn bands(task: &Task, sources: &mut SourceTable) -> Vec<Band> {
    let mut bands = Vec::new();
    if let Some(objective) = &task.objective {
        let text = format!("{}{objective}", wording::OBJECTIVE_LABEL);
        let source = sources.add(Source::Objective(task.number));
        bands.push((text, source));
    }
    for quarter in Quarter::ALL {
        if let Some(promise) = task.milestone(quarter) {
            let text = format!("{}{promise}", wording::milestone_label(quarter));
            bands.push((text, sources.add(Source::Milestone { task: task.number, quarter })));
        }
    }
    let band = |(text, source): (String, _)| {
        facsimile::band(vec![facsimile::flow(vec![cell_span(&text, FontRole::Fangsong)]).from_source(source)])
    };
    bands.into_iter().map(band).collect()
}

/// The document record as the box that the original has above its text: two fields a line, long ones alone.
fn record(fields: &[RecordField], sources: &mut SourceTable) -> Vec<Block> {
    let is_short = |field: &RecordField| style::half_widths(&field.value) <= 30;
    let longest = fields.iter().map(|field| label_characters(field).len()).max().unwrap_or_default();
    let mut tables = Vec::new();
    let mut rest = fields;
    let mut place = 0;
    while let Some(first) = rest.first() {
        let pair = rest.len() > 1 && is_short(first) && is_short(&rest[1]);
        let taken = if pair { 2 } else { 1 };
        let cells: Vec<Cell> = rest[..taken]
            .iter()
            .enumerate()
            .flat_map(|(at, field)| record_cells(field, longest, sources.add(Source::Record(place + at))))
            .collect();
        tables.push(Block::Table(record_table(cells)));
        rest = &rest[taken..];
        place += taken;
    }
    tables
}

/// A label without the blanks that the source sets it wide with.
fn label_characters(field: &RecordField) -> Vec<char> {
    field.label.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The label, spread to the width of the longest as official forms do.
fn label_spans(field: &RecordField, longest: usize) -> Vec<Span> {
    let characters = label_characters(field);
    let label = |text: &[char]| span(&text.iter().collect::<String>(), FontRole::Hei, size::SMALL_FIVE);
    match characters.split_last() {
        Some((last, before)) if (1..=LABEL_MAX).contains(&before.len()) && longest <= LABEL_MAX + 1 => {
            let mut wide = label(before);
            wide.tracking = size::SMALL_FIVE * (longest - characters.len()) as i32 / before.len() as i32;
            vec![wide, label(&[*last])]
        }
        _ => vec![label(&characters)],
    }
}

fn record_cells(field: &RecordField, longest: usize, source: layout::block::SourceId) -> [Cell; 2] {
    let style = ParagraphStyle::cell(SMALL_PITCH);
    let value = span(&field.value, FontRole::Fangsong, size::FIVE);
    let label = paragraph(label_spans(field, longest), style.aligned(Alignment::Center)).from_source(source);
    let value = paragraph(vec![value], style.aligned(Alignment::Left)).from_source(source);
    [Cell::new(vec![label]).middle(), Cell::new(vec![value]).middle()]
}

/// One line of the box: label, value and perhaps another pair.
fn record_table(cells: Vec<Cell>) -> Table {
    let whole = Length::mm(156.0);
    let label = Length::pt(56.0);
    let value = if cells.len() == 4 { whole / 2 - label } else { whole - label };
    let widths = [label, value, label, value];
    let columns = widths.iter().take(cells.len()).map(|width| Column {
        width: *width,
        part: ColumnPart::Row,
        title: Cell::default(),
    });
    let stroke = Stroke { tint: layout::page::Tint::grey(96), ..Stroke::solid(Length::pt(0.5)) };
    let look = TableLook {
        padding_x: Length::pt(5.0),
        padding_y: Length::pt(2.5),
        frame: stroke,
        grid: stroke,
        under_head: None,
        head_fill: None,
    };
    let columns = columns.collect();
    let row = Row { cells, bands: vec![Band::default()], ..Row::default() };
    let groups = vec![Group { cells: Vec::new(), rows: vec![row] }];
    Table { columns, head: false, groups, look, source: None }
}
