//! A table's columns, head, groups and rows set into galleys, with their nodes in the structure tree.
//!
//! A row with one flow column is one row of the tree; with several flow columns each band is one, and the cells beside
//! the bands span them, so that what stands on one line of sight is read in one breath. Left to others: pages.

use crate::Length;
use crate::block::SourceId;
use crate::error::{LayoutError, Place};
use crate::font::Metrics;
use crate::galley::Galley;
use crate::page::{NodeId, Role};
use crate::press::Press;
use crate::table::{Band, Cell, Column, ColumnPart, Group, Row, Table};

/// A table's columns and head.
pub(crate) struct Frame<'a> {
    pub(crate) table: &'a Table,
    /// Left edges of the columns and the right edge of the last, from the left edge of the type area.
    pub(crate) edges: Vec<Length>,
    pub(crate) head: Vec<Galley<'a>>,
    /// Zero without head.
    pub(crate) head_height: Length,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(table: &'a Table, width: Length, metrics: &dyn Metrics) -> Result<Self, LayoutError> {
        let whole: Length = table.columns.iter().map(|column| column.width).sum();
        let place = || {
            let texts = table.columns.iter().flat_map(|column| &column.title.paragraphs);
            Place::within(table.source, &texts.map(|p| p.text()).collect::<String>(), 0)
        };
        if whole > width {
            return Err(LayoutError::NoRoom { place: place() });
        }
        let mut edges = vec![(width - whole) / 2];
        for column in &table.columns {
            edges.push(edges[edges.len() - 1] + column.width);
        }
        let titles: Vec<&Cell> =
            table.columns.iter().filter(|_| table.head).map(|column| &column.title).collect();
        let mut frame = Self { table, edges, head: Vec::new(), head_height: Length::ZERO };
        let columns: Vec<usize> = (0..titles.len()).collect();
        frame.head = frame.galleys(titles.into_iter(), &columns, table.source, metrics)?;
        if table.head {
            frame.head_height = frame.padded(&frame.head);
        }
        Ok(frame)
    }

    /// The columns of that part, left to right.
    pub(crate) fn columns(&self, part: ColumnPart) -> Vec<usize> {
        let is = |(at, column): (usize, &Column)| (column.part == part).then_some(at);
        self.table.columns.iter().enumerate().filter_map(is).collect()
    }

    /// Sets one cell for each of the columns.
    fn galleys<'c>(
        &self,
        cells: impl ExactSizeIterator<Item = &'c Cell>,
        columns: &[usize],
        source: Option<SourceId>,
        metrics: &dyn Metrics,
    ) -> Result<Vec<Galley<'c>>, LayoutError> {
        if cells.len() != columns.len() {
            return Err(LayoutError::CellCount { expected: columns.len(), found: cells.len(), source });
        }
        let padding = self.table.look.padding_x * 2;
        let set = |(cell, &at): (&'c Cell, &usize)| {
            Galley::new(cell, self.table.columns[at].width - padding, metrics)
        };
        cells.zip(columns).map(set).collect()
    }

    /// The height that these cells ask for, padding included.
    pub(crate) fn padded(&self, galleys: &[Galley<'_>]) -> Length {
        galleys.iter().map(Galley::height).max().unwrap_or_default() + self.table.look.padding_y * 2
    }

    pub(crate) fn group(
        &self,
        group: &'a Group,
        metrics: &dyn Metrics,
    ) -> Result<Vec<Galley<'a>>, LayoutError> {
        let source = group.rows.first().and_then(|row| row.source);
        self.galleys(group.cells.iter(), &self.columns(ColumnPart::Group), source, metrics)
    }

    pub(crate) fn row(&self, row: &'a Row, metrics: &dyn Metrics) -> Result<SetRow<'a>, LayoutError> {
        let cells = self.galleys(row.cells.iter(), &self.columns(ColumnPart::Row), row.source, metrics)?;
        let columns = self.columns(ColumnPart::Flow);
        let set = |band: &'a Band| {
            let cells = self.galleys(band.cells.iter(), &columns, row.source, metrics)?;
            let height = cells.iter().map(Galley::height).max().unwrap_or_default();
            Ok(SetBand { band, cells, height })
        };
        Ok(SetRow { row, cells, bands: row.bands.iter().map(set).collect::<Result<_, LayoutError>>()? })
    }

    /// Rows of the tree that a row makes.
    fn tree_rows(&self, row: &Row) -> u32 {
        let flows = self.columns(ColumnPart::Flow).len();
        if flows > 1 { row.bands.len().max(1) as u32 } else { 1 }
    }

    /// The head's nodes.
    pub(crate) fn head_nodes(&mut self, table: NodeId, press: &mut Press<'_>) {
        if self.head.is_empty() {
            return;
        }
        let row = press.node(Some(table), Role::TableRow, None);
        for galley in &mut self.head {
            let cell = press.node(Some(row), Role::HeadCell, None);
            galley.take_place(cell, press);
        }
    }

    /// The nodes of a row, from left to right, with those of the group that it opens.
    pub(crate) fn row_nodes(
        &self,
        table: NodeId,
        set: &mut SetRow<'a>,
        mut opens: Option<(&Group, &mut [Galley<'a>])>,
        press: &mut Press<'_>,
    ) {
        let rows = self.tree_rows(set.row);
        let one_flow = self.columns(ColumnPart::Flow).len() == 1;
        for tree_row in 0..rows as usize {
            let row = press.node(Some(table), Role::TableRow, set.row.source);
            let (mut of_group, mut of_row, mut of_band) = (0, 0, 0);
            for column in &self.table.columns {
                let cell = |rows: u32, press: &mut Press<'_>| {
                    press.node(Some(row), Role::Cell { rows, columns: 1 }, set.row.source)
                };
                match (column.part, &mut opens) {
                    (ColumnPart::Group, Some((group, galleys))) if tree_row == 0 => {
                        let spanned = group.rows.iter().map(|row| self.tree_rows(row)).sum();
                        let node = cell(spanned, press);
                        galleys[of_group].take_place(node, press);
                        of_group += 1;
                    }
                    (ColumnPart::Row, _) if tree_row == 0 => {
                        let node = cell(rows, press);
                        set.cells[of_row].take_place(node, press);
                        of_row += 1;
                    }
                    (ColumnPart::Flow, _) => {
                        let node = cell(1, press);
                        let last = if one_flow { set.bands.len() } else { set.bands.len().min(tree_row + 1) };
                        for band in &mut set.bands[tree_row.min(last)..last] {
                            band.cells[of_band].take_place(node, press);
                        }
                        of_band += 1;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A set row.
pub(crate) struct SetRow<'a> {
    pub(crate) row: &'a Row,
    /// One for each column of part `Row`.
    pub(crate) cells: Vec<Galley<'a>>,
    pub(crate) bands: Vec<SetBand<'a>>,
}

/// A set band.
pub(crate) struct SetBand<'a> {
    pub(crate) band: &'a Band,
    /// One for each column of part `Flow`.
    pub(crate) cells: Vec<Galley<'a>>,
    /// Of its highest cell.
    pub(crate) height: Length,
}
