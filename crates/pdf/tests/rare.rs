//! Rare characters in the real faces: printed through a fallback and read back, or named before anything is written.
//!
//! What GB 18030-2022 asks of level 2 is the 8,105 characters of the 通用规范汉字表, names of people and places with
//! characters beyond the basic plane among them.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

#[path = "setting/reader.rs"]
mod reader;
mod setting;

use layout::LayoutError;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::font::{FontRole, Metrics as _};
use layout::sheet::{OFFICIAL_PITCH, Sheet};
use reader::Printed;
use setting::{fonts, info};

/// Level 2 and its neighbours: not one of them is in the face of body text but 〇.
const RARE: &str = "\u{2CB31}\u{2CB38}\u{4DAE}\u{3649}\u{3007}\u{3555}\u{20BB7}\u{4C9F}\u{2EAE}\u{2B5AE}\u{2CB4E}\u{9FCF}\u{2C642}";

/// What no bundled face has: a character of extension B, another of it.
const IN_NO_FACE: [char; 2] = ['\u{2A6A5}', '\u{20001}'];

fn manuscript(text: &str) -> Manuscript {
    let size = layout::font::size::THREE;
    let style = ParagraphStyle::body(size, OFFICIAL_PITCH);
    let body = Paragraph::new(text, FontRole::Fangsong, size, style);
    let blocks = vec![Block::Paragraph(body)];
    Manuscript { sections: vec![Section { sheet: Sheet::official(), first_number: None, blocks }] }
}

/// The text as other programs read it out of the file.
fn read_back(text: &str) -> String {
    let fonts = fonts();
    let document = layout::document(&manuscript(text), &fonts).unwrap();
    let printed = Printed::new(&pdf::write(&document, &info(), &fonts).unwrap());
    let lines = printed.read("pdftotext", &["-raw"], &["-"]);
    let page_number = |line: &&str| !line.starts_with('\u{2014}');
    lines.lines().map(str::trim).filter(page_number).collect()
}

#[test]
fn rare_characters_are_printed_and_read_back() {
    let fonts = fonts();
    for c in RARE.chars() {
        assert!(fonts.glyph(FontRole::Fangsong, c).is_some(), "{c}");
    }
    let text = format!("负责人\u{FF1A}{}。", RARE.chars().map(|c| format!("刘{c}")).collect::<String>());
    assert_eq!(read_back(&text), text);
}

/// A radical and the character that it looks like may share a glyph: then both come back as the character, never as the
/// radical, so that what people write is found again.
#[test]
fn what_people_write_is_not_read_back_as_a_radical() {
    let read = read_back("\u{2F00}\u{4E00}\u{2EAE}\u{7AF9}\u{2F75}\u{3007}\u{25CB}\u{957F}\u{2F8C}\u{864D}");
    assert_eq!(read, "\u{4E00}\u{4E00}\u{2EAE}\u{7AF9}\u{7AF9}\u{3007}\u{25CB}\u{957F}\u{864D}\u{864D}");
}

#[test]
fn what_no_face_has_is_named_before_anything_is_written() {
    let [one, other] = IN_NO_FACE;
    let text = format!("刘{one}、张{other}和刘{one}{}", &RARE[..4]);
    let named = match layout::document(&manuscript(&text), &fonts()) {
        Err(LayoutError::MissingGlyphs(missing)) => missing,
        other => panic!("{other:?}"),
    };
    let named: Vec<_> = named.iter().map(|one| (one.character, one.place.offset, one.times)).collect();
    assert_eq!(named, [(one, 1, 2), (other, 4, 1)]);
}
