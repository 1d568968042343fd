//! What `bps … --json` prints.

use serde::Serialize;

/// `bps paper read`.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct PaperRead {
    pub title: String,
    pub year: Option<i16>,
    pub issuer: String,
    pub index_no: Option<String>,
    pub published_on: Option<String>,
    pub goals: Vec<PaperGoal>,
    pub problems: Vec<super::paper::PaperProblem>,
}

/// A goal as read.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct PaperGoal {
    pub name: String,
    pub tasks: Vec<PaperTask>,
}

/// A task as read: title without its number, texts verbatim, departments in printed order.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct PaperTask {
    pub number: u32,
    pub title: String,
    pub objective: Option<String>,
    pub milestones: Vec<Option<String>>,
    pub departments: Vec<String>,
}

/// A line of `bps task list`.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct TaskLine {
    pub year: i16,
    pub number: u32,
    pub title: String,
    pub goal: String,
    pub departments: Vec<String>,
    pub states: Vec<QuarterStateLine>,
}

/// One quarter's state; `not_promised` where the paper says nothing for it.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct QuarterStateLine {
    pub quarter: u8,
    pub state: String,
    /// As on screen and paper; `state` is for programs.
    pub word: String,
    pub reason: String,
}

/// `bps task show`.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct TaskShown {
    #[serde(flatten)]
    pub line: TaskLine,
    pub objective: Option<String>,
    pub milestones: Vec<Option<String>>,
    pub progress: Vec<ProgressShown>,
}

/// One submitted progress.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct ProgressShown {
    pub department: String,
    pub quarter: u8,
    pub round: String,
    pub claim: String,
    pub text: String,
    pub cause: String,
    pub measure: String,
    pub due: Option<String>,
    pub person: String,
    pub values: Vec<ValueShown>,
    pub evidence: Vec<EvidenceShown>,
    pub revision: String,
    /// Only right after it was first handed in, where its round took in no more: into which it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_note: Option<String>,
}

/// A line of `bps review list`, with the last decision on any revision of the entry.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct ReviewShown {
    pub task: u32,
    pub quarter: u8,
    pub round: String,
    pub department: String,
    pub claim: Option<super::entry::ClaimCode>,
    pub without_evidence: bool,
    pub on_behalf: Option<String>,
    pub by: String,
    pub at: String,
    pub revision: String,
    pub stage: super::review::StageCode,
    pub refused: Option<String>,
    pub decision: Option<super::review::DecisionView>,
}

impl From<super::review::ReviewLine> for ReviewShown {
    fn from(line: super::review::ReviewLine) -> Self {
        Self {
            task: line.key.task,
            quarter: line.key.quarter,
            round: line.round,
            department: line.department,
            claim: line.claim,
            without_evidence: line.without_evidence,
            on_behalf: line.on_behalf,
            by: line.by,
            at: line.at,
            revision: line.revision,
            stage: line.stage,
            refused: line.refused,
            decision: line.decision,
        }
    }
}

/// One number.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct ValueShown {
    pub name: String,
    pub amount: String,
    pub measure: String,
    pub promised: Option<String>,
}

/// One piece of evidence; `sha256` and `size` are null for a 备查件.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct EvidenceShown {
    pub code: Option<String>,
    pub name: String,
    pub sha256: Option<String>,
    pub size: Option<u64>,
}

/// One row of `bps paper indicators`.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct IndicatorLine {
    pub task: u32,
    pub name: String,
    pub unit: String,
    /// sum, level, ordinal, range_sum, once, population.
    pub kind: &'static str,
    pub annual: Option<PromisedNumber>,
    pub q1: Option<PromisedNumber>,
    pub q2: Option<PromisedNumber>,
    pub q3: Option<PromisedNumber>,
    pub q4: Option<PromisedNumber>,
    /// What the text implies without writing it; left out where it implies nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested: Option<SuggestedNumbers>,
}

/// What quarters promise by implication only; nobody has taken it over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct SuggestedNumbers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q1: Option<PromisedNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q2: Option<PromisedNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q3: Option<PromisedNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q4: Option<PromisedNumber>,
}

/// A promised number with its operator: {op, value}, for a range {op, min, max}.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct PromisedNumber {
    pub op: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<serde_json::Number>,
    /// The words that it was read from; none for a derived one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Which one of a row: 第二批 is 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Told from the quarters, not written.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// The text leaves the measure word off.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unit_missing: bool,
}

/// One line of `bps paper arithmetic`.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the glossary describes them")]
pub struct RemarkLine {
    pub kind: &'static str,
    /// fits or look.
    pub severity: &'static str,
    /// Of the paper as a whole where there is none.
    pub task: Option<u32>,
    pub quarters: Vec<u8>,
    /// The words that it is about, where it is about some of the task's.
    pub text: Option<String>,
    pub sentence: String,
}
