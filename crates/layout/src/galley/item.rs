//! One thing in a cell: a paragraph with its lines, or a row of pictures, which counts as one line.

use crate::Length;
use crate::error::LayoutError;
use crate::figure_row::{FigureNodes, FigureRow, rows};
use crate::font::Metrics;
use crate::page::NodeId;
use crate::press::{Owner, ParagraphNodes, Press};
use crate::set::SetParagraph;
use crate::table::Cell;

/// Which page a row of pictures will stand on is not known yet; the frame is what bounds them.
const ENDLESS: Length = Length(i32::MAX / 4);

/// A set paragraph or row of pictures.
pub(super) enum Item<'a> {
    Paragraph(SetParagraph<'a>),
    Figures {
        row: FigureRow<'a>,
        /// To the row above.
        gap: Length,
    },
}

/// Its nodes.
pub(super) enum ItemNodes {
    Paragraph(ParagraphNodes),
    Figures(Vec<FigureNodes>),
}

/// All things of a cell, set to a width.
pub(super) fn items<'a>(
    cell: &'a Cell,
    width: Length,
    metrics: &dyn Metrics,
) -> Result<Vec<Item<'a>>, LayoutError> {
    let mut items = Vec::with_capacity(cell.paragraphs.len());
    for paragraph in &cell.paragraphs {
        items.push(Item::Paragraph(SetParagraph::new(paragraph, width, metrics)?));
    }
    if let Some(figures) = &cell.figures {
        let gap = figures.gap_y;
        items.extend(
            rows(figures, width, ENDLESS, metrics)?.into_iter().map(|row| Item::Figures { row, gap }),
        );
    }
    Ok(items)
}

impl Item<'_> {
    pub(super) fn line_count(&self) -> usize {
        match self {
            Self::Paragraph(set) => set.line_count(),
            Self::Figures { .. } => 1,
        }
    }

    /// Height of that many lines.
    pub(super) fn height_of(&self, lines: usize) -> Length {
        match self {
            Self::Paragraph(set) => set.height_of(lines),
            Self::Figures { row, .. } => row.height() * lines as i32,
        }
    }

    /// Room above, unless it is the first.
    pub(super) fn space_before(&self) -> Length {
        match self {
            Self::Paragraph(set) => set.paragraph.style.space_before,
            Self::Figures { gap, .. } => *gap,
        }
    }

    pub(super) fn space_after(&self) -> Length {
        match self {
            Self::Paragraph(set) => set.paragraph.style.space_after,
            Self::Figures { .. } => Length::ZERO,
        }
    }

    /// Whether it may be cut between lines.
    pub(super) fn divides(&self, page: Length) -> bool {
        match self {
            Self::Paragraph(set) => set.paragraph.style.splits || set.height() > page,
            Self::Figures { .. } => false,
        }
    }

    pub(super) fn keeps_with_next(&self) -> bool {
        matches!(self, Self::Paragraph(set) if set.paragraph.style.keep_with_next)
    }

    pub(super) fn nodes(&self, cell: NodeId, press: &mut Press<'_>) -> ItemNodes {
        match self {
            Self::Paragraph(set) => ItemNodes::Paragraph(press.paragraph_nodes(cell, set.paragraph)),
            Self::Figures { row, .. } => ItemNodes::Figures(row.nodes(cell, press)),
        }
    }

    /// Outline and anchor lead to that height of the page; pictures have theirs themselves.
    pub(super) fn leads(&self, y: Length, press: &mut Press<'_>) {
        if let Self::Paragraph(set) = self {
            press.leads(set.paragraph, y);
        }
    }

    /// Draws those lines with their upper left corner there; without nodes they are a repetition.
    pub(super) fn draw(
        &self,
        nodes: Option<&ItemNodes>,
        (from, to): (usize, usize),
        (x, y): (Length, Length),
        press: &mut Press<'_>,
    ) {
        match self {
            Self::Paragraph(set) => {
                let owner = match nodes {
                    Some(ItemNodes::Paragraph(nodes)) => Owner::Content(nodes),
                    _ => Owner::Repetition,
                };
                set.draw(from, to, x, y, owner, &mut press.texts);
            }
            Self::Figures { row, .. } => {
                let nodes = match nodes {
                    Some(ItemNodes::Figures(nodes)) => Some(nodes.as_slice()),
                    _ => None,
                };
                row.draw(nodes, x, y, press);
            }
        }
    }
}
