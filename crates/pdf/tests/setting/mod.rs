//! A few lines and tables set by hand, so that the file writer is tested without the layout's own rules.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test uses its part; a fault must stop it"
)]

use std::path::{Path, PathBuf};

use layout::Length;
use layout::block::AnchorId;
use layout::figure::{FileId, ImageId};
use layout::font::{FontRole, Metrics};
use layout::page::{
    AnchorPlace, Artifact, Belongs, Document, Mark, Node, NodeId, OutlineEntry, Page, Placed, PlacedForeign,
    PlacedImage, PlacedLink, Rect, Role, Rule, Stroke, TextRun, Tint, Turn,
};
use pdf::{Attachment, Day, DocumentInfo, FontLibrary};

/// Where set-up puts the fonts.
pub fn fonts_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")
}

/// The fonts, or a sentence that says how to get them.
pub fn fonts() -> FontLibrary {
    FontLibrary::open(&fonts_folder()).expect("run `cargo xtask fonts` first: it fetches them")
}

pub fn info() -> DocumentInfo {
    DocumentInfo {
        title: "\u{76D0}\u{7530}\u{533A}\u{300A}\u{767D}\u{76AE}\u{4E66}\u{300B}<A&B> \"2013\"".to_owned(),
        author: "\u{533A}\u{653F}\u{5E9C}\u{529E}".to_owned(),
        subject: "\u{6570}\u{636E}\u{622A}\u{81F3}2013\u{5E74}6\u{6708}30\u{65E5}".to_owned(),
        keywords: vec!["ABCD-EFGH".to_owned(), "(\u{4E8C})".to_owned()],
        creator: "\u{767D}\u{76AE}\u{4E66}\u{7763}\u{529E} 0.1.0".to_owned(),
        created: Day { year: 2013, month: 6, day: 30 },
        source: Some(data()),
    }
}

fn data() -> Attachment {
    let words =
        ["\u{62A5}\u{544A}.json", "application/json", "\u{672C}\u{4EF6}\u{6240}\u{5217}\u{6570}\u{636E}"];
    Attachment::new(words, |out| out.write_all(b"{\"tasks\":20}")).unwrap()
}

/// A document that grows line by line.
pub struct Setting<'a> {
    pub fonts: &'a FontLibrary,
    pub document: Document,
    pub y: Length,
}

pub const LEFT: Length = Length(72_000);
pub const LINE: Length = Length(24_000);

impl<'a> Setting<'a> {
    pub fn new(fonts: &'a FontLibrary) -> Self {
        let root = Node { parent: None, role: Role::Document, source: None };
        let document = Document { tree: vec![root], ..Document::default() };
        let mut setting = Self { fonts, document, y: Length::ZERO };
        setting.page(Length::mm(210.0), Length::mm(297.0));
        setting
    }

    pub fn page(&mut self, width: Length, height: Length) {
        let index = self.document.pages.len() as u32;
        let (number, label) = (index + 1, (index + 1).to_string());
        self.document.pages.push(Page {
            index,
            number,
            label,
            width,
            height,
            placed: Vec::new(),
            links: Vec::new(),
        });
        self.y = Length::mm(37.0);
    }

    pub fn node(&mut self, parent: u32, role: Role) -> u32 {
        self.document.tree.push(Node { parent: Some(NodeId(parent)), role, source: None });
        self.document.tree.len() as u32 - 1
    }

    /// A line of its own under the root.
    pub fn line(&mut self, role: Role, font: FontRole, size: Length, text: &str) {
        let node = self.node(0, role);
        self.y += LINE;
        self.text(Belongs::Node(NodeId(node)), LEFT, font, size, text);
    }

