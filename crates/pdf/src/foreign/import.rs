//! Pages of attached files into our file: each as a drawing of its own that fills a square of one by one.
//!
//! What the page draws comes along with everything that it needs, under new numbers. What it can do does not: scripts,
//! actions, links, forms. What is seen of an annotation (a seal, a filled field, a note) is drawn like the page.

use std::collections::{BTreeMap, VecDeque};
use std::io;

use layout::page::PlacedForeign;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::page::{Bounds, bounds, numbers};
use super::{ForeignFault, ForeignFile, ForeignSheet, damaged};
use crate::serial::Serial;

/// So many objects may belong to one page: a map has some ten thousand.
const OBJECTS_MAX: usize = 500_000;

/// What keeps a page from being written.
pub(crate) enum ImportError {
    Fault(ForeignFault),
    Output(io::Error),
}

impl From<ForeignFault> for ImportError {
    fn from(fault: ForeignFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Brings pages of one file over; what they share comes once.
pub(crate) struct Importer {
    file: ForeignFile,
    /// The file's numbers and ours.
    numbers: BTreeMap<ObjectId, ObjectId>,
}

impl Importer {
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ForeignFault> {
        Ok(Self { file: ForeignFile::open(bytes)?, numbers: BTreeMap::new() })
    }

    /// Writes the page and gives the number of its drawing.
    pub(crate) fn page(
        &mut self,
        placed: &PlacedForeign,
        serial: &mut Serial<'_>,
    ) -> Result<ObjectId, ImportError> {
        let sheet = self.file.sheet(placed.page as usize)?;
        same_proportions(&sheet, placed)?;
        let (document, numbers) = (&self.file.document, &mut self.numbers);
        let mut copy = Copy { document, numbers, left: VecDeque::new(), serial };
        let drawing = drawing(&sheet, &mut copy);
        copy.write_rest()?;
        for (id, head, content) in drawing.parts {
            let mut stream = Stream::new(head, content);
            // A stream that will not be compressed is as good.
            let _ = stream.compress();
            serial.stream(id, &stream.dict, &stream.content)?;
        }
        Ok(drawing.id)
    }
}

/// A page as a drawing.
struct Drawing {
    id: ObjectId,
    /// Itself and what it is put together from.
    parts: Vec<(ObjectId, Dictionary, Vec<u8>)>,
}

/// The page, and over it what is seen of its annotations.
fn drawing(sheet: &ForeignSheet<'_>, copy: &mut Copy<'_, '_>) -> Drawing {
    let group = sheet.page.get(b"Group").ok().map(|group| copy.object(group));
    let resources = match sheet.resources {
        Some(resources) => copy.object(resources),
        None => Object::Dictionary(Dictionary::new()),
    };
    let matrix = sheet.to_square().map(Object::Real).to_vec();
    let seen = appearances(sheet, copy);
    let page = copy.serial.reserve();
    if seen.is_empty() {
        let head = form(&sheet.seen, Some(matrix), resources, group);
        return Drawing { id: page, parts: vec![(page, head, sheet.content.clone())] };
    }
    // The page's names are its own: it becomes a drawing beside those of its annotations.
    let mut names = Dictionary::new();
    names.set("Page", Object::Reference(page));
    let mut content = b"/Page Do\n".to_vec();
    for (at, (drawing, [a, b, c, d, e, f])) in seen.into_iter().enumerate() {
        names.set(format!("Seen{at}"), drawing);
        content.extend_from_slice(format!("q {a} {b} {c} {d} {e} {f} cm /Seen{at} Do Q\n").as_bytes());
    }
    let mut together = Dictionary::new();
    together.set("XObject", Object::Dictionary(names));
    let id = copy.serial.reserve();
    let whole = form(&sheet.seen, Some(matrix), Object::Dictionary(together), group.clone());
    let page = (page, form(&sheet.seen, None, resources, group), sheet.content.clone());
    Drawing { id, parts: vec![page, (id, whole, content)] }
}

/// The file may have been exchanged since it was laid out: nothing is printed out of shape.
fn same_proportions(sheet: &ForeignSheet<'_>, placed: &PlacedForeign) -> Result<(), ForeignFault> {
    let (own, rect) = (sheet.extent(), placed.rect);
    let [across, down] =
        [(own.width, rect.height), (own.height, rect.width)].map(|(a, b)| i64::from(a.0) * i64::from(b.0));
    if (across - down).abs() * 100 > across.max(down) { Err(ForeignFault::Changed) } else { Ok(()) }
}

/// A drawing's dictionary.
fn form(seen: &Bounds, matrix: Option<Vec<Object>>, resources: Object, group: Option<Object>) -> Dictionary {
    let mut head = Dictionary::new();
    head.set("Type", Object::Name(b"XObject".to_vec()));
    head.set("Subtype", Object::Name(b"Form".to_vec()));
    head.set("BBox", Object::Array(seen.corners().map(Object::Real).to_vec()));
    if let Some(matrix) = matrix {
        head.set("Matrix", Object::Array(matrix));
    }
    head.set("Resources", resources);
    if let Some(group) = group {
        head.set("Group", group);
    }
    head
}

/// What is seen of the page's annotations when it is printed: each one's drawing and where it goes.
fn appearances(sheet: &ForeignSheet<'_>, copy: &mut Copy<'_, '_>) -> Vec<(Object, [f32; 6])> {
    const HIDDEN: i64 = 1 << 1;
    const PRINTED: i64 = 1 << 2;
    let document = sheet.document;
    let resolve = |object: &'_ Object| document.dereference(object).ok().map(|(_, found)| found.clone());
    let list = sheet.page.get(b"Annots").ok().and_then(resolve);
    let Some(Object::Array(list)) = list else { return Vec::new() };
    let mut seen = Vec::new();
    for annotation in &list {
        let Some(Object::Dictionary(annotation)) = resolve(annotation) else { continue };
        let flags =
            annotation.get(b"F").ok().and_then(resolve).and_then(|flags| flags.as_i64().ok()).unwrap_or(0);
        let popup = annotation.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Popup");
        if flags & HIDDEN != 0 || flags & PRINTED == 0 || popup {
            continue;
        }
        let Some(drawing) = normal_appearance(document, &annotation) else { continue };
        let Some(place) = annotation.get(b"Rect").ok().and_then(|rect| bounds(document, rect)) else {
            continue;
        };
        let Some(Object::Stream(stream)) = resolve(&drawing) else { continue };
        let Some(own) = stream.dict.get(b"BBox").ok().and_then(|own| bounds(document, own)) else { continue };
        let matrix = stream.dict.get(b"Matrix").ok().and_then(|matrix| numbers(document, matrix));
        let matrix = matrix.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        if let Some(to_place) = onto(own, matrix, place) {
            seen.push((copy.object(&drawing), to_place));
        }
    }
    seen
}

/// The reference of the drawing that stands for the annotation in its present state.
fn normal_appearance(document: &Document, annotation: &Dictionary) -> Option<Object> {
    let (_, all) = document.dereference(annotation.get(b"AP").ok()?).ok()?;
    let normal = all.as_dict().ok()?.get(b"N").ok()?;
    match document.dereference(normal).ok()?.1 {
        Object::Stream(_) => Some(normal.clone()),
        Object::Dictionary(states) => {
            let state = annotation.get(b"AS").and_then(Object::as_name).ok()?;
            states.get(state).ok().cloned()
        }
        _ => None,
    }
}

/// From the drawing's box, as its matrix turns it, to the place on the page (ISO 32000-1, 12.5.5).
fn onto(own: Bounds, [a, b, c, d, e, f]: [f32; 6], place: Bounds) -> Option<[f32; 6]> {
    let [left, low, right, high] = own.corners();
    let corners = [(left, low), (right, low), (left, high), (right, high)]
        .map(|(x, y)| (a * x + c * y + e, b * x + d * y + f));
    let least = |axis: fn((f32, f32)) -> f32| corners.map(axis).into_iter().fold(f32::MAX, f32::min);
    let most = |axis: fn((f32, f32)) -> f32| corners.map(axis).into_iter().fold(f32::MIN, f32::max);
    let (x, y) = (least(|(x, _)| x), least(|(_, y)| y));
    let (width, height) = (most(|(x, _)| x) - x, most(|(_, y)| y) - y);
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let (across, up) = (place.width / width, place.height / height);
    Some([across, 0.0, 0.0, up, place.x - x * across, place.y - y * up])
}

/// Copies objects with all that they refer to, under our numbers.
struct Copy<'c, 'o> {
    document: &'c Document,
    numbers: &'c mut BTreeMap<ObjectId, ObjectId>,
    /// Referred to, not written yet.
    left: VecDeque<(ObjectId, ObjectId)>,
    serial: &'c mut Serial<'o>,
}

impl Copy<'_, '_> {
    /// The object with our numbers.
    fn object(&mut self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => {
                let ours = match self.numbers.get(id) {
                    Some(ours) => *ours,
                    None => {
                        let ours = self.serial.reserve();
                        self.numbers.insert(*id, ours);
                        self.left.push_back((*id, ours));
                        ours
                    }
                };
                Object::Reference(ours)
            }
            Object::Array(items) => Object::Array(items.iter().map(|item| self.object(item)).collect()),
            Object::Dictionary(dictionary) if stays_behind(dictionary) => Object::Null,
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary, &[])),
            // Not where an object is meant to be; one on its own is written by `write_rest`.
            Object::Stream(_) => Object::Null,
            plain => plain.clone(),
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary, without: &[&[u8]]) -> Dictionary {
        let mut copy = Dictionary::new();
        for (key, value) in dictionary.iter().filter(|(key, _)| !without.contains(&key.as_slice())) {
            copy.set(key.clone(), self.object(value));
        }
        copy
    }

