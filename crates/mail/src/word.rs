//! Encoded words of a header (RFC 2047): =?gb2312?B?1tDOxA==?=, neighbours joined before they are decoded.
//!
//! Mailers cut long subjects in the middle of a character; the standard forbids it and everybody meets it.

use crate::charset::{self, Decoded};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

/// A run of bytes in one encoding; `None`: as it stands in the header.
type Run = (Option<String>, Vec<u8>);

/// The header's text.
pub(crate) fn decode(raw: &[u8]) -> Decoded {
    let mut whole = Decoded::default();
    for (charset, bytes) in runs(raw) {
        let part = charset::decode(&bytes, charset.as_deref());
        whole.text.push_str(&part.text);
        whole.guessed |= part.guessed;
    }
    whole
}

fn runs(raw: &[u8]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        if let Some((charset, bytes, length)) =
            raw[at..].starts_with(b"=?").then(|| encoded(&raw[at..])).flatten()
        {
            // Blanks between two encoded words are no part of the text.
            if runs.len() >= 2 && runs.last().is_some_and(|(last, blank)| last.is_none() && is_blank(blank)) {
                let before = runs.len() - 2;
                if runs[before].0.is_some() {
                    runs.pop();
                }
            }
            match runs.last_mut() {
                Some((Some(last), known)) if *last == charset => known.extend(bytes),
                _ => runs.push((Some(charset), bytes)),
            }
            at += length;
            continue;
        }
        match runs.last_mut() {
            Some((None, known)) => known.push(raw[at]),
            _ => runs.push((None, vec![raw[at]])),
        }
        at += 1;
    }
    runs
}

fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_whitespace)
}

/// One encoded word at the front: its encoding, its bytes, its length; `None`: it is none.
fn encoded(raw: &[u8]) -> Option<(String, Vec<u8>, usize)> {
    const WORD_BYTES_MAX: usize = 4_096;
    let raw = &raw[..raw.len().min(WORD_BYTES_MAX)];
    let mut marks = raw.iter().enumerate().skip(2).filter(|(_, byte)| **byte == b'?').map(|(at, _)| at);
    let (first, second) = (marks.next()?, marks.next()?);
    let end = second + 1 + raw[second + 1..].windows(2).position(|two| two == b"?=")?;
    let charset = std::str::from_utf8(&raw[2..first]).ok()?;
    let charset = charset.split('*').next().unwrap_or_default().to_ascii_lowercase();
    let content: Vec<u8> =
        raw[second + 1..end].iter().copied().filter(|byte| !b"\r\n".contains(byte)).collect();
    let bytes = match &raw[first + 1..second] {
        b"B" | b"b" => base64_decode(&content)?,
        b"Q" | b"q" => {
            let blanks: Vec<u8> =
                content.iter().map(|byte| if *byte == b'_' { b' ' } else { *byte }).collect();
            quoted_printable_decode(&blanks)?
        }
        _ => return None,
    };
    Some((charset, bytes, end + 2))
}
