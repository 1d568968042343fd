//! One page of an attached file: the part of it that is seen, how it is turned, its content, and what stands on it.

use layout::Length;
use layout::figure::Extent;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{ForeignFault, STREAM_MAX, damaged};

/// How far up the page tree inherited entries are looked for.
const ANCESTORS_MAX: usize = 64;
/// The longest side that a page of a PDF may have, 200 inches, in points.
const SIDE_MAX: f32 = 14_400.0;

/// A rectangle in a page's own coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A page of an attached file.
#[derive(Debug)]
pub(crate) struct ForeignSheet<'d> {
    pub(super) document: &'d Document,
    pub(super) page: &'d Dictionary,
    /// What of it is seen.
    pub(super) seen: Bounds,
    /// Quarter turns clockwise, 0 to 3.
    quarters: u8,
    /// How large its unit is, in points.
    unit: f32,
    pub(super) resources: Option<&'d Object>,
    /// Its content, decoded.
    pub(super) content: Vec<u8>,
}

impl<'d> ForeignSheet<'d> {
    pub(super) fn read(document: &'d Document, id: ObjectId) -> Result<Self, ForeignFault> {
        let page = document.get_dictionary(id).map_err(damaged)?;
        let sheet = inherited(document, page, b"MediaBox").and_then(|found| bounds(document, found));
        // Without a size readers take American letter paper.
        let sheet = sheet.unwrap_or(Bounds { x: 0.0, y: 0.0, width: 612.0, height: 792.0 });
        let cropped = inherited(document, page, b"CropBox").and_then(|found| bounds(document, found));
        let seen = cropped.and_then(|cropped| cropped.within(sheet)).unwrap_or(sheet);
        let turned =
            inherited(document, page, b"Rotate").and_then(|turn| number(document, turn)).unwrap_or(0.0);
        let quarters = (turned as i32).div_euclid(90).rem_euclid(4) as u8;
        let unit = page.get(b"UserUnit").ok().and_then(|unit| number(document, unit)).unwrap_or(1.0);
        let measures = [seen.width * unit, seen.height * unit];
        if !measures.iter().all(|side| *side > 0.0 && *side <= SIDE_MAX) {
            return Err(damaged("a page without a size"));
        }
        let resources = inherited(document, page, b"Resources");
        Ok(Self { document, page, seen, quarters, unit, resources, content: content(document, page)? })
    }

    /// Its size as it is read.
    pub(crate) fn extent(&self) -> Extent {
        let side = |side: f32| Length::pt(f64::from(side * self.unit));
        let (width, height) = (side(self.seen.width), side(self.seen.height));
        if self.quarters.is_multiple_of(2) {
            Extent { width, height }
        } else {
            Extent { width: height, height: width }
        }
    }

    /// From its own coordinates to a square of one by one, as it is read.
    pub(super) fn to_square(&self) -> [f32; 6] {
        let Bounds { x, y, width, height } = self.seen;
        match self.quarters {
            0 => [1.0 / width, 0.0, 0.0, 1.0 / height, -x / width, -y / height],
            1 => [0.0, -1.0 / width, 1.0 / height, 0.0, -y / height, 1.0 + x / width],
            2 => [-1.0 / width, 0.0, 0.0, -1.0 / height, 1.0 + x / width, 1.0 + y / height],
            _ => [0.0, 1.0 / width, -1.0 / height, 0.0, 1.0 + y / height, -x / width],
        }
    }
}

impl Bounds {
    /// What of it lies within the other.
    fn within(self, other: Self) -> Option<Self> {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let width = (self.x + self.width).min(other.x + other.width) - x;
        let height = (self.y + self.height).min(other.y + other.height) - y;
        (width > 0.0 && height > 0.0).then_some(Self { x, y, width, height })
    }

    /// As PDF writes it: two corners.
    pub(super) fn corners(self) -> [f32; 4] {
        [self.x, self.y, self.x + self.width, self.y + self.height]
    }
}

/// The content streams one after another; a word never goes on in the next stream.
fn content(document: &Document, page: &Dictionary) -> Result<Vec<u8>, ForeignFault> {
    let Ok(contents) = page.get(b"Contents") else { return Ok(Vec::new()) };
    let (_, contents) = document.dereference(contents).map_err(damaged)?;
    let parts = match contents {
        Object::Array(parts) => parts.iter().collect(),
        Object::Null => Vec::new(),
        one => vec![one],
    };
    let mut content = Vec::new();
    for part in parts {
        let (_, part) = document.dereference(part).map_err(damaged)?;
        let part = part.as_stream().map_err(damaged)?;
        content.extend(
            part.get_plain_content_with_limit(STREAM_MAX - content.len().min(STREAM_MAX)).map_err(damaged)?,
        );
        content.push(b'\n');
    }
    Ok(content)
}

/// An entry of the page, or of the nearest node above it that has one.
fn inherited<'d>(document: &'d Document, page: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    let mut node = page;
    for _ in 0..ANCESTORS_MAX {
        if let Ok(found) = node.get(key) {
            return document.dereference(found).ok().map(|(_, found)| found);
        }
        node = node.get(b"Parent").ok().and_then(|up| document.dereference(up).ok())?.1.as_dict().ok()?;
    }
    None
}

/// A number, wherever it stands.
pub(super) fn number(document: &Document, object: &Object) -> Option<f32> {
    document.dereference(object).ok()?.1.as_float().ok()
}

/// As many numbers, wherever they stand.
pub(super) fn numbers<const N: usize>(document: &Document, object: &Object) -> Option<[f32; N]> {
    let list = document.dereference(object).ok()?.1.as_array().ok()?;
    let numbers: Vec<f32> = list.iter().filter_map(|item| number(document, item)).collect();
    numbers.try_into().ok()
}

/// A rectangle from any two corners.
pub(super) fn bounds(document: &Document, object: &Object) -> Option<Bounds> {
    let [x1, y1, x2, y2] = numbers(document, object)?;
    let (width, height) = ((x2 - x1).abs(), (y2 - y1).abs());
    (width > 0.0 && height > 0.0).then_some(Bounds { x: x1.min(x2), y: y1.min(y2), width, height })
}
