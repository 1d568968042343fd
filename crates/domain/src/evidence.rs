//! Evidence (佐证) and its code.
//!
//! A code is counted within task, quarter and department, given at the first submission, and never changed or reused.

use crate::numeral;
use crate::period::Quarter;
use jiff::civil::Date;

/// What backs a progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The running number of its code; `None` until the first submission.
    pub number: Option<u32>,
    /// A stored file, or a paper that stays where it is.
    pub form: EvidenceForm,
    /// Whether it holds personal data (含个人信息): kept out of print and packages unless ticked.
    pub personal: bool,
}

/// Where the evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceForm {
    /// An attachment in this store.
    File {
        /// SHA-256 of its bytes: also its name in the store.
        sha256: [u8; 32],
        /// Bytes.
        size: u64,
        /// The file's own name; data, never a path.
        name: String,
        /// As sniffed from its first bytes: image/jpeg; application/octet-stream when unknown.
        media_type: String,
    },
    /// A 备查件: kept on paper elsewhere.
    OnPaper(PaperEvidence),
}

/// A 备查件: evidence without a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperEvidence {
    /// 名称.
    pub name: String,
    /// 文号; may be empty.
    pub document_no: String,
    /// 日期.
    pub dated: Option<Date>,
    /// 存放单位; may be empty.
    pub kept_at: String,
    /// 保管人; may be empty.
    pub keeper: String,
}

impl EvidenceForm {
    /// The name that people know it by.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } => name,
            Self::OnPaper(paper) => &paper.name,
        }
    }
}

/// The printed code: 证(十二)-二季-城管局-03. The department's name is the published one of that plan.
#[must_use]
pub fn code(task: u32, quarter: Quarter, department: &str, number: u32) -> String {
    let quarter = ["一季", "二季", "三季", "四季"][quarter.index()];
    format!("证({})-{quarter}-{department}-{number:02}", numeral::to_chinese(task))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        assert_eq!(code(12, Quarter::Second, "城管局", 3), "证(十二)-二季-城管局-03");
        assert_eq!(code(5, Quarter::First, "文体局", 112), "证(五)-一季-文体局-112");
    }
}
