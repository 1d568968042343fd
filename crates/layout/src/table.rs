//! The table's input: groups that span rows, rows that repeat their title, bands that may part.
//!
//! A group (总体目标 in the paper this was made for) spans its rows; its cells are printed again at the top of each
//! page that it reaches. A row has cells that are printed again on its continuation, and bands: sub-rows with one cell
//! for each flow column, on one line of sight. A page break falls between bands (or between the paragraphs of one, if it
//! says so), and inside a paragraph only when that paragraph alone is taller than a page. Left to others: placing.

use crate::Length;
use crate::block::{Paragraph, SourceId};
use crate::figure::Figures;
use crate::page::{Stroke, Tint};

/// A table over the width of its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Left to right; their widths add up to the table's, which is centred in the type area.
    pub columns: Vec<Column>,
    /// Whether the column titles stand at the top of the table and of every page that it reaches.
    pub head: bool,
    /// In order; a table without spanning cells has one group.
    pub groups: Vec<Group>,
    /// Lines, room and tints.
    pub look: TableLook,
    /// What it was printed from.
    pub source: Option<SourceId>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// From rule to rule, padding included.
    pub width: Length,
    /// Which cells stand in it.
    pub part: ColumnPart,
    /// The head cell.
    pub title: Cell,
}

/// Which cells stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnPart {
    /// One of `Group::cells`.
    Group,
    /// One of `Row::cells`.
    Row,
    /// One of `Band::cells`.
    Flow,
}

/// Rows under one spanning cell.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Group {
    /// One for each column of part `Group`.
    pub cells: Vec<Cell>,
    /// In order.
    pub rows: Vec<Row>,
}

/// One row; it may reach over several pages.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// One for each column of part `Row`; printed again on a continuation.
    pub cells: Vec<Cell>,
    /// In order from the top.
    pub bands: Vec<Band>,
    /// The least height (signature rows, blank forms); zero for none. Such a row with one band does not part.
    pub height_min: Length,
    /// What it was printed from.
    pub source: Option<SourceId>,
}

/// A sub-row: what stands side by side in the flow columns.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Band {
    /// One for each column of part `Flow`.
    pub cells: Vec<Cell>,
    /// May break between paragraphs (each cell then flows on its own). If not, only when taller than a page.
    pub splits: bool,
    /// Stands on the page where the next band begins.
    pub keep_with_next: bool,
    /// A line above, unless the band opens its row or a page.
    pub rule_above: Option<Stroke>,
}

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cell {
    /// From the top.
    pub paragraphs: Vec<Paragraph>,
    /// Below them; rows of pictures are parted like paragraphs.
    pub figures: Option<Figures>,
    /// Where they stand when the cell is taller.
    pub vertical: Vertical,
    /// Background.
    pub fill: Option<Tint>,
    /// In a band: where the band goes on upon another page, printed again once all of it has been printed.
    pub repeats: bool,
}

impl Cell {
    /// Paragraphs at the top, without background.
    #[must_use]
    pub fn new(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, ..Self::default() }
    }

    /// The same in the middle of the height.
    #[must_use]
    pub fn middle(mut self) -> Self {
        self.vertical = Vertical::Middle;
        self
    }

    /// The same, printed again where its band goes on.
    #[must_use]
    pub fn repeated(mut self) -> Self {
        self.repeats = true;
        self
    }
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Vertical {
    /// At the top.
    #[default]
    Top,
    /// In the middle of its extent on each page.
    Middle,
    /// At the foot.
    Bottom,
}

/// Lines, room and tints of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableLook {
    /// Between a vertical rule and the text.
    pub padding_x: Length,
    /// Between a horizontal rule and the text.
    pub padding_y: Length,
    /// The frame, also at the foot and top of each page.
    pub frame: Stroke,
    /// Between cells.
    pub grid: Stroke,
    /// Under the head row; the grid's if `None`.
    pub under_head: Option<Stroke>,
    /// Background of the head row.
    pub head_fill: Option<Tint>,
}