    /// Text at the present height: one run for each face that fallback needs.
    pub fn text(&mut self, belongs: Belongs, x: Length, font: FontRole, size: Length, text: &str) {
        let mut runs: Vec<TextRun> = Vec::new();
        let mut pen = x;
        for character in text.chars() {
            let glyph = self.fonts.glyph(font, character).unwrap();
            if runs.last().is_none_or(|run| run.face != glyph.face) {
                runs.push(TextRun {
                    x: pen,
                    baseline: self.y,
                    face: glyph.face,
                    size,
                    text: String::new(),
                    offsets: Vec::new(),
                    width: Length::ZERO,
                    tint: Tint::BLACK,
                    turn: Turn::Upright,
                });
            }
            let run = runs.last_mut().unwrap();
            run.text.push(character);
            run.offsets.push(pen - run.x);
            pen += size.thousandths(i32::from(glyph.advance));
            run.width = pen - run.x;
        }
        for run in runs {
            self.put(belongs, Mark::Text(run));
        }
    }

    pub fn put(&mut self, belongs: Belongs, mark: Mark) {
        self.document.pages.last_mut().unwrap().placed.push(Placed { belongs, source: None, mark });
    }

    pub fn rule(&mut self, x1: Length, y1: Length, x2: Length, y2: Length) {
        let stroke = Stroke::solid(Length::pt(0.5));
        self.put(Belongs::Artifact(Artifact::Layout), Mark::Rule(Rule { x1, y1, x2, y2, stroke }));
    }

    pub fn bookmark(&mut self, level: u8, title: &str) {
        let page = self.document.pages.len() as u32 - 1;
        self.document.outline.push(OutlineEntry { level, title: title.to_owned(), page, y: self.y });
    }

    /// A table of two columns: a head row and one row for each pair; the rows' left cells span them all.
    pub fn table(&mut self, head: [&str; 2], left: &str, rows: &[&str]) {
        let table = self.node(0, Role::Table);
        let right = LEFT + Length::mm(40.0);
        let end = LEFT + Length::mm(150.0);
        let top = self.y + Length::pt(6.0);
        let head_row = self.node(table, Role::TableRow);
        self.y += LINE;
        for (x, text) in [LEFT, right].into_iter().zip(head) {
            let cell = self.node(head_row, Role::HeadCell);
            let paragraph = self.node(cell, Role::Paragraph);
            self.text(Belongs::Node(NodeId(paragraph)), x, FontRole::Hei, Length::pt(12.0), text);
        }
        for (index, text) in rows.iter().enumerate() {
            let row = self.node(table, Role::TableRow);
            self.y += LINE;
            if index == 0 {
                let cell = self.node(row, Role::Cell { rows: rows.len() as u32, columns: 1 });
                let paragraph = self.node(cell, Role::Paragraph);
                self.text(Belongs::Node(NodeId(paragraph)), LEFT, FontRole::Fangsong, Length::pt(12.0), left);
            }
            let cell = self.node(row, Role::Cell { rows: 1, columns: 1 });
            let paragraph = self.node(cell, Role::Paragraph);
            self.text(Belongs::Node(NodeId(paragraph)), right, FontRole::Fangsong, Length::pt(12.0), text);
        }
        let bottom = self.y + Length::pt(6.0);
        for y in [top, bottom] {
            self.rule(LEFT, y, end, y);
        }
        for x in [LEFT, right, end] {
            self.rule(x, top, x, bottom);
        }
    }
}

