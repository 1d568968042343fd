//! 回收站.

use serde::Serialize;
use ts_rs::TS;

/// Something that was withdrawn.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WithdrawnView {
    /// What it is: 进展填报.
    pub noun: String,
    /// What it is called or about; may be empty.
    pub about: String,
    /// The beginning of its own text; may be empty.
    pub text: String,
    /// Of which year; `null`: of none.
    pub year: Option<i16>,
    /// Who withdrew it.
    pub by: String,
    /// When.
    pub at: String,
    /// What names it when it is to come back.
    pub revision: String,
}
