//! Issue (签发): a report that was signed, numbered and kept, what was sent of it, and the one that corrects it (更正).
//!
//! An issued report never changes: who finds it wrong issues another that names it. Left to others: making the file and
//! its content (`app`), keeping them (`store`), what is printed of it (`report`).

use crate::evidence::Evidence;
use crate::id::ObjectId;
use crate::period::Round;
use jiff::civil::Date;

mod check_code;

pub use check_code::{CheckCode, Likeness, NotACheckCode};

/// A report that left the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedReport {
    /// Given once.
    pub id: ObjectId,
    /// The plan's id.
    pub plan: ObjectId,
    /// 文号.
    pub number: DocumentNumber,
    /// Which document.
    pub document: IssuedDocument,
    /// 数据截至.
    pub as_of: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// Who issued it, by name.
    pub issued_by: String,
    /// 签批.
    pub approval: Approval,
    /// 校验码 of the content.
    pub check_code: CheckCode,
    /// The ids of all revisions that it was made of, sorted, 32 bytes each: the SHA-256 of that file is the 账本头.
    pub inputs: KeptFile,
    /// The content as JSON.
    pub content: KeptFile,
    /// The file as issued.
    pub pdf: KeptFile,
    /// The program that made it, with its version.
    pub program: String,
    /// SHA-256 over the fonts with which it was set.
    pub fonts: [u8; 32],
    /// What was missing, in words, where it was issued all the same.
    pub gaps: Vec<String>,
    /// What it corrects; `None` for a first issue.
    pub corrects: Option<Correction>,
    /// What was really sent, oldest first.
    pub sent: Vec<Sent>,
}

/// 文号: counted within its series and year, never given twice.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocumentNumber {
    /// 机关代字, before the year; may be empty.
    pub series: String,
    /// The year of the approval.
    pub year: i16,
    /// From 1.
    pub number: u32,
}

/// What was issued, as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedDocument {
    /// The title in one line.
    pub title: String,
    /// The round that it reports; `None`: of no round.
    pub round: Option<Round>,
    /// Everything that was asked for, each value by its name: document, quarter, style, audience …
    pub asked: Vec<(String, String)>,
}

/// 签批: who signed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The leader, by name and office as written.
    pub by: String,
    /// The day of the signature.
    pub on: Date,
    /// The signed sheet, scanned.
    pub scan: Vec<Evidence>,
}

/// A file that the store keeps for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// SHA-256 of its bytes: also its name in the store.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// What people know it by.
    pub name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
}

/// 更正: which report this one takes the place of, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The report that was wrong.
    pub of: ObjectId,
    /// Which page and task: 附件第4页（十二）; empty: the whole.
    pub replaces: String,
    /// What was wrong.
    pub reason: String,
    /// Who let it be corrected.
    pub approver: String,
    /// Who had the wrong one (原件发往).
    pub holders: Vec<String>,
}

/// 发出: what was handed to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The day.
    pub on: Date,
    /// To whom.
    pub to: String,
    /// The stamped scan that was sent; empty: the file as issued.
    pub files: Vec<Evidence>,
}

impl DocumentNumber {
    /// Within what numbers are counted: 盐督〔2013〕.
    #[must_use]
    pub fn scope(&self) -> String {
        format!("{}〔{}〕", self.series, self.year)
    }

    /// 〔2013〕3号.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}号", self.scope(), self.number)
    }

    /// Whether a text means this number: as printed, or with the brackets and spaces of a keyboard: (2013)3, [2013] 3号.
    #[must_use]
    pub fn is_meant_by(&self, text: &str) -> bool {
        plain(text) == plain(&self.text())
    }
}

/// A number without what differs from keyboard to keyboard.
pub(crate) fn plain(text: &str) -> String {
    let same = |c| match c {
        '〔' | '[' | '［' | '【' | '（' | '{' => '(',
        '〕' | ']' | '］' | '】' | '）' | '}' => ')',
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    };
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(same).collect();
    text.strip_suffix('号').map_or_else(|| text.clone(), str::to_owned)
}

impl IssuedReport {
    /// 账本头: the SHA-256 over the sorted ids of all revisions that it was made of.
    #[must_use]
    pub fn ledger_head(&self) -> [u8; 32] {
        self.inputs.sha256
    }

    /// Every file kept for it: the file, its content, the ids of its revisions.
    pub fn kept(&self) -> impl Iterator<Item = &KeptFile> {
        [&self.pdf, &self.content, &self.inputs].into_iter()
    }

    /// Every file that was given with it: the scan of the approval, what was sent.
    pub fn files(&self) -> impl Iterator<Item = &Evidence> {
        self.approval.scan.iter().chain(self.sent.iter().flat_map(|sent| &sent.files))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_meant_however_its_brackets_are_typed() {
        let number = DocumentNumber { series: "盐督".into(), year: 2013, number: 3 };
        assert_eq!(number.text(), "盐督〔2013〕3号");
        let bare = DocumentNumber { series: String::new(), ..number.clone() };
        for (text, with_series, without) in [
            ("盐督〔2013〕3号", true, false),
            (" 盐督 [2013] 3 ", true, false),
            ("〔2013〕3号", false, true),
            ("(2013)3", false, true),
            ("\u{FF08}２０１３\u{FF09}３号", false, true),
            ("〔2013〕33号", false, false),
            ("3", false, false),
            ("", false, false),
        ] {
            assert_eq!((number.is_meant_by(text), bare.is_meant_by(text)), (with_series, without), "{text}");
        }
    }
}
