//! What Ctrl+K and `bps search` found.

use super::entry::EntryKey;
use serde::Serialize;
use ts_rs::TS;

/// The answer to a question: the best fit first, then by kind, then the newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundList {
    /// The hits.
    pub hits: Vec<Hit>,
    /// Kinds of which there are more than are shown.
    pub more: Vec<HitKind>,
}

/// Something that was found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Of which year; `null`: of none.
    pub year: Option<i16>,
    /// What it is called.
    pub title: Marked,
    /// Where it stands, or its code; may be empty.
    pub context: Marked,
    /// Which of its texts the excerpt is: 目标, 进展, 原因; empty where there is none.
    pub field: String,
    /// The text around what matched; `null` where the title says it all.
    pub excerpt: Option<Marked>,
    /// Where to go.
    pub to: HitPlace,
    /// The object, opaque.
    pub object: String,
    /// Its place in the revision; with it, unique among the hits.
    pub part: u32,
    /// The revision that says so.
    pub revision: String,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the glossary describes them")]
pub enum HitKind {
    Task,
    Department,
    Progress,
    Evidence,
    Finding,
    Review,
    Summary,
    Comment,
    Leader,
    Instruction,
    SupervisionItem,
    Feedback,
    PlanChange,
    OrganisationChange,
    Contact,
    Person,
    Plan,
    IssuedReport,
}

/// A text with what matched in it. Places count characters (Unicode scalar values) from the text's start, not UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Marked {
    /// The text as shown.
    pub text: String,
    /// What matched, in order, none touching another.
    pub marks: Vec<Mark>,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Mark {
    /// The first character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Where a hit leads.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum HitPlace {
    /// A task in 台账.
    Task {
        /// The plan's year.
        year: i16,
        /// Its number.
        number: u32,
        /// The quarter that it is about, 1 to 4.
        quarter: Option<u8>,
    },
    /// One department's entry.
    Entry {
        /// What it is about.
        key: EntryKey,
    },
    /// A department's tasks in 台账.
    Department {
        /// Opaque.
        id: String,
    },
    /// The paper.
    Plan {
        /// Its year.
        year: i16,
    },
    /// A piece of public feedback.
    Feedback {
        /// Opaque.
        id: String,
    },
    /// 报告: issued reports.
    Issued,
    /// 设置: people, departments.
    Settings,
    /// Nowhere yet: it is shown as it stands.
    Nowhere,
}
