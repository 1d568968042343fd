//! The documents that go out keep PDF/A-3a and PDF/UA-1.

use crate::{look, verapdf};
use report::Report;

/// Holds the finished files of these documents against both standards.
pub(crate) fn keeps_both(documents: &[(&str, Report)]) {
    let folder = tempfile::tempdir().unwrap();
    let write = |(name, report): &(&str, Report)| {
        let path = folder.path().join(format!("{name}.pdf"));
        fs_err::write(&path, look::bytes(report)).unwrap();
        path
    };
    verapdf::keep_both(&documents.iter().map(write).collect::<Vec<_>>());
}
