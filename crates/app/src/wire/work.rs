//! Long work: how far it is, for a bar with an estimate and 停止.

use serde::Serialize;
use ts_rs::TS;

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Files are taken in as evidence.
    Files,
    /// A full backup is written.
    Backup,
    /// A full backup is restored.
    Restore,
    /// A 佐证材料册 is made.
    EvidenceBook,
    /// A long report is laid out.
    Report,
}

/// How far a work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkProgress {
    /// What is under way.
    pub work: Work,
    /// The file or report that it is about.
    pub name: String,
    /// Bytes done; of a report entries of its outline.
    #[ts(type = "number")]
    pub done: u64,
    /// As many as there are.
    #[ts(type = "number")]
    pub total: u64,
}

/// Hears how far a work is, often; answers whether to go on.
pub type Watch<'a> = dyn Fn(&WorkProgress) -> bool + 'a;

impl Work {
    /// What is told when so much is done; a file that grows meanwhile is never more than whole.
    pub(crate) fn at(self, name: &str, done: u64, total: u64) -> WorkProgress {
        WorkProgress { work: self, name: name.to_owned(), done: done.min(total), total }
    }
}
