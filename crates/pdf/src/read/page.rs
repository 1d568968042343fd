//! What a page shows: its text, and a hash over all that it is drawn with.
//!
//! The hash goes through everything that the page refers to, unpacked, by value and not by object number, so that a file
//! that was only packed anew has the same; what does not show (structure, metadata, places in the tree) is left out.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::{PageShown, ReadError, damaged, unpacked};

/// How deep values and forms may lie in each other.
const DEPTH_MAX: usize = 32;
/// What all pages together may unpack to.
const UNPACKED_BYTES_MAX: usize = 1 << 30;
/// How much text one page may have.
const TEXT_BYTES_MAX: usize = 4 << 20;

/// Keys that lead away from what shows: back up the tree, to the structure, to what only programs read, and the packing.
const UNSEEN: [&[u8]; 15] = [
    b"Parent",
    b"P",
    b"StructParent",
    b"StructParents",
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"Length",
    b"Filter",
    b"DecodeParms",
    b"DL",
    b"Dest",
    b"A",
    b"Tabs",
    b"B",
];
/// What a page may have from the nodes above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

pub(super) fn shown(file: &Document, pages: &[ObjectId]) -> Result<Vec<PageShown>, ReadError> {
    let mut walk = Walk { file, hashes: HashMap::new(), room: UNPACKED_BYTES_MAX };
    pages.iter().map(|page| walk.page(*page)).collect()
}

struct Walk<'f> {
    file: &'f Document,
    /// What was hashed before, by its object: fonts are the same on every page.
    hashes: HashMap<ObjectId, [u8; 32]>,
    room: usize,
}

impl<'f> Walk<'f> {
    fn page(&mut self, id: ObjectId) -> Result<PageShown, ReadError> {
        let mut page = self.file.get_dictionary(id).map_err(damaged)?.clone();
        for key in INHERITED {
            if !page.has(key)
                && let Some(value) = self.inherited(&page, key)
            {
                page.set(key, value);
            }
        }
        let content = self.content(page.get(b"Contents").ok())?;
        let resources = page.get(b"Resources").ok().and_then(|object| self.dictionary(object)).cloned();
        let mut text = Lines::default();
        self.text(&content, &resources.unwrap_or_default(), &mut text, 0)?;
        // By its bytes, whether they lie in one stream or in several.
        let mut hash = Sha256::new();
        hash.update(Sha256::digest(&content));
        page.remove(b"Contents");
        self.hash_dictionary(&page, &mut hash, 0)?;
        Ok(PageShown { text: text.finish(), drawing: hash.finalize().into() })
    }

    fn inherited(&self, page: &Dictionary, key: &[u8]) -> Option<Object> {
        let mut node = page;
        for _ in 0..DEPTH_MAX {
            node = self.dictionary(node.get(b"Parent").ok()?)?;
            if let Ok(value) = node.get(key) {
                return Some(value.clone());
            }
        }
        None
    }

    fn dictionary<'a>(&'a self, object: &'a Object) -> Option<&'a Dictionary>
    where
        'f: 'a,
    {
        self.file.dereference(object).ok()?.1.as_dict().ok()
    }