/// All roles of type and of structure on an upright and a landscape page.
pub fn sample(fonts: &FontLibrary) -> Document {
    let mut setting = Setting::new(fonts);
    setting.bookmark(1, "\u{5B63}\u{5EA6}\u{8FDB}\u{5C55}");
    setting.line(
        Role::Title,
        FontRole::Title,
        Length::pt(22.0),
        "\u{76D0}\u{7530}\u{533A}2013\u{5E74}\u{767D}\u{76AE}\u{4E66}",
    );
    setting.line(
        Role::Heading(1),
        FontRole::Hei,
        Length::pt(16.0),
        "\u{4E00}\u{3001}\u{603B}\u{4F53}\u{60C5}\u{51B5}",
    );
    setting.line(
        Role::Heading(2),
        FontRole::Kai,
        Length::pt(16.0),
        "\u{FF08}\u{4E00}\u{FF09}\u{5EFA}\u{8BBE}\u{5065}\u{5EB7}\u{76D0}\u{7530}",
    );
    let body = "\u{4E00}\u{5B63}\u{5EA6}\u{8282}\u{70B9}20\u{9879}\u{FF1A}\u{5B8C}\u{6210}9\u{9879}\u{FF0C}\u{201C}\u{6309}\u{5E8F}\u{65F6}\u{201D}\u{2713}\u{3002}";
    setting.line(Role::Paragraph, FontRole::Fangsong, Length::pt(16.0), body);
    setting.bookmark(2, "\u{8FDB}\u{5C55}\u{8868}");
    let rows = [
        "\u{25B2} \u{90E8}\u{5206}\u{5B8C}\u{6210}\u{3010}\u{672A}\u{5B8C}\u{6210}\u{3011}",
        "\u{00D7} \u{672A}\u{5B8C}\u{6210}",
    ];
    setting.table(
        ["\u{603B}\u{4F53}\u{76EE}\u{6807}", "\u{5DE5}\u{4F5C}\u{4EFB}\u{52A1}"],
        "\u{76EE}\u{6807}",
        &rows,
    );
    setting.page(Length::mm(297.0), Length::mm(210.0));
    setting.bookmark(2, "\u{6A2A}\u{8868} A");
    setting.line(
        Role::Paragraph,
        FontRole::Song,
        Length::pt(14.0),
        "\u{6A2A}\u{8868}\u{7B2C}\u{4E8C}\u{9875}",
    );
    let number = TextRun {
        x: Length::mm(20.0),
        baseline: Length::mm(20.0),
        face: fonts.glyph(FontRole::Song, '2').unwrap().face,
        size: Length::pt(14.0),
        text: "\u{2014} 2 \u{2014}".to_owned(),
        offsets: [0, 14_000, 18_000, 26_000, 30_000].map(Length).to_vec(),
        width: Length::pt(44.0),
        tint: Tint::rgb(0x20_40_80),
        turn: Turn::Clockwise,
    };
    setting.put(Belongs::Artifact(Artifact::Pagination), Mark::Text(number));
    setting.put(
        Belongs::Artifact(Artifact::Layout),
        Mark::Fill(
            layout::page::Rect {
                x: LEFT,
                y: Length::mm(80.0),
                width: Length::mm(50.0),
                height: Length::mm(10.0),
            },
            Tint::grey(200),
        ),
    );
    setting.document
}

/// An upright picture of two by two fields, red and green over blue and white; `filler` bytes that nobody sees make it large.
pub fn photo(width: u32, height: u32, filler: usize) -> Vec<u8> {
    let field = |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => image::Rgb([255, 0, 0]),
        (false, true) => image::Rgb([0, 255, 0]),
        (true, false) => image::Rgb([0, 0, 255]),
        (false, false) => image::Rgb([255_u8; 3]),
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(width, height, field).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let mut bytes = bytes.into_inner();
    let comments = (0..filler.div_ceil(60_000)).flat_map(|at| {
        let head = [0xFF, 0xFE, 0xEA, 0x62];
        head.into_iter().chain((0..60_000).map(move |byte| (byte as u8).wrapping_mul(at as u8 | 1)))
    });
    bytes.splice(2..2, comments);
    bytes
}

/// Photos and attached files by their numbers.
#[derive(Default)]
pub struct Shelf {
    pub photos: std::collections::BTreeMap<u32, Vec<u8>>,
    pub files: std::collections::BTreeMap<u32, Vec<u8>>,
    /// What was asked for, in order.
    pub asked: std::cell::RefCell<Vec<String>>,
}

impl pdf::Supply for Shelf {
    fn jpeg(&self, image: ImageId) -> Result<Vec<u8>, pdf::SupplyError> {
        self.asked.borrow_mut().push(format!("image {}", image.0));
        self.photos.get(&image.0).cloned().ok_or_else(|| "no such photo".into())
    }

