//! Line breaks of Chinese text and what the lines look like.

#![allow(clippy::unwrap_used, reason = "a test")]

mod fixed;

use fixed::{HALF, PITCH, SIZE, lay_out, lines, manuscript, runs, sheet};
use layout::block::{Alignment, Block, Paragraph, ParagraphStyle, Span};
use layout::font::{FaceId, FontRole};
use layout::sheet::{OFFICIAL_PITCH, OFFICIAL_TRACKING};
use layout::{LayoutError, Length};

fn cell_style() -> ParagraphStyle {
    ParagraphStyle { splits: true, ..ParagraphStyle::cell(PITCH) }
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new(text, FontRole::Song, SIZE, cell_style())
}

/// The lines of a text in a column of that many characters.
fn broken(text: &str, characters: i32) -> Vec<String> {
    lines(&lay_out(sheet(characters, 40), vec![Block::Paragraph(paragraph(text))]))
}

/// Where each character of the only line stands, in half characters from the left edge, times 1000.
fn places(text: &str, characters: i32, alignment: Alignment) -> Vec<i32> {
    let mut paragraph = paragraph(text);
    paragraph.style.alignment = alignment;
    let document = lay_out(sheet(characters, 40), vec![Block::Paragraph(paragraph)]);
    let left = sheet(characters, 40).type_area(1).x;
    let first = runs(&document.pages[0]).next().unwrap().1.baseline;
    let line = runs(&document.pages[0]).filter(|(_, run)| run.baseline == first);
    line.flat_map(|(_, run)| run.offsets.iter().map(|&offset| (run.x + offset - left).0 / 5)).collect()
}

#[test]
fn no_line_begins_or_ends_badly() {
    let check = |text: &str, characters: i32, expected: &[&str]| {
        assert_eq!(broken(text, characters), expected, "{text} in {characters}");
    };
    // A mark at the end takes half its width: five and a half fit into five and a half.
    check("\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{3002}", 5, &["\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{3002}"]);
    // No comma begins a line: the character before it comes along.
    check("一二三四\u{FF0C}五六", 4, &["一二三", "四\u{FF0C}五六"]);
    // Two marks in the line give half an em each: the comma is drawn in.
    check("一\u{FF0C}三四\u{FF0C}五六", 4, &["一\u{FF0C}三四\u{FF0C}", "五六"]);
    // No opening mark ends a line.
    check("一二三\u{FF08}四\u{FF09}五", 4, &["一二三", "\u{FF08}四\u{FF09}五"]);
    check("一二三“四”五", 4, &["一二三", "“四”五"]);
    check("一“二”三“四”五六", 4, &["一“二”", "三“四”", "五六"]);
    // A dash and an ellipsis stay whole.
    check("一二三——四五", 4, &["一二", "三——四", "五"]);
    check("一二三……四五", 4, &["一二", "三……四", "五"]);
}

#[test]
fn numbers_stay_with_their_measure_words() {
    let check = |text: &str, characters: i32, expected: &[&str]| {
        assert_eq!(broken(text, characters), expected, "{text} in {characters}");
    };
    check("一二三10场四五", 4, &["一二三", "10场四五"]);
    check("一二三20%四五", 4, &["一二三", "20%四五"]);
    check("一二15000人次以上", 5, &["一二", "15000人次", "以上"]);
    check("一二72.63平方公里", 7, &["一二", "72.63平方公里"]);
    check("一二三第12号", 5, &["一二三", "第12号"]);
    check("一二三2-5个", 4, &["一二三", "2-5个"]);
    // Control: Han without a number parts anywhere.
    check("一二三四人次以上", 5, &["一二三四人", "次以上"]);
}

#[test]
fn an_address_parts_behind_a_point_and_a_number_does_not() {
    // Seven characters are fourteen Latin ones: the address begins in the first line.
    assert_eq!(broken("见http://www.a-b.gov.cn。", 7), ["见http://www.", "a-b.gov.cn。"]);
    // The controls: a number and a file name move as a whole.
    assert_eq!(broken("一二三四五六约172.638", 7), ["一二三四五六约", "172.638"]);
    assert_eq!(broken("一二三四见list.table", 7), ["一二三四见", "list.table"]);
}

