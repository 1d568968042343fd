//! Pages of attached files: recognised beforehand, shown as they are read, with nothing that acts.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

#[path = "setting/reader.rs"]
mod reader;
mod setting;

use std::process::Command;

use layout::Length;
use layout::figure::Extent;
use layout::page::Rect;
use lopdf::{Dictionary, Object, Stream, dictionary};
use pdf::{ForeignFault, PdfError, inspect};
use reader::Printed;
use setting::{LEFT, Setting, Shelf, fonts, info, sample, written};

/// A file of one page with a dark upper left quarter; `extra` goes into the page.
fn quarter(extra: Dictionary) -> Vec<u8> {
    file(lopdf::Document::with_version("1.7"), extra)
}

fn file(mut file: lopdf::Document, extra: Dictionary) -> Vec<u8> {
    let content = file.add_object(Stream::new(Dictionary::new(), b"0 g 100 150 100 150 re f".to_vec()));
    let root = file.new_object_id();
    let mut page = dictionary! {
        "Type" => "Page",
        "Parent" => root,
        "MediaBox" => vec![0.into(), 0.into(), 400.into(), 400.into()],
        "CropBox" => vec![100.into(), 0.into(), 300.into(), 300.into()],
        "Contents" => content,
    };
    page.extend(&extra);
    let page = file.add_object(page);
    let pages = dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![Object::Reference(page)] };
    file.objects.insert(root, pages.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn points(width: i32, height: i32) -> Extent {
    Extent { width: Length(width * 1000), height: Length(height * 1000) }
}

/// What qpdf makes of a file.
fn by_qpdf(bytes: &[u8], options: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("from.pdf"), folder.path().join("to.pdf"));
    fs_err::write(&from, bytes).unwrap();
    let output = Command::new("qpdf").args(options).arg(&from).arg(&to).output().expect("qpdf");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs_err::read(to).unwrap()
}

fn own() -> Vec<u8> {
    let fonts = fonts();
    pdf::write(&sample(&fonts), &info(), &fonts).unwrap()
}

#[test]
fn sizes_are_those_of_the_page_as_it_is_read() {
    let check = |extra, expected| assert_eq!(inspect(&quarter(extra)).unwrap(), [expected]);
    check(dictionary! {}, points(200, 300));
    check(dictionary! { "Rotate" => 90 }, points(300, 200));
    check(dictionary! { "Rotate" => -180 }, points(200, 300));
    check(dictionary! { "UserUnit" => 2 }, points(400, 600));
    check(
        dictionary! { "CropBox" => vec![900.into(), 900.into(), 999.into(), 999.into()] },
        points(400, 400),
    );
    // Our own file, whose second page is turned.
    let a4 = |width, height| Extent { width: Length::mm(width), height: Length::mm(height) };
    let sizes = inspect(&own()).unwrap();
    let near =
        |(a, b): (&Extent, Extent)| (a.width - b.width).0.abs() < 10 && (a.height - b.height).0.abs() < 10;
    assert_eq!(sizes.len(), 2);
    assert!(sizes.iter().zip([a4(210.0, 297.0), a4(297.0, 210.0)]).all(near), "{sizes:?}");
    // Object streams, as most programs write today.
    assert_eq!(inspect(&by_qpdf(&own(), &["--object-streams=generate"])).unwrap(), sizes);
}

