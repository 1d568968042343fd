//! How high rows must be: Excel does not fit merged cells by itself.
//!
//! An estimate on the safe side, by counting half characters; a line too many is white, one too few is not read.

use layout::Length;
use layout::block::Paragraph;

use crate::grid::Grid;
use crate::text::plain;

/// No row of Excel's is higher than 409 pt; a line that needs more takes several.
pub(crate) const ROW_MAX: Length = Length(400_000);

/// What Excel leaves free at both sides of a cell's text.
const EXCEL_SIDES: Length = Length(4_500);

/// The height of paragraphs in a column of that width.
pub(crate) fn text(paragraphs: &[Paragraph], width: Length) -> Length {
    paragraphs.iter().map(|paragraph| one(paragraph, width)).sum()
}

fn one(paragraph: &Paragraph, width: Length) -> Length {
    let size = paragraph.spans.iter().map(|span| span.size).max().unwrap_or(Length::pt(10.5));
    let width = (width - EXCEL_SIDES - size / 2).max(size);
    let text = plain(&paragraph.text());
    let half = |c: char| if c.is_ascii() { 1 } else { 2 };
    let halves = |line: &str| line.chars().map(half).sum::<i64>() * i64::from(size.0) / 2;
    let lines = |line: &str| (halves(line).max(1) + i64::from(width.0) - 1) / i64::from(width.0);
    let lines: i64 = text.split('\n').map(lines).sum();
    // Excel's own distance from line to line.
    let pitch = paragraph.style.line_pitch.max(size.thousandths(1_350));
    pitch * i32::try_from(lines).unwrap_or(i32::MAX / 1_000_000)
}

/// The height of each line of a grid.
pub(crate) fn lines(grid: &Grid<'_>) -> Vec<Length> {
    let padding = grid.look.padding_y * 2;
    let needed = |place: &crate::grid::Place<'_>| {
        let width = grid.width(place.column, place.columns);
        place.cell.map_or(Length::ZERO, |cell| text(&cell.paragraphs, width)) + padding
    };
    let line = |line: &crate::grid::Line<'_>| {
        let own = line.cells.iter().filter(|place| place.lines == 1).map(needed).max();
        own.unwrap_or(padding).max(line.height_min).max(Length::pt(14.0))
    };
    let mut heights: Vec<Length> = grid.lines.iter().map(line).collect();
    for (at, line) in grid.lines.iter().enumerate() {
        for place in line.cells.iter().filter(|place| place.lines > 1) {
            let last = at + place.lines - 1;
            let there: Length = heights[at..=last].iter().copied().sum();
            heights[last] += (needed(place) - there).max(Length::ZERO);
        }
    }
    heights
}

/// The rows of Excel's that a line of that height takes.
pub(crate) fn rows(height: Length) -> Vec<Length> {
    let count = ((height.0 + ROW_MAX.0 - 1) / ROW_MAX.0).max(1);
    vec![height / count; count as usize]
}