#[test]
fn a_long_word_is_broken_rather_than_lost() {
    let check = |text: &str, characters: i32| {
        let lines = broken(text, characters);
        assert_eq!(lines.concat(), text);
        let room = characters as usize * 2;
        assert!(lines.iter().all(|line| line.chars().count() <= room), "{lines:?}");
        lines
    };
    let lines = check("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 5);
    assert_eq!(lines.len(), 5);
    check("http://www.yantian.gov.cn/very/long/path/without/any/end", 6);
    // Begun on the line where it stands, since no line has room for all of it.
    assert_eq!(broken("一二abcdefghijklmnop", 4), ["一二abc", "defghijk", "lmnop"]);
    // Control: a word that fits a line of its own is not broken.
    assert_eq!(broken("一二三abcdef", 4), ["一二三", "abcdef"]);
}

#[test]
fn line_feeds_blanks_and_invisible_characters() {
    assert_eq!(broken("一\n二\n\n三", 4), ["一", "二", "三"]);
    let document = lay_out(sheet(4, 40), vec![Block::Paragraph(paragraph("一\n\n二"))]);
    let baselines: Vec<Length> = runs(&document.pages[0]).map(|(_, run)| run.baseline).collect();
    assert_eq!(baselines[1] - baselines[0], PITCH * 2, "the empty line has its height");
    assert_eq!(broken("一二三四 五", 4), ["一二三四 ", "五"], "a blank hangs over the end");
    assert_eq!(broken("一\u{200B}二\u{FEFF}", 4), ["一二"]);
    assert_eq!(broken("e\u{301}a", 1), ["e\u{301}a"]);
}

#[test]
fn slack_is_spread_between_han_alone() {
    let check = |text: &str, characters: i32, alignment: Alignment, expected: &[i32]| {
        assert_eq!(places(text, characters, alignment), expected, "{text}");
    };
    check("一二三12345六七八九", 5, Alignment::Left, &[0, 2_000, 4_000]);
    // Five characters and five digits do not fit: one em is spread over the four places between the five.
    check("一二三四五12345六七八九", 6, Alignment::Justified, &[0, 2_500, 5_000, 7_500, 10_000]);
    // Over three places it would be more than a quarter each: such a line stays ragged rather than fall apart.
    check("一二三四12345六七八九", 5, Alignment::Justified, &[0, 2_000, 4_000, 6_000]);
    // A mark that opens the line gives last: where the others are enough, it begins where it always begins.
    let squeezed = [0, 2_000, 4_000, 5_500, 7_500, 9_000, 11_000, 13_000, 15_000, 17_000];
    check("\u{FF08}一\u{FF09}二三“四五六”", 9, Alignment::Justified, &squeezed);
    check("一二三", 5, Alignment::Center, &[2_000, 4_000, 6_000]);
    check("一二三", 5, Alignment::Right, &[4_000, 6_000, 8_000]);
    check("一二三", 5, Alignment::Justified, &[0, 2_000, 4_000]);
    // Adjacent marks are squeezed: the closing one gives its half to the stop.
    check("一\u{FF09}\u{3002}", 5, Alignment::Left, &[0, 2_000, 3_000]);
    // Of two opening marks the second begins half an em before its room.
    check("\u{FF08}\u{300A}一", 5, Alignment::Left, &[0, 1_000, 3_000]);
    // Han and Latin stand an eighth of an em apart.
    check("一1二", 5, Alignment::Left, &[0, 2_250, 3_500]);
    // A blank that is there is the gap.
    check("一 1", 5, Alignment::Left, &[0, 2_000, 3_000]);
}

#[test]
fn running_text_has_twenty_eight_characters_on_twenty_two_lines() {
    let style = ParagraphStyle::body(Length::pt(16.0) + OFFICIAL_TRACKING, OFFICIAL_PITCH);
    let mut body = Paragraph::new("字".repeat(28 * 30 - 2), FontRole::Fangsong, Length::pt(16.0), style);
    body.spans[0].tracking = OFFICIAL_TRACKING;
    let official = layout::sheet::Sheet::official();
    let document =
        layout::document(&manuscript(official.clone(), vec![Block::Paragraph(body)]), &HALF).unwrap();
    let of = |page: usize| -> Vec<(usize, Length)> {
        let body = runs(&document.pages[page]).filter(|(_, run)| run.text.starts_with('字'));
        body.map(|(_, run)| (run.text.chars().count(), run.x)).collect()
    };
    assert_eq!(document.pages.len(), 2);
    let (first, second) = (of(0), of(1));
    assert_eq!((first.len(), second.len()), (22, 8));
    assert_eq!(first[0].0, 26);
    assert!(first[1..].iter().chain(&second).all(|line| line.0 == 28));
    // Mirrored: 28 mm at the left of page 1, 26 mm at the left of page 2.
    assert_eq!((first[1].1, second[0].1), (Length::mm(28.0), Length::mm(26.0)));
    assert_eq!(first[0].1, Length::mm(28.0) + Length(31_586));
}

#[test]
fn page_numbers_stand_outside_one_character_in() {
    let pages = vec![Block::Paragraph(paragraph("一")), Block::PageBreak, Block::Paragraph(paragraph("二"))];
    let official = layout::sheet::Sheet::official();
    let both = |sheet: layout::sheet::Sheet| {
        let document = layout::document(&manuscript(sheet, pages.clone()), &HALF).unwrap();
        let number = |page: usize| {
            let (_, run) =
                runs(&document.pages[page]).find(|(_, run)| run.text.contains('\u{2014}')).unwrap();
            (run.clone(), document.pages[page].clone())
        };
        [number(0), number(1)]
    };
    let [(odd, page), (even, _)] = both(official.clone());
    assert_eq!((odd.text.as_str(), even.text.as_str()), ("\u{2014} 1 \u{2014}", "\u{2014} 2 \u{2014}"));
    assert_eq!(odd.x + odd.width, page.width - Length::mm(26.0) - Length::pt(14.0));
    assert_eq!(even.x, Length::mm(26.0) + Length::pt(14.0));
    let foot = Length::mm(297.0) - Length::mm(35.0) + Length::mm(7.0);
    assert_eq!(odd.baseline, foot + Length::pt(14.0 * 0.88));
    // A landscape sheet: where the upright sheet has it, so at the left edge, low on odd pages and high on even ones.
    let [(turned, page), (high, _)] = both(official.landscape());
    assert_eq!((page.width, page.height), (Length::mm(297.0), Length::mm(210.0)));
    assert_eq!(turned.turn, layout::page::Turn::Clockwise);
    assert_eq!((turned.x, turned.baseline), (Length::mm(297.0) - odd.baseline, odd.x));
    assert_eq!(high.baseline, even.x);
}

#[test]
fn a_missing_glyph_is_named_with_its_place() {
    let of = |text: &str| {
        layout::document(&manuscript(sheet(9, 9), vec![Block::Paragraph(paragraph(text))]), &HALF)
    };
    let one = |text: &str| match of(text).unwrap_err() {
        LayoutError::MissingGlyphs(missing) => missing[0].clone(),
        other => panic!("{other}"),
    };
    let missing = one("盐田\u{9FFF}区");
    assert_eq!((missing.character, missing.role, missing.place.offset), ('\u{9FFF}', FontRole::Song, 2));
    assert_eq!((missing.place.text.as_str(), missing.times), ("盐田\u{9FFF}区", 1));
    // Of a long text what stands around it, without characters that nobody sees.
    let long = format!("{}\u{2060}盐田\u{9FFF}区{}", "前".repeat(300), "后".repeat(300));
    let place = one(&long).place;
    let around = format!("…{}盐田\u{9FFF}区{}…", "前".repeat(14), "后".repeat(15));
    assert_eq!(
        (place.text.as_str(), place.text.chars().nth(place.offset)),
        (around.as_str(), Some('\u{9FFF}'))
    );
    // Control: a glyph of a fallback face makes a run of its own.
    let document = of("盐\u{9FFE}区").unwrap();
    let faces: Vec<FaceId> = runs(&document.pages[0]).map(|(_, run)| run.face).collect();
    assert_eq!(faces, [FaceId(4), FaceId(9), FaceId(4)]);
}

#[test]
fn all_missing_glyphs_are_named_at_once() {
    let mut running = sheet(10, 9);
    let spans = vec![Span::new("盐\u{9FFF}", FontRole::Hei, SIZE)];
    running.header = vec![layout::sheet::RunningLine {
        left: spans,
        center: Vec::new(),
        right: Vec::new(),
        distance: PITCH,
        rule: layout::page::Stroke::solid(Length::ZERO),
    }];
    let in_cells = |text: &str| {
        let table = layout::table::Table {
            columns: vec![fixed::column("\u{9FFD}", 9, layout::table::ColumnPart::Row)],
            head: true,
            groups: vec![layout::table::Group {
                cells: Vec::new(),
                rows: vec![layout::table::Row { cells: vec![fixed::cell(text, 7)], ..Default::default() }],
            }],
            look: fixed::LOOK,
            source: None,
        };
        vec![Block::Paragraph(paragraph("一")), Block::Together(vec![Block::Table(table)])]
    };
    let of = |text: &str| match layout::document(&manuscript(running.clone(), in_cells(text)), &HALF) {
        Err(LayoutError::MissingGlyphs(missing)) => {
            missing.iter().map(|one| (one.character, one.place.text.clone(), one.times)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let first = ('\u{9FFF}', "盐\u{9FFF}".to_owned());
    let head = ('\u{9FFD}', "\u{9FFD}".to_owned(), 1);
    assert_eq!(
        of("二\u{9FFC}\u{9FFF}\u{9FFC}"),
        [
            (first.0, first.1.clone(), 2),
            head.clone(),
            ('\u{9FFC}', "二\u{9FFC}\u{9FFF}\u{9FFC}".to_owned(), 2)
        ]
    );
    assert_eq!(of("二"), [(first.0, first.1, 1), head]);
}

#[test]
fn a_heading_stays_with_what_follows() {
    let mut heading = paragraph("题");
    heading.style.keep_with_next = true;
    let check = |before: usize, page_of_heading: usize| {
        let blocks = vec![
            Block::Paragraph(paragraph(&["一"; 10][..before].join("\n"))),
            Block::Paragraph(heading.clone()),
            Block::Paragraph(paragraph("二三四五六七八九十")),
        ];
        let document = lay_out(sheet(3, 10), blocks);
        let found = document.pages.iter().position(|page| runs(page).any(|(_, run)| run.text == "题"));
        assert_eq!(found, Some(page_of_heading), "after {before} lines");
    };
    check(7, 0);
    check(8, 1);
    check(9, 1);
}

#[test]
fn what_belongs_together_stays_together() {
    let together =
        Block::Together(vec![Block::Paragraph(paragraph("甲")), Block::Paragraph(paragraph("乙"))]);
    let check = |before: usize, pages: &[usize]| {
        let blocks = vec![Block::Paragraph(paragraph(&["一"; 10][..before].join("\n"))), together.clone()];
        let document = lay_out(sheet(3, 10), blocks);
        let page =
            |text: &str| document.pages.iter().position(|page| runs(page).any(|(_, run)| run.text == text));
        assert_eq!([page("甲").unwrap(), page("乙").unwrap()], pages, "after {before} lines");
    };
    check(8, &[0, 0]);
    check(9, &[1, 1]);
}

#[test]
fn a_paragraph_longer_than_a_length_can_measure() {
    // 250,000 characters of 10 pt are 2.5 km; a length ends at 2.1 km.
    for word in ["字", "aa"] {
        let text = word.repeat(250_000);
        let document = lay_out(sheet(50, 100), vec![Block::Paragraph(paragraph(&text))]);
        assert_eq!(document.pages.len(), 50);
        let printed: usize = document.pages.iter().flat_map(runs).map(|(_, run)| run.text.len()).sum();
        assert_eq!(printed, text.len());
    }
}

#[test]
fn spans_keep_their_typefaces() {
    let mut paragraph = paragraph("");
    paragraph.spans = vec![
        Span::new("\u{3010}未完成\u{3011}", FontRole::Hei, SIZE),
        Span::new("因故", FontRole::Fangsong, SIZE),
    ];
    let document = lay_out(sheet(20, 9), vec![Block::Paragraph(paragraph)]);
    let faces: Vec<(FaceId, &str)> =
        runs(&document.pages[0]).map(|(_, run)| (run.face, run.text.as_str())).collect();
    assert_eq!(faces, [(FaceId(2), "\u{3010}未完成\u{3011}"), (FaceId(0), "因故")]);
}
