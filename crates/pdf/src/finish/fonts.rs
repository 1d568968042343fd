//! What the back end's font descriptors leave open: measures, flags and weight.

use std::collections::BTreeMap;

use layout::font::FaceId;
use lopdf::{Object, ObjectId};

use crate::PdfError;
use crate::font::Subset;

/// A font whose characters are not those of the Latin standard set, as all ours.
const SYMBOLIC: i64 = 1 << 2;

/// Completes the descriptor of every embedded face.
pub(super) fn describe(
    file: &mut lopdf::Document,
    subsets: &BTreeMap<FaceId, Subset>,
) -> Result<(), PdfError> {
    let descriptors: Vec<ObjectId> = file
        .objects
        .iter()
        .filter(|(_, object)| object.type_name().is_ok_and(|name| name == b"FontDescriptor"))
        .map(|(id, _)| *id)
        .collect();
    for id in descriptors {
        let descriptor = file
            .get_object_mut(id)
            .and_then(Object::as_dict_mut)
            .map_err(|error| PdfError::BackEnd { reason: error.to_string() })?;
        let name = descriptor.get(b"FontName").and_then(Object::as_name).unwrap_or_default().to_vec();
        let Some(subset) = subsets.values().find(|subset| subset.name.as_bytes() == name) else {
            return Err(PdfError::BackEnd { reason: "a font descriptor of nobody".to_owned() });
        };
        let metrics = subset.metrics;
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
