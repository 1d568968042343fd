//! What other programs read in the file: text, fonts, marks' ink, metadata, outline, structure, attachment.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

#[path = "setting/reader.rs"]
mod reader;
mod setting;

use layout::Length;
use layout::font::{FontRole, Metrics as _};
use layout::page::{Mark, Role};
use reader::Printed;
use setting::{LEFT, Setting, fonts, info, sample};

fn printed_sample() -> Printed {
    let fonts = fonts();
    Printed::new(&pdf::write(&sample(&fonts), &info(), &fonts).unwrap())
}

#[test]
fn the_printed_text_comes_back_in_reading_order() {
    let text = printed_sample().read("pdftotext", &["-raw", "-l", "1"], &["-"]);
    let lines: Vec<&str> =
        text.lines().map(|line| line.trim_matches('\u{C}')).filter(|line| !line.is_empty()).collect();
    let expected = [
        "\u{76D0}\u{7530}\u{533A}2013\u{5E74}\u{767D}\u{76AE}\u{4E66}",
        "\u{4E00}\u{3001}\u{603B}\u{4F53}\u{60C5}\u{51B5}",
        "\u{FF08}\u{4E00}\u{FF09}\u{5EFA}\u{8BBE}\u{5065}\u{5EB7}\u{76D0}\u{7530}",
        "\u{4E00}\u{5B63}\u{5EA6}\u{8282}\u{70B9}20\u{9879}\u{FF1A}\u{5B8C}\u{6210}9\u{9879}\u{FF0C}\u{201C}\u{6309}\u{5E8F}\u{65F6}\u{201D}\u{2713}\u{3002}",
        "\u{603B}\u{4F53}\u{76EE}\u{6807} \u{5DE5}\u{4F5C}\u{4EFB}\u{52A1}",
        "\u{76EE}\u{6807} \u{25B2} \u{90E8}\u{5206}\u{5B8C}\u{6210}\u{3010}\u{672A}\u{5B8C}\u{6210}\u{3011}",
        "\u{00D7} \u{672A}\u{5B8C}\u{6210}",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn every_font_is_embedded_and_reduced() {
    let table = printed_sample().read("pdffonts", &[], &[]);
    let rows: Vec<Vec<&str>> = table.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(rows.len(), 5, "{table}");
    for row in rows {
        let (name, flags) = (row[0], &row[row.len() - 5..row.len() - 2]);
        assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {table}");
        assert!(
            name.as_bytes()[6] == b'+' && name[..6].bytes().all(|byte| byte.is_ascii_uppercase()),
            "{name}"
        );
    }
}

#[test]
fn each_mark_is_printed_in_the_song_face_with_ink() {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    let marks = [
        '\u{25CB}', '\u{2713}', '\u{25B2}', '\u{D7}', '\u{25CF}', '\u{203B}', '\u{25C7}', '\u{2014}',
        '\u{25B3}', ' ',
    ];
    for mark in marks {
        setting.line(Role::Paragraph, FontRole::Song, Length::pt(12.0), &mark.to_string());
    }
    let printed = Printed::new(&pdf::write(&setting.document, &info(), &fonts).unwrap());
    let faces = printed.read("pdffonts", &[], &[]);
    assert!(faces.lines().count() == 3 && faces.contains("+NotoSerifSC-Regular"), "{faces}");
    let text: Vec<char> =
        printed.read("pdftotext", &["-raw"], &["-"]).chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(text, marks[..9]);

    let dots = 144;
    let (width, _, pixels) = printed.pixels(1, dots);
    let scaled = |length: Length| (length.to_pt() * f64::from(dots) / 72.0) as usize;
    for (mark, placed) in marks.iter().zip(&setting.document.pages[0].placed) {
        let Mark::Text(run) = &placed.mark else { panic!("only text was set") };
        let (top, bottom) = (scaled(run.baseline - Length::pt(11.0)), scaled(run.baseline + Length::pt(3.0)));
        let columns = scaled(LEFT)..scaled(LEFT + Length::pt(14.0));
        let dark = (top..bottom).flat_map(|row| columns.clone().map(move |column| row * width + column));
        let dark = dark.filter(|place| pixels[*place] < 128).count();
        // The blank is the control.
        assert_eq!(dark > 10, *mark != ' ', "{mark:?} has {dark} dark pixels");
    }
}

#[test]
fn each_glyph_stands_where_it_was_placed() {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    setting.line(Role::Paragraph, FontRole::Fangsong, Length::pt(12.0), "\u{4E00}A\u{4E8C}");
    let Mark::Text(run) = &mut setting.document.pages[0].placed[0].mark else { panic!("only text was set") };
    // Justified far apart: each becomes a word of its own.
    run.offsets = [0, 150_000, 303_333].map(Length).to_vec();
    let printed = Printed::new(&pdf::write(&setting.document, &info(), &fonts).unwrap());
    let boxes = printed.read("pdftotext", &["-bbox"], &["-"]);
    let lefts: Vec<f64> = boxes
        .lines()
        .filter(|line| line.contains("<word"))
        .map(|line| line.split('"').nth(1).unwrap().parse().unwrap())
        .collect();
    assert_eq!(lefts.len(), 3, "{boxes}");
    for (found, expected) in lefts.iter().zip([72.0, 222.0, 375.333]) {
        assert!((found - expected).abs() < 0.006, "{found} instead of {expected}");
    }
}

#[test]
fn both_kinds_of_metadata_say_the_same() {
    let printed = printed_sample();
    let plain = printed.read("pdfinfo", &["-isodates", "-f", "1", "-l", "2"], &[]);
    let field = |key: &str| {
        let line = plain.lines().find(|line| line.starts_with(key));
        line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned())
    };
    let check =
        |key: &str, expected: &str| assert_eq!(field(key).as_deref(), Some(expected), "{key} in {plain}");
    check("Title:", &info().title);
    check("Author:", &info().author);
    check("Subject:", &info().subject);
    check("Keywords:", "ABCD-EFGH, (\u{4E8C})");
    check("Creator:", &info().creator);
    check("CreationDate:", "2013-06-30T00:00:00+08");
    check("Tagged:", "yes");
    check("PDF version:", "1.7");
    check("Page    1 rot:", "0");
    check("Page    2 rot:", "90");
    let xmp = printed.read("pdfinfo", &["-meta"], &[]);
    for expected in [
        "\u{300A}\u{767D}\u{76AE}\u{4E66}\u{300B}&lt;A&amp;B&gt; &quot;2013&quot;</rdf:li>",
        "<pdf:Keywords>ABCD-EFGH, (\u{4E8C})</pdf:Keywords>",
        "<xmp:CreateDate>2013-06-30T00:00:00+08:00</xmp:CreateDate>",
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(xmp.contains(expected), "{expected} in {xmp}");
    }
}

#[test]
fn the_outline_is_nested_and_leads_to_its_pages() {
    let fonts = fonts();
    let mut document = sample(&fonts);
    // Whoever lays out may come upon them in another order.
    document.outline.reverse();
    let xml = Printed::new(&pdf::write(&document, &info(), &fonts).unwrap()).read(
        "pdftohtml",
        &["-xml", "-i", "-stdout"],
        &[],
    );
    let outline = &xml[xml.find("<outline>").unwrap()..xml.rfind("</outline>").unwrap()];
    let lines: Vec<&str> = outline.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let expected = [
        "<outline>",
        "<item page=\"1\">\u{5B63}\u{5EA6}\u{8FDB}\u{5C55}</item>",
        "<outline>",
        "<item page=\"1\">\u{8FDB}\u{5C55}\u{8868}</item>",
        "<item page=\"2\">\u{6A2A}\u{8868} A</item>",
        "</outline>",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_structure_tree_holds_the_text_by_role() {
    let tree = printed_sample().read("pdfinfo", &["-struct-text"], &[]);
    let lines: Vec<String> =
        tree.lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect();
    let expected = [
        "Document",
        "  H1 (block)",
        "    \"\u{76D0}\u{7530}\u{533A}2013\u{5E74}\u{767D}\u{76AE}\u{4E66}\"",
        "  H2 (block)",
        "    \"\u{4E00}\u{3001}\u{603B}\u{4F53}\u{60C5}\u{51B5}\"",
        "  H3 (block)",
        "    \"\u{FF08}\u{4E00}\u{FF09}\u{5EFA}\u{8BBE}\u{5065}\u{5EB7}\u{76D0}\u{7530}\"",
        "  P (block)",
    ];
    assert_eq!(lines[..expected.len()], expected, "{tree}");
    let count = |kind: &str| {
        lines.iter().filter(|line| line.trim_start().split([' ', ':']).next() == Some(kind)).count()
    };
    let counts = ["Table", "TR", "TH", "TD"].map(count);
    assert_eq!(counts, [1, 3, 2, 3], "{tree}");
    // What is repeated because of the page is no content.
    assert!(!tree.contains('\u{2014}'), "{tree}");
}

#[test]
fn the_data_it_shows_is_carried_inside() {
    let printed = printed_sample();
    assert!(printed.read("pdfdetach", &["-list"], &[]).contains("\u{62A5}\u{544A}.json"));
    let out = printed.path().with_extension("json");
    printed.read("pdfdetach", &["-save", "1", "-o", out.to_str().unwrap()], &[]);
    assert_eq!(fs_err::read(out).unwrap(), b"{\"tasks\":20}");
}

#[test]
fn a_long_document_keeps_its_order() {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    // More pages than go through the back end together, each with a character that no other has.
    let words: Vec<char> =
        ('\u{4E00}'..'\u{4F00}').filter(|word| fonts.glyph(FontRole::Fangsong, *word).is_some()).collect();
    let lines: Vec<String> = (0..100).map(|page| format!("{}{page}", words[99 - page])).collect();
    for (page, line) in lines.iter().enumerate() {
        if page > 0 {
            setting.page(Length::mm(210.0), Length::mm(297.0));
        }
        setting.line(Role::Paragraph, FontRole::Fangsong, Length::pt(16.0), line);
    }
    let printed = Printed::new(&pdf::write(&setting.document, &info(), &fonts).unwrap());
    let text = printed.read("pdftotext", &["-raw"], &["-"]);
    let pages: Vec<&str> = text.split('\u{C}').map(str::trim).filter(|page| !page.is_empty()).collect();
    assert_eq!(pages, lines);
}

#[test]
fn page_labels_follow_the_printed_numbers() {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    for _ in 1..6 {
        setting.page(Length::mm(210.0), Length::mm(297.0));
    }
    for (page, (number, label)) in setting.document.pages.iter_mut().zip([
        (1, "\u{5C01}\u{9762}"),
        (1, "1"),
        (2, "2"),
        (3, "3"),
        (7, "7"),
        (8, "\u{9644}-8"),
    ]) {
        (page.number, page.label) = (number, label.to_owned());
    }
    let bytes = pdf::write(&setting.document, &info(), &fonts).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let labels = file.catalog().unwrap().get(b"PageLabels").unwrap().as_dict().unwrap();
    let numbers = labels.get(b"Nums").unwrap().as_array().unwrap();
    let keys: Vec<i64> = numbers.iter().filter_map(|entry| entry.as_i64().ok()).collect();
    assert_eq!(keys, [0, 1, 4, 5]);
    let starts: Vec<Option<i64>> = numbers
        .iter()
        .filter_map(|entry| entry.as_dict().ok())
        .map(|label| label.get(b"St").ok().and_then(|start| start.as_i64().ok()))
        .collect();
    assert_eq!(starts, [None, Some(1), Some(7), None]);
}

#[test]
fn a_rare_character_falls_back_and_no_advance_is_zero() {
    let fonts = fonts();
    let own = |role| fonts.glyph(role, '\u{4E00}').unwrap().face;
    let check = |character: char, expected: Option<FontRole>| {
        let found = fonts.glyph(FontRole::Fangsong, character);
        assert_eq!(found.map(|glyph| glyph.face), expected.map(own), "{character:?}");
        assert!(found.is_none_or(|glyph| glyph.advance > 0), "{character:?}");
    };
    check('\u{5C40}', Some(FontRole::Fangsong));
    check('\u{FF0C}', Some(FontRole::Fangsong));
    check('A', Some(FontRole::Fangsong));
    check('\u{2713}', Some(FontRole::Song));
    check('\u{3473}', Some(FontRole::Song));
    check('\u{1F600}', None);
    check('\u{E000}', None);
}
