//! What the file says about itself, in the two parts that Office keeps for it.

use crate::About;
use crate::xml::{Element, Xml};

/// Where a package's main parts are.
pub(crate) fn relationships() -> String {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let part = |id: &str, kind: String, target: &str| {
        Element::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
    };
    let mut xml = Xml::file();
    xml.put(&Element::new("Relationships").with("xmlns", package).around(vec![
        part("rDocument", format!("{}officeDocument", super::OFFICE), "word/document.xml"),
        part("rCore", format!("{package}/metadata/core-properties"), "docProps/core.xml"),
        part("rApp", format!("{}extended-properties", super::OFFICE), "docProps/app.xml"),
    ]));
    xml.finish()
}

/// Title, author, subject, keywords, language and the content's day.
pub(crate) fn core(about: &About) -> String {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = [("xsi:type", "dcterms:W3CDTF")];
    let plain = crate::text::plain;
    let mut xml = Xml::file();
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.text_element("dc:title", &[], &plain(&about.title));
        xml.text_element("dc:subject", &[], &plain(&about.subject));
        xml.text_element("dc:creator", &[], &plain(&about.author));
        xml.text_element("cp:keywords", &[], &plain(&about.keywords()));
        xml.text_element("cp:lastModifiedBy", &[], &plain(&about.author));
        xml.text_element("dcterms:created", &day, &about.timestamp());
        xml.text_element("dcterms:modified", &day, &about.timestamp());
        xml.text_element("dc:language", &[], "zh-CN");
    });
    xml.finish()
}

/// The program.
pub(crate) fn app(about: &About) -> String {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::file();
    xml.element("Properties", &[("xmlns", namespace)], |xml| {
        xml.text_element("Application", &[], &crate::text::plain(&about.program));
    });
    xml.finish()
}
