//! 季度报送表: where a department's sheet of a round stands.

use super::entry::BoxEvidence;
use serde::Serialize;
use ts_rs::TS;

/// One department's sheet of one round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubmissionView {
    /// The department's id.
    pub department: String,
    /// Its name.
    pub name: String,
    /// `draft`, `printed`, `changed`, `submitted`, `changed_since`.
    pub state: String,
    /// 草稿, 已打印待签, …
    pub word: String,
    /// The same with codes, days, names and what changed since; a sentence.
    pub words: String,
    /// The 报送码 of what is stated now; `null` while nothing is stated.
    pub code: Option<String>,
    /// The 报送码 of the last sheet that was printed and has not come back; `null`: none is awaited.
    pub awaited: Option<String>,
    /// The last scan that came back.
    pub scan: Option<BoxEvidence>,
}

/// A scan that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubmissionScanned {
    /// What happened, in words; also what changed since that paper was printed.
    pub message: String,
    /// Where the sheet stands now.
    pub submission: SubmissionView,
}
