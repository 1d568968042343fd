//! Comments (批注): what a person notes beside a plan, a task or an entry; beside the record, never part of it.

use crate::id::ObjectId;
use crate::period::Quarter;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Given once.
    pub id: ObjectId,
    /// The plan's id.
    pub plan: ObjectId,
    /// The task that it is about; `None`: the plan as a whole.
    pub task: Option<u32>,
    /// The quarter that it is about; `None`: the task as a whole.
    pub quarter: Option<Quarter>,
    /// The object that it is about (a progress, a piece of feedback); `None`: what the paper says.
    pub about: Option<ObjectId>,
    /// 人工标注: what only a person can see in the paper; shown with that word.
    pub manual: bool,
    /// The note.
    pub text: String,
}
