//! The file's metadata, twice and equal: the information dictionary and the XMP packet, with both conformance claims
//! unless the file shows pages of others.

use std::io;

use lopdf::{Dictionary, Object, Stream};

use super::{dictionary, name, text};
use crate::serial::Serial;
use crate::{DocumentInfo, Supply};

/// Who serialised the file.
const PRODUCER: &str = concat!("baipishu pdf ", env!("CARGO_PKG_VERSION"), " (printpdf)");

/// What the file promises to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// PDF/A-3a and PDF/UA-1.
    Archival,
    /// Nothing: it shows pages that nobody here has made.
    Nothing,
}

impl Claim {
    /// The metadata's words, whose subject says so where nothing is promised.
    pub(super) fn told(self, info: &DocumentInfo, supply: &dyn Supply) -> DocumentInfo {
        let mut told = info.without_controls();
        if self == Self::Nothing {
            told.subject.push_str(&supply.foreign_notice());
            told = told.without_controls();
        }
        told
    }
}

/// The information dictionary; empty entries are left out, in both kinds of metadata.
pub(super) fn information(info: &DocumentInfo) -> Dictionary {
    let mut entries = Dictionary::new();
    let keywords = info.keywords_line();
    let texts = [
        ("Title", info.title.as_str()),
        ("Author", &info.author),
        ("Subject", &info.subject),
        ("Keywords", &keywords),
        ("Creator", &info.creator),
        ("Producer", PRODUCER),
    ];
    for (key, value) in texts.into_iter().filter(|(_, value)| !value.is_empty()) {
        entries.set(key, text(value));
    }
    entries.set("CreationDate", text(&info.created.to_pdf()));
    entries.set("ModDate", text(&info.created.to_pdf()));
    entries
}

/// Adds the XMP packet, uncompressed so that archives can read it without the rest.
pub(super) fn add_xmp(serial: &mut Serial<'_>, info: &DocumentInfo, claim: Claim) -> io::Result<Object> {
    let head = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
    let stream = Stream::new(head, xmp(info, claim).into_bytes()).with_compression(false);
    Ok(Object::Reference(serial.add(stream)?))
}

fn xmp(info: &DocumentInfo, claim: Claim) -> String {
    let mut packet = String::from(HEAD);
    if claim == Claim::Archival {
        packet.push_str(CLAIM);
    }
    let mut element = |open: &str, value: &str, close: &str| {
        if !value.is_empty() {
            packet.extend([open, &escaped(value), close, "\n"]);
        }
    };
    element(
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
        &info.title,
        "</rdf:li></rdf:Alt></dc:title>",
    );
    element("<dc:creator><rdf:Seq><rdf:li>", &info.author, "</rdf:li></rdf:Seq></dc:creator>");
    let (open, close) =
        ("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt></dc:description>");
    element(open, &info.subject, close);
    element("<dc:language><rdf:Bag><rdf:li>", "zh-CN", "</rdf:li></rdf:Bag></dc:language>");
    element("<pdf:Keywords>", &info.keywords_line(), "</pdf:Keywords>");
    element("<pdf:Producer>", PRODUCER, "</pdf:Producer>");
    element("<xmp:CreatorTool>", &info.creator, "</xmp:CreatorTool>");
    let date = info.created.to_xmp();
    element("<xmp:CreateDate>", &date, "</xmp:CreateDate>");
    element("<xmp:ModifyDate>", &date, "</xmp:ModifyDate>");
    element("<xmp:MetadataDate>", &date, "</xmp:MetadataDate>");
    packet.push_str("</rdf:Description>\n");
    if claim == Claim::Archival {
        packet.push_str(EXTENSION);
    }
    packet.push_str(TAIL);
    packet
}

/// For element content and attributes alike.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Two code points that XML forbids and Unicode never assigns.
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}

const HEAD: &str = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\"
 xmlns:dc=\"http://purl.org/dc/elements/1.1/\"
 xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"
 xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"
 xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"
 xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">
";

const CLAIM: &str = "<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
";

/// PDF/A knows no `pdfuaid`: the packet must describe it.
const EXTENSION: &str = "<rdf:Description rdf:about=\"\"
 xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"
 xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"
 xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
";

const TAIL: &str = "</rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"r\"?>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_markup_are_escaped() {
        let check = |input: &str, expected: &str| assert_eq!(escaped(input), expected);
        check("\u{300A}2013\u{300B} <A> & \"B\"", "\u{300A}2013\u{300B} &lt;A&gt; &amp; &quot;B&quot;");
        check("\u{4E00}\u{FF0C}'", "\u{4E00}\u{FF0C}'");
        check("\u{FFFE}", "\u{FFFD}");
    }
}
