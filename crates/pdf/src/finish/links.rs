//! Links as annotations that are printed, described, and tied to the structure tree.

use std::collections::BTreeMap;

use layout::block::AnchorId;
use layout::page::{AnchorPlace, NodeId};
use lopdf::{Object, ObjectId};

use super::{PlacedLink, PlacedPage, destination, dictionary, name, text};
use crate::PdfError;
use crate::serial::Serial;

/// An annotation, for the structure tree.
pub(super) struct Annotation {
    pub(super) id: ObjectId,
    pub(super) page: ObjectId,
    /// The node of the link's text.
    pub(super) node: NodeId,
    /// Its entry in the tree that leads back from annotations to elements.
    pub(super) key: i64,
}

/// Writes the annotations of all pages: where a link leads is known when the last page is there.
///
/// # Errors
/// A link to an anchor that is on no page.
pub(super) fn write(
    serial: &mut Serial<'_>,
    pages: &[PlacedPage],
    anchors: &BTreeMap<AnchorId, AnchorPlace>,
) -> Result<Vec<Annotation>, PdfError> {
    let mut annotations: Vec<Annotation> = Vec::new();
    for page in pages {
        for PlacedLink { id, link } in &page.links {
            let place = anchors.get(&link.to).copied();
            let target = place.and_then(|AnchorPlace { page, y }| destination(pages, page, y));
            let target = target.ok_or(PdfError::UnknownAnchor { anchor: link.to })?;
            // Keys of pages come first.
            let key = (pages.len() + annotations.len()) as i64;
            let annotation = dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("P", Object::Reference(page.id)),
                ("Rect", Object::Array(link.corners.map(Object::Real).to_vec())),
                // Printed like everything an archive keeps; there is nothing to see of it.
                ("F", Object::Integer(4)),
                ("Border", Object::Array(vec![Object::Integer(0); 3])),
                ("Contents", text(&link.text)),
                ("Dest", target),
                ("StructParent", Object::Integer(key)),
            ]);
            serial.object(*id, &Object::Dictionary(annotation))?;
            annotations.push(Annotation { id: *id, page: page.id, node: link.node, key });
        }
    }
    Ok(annotations)
}
