//! Bytes into text: by the name that the mail gives its encoding, and by what they look like where it gives none.

use mail_parser::decoders::charsets::map::charset_decoder;

/// A text and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// No encoding was named that can be true.
    pub(crate) guessed: bool,
    /// The transfer encoding was damaged.
    pub(crate) damaged: bool,
}

/// Reads bytes; what is not ASCII and says to be ASCII or Latin 1 is UTF-8 where it can be, else GB 18030.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    let named = charset.map(|name| name.trim().to_ascii_lowercase());
    let says_nothing =
        named.as_deref().is_none_or(|name| ["", "us-ascii", "ascii", "iso-8859-1", "latin1"].contains(&name));
    let decoder = named.as_deref().filter(|_| !says_nothing).and_then(|name| match name {
        "utf-8" | "utf8" => None,
        name => charset_decoder(name.as_bytes()),
    });
    if let Some(decoder) = decoder {
        return Decoded { text: decoder(bytes), ..Decoded::default() };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.trim_start_matches('\u{FEFF}').to_owned(), ..Decoded::default() };
    }
    // A UTF-8 text with a damaged byte is still one; GB 18030 read as UTF-8 is next to nothing but damage.
    let utf8 = String::from_utf8_lossy(bytes);
    let damaged = utf8.matches(char::REPLACEMENT_CHARACTER).count();
    let whole = utf8.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    if damaged < whole {
        return Decoded { text: utf8.into_owned(), ..Decoded::default() };
    }
    let as_gb = charset_decoder(b"gb18030").map(|decoder| decoder(bytes)).unwrap_or_default();
    Decoded { text: as_gb, guessed: true, damaged: false }
}
