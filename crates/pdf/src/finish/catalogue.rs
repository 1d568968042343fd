//! The catalogue's plain entries, the page labels, and what each page object lacks.

use layout::page::{Document, Page};
use lopdf::{Dictionary, Object, ObjectId};

use super::{PageContents, dictionary, name, text};
use crate::PdfError;

/// Language, tagging and how it is to be shown and printed: at its own size, both sides, turned along the long edge.
pub(super) fn base() -> Dictionary {
    let preferences = dictionary([
        ("DisplayDocTitle", Object::Boolean(true)),
        ("PrintScaling", name("None")),
        ("Duplex", name("DuplexFlipLongEdge")),
    ]);
    dictionary([
        ("Type", name("Catalog")),
        ("Lang", text("zh-CN")),
        ("MarkInfo", Object::Dictionary(dictionary([("Marked", Object::Boolean(true))]))),
        ("PageLayout", name("SinglePage")),
        ("ViewerPreferences", Object::Dictionary(preferences)),
    ])
}

/// Gives each page its place in the structure tree and its turn, and takes away the back end's empty lists.
pub(super) fn dress_pages(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    contents: &[PageContents],
) -> Result<(), PdfError> {
    for (index, (id, contents)) in pages.iter().zip(contents).enumerate() {
        let page = file
            .get_object_mut(*id)
            .and_then(Object::as_dict_mut)
            .map_err(|error| PdfError::BackEnd { reason: error.to_string() })?;
        page.remove(b"Annots");
        page.set("StructParents", Object::Integer(index as i64));
        // The tab order follows the structure tree.
        page.set("Tabs", name("S"));
        if contents.turned {
            page.set("Rotate", Object::Integer(90));
        }
    }
    Ok(())
}

/// The number tree of page labels; pages that simply count on share an entry.
pub(super) fn page_labels(document: &Document) -> Object {
    let mut entries = Vec::new();
    let mut before: Option<u32> = None;
    for (index, page) in document.pages.iter().enumerate() {
        let number = plain_number(page);
        let goes_on = number.is_some() && number == before.map(|before| before + 1);
        before = number;
        if goes_on {
            continue;
        }
        let label = match number {
            Some(number) => dictionary([("S", name("D")), ("St", Object::Integer(i64::from(number)))]),
            None => dictionary([("P", text(&page.label))]),
        };
        entries.push(Object::Integer(index as i64));
        entries.push(Object::Dictionary(label));
    }
    Object::Dictionary(dictionary([("Nums", Object::Array(entries))]))
}

/// The page's number if its label is nothing else.
fn plain_number(page: &Page) -> Option<u32> {
    (page.number > 0 && page.label == page.number.to_string()).then_some(page.number)
}
