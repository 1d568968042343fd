//! The data that the edition shows, as a file inside the file (an associated file in the sense of PDF/A-3).

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::{dictionary, name, text};
use crate::{Attachment, Day};

/// Adds the file and gives its specification.
pub(super) fn add(file: &mut lopdf::Document, source: &Attachment, day: Day) -> ObjectId {
    let parameters = dictionary([
        ("ModDate", text(&day.to_pdf())),
        ("Size", Object::Integer(i64::try_from(source.bytes.len()).unwrap_or(i64::MAX))),
    ]);
    let head = dictionary([
        ("Type", name("EmbeddedFile")),
        ("Subtype", name(&source.media_type)),
        ("Params", Object::Dictionary(parameters)),
    ]);
    let mut stream = Stream::new(head, source.bytes.clone());
    // A stream that will not be compressed is as good.
    let _ = stream.compress();
    let stream = file.add_object(stream);
    let streams = dictionary([("F", Object::Reference(stream)), ("UF", Object::Reference(stream))]);
    file.add_object(dictionary([
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
