//! Pictures and pages of attached files: each is asked for, written at once and dropped; pages then call it by a name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use layout::figure::FileId;
use layout::page::{Mark, PlacedForeign, PlacedImage};
use lopdf::{Dictionary, Object, ObjectId};

use super::{dictionary, name};
use crate::error::Wanted;
use crate::figure::{foreign_name, image_name};
use crate::foreign::{ForeignFault, ImportError, Importer, guarded};
use crate::jpeg;
use crate::serial::Serial;
use crate::{PdfError, Supply};

/// The drawings that pages call, each written before the first page that does.
pub(super) struct Pictures<'s> {
    supply: &'s dyn Supply,
    /// Their numbers by their names.
    drawings: BTreeMap<String, ObjectId>,
    /// The file whose pages come now; that of the page before it is closed.
    open: Option<(FileId, Importer)>,
    /// Whether a page was shown that is not the document's own.
    pub(super) foreign: bool,
}

impl<'s> Pictures<'s> {
    pub(super) fn new(supply: &'s dyn Supply) -> Self {
        Self { supply, drawings: BTreeMap::new(), open: None, foreign: false }
    }

    /// Writes a drawing unless it is in the file already; other marks are none.
    pub(super) fn write(&mut self, mark: &Mark, serial: &mut Serial<'_>) -> Result<(), PdfError> {
        match mark {
            Mark::Image(placed) => {
                if let Entry::Vacant(new) = self.drawings.entry(image_name(placed.image)) {
                    new.insert(image(placed, self.supply, serial)?);
                }
            }
            Mark::Foreign(placed) => {
                self.foreign = true;
                if let Entry::Vacant(new) = self.drawings.entry(foreign_name(placed.file, placed.page)) {
                    new.insert(foreign(placed, self.supply, &mut self.open, serial)?);
                }
            }
            Mark::Text(_) | Mark::Rule(_) | Mark::Fill(..) => {}
        }
        Ok(())
    }

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
fn image(placed: &PlacedImage, supply: &dyn Supply, serial: &mut Serial<'_>) -> Result<ObjectId, PdfError> {
    let image = placed.image;
    let bytes =
        supply.jpeg(image).map_err(|source| PdfError::Supply { what: Wanted::Image(image), source })?;
    let frame = jpeg::frame(&bytes).map_err(|reason| PdfError::Image { image, reason: reason.to_owned() })?;
    let id = serial.reserve();
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
    importer.page(placed, serial).map_err(|error| match error {
        ImportError::Fault(found) => fault(found),
        ImportError::Output(error) => PdfError::Output(error),
    })
}