#[test]
fn what_cannot_be_shown_is_named() {
    let whole = own();
    let fault = |bytes: &[u8]| inspect(bytes).unwrap_err();
    assert!(inspect(&whole).is_ok());
    let locked = by_qpdf(&whole, &["--encrypt", "user", "owner", "256", "--"]);
    assert_eq!(fault(&locked), ForeignFault::Encrypted);
    // Open for everybody, but its owner restricts what is done with it.
    let restricted = by_qpdf(&whole, &["--encrypt", "", "owner", "256", "--"]);
    assert_eq!(fault(&restricted), ForeignFault::Encrypted);
    assert_eq!(fault(b"hello"), ForeignFault::NotPdf);
    assert_eq!(fault(&[]), ForeignFault::NotPdf);
    for part in 1..10 {
        let cut = &whole[..whole.len() * part / 10];
        assert!(matches!(fault(cut), ForeignFault::Damaged { .. } | ForeignFault::NoPages), "{part} of 10");
    }
    let mut empty = lopdf::Document::with_version("1.7");
    let pages =
        empty.add_object(dictionary! { "Type" => "Pages", "Count" => 0, "Kids" => Vec::<Object>::new() });
    let catalog = empty.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    empty.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    empty.save_to(&mut bytes).unwrap();
    assert_eq!(fault(&bytes), ForeignFault::NoPages);
    // Content that is not there, or not what it says.
    let absent = quarter(dictionary! { "Contents" => Object::Reference((99, 0)) });
    assert!(matches!(fault(&absent), ForeignFault::Damaged { .. }));
    let huge = [b"%PDF-1.7\n".to_vec(), vec![b' '; 101 << 20]].concat();
    assert!(matches!(fault(&huge), ForeignFault::TooLarge { .. }));
    let wide = quarter(dictionary! { "UserUnit" => 1000 });
    assert!(matches!(fault(&wide), ForeignFault::Damaged { .. }));
}

#[test]
fn garbage_in_a_file_is_a_damaged_file_and_never_our_end() {
    let whole = own();
    let mut dice = 1_u32;
    let (mut shown, mut refused) = (0, 0);
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..40 {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = dice as usize % bytes.len();
            bytes[at] = (dice >> 24) as u8;
        }
        match inspect(&bytes) {
            Ok(_) => shown += 1,
            Err(_) => refused += 1,
        }
    }
    assert_eq!(shown + refused, 60);
    assert!(refused > 0);
}

/// A document with that page of the file in a square frame of its proportions.
fn showing(bytes: Vec<u8>) -> (Printed, Rect, Vec<u8>) {
    let fonts = fonts();
    let extent = inspect(&bytes).unwrap()[0];
    let mut setting = Setting::new(&fonts);
    let top = Length::pt(100.0);
    let rect = Rect { x: LEFT, y: top, width: extent.width / 2, height: extent.height / 2 };
    setting.foreign(3, 0, rect);
    let shelf = Shelf { files: [(3, bytes)].into(), ..Shelf::default() };
    let bytes = written(&setting.document, &fonts, &shelf).unwrap();
    (Printed::new(&bytes), rect, bytes)
}

/// Which quarters of the rectangle are dark: upper left, upper right, lower left, lower right.
fn dark(printed: &Printed, rect: &Rect) -> [bool; 4] {
    let (width, _, pixels) = printed.pixels(1, 72);
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(across, down)| {
        let (x, y) = (rect.x + rect.width * across / 4, rect.y + rect.height * down / 4);
        pixels[y.to_pt() as usize * width + x.to_pt() as usize] < 128
    })
}

#[test]
fn a_page_is_shown_cropped_and_turned_as_it_is_read() {
    for (turn, corner) in [(0, 0), (90, 1), (180, 3), (270, 2)] {
        let (printed, rect, _) = showing(quarter(dictionary! { "Rotate" => turn }));
        assert_eq!(dark(&printed, &rect), [0, 1, 2, 3].map(|at| at == corner), "turned by {turn}");
        let said = printed.read("qpdf", &["--check"], &[]);
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
        // What lies outside the crop box is not seen.
        let (width, _, pixels) = printed.pixels(1, 72);
        let outside = (rect.y.to_pt() as usize + 5) * width + rect.x.to_pt() as usize - 5;
        assert!(pixels[outside] > 250);
    }
}

#[test]
fn a_file_with_pages_of_others_claims_nothing_and_says_so() {
    let (printed, _, bytes) = showing(quarter(dictionary! {}));
    let claims = |bytes: &[u8]| {
        bytes.windows(13).any(|window| window == b"<pdfaid:part>" || window == b"pdfuaid:part>")
    };
    assert!(!claims(&bytes));
    // The control.
    assert!(claims(&own()));
    assert!(printed.read("pdfinfo", &[], &[]).contains("30\u{65E5}\u{FF1B}\u{542B}\u{5916}\u{6765}\u{9875}"));
    let tree = printed.read("pdfinfo", &["-struct"], &[]);
    assert!(tree.contains("Figure"), "{tree}");
}

