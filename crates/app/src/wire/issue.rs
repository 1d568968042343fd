//! 签发: issued reports, what was sent of them, and what a verification finds.

use super::entry::BoxEvidence;
use super::printed::ReportQuery;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked for when a report is issued.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct IssueBoxes {
    /// Which document, for whom, as of when.
    pub query: ReportQuery,
    /// 机关代字 before the year; `null`: as last time.
    pub series: Option<String>,
    /// 签批人, by name and office.
    pub approved_by: String,
    /// 签批日期.
    pub approved_on: String,
    /// The signed sheet, scanned.
    pub scan: Vec<BoxEvidence>,
    /// Whether it is issued although something is missing.
    pub with_gaps: bool,
    /// What it corrects.
    pub corrects: Option<CorrectionBoxes>,
}

/// 更正: which report it takes the place of, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CorrectionBoxes {
    /// The wrong one's 文号 or id.
    pub of: String,
    /// Which page and task: 附件第4页（十二）; empty: the whole.
    pub replaces: String,
    /// What was wrong.
    pub reason: String,
    /// Who let it be corrected; empty: who signed.
    pub approver: String,
    /// Who had the wrong one; empty: to whom it was sent.
    pub holders: Vec<String>,
}

/// What was sent of an issued report.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SentBoxes {
    /// The day; `null`: today.
    pub on: Option<String>,
    /// To whom.
    pub to: String,
    /// The stamped scan that was sent; empty: the file as issued.
    pub files: Vec<BoxEvidence>,
}

/// An issued report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssuedView {
    /// Opaque.
    pub id: String,
    /// 文号.
    pub number: String,
    /// The plan's year.
    pub year: i16,
    /// Its title.
    pub title: String,
    /// 2013Q1; `null`: of no round.
    pub round: Option<String>,
    /// 数据截至.
    pub as_of: String,
    /// The day of issue.
    pub issued_on: String,
    /// Who issued it.
    pub issued_by: String,
    /// 签批人.
    pub approved_by: String,
    /// 签批日期.
    pub approved_on: String,
    /// The scan of the approval.
    pub scan: Vec<BoxEvidence>,
    /// 校验码.
    pub check_code: String,
    /// 账本头, in full.
    pub ledger_head: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The file's bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// What the file is called.
    pub file_name: String,
    /// What was missing when it was issued all the same.
    pub gaps: Vec<String>,
    /// What it corrects.
    pub corrects: Option<CorrectsView>,
    /// 已更正，见〔2013〕5号; `null` where it stands.
    pub corrected: Option<String>,
    /// What was sent, oldest first.
    pub sent: Vec<SentView>,
}

/// What a report corrects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CorrectsView {
    /// The wrong one's 文号.
    pub number: String,
    /// Which page and task; empty: the whole.
    pub replaces: String,
    /// What was wrong.
    pub reason: String,
    /// Who let it be corrected.
    pub approver: String,
    /// Who had the wrong one.
    pub holders: Vec<String>,
}

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SentView {
    /// The day.
    pub on: String,
    /// To whom.
    pub to: String,
    /// The stamped scan; empty: the file as issued.
    pub files: Vec<BoxEvidence>,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verified {
    /// What it is.
    pub verdict: FileVerdict,
    /// Whether this store issued or sent exactly this.
    pub genuine: bool,
    /// In words: what it is, by whom and when it was issued, what to do.
    pub text: String,
    /// Which report is meant, where one is known.
    pub report: Option<IssuedView>,
    /// Where it differs from what was issued.
    pub differences: Vec<Difference>,
}

/// What a file or a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileVerdict {
    /// Byte for byte as issued, or a code that was issued.
    Issued,
    /// A scan that was sent.
    Sent,
    /// The scan of an approval.
    Approval,
    /// Content and pages as issued; the file was saved anew by another program.
    SavedAgain,
    /// The same text on its pages, but drawn otherwise: something may lie over it.
    DrawnOtherwise,
    /// The data inside are those that were issued, the pages are not.
    PagesChanged,
    /// The data inside are not those that were issued.
    ContentChanged,
    /// A draft that nobody signed.
    Draft,
    /// Nothing that this store issued.
    Unknown,
    /// No PDF.
    NotAPdf,
    /// A PDF that cannot be read.
    Unreadable,
}

/// One difference from what was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Difference {
    /// Where: a page, a paragraph, a task.
    pub place: String,
    /// Which column; empty outside tables.
    pub column: String,
    /// As issued; empty: not there.
    pub issued: String,
    /// As in the file; empty: not there.
    pub found: String,
}