    /// The bytes of one content stream, or of several put together.
    fn content(&mut self, object: Option<&Object>) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let Some(object) = object else { return Ok(bytes) };
        let (_, object) = self.file.dereference(object).map_err(damaged)?;
        let parts = match object {
            Object::Array(parts) => parts.as_slice(),
            one => std::slice::from_ref(one),
        };
        for part in parts {
            let (_, part) = self.file.dereference(part).map_err(damaged)?;
            bytes.extend(self.unpacked(part.as_stream().map_err(damaged)?)?);
            bytes.push(b'\n');
        }
        Ok(bytes)
    }

    fn unpacked(&mut self, stream: &Stream) -> Result<Vec<u8>, ReadError> {
        // What is packed as a picture stays as it is.
        let bytes = unpacked(stream, self.room).or_else(|why| match why {
            ReadError::TooLarge => Err(why),
            _ => Ok(stream.content.clone()),
        })?;
        self.room = self.room.checked_sub(bytes.len()).ok_or(ReadError::TooLarge)?;
        Ok(bytes)
    }

    fn hash(&mut self, object: &Object, hash: &mut Sha256, depth: usize) -> Result<(), ReadError> {
        if depth > DEPTH_MAX {
            return Err(ReadError::TooLarge);
        }
        match object {
            Object::Null => hash.update(b"0"),
            Object::Boolean(value) => hash.update([b'b', u8::from(*value)]),
            // A whole number written with a point is the same number.
            Object::Integer(value) => hash.update(format!("n{value};")),
            Object::Real(value) => hash.update(format!("n{value};")),
            Object::Name(name) => bytes(hash, b'/', name),
            Object::String(text, _) => bytes(hash, b'(', text),
            Object::Array(values) => {
                hash.update(b"[");
                for value in values {
                    self.hash(value, hash, depth + 1)?;
                }
                hash.update(b"]");
            }
            Object::Dictionary(dictionary) => self.hash_dictionary(dictionary, hash, depth)?,
            Object::Stream(stream) => {
                let content = self.unpacked(stream)?;
                bytes(hash, b's', &content);
                self.hash_dictionary(&stream.dict, hash, depth)?;
            }
            Object::Reference(id) => {
                let known = self.referred(*id, depth)?;
                hash.update(known);
            }
        }
        Ok(())
    }

    fn referred(&mut self, id: ObjectId, depth: usize) -> Result<[u8; 32], ReadError> {
        if let Some(known) = self.hashes.get(&id) {
            return Ok(*known);
        }
        // While it is being walked, whatever leads back to it finds this.
        self.hashes.insert(id, [0; 32]);
        let file = self.file;
        let mut own = Sha256::new();
        match file.get_object(id) {
            Ok(Object::Dictionary(page)) if page.has_type(b"Page") => own.update(b"page"),
            Ok(object) => self.hash(object, &mut own, depth + 1)?,
            Err(_) => own.update(b"0"),
        }
        let own = own.finalize().into();
        self.hashes.insert(id, own);
        Ok(own)
    }

    fn hash_dictionary(
        &mut self,
        dictionary: &Dictionary,
        hash: &mut Sha256,
        depth: usize,
    ) -> Result<(), ReadError> {
        let sorted: BTreeMap<_, _> = dictionary.iter().collect();
        hash.update(b"<");
        for (key, value) in sorted {
            if !UNSEEN.contains(&key.as_slice()) {
                bytes(hash, b'/', key);
                self.hash(value, hash, depth + 1)?;
            }
        }
        hash.update(b">");
        Ok(())
    }

    /// The text that a content shows, also through the forms that it draws.
    fn text(
        &mut self,
        content: &[u8],
        resources: &Dictionary,
        lines: &mut Lines,
        depth: usize,
    ) -> Result<(), ReadError> {
        if depth > DEPTH_MAX || lines.text.len() > TEXT_BYTES_MAX {
            return Err(ReadError::TooLarge);
        }
        let file = self.file;
        let fonts = fonts(file, resources)?;
        let mut font = None;
        for operation in Content::decode(content).map_err(damaged)?.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = operands.first().and_then(|name| name.as_name().ok()?.to_vec().into()),
                "Tm" => lines.at(operands.get(5)),
                "Td" | "TD" | "T*" | "'" | "\"" => lines.next(),
                _ => {}
            }
            match operation.operator.as_str() {
                "Tj" | "TJ" | "'" | "\"" => {
                    let encoding = font.as_ref().and_then(|font: &Vec<u8>| fonts.get(font));
                    operands.iter().for_each(|operand| lines.show(operand, encoding));
                }
                "Do" => {
                    let Some(form) = form(file, resources, operands.first()) else { continue };
                    let inner = self.unpacked(form)?;
                    let own = form.dict.get(b"Resources").ok().and_then(|own| self.dictionary(own)).cloned();
                    let own = own.unwrap_or_else(|| resources.clone());
                    lines.next();
                    self.text(&inner, &own, lines, depth + 1)?;
                }
                _ => {}
            }
            if lines.text.len() > TEXT_BYTES_MAX {
                return Err(ReadError::TooLarge);
            }
        }
        Ok(())
    }
}

/// A tagged run of bytes with its length, so that runs do not flow into each other.
fn bytes(hash: &mut Sha256, tag: u8, bytes: &[u8]) {
    hash.update([tag]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

fn fonts<'f>(
    file: &'f Document,
    resources: &Dictionary,
) -> Result<BTreeMap<Vec<u8>, Encoding<'f>>, ReadError> {
    let mut found = BTreeMap::new();
    let Ok(Object::Dictionary(fonts)) = resources.get(b"Font").and_then(|fonts| match fonts {
        Object::Reference(id) => file.get_object(*id),
        direct => Ok(direct),
    }) else {
        return Ok(found);
    };
    for (name, font) in fonts.iter() {
        let font = font.as_reference().and_then(|id| file.get_dictionary(id));
        if let Ok(font) = font {
            let encoding = font.get_font_encoding_with_limit(file, super::STREAM_BYTES_MAX);
            found.insert(name.clone(), encoding.map_err(damaged)?);
        }
    }
    Ok(found)
}

/// The form of that name; pictures are none.
fn form<'f>(file: &'f Document, resources: &Dictionary, name: Option<&Object>) -> Option<&'f Stream> {
    let forms = resources.get(b"XObject").ok()?;
    let forms = match forms {
        Object::Reference(id) => file.get_dictionary(*id).ok()?,
        direct => direct.as_dict().ok()?,
    };
    let id = forms.get(name?.as_name().ok()?).ok()?.as_reference().ok()?;
    let stream = file.get_object(id).ok()?.as_stream().ok()?;
    (stream.dict.get(b"Subtype").ok()?.as_name().ok()? == b"Form").then_some(stream)
}

/// Text in the order in which it is drawn, a line for each change of height.
#[derive(Default)]
struct Lines {
    text: String,
    height: Option<String>,
}

impl Lines {
    fn at(&mut self, height: Option<&Object>) {
        let height = height.map(|height| format!("{height:?}"));
        if self.height != height {
            self.next();
            self.height = height;
        }
    }

    fn next(&mut self) {
        if !(self.text.is_empty() || self.text.ends_with('\n')) {
            self.text.push('\n');
        }
    }

    fn show(&mut self, operand: &Object, encoding: Option<&Encoding<'_>>) {
        match operand {
            // What a font has no words for is shown as such, and never left out.
            Object::String(bytes, _) => {
                let decoded = encoding.and_then(|encoding| Document::decode_text(encoding, bytes).ok());
                self.text.push_str(&decoded.unwrap_or_else(|| "\u{FFFD}".repeat(bytes.len().max(1))));
            }
            Object::Array(parts) => parts.iter().for_each(|part| self.show(part, encoding)),
            _ => {}
        }
    }

    fn finish(self) -> String {
        self.text.trim_end().to_owned()
    }
}
