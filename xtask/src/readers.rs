//! The readers that open our Word and Excel files again in the tests: python-docx and openpyxl, pinned.
//!
//! LibreOffice, the third, is a system package (`system`). For development only: nothing of it is shipped.

use std::path::Path;
use std::process::Command;

use crate::call;

/// Each with what it stands on, so that no call brings another version.
const PACKAGES: [&str; 5] = [
    "python-docx==1.2.0",
    "openpyxl==3.1.5",
    "lxml==6.1.3",
    "et_xmlfile==2.0.0",
    "typing_extensions==4.16.0",
];

/// Brings the readers into `root/tools/readers`; what is there in these versions stays untouched.
///
/// # Errors
/// What pip says.
pub(crate) fn fetch(root: &Path) -> Result<(), String> {
    let folder = root.join("tools/readers");
    let marker = folder.join("versions.txt");
    let versions = PACKAGES.join("\n");
    if fs_err::read_to_string(&marker).is_ok_and(|there| there == versions) {
        println!("  readers of Word and Excel files: all there");
        return Ok(());
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "-q", "--disable-pip-version-check", "--root-user-action=ignore"]);
    pip.args(["--no-deps", "--only-binary", ":all:", "--upgrade", "--target"]).arg(&folder).args(PACKAGES);
    call::shown(&mut pip)?;
    fs_err::write(&marker, versions).map_err(|error| error.to_string())
}
