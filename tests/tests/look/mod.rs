//! Golden pages as files to look at: `BAIPISHU_PAGES=folder` has each of them written there as a PDF file.

use pdf::{Day, DocumentInfo, FontLibrary};
use report::Report;
use std::path::Path;

/// Writes the PDF file, in the real typefaces, where the variable asks for it.
pub(crate) fn at(report: &Report, name: &str) {
    let Some(folder) = std::env::var_os("BAIPISHU_PAGES") else { return };
    fs_err::create_dir_all(&folder).unwrap();
    fs_err::write(Path::new(&folder).join(format!("{name}.pdf")), bytes(report)).unwrap();
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
    pdf::write(&document, &info, &fonts).unwrap()
}
