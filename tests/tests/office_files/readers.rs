//! The programs of others that open a file.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SET_UP: &str = "run `cargo xtask test` instead: it brings the readers";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn done(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What python-docx or openpyxl sees.
pub(crate) fn read(path: &Path) -> Value {
    let mut python = Command::new("python3");
    python.arg(root().join("tests/tests/office_files/read.py")).arg(path);
    python
        .env("PYTHONUTF8", "1")
        .env("PYTHONPATH", root().join("tools/readers"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    serde_json::from_str(&done(python.output().expect(SET_UP))).unwrap()
}

/// The text of each page as LibreOffice prints it.
pub(crate) fn pages(path: &Path) -> Vec<String> {
    let folder = path.parent().unwrap();
    let mut office = Command::new("soffice");
    // A profile of its own: another one may be open.
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("libreoffice").display()));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(path);
    done(office.output().expect(SET_UP));
    let mut text = Command::new("pdftotext");
    text.arg("-layout").arg(path.with_extension("pdf")).arg("-");
    let text = done(text.output().expect(SET_UP));
    text.trim_end_matches('\u{C}').split('\u{C}').map(str::to_owned).collect()
}
