//! From drawn pages to an archival, tagged file: everything of PDF/A-3a and PDF/UA-1 that lies outside the pages' content.
//!
//! Works on the objects that the back end has made; each part of the file's catalogue has its own module.

mod catalogue;
mod embedded;
mod fonts;
mod links;
mod metadata;
mod outline;
mod output_intent;
mod pages;
mod pictures;
mod structure;

use std::collections::BTreeMap;
use std::io::Write;

use layout::Length;
use layout::font::FaceId;
use layout::page::{Document, NodeId};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

use crate::draw::points;
use crate::figure::DrawnFigure;
use crate::font::Subset;
use crate::serial::Serial;
use crate::{DocumentInfo, PdfError, Supply};
use metadata::Claim;

/// A page as the back end has made it.
pub(crate) struct FinishedPage {
    /// Its measures; what it refers to is replaced.
    pub(crate) dictionary: Dictionary,
    /// Its content, compressed.
    pub(crate) stream: Stream,
    /// The node of each marked content, by its number on the page.
    pub(crate) contents: Vec<NodeId>,
    /// What it calls by name.
    pub(crate) figures: Vec<DrawnFigure>,
    /// Whether the viewer turns the sheet by 90 degrees clockwise.
    pub(crate) turned: bool,
}

/// Where a page's object is, and what the rest of the file must know of it.
struct PlacedPage {
    id: ObjectId,
    contents: Vec<NodeId>,
    figures: Vec<DrawnFigure>,
    turned: bool,
}

/// Completes the file and writes it; gives its size. `specimen` brings the fonts; its own page is replaced by `pages`.
///
/// # Errors
/// A structure tree that does not hold together, a link that leads nowhere, something to be shown that is not handed over
/// or cannot be shown, or a fault in writing.
pub(crate) fn finish(
    specimen: lopdf::Document,
    document: &Document,
    pages: Vec<FinishedPage>,
    subsets: &BTreeMap<FaceId, Subset>,
    info: &DocumentInfo,
    supply: &dyn Supply,
    out: &mut dyn Write,
) -> Result<u64, PdfError> {
    let mut file = specimen;
    fonts::describe(&mut file, subsets)?;
    file.compress();
    let claim = if pictures::shows_foreign(document) { Claim::Nothing } else { Claim::Archival };
    let source = info.source.as_ref();
    let info = &claim.told(info, supply);
    let mut serial = Serial::new(out)?;
    let pictures = pictures::write(document, supply, &mut file, &mut serial)?;
    let (root, pages) = pages::replace(&mut file, pages, &pictures).map_err(back_end)?;
    let links = links::add(&mut file, document, &pages)?;
    let mut catalog = catalogue::base();
    catalog.set("Pages", Object::Reference(root));
    catalog.set("PageLabels", pages::labels(document));
    catalog.set("StructTreeRoot", structure::add(&mut file, &document.tree, &pages, &links)?);
    if let Some(outline) = outline::add(&mut file, document, &pages) {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    catalog.set("OutputIntents", output_intent::add(&mut file));
    catalog.set("Metadata", metadata::add_xmp(&mut file, info, claim));
    if let Some(source) = source {
        let specification = embedded::add(&mut file, source, info.created);
        catalog.set("AF", Object::Array(vec![Object::Reference(specification)]));
        catalog.set("Names", embedded::names(source, specification));
    }
    let trailer = trailer(&mut file, catalog, info);
    for (id, object) in std::mem::take(&mut file.objects) {
        serial.object(id, &object)?;
    }
    Ok(serial.finish(trailer)?)
}

fn back_end(error: lopdf::Error) -> PdfError {
    PdfError::BackEnd { reason: error.to_string() }
}

/// Replaces the back end's catalogue and information, which carry the clock and chance; gives the trailer.
fn trailer(file: &mut lopdf::Document, catalog: Dictionary, info: &DocumentInfo) -> Dictionary {
    for key in [b"Root".as_slice(), b"Info".as_slice()] {
        if let Ok(id) = file.trailer.get(key).and_then(Object::as_reference) {
            file.objects.remove(&id);
        }
    }
    let root = file.add_object(catalog);
    let information = file.add_object(metadata::information(info));
    dictionary([("Root", Object::Reference(root)), ("Info", Object::Reference(information))])
}

/// Upper left corner of what is led to, at the zoom the reader has; in the sheet's own coordinates. `None` for a page that
/// is not there.
fn destination(document: &Document, pages: &[PlacedPage], page: u32, y: Length) -> Option<Object> {
    let (page, placed) = (document.pages.get(page as usize)?, pages.get(page as usize)?);
    // What is read as the top of a turned sheet is its left edge.
    let upper = Object::Real(points(if placed.turned { y } else { page.height - y }));
    let edge = Object::Integer(0);
    let (x, y) = if placed.turned { (upper, edge) } else { (edge, upper) };
    Some(Object::Array(vec![Object::Reference(placed.id), name("XYZ"), x, y, Object::Null]))
}

/// A name object.
fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string: ASCII as it is, else UTF-16 with its mark.
fn text(text: &str) -> Object {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A dictionary of the given entries, in their order.
fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    let mut dictionary = Dictionary::new();
    for (key, value) in entries {
        dictionary.set(key, value);
    }
    dictionary
}
