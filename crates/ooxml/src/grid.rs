//! A table as lines of cells on one grid of columns, with its merges and the lines around each cell.
//!
//! Each band is a line; a group's cells span the lines of its rows, a row's cells those of its bands. Tables that stand one
//! under another without room between them (the boxes of a form) are one grid, whose columns are all their edges. Left to
//! others: how a merge is written.

use layout::Length;
use layout::page::Stroke;
use layout::table::{Band, Cell, Column, ColumnPart, Row, Table, TableLook};

use crate::OoxmlError;

/// Edges no further apart are one: halves of an odd width.
const SLACK: Length = Length(50);

/// A table on one grid.
#[derive(Debug)]
pub(crate) struct Grid<'a> {
    /// Its look.
    pub(crate) look: TableLook,
    /// Left edges of the grid's columns and the last one's right edge, from 0.
    pub(crate) edges: Vec<Length>,
    /// From the top.
    pub(crate) lines: Vec<Line<'a>>,
}

/// One line of cells.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Left to right, over every column.
    pub(crate) cells: Vec<Place<'a>>,
    /// Whether it is the head, printed again on each page.
    pub(crate) head: bool,
    /// The number of the row that it belongs to, from 0 over the whole grid.
    pub(crate) row: usize,
    /// The least height.
    pub(crate) height_min: Length,
    /// Room above and below its text.
    pub(crate) padding: [Length; 2],
    /// May be parted by a page.
    pub(crate) splits: bool,
    /// Stands on the page where the next line begins.
    pub(crate) keep_with_next: bool,
}

/// One place in a line.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    /// What stands there; `None` where there is nothing, or a cell from above.
    pub(crate) cell: Option<&'a Cell>,
    /// The first of its columns of the grid.
    pub(crate) column: usize,
    /// How many columns it covers.
    pub(crate) columns: usize,
    /// How many lines it covers; 0 where a cell from above covers it.
    pub(crate) lines: usize,
    /// Above, below, left, right.
    pub(crate) strokes: [Stroke; 4],
}

