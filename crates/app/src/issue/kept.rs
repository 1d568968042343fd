//! Issued reports after their issue: listed, found by their number, taken out, and what was sent of them.

use super::correction::corrected_by;
use crate::desk::Desk;
use crate::files::{self, Attached};
use crate::instruction::{file_boxes, needed};
use crate::printed::Printed;
use crate::refusal::{IssueRefusal, Outcome, Refused};
use crate::view;
use crate::wire::issue::{CorrectsView, IssuedView, SentBoxes, SentView};
use crate::wire::printed::Format;
use domain::action::Action;
use domain::id::ObjectId;
use domain::issue::{IssuedReport, KeptFile, Sent};
use ledger::Record;
use ledger::digest::{hex, sha256};
use std::io::Read;
use std::path::Path;
use store::Recorded;

impl Desk {
    /// Records what was sent of an issued report. `attached` are further scans; without any, the file was sent as issued.
    ///
    /// # Errors
    /// Not the supervision office, no right to; no such report; no receiver; a day before the issue or after today; a
    /// file that cannot be read. Nothing is recorded then.
    pub fn record_sent(&self, report: &str, boxes: &SentBoxes, attached: &Attached) -> Outcome<IssuedView> {
        self.require(Action::Issue)?;
        self.only_supervision()?;
        let mut report = self.issued_meant(report)?;
        let to = needed(&boxes.to, "发往单位")?;
        let on = view::day(boxes.on.as_deref().unwrap_or_default())?.unwrap_or_else(|| self.today());
        if on < report.issued_on || on > self.today() {
            let (number, issued_on) = (report.number.text(), report.issued_on);
            return Err(IssueRefusal::SentWhen { number, on, issued_on, today: self.today() }.into());
        }
        let files = self.with_files(&boxes.files, attached)?;
        report.sent.push(Sent { on, to, files });
        let id = report.id;
        self.commit("report.sent", None, vec![Record::IssuedReport(report)])?;
        self.issued_view(id)
    }

    /// Every issued report, by year, series and number; of one plan's year where it is named.
    ///
    /// # Errors
    /// When the store fails.
    pub fn issued_reports(&self, year: Option<i16>) -> Outcome<Vec<IssuedView>> {
        let all = self.all_issued()?;
        let mut views = Vec::new();
        for one in &all {
            let view = self.view_of(&one.value, &all)?;
            if year.is_none_or(|year| year == view.year) {
                views.push(view);
            }
        }
        Ok(views)
    }

    /// One issued report, by its number or id.
    ///
    /// # Errors
    /// No such report.
    pub fn issued_report(&self, report: &str) -> Outcome<IssuedView> {
        self.issued_view(self.issued_meant(report)?.id)
    }

    /// Writes an issued report's file, as it was kept.
    ///
    /// # Errors
    /// As [`Desk::print_issued`]; a place that is no PDF or where nothing can be written.
    pub fn write_issued(&self, report: &str, path: &Path) -> Outcome<()> {
        check_pdf(path)?;
        files::write_whole(path, &self.print_issued(report)?.bytes)
    }

    /// An issued report's file, as it was kept.
    ///
    /// # Errors
    /// No such report; its file is missing or damaged.
    pub fn print_issued(&self, report: &str) -> Outcome<Printed> {
        let report = self.issued_meant(report)?;
        let bytes = self.kept_bytes(&report.pdf)?;
        let pages = pdf::read::Reading::open(&bytes).map_or(0, |reading| reading.page_count());
        Ok(Printed {
            bytes,
            title: report.document.title,
            file_name: report.pdf.name,
            pages: u32::try_from(pages).unwrap_or(u32::MAX),
            sheets: Vec::new(),
            outline: Vec::new(),
            gaps: Vec::new(),
            later: String::new(),
            sheet: None,
        })
    }

