//! The page tree, what the back end's page objects lack, and the page labels.

use layout::page::{Document, Page};
use lopdf::{Object, ObjectId};

use super::pictures::Pictures;
use super::{FinishedPage, PlacedPage, dictionary, name, text};

/// Puts the pages where the specimen was, all with the specimen's resources and their own pictures; gives the page tree's root and the pages.
pub(super) fn replace(
    file: &mut lopdf::Document,
    pages: Vec<FinishedPage>,
    pictures: &Pictures,
) -> lopdf::Result<(ObjectId, Vec<PlacedPage>)> {
    let root = file.catalog()?.get(b"Pages")?.as_reference()?;
    let specimen = file.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = file.get_dictionary(specimen)?.get(b"Resources")?;
    let resources = file.dereference(resources)?.1.as_dict()?.clone();
    let content = file.get_dictionary(specimen)?.get(b"Contents")?.as_reference()?;
    file.objects.remove(&specimen);
    file.objects.remove(&content);
    let mut placed = Vec::with_capacity(pages.len());
    for (index, page) in pages.into_iter().enumerate() {
        let mut dictionary = page.dictionary;
        dictionary.remove(b"Annots");
        dictionary.set("Parent", Object::Reference(root));
        let mut own = resources.clone();
        own.remove(b"XObject");
        if let Some(drawings) = pictures.resources(page.figures.iter().map(|figure| figure.name.as_str())) {
            own.set("XObject", drawings);
        }
        dictionary.set("Resources", Object::Dictionary(own));
        dictionary.set("Contents", Object::Reference(file.add_object(page.stream)));
        dictionary.set("StructParents", Object::Integer(index as i64));
        // The tab order follows the structure tree.
        dictionary.set("Tabs", name("S"));
        if page.turned {
            dictionary.set("Rotate", Object::Integer(90));
        }
        let id = file.add_object(dictionary);
        let FinishedPage { contents, figures, turned, .. } = page;
        placed.push(PlacedPage { id, contents, figures, turned });
    }
    let kids = placed.iter().map(|page| Object::Reference(page.id)).collect();
    let tree = dictionary([
        ("Type", name("Pages")),
        ("Count", Object::Integer(i64::try_from(placed.len()).unwrap_or(i64::MAX))),
        ("Kids", Object::Array(kids)),
    ]);
    file.objects.insert(root, Object::Dictionary(tree));
    Ok((root, placed))
}

/// The number tree of page labels; pages that simply count on share an entry.
pub(super) fn labels(document: &Document) -> Object {
    let mut entries = Vec::new();
    let mut before: Option<u32> = None;
    for (index, page) in document.pages.iter().enumerate() {
        let number = plain_number(page);
        let goes_on = number.is_some() && number == before.map(|before| before + 1);
        before = number;
        if goes_on {
            continue;
        }
        let label = match number {
            Some(number) => dictionary([("S", name("D")), ("St", Object::Integer(i64::from(number)))]),
            None => dictionary([("P", text(&page.label))]),
        };
        entries.push(Object::Integer(index as i64));
        entries.push(Object::Dictionary(label));
    }
    Object::Dictionary(dictionary([("Nums", Object::Array(entries))]))
}

/// The page's number if its label is nothing else.
fn plain_number(page: &Page) -> Option<u32> {
    (page.number > 0 && page.label == page.number.to_string()).then_some(page.number)
}