/// A seal: an annotation with a dark drawing over the lower right quarter.
fn sealed(flags: i64) -> Vec<u8> {
    let mut file_ = lopdf::Document::with_version("1.7");
    let drawing = Stream::new(
        dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 10.into(), 10.into()] },
        b"0 g 0 0 10 10 re f".to_vec(),
    );
    let drawing = file_.add_object(drawing);
    let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let seal = file_.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "F" => flags,
        "Rect" => vec![200.into(), 0.into(), 300.into(), 150.into()],
        "AP" => dictionary! { "N" => drawing },
        "A" => script.clone(),
    });
    let extra =
        dictionary! { "Annots" => vec![Object::Reference(seal)], "AA" => dictionary! { "O" => script } };
    file(file_, extra)
}

#[test]
fn what_is_seen_of_an_annotation_is_drawn_and_what_it_does_is_not_there() {
    let (printed, rect, bytes) = showing(sealed(4));
    assert_eq!(dark(&printed, &rect), [true, false, false, true]);
    let acts =
        |bytes: &[u8]| bytes.windows(10).any(|window| window == b"JavaScript" || window == b"app.alert(");
    assert!(!acts(&bytes) && acts(&sealed(4)));
    // One that is hidden or not printed is not there.
    for flags in [0, 6] {
        let (printed, rect, _) = showing(sealed(flags));
        assert_eq!(dark(&printed, &rect), [true, false, false, false], "flags {flags}");
    }
}

#[test]
fn text_and_fonts_of_the_page_come_along_once() {
    let fonts = fonts();
    let theirs = own();
    let sizes = inspect(&theirs).unwrap();
    let mut setting = Setting::new(&fonts);
    for (page, size) in (0..).zip(&sizes) {
        setting.page(Length::mm(210.0), Length::mm(297.0));
        let rect = Rect { x: LEFT, y: LEFT, width: size.width / 2, height: size.height / 2 };
        setting.foreign(3, page, rect);
    }
    let shelf = Shelf { files: [(3, theirs)].into(), ..Shelf::default() };
    let bytes = written(&setting.document, &fonts, &shelf).unwrap();
    assert_eq!(*shelf.asked.borrow(), ["file 3"]);
    let printed = Printed::new(&bytes);
    let text = printed.read("pdftotext", &["-raw"], &["-"]);
    assert!(text.contains("\u{4E00}\u{3001}\u{603B}\u{4F53}\u{60C5}\u{51B5}"), "{text}");
    assert!(text.contains("\u{6A2A}\u{8868}\u{7B2C}\u{4E8C}\u{9875}"), "{text}");
    // Five faces, and none of them twice.
    assert_eq!(printed.read("pdffonts", &[], &[]).lines().skip(2).count(), 5);
    assert!(bytes == written(&setting.document, &fonts, &shelf).unwrap());
}

#[test]
fn a_file_that_was_exchanged_since_is_not_printed_out_of_shape() {
    let fonts = fonts();
    let mut setting = Setting::new(&fonts);
    setting.foreign(3, 0, Rect { x: LEFT, y: LEFT, width: Length::pt(100.0), height: Length::pt(150.0) });
    let fault = |bytes: Vec<u8>| {
        let shelf = Shelf { files: [(3, bytes)].into(), ..Shelf::default() };
        match written(&setting.document, &fonts, &shelf) {
            Err(PdfError::Foreign { fault, page: 0, .. }) => Some(fault),
            other => other.map(|_| None).unwrap(),
        }
    };
    assert_eq!(fault(quarter(dictionary! {})), None);
    assert_eq!(fault(quarter(dictionary! { "Rotate" => 90 })), Some(ForeignFault::Changed));
    assert!(matches!(fault(b"%PDF-1.7 gone".to_vec()), Some(ForeignFault::Damaged { .. })));
}
