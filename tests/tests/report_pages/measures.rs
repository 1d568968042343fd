//! A 公文 measured in the finished file: by GB/T 9704-2012, to 0.5 mm and 0.1 pt.
//!
//! Read back by others: poppler says where each word stands, lopdf in which size and typeface and on which baseline it
//! is drawn. A sheet that is off by a millimetre, a pitch or a size that is off by a fifth of a point are the controls.

use crate::look;
use crate::official::bulletin;
use crate::year::year;
use layout::Length;
use layout::block::{Block, Paragraph};
use layout::sheet::Sheet;
use lopdf::content::Content;
use report::{Audience, Report};
use std::process::Command;

const MM: f64 = 72.0 / 25.4;
/// What the standard gives, in points.
const TOP: f64 = 37.0 * MM;
const WIDTH: f64 = 156.0 * MM;
const HEIGHT: f64 = 225.0 * MM;
const PITCH: f64 = HEIGHT / 22.0;
const CHARACTER: f64 = WIDTH / 28.0;
/// The tolerances.
const PLACE: f64 = 0.5 * MM;
const SIZE: f64 = 0.1;

/// A piece of text as it is drawn.
#[derive(Debug, Clone)]
struct Piece {
    text: String,
    left: f64,
    right: f64,
    /// From the top of the page to the middle of the em box.
    middle: f64,
    size: f64,
    font: String,
}

/// One page: its width, height and pieces, from the top.
struct Printed {
    width: f64,
    height: f64,
    pieces: Vec<Piece>,
}

/// A piece as the file draws it: left edge, baseline from the top, size, typeface.
type Drawn = (f64, f64, f64, String);

/// What each page draws.
fn drawn(bytes: &[u8]) -> Vec<Vec<Drawn>> {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let number = |object: &lopdf::Object| f64::from(object.as_float().unwrap());
    let of_page = |page| {
        let (mut font, mut size, mut at) = (String::new(), 0.0, (0.0, 0.0));
        let mut drawn = Vec::new();
        let fonts = file.get_page_fonts(page).unwrap();
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        for operation in content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => {
                    let name = fonts[operands[0].as_name().unwrap()].get(b"BaseFont").unwrap();
                    font = String::from_utf8_lossy(name.as_name().unwrap()).into_owned();
                    size = number(&operands[1]);
                }
                "Tm" => at = (number(&operands[4]), number(&operands[5])),
                "Tj" | "TJ" => drawn.push((at.0, at.1, size, font.clone())),
                _ => {}
            }
        }
        drawn
    };
    file.get_pages().into_values().map(of_page).collect()
}

/// The number in an attribute of a line of XML.
fn attribute(line: &str, name: &str) -> f64 {
    let from = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    line[from..].split('"').next().unwrap().parse().unwrap()
}

/// The pages of the finished file, all upright.
fn printed(bytes: &[u8]) -> Vec<Printed> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("official.pdf");
    fs_err::write(&path, bytes).unwrap();
    let output = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output().expect("poppler-utils");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let words = String::from_utf8(output.stdout).unwrap();
    let mut pages: Vec<Printed> = Vec::new();
    let drawn = drawn(bytes);
    for line in words.lines() {
        if line.contains("<page ") {
            let (width, height) = (attribute(line, "width"), attribute(line, "height"));
            pages.push(Printed { width, height, pieces: Vec::new() });
        } else if line.contains("<word ") {
            let at = pages.len() - 1;
            let page = &mut pages[at];
            let [left, right] = ["xMin", "xMax"].map(|name| attribute(line, name));
            let [top, bottom] = ["yMin", "yMax"].map(|name| attribute(line, name));
            let text = line.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            // A run may hold several words: the nearest that begins at or before it on its line.
            let on_line = drawn[at].iter().filter(|(x, y, ..)| {
                let baseline = page.height - y;
                *x <= left + 0.1 && baseline > top && baseline < bottom
            });
            let Some((_, y, size, font)) = on_line.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            // The em box of Chinese faces: 0.88 above the baseline, 0.12 below.
            let middle = page.height - y - 0.38 * size;
            page.pieces.push(Piece { text, left, right, middle, size: *size, font: font.clone() });
        }
    }
    for page in &mut pages {
        page.pieces.sort_by(|a, b| (a.middle, a.left).partial_cmp(&(b.middle, b.left)).unwrap());
    }
    pages
}

