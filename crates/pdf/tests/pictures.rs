//! Pictures and links as other programs find them in the file: where the ink is, what leads where, each picture once.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

#[path = "setting/reader.rs"]
mod reader;
mod setting;

use layout::Length;
use layout::block::AnchorId;
use layout::page::{Document, Mark, Rect};
use lopdf::Object;
use pdf::{NoSupply, PdfError, Wanted};
use reader::Printed;
use setting::{Shelf, fonts, info, sample_with_pictures, written};

const DOTS: u32 = 72;

/// The darkness of the four fields of a picture: red, green, blue, white as grey levels.
fn fields(printed: &Printed, page: u32, rect: &Rect) -> [u8; 4] {
    let (width, _, pixels) = printed.pixels(page, DOTS);
    let at = |across: i32, down: i32| {
        let (x, y) = (rect.x + rect.width * across / 4, rect.y + rect.height * down / 4);
        pixels[y.to_pt() as usize * width + x.to_pt() as usize]
    };
    [at(1, 1), at(3, 1), at(1, 3), at(3, 3)]
}

#[test]
fn a_picture_stands_upright_in_its_place_on_every_sheet() {
    let fonts = fonts();
    let (document, shelf) = sample_with_pictures(&fonts);
    let bytes = written(&document, &fonts, &shelf).unwrap();
    let printed = Printed::new(&bytes);
    let mut found = 0;
    for page in &document.pages {
        for placed in &page.placed {
            let Mark::Image(image) = &placed.mark else { continue };
            let [red, green, blue, white] = fields(&printed, page.index + 1, &image.rect);
            // Readers weigh colours alike: green is lightest, blue darkest.
            assert!(blue < red && red < green && green < white && white > 250, "page {}", page.index);
            found += 1;
        }
    }
    assert_eq!(found, 2);
    // Shown twice, asked for and kept once, as it came.
    assert_eq!(*shelf.asked.borrow(), ["image 7"]);
    let listed = printed.read("pdfimages", &["-list"], &[]);
    let objects: Vec<&str> =
        listed.lines().skip(2).filter_map(|line| line.split_whitespace().nth(10)).collect();
    assert!(objects.len() == 2 && objects[0] == objects[1], "{listed}");
    let photo = &shelf.photos[&7];
    assert!(bytes.windows(photo.len()).any(|window| window == photo.as_slice()));
}

#[test]
fn a_link_leads_to_its_anchor_and_is_read_between_the_words() {
    let fonts = fonts();
    let (document, shelf) = sample_with_pictures(&fonts);
    let bytes = written(&document, &fonts, &shelf).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let pages: Vec<_> = file.page_iter().collect();
    let get = |object: &Object, key: &[u8]| {
        file.dereference(object).unwrap().1.as_dict().unwrap().get(key).unwrap().clone()
    };
    let mut leads = Vec::new();
    for id in &pages {
        let page = Object::Reference(*id);
        for link in get(&page, b"Annots").as_array().unwrap() {
            let target = get(link, b"Dest");
            let [to, kind, x, y, _] = target.as_array().unwrap().as_slice() else { panic!("{target:?}") };
            let to = pages.iter().position(|page| *page == to.as_reference().unwrap()).unwrap();
            assert_eq!(kind.as_name().unwrap(), b"XYZ");
            leads.push((to, x.as_float().unwrap(), y.as_float().unwrap()));
        }
    }
    let y = |anchor: u32| document.anchors[&AnchorId(anchor)].y;
    let points = |length: Length| length.to_pt() as f32;
    // On the turned sheet, what is read downwards runs to the right.
    assert_eq!(leads, [(1, points(y(2)), 0.0), (0, 0.0, points(Length::mm(297.0) - y(1)))]);
    // Poppler finds the target pages by itself.
    let printed = Printed::new(&bytes);
    let html = printed.read("pdftohtml", &["-xml", "-i", "-stdout"], &[]);
    assert!(html.contains("#2\">\u{4F50}\u{8BC1}1-2</a>"), "{html}");
    assert!(html.contains("#1\">\u{8FD4}\u{56DE}</a>"), "{html}");
    let tree = printed.read("pdfinfo", &["-struct-text"], &[]);
    let lines: Vec<&str> = tree.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let link = lines.iter().position(|line| line.starts_with("Link")).unwrap();
    let around = ["\"\u{89C1}\"", "Link (inline)", "\"\u{4F50}\u{8BC1}1-2\"", "Object 36 0", "\"\u{53F7}\""];
    let strip =
        |line: &&str| if line.starts_with("Object") { "Object 36 0".to_owned() } else { (*line).to_owned() };
    assert_eq!(lines[link - 1..link + 4].iter().map(strip).collect::<Vec<_>>(), around, "{tree}");
}

#[test]
fn the_file_is_sound() {
    let fonts = fonts();
    let (document, shelf) = sample_with_pictures(&fonts);
    let bytes = written(&document, &fonts, &shelf).unwrap();
    let said = Printed::new(&bytes).read("qpdf", &["--check"], &[]);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    // The same input gives the same bytes; another picture gives another identifier.
    let again = written(&document, &fonts, &shelf).unwrap();
    assert!(bytes == again);
    let other = Shelf { photos: [(7, setting::photo(400, 300, 0))].into(), ..Shelf::default() };
    let identifier = |bytes: &[u8]| {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        file.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec()
    };
    assert_ne!(identifier(&bytes), identifier(&written(&document, &fonts, &other).unwrap()));
}

#[test]
fn what_is_not_handed_over_or_cannot_be_shown_stops_the_file() {
    let fonts = fonts();
    let (mut document, shelf) = sample_with_pictures(&fonts);
    let with = |bytes: &[u8]| Shelf { photos: [(7, bytes.to_vec())].into(), ..Shelf::default() };
    let said = |document: &Document, shelf: &Shelf| {
        written(document, &fonts, shelf).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(said(&document, &shelf), Ok(()));
    assert_eq!(
        said(&document, &Shelf::default()).unwrap_err(),
        "picture 7 was not handed over: no such photo"
    );
    assert_eq!(said(&document, &with(b"\x89PNG\r\n\x1a\n")).unwrap_err(), "picture 7: no JPEG");
    assert_eq!(
        said(&document, &with(&shelf.photos[&7][..20])).unwrap_err(),
        "picture 7: the JPEG is cut off"
    );
    let refused = pdf::write_to(&document, &info(), &fonts, &NoSupply, &mut Vec::new());
    assert!(matches!(refused, Err(PdfError::Supply { what: Wanted::Image(_), .. })));
    document.anchors.clear();
    assert_eq!(said(&document, &shelf).unwrap_err(), "no place for anchor 2");
}

/// A disk with room for so many bytes.
struct Disk(usize);

impl std::io::Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_told() {
    let fonts = fonts();
    let (document, shelf) = sample_with_pictures(&fonts);
    let write = |room| pdf::write_to(&document, &info(), &fonts, &shelf, &mut Disk(room));
    assert!(write(10_000_000).is_ok());
    let Err(PdfError::Output(error)) = write(10_000) else { panic!("the disk was full") };
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
}