impl<'a> Grid<'a> {
    /// Tables of equal width that stand one under another.
    ///
    /// # Errors
    /// [`OoxmlError::CellCount`].
    pub(crate) fn new(tables: &[&'a Table]) -> Result<Self, OoxmlError> {
        let mut edges: Vec<Length> = tables.iter().flat_map(|table| edges_of(&table.columns)).collect();
        edges.sort_unstable();
        edges.dedup_by(|next, edge| *next - *edge <= SLACK);
        let look = tables.first().map_or_else(no_look, |table| table.look);
        let mut grid = Self { look, edges, lines: Vec::new() };
        for table in tables {
            grid.table(table)?;
        }
        grid.rule();
        Ok(grid)
    }

    /// How many columns it has.
    pub(crate) fn columns(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// Width of some columns.
    pub(crate) fn width(&self, column: usize, columns: usize) -> Length {
        self.edges[column + columns] - self.edges[column]
    }

    /// The last rows stand with what follows the table; with 0 rows the last line alone.
    pub(crate) fn keep_end(&mut self, rows: usize) {
        let last = self.lines.last().map_or(0, |line| line.row);
        let from = (last + 1).saturating_sub(rows);
        let end = self.lines.len();
        for (at, line) in self.lines.iter_mut().enumerate() {
            line.keep_with_next |= !line.head && (line.row >= from || at + 1 == end);
        }
    }

    fn table(&mut self, table: &'a Table) -> Result<(), OoxmlError> {
        if table.head {
            let titles = table.columns.iter().map(|column| (Some(&column.title), 1));
            let places = self.places(table, titles);
            let padding = [table.look.padding_y; 2];
            let line = Line { head: true, ..Line::of(places, 0, padding) };
            self.lines.push(line);
        }
        for group in &table.groups {
            count(&table.columns, ColumnPart::Group, group.cells.len())?;
            if group.rows.is_empty() && !group.cells.is_empty() {
                return Err(OoxmlError::CellCount { expected: 1, found: 0 });
            }
            let height: usize = group.rows.iter().map(|row| lines_of(table, row)).sum();
            for (at, row) in group.rows.iter().enumerate() {
                self.row(table, row, (at == 0).then_some((&*group.cells, height)))?;
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        table: &'a Table,
        row: &'a Row,
        group: Option<(&'a [Cell], usize)>,
    ) -> Result<(), OoxmlError> {
        count(&table.columns, ColumnPart::Row, row.cells.len())?;
        for band in &row.bands {
            count(&table.columns, ColumnPart::Flow, band.cells.len())?;
        }
        let number = self.lines.last().map_or(0, |line| line.row + 1);
        let height = lines_of(table, row);
        for at in 0..height {
            let band = row.bands.get(at);
            let (mut groups, mut rows) = (group.map_or(&[][..], |(cells, _)| cells).iter(), row.cells.iter());
            let mut flows = band.map_or(&[][..], |band| &band.cells).iter();
            let group_lines = group.filter(|_| at == 0).map_or(0, |(_, lines)| lines);
            let parts: Vec<_> = table
                .columns
                .iter()
                .map(|column| match column.part {
                    ColumnPart::Group => (groups.next().filter(|_| group_lines > 0), group_lines),
                    ColumnPart::Row => (rows.next().filter(|_| at == 0), if at == 0 { height } else { 0 }),
                    ColumnPart::Flow => (flows.next(), 1),
                })
                .collect();
            let places = self.places(table, parts.into_iter());
            let ruled = |band: Option<&Band>| band.is_some_and(|band| band.rule_above.is_some());
            let room = |edge: bool| if edge { table.look.padding_y } else { Length::ZERO };
            let padding =
                [room(at == 0 || ruled(band)), room(at + 1 == height || ruled(row.bands.get(at + 1)))];
            let mut line = Line::of(places, number, padding);
            line.height_min = row.height_min / height as i32;
            line.splits = band.is_some_and(|band| band.splits);
            line.keep_with_next = at + 1 < height && band.is_some_and(|band| band.keep_with_next);
            // Between bands their own line or none.
            let between = |band: Option<&Band>| band.and_then(|band| band.rule_above).unwrap_or(Stroke::NONE);
            for (place, column) in line.cells.iter_mut().zip(&table.columns) {
                if column.part == ColumnPart::Flow && at > 0 {
                    place.strokes[0] = between(band);
                }
                if column.part == ColumnPart::Flow && at + 1 < height {
                    place.strokes[1] = between(row.bands.get(at + 1));
                }
            }
            self.lines.push(line);
        }
        Ok(())
    }

    /// One place for each column of the table, with the grid's line on every side.
    fn places(
        &self,
        table: &Table,
        cells: impl Iterator<Item = (Option<&'a Cell>, usize)>,
    ) -> Vec<Place<'a>> {
        let edges = edges_of(&table.columns);
        let at = |edge: Length| self.edges.partition_point(|&known| known < edge - SLACK);
        let place = |(bounds, (cell, lines)): (&[Length], (Option<&'a Cell>, usize))| Place {
            cell,
            column: at(bounds[0]),
            columns: at(bounds[1]) - at(bounds[0]),
            lines,
            strokes: [table.look.grid; 4],
        };
        edges.windows(2).zip(cells).map(place).collect()
    }

    /// The frame and the line under the head; all parts of a merge have the lines around the whole, so that each part that
    /// a page shows is closed.
    fn rule(&mut self) {
        let (look, last, columns) = (self.look, self.lines.len().saturating_sub(1), self.columns());
        let under_head = look.under_head.unwrap_or(look.grid);
        for at in 0..self.lines.len() {
            let below_head = at > 0 && self.lines[at - 1].head;
            for place_at in 0..self.lines[at].cells.len() {
                let place = &self.lines[at].cells[place_at];
                if place.lines == 0 {
                    continue;
                }
                let end = at + place.lines - 1;
                let mut strokes = place.strokes;
                if at == 0 {
                    strokes[0] = look.frame;
                } else if below_head {
                    strokes[0] = under_head;
                }
                if end == last {
                    strokes[1] = look.frame;
                } else if self.lines[at].head {
                    strokes[1] = under_head;
                }
                if place.column == 0 {
                    strokes[2] = look.frame;
                }
                if place.column + place.columns == columns {
                    strokes[3] = look.frame;
                }
                self.lines[at..=end].iter_mut().for_each(|line| line.cells[place_at].strokes = strokes);
            }
        }
    }
}

impl<'a> Line<'a> {
    fn of(cells: Vec<Place<'a>>, row: usize, padding: [Length; 2]) -> Self {
        Self {
            cells,
            head: false,
            row,
            height_min: Length::ZERO,
            padding,
            splits: false,
            keep_with_next: false,
        }
    }
}

/// Whether a table goes on in the grid of the one above it.
pub(crate) fn continues(above: &Table, table: &Table) -> bool {
    let width = |table: &Table| table.columns.iter().map(|column| column.width).sum::<Length>();
    let difference = width(above) - width(table);
    !table.head && above.look == table.look && (-SLACK..=SLACK).contains(&difference)
}

/// How many lines a row has; without flow columns one, whatever its bands.
fn lines_of(table: &Table, row: &Row) -> usize {
    let flows = table.columns.iter().any(|column| column.part == ColumnPart::Flow);
    if flows { row.bands.len().max(1) } else { 1 }
}

fn edges_of(columns: &[Column]) -> Vec<Length> {
    let mut edges = vec![Length::ZERO];
    let mut edge = Length::ZERO;
    for column in columns {
        edge += column.width;
        edges.push(edge);
    }
    edges
}

fn count(columns: &[Column], part: ColumnPart, found: usize) -> Result<(), OoxmlError> {
    let expected = columns.iter().filter(|column| column.part == part).count();
    if expected == found { Ok(()) } else { Err(OoxmlError::CellCount { expected, found }) }
}

fn no_look() -> TableLook {
    let none = Stroke::NONE;
    TableLook {
        padding_x: Length::ZERO,
        padding_y: Length::ZERO,
        frame: none,
        grid: none,
        under_head: None,
        head_fill: None,
    }
}
