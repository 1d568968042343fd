//! 催报表: who has not reported on a round, with whom to call and room to note what was said.
//!
//! In: rows that are worded already. Left to others: who owes what (`domain::call_list`), its counts (`app`).

use crate::front::{self, Front};
use crate::source::{Source, SourceTable};
use crate::style::{self, CELL, cell_span, paragraph};
use crate::{Report, wide, wording};
use domain::period::{Round, date_in_words};
use jiff::civil::Date;
use layout::Length;
use layout::block::{Alignment, Block, Manuscript, Paragraph, ParagraphRole, ParagraphStyle, Section, Span};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::RunningLine;
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table};

const PITCH: Length = Length(15_000);
const PADDING: Length = Length(3_600);
/// Text widths in half characters; with their padding they fill 257 mm.
const HALF_CHARACTERS: [i32; 8] = [4, 20, 10, 38, 12, 10, 16, 17];
/// Room to write by hand.
const ROW_HEIGHT_MIN: Length = Length(26_000);

/// One department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// 卫计局（原卫人局）.
    pub name: String,
    /// 未报（0/2）.
    pub reported: String,
    /// （五）、（七）一季度遗留.
    pub missing: String,
    /// The day on which its sealed sheet was seen, or that it was not.
    pub sealed: String,
    /// 联络员; may be empty.
    pub contact: String,
    /// 电话; may be empty.
    pub telephone: String,
}

/// What is printed, and as of when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallListOptions {
    /// The round.
    pub round: Round,
    /// 应报日期.
    pub due: Date,
    /// 数据截至.
    pub as_of: Date,
    /// The counts in one sentence.
    pub sentence: String,
    /// The office that calls.
    pub unit: String,
    /// Whether the store is the sample: marked on every page.
    pub sample: bool,
}

/// The call list.
#[must_use]
pub fn call_list(rows: &[CallRow], options: &CallListOptions) -> Report {
    let mut sources = SourceTable::default();
    let source = sources.add(Source::Title);
    let title_text = wording::call_list_title(options.round);
    let mut title = style::centred(&title_text, FontRole::Title, size::TWO, Length::pt(36.0));
    title.role = ParagraphRole::Title;
    title.style.space_after = Length::pt(4.0);
    let text = format!("应报日期：{}。{}", date_in_words(options.due), options.sentence);
    let spans = vec![style::span(&text, FontRole::Fangsong, size::SMALL_FOUR)];
    let mut summary = paragraph(spans, ParagraphStyle::body(size::SMALL_FOUR, Length::pt(20.0)));
    summary.style.space_after = Length::pt(8.0);
    let mut blocks = vec![
        Block::Paragraph(title.from_source(source)),
        Block::Paragraph(summary.from_source(sources.add(Source::Summary))),
    ];
    if !rows.is_empty() {
        blocks.push(Block::Table(table(rows)));
    }
    let mut sheet = wide::sheet();
    let mark = if options.sample { wording::SAMPLE } else { "" };
    sheet.header.push(RunningLine {
        left: vec![Span::new(mark, FontRole::Hei, CELL)],
        center: vec![cell_span(&options.unit, FontRole::Fangsong)],
        right: vec![cell_span(&wording::as_of(options.as_of), FontRole::Fangsong)],
        distance: Length::mm(4.0),
        rule: Stroke::NONE,
    });
    if !options.sample
        && let Some(line) = sheet.header.last_mut()
    {
        line.left.clear();
    }
    let front = Front {
        author: options.unit.clone(),
        subject: format!("{mark}{title_text}（{}）", wording::as_of(options.as_of)),
        keywords: vec![options.round.to_string(), wording::as_of(options.as_of)],
        file_name: front::file_name(&format!("{mark}{title_text}")),
        title: title_text,
    };
    let section = Section { sheet, first_number: None, blocks };
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources }
}

fn cell(text: &str, alignment: Alignment) -> Cell {
    let spans = vec![cell_span(text, FontRole::Fangsong)];
    Cell::new(vec![paragraph(spans, ParagraphStyle::cell(PITCH).aligned(alignment))]).middle()
}

fn head(text: &str) -> Paragraph {
    let spans = vec![cell_span(text, FontRole::Hei)];
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(Alignment::Center))
}

fn table(rows: &[CallRow]) -> Table {
    let columns = HALF_CHARACTERS.iter().zip(wording::COLUMNS_CALL_LIST).map(|(halves, title)| Column {
        width: CELL * *halves / 2 + PADDING * 2,
        part: ColumnPart::Flow,
        title: Cell::new(vec![head(title)]).middle(),
    });
    let row = |(number, row): (usize, &CallRow)| Row {
        bands: vec![Band {
            cells: vec![
                cell(&number.to_string(), Alignment::Center),
                cell(&row.name, Alignment::Left),
                cell(&row.reported, Alignment::Center),
                cell(&row.missing, Alignment::Left),
                cell(&row.sealed, Alignment::Center),
                cell(&row.contact, Alignment::Center),
                cell(&row.telephone, Alignment::Center),
                Cell::default(),
            ],
            ..Band::default()
        }],
        height_min: ROW_HEIGHT_MIN,
        ..Row::default()
    };
    let look = style::ruled(PADDING, Length(2_800));
    let rows = (1..).zip(rows).map(row).collect();
    Table {
        columns: columns.collect(),
        head: true,
        groups: vec![Group { cells: Vec::new(), rows }],
        look,
        source: None,
    }
}
