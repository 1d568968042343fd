//! The landscape table (对照): 序号 · 总体目标 · 工作任务 · 目标及进度 · 完成情况 · 状态 · 责任部门.
//!
//! Each milestone is a band, so that promise, deed, mark and name stand on one line of sight; the first band is the
//! year's objective with the year's light. Left to others: the deed's text (`deed`), the title block (`quarter`).

use crate::deed;
use crate::facsimile::numbered_title;
use crate::passage::Passage;
use crate::quarter::GoalLines;
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span, paragraph};
use crate::task_line::{MilestoneLine, Showing, TaskLine, Viewpoint};
use crate::wording;
use domain::period::Quarter;
use layout::Length;
use layout::block::{Alignment, OutlineLabel, Paragraph, ParagraphStyle, SourceId, Span};
use layout::font::{FontRole, size};
use layout::page::{Stroke, Tint};
use layout::punctuation::full_width;
use layout::sheet::{Margins, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

const PITCH: Length = Length(14_600);
const PADDING_X: Length = Length(3_600);
const PADDING_Y: Length = Length(2_800);
/// Text widths in half characters; with their padding they fill 257 mm.
const HALF_CHARACTERS: [i32; 7] = [8, 4, 14, 40, 41, 10, 12];
const DEED_HALF_CHARACTERS: usize = 41;
/// A longer deed may be parted by a page.
const LINES_WHOLE_MAX: usize = 10;
const PARTS: [ColumnPart; 7] = [
    ColumnPart::Row,
    ColumnPart::Group,
    ColumnPart::Row,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Flow,
    ColumnPart::Row,
];

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

/// The whole table.
pub(crate) fn table(goals: &[GoalLines<'_>], viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Table {
    let titles = wording::COLUMNS_WIDE;
    let columns = PARTS.iter().zip(HALF_CHARACTERS).zip(titles).map(|((part, halves), title)| Column {
        width: CELL * halves / 2 + PADDING_X * 2,
        part: *part,
        title: Cell::new(vec![centred(vec![cell_span(title, FontRole::Hei)])]).middle(),
    });
    let columns = columns.collect();
    let groups = goals.iter().map(|goal| Group {
        cells: vec![goal_cell(goal, sources)],
        rows: goal.lines.iter().map(|line| row(line, viewpoint, sources)).collect(),
    });
    let groups = groups.collect();
    let look = TableLook {
        padding_x: PADDING_X,
        padding_y: PADDING_Y,
        frame: Stroke::solid(Length::pt(1.0)),
        grid: Stroke::solid(Length::pt(0.5)),
        under_head: Some(Stroke::solid(Length::pt(1.0))),
        head_fill: None,
    };
    Table { columns, head: true, groups, look, source: None }
}

fn centred(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(Alignment::Center))
}

fn plain(spans: Vec<Span>) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH))
}

fn goal_cell(goal: &GoalLines<'_>, sources: &mut SourceTable) -> Cell {
    let mut name = centred(vec![cell_span(&goal.goal.name, FontRole::Hei)]);
    name.source = Some(sources.add(Source::Goal(goal.place)));
    name.outline = Some(OutlineLabel { level: 1, title: full_width(&goal.goal.name) });
    Cell::new(vec![name])
}

fn row(line: &TaskLine<'_>, viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Row {
    let source = sources.add(Source::Task(line.task.number));
    let number = centred(vec![cell_span(&line.task.number_text, FontRole::Fangsong)]).from_source(source);
    let mut title = plain(vec![cell_span(&line.task.title, FontRole::Fangsong)]).from_source(source);
    title.style.alignment = Alignment::Left;
    title.outline = Some(OutlineLabel { level: 2, title: full_width(&numbered_title(line.task)) });
    let departments = line
        .departments
        .iter()
        .map(|name| centred(vec![cell_span(name, FontRole::Fangsong)]).from_source(source));
    Row {
        cells: vec![Cell::new(vec![number]), Cell::new(vec![title]), Cell::new(departments.collect())],
        bands: bands(line, viewpoint, sources),
        height_min: Length::ZERO,
        source: Some(source),
    }
}

/// 目标 with the year's light, this quarter's milestone, what earlier quarters left, what was stated early.
fn bands(line: &TaskLine<'_>, viewpoint: Viewpoint<'_>, sources: &mut SourceTable) -> Vec<Band> {
    let mut bands = vec![objective_band(line, sources)];
    let of_round = |milestone: &&MilestoneLine<'_>| milestone.quarter == viewpoint.round.quarter;
    let milestones = || line.milestones.iter().flatten();
    let printed =
        |milestone: &&MilestoneLine<'_>| matches!(milestone.showing, Showing::Full | Showing::CarriedOver);
    for milestone in milestones().filter(of_round) {
        bands.push(milestone_band(milestone, viewpoint, sources));
    }
    if bands.len() == 1 {
        bands.push(no_milestone_band(line, viewpoint.round.quarter, sources));
    }
    for milestone in milestones().filter(|milestone| !of_round(milestone)).filter(printed) {
        bands.push(milestone_band(milestone, viewpoint, sources));
    }
    bands
}