    fn file(&self, file: FileId) -> Result<Vec<u8>, pdf::SupplyError> {
        self.asked.borrow_mut().push(format!("file {}", file.0));
        self.files.get(&file.0).cloned().ok_or_else(|| "no such file".into())
    }

    fn foreign_notice(&self) -> String {
        "\u{FF1B}\u{542B}\u{5916}\u{6765}\u{9875}".to_owned()
    }
}

impl Setting<'_> {
    /// A picture of two by two centimetres under the root.
    pub fn picture(&mut self, image: u32, alternative: &str) -> Rect {
        let node = self.node(0, Role::Figure);
        let side = Length::mm(20.0);
        let rect = Rect { x: LEFT, y: self.y + Length::mm(5.0), width: side, height: side };
        self.y = rect.bottom();
        let alternative = alternative.to_owned();
        let mark = Mark::Image(PlacedImage { image: ImageId(image), rect, alternative });
        self.put(Belongs::Node(NodeId(node)), mark);
        rect
    }

    /// A page of a file in that rectangle, under the root.
    pub fn foreign(&mut self, file: u32, page: u32, rect: Rect) {
        let node = self.node(0, Role::Figure);
        let alternative = "\u{5408}\u{540C}".to_owned();
        let mark = Mark::Foreign(PlacedForeign { file: FileId(file), page, rect, alternative });
        self.put(Belongs::Node(NodeId(node)), mark);
    }

    /// A line whose middle leads to an anchor.
    pub fn linked_line(&mut self, [before, link, after]: [&str; 3], to: u32) {
        self.y += LINE;
        let paragraph = self.node(0, Role::Paragraph);
        let node = self.node(paragraph, Role::Link);
        let size = Length::pt(12.0);
        let mut x = LEFT;
        for (text, belongs) in [(before, paragraph), (link, node), (after, paragraph)] {
            self.text(Belongs::Node(NodeId(belongs)), x, FontRole::Fangsong, size, text);
            let width = size * text.chars().count() as i32;
            if belongs == node {
                let rect = Rect { x, y: self.y - size, width, height: size };
                let link = PlacedLink { node: NodeId(node), to: AnchorId(to), rect, text: text.to_owned() };
                self.document.pages.last_mut().unwrap().links.push(link);
            }
            x += width;
        }
    }

    /// An anchor at the present height.
    pub fn anchor(&mut self, anchor: u32) {
        let page = self.document.pages.len() as u32 - 1;
        self.document.anchors.insert(AnchorId(anchor), AnchorPlace { page, y: self.y });
    }
}

/// The sample with links forward and back and with one picture shown on an upright and a landscape page.
pub fn sample_with_pictures(fonts: &FontLibrary) -> (Document, Shelf) {
    let document = sample(fonts);
    let y = Length::mm(150.0);
    let mut setting = Setting { fonts, document, y };
    // Back to the upright page.
    let landscape = setting.document.pages.pop().unwrap();
    setting.anchor(1);
    setting.linked_line(["\u{89C1}", "\u{4F50}\u{8BC1}1-2", "\u{53F7}"], 2);
    setting.picture(7, "\u{73B0}\u{573A}\u{7167}\u{7247}");
    setting.document.pages.push(landscape);
    setting.y = Length::mm(100.0);
    setting.picture(7, "\u{53C8}\u{4E00}\u{5F20}");
    setting.anchor(2);
    setting.linked_line(["", "\u{8FD4}\u{56DE}", "\u{76EE}\u{5F55}"], 1);
    let photos = [(7, photo(400, 400, 0))].into();
    (setting.document, Shelf { photos, ..Shelf::default() })
}

/// A whole file with what it shows.
pub fn written(document: &Document, fonts: &FontLibrary, shelf: &Shelf) -> Result<Vec<u8>, pdf::PdfError> {
    let mut bytes = Vec::new();
    let size = pdf::write_to(document, &info(), fonts, shelf, &mut bytes)?;
    assert_eq!(size, bytes.len() as u64);
    Ok(bytes)
}
