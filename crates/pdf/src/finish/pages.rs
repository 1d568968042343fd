//! What the back end's page objects lack, the page tree, and the page labels.

use lopdf::{Dictionary, Object};

use super::pictures::Pictures;
use super::{FileInMaking, FinishedPage, PlacedLink, PlacedPage, dictionary, name, text};
use crate::PdfError;

/// Writes a page, and before it the drawings that it calls first.
pub(super) fn write(file: &mut FileInMaking<'_>, page: FinishedPage) -> Result<(), PdfError> {
    for mark in &page.pictures {
        file.pictures.write(mark, &mut file.serial)?;
    }
    let serial = &mut file.serial;
    let (content, id) = (serial.reserve(), serial.reserve());
    let links: Vec<_> =
        page.links.into_iter().map(|link| PlacedLink { id: serial.reserve(), link }).collect();
    let mut entry = page.dictionary;
    entry.remove(b"Annots");
    if !links.is_empty() {
        let references = links.iter().map(|link| Object::Reference(link.id)).collect();
        entry.set("Annots", Object::Array(references));
    }
    entry.set("Parent", Object::Reference(file.root));
    entry.set("Resources", Object::Dictionary(resources(file.fonts.into(), &file.pictures, &page.figures)));
    entry.set("Contents", Object::Reference(content));
    entry.set("StructParents", Object::Integer(file.pages.len() as i64));
    // The tab order follows the structure tree.
    entry.set("Tabs", name("S"));
    if page.turned {
        entry.set("Rotate", Object::Integer(90));
    }
    serial.object(content, &Object::Stream(page.stream))?;
    serial.object(id, &Object::Dictionary(entry))?;
    file.labels.add(page.number, &page.label);
    let FinishedPage { contents, figures, turned, height, .. } = page;
    file.pages.push(PlacedPage { id, contents, figures, links, turned, height });
    Ok(())
}

/// What a page calls by name: the fonts of all pages, and its own drawings.
fn resources(fonts: Object, pictures: &Pictures<'_>, figures: &[crate::figure::DrawnFigure]) -> Dictionary {
    let mut own = dictionary([("Font", fonts)]);
    if let Some(drawings) = pictures.resources(figures.iter().map(|figure| figure.name.as_str())) {
        own.set("XObject", drawings);
    }
    own
}

/// The root of the page tree.
pub(super) fn tree(pages: &[PlacedPage]) -> Dictionary {
    dictionary([
        ("Type", name("Pages")),
        ("Count", Object::Integer(i64::try_from(pages.len()).unwrap_or(i64::MAX))),
        ("Kids", Object::Array(pages.iter().map(|page| Object::Reference(page.id)).collect())),
    ])
}

/// The number tree of page labels; pages that simply count on share an entry.
#[derive(Default)]
pub(super) struct Labels {
    entries: Vec<Object>,
    pages: i64,
    before: Option<u32>,
}

impl Labels {
    /// The next page's.
    fn add(&mut self, number: u32, label: &str) {
        let index = self.pages;
        self.pages += 1;
        let plain = (number > 0 && label == number.to_string()).then_some(number);
        let goes_on = plain.is_some() && plain == self.before.map(|before| before + 1);
        self.before = plain;
        if goes_on {
            return;
        }
        let entry = match plain {
            Some(number) => dictionary([("S", name("D")), ("St", Object::Integer(i64::from(number)))]),
            None => dictionary([("P", text(label))]),
        };
        self.entries.extend([Object::Integer(index), Object::Dictionary(entry)]);
    }

    /// As the catalogue has it.
    pub(super) fn into_object(self) -> Object {
        Object::Dictionary(dictionary([("Nums", Object::Array(self.entries))]))
    }
}
