//! How wide the columns are, and where pages may part what stands in them.
//!
//! The widths are the preset's. Where deeds are long, what was promised yields room to them, so that a statement of
//! hundreds of characters does not run down a narrow column beside an empty one; ordinary tables keep their look.

use crate::columns::{ColumnPreset, Content, PresetColumn};
use crate::deed;
use crate::style::half_widths;
use layout::table::{Band, Cell, ColumnPart, Group, Row};

/// A longer deed may be parted by a page, a longer 目标 from what follows it.
const LINES_WHOLE_MAX: usize = 6;
/// By so many hundredths a table must become shorter for its columns to move.
const GAIN_MIN: usize = 10;

/// The preset with the widths that make these rows shortest, if that is worth it.
pub(super) fn widths(preset: &ColumnPreset, groups: &[Group]) -> ColumnPreset {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let rows: Vec<_> = rows.map(|row| Measured::of(row, preset)).collect();
    let lines = |preset: &ColumnPreset| rows.iter().map(|row| row.lines(preset)).sum::<usize>();
    let by_itself = lines(preset);
    let yielded = (1..).map_while(|room| moved(preset, room));
    let shortest = yielded.map(|preset| (lines(&preset), preset)).min_by_key(|(lines, _)| *lines);
    match shortest {
        Some((lines, moved)) if lines * 100 <= by_itself * (100 - GAIN_MIN) => moved,
        _ => preset.clone(),
    }
}

/// The columns with so much room moved from what was promised to what was done; `None`: more than it can yield.
fn moved(preset: &ColumnPreset, room: usize) -> Option<ColumnPreset> {
    let mut moved = preset.clone();
    let yields = moved.columns.iter_mut().find(|column| column.least.is_some())?;
    yields.half_characters = yields.half_characters.checked_sub(room)?;
    if yields.least.is_some_and(|least| yields.half_characters < least) {
        return None;
    }
    let mut deeds: Vec<_> = moved.columns.iter_mut().filter(|column| is_deed(column)).collect();
    let count = deeds.len();
    for (at, column) in deeds.iter_mut().enumerate() {
        // An odd half character goes to the last: this round's.
        column.half_characters += (room + at) / count;
    }
    Some(moved)
}

fn is_deed(column: &PresetColumn) -> bool {
    matches!(column.content, Content::Deed | Content::LastDeed)
}

/// How much text stands in a row.
struct Measured {
    /// The lines beside the bands, whose columns do not move.
    beside: usize,
    /// For each band the cells of the flow columns: the half characters of each paragraph.
    bands: Vec<Vec<Vec<usize>>>,
}

impl Measured {
    fn of(row: &Row, preset: &ColumnPreset) -> Self {
        let columns = preset.of_part(ColumnPart::Row).zip(&row.cells);
        let beside = columns.map(|(column, cell)| lines(&measured(cell), column)).max();
        let band = |band: &Band| band.cells.iter().map(measured).collect();
        Self { beside: beside.unwrap_or_default(), bands: row.bands.iter().map(band).collect() }
    }

    fn lines(&self, preset: &ColumnPreset) -> usize {
        let band = |band: &Vec<Vec<usize>>| {
            let cells = preset.of_part(ColumnPart::Flow).zip(band);
            cells.map(|(column, cell)| lines(cell, column)).max().unwrap_or_default()
        };
        self.bands.iter().map(band).sum::<usize>().max(self.beside)
    }
}

fn measured(cell: &Cell) -> Vec<usize> {
    let texts = cell.paragraphs.iter().map(layout::block::Paragraph::text);
    texts.flat_map(|text| text.lines().map(half_widths).collect::<Vec<_>>()).collect()
}

/// About how many lines these paragraphs take.
fn lines(cell: &[usize], column: &PresetColumn) -> usize {
    cell.iter().map(|paragraph| paragraph.div_ceil(column.half_characters)).sum()
}

/// Says where pages may part the bands of a task, and the deeds in them.
pub(super) fn part(preset: &ColumnPreset, groups: &mut [Group]) {
    let columns: Vec<_> = preset.of_part(ColumnPart::Flow).collect();
    let rows = groups.iter_mut().flat_map(|group| &mut group.rows);
    for band in rows.flat_map(|row| &mut row.bands) {
        if band.keep_with_next {
            let cells = columns.iter().zip(&band.cells);
            let height = cells.map(|(column, cell)| lines(&measured(cell), column)).max();
            // With what follows it a long one would leave half a page empty; its reasons fill the page's foot well.
            band.keep_with_next = height.is_none_or(|height| height <= LINES_WHOLE_MAX);
            continue;
        }
        for (column, cell) in columns.iter().zip(&mut band.cells).filter(|(column, _)| is_deed(column)) {
            let room = column.half_characters;
            deed::set_apart(&mut cell.paragraphs, room, deed::LANDSCAPE);
            let lines: usize = cell.paragraphs.iter().map(|one| deed::lines(one, room)).sum();
            band.splits |= lines > LINES_WHOLE_MAX;
        }
    }
}
