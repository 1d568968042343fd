//! A row of pictures with their captions, set to a width: measured, then drawn whole.
//!
//! Pictures stand on the row's common foot, captions begin at one height below it. Left to others: on which page a row
//! lands.

use crate::Length;
use crate::error::{LayoutError, Place};
use crate::figure::{Extent, Figure, Figures};
use crate::font::Metrics;
use crate::page::{Artifact, Belongs, Mark, NodeId, Placed, PlacedImage, Rect, Role, Rule, Stroke};
use crate::press::{Owner, ParagraphNodes, Press};
use crate::set::SetParagraph;

/// A set row.
pub(crate) struct FigureRow<'a> {
    figures: Vec<SetFigure<'a>>,
    /// Of the highest picture.
    pictures_height: Length,
    height: Length,
    border: Stroke,
}

struct SetFigure<'a> {
    figure: &'a Figure,
    /// Left edge of its column, from that of the row.
    x: Length,
    column_width: Length,
    extent: Extent,
    caption: Vec<SetParagraph<'a>>,
}

/// The nodes of a picture and of its caption's paragraphs.
pub(crate) struct FigureNodes {
    picture: NodeId,
    caption: Vec<ParagraphNodes>,
}

/// All rows, set to that width; pictures are made small enough for their row to fit on a page of that height.
pub(crate) fn rows<'a>(
    figures: &'a Figures,
    width: Length,
    page: Length,
    metrics: &dyn Metrics,
) -> Result<Vec<FigureRow<'a>>, LayoutError> {
    let columns = usize::from(figures.columns.max(1));
    let row = |row: &'a [Figure]| FigureRow::new(figures, row, width, page, metrics);
    figures.figures.chunks(columns).map(row).collect()
}

impl<'a> FigureRow<'a> {
    fn new(
        figures: &'a Figures,
        row: &'a [Figure],
        width: Length,
        page: Length,
        metrics: &dyn Metrics,
    ) -> Result<Self, LayoutError> {
        let columns = i32::from(figures.columns.max(1));
        let column_width = (width - figures.gap_x * (columns - 1)) / columns;
        let mut captions = Vec::with_capacity(row.len());
        for figure in row {
            let set = |paragraph| SetParagraph::new(paragraph, column_width, metrics);
            captions.push(figure.caption.iter().map(set).collect::<Result<Vec<_>, _>>()?);
        }
        let captions_height =
            captions.iter().map(|caption| caption_height(caption)).max().unwrap_or_default();
        let room = Extent {
            width: figures.frame.width.min(column_width),
            height: figures.frame.height.min(page - captions_height),
        };
        if room.width <= Length::ZERO || room.height <= Length::ZERO {
            let source = row.first().and_then(|figure| figure.source);
            let text = row.first().map_or("", |figure| &figure.alternative);
            return Err(LayoutError::NoRoom { place: Place::within(source, text, 0) });
        }
        let set = |(at, (figure, caption)): (usize, (&'a Figure, _))| SetFigure {
            figure,
            x: (column_width + figures.gap_x) * at as i32,
            column_width,
            extent: figure.pixels.printed_in(room),
            caption,
        };
        let set: Vec<SetFigure<'a>> = row.iter().zip(captions).enumerate().map(set).collect();
        let pictures_height = set.iter().map(|figure| figure.extent.height).max().unwrap_or_default();
        let height = (pictures_height + captions_height).max(figures.row_height_min.min(page));
        Ok(Self { figures: set, pictures_height, height, border: figures.border })
    }

    /// From the top of the highest picture to the foot of the longest caption, or what the row takes at least.
    pub(crate) fn height(&self) -> Length {
        self.height
    }

    /// Nodes for all of it, in reading order.
    pub(crate) fn nodes(&self, parent: NodeId, press: &mut Press<'_>) -> Vec<FigureNodes> {
        let nodes = |set: &SetFigure<'_>| FigureNodes {
            picture: press.node(Some(parent), Role::Figure, set.figure.source),
            caption: set.caption.iter().map(|set| press.paragraph_nodes(parent, set.paragraph)).collect(),
        };
        self.figures.iter().map(nodes).collect()
    }

    /// Draws the row with its upper left corner there; without nodes it is a repetition.
    pub(crate) fn draw(&self, nodes: Option<&[FigureNodes]>, x: Length, y: Length, press: &mut Press<'_>) {
        let foot = y + self.pictures_height;
        for (at, set) in self.figures.iter().enumerate() {
            let nodes = nodes.and_then(|nodes| nodes.get(at));
            let rect = Rect {
                x: x + set.x + (set.column_width - set.extent.width) / 2,
                y: foot - set.extent.height,
                width: set.extent.width,
                height: set.extent.height,
            };
            if nodes.is_some() {
                press.anchor(set.figure.anchor, rect.y);
            }
            let repeated = Belongs::Artifact(Artifact::Pagination);
            let belongs = nodes.map_or(repeated, |nodes| Belongs::Node(nodes.picture));
            let Figure { image, alternative, source, .. } = set.figure;
            let image = PlacedImage { image: *image, rect, alternative: alternative.clone() };
            press.pictures.push(Placed { belongs, source: *source, mark: Mark::Image(image) });
            for side in sides(rect, self.border) {
                press.rule(side);
            }
            let mut top = foot;
            for (index, paragraph) in set.caption.iter().enumerate() {
                let owner = nodes.map_or(Owner::Repetition, |nodes| Owner::Content(&nodes.caption[index]));
                top += paragraph.paragraph.style.space_before;
                if nodes.is_some() {
                    press.leads(paragraph.paragraph, top);
                }
                paragraph.draw(0, paragraph.line_count(), x + set.x, top, owner, &mut press.texts);
                top += paragraph.height() + paragraph.paragraph.style.space_after;
            }
        }
    }
}

fn caption_height(caption: &[SetParagraph<'_>]) -> Length {
    let height = |set: &SetParagraph<'_>| {
        set.paragraph.style.space_before + set.height() + set.paragraph.style.space_after
    };
    caption.iter().map(height).sum()
}

fn sides(rect: Rect, stroke: Stroke) -> [Rule; 4] {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]
    .map(|(x1, y1, x2, y2)| Rule { x1, y1, x2, y2, stroke })
}
