//! The form of the 任务专页: one grid of three columns for all that happened, so that days, names and words stand under
//! each other from the first table to the last.

use crate::deed;
use crate::making::Making;
use crate::style::{self, CELL, cell_span, paragraph};
use layout::Length;
use layout::block::{Alignment, Block, OutlineLabel, Paragraph, ParagraphRole, ParagraphStyle, Span};
use layout::font::{FontRole, size};
use layout::page::{Stroke, Tint};
use layout::sheet::{Margins, Sheet};
use layout::table::{Band, Cell, Column, ColumnPart, Group, Row, Table, TableLook};

pub(super) const PITCH: Length = Length(14_000);
pub(super) const PADDING_X: Length = Length(3_600);
const PADDING_Y: Length = Length(2_600);
/// Text widths in half characters; with their padding they fill the type area's 162 mm.
pub(super) const HALF_CHARACTERS: [i32; 3] = [10, 19, 54];
const PARTS: [ColumnPart; 3] = [ColumnPart::Row, ColumnPart::Flow, ColumnPart::Flow];
/// A longer band may be parted by a page.
const LINES_WHOLE_MAX: usize = 12;

/// From rule to rule.
pub(super) fn width(half_characters: i32) -> Length {
    CELL * half_characters / 2 + PADDING_X * 2
}

/// From the first rule to the last of every table.
pub(super) fn table_width() -> Length {
    HALF_CHARACTERS.into_iter().map(width).sum()
}

/// A4 with 162 x 241 mm for the text.
pub(super) fn sheet(making: &Making) -> Sheet {
    let margins = Margins {
        top: Length::mm(28.0),
        bottom: Length::mm(28.0),
        binding: Length::mm(26.0),
        outer: Length::mm(22.0),
    };
    making.on_sheet(Sheet::official().with_margins(margins))
}

pub(super) fn look() -> TableLook {
    style::ruled(PADDING_X, PADDING_Y)
}

/// A column with its head.
pub(super) fn column(width: Length, part: ColumnPart, title: &str) -> Column {
    let title = vec![line(title, FontRole::Hei, Alignment::Center)];
    Column { width, part, title: Cell::new(title).middle() }
}

/// A table on the grid; each row has what it is about at the left, printed again where a page parts it.
pub(super) fn table(titles: [&str; 3], rows: Vec<Row>) -> Table {
    let columns = HALF_CHARACTERS.into_iter().zip(PARTS).zip(titles);
    let columns = columns.map(|((halves, part), title)| column(width(halves), part, title)).collect();
    Table { columns, head: true, groups: vec![Group { cells: Vec::new(), rows }], look: look(), source: None }
}

/// A thing that happened: who and when at the left, what was said at the right.
pub(super) fn band(label: Vec<Paragraph>, mut content: Vec<Paragraph>) -> Band {
    let halves = usize::try_from(HALF_CHARACTERS[2]).unwrap_or(1);
    deed::set_apart(&mut content, halves, deed::UPRIGHT);
    let lines: usize = content.iter().map(|one| deed::lines(one, halves)).sum();
    Band {
        cells: vec![Cell::new(label).repeated(), Cell::new(content)],
        splits: lines > LINES_WHOLE_MAX,
        keep_with_next: false,
        rule_above: Some(Stroke { tint: Tint::grey(140), ..Stroke::solid(Length::pt(0.35)) }),
    }
}

/// A row's bands: the first is never the last on its page.
pub(super) fn row(about: Vec<Paragraph>, mut bands: Vec<Band>) -> Row {
    if bands.len() > 1
        && let Some(first) = bands.first_mut()
    {
        first.keep_with_next = true;
    }
    Row { cells: vec![Cell::new(about)], bands, ..Row::default() }
}

/// One line of a cell in one typeface.
pub(super) fn line(words: &str, role: FontRole, alignment: Alignment) -> Paragraph {
    plain(vec![cell_span(words, role)], alignment)
}

/// A paragraph of a cell.
pub(super) fn plain(spans: Vec<Span>, alignment: Alignment) -> Paragraph {
    paragraph(spans, ParagraphStyle::cell(PITCH).aligned(alignment))
}

/// What a band is about in bold, then who and when.
pub(super) fn label(what: &str, details: &[String]) -> Vec<Paragraph> {
    let details = details.iter().filter(|one| !one.is_empty());
    let details = details.map(|one| line(one, FontRole::Fangsong, Alignment::Left));
    [line(what, FontRole::Hei, Alignment::Left)].into_iter().chain(details).collect()
}

/// Who did what when on the lines of its column: where one is too short the day has its own, so that no name is torn.
pub(super) fn when_and_who([day, by, how]: [String; 3]) -> Vec<String> {
    let width = usize::try_from(HALF_CHARACTERS[1]).unwrap_or(1);
    let fits = |words: &String| style::half_widths(words) <= width;
    let (whole, who) = (format!("{day}{by}{how}"), format!("{by}{how}"));
    if fits(&whole) {
        vec![whole]
    } else if fits(&who) {
        vec![day, who]
    } else {
        vec![day, by, how]
    }
}

/// The heading of a part, which stands on the page where the part begins.
pub(super) fn heading(words: &str) -> Block {
    let style = ParagraphStyle {
        keep_with_next: true,
        space_before: Length::pt(10.0),
        space_after: Length::pt(4.0),
        ..ParagraphStyle::cell(Length::pt(20.0))
    };
    let mut heading = paragraph(vec![style::span(words, FontRole::Hei, size::FOUR)], style);
    heading.role = ParagraphRole::Heading(1);
    heading.outline = Some(OutlineLabel { level: 2, title: words.to_owned() });
    Block::Paragraph(heading)
}

/// A sentence between the tables.
pub(super) fn sentence(words: &str) -> Paragraph {
    let mut sentence = style::small_body(vec![cell_span(words, FontRole::Fangsong)], PITCH);
    sentence.style.splits = false;
    sentence
}
