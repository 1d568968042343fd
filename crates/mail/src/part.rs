//! One part of a mail: its bytes, its text, its name.

use crate::charset::{self, Decoded};
use crate::word;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Header, HeaderName, Message, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// A header's value as it stands in the mail, without its line's end.
pub(crate) fn raw_header<'a>(bytes: &'a [u8], header: &Header<'_>) -> &'a [u8] {
    let span = header.offset_start() as usize..(header.offset_end() as usize).min(bytes.len());
    bytes.get(span).unwrap_or_default().trim_ascii()
}

/// The decoded bytes, and whether the transfer encoding was whole; a damaged one leaves them as they are.
pub(crate) fn content<'a>(bytes: &'a [u8], part: &MessagePart<'_>) -> (Cow<'a, [u8]>, bool) {
    let span = part.raw_body_offset() as usize..(part.raw_end_offset() as usize).min(bytes.len());
    let raw = bytes.get(span).unwrap_or_default();
    let header = part.headers.iter().find(|header| header.name == HeaderName::ContentTransferEncoding);
    let decoded = match header.map(|header| raw_header(bytes, header).to_ascii_lowercase()).as_deref() {
        Some(b"base64") => base64_decode(raw),
        Some(b"quoted-printable") => quoted_printable_decode(raw),
        _ => return (Cow::Borrowed(raw), true),
    };
    decoded.map_or((Cow::Borrowed(raw), false), |decoded| (Cow::Owned(decoded), true))
}

/// The text of a part.
pub(crate) fn text(bytes: &[u8], part: &MessagePart<'_>) -> Decoded {
    let (content, whole) = content(bytes, part);
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    Decoded { damaged: !whole, ..charset::decode(&content, charset) }
}

/// The name of an attached file, without folders; may be empty.
pub(crate) fn name(part: &MessagePart<'_>) -> String {
    let name = part.attachment_name().unwrap_or_default();
    // Names are given as encoded words too, which no standard knows and every mailer writes.
    let name = if name.contains("=?") { word::decode(name.as_bytes()).text } else { name.to_owned() };
    name.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned()
}

/// What an HTML text says; its blocks stand on lines of their own.
pub(crate) fn without_tags(html: &str) -> String {
    const BLOCKS: [&str; 5] = ["</div>", "</tr>", "</li>", "</h1>", "</table>"];
    let mut lines = html.to_owned();
    for block in BLOCKS {
        lines = lines.replace(block, "<br>").replace(&block.to_uppercase(), "<br>");
    }
    let text = html_to_text(&lines).replace('\u{A0}', " ");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Takes a message apart level by level: dropped as a whole, messages within messages would go down the stack as deep.
pub(crate) fn dismantle(message: Message<'_>) {
    let mut left = vec![message];
    while let Some(mut message) = left.pop() {
        for part in std::mem::take(&mut message.parts) {
            if let PartType::Message(inner) = part.body {
                left.push(inner);
            }
        }
    }
}