    /// A kept file's bytes, held against their hash.
    pub(super) fn kept_bytes(&self, file: &KeptFile) -> Outcome<Vec<u8>> {
        let mut bytes = Vec::new();
        let unreadable = |why| Refused::FileUnreadable { file: file.name.clone(), why };
        self.store().open_attachment(&file.sha256)?.read_to_end(&mut bytes).map_err(unreadable)?;
        if sha256(&bytes) == file.sha256 { Ok(bytes) } else { Err(Refused::FileDamaged(file.name.clone())) }
    }

    /// Every issued report, in the order in which numbers are read.
    pub(super) fn all_issued(&self) -> Outcome<Vec<Recorded<IssuedReport>>> {
        let mut all = self.store().all::<IssuedReport>(None)?;
        all.sort_by(|one, other| order(&one.value).cmp(&order(&other.value)));
        Ok(all)
    }

    /// The one that is meant by its number or id.
    pub(super) fn issued_meant(&self, text: &str) -> Outcome<IssuedReport> {
        let all = self.all_issued()?;
        let meant =
            |report: &IssuedReport| report.id.to_string() == text.trim() || report.number.is_meant_by(text);
        let known = all.iter().map(|one| one.value.number.text()).collect();
        let found = all.into_iter().map(|one| one.value).find(meant);
        found.ok_or_else(|| IssueRefusal::Unknown { text: text.trim().to_owned(), known }.into())
    }

    pub(super) fn issued_view(&self, id: ObjectId) -> Outcome<IssuedView> {
        let all = self.all_issued()?;
        let found = all.iter().find(|one| one.object == id).ok_or(Refused::Gone)?;
        self.view_of(&found.value, &all)
    }

    pub(super) fn view_of(
        &self,
        report: &IssuedReport,
        all: &[Recorded<IssuedReport>],
    ) -> Outcome<IssuedView> {
        let year = self.store().plan(report.plan)?.map_or(report.number.year, |plan| plan.value.plan.year);
        let number_of = |id| all.iter().find(|one| one.value.id == id).map(|one| one.value.number.text());
        let corrects = report.corrects.as_ref().map(|correction| CorrectsView {
            number: number_of(correction.of).unwrap_or_default(),
            replaces: correction.replaces.clone(),
            reason: correction.reason.clone(),
            approver: correction.approver.clone(),
            holders: correction.holders.clone(),
        });
        let sent = report.sent.iter().map(|sent| SentView {
            on: sent.on.to_string(),
            to: sent.to.clone(),
            files: file_boxes(&sent.files),
        });
        Ok(IssuedView {
            id: report.id.to_string(),
            number: report.number.text(),
            year,
            title: report.document.title.clone(),
            round: report.document.round.map(|round| round.to_string()),
            as_of: report.as_of.to_string(),
            issued_on: report.issued_on.to_string(),
            issued_by: report.issued_by.clone(),
            approved_by: report.approval.by.clone(),
            approved_on: report.approval.on.to_string(),
            scan: file_boxes(&report.approval.scan),
            check_code: report.check_code.to_string(),
            ledger_head: hex(&report.ledger_head()),
            sha256: hex(&report.pdf.sha256),
            size: report.pdf.size,
            file_name: report.pdf.name.clone(),
            gaps: report.gaps.clone(),
            corrects,
            corrected: corrected_by(all, report.id).map(|number| format!("已更正，见{number}")),
            sent: sent.collect(),
        })
    }
}

/// An issued report is a PDF: under the name of another kind of file nothing could open or verify it.
pub(super) fn check_pdf(path: &Path) -> Outcome<()> {
    match Format::of(path) {
        Ok(Format::Pdf) => Ok(()),
        Ok(Format::Docx | Format::Xlsx) | Err(Refused::UnknownFormat { .. }) => {
            Err(IssueRefusal::PdfOnly(files::name(path)).into())
        }
        Err(other) => Err(other),
    }
}

fn order(report: &IssuedReport) -> (i16, &str, u32) {
    (report.number.year, &report.number.series, report.number.number)
}
