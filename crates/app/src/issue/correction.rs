//! 更正: which report another takes the place of, and whether it can.

use crate::desk::Desk;
use crate::instruction::needed;
use crate::refusal::{IssueRefusal, Outcome};
use crate::wire::issue::CorrectionBoxes;
use domain::id::ObjectId;
use domain::issue::{Correction, IssuedReport};
use store::Recorded;

/// What makes two reports the same one, by the names of a query. Style, columns and readers may be what was wrong.
const SAME: [&str; 5] = ["document", "year", "quarter", "department", "task"];

impl Desk {
    /// What is corrected, and how it says so.
    pub(super) fn correction(
        &self,
        boxes: &CorrectionBoxes,
        approved_by: &str,
    ) -> Outcome<(IssuedReport, Correction)> {
        let wrong = self.issued_meant(&boxes.of)?;
        if let Some(later) = corrected_by(&self.all_issued()?, wrong.id) {
            let refusal = IssueRefusal::AlreadyCorrected { number: wrong.number.text(), by: later };
            return Err(refusal.into());
        }
        let given = boxes.holders.iter().map(|holder| holder.trim().to_owned());
        let mut holders: Vec<_> = given.filter(|holder| !holder.is_empty()).collect();
        if holders.is_empty() {
            holders = wrong.sent.iter().map(|sent| sent.to.clone()).collect();
            holders.dedup();
        }
        if holders.is_empty() {
            return Err(IssueRefusal::HoldersMissing(wrong.number.text()).into());
        }
        let approver = boxes.approver.trim();
        let correction = Correction {
            of: wrong.id,
            replaces: boxes.replaces.trim().to_owned(),
            reason: needed(&boxes.reason, "更正原因")?,
            approver: if approver.is_empty() { approved_by } else { approver }.to_owned(),
            holders,
        };
        Ok((wrong, correction))
    }
}

/// A correction takes the place of what it corrects: the same kind of document of the same round, department and task.
/// `asked` and `title` are the new one's.
pub(super) fn check_same(wrong: &IssuedReport, asked: &[(String, String)], title: &str) -> Outcome<()> {
    let value = |of: &[(String, String)], name: &str| {
        of.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    if SAME.iter().all(|name| value(&wrong.document.asked, name) == value(asked, name)) {
        return Ok(());
    }
    let (number, corrected) = (wrong.number.text(), wrong.document.title.clone());
    Err(IssueRefusal::CorrectsAnother { given: title.to_owned(), number, corrected }.into())
}

/// The number of the report that corrects this one.
pub(super) fn corrected_by(all: &[Recorded<IssuedReport>], id: ObjectId) -> Option<String> {
    let corrects = |one: &&Recorded<IssuedReport>| {
        one.value.corrects.as_ref().is_some_and(|correction| correction.of == id)
    };
    all.iter().rev().find(corrects).map(|one| one.value.number.text())
}
