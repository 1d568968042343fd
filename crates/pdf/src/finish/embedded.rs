//! The data that the edition shows, as a file inside the file (an associated file in the sense of PDF/A-3).

use std::io;

use lopdf::{Dictionary, Object, ObjectId};

use super::{dictionary, name, text};
use crate::serial::Serial;
use crate::{Attachment, Day};

/// Adds the file and gives its specification.
pub(super) fn add(serial: &mut Serial<'_>, source: &Attachment, day: Day) -> io::Result<ObjectId> {
    let parameters = dictionary([
        ("ModDate", text(&day.to_pdf())),
        ("Size", Object::Integer(i64::try_from(source.size).unwrap_or(i64::MAX))),
    ]);
    let head = dictionary([
        ("Type", name("EmbeddedFile")),
        ("Subtype", name(&source.media_type)),
        ("Params", Object::Dictionary(parameters)),
        ("Filter", name("FlateDecode")),
    ]);
    let stream = serial.reserve();
    serial.stream(stream, &head, &source.deflated)?;
    let streams = dictionary([("F", Object::Reference(stream)), ("UF", Object::Reference(stream))]);
    serial.add(dictionary([
        ("Type", name("Filespec")),
        ("F", text(&source.name)),
        ("UF", text(&source.name)),
        ("Desc", text(&source.description)),
        ("AFRelationship", name("Source")),
        ("EF", Object::Dictionary(streams)),
    ]))
}

/// The catalogue's entry under which viewers list it.
pub(super) fn names(source: &Attachment, specification: ObjectId) -> Object {
    let list = vec![text(&source.name), Object::Reference(specification)];
    let mut names = Dictionary::new();
    names.set("EmbeddedFiles", Object::Dictionary(dictionary([("Names", Object::Array(list))])));
    Object::Dictionary(names)
}
