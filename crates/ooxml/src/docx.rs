//! The Word file: parts put together.
//!
//! Body in `body`, its paragraphs and tables in `paragraph` and `table`; sheets in `section`, what stands around the type
//! area in `running`; styles, settings and properties in files of their own.

mod body;
mod figures;
mod paragraph;
mod properties;
mod running;
mod section;
mod settings;
mod styles;
mod table;

use std::collections::BTreeMap;

use layout::block::Manuscript;
use layout::figure::ImageId;

use crate::figures::in_words;
use crate::package::Package;
use crate::xml::{Element, Xml};
use crate::{About, OoxmlError};
use body::Body;
use running::Runnings;
use styles::Styles;

/// The namespaces of every part with text.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// A relationship's or content's kind below Office's own names.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// Pictures as JPEG, upright, by the number that the manuscript has for them.
pub type Pictures = BTreeMap<ImageId, Vec<u8>>;

/// The manuscript as a Word file; what it shows is told in words.
///
/// # Errors
/// [`OoxmlError::CellCount`].
pub fn docx(manuscript: &Manuscript, about: &About) -> Result<Vec<u8>, OoxmlError> {
    docx_with(manuscript, about, &Pictures::new())
}

/// The manuscript as a Word file with its pictures; those that are not there are told in words.
///
/// # Errors
/// [`OoxmlError::CellCount`].
pub fn docx_with(manuscript: &Manuscript, about: &About, pictures: &Pictures) -> Result<Vec<u8>, OoxmlError> {
    let manuscript = &*in_words(manuscript, pictures);
    let styles = Styles::of(manuscript);
    let mut runnings = Runnings::default();
    let mut body = Body::new(&styles);
    for (at, section) in manuscript.sections.iter().enumerate() {
        let properties = section::properties(section, &mut runnings);
        body.section(section, properties, at + 1 == manuscript.sections.len())?;
    }
    let mut package = Package::new(about.day);
    let fixed = [
        ("styles", "word/styles.xml", styles.part()),
        ("settings", "word/settings.xml", settings::part()),
        ("fontTable", "word/fontTable.xml", settings::fonts()),
    ];
    package.part("[Content_Types].xml", &content_types(&runnings))?;
    package.part("_rels/.rels", &properties::relationships())?;
    package.part("docProps/core.xml", &properties::core(about))?;
    package.part("docProps/app.xml", &properties::app(about))?;
    let (document, media) = body.part();
    package.part("word/document.xml", &document)?;
    let kinds =
        fixed.iter().map(|(kind, name, _)| (format!("r{kind}"), *kind, name.trim_start_matches("word/")));
    let parts = runnings.parts.iter().map(|part| (part.id.clone(), part.kind, part.name.as_str()));
    let shown: Vec<_> = media
        .numbers()
        .map(|(image, number)| (image, figures::id(number), figures::target(number)))
        .collect();
    let images = shown.iter().map(|(_, id, target)| (id.clone(), "image", target.as_str()));
    package.part("word/_rels/document.xml.rels", &relationships(kinds.chain(parts).chain(images)))?;
    for (image, _, target) in &shown {
        if let Some(jpeg) = pictures.get(image) {
            package.picture(&format!("word/{target}"), jpeg)?;
        }
    }
    for (_, name, text) in &fixed {
        package.part(name, text)?;
    }
    for part in &runnings.parts {
        package.part(&format!("word/{}", part.name), &part.text)?;
    }
    package.finish()
}

/// Which part belongs to which by which name.
fn relationships<'p>(parts: impl Iterator<Item = (String, &'p str, &'p str)>) -> String {
    let relationship = |(id, kind, target): (String, &str, &str)| {
        let element = Element::new("Relationship").with("Id", id);
        element.with("Type", format!("{OFFICE}{kind}")).with("Target", target)
    };
    let inside: Vec<_> = parts.map(relationship).collect();
    let mut xml = Xml::file();
    let root = Element::new("Relationships")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    xml.put(&root.around(inside));
    xml.finish()
}

fn content_types(runnings: &Runnings) -> String {
    let default = |extension: &str, kind: &str| {
        Element::new("Default").with("Extension", extension).with("ContentType", kind)
    };
    let part = |name: &str, kind: &str| {
        Element::new("Override").with("PartName", format!("/{name}")).with("ContentType", kind)
    };
    let mut inside = vec![
        default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        default("xml", "application/xml"),
        default("jpeg", "image/jpeg"),
        part("word/document.xml", &format!("{WORD}document.main+xml")),
        part("word/styles.xml", &format!("{WORD}styles+xml")),
        part("word/settings.xml", &format!("{WORD}settings+xml")),
        part("word/fontTable.xml", &format!("{WORD}fontTable+xml")),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ];
    let running =
        |one: &running::Part| part(&format!("word/{}", one.name), &format!("{WORD}{}+xml", one.kind));
    inside.extend(runnings.parts.iter().map(running));
    let mut xml = Xml::file();
    let root =
        Element::new("Types").with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    xml.put(&root.around(inside));
    xml.finish()
}
