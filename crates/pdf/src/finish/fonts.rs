//! The fonts of all pages: from the specimen into the file, with what the back end's descriptors leave open (measures,
//! flags and weight).

use std::collections::BTreeMap;

use layout::font::FaceId;
use lopdf::{Dictionary, Object, ObjectId};

use super::back_end;
use crate::PdfError;
use crate::font::Subset;
use crate::serial::Serial;

/// A font whose characters are not those of the Latin standard set, as all ours.
const SYMBOLIC: i64 = 1 << 2;

/// Writes the specimen's fonts, and under `id` the list by which pages call them. Of the specimen nothing else stays.
pub(super) fn write(
    serial: &mut Serial<'_>,
    id: ObjectId,
    mut specimen: lopdf::Document,
    subsets: &BTreeMap<FaceId, Subset>,
) -> Result<(), PdfError> {
    describe(&mut specimen, subsets)?;
    specimen.compress();
    let first = serial.reserve_many(specimen.objects.len());
    specimen.renumber_objects_with(first.0);
    let list = list(&specimen).map_err(back_end)?;
    serial.object(id, &Object::Dictionary(list))?;
    let page = specimen.page_iter().next().ok_or(back_end(lopdf::Error::PageNumberNotFound(1)))?;
    let without = without(&specimen, page).map_err(back_end)?;
    for (id, object) in specimen.objects {
        if !without.contains(&id) {
            serial.object(id, &object)?;
        }
    }
    Ok(())
}

/// The fonts by their names.
fn list(specimen: &lopdf::Document) -> lopdf::Result<Dictionary> {
    let page = specimen.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = specimen.get_dictionary(page)?.get(b"Resources")?;
    let resources = specimen.dereference(resources)?.1.as_dict()?;
    Ok(specimen.dereference(resources.get(b"Font")?)?.1.as_dict()?.clone())
}

/// The specimen's page with its content, and the back end's catalogue and information, which carry the clock and chance.
fn without(specimen: &lopdf::Document, page: ObjectId) -> lopdf::Result<Vec<ObjectId>> {
    let pages = specimen.catalog()?.get(b"Pages")?.as_reference()?;
    let mut without = vec![page, pages, specimen.get_dictionary(page)?.get(b"Contents")?.as_reference()?];
    without.extend(
        [b"Root".as_slice(), b"Info"]
            .iter()
            .filter_map(|key| specimen.trailer.get(key).and_then(Object::as_reference).ok()),
    );
    Ok(without)
}

/// Completes the descriptor of every embedded face.
fn describe(file: &mut lopdf::Document, subsets: &BTreeMap<FaceId, Subset>) -> Result<(), PdfError> {
    let descriptors: Vec<ObjectId> = file
        .objects
        .iter()
        .filter(|(_, object)| object.type_name().is_ok_and(|name| name == b"FontDescriptor"))
        .map(|(id, _)| *id)
        .collect();
    for id in descriptors {
        let descriptor = file.get_object_mut(id).and_then(Object::as_dict_mut).map_err(back_end)?;
        let name = descriptor.get(b"FontName").and_then(Object::as_name).unwrap_or_default().to_vec();
        let Some(subset) = subsets.values().find(|subset| subset.name.as_bytes() == name) else {
            return Err(PdfError::BackEnd { reason: "a font descriptor of nobody".to_owned() });
        };
        let metrics = subset.encoding.metrics;
        let bounds = metrics.bounds.map(|bound| Object::Integer(i64::from(bound)));
        descriptor.set("FontBBox", Object::Array(bounds.to_vec()));
        descriptor.set("CapHeight", Object::Integer(i64::from(metrics.cap_height)));
        descriptor.set("Flags", Object::Integer(SYMBOLIC));
        // No table of a font has the stems' width: the usual estimate from the weight (88 at 400, 166 at 700).
        let stem = 50 + (i64::from(metrics.weight) * i64::from(metrics.weight)) / (65 * 65);
        descriptor.set("StemV", Object::Integer(stem));
    }
    Ok(())
}
