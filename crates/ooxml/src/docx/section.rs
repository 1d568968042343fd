//! A section's sheet: paper, margins, and which parts stand around its type area.

use layout::Length;
use layout::block::Section;
use layout::sheet::{Orientation, Sheet};

use super::running::{Runnings, page_foot, page_head};
use crate::measure::twips;
use crate::xml::{Element, Xml};

/// The properties that close a section in Word.
pub(crate) fn properties(section: &Section, runnings: &mut Runnings) -> Element {
    let sheet = &section.sheet;
    let edges = Edges::of(sheet);
    let mut inside = Vec::new();
    for even in [false, true] {
        let head = runnings.add("header", |xml| page_head(xml, sheet));
        inside.push(reference("w:headerReference", even, head));
    }
    for even in [false, true] {
        let foot = runnings.add("footer", |xml: &mut Xml| page_foot(xml, sheet, even));
        inside.push(reference("w:footerReference", even, foot));
    }
    let (width, height) = sheet.page_size();
    let size = Element::new("w:pgSz").with("w:w", twips(width)).with("w:h", twips(height));
    let size =
        if sheet.orientation == Orientation::Landscape { size.with("w:orient", "landscape") } else { size };
    let margins = Element::new("w:pgMar")
        .with("w:top", twips(edges.top))
        .with("w:right", twips(edges.right))
        .with("w:bottom", twips(edges.bottom))
        .with("w:left", twips(edges.left))
        .with("w:header", twips(super::running::head_distance(sheet, &edges)))
        .with("w:footer", twips(super::running::foot_distance(sheet, &edges)))
        .with("w:gutter", 0);
    inside.extend([Element::val("w:type", "nextPage"), size, margins]);
    inside.extend(section.first_number.map(|number| Element::new("w:pgNumType").with("w:start", number)));
    Element::new("w:sectPr").around(inside)
}

fn reference(name: &'static str, even: bool, id: String) -> Element {
    Element::new(name).with("w:type", if even { "even" } else { "default" }).with("r:id", id)
}

/// The margins of the page as it is read; `left` is the binding edge of odd pages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edges {
    pub(crate) top: Length,
    pub(crate) bottom: Length,
    pub(crate) left: Length,
    pub(crate) right: Length,
}

impl Edges {
    /// A landscape page is bound at its head on odd pages and at its foot on even ones. Word mirrors left and right only, so
    /// both pairs are evened out there: the type area keeps its size and never comes nearer to the binding than half-way.
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let margins = sheet.margins;
        match sheet.orientation {
            Orientation::Portrait => {
                Self { top: margins.top, bottom: margins.bottom, left: margins.binding, right: margins.outer }
            }
            Orientation::Landscape => {
                let (across, along) =
                    ((margins.binding + margins.outer) / 2, (margins.top + margins.bottom) / 2);
                Self { top: across, bottom: across, left: along, right: along }
            }
        }
    }
}
