//! Golden pages as files to look at: `BAIPISHU_PAGES=folder` has each of them written there as a PDF file.

use layout::figure::{FileId, ImageId};
use lopdf::{Document, Object, dictionary};
use pdf::{Day, DocumentInfo, FontLibrary, Supply, SupplyError};
use report::Report;
use std::path::Path;

/// Writes the PDF file, in the real typefaces, where the variable asks for it.
pub(crate) fn at(report: &Report, name: &str) {
    let Some(folder) = std::env::var_os("BAIPISHU_PAGES") else { return };
    fs_err::create_dir_all(&folder).unwrap();
    fs_err::write(Path::new(&folder).join(format!("{name}.pdf")), bytes(report)).unwrap();
}

/// One photo stands for all; an attached file is two empty pages, upright and sideways.
struct Stand;

impl Supply for Stand {
    fn jpeg(&self, _image: ImageId) -> Result<Vec<u8>, SupplyError> {
        Ok(include_bytes!("../../../seeds/sample/社区文艺演出\u{FF08}示例\u{FF09}.jpg").to_vec())
    }

    fn file(&self, _file: FileId) -> Result<Vec<u8>, SupplyError> {
        Ok(empty_pages([(595.276, 841.89), (841.89, 595.276)]))
    }

    fn foreign_notice(&self) -> String {
        String::new()
    }
}

/// The finished PDF file, in the real typefaces.
pub(crate) fn bytes(report: &Report) -> Vec<u8> {
    let fonts = FontLibrary::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts"));
    let fonts = fonts.expect("run `cargo xtask fonts` first: it fetches them");
    let front = &report.front;
    let info = DocumentInfo {
        title: front.title.clone(),
        author: front.author.clone(),
        subject: front.subject.clone(),
        keywords: front.keywords.clone(),
        creator: String::new(),
        created: Day { year: 2013, month: 1, day: 1 },
        source: None,
    };
    let document = layout::document(&report.manuscript, &fonts).unwrap();
    let mut bytes = Vec::new();
    pdf::write_to(&document, &info, &fonts, &Stand, &mut bytes).unwrap();
    bytes
}

/// A file of pages that size in points, with nothing on them.
fn empty_pages(sizes: [(f32, f32); 2]) -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let root = file.new_object_id();
    let pages = sizes.map(|(width, height)| {
        let sheet = vec![0.into(), 0.into(), width.into(), height.into()];
        file.add_object(dictionary! { "Type" => "Page", "Parent" => root, "MediaBox" => sheet })
    });
    let kids: Vec<Object> = pages.map(Object::Reference).into();
    file.objects.insert(
        root,
        dictionary! { "Type" => "Pages", "Count" => sizes.len() as i64, "Kids" => kids }.into(),
    );
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}
