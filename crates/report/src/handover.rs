//! 工作交接单: what a person who leaves hands over, counted, listed, and signed by three.
//!
//! What is open and whose it is are found by `app`; here stands how it is printed. Each kind is printed, also where
//! there is none of it: a missing heading would look like a forgotten one.

use crate::Report;
use crate::front::{self, Front};
use crate::source::SourceTable;
use crate::style::{self, cell_span, paragraph};
use crate::wording::{self, office};
use domain::period::date_in_words;
use jiff::civil::Date;
use layout::Length;
use layout::block::{
    Alignment, Block, Manuscript, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Section,
};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::{Margins, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

const PITCH: Length = Length(15_000);
const TEXT_PITCH: Length = Length(20_000);
const PADDING: Length = Length(3_600);
/// Text widths in half characters; with their padding they fill 164 mm.
const WIDTHS: [i32; 4] = [5, 43, 14, 21];
const SIGNATURE_WIDTHS: [i32; 4] = [10, 35, 10, 28];
/// Between a line of text and the table under it.
const SPACE_ABOVE_TABLE: Length = Length(3_000);
/// So many of the last rows stand on the page of the signatures.
const ROWS_SIGNED: usize = 2;
/// Room for a signature by hand.
const SIGNATURE_HEIGHT: Length = Length(34_000);

/// What is handed over, in the order in which it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandoverKind {
    /// Milestones that are not done.
    Milestone,
    /// What was typed and not submitted.
    Draft,
    /// What was returned and not corrected.
    Returned,
    /// 督办 items that are not struck off.
    SupervisionItem,
    /// 领导批示 of which no 督办 item was made.
    Instruction,
    /// Feedback that is not closed.
    Feedback,
    /// Packages that were not sent.
    Package,
}

impl HandoverKind {
    /// All in printed order.
    pub const ALL: [Self; 7] = [
        Self::Milestone,
        Self::Draft,
        Self::Returned,
        Self::SupervisionItem,
        Self::Instruction,
        Self::Feedback,
        Self::Package,
    ];
}

/// One thing that is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverLine {
    /// Of which kind.
    pub kind: HandoverKind,
    /// What: （五）… 第一季度.
    pub what: String,
    /// Where it stands.
    pub state: String,
    /// Who, until when, why.
    pub note: String,
}

/// A handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Who leaves, with his title.
    pub leaving: String,
    /// Who takes over, with his title.
    pub successor: String,
    /// Where.
    pub unit: String,
    /// The last day of who leaves.
    pub day: Date,
    /// Everything that is handed over, in any order of kinds.
    pub lines: Vec<HandoverLine>,
    /// Whether the store is the sample: marked on every page.
    pub sample: bool,
}

/// The sheet.
#[must_use]
pub fn handover(handover: &Handover) -> Report {
    let day = date_in_words(handover.day);
    let of = |kind| handover.lines.iter().filter(move |line| line.kind == kind);
    let counts: Vec<_> = HandoverKind::ALL.into_iter().map(|kind| (kind, of(kind).count())).collect();
    let mut title = style::centred(office::HANDOVER, FontRole::Title, size::TWO, Length::pt(36.0));
    title.role = ParagraphRole::Title;
    title.style.space_after = Length::pt(8.0);
    let facts = format!(
        "单位：{}　移交人：{}　接收人：{}　交接日期：{day}",
        handover.unit, handover.leaving, handover.successor
    );
    let mut blocks = vec![
        Block::Paragraph(title),
        Block::Paragraph(text(&facts, FontRole::Fangsong)),
        Block::Paragraph(text(&office::handover_counts(&counts), FontRole::Fangsong)),
    ];
    for (at, kind) in (1..).zip(HandoverKind::ALL) {
        let lines: Vec<_> = of(kind).collect();
        let words = office::handover_kind(kind);
        let label = format!("{}、{words}（{}件）", domain::numeral::to_chinese(at), lines.len());
        let mut heading = text(&label, FontRole::Hei);
        heading.role = ParagraphRole::Heading(1);
        heading.outline = Some(OutlineLabel { level: 1, title: label });
        heading.style.keep_with_next = true;
        heading.style.space_before = Length::pt(8.0);
        heading.style.space_after = SPACE_ABOVE_TABLE;
        blocks.push(Block::Paragraph(heading));
        let listed = if lines.is_empty() {
            Block::Paragraph(text(office::NONE, FontRole::Fangsong))
        } else {
            Block::Table(table(&lines))
        };
        if kind == HandoverKind::Package { blocks.extend(signed(listed)) } else { blocks.push(listed) }
    }
    let name = format!("{}（{}）", office::HANDOVER, handover.leaving);
    let front = Front {
        title: name.clone(),
        author: handover.unit.clone(),
        subject: format!("{}向{}移交工作，{day}", handover.leaving, handover.successor),
        keywords: vec![office::HANDOVER.to_owned()],
        file_name: front::file_name(&format!("{name}{}", handover.day)),
    };
    report(blocks, front, handover.sample)
}

