//! 批注: notes beside a plan, a task, a milestone or an entry.

use super::entry::EntryKey;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommentView {
    /// Opaque.
    pub id: String,
    /// The task; `null`: the plan as a whole.
    pub task: Option<u32>,
    /// The quarter that was promised, 1 to 4; `null`: the task as a whole.
    pub quarter: Option<u8>,
    /// The entry; `null`: what the paper says.
    pub entry: Option<EntryKey>,
    /// 白皮书, （五）完善…, …第一季度, …文体局2013年第一季度填报.
    pub about: String,
    /// 人工标注: what only a person can see in the paper.
    pub manual: bool,
    /// The note.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// A note to be added.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CommentBoxes {
    /// The plan's year.
    pub year: i16,
    /// As in [`CommentView`].
    pub task: Option<u32>,
    /// As in [`CommentView`].
    pub quarter: Option<u8>,
    /// As in [`CommentView`]; task and quarter are then the entry's.
    pub entry: Option<EntryKey>,
    /// As in [`CommentView`]; never of an entry.
    pub manual: bool,
    /// The note.
    pub text: String,
}
