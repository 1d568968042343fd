//! Pictures and pages of attached files as a page calls them: by which name, where, and what is said of them.
//!
//! Left to others: calling them (`draw`), writing them (`finish`).

use layout::block::AnchorId;
use layout::figure::{FileId, ImageId};
use layout::page::{Belongs, Mark, NodeId, Page, Placed, PlacedForeign, PlacedImage, PlacedLink, Rect};

use crate::draw::points;

/// A picture, or a page of an attached file.
#[derive(Debug)]
pub(crate) struct DrawnFigure {
    /// The name of its drawing.
    pub(crate) name: String,
    /// Its node; none where it is a repetition.
    pub(crate) node: Option<NodeId>,
    /// Where it is, in the sheet's own coordinates.
    pub(crate) corners: [f32; 4],
    /// What it is, for those who do not see it.
    pub(crate) alternative: String,
}

/// A stretch of text that leads elsewhere.
#[derive(Debug)]
pub(crate) struct DrawnLink {
    /// The node of its text.
    pub(crate) node: NodeId,
    /// Where it leads.
    pub(crate) to: AnchorId,
    /// Where it is, in the sheet's own coordinates.
    pub(crate) corners: [f32; 4],
    /// Its text.
    pub(crate) text: String,
}

impl DrawnLink {
    /// A page's links.
    pub(crate) fn all(page: &mut Page) -> Vec<Self> {
        let links = std::mem::take(&mut page.links).into_iter();
        let drawn = links.map(|PlacedLink { node, to, rect, text }| {
            let corners = on_sheet(page, &rect);
            Self { node, to, corners, text }
        });
        drawn.collect()
    }
}

/// The name by which pages call a picture.
pub(crate) fn image_name(image: ImageId) -> String {
    format!("Image{}", image.0)
}

/// The name by which pages call a page of an attached file.
pub(crate) fn foreign_name(file: FileId, page: u32) -> String {
    format!("File{}Page{page}", file.0)
}

/// What is said of a mark that is a picture.
pub(crate) fn figure(page: &Page, placed: &Placed) -> Option<DrawnFigure> {
    let (name, rect, alternative) = match &placed.mark {
        Mark::Image(PlacedImage { image, rect, alternative }) => (image_name(*image), rect, alternative),
        Mark::Foreign(PlacedForeign { file, page, rect, alternative }) => {
            (foreign_name(*file, *page), rect, alternative)
        }
        Mark::Text(_) | Mark::Rule(_) | Mark::Fill(..) => return None,
    };
    let node = if let Belongs::Node(node) = placed.belongs { Some(node) } else { None };
    Some(DrawnFigure { name, node, corners: on_sheet(page, rect), alternative: alternative.clone() })
}

/// The corners of a rectangle in the sheet's own coordinates, whose y runs upwards and which the viewer may turn.
fn on_sheet(page: &Page, rect: &Rect) -> [f32; 4] {
    let corners = if page.width > page.height {
        [rect.y, rect.x, rect.bottom(), rect.right()]
    } else {
        [rect.x, page.height - rect.bottom(), rect.right(), page.height - rect.y]
    };
    corners.map(points)
}
