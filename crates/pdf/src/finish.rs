//! From drawn pages to an archival, tagged file: everything of PDF/A-3a and PDF/UA-1 that lies outside the pages' content.
//!
//! Pages are written as they come; what belongs to the whole follows the last one. Each part of the file's catalogue has
//! its own module.

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
use layout::block::AnchorId;
use layout::font::FaceId;
use layout::page::{AnchorPlace, Mark, Node, NodeId, OutlineEntry};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

use crate::draw::points;
use crate::figure::{DrawnFigure, DrawnLink};
use crate::font::Subset;
use crate::serial::Serial;
use crate::{DocumentInfo, PdfError, Supply};
use metadata::Claim;
use pages::Labels;
use pictures::Pictures;

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
    /// The marks that call it.
    pub(crate) pictures: Vec<Mark>,
    /// What of it leads elsewhere.
    pub(crate) links: Vec<DrawnLink>,
    /// Whether the viewer turns the sheet by 90 degrees clockwise.
    pub(crate) turned: bool,
    /// As it is read.
    pub(crate) height: Length,
    /// As printed.
    pub(crate) number: u32,
    /// As viewers show it.
    pub(crate) label: String,
}

/// What the layout says beside the pages.
#[derive(Default)]
pub(crate) struct Beside {
    /// How many there are.
    pub(crate) pages: u32,
    pub(crate) tree: Vec<Node>,
    pub(crate) outline: Vec<OutlineEntry>,
    pub(crate) anchors: BTreeMap<AnchorId, AnchorPlace>,
}

/// A file whose pages are being written.
pub(crate) struct FileInMaking<'o> {
    serial: Serial<'o>,
    supply: &'o dyn Supply,
    pictures: Pictures<'o>,
    /// The page tree's root, which pages name before it is written; likewise the list of fonts.
    root: ObjectId,
    fonts: ObjectId,
    pages: Vec<PlacedPage>,
    labels: Labels,
}

/// Where a page's object is, and what the rest of the file must know of it.
struct PlacedPage {
    id: ObjectId,
    contents: Vec<NodeId>,
    figures: Vec<DrawnFigure>,
    links: Vec<PlacedLink>,
    turned: bool,
    height: Length,
}

/// A link, and the number of its annotation, which is written when it is known where it leads.
struct PlacedLink {
    id: ObjectId,
    link: DrawnLink,
}

impl<'o> FileInMaking<'o> {
    /// Begins the file.
    ///
    /// # Errors
    /// A fault in writing.
    pub(crate) fn new(supply: &'o dyn Supply, out: &'o mut dyn Write) -> Result<Self, PdfError> {
        let mut serial = Serial::new(out)?;
        let (root, fonts) = (serial.reserve(), serial.reserve());
        let (pages, labels) = (Vec::new(), Labels::default());
        Ok(Self { serial, supply, pictures: Pictures::new(supply), root, fonts, pages, labels })
    }

    /// Writes the next page.
    ///
    /// # Errors
    /// Something to be shown that is not handed over or cannot be shown, or a fault in writing.
    pub(crate) fn page(&mut self, page: FinishedPage) -> Result<(), PdfError> {
        pages::write(self, page)
    }

    /// Completes the file and gives its size. `specimen` brings the fonts.
    ///
    /// # Errors
    /// No page; a structure tree that does not hold together, a link that leads nowhere, or a fault in writing.
    pub(crate) fn finish(
        mut self,
        specimen: lopdf::Document,
        subsets: &BTreeMap<FaceId, Subset>,
        beside: &Beside,
        info: &DocumentInfo,
    ) -> Result<u64, PdfError> {
        let (serial, pages) = (&mut self.serial, &self.pages);
        let claim = if self.pictures.foreign { Claim::Nothing } else { Claim::Archival };
        let told = claim.told(info, self.supply);
        fonts::write(serial, self.fonts, specimen, subsets)?;
        serial.object(self.root, &Object::Dictionary(pages::tree(pages)))?;
        let links = links::write(serial, pages, &beside.anchors)?;
        let mut catalog = catalogue::base();
        catalog.set("Pages", Object::Reference(self.root));
        catalog.set("PageLabels", self.labels.into_object());
        catalog.set("StructTreeRoot", structure::write(serial, &beside.tree, pages, &links)?);
        if let Some(outline) = outline::write(serial, &beside.outline, pages)? {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", name("UseOutlines"));
        }
        catalog.set("OutputIntents", output_intent::add(serial)?);
        catalog.set("Metadata", metadata::add_xmp(serial, &told, claim)?);
        if let Some(source) = &info.source {
            let specification = embedded::add(serial, source, info.created)?;
            catalog.set("AF", Object::Array(vec![Object::Reference(specification)]));
            catalog.set("Names", embedded::names(source, specification));
        }
        let root = serial.add(catalog)?;
        let information = serial.add(metadata::information(&told))?;
        let trailer = [("Root", Object::Reference(root)), ("Info", Object::Reference(information))];
        Ok(self.serial.finish(dictionary(trailer))?)
    }
}

fn back_end(error: lopdf::Error) -> PdfError {
    PdfError::BackEnd { reason: error.to_string() }
}

/// Upper left corner of what is led to, at the zoom the reader has; in the sheet's own coordinates. `None` for a page that
/// is not there.
fn destination(pages: &[PlacedPage], page: u32, y: Length) -> Option<Object> {
    let page = pages.get(page as usize)?;
    // What is read as the top of a turned sheet is its left edge.
    let upper = Object::Real(points(if page.turned { y } else { page.height - y }));
    let edge = Object::Integer(0);
    let (x, y) = if page.turned { (upper, edge) } else { (edge, upper) };
    Some(Object::Array(vec![Object::Reference(page.id), name("XYZ"), x, y, Object::Null]))
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
