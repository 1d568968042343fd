//! The body of an issued report.

use super::in_order;
use crate::cbor::{CodecError, Field, Reader, Writer};
use domain::issue::{
    Approval, CheckCode, Correction, DocumentNumber, IssuedDocument, IssuedReport, KeptFile, Sent,
};

in_order!(IssuedReport {
    id,
    plan,
    number,
    document,
    as_of,
    issued_on,
    issued_by,
    approval,
    check_code,
    inputs,
    content,
    pdf,
    program,
    fonts,
    gaps,
    corrects,
    sent,
});
in_order!(DocumentNumber { series, year, number });
in_order!(IssuedDocument { title, round, asked });
in_order!(Approval { by, on, scan });
in_order!(KeptFile { sha256, size, name, media_type });
in_order!(Correction { of, replaces, reason, approver, holders });
in_order!(Sent { on, to, files });

/// The twelve characters; any other spelling of them is not read.
impl Field for CheckCode {
    fn put(&self, w: &mut Writer) {
        w.text(self.characters());
    }
    fn get(r: &mut Reader<'_>) -> Result<Self, CodecError> {
        r.text()?.parse().map_err(|_| CodecError::OutOfRange)
    }
}