    /// Writes everything that was referred to, and what that refers to.
    fn write_rest(&mut self) -> Result<(), ImportError> {
        let mut written = 0;
        while let Some((theirs, ours)) = self.left.pop_front() {
            written += 1;
            if written > OBJECTS_MAX {
                return Err(damaged("a page with too many parts").into());
            }
            match self.document.objects.get(&theirs) {
                Some(Object::Stream(stream)) => {
                    let head = self.dictionary(&stream.dict, &STREAM_WITHOUT);
                    self.serial.stream(ours, &head, &stream.content)?;
                }
                Some(other) => {
                    let copy = self.object(other);
                    self.serial.object(ours, &copy)?;
                }
                // What is not there is nothing, says the format.
                None => self.serial.object(ours, &Object::Null)?,
            }
        }
        Ok(())
    }
}

/// What a stream does not take along: content outside the file, and what leads out of the page.
const STREAM_WITHOUT: [&[u8]; 10] = [
    b"Length",
    b"F",
    b"FFilter",
    b"FDecodeParms",
    b"Ref",
    b"OPI",
    b"PieceInfo",
    b"Metadata",
    b"StructParent",
    b"StructParents",
];

/// Pages, trees and whatever acts: nothing that a page's drawing needs.
fn stays_behind(dictionary: &Dictionary) -> bool {
    let is = |key: &[u8], names: &[&[u8]]| {
        dictionary.get(key).and_then(Object::as_name).is_ok_and(|name| names.contains(&name))
    };
    is(b"Type", &[b"Page", b"Pages", b"Catalog", b"StructElem", b"StructTreeRoot", b"Annot", b"Action"])
        || is(b"S", &[b"JavaScript", b"Launch", b"URI", b"GoToR", b"SubmitForm"])
}