/// Every measure of the text's pages that is not as the standard gives it; a table has a sheet of its own.
fn deviations(report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    let mut report = report.clone();
    report.manuscript.sections.truncate(1);
    let mut hold = |what: &str, is: f64, should: f64, tolerance: f64| {
        if (is - should).abs() > tolerance {
            found.push(format!("{what}: {is:.2} pt, should be {should:.2} pt"));
        }
    };
    for (number, page) in (1..).zip(printed(&look::bytes(&report))) {
        let left = if number % 2 == 1 { 28.0 * MM } else { 26.0 * MM };
        hold("width of the page", page.width, 210.0 * MM, PLACE);
        hold("height of the page", page.height, 297.0 * MM, PLACE);
        let body: Vec<_> = page.pieces.iter().filter(|piece| piece.size > 15.0).collect();
        let first = body.iter().map(|piece| piece.left).fold(f64::MAX, f64::min);
        hold(&format!("left edge of page {number}"), first, left, PLACE);
        // Lines stand on the grid: the middle of each in the middle of one of 22 strips.
        for piece in &body {
            let strip = ((piece.middle - TOP) / PITCH - 0.5).round();
            let should = TOP + (strip + 0.5) * PITCH;
            hold(&format!("line of {} on page {number}", piece.text), piece.middle, should, PLACE);
            if !(0.0..22.0).contains(&strip) {
                hold(&format!("strip of {}", piece.text), strip, 21.0, 0.0);
            }
        }
        // No line ends beyond the right edge; where one is full it ends there. Closing marks lose their blank half.
        for piece in body.iter().filter(|piece| {
            !piece.text.ends_with(['。', '\u{FF0C}', '\u{FF1A}', '\u{FF1B}', '、', '\u{FF09}', '》', '”'])
        }) {
            if piece.right > left + WIDTH {
                hold(&format!("right end of {}", piece.text), piece.right, left + WIDTH, PLACE);
            }
        }
        let at_edge = |piece: &&&Piece| (piece.right - left - WIDTH).abs() < PLACE;
        if body.len() > 20 && body.iter().filter(at_edge).count() < 4 {
            hold(&format!("full lines of page {number}"), 0.0, WIDTH, 0.0);
        }
        // — 1 —: 四号, 7 mm under the type area, one character in at the outer end.
        let mark = format!("{number}");
        let foot: Vec<_> = page.pieces.iter().filter(|piece| piece.middle > TOP + HEIGHT).collect();
        let words: Vec<_> = foot.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(words.concat(), format!("\u{2014}{mark}\u{2014}"), "foot of page {number}");
        for piece in &foot {
            hold("size of the page number", piece.size, 14.0, SIZE);
            hold("top of the page number", piece.middle - 7.0, TOP + HEIGHT + 7.0 * MM, PLACE);
        }
        if number % 2 == 1 {
            hold("right end of the page number", foot.last().unwrap().right, left + WIDTH - 14.0, PLACE);
        } else {
            hold("left end of the page number", foot[0].left, left + 14.0, PLACE);
        }
    }
    found
}

/// The pieces of a role: words that begin so, with their typeface and size.
fn check_type(pages: &[Printed], begins: &str, font: &str, size: f64) {
    let mut all = pages.iter().flat_map(|page| &page.pieces);
    let piece = all.find(|piece| piece.text.starts_with(begins)).unwrap_or_else(|| panic!("{begins}"));
    assert!(piece.font.contains(font), "{begins}: {}", piece.font);
    assert!((piece.size - size).abs() <= SIZE, "{begins}: {} pt", piece.size);
}

fn paragraphs(report: &mut Report) -> impl Iterator<Item = &mut Paragraph> {
    report.manuscript.sections[0].blocks.iter_mut().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    })
}

#[test]
fn the_official_page_is_as_the_standard_gives_it() {
    assert_eq!(deviations(&bulletin(&year(), Audience::Internal)), Vec::<String>::new());
}

