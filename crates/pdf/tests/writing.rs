//! What the writer promises: the same bytes for the same input, and an error instead of a page with a gap.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

mod setting;

use layout::font::FaceId;
use layout::page::{Belongs, Document, Mark, NodeId, TextRun};
use pdf::{DocumentInfo, FontLibrary, PdfError};
use setting::{fonts, fonts_folder, info, sample};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = |info: &DocumentInfo| {
        let fonts = fonts();
        pdf::write(&sample(&fonts), info, &fonts).unwrap()
    };
    let first = bytes(&info());
    assert!(first == bytes(&info()));
    // The control: one other letter makes another file with another identifier.
    let other = bytes(&DocumentInfo { subject: "B".to_owned(), ..info() });
    let identifier = |bytes: &[u8]| {
        let file = lopdf::Document::load_mem(bytes).unwrap();
        file.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec()
    };
    assert_eq!(identifier(&first).len(), 16);
    assert_ne!(identifier(&first), identifier(&other));
}

/// Where the other process leaves its file; the variable stands only in its environment.
const OTHER_PROCESS: &str = "PDF_TEST_OTHER_PROCESS";

#[test]
fn another_process_writes_the_same_bytes() {
    let fonts = fonts();
    let bytes = pdf::write(&sample(&fonts), &info(), &fonts).unwrap();
    if let Some(path) = std::env::var_os(OTHER_PROCESS) {
        fs_err::write(std::path::PathBuf::from(path), bytes).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.pdf");
    let mut other = std::process::Command::new(std::env::current_exe().unwrap());
    other
        .args(["--exact", "another_process_writes_the_same_bytes"])
        .env(OTHER_PROCESS, &path)
        .env("TZ", "Asia/Shanghai");
    assert!(other.output().unwrap().status.success());
    assert!(fs_err::read(path).unwrap() == bytes);
}

/// The sample with one change to its first text.
fn changed(
    fonts: &FontLibrary,
    change: impl FnOnce(&mut TextRun, &mut Belongs),
) -> Result<Vec<u8>, PdfError> {
    let mut document = sample(fonts);
    let placed = &mut document.pages[0].placed[0];
    let Mark::Text(run) = &mut placed.mark else { panic!("the sample begins with a text") };
    change(run, &mut placed.belongs);
    pdf::write(&document, &info(), fonts)
}

#[test]
fn a_fault_is_named_and_nothing_is_written() {
    let fonts = fonts();
    // The control.
    assert!(changed(&fonts, |_, _| ()).is_ok());
    let check = |change: fn(&mut TextRun, &mut Belongs), expected: &str| {
        let said = changed(&fonts, change).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
    };
    check(|run, _| run.text = format!("\u{1F600}{}", &run.text[3..]), "no glyph for U+1F600");
    check(|run, _| run.text = format!("\u{1F600}{}", &run.text[3..]), "in NotoSerifSC-Bold on page 1");
    check(|run, _| run.face = FaceId(99), "face 99 on page 1");
    check(|run, _| run.offsets.truncate(2), "2 offsets for the characters of");
    check(|_, belongs| *belongs = Belongs::Node(NodeId(999)), "node 999 is not in its place");
}

#[test]
fn a_tree_that_does_not_hold_together_is_refused() {
    let fonts = fonts();
    let mut document = sample(&fonts);
    document.tree[3].parent = Some(NodeId(4));
    assert!(matches!(pdf::write(&document, &info(), &fonts), Err(PdfError::UnknownNode { node: NodeId(3) })));
    assert!(matches!(pdf::write(&Document::default(), &info(), &fonts), Err(PdfError::NoPage)));
}

#[test]
fn a_folder_without_the_fonts_names_the_missing_file() {
    let folder = tempfile::tempdir().unwrap();
    let said =
        |folder: &std::path::Path| FontLibrary::open(folder).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(said(&fonts_folder()), Ok(()));
    assert!(said(folder.path()).unwrap_err().contains("FandolFang-Regular.otf"));
    for entry in fs_err::read_dir(fonts_folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs_err::write(folder.path().join(path.file_name().unwrap()), b"OTTO\x00\x01no font at all")
                .unwrap();
        }
    }
    assert!(said(folder.path()).unwrap_err().contains("FandolFang-Regular.otf"));
}
