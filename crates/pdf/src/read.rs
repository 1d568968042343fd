//! Reading a finished file back: the data that it carries, and what its pages show.
//!
//! Files come from strangers: every size, depth and count has its limit, a damaged or hostile file is an error and never
//! a crash. No rendering: what a page shows is told by its text and by a hash over all that it is drawn with.

mod page;

use std::collections::BTreeSet;

use lopdf::{Dictionary, LoadOptions, Object, ObjectId};

/// No file larger than this is taken apart.
pub const FILE_BYTES_MAX: usize = 256 << 20;
/// What one stream may unpack to.
const STREAM_BYTES_MAX: usize = 64 << 20;
/// What the attachments of one name may hold together.
const ATTACHMENT_BYTES_MAX: usize = 64 << 20;
/// Pages of a file.
const PAGES_MAX: usize = 20_000;
/// Nodes of the tree of names.
const NAME_NODES_MAX: usize = 10_000;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It does not begin as a PDF does.
    #[error("no PDF")]
    NotAPdf,
    /// It asks for a password.
    #[error("encrypted")]
    Encrypted,
    /// It is larger, or unpacks to more, than any report.
    #[error("too large")]
    TooLarge,
    /// It begins as a PDF does, and is none further on.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// An opened file.
#[derive(Debug)]
pub struct Reading {
    file: lopdf::Document,
    pages: Vec<ObjectId>,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageShown {
    /// Its text, a line for each change of height.
    pub text: String,
    /// SHA-256 over everything that it is drawn with: content, fonts, pictures, notes upon it, its measures.
    pub drawing: [u8; 32],
}

impl Reading {
    /// Opens a file.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.len() > FILE_BYTES_MAX {
            return Err(ReadError::TooLarge);
        }
        // Some programs write a few bytes before the mark.
        if !bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Err(ReadError::NotAPdf);
        }
        let options = LoadOptions::with_max_decompressed_size(STREAM_BYTES_MAX);
        let file = lopdf::Document::load_mem_with_options(bytes, options).map_err(damaged)?;
        if file.is_encrypted() {
            return Err(ReadError::Encrypted);
        }
        let pages: Vec<_> = file.page_iter().take(PAGES_MAX + 1).collect();
        match pages.len() {
            0 => Err(ReadError::Damaged("no page".to_owned())),
            1..=PAGES_MAX => Ok(Self { file, pages }),
            _ => Err(ReadError::TooLarge),
        }
    }

    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Every file of that name inside the file, wherever it is listed.
    ///
    /// # Errors
    /// One that is too large or cannot be unpacked.
    pub fn attachments(&self, name: &str) -> Result<Vec<Vec<u8>>, ReadError> {
        let mut streams = BTreeSet::new();
        for specification in self.specifications() {
            let named = |key: &[u8]| {
                specification.get(key).ok().and_then(|text| self.text(text)).is_some_and(|text| text == name)
            };
            if !(named(b"UF") || named(b"F")) {
                continue;
            }
            let Some(files) = self.dictionary(specification.get(b"EF").ok()) else { continue };
            let stream = files.get(b"UF").or_else(|_| files.get(b"F"));
            streams.extend(stream.ok().and_then(|stream| stream.as_reference().ok()));
        }
        let mut found = Vec::new();
        let mut room = ATTACHMENT_BYTES_MAX;
        for id in streams {
            let stream = self.file.get_object(id).and_then(Object::as_stream).map_err(damaged)?;
            let bytes = unpacked(stream, room)?;
            room -= bytes.len();
            found.push(bytes);
        }
        Ok(found)
    }

    /// What each page shows, in order.
    ///
    /// # Errors
    /// A page that is too large or cannot be unpacked.
    pub fn pages(&self) -> Result<Vec<PageShown>, ReadError> {
        page::shown(&self.file, &self.pages)
    }

    /// The specifications of all files inside: those of the tree of names, and those associated with the document.
    fn specifications(&self) -> Vec<&Dictionary> {
        let Ok(catalog) = self.file.catalog() else { return Vec::new() };
        let mut found = Vec::new();
        let names = self.dictionary(catalog.get(b"Names").ok());
        let tree = names.and_then(|names| self.dictionary(names.get(b"EmbeddedFiles").ok()));
        let mut waiting: Vec<&Dictionary> = tree.into_iter().collect();
        let mut seen = 0;
        while let Some(node) = waiting.pop() {
            seen += 1;
            if seen > NAME_NODES_MAX {
                break;
            }
            let listed = self.array(node.get(b"Names").ok()).iter().skip(1).step_by(2).take(NAME_NODES_MAX);
            found.extend(listed.filter_map(|specification| self.dictionary(Some(specification))));
            let children = self.array(node.get(b"Kids").ok()).iter().take(NAME_NODES_MAX);
            waiting.extend(children.filter_map(|child| self.dictionary(Some(child))));
        }
        let associated = self.array(catalog.get(b"AF").ok()).iter().take(NAME_NODES_MAX);
        found.extend(associated.filter_map(|specification| self.dictionary(Some(specification))));
        found
    }

    fn resolved<'a>(&'a self, object: Option<&'a Object>) -> Option<&'a Object> {
        self.file.dereference(object?).ok().map(|(_, object)| object)
    }

    fn dictionary<'a>(&'a self, object: Option<&'a Object>) -> Option<&'a Dictionary> {
        self.resolved(object)?.as_dict().ok()
    }

    fn array<'a>(&'a self, object: Option<&'a Object>) -> &'a [Object] {
        self.resolved(object).and_then(|object| object.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    fn text(&self, object: &Object) -> Option<String> {
        let (_, object) = self.file.dereference(object).ok()?;
        lopdf::decode_text_string(object).ok()
    }
}

/// A stream without its packing.
fn unpacked(stream: &lopdf::Stream, most: usize) -> Result<Vec<u8>, ReadError> {
    stream.get_plain_content_with_limit(most.min(STREAM_BYTES_MAX)).map_err(damaged)
}

fn damaged(error: lopdf::Error) -> ReadError {
    match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => ReadError::TooLarge,
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => ReadError::Encrypted,
        other => ReadError::Damaged(other.to_string()),
    }
}
