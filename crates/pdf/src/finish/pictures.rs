//! Pictures and pages of attached files: each is asked for, written at once and dropped; pages then call it by a name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use layout::figure::FileId;
use layout::page::{Document, Mark, PlacedForeign, PlacedImage};
use lopdf::{Dictionary, Object, ObjectId};

use super::{dictionary, name};
use crate::error::Wanted;
use crate::figure::{foreign_name, image_name};
use crate::foreign::{ForeignFault, ImportError, Importer, guarded};
use crate::jpeg;
use crate::serial::Serial;
use crate::{PdfError, Supply};

/// The names and numbers of all drawings that pages call.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    drawings: BTreeMap<String, ObjectId>,
}

/// Whether the document shows pages that are not its own.
pub(super) fn shows_foreign(document: &Document) -> bool {
    let marks = document.pages.iter().flat_map(|page| &page.placed);
    marks.map(|placed| &placed.mark).any(|mark| matches!(mark, Mark::Foreign(_)))
}

/// Writes all that the document shows, in its order, each once.
pub(super) fn write(
    document: &Document,
    supply: &dyn Supply,
    file: &mut lopdf::Document,
    serial: &mut Serial<'_>,
) -> Result<Pictures, PdfError> {
    let mut pictures = Pictures::default();
    // The file whose pages come now; that of the page before it is closed.
    let mut open: Option<(FileId, Importer)> = None;
    for placed in document.pages.iter().flat_map(|page| &page.placed) {
        match &placed.mark {
            Mark::Image(placed) => {
                if let Entry::Vacant(new) = pictures.drawings.entry(image_name(placed.image)) {
                    new.insert(image(placed, supply, file, serial)?);
                }
            }
            Mark::Foreign(placed) => {
                if let Entry::Vacant(new) = pictures.drawings.entry(foreign_name(placed.file, placed.page)) {
                    new.insert(foreign(placed, supply, &mut open, file, serial)?);
                }
            }
            Mark::Text(_) | Mark::Rule(_) | Mark::Fill(..) => {}
        }
    }
    Ok(pictures)
}

impl Pictures {
    /// The entry of a page's resources for the drawings that it calls; `None` if it calls none.
    pub(super) fn resources<'n>(&self, names: impl Iterator<Item = &'n str>) -> Option<Object> {
        let mut entries = Dictionary::new();
        for name in names {
            if let Some(id) = self.drawings.get(name) {
                entries.set(name, Object::Reference(*id));
            }
        }
        (!entries.is_empty()).then_some(Object::Dictionary(entries))
    }
}

/// The picture as it is, not encoded again.
fn image(
    placed: &PlacedImage,
    supply: &dyn Supply,
    file: &mut lopdf::Document,
    serial: &mut Serial<'_>,
) -> Result<ObjectId, PdfError> {
    let image = placed.image;
    let bytes =
        supply.jpeg(image).map_err(|source| PdfError::Supply { what: Wanted::Image(image), source })?;
    let frame = jpeg::frame(&bytes).map_err(|reason| PdfError::Image { image, reason: reason.to_owned() })?;
    let id = file.new_object_id();
    let head = dictionary([
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", Object::Integer(i64::from(frame.width))),
        ("Height", Object::Integer(i64::from(frame.height))),
        ("ColorSpace", name(if frame.grey { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent", Object::Integer(8)),
        ("Filter", name("DCTDecode")),
    ]);
    serial.stream(id, &head, &bytes)?;
    Ok(id)
}

fn foreign(
    placed: &PlacedForeign,
    supply: &dyn Supply,
    open: &mut Option<(FileId, Importer)>,
    file: &mut lopdf::Document,
    serial: &mut Serial<'_>,
) -> Result<ObjectId, PdfError> {
    let fault = |fault: ForeignFault| PdfError::Foreign { file: placed.file, page: placed.page, fault };
    let importer = match open.take() {
        Some((id, importer)) if id == placed.file => importer,
        before => {
            drop(before);
            let wanted = Wanted::File(placed.file);
            let bytes =
                supply.file(placed.file).map_err(|source| PdfError::Supply { what: wanted, source })?;
            guarded(|| Importer::open(&bytes)).map_err(fault)?
        }
    };
    let (_, importer) = open.insert((placed.file, importer));
    importer.page(placed, &mut || file.new_object_id(), serial).map_err(|error| match error {
        ImportError::Fault(found) => fault(found),
        ImportError::Output(error) => PdfError::Output(error),
    })
}
