//! Objects onto the file one after another: each is written once, its place noted, and nothing of it kept.
//!
//! The whole file's places and its fingerprint are known when the last object is written. Left to others: what the
//! objects are.

use std::io::{self, Write};

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest, Sha256};

/// The file's head; the second line tells programs that it is not text.
const HEAD: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// Pieces smaller than this are gathered before they go to the file.
const BUFFER: usize = 1 << 16;

/// Writes a file object by object.
pub(crate) struct Serial<'o> {
    out: &'o mut dyn Write,
    /// Not yet handed on.
    buffer: Vec<u8>,
    /// Handed on and not.
    written: u64,
    hash: Sha256,
    /// Where each object begins, by its number; zero for none.
    places: Vec<u64>,
    /// The number that nobody has yet.
    next: u32,
}

impl<'o> Serial<'o> {
    /// Begins a file.
    pub(crate) fn new(out: &'o mut dyn Write) -> io::Result<Self> {
        let (buffer, places) = (Vec::with_capacity(BUFFER * 2), vec![0]);
        let mut serial = Self { out, buffer, written: 0, hash: Sha256::new(), places, next: 1 };
        serial.put(HEAD)?;
        Ok(serial)
    }

    /// A number for an object that is written later.
    pub(crate) fn reserve(&mut self) -> ObjectId {
        self.reserve_many(1)
    }

    /// So many numbers that follow one another; gives the first.
    pub(crate) fn reserve_many(&mut self, count: usize) -> ObjectId {
        let first = self.next;
        self.next = self.next.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        (first, 0)
    }

    /// Writes an object under a new number.
    pub(crate) fn add(&mut self, object: impl Into<Object>) -> io::Result<ObjectId> {
        let id = self.reserve();
        self.object(id, &object.into())?;
        Ok(id)
    }

    /// Writes an object.
    pub(crate) fn object(&mut self, (number, _): ObjectId, object: &Object) -> io::Result<()> {
        self.begin(number)?;
        let mut text = Vec::new();
        match object {
            Object::Stream(stream) => {
                self.stream_head(&stream.dict, stream.content.len())?;
                self.put(&stream.content)?;
                text.extend_from_slice(b"\nendstream");
            }
            other => put_object(&mut text, other),
        }
        text.extend_from_slice(b"\nendobj\n");
        self.put(&text)
    }

    /// Writes a stream whose content is somebody else's.
    pub(crate) fn stream(&mut self, id: ObjectId, head: &Dictionary, content: &[u8]) -> io::Result<()> {
        self.begin(id.0)?;
        self.stream_head(head, content.len())?;
        self.put(content)?;
        self.put(b"\nendstream\nendobj\n")
    }

    /// Writes the table of places and the trailer with an identifier made of all bytes before it; gives the file's size.
    pub(crate) fn finish(mut self, mut trailer: Dictionary) -> io::Result<u64> {
        let identifier = Object::String(
            self.hash.clone().chain_update(&self.buffer).finalize()[..16].to_vec(),
            StringFormat::Hexadecimal,
        );
        let table = self.written;
        self.places.resize(self.next as usize, 0);
        let size = self.places.len();
        let mut text = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for place in &self.places[1..] {
            match place {
                0 => text.push_str("0000000000 65535 f \n"),
                place => text.push_str(&format!("{place:010} 00000 n \n")),
            }
        }
        trailer.set("Size", Object::Integer(i64::try_from(size).unwrap_or(i64::MAX)));
        trailer.set("ID", Object::Array(vec![identifier.clone(), identifier]));
        text.push_str("trailer\n");
        let mut text = text.into_bytes();
        put_dictionary(&mut text, &trailer);
        text.extend_from_slice(format!("\nstartxref\n{table}\n%%EOF\n").as_bytes());
        self.put(&text)?;
        self.hand_on()?;
        self.out.flush()?;
        Ok(self.written)
    }

    fn begin(&mut self, number: u32) -> io::Result<()> {
        let at = number as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        self.places[at] = self.written;
        self.put(format!("{number} 0 obj\n").as_bytes())
    }

    fn stream_head(&mut self, head: &Dictionary, length: usize) -> io::Result<()> {
        let mut head = head.clone();
        head.set("Length", Object::Integer(i64::try_from(length).unwrap_or(i64::MAX)));
        let mut text = Vec::new();
        put_dictionary(&mut text, &head);
        text.extend_from_slice(b"\nstream\n");
        self.put(&text)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() < BUFFER { Ok(()) } else { self.hand_on() }
    }

    fn hand_on(&mut self) -> io::Result<()> {
        self.hash.update(&self.buffer);
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }
}

fn put_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => out.extend_from_slice(real(*value).as_bytes()),
        Object::Name(name) => put_name(out, name),
        Object::String(bytes, format) => put_string(out, bytes, format),
        Object::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b' ');
                }
                put_object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(out, dictionary),
        // A stream is always an object of its own.
        Object::Stream(Stream { dict, .. }) => put_dictionary(out, dict),
        Object::Reference((number, _)) => out.extend_from_slice(format!("{number} 0 R").as_bytes()),
    }
}

/// Without an exponent, which PDF does not know.
fn real(value: f32) -> String {
    if value.is_finite() { value.to_string() } else { "0".to_owned() }
}

fn put_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        put_name(out, key);
        out.push(b' ');
        put_object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn put_string(out: &mut Vec<u8>, bytes: &[u8], format: &StringFormat) {
    if *format == StringFormat::Hexadecimal {
        out.push(b'<');
        bytes.iter().for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            // As it stands, a reader would take it for a line feed.
            b'\r' => out.extend_from_slice(b"\\r"),
            other => out.push(other),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a fault must stop the test")]
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut dictionary = Dictionary::new();
        dictionary.set("A b#", Object::Real(-0.000_012_5));
        dictionary.set("Text", Object::String(b"(a\\)\r\n\xFF".to_vec(), StringFormat::Literal));
        dictionary.set("Hex", Object::String(vec![0xFE, 0xFF, 0], StringFormat::Hexadecimal));
        let list = vec![Object::Null, Object::Boolean(true), Object::Integer(-7), Object::Reference((3, 0))];
        dictionary.set("List", Object::Array(list));
        let objects = [
            ((1, 0), Object::Dictionary(dictionary)),
            ((3, 0), Object::Stream(Stream::new(Dictionary::new(), b"endstream".repeat(20_000)))),
        ];
        let mut bytes = Vec::new();
        let mut serial = Serial::new(&mut bytes).unwrap();
        assert_eq!(serial.reserve_many(3), (1, 0));
        objects.iter().for_each(|(id, object)| serial.object(*id, object).unwrap());
        let mut trailer = Dictionary::new();
        trailer.set("Root", Object::Reference((1, 0)));
        let size = serial.finish(trailer).unwrap();
        assert_eq!(size, bytes.len() as u64);
        let read = lopdf::Document::load_mem(&bytes).unwrap();
        assert_eq!(read.objects[&(1, 0)], objects[0].1);
        assert_eq!(
            read.objects[&(3, 0)].as_stream().unwrap().content,
            objects[1].1.as_stream().unwrap().content
        );
        assert_eq!(read.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().len(), 16);
    }
}
