//! Pictures in Word's file: each once, shown as often as the manuscript shows it; what is not there is told in words.
#![allow(clippy::unwrap_used, reason = "tests")]

use layout::Length;
use layout::block::{Block, Manuscript, Paragraph, ParagraphStyle, Section};
use layout::figure::{Extent, Figure, Figures, ImageId, Pixels};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::sheet::Sheet;
use ooxml::{About, Pictures};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn figure(image: u32, name: &str) -> Figure {
    let caption =
        Paragraph::new(name, FontRole::Fangsong, size::FIVE, ParagraphStyle::cell(Length::pt(12.0)));
    Figure {
        image: ImageId(image),
        pixels: Pixels { width: 600, height: 300 },
        alternative: format!("佐证照片\u{FF1A}{name}"),
        caption: vec![caption],
        source: None,
        anchor: None,
    }
}

/// Three pictures in rows of two; the third is the first again.
fn manuscript() -> Manuscript {
    let figures = Figures {
        columns: 2,
        frame: Extent { width: Length::pt(100.0), height: Length::pt(100.0) },
        gap_x: Length::pt(6.0),
        gap_y: Length::pt(8.0),
        row_height_min: Length::ZERO,
        border: Stroke::solid(Length::pt(0.5)),
        figures: vec![figure(7, "甲"), figure(3, "乙"), figure(7, "丙")],
    };
    let section =
        Section { sheet: Sheet::official(), first_number: None, blocks: vec![Block::Figures(figures)] };
    Manuscript { sections: vec![section] }
}

fn about() -> About {
    About {
        title: "图".to_owned(),
        author: String::new(),
        subject: String::new(),
        keywords: Vec::new(),
        program: "测试".to_owned(),
        day: jiff::civil::date(2013, 4, 24),
    }
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

#[test]
fn each_picture_is_in_the_file_once_and_shown_where_it_stands() {
    let pictures = Pictures::from([(ImageId(7), b"seven".to_vec()), (ImageId(3), b"three".to_vec())]);
    let parts = parts(&ooxml::docx_with(&manuscript(), &about(), &pictures).unwrap());
    let document = text(&parts, "word/document.xml");
    let related = text(&parts, "word/_rels/document.xml.rels");
    // In the order in which they are shown, the third from the first's bytes.
    let shown: Vec<&[u8]> = document
        .split("r:embed=\"")
        .skip(1)
        .map(|rest| {
            let id = rest.split('"').next().unwrap();
            let target = related.split(&format!("Id=\"{id}\"")).nth(1).unwrap();
            let target = target.split("Target=\"").nth(1).unwrap().split('"').next().unwrap();
            parts[&format!("word/{target}")].as_slice()
        })
        .collect();
    assert_eq!(shown, [b"seven".as_slice(), b"three", b"seven"]);
    assert_eq!(parts.keys().filter(|name| name.contains("media/")).count(), 2);
    // 600 by 300 pixels within 100 points: 100 by 50, at 12,700 units to a point; every drawing has its own number.
    assert_eq!(document.matches("<wp:extent cx=\"1270000\" cy=\"635000\"/>").count(), 3);
    for (number, name) in [(1, "甲"), (2, "乙"), (3, "丙")] {
        assert!(document.contains(&format!("<wp:docPr id=\"{number}\"")), "{number}");
        assert!(document.contains(&format!("descr=\"佐证照片\u{FF1A}{name}\"")), "{name}");
        assert!(document.contains(&format!(">{name}</w:t>")), "{name}");
    }
    // Rows of two: the last has an empty cell.
    assert_eq!((document.matches("<w:tr>").count(), document.matches("<w:tc>").count()), (2, 4));
    assert!(!document.contains("见 PDF"));
}

#[test]
fn a_picture_that_is_not_there_is_told_in_words() {
    let one = Pictures::from([(ImageId(7), b"seven".to_vec())]);
    let word = ooxml::docx_with(&manuscript(), &about(), &one).unwrap();
    let word = parts(&word);
    assert!(!word.keys().any(|name| name.contains("media/")));
    let document = text(&word, "word/document.xml");
    assert_eq!(document.matches("见 PDF 文件〕").count(), 3);
    assert!(!document.contains("w:drawing"));
    let excel = parts(&ooxml::xlsx(&manuscript(), &about()).unwrap());
    assert_eq!(text(&excel, "xl/sharedStrings.xml").matches("见 PDF 文件〕").count(), 3);
}
