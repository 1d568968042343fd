//! Settings of the whole file, and the table of its fonts.

use layout::font::FontRole;

use super::NAMESPACES;
use crate::typeface::typeface;
use crate::xml::{Element, Xml};

/// Mirrored margins, other page foot on even pages, marks squeezed as Chinese setting has it, and the manners of a current
/// Word.
pub(crate) fn part() -> String {
    let compat = |name: &str, value: &str| {
        let uri = "http://schemas.microsoft.com/office/word";
        Element::new("w:compatSetting").with("w:name", name).with("w:uri", uri).with("w:val", value)
    };
    let settings = [
        Element::new("w:zoom").with("w:percent", 100),
        Element::new("w:mirrorMargins"),
        Element::val("w:defaultTabStop", 420),
        Element::new("w:evenAndOddHeaders"),
        Element::val("w:characterSpacingControl", "compressPunctuation"),
        Element::new("w:compat").around(vec![
            Element::new("w:spaceForUL"),
            Element::new("w:balanceSingleByteDoubleByteWidth"),
            Element::new("w:doNotLeaveBackslashAlone"),
            Element::new("w:ulTrailSpace"),
            Element::new("w:useFELayout"),
            compat("compatibilityMode", "15"),
        ]),
        Element::new("w:themeFontLang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"),
        Element::val("w:decimalSymbol", "."),
        Element::val("w:listSeparator", ","),
    ];
    let mut xml = Xml::file();
    xml.element("w:settings", &NAMESPACES, |xml| xml.put_all(&settings));
    xml.finish()
}

/// The typefaces with what stands in for them.
pub(crate) fn fonts() -> String {
    let font = |role: FontRole| {
        let face = typeface(role);
        Element::new("w:font").with("w:name", face.name).around(vec![
            Element::val("w:altName", face.others),
            Element::val("w:panose1", face.panose),
            Element::val("w:charset", "86"),
            Element::val("w:family", face.family),
            Element::val("w:pitch", if face.family == "modern" { "fixed" } else { "variable" }),
        ])
    };
    let mut xml = Xml::file();
    xml.element("w:fonts", &NAMESPACES, |xml| xml.put_all(&FontRole::ALL.map(font)));
    xml.finish()
}