/// A thin line between what stands under one task.
fn between_bands() -> Option<Stroke> {
    Some(Stroke { tint: Tint::grey(140), ..Stroke::solid(Length::pt(0.35)) })
}

fn objective_band(line: &TaskLine<'_>, sources: &mut SourceTable) -> Band {
    let source = sources.add(Source::Objective(line.task.number));
    let light = &line.light;
    let promise = line.task.objective.as_ref().map(|objective| {
        let text = format!("{}{objective}", wording::OBJECTIVE_LABEL);
        plain(vec![cell_span(&text, FontRole::Fangsong)]).from_source(source)
    });
    let reason =
        plain(vec![cell_span(&wording::year_light(&light.reason), FontRole::Kai)]).from_source(source);
    let mark = cell_span(&light.light.mark().to_string(), FontRole::Song);
    let state = state_paragraph(Some(mark), cell_span(&light.word, FontRole::Kai), Vec::new(), source);
    Band {
        cells: vec![
            Cell::new(promise.into_iter().collect()),
            Cell::new(vec![reason]),
            Cell::new(vec![state]),
        ],
        splits: false,
        // Alone at the foot of a page it would say nothing of the round.
        keep_with_next: true,
        rule_above: None,
    }
}

/// That the paper promises nothing for the quarter is said: a reader who counts the tasks would look for it.
fn no_milestone_band(line: &TaskLine<'_>, quarter: Quarter, sources: &mut SourceTable) -> Band {
    let source = sources.add(Source::Milestone { task: line.task.number, quarter });
    let words = plain(vec![
        cell_span(&wording::milestone_label(quarter), FontRole::Hei),
        cell_span(wording::NO_MILESTONE, FontRole::Kai),
    ]);
    let cells = vec![Cell::new(vec![words.from_source(source)]), Cell::default(), Cell::default()];
    Band { cells, rule_above: between_bands(), ..Band::default() }
}

fn milestone_band(
    milestone: &MilestoneLine<'_>,
    viewpoint: Viewpoint<'_>,
    sources: &mut SourceTable,
) -> Band {
    let (task, quarter) = (milestone.task.number, milestone.quarter);
    let source = sources.add(Source::Milestone { task, quarter });
    let label = if milestone.showing == Showing::CarriedOver {
        wording::carried_over_label(quarter)
    } else {
        wording::milestone_label(quarter)
    };
    let promise =
        plain(vec![cell_span(&label, FontRole::Hei), cell_span(milestone.promise, FontRole::Fangsong)]);
    let mut passage = Passage::default();
    deed::write(&mut passage, milestone, viewpoint, sources);
    let deed = passage.into_paragraphs().into_iter().map(|(spans, source)| plain(spans).from_source(source));
    let mut deed: Vec<_> = deed.collect();
    let standing = sources.add(Source::Standing { task, quarter, round: viewpoint.round });
    let late =
        deed::late_on(&milestone.standing, viewpoint).map(|day| vec![style::dated(&day, FontRole::Kai)]);
    let notes = late.into_iter().chain([deed::without_evidence_spans(&milestone.standing)]).collect();
    let state = state_paragraph(
        deed::mark_span(milestone.standing.state),
        cell_span(&wording::state_in_lines(milestone.standing.word()), FontRole::Hei),
        notes,
        standing,
    );
    deed::set_apart(&mut deed, DEED_HALF_CHARACTERS);
    let lines: usize = deed.iter().map(|paragraph| deed::lines(paragraph, DEED_HALF_CHARACTERS)).sum();
    let splits = lines > LINES_WHOLE_MAX;
    // Where the deed goes on upon another page, what was promised and where it stands go with it.
    let promise = Cell::new(vec![promise.from_source(source)]).repeated();
    Band {
        cells: vec![promise, Cell::new(deed), Cell::new(vec![state]).repeated()],
        splits,
        keep_with_next: false,
        rule_above: between_bands(),
    }
}

/// The mark, under it the word, under that the day of what came late and ◇无佐证: one paragraph, so that no page parts
/// them.
fn state_paragraph(mark: Option<Span>, word: Span, notes: Vec<Vec<Span>>, source: SourceId) -> Paragraph {
    let line_feed = || cell_span("\n", FontRole::Hei);
    let mut spans = Vec::new();
    if let Some(mut mark) = mark {
        mark.size = size::SMALL_FOUR;
        spans.extend([mark, line_feed()]);
    }
    spans.push(word);
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        spans.push(line_feed());
        spans.extend(note);
    }
    centred(spans).from_source(source)
}