#[test]
fn a_page_that_is_off_is_seen() {
    let report = || bulletin(&year(), Audience::Internal);
    let with = |change: &dyn Fn(&mut Sheet)| {
        let mut report = report();
        for section in &mut report.manuscript.sections {
            change(&mut section.sheet);
        }
        deviations(&report)
    };
    let millimetre = Length::mm(1.0);
    assert!(!with(&|sheet| sheet.margins.binding += millimetre).is_empty());
    assert!(!with(&|sheet| sheet.margins.outer -= millimetre).is_empty());
    assert!(!with(&|sheet| sheet.margins.top += millimetre).is_empty());
    assert!(!with(&|sheet| sheet.margins.bottom += millimetre).is_empty());
    let number = |change: &dyn Fn(&mut layout::sheet::PageNumber)| {
        with(&|sheet| sheet.page_number.iter_mut().for_each(change))
    };
    assert!(!number(&|number| number.distance += millimetre).is_empty());
    assert!(!number(&|number| number.inset += millimetre).is_empty());
    assert!(!number(&|number| number.size += Length::pt(0.2)).is_empty());
    let mut looser = report();
    paragraphs(&mut looser).for_each(|paragraph| paragraph.style.line_pitch += Length::pt(0.2));
    assert!(!deviations(&looser).is_empty());
}

#[test]
fn each_level_has_its_typeface_and_size() {
    let pages = printed(&look::bytes(&upright(bulletin(&year(), Audience::Internal))));
    check_type(&pages, "区督查室关于", "NotoSerifSC", 22.0);
    check_type(&pages, "民政局", "FandolFang", 16.0);
    check_type(&pages, "一、总体情况", "NotoSansSC", 16.0);
    check_type(&pages, "\u{FF08}一\u{FF09}滞后", "LXGWWenKai", 16.0);
    check_type(&pages, "1.", "FandolFang", 16.0);
    check_type(&pages, "\u{FF08}1\u{FF09}", "FandolFang", 16.0);
    check_type(&pages, "附件", "FandolFang", 16.0);
    let mut label = pages.iter().flat_map(|page| &page.pieces).filter(|piece| piece.text == "附件");
    let label = label.next_back().unwrap();
    assert!(label.font.contains("NotoSansSC") && (label.size - 16.0).abs() <= SIZE, "{label:?}");
}

/// The attachment on an upright sheet, whose lines stand on the same grid: a table needs a sheet of its own.
fn upright(mut report: Report) -> Report {
    let head = report.manuscript.sections[1].blocks.iter().take(3).cloned().collect();
    report.manuscript.sections[1].sheet = report.manuscript.sections[0].sheet.clone();
    report.manuscript.sections[1].blocks = head;
    report
}

#[test]
fn signature_and_attachment_stand_where_they_should() {
    let near = |is: f64, should: f64| assert!((is - should).abs() <= PLACE, "{is:.2} instead of {should:.2}");
    let pages = printed(&look::bytes(&upright(bulletin(&year(), Audience::Internal))));
    let (signed, attached) = (&pages[pages.len() - 2], &pages[pages.len() - 1]);
    let left = |number: usize| if number % 2 == 1 { 28.0 * MM } else { 26.0 * MM };
    let edge = left(pages.len() - 1);
    let of = |page: &'_ Printed, begins: &str| -> Piece {
        page.pieces.iter().rfind(|piece| piece.text.starts_with(begins)).unwrap().clone()
    };
    // 成文日期: 右空四字, without zero padding, the unit centred over it on the line before.
    let body = signed.pieces.iter().filter(|piece| piece.middle < TOP + HEIGHT);
    let last = body.clone().map(|piece| piece.middle).fold(0.0, f64::max);
    let date: Vec<_> = body.filter(|piece| (piece.middle - last).abs() < 1.0).collect();
    let text: String = date.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(text, "2013年10月12日");
    near(date[date.len() - 1].right, edge + WIDTH - 4.0 * CHARACTER);
    let unit = of(signed, "区督查室");
    near((unit.left + unit.right) / 2.0, (date[0].left + date[date.len() - 1].right) / 2.0);
    near(last - unit.middle, PITCH);
    // 附件说明: two characters in, a line below the text.
    let enclosure = of(signed, "附件");
    near(enclosure.left, edge + 2.0 * CHARACTER);
    let above = signed.pieces.iter().filter(|piece| piece.middle < enclosure.middle - 1.0);
    let above = above.map(|piece| piece.middle).fold(0.0, f64::max);
    near(enclosure.middle - above, 2.0 * PITCH);
    // 附件: 顶格 on the first line of a new page, its title centred on the third.
    let label = of(attached, "附件");
    near(label.left, left(pages.len()));
    near(label.middle, TOP + PITCH / 2.0);
    let title = of(attached, "2013");
    near(title.middle, TOP + 2.5 * PITCH);
    assert!((title.size - 22.0).abs() <= SIZE, "{title:?}");
}
