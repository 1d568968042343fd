//! Links as annotations that are printed, described, and tied to the structure tree.

use layout::page::{AnchorPlace, Document, NodeId, PlacedLink};
use lopdf::{Object, ObjectId};

use super::{PlacedPage, destination, dictionary, name, text};
use crate::PdfError;
use crate::figure::on_sheet;

/// An annotation, for the structure tree.
pub(super) struct Annotation {
    pub(super) id: ObjectId,
    pub(super) page: ObjectId,
    /// The node of the link's text.
    pub(super) node: NodeId,
    /// Its entry in the tree that leads back from annotations to elements.
    pub(super) key: i64,
}

/// Adds the annotations of all pages.
///
/// # Errors
/// A link to an anchor that is on no page.
pub(super) fn add(
    file: &mut lopdf::Document,
    document: &Document,
    pages: &[PlacedPage],
) -> Result<Vec<Annotation>, PdfError> {
    let mut annotations: Vec<Annotation> = Vec::new();
    for (page, placed) in document.pages.iter().zip(pages) {
        let mut references = Vec::with_capacity(page.links.len());
        for PlacedLink { node, to, rect, text: content } in &page.links {
            let unknown = PdfError::UnknownAnchor { anchor: *to };
            let Some(AnchorPlace { page: leads, y }) = document.anchors.get(to).copied() else {
                return Err(unknown);
            };
            let target = destination(document, pages, leads, y).ok_or(unknown)?;
            // Keys of pages come first.
            let key = (pages.len() + annotations.len()) as i64;
            let id = file.add_object(dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("P", Object::Reference(placed.id)),
                ("Rect", Object::Array(on_sheet(page, rect).map(Object::Real).to_vec())),
                // Printed like everything an archive keeps; there is nothing to see of it.
                ("F", Object::Integer(4)),
                ("Border", Object::Array(vec![Object::Integer(0); 3])),
                ("Contents", text(content)),
                ("Dest", target),
                ("StructParent", Object::Integer(key)),
            ]));
            annotations.push(Annotation { id, page: placed.id, node: *node, key });
            references.push(Object::Reference(id));
        }
        if !references.is_empty() {
            let entry = file.get_dictionary_mut(placed.id).map_err(super::back_end)?;
            entry.set("Annots", Object::Array(references));
        }
    }
    Ok(annotations)
}
