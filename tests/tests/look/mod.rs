//! Golden pages as files to look at: `BAIPISHU_PAGES=folder` has each of them written there as a PDF file.

use layout::figure::{FileId, ImageId};
use pdf::{Day, DocumentInfo, FontLibrary, Supply, SupplyError};
use report::Report;
use std::path::Path;

/// Writes the PDF file, in the real typefaces, where the variable asks for it.
pub(crate) fn at(report: &Report, name: &str) {
    let Some(folder) = std::env::var_os("BAIPISHU_PAGES") else { return };
    fs_err::create_dir_all(&folder).unwrap();
    fs_err::write(Path::new(&folder).join(format!("{name}.pdf")), bytes(report)).unwrap();
}

/// One photo stands for all.
struct Photo;

impl Supply for Photo {
    fn jpeg(&self, _image: ImageId) -> Result<Vec<u8>, SupplyError> {
        Ok(include_bytes!("../../../seeds/sample/社区文艺演出\u{FF08}示例\u{FF09}.jpg").to_vec())
    }

    fn file(&self, _file: FileId) -> Result<Vec<u8>, SupplyError> {
        Err("no attached file stands for others".into())
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
    pdf::write_to(&document, &info, &fonts, &Photo, &mut bytes).unwrap();
    bytes
}