/// One upright section on the sheet of an office's own papers.
pub(crate) fn report(blocks: Vec<Block>, front: Front, sample: bool) -> Report {
    let margins = Margins {
        top: Length::mm(28.0),
        bottom: Length::mm(28.0),
        binding: Length::mm(25.0),
        outer: Length::mm(21.0),
    };
    let sheet = style::with_sample_mark(Sheet::official().with_margins(margins), sample);
    let section = Section { sheet, first_number: None, blocks };
    Report { manuscript: Manuscript { sections: vec![section] }, front, sources: SourceTable::default() }
}

/// A paragraph of running text, smaller than in the official page.
pub(crate) fn text(words: &str, role: FontRole) -> Paragraph {
    let style = ParagraphStyle { splits: true, ..ParagraphStyle::cell(TEXT_PITCH) };
    paragraph(vec![style::span(words, role, size::SMALL_FOUR)], style)
}

fn cell(words: &str, role: FontRole, alignment: Alignment) -> Cell {
    if words.is_empty() {
        return Cell::default();
    }
    Cell::new(vec![paragraph(vec![cell_span(words, role)], ParagraphStyle::cell(PITCH).aligned(alignment))])
}

fn column(width: i32, part: ColumnPart, title: &str) -> Column {
    Column {
        width: style::CELL * width / 2 + PADDING * 2,
        part,
        title: cell(title, FontRole::Hei, Alignment::Center).middle(),
    }
}

fn look() -> TableLook {
    TableLook {
        padding_x: PADDING,
        padding_y: Length(3_000),
        frame: Stroke::solid(Length::pt(0.75)),
        grid: Stroke::solid(Length::pt(0.5)),
        under_head: None,
        head_fill: None,
    }
}

fn table(lines: &[&HandoverLine]) -> Table {
    let parts = [ColumnPart::Row, ColumnPart::Flow, ColumnPart::Flow, ColumnPart::Flow];
    let columns = parts.into_iter().zip(WIDTHS).zip(office::HANDOVER_COLUMNS);
    let columns = columns.map(|((part, width), title)| column(width, part, title)).collect();
    let row = |(number, line): (u32, &&HandoverLine)| Row {
        cells: vec![cell(&number.to_string(), FontRole::Fangsong, Alignment::Center)],
        bands: vec![Band {
            cells: [&line.what, &line.state, &line.note]
                .map(|words| cell(words, FontRole::Fangsong, Alignment::Left))
                .to_vec(),
            splits: true,
            ..Band::default()
        }],
        height_min: Length::ZERO,
        source: None,
    };
    let group = Group { cells: Vec::new(), rows: (1..).zip(lines).map(row).collect() };
    Table { columns, head: true, groups: vec![group], look: look(), source: None }
}

/// What is listed last and below it who signs: a page of signatures alone could be put under anything.
fn signed(listed: Block) -> Vec<Block> {
    let mut closing = text(office::HANDED_OVER, FontRole::Fangsong);
    closing.style.space_before = Length::pt(12.0);
    closing.style.space_after = SPACE_ABOVE_TABLE;
    let signatures = Block::Table(signatures(&office::SIGNATURES));
    let signed = Block::Together(vec![Block::Paragraph(closing), signatures]);
    match listed {
        Block::Table(table) => {
            vec![Block::Closed { table, rows_kept: ROWS_SIGNED, closing: vec![signed] }]
        }
        Block::Paragraph(mut paragraph) => {
            paragraph.style.keep_with_next = true;
            vec![Block::Paragraph(paragraph), signed]
        }
        other => vec![other, signed],
    }
}

/// A row for each who signs, with room for his hand and the day.
pub(crate) fn signatures(who: &[&str]) -> Table {
    let columns = SIGNATURE_WIDTHS.into_iter().map(|width| column(width, ColumnPart::Flow, "")).collect();
    let row = |who: &&str| Row {
        cells: Vec::new(),
        bands: vec![Band {
            cells: [*who, "", wording::office::SIGNED_ON, ""]
                .map(|words| cell(words, FontRole::Hei, Alignment::Center).middle())
                .to_vec(),
            ..Band::default()
        }],
        height_min: SIGNATURE_HEIGHT,
        source: None,
    };
    let group = Group { cells: Vec::new(), rows: who.iter().map(row).collect() };
    Table { columns, head: false, groups: vec![group], look: look(), source: None }
}
