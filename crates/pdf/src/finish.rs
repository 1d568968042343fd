//! From drawn pages to an archival, tagged file: everything of PDF/A-3a and PDF/UA-1 that lies outside the pages' content.
//!
//! Works on the objects that the back end has made; each part of the file's catalogue has its own module.

mod catalogue;
mod embedded;
mod fonts;
mod metadata;
mod outline;
mod output_intent;
mod pages;
mod structure;

use std::collections::BTreeMap;

use layout::font::FaceId;
use layout::page::{Document, NodeId};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest, Sha256};

use crate::font::Subset;
use crate::{DocumentInfo, PdfError};

/// A page as the back end has made it.
pub(crate) struct FinishedPage {
    /// Its measures; what it refers to is replaced.
    pub(crate) dictionary: Dictionary,
    /// Its content, compressed.
    pub(crate) stream: Stream,
    /// The node of each marked content, by its number on the page.
    pub(crate) contents: Vec<NodeId>,
    /// Whether the viewer turns the sheet by 90 degrees clockwise.
    pub(crate) turned: bool,
}

/// Where a page's object is, and what the rest of the file must know of it.
struct PlacedPage {
    id: ObjectId,
    contents: Vec<NodeId>,
    turned: bool,
}

/// Completes the file and gives its bytes. `specimen` brings the fonts; its own page is replaced by `pages`.
///
/// # Errors
/// A structure tree that does not hold together, or a fault that the serialising library reports.
pub(crate) fn finish(
    specimen: lopdf::Document,
    document: &Document,
    pages: Vec<FinishedPage>,
    subsets: &BTreeMap<FaceId, Subset>,
    info: &DocumentInfo,
) -> Result<Vec<u8>, PdfError> {
    let mut file = specimen;
    fonts::describe(&mut file, subsets)?;
    file.compress();
    let (root, pages) = pages::replace(&mut file, pages).map_err(back_end)?;
    let mut catalog = catalogue::base();
    catalog.set("Pages", Object::Reference(root));
    catalog.set("PageLabels", pages::labels(document));
    catalog.set("StructTreeRoot", structure::add(&mut file, &document.tree, &pages)?);
    if let Some(outline) = outline::add(&mut file, document, &pages) {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", name("UseOutlines"));
    }
    catalog.set("OutputIntents", output_intent::add(&mut file));
    catalog.set("Metadata", metadata::add_xmp(&mut file, info));
    if let Some(source) = &info.source {
        let specification = embedded::add(&mut file, source, info.created);
        catalog.set("AF", Object::Array(vec![Object::Reference(specification)]));
        catalog.set("Names", embedded::names(source, specification));
    }
    set_trailer(&mut file, catalog, info);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| PdfError::BackEnd { reason: error.to_string() })?;
    Ok(bytes)
}

fn back_end(error: lopdf::Error) -> PdfError {
    PdfError::BackEnd { reason: error.to_string() }
}

/// Replaces the back end's catalogue, information and identifiers, which carry the clock and chance.
fn set_trailer(file: &mut lopdf::Document, catalog: Dictionary, info: &DocumentInfo) {
    for key in [b"Root".as_slice(), b"Info".as_slice()] {
        if let Ok(id) = file.trailer.get(key).and_then(Object::as_reference) {
            file.objects.remove(&id);
        }
    }
    let root = file.add_object(catalog);
    let information = file.add_object(metadata::information(info));
    file.trailer.set("Root", Object::Reference(root));
    file.trailer.set("Info", Object::Reference(information));
    let id = Object::String(fingerprint(file), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    "1.7".clone_into(&mut file.version);
}

/// 16 bytes that differ as soon as any page, font, metadata or attachment does.
fn fingerprint(file: &lopdf::Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update((stream.content.len() as u64).to_be_bytes());
            hash.update(&stream.content);
        }
    }
    hash.finalize()[..16].to_vec()
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
