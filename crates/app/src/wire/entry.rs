//! 填报: one department's entry on one milestone in one round.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::StandingView;

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryKey {
    /// The plan's year.
    pub year: i16,
    /// The task's number.
    pub task: u32,
    /// The quarter that was promised, 1 to 4.
    pub quarter: u8,
    /// The round's quarter, 1 to 4.
    pub round: u8,
    /// The department's id.
    pub department: String,
}

/// The four words of 自报 and 认定.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "domain::claim describes them")]
pub enum ClaimCode {
    Done,
    Partial,
    NotDone,
    ConditionNotMet,
}

/// The boxes of the form, as typed; nothing is preselected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
pub struct EntryBoxes {
    /// 自报.
    pub claim: Option<ClaimCode>,
    /// 进展.
    pub text: String,
    /// 问题 / 原因.
    pub cause: String,
    /// 措施.
    pub measure: String,
    /// 下一步.
    pub next_step: String,
    /// 预计完成日期.
    pub due: Option<String>,
    /// 责任人（职务、电话）.
    pub person: String,
    /// The state of each item, in order; as many as the milestone has items, or none.
    pub items: Vec<Option<ClaimCode>>,
    /// Numbers by the indicator's name; as typed, empty for none.
    pub values: Vec<BoxValue>,
    /// In the order given.
    pub evidence: Vec<BoxEvidence>,
    /// 代录: the source (盖章纸件 / Excel / 电话：姓名、时间); needed when the supervision office enters for a department.
    pub on_behalf: Option<String>,
}

/// A number as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoxValue {
    /// The indicator's name.
    pub name: String,
    /// As typed.
    pub amount: String,
}

/// A piece of evidence in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum BoxEvidence {
    /// A stored file.
    File {
        /// The attachment's name in the store: 64 hexadecimal digits.
        sha256: String,
        /// Bytes.
        #[ts(type = "number")]
        size: u64,
        /// The file's own name.
        name: String,
        /// As sniffed.
        media_type: String,
        /// 含个人信息; `null` while nobody has answered.
        personal: Option<bool>,
        /// Its printed code; `null` until submitted.
        code: Option<String>,
    },
    /// A 备查件.
    OnPaper {
        /// 名称.
        name: String,
        /// 文号.
        document_no: String,
        /// 日期.
        dated: Option<String>,
        /// 存放单位.
        kept_at: String,
        /// 保管人.
        keeper: String,
        /// 含个人信息; `null` while nobody has answered.
        personal: Option<bool>,
        /// Its printed code; `null` until submitted.
        code: Option<String>,
    },
}

/// Everything that the form shows. Texts of the paper are print texts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryForm {
    /// What it is about.
    pub key: EntryKey,
    /// The goal's name.
    pub goal: String,
    /// （五）.
    pub number_text: String,
    /// Without its number.
    pub title: String,
    /// The yearly sentence.
    pub objective: Option<String>,
    /// What is promised for the quarter; `null`: the paper promises nothing.
    pub promise: Option<String>,
    /// The promise's items in order.
    pub items: Vec<String>,
    /// Who answers for each of them.
    pub item_owners: Vec<ItemOwner>,
    /// The numbers that are asked, in order of the text; behind them those that were stated and are asked no more.
    pub numbers: Vec<NumberView>,
    /// The milestone's state now.
    pub standing: Option<StandingView>,
    /// What of it should be looked at, a sentence each without its 。; blocks nothing.
    pub flags: Vec<String>,
    /// The task's departments.
    pub departments: Vec<super::board::BoardDepartment>,
    /// The chosen department's published name.
    pub department_name: String,
    /// Whether this office may write here; else why not, in words.
    pub refused: Option<String>,
    /// Whether writing here is 代录 (the supervision office for a department) and asks for its source.
    pub asks_source: bool,
    /// When the round falls due.
    pub due: String,
    /// That the round no longer takes in and where a first entry goes (补报); `null` while it does, or for a correction.
    pub late_note: Option<String>,
    /// Open milestones of earlier quarters of the same task (遗留), 1 to 4.
    pub carried_over: Vec<u8>,
    /// 原承诺5月31日，现承诺6月30日（第2次顺延）; empty for none.
    pub promised_dates: String,
    /// 计划变更: what a decision makes of the promise, in one sentence; `null`: it stands as published.
    pub change: Option<String>,
    /// 领导批示 on the task and its 督办事项.
    pub followed: Vec<FollowedLine>,
    /// What the same department said before this round, of this milestone or else of the task, if anything.
    pub last_round: Option<Statement>,
    /// What the other departments of the task submitted in this round.
    pub others: Vec<Statement>,
    /// What is in force for this key; `null`: nothing submitted.
    pub submitted: Option<Statement>,
    /// The autosaved draft; `null`: none.
    pub draft: Option<Draft>,
    /// Every submission of this key, newest first.
    pub history: Vec<HistoryLine>,
    /// The finding of this round, if any.
    pub finding: Option<FindingView>,
    /// Every decision on a revision of this key, the newest submission first.
    pub reviews: Vec<super::review::DecisionView>,
    /// To whom what is in force may be returned, the entry's department first; empty where nothing is submitted.
    pub return_to: Vec<String>,
    /// The task numbers in printed order, for Alt+↑/↓.
    pub tasks: Vec<u32>,
    /// Whether the last submission of this key can be undone.
    pub can_undo: bool,
}

/// A leader's instruction or a supervision item of the form's task, in one line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowedLine {
    /// Opaque.
    pub id: String,
    /// The part of 督办 that shows it: `instructions`, `items`.
    pub part: String,
    /// 王某批示, 督办〔2013〕3号.
    pub head: String,
    /// 批示内容, 督办要求.
    pub words: String,
    /// 未交办, 已交办; 交办, 签收, 反馈, 复核, 销号.
    pub stage_word: String,
    /// Who is to do it.
    pub department: String,
    /// 办结期限; `null` where it names no day.
    pub due: Option<String>,
    /// Past its day without an answer.
    pub overdue: bool,
}

/// Who answers for an item of the promise.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemOwner {
    /// The department's name; `null`: every responsible department.
    pub department: Option<String>,
    /// Whether it is the form's own to state.
    pub own: bool,
    /// What the other department says of it in this round; empty while nothing.
    pub stated_word: String,
}

/// A number that is asked: one indicator of the task, as its quarter promises it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberView {
    /// 文艺演出.
    pub name: String,
    /// 场.
    pub unit: String,
    /// What the quarter promises, without its unit: 10, 2000以上, 约10, 2-5; empty: nothing any more.
    pub should: String,
    /// The number from which on the promise is kept; `null`: nothing is promised any more.
    pub least: Option<String>,
    /// The upper number of a range.
    pub most: Option<String>,
    /// What the year promises, without its unit: 40, 8-20; `null`: nothing.
    pub annual: Option<String>,
    /// What the year comes to without this number; `null`: nobody has stated any other.
    pub beside: Option<String>,
    /// Whether this number is added to the year's others; else, as a level, it takes their place.
    pub adds: bool,
    /// Whether this number counts for the year: not where the lead's does, nor a level that a later quarter has overtaken.
    pub counts: bool,
    /// Where it stands in the promise's print text.
    pub places: Vec<NumberPlace>,
}

/// A span of the promise's print text, in characters from its start.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberPlace {
    /// The first character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A submitted statement with who and when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Statement {
    /// The department's published name.
    pub department: String,
    /// The round's quarter, 1 to 4.
    pub round: u8,
    /// The quarter that was promised, 1 to 4.
    pub quarter: u8,
    /// What was stated.
    pub boxes: EntryBoxes,
    /// The word of its claim.
    pub claim_word: String,
    /// Who submitted it.
    pub by: String,
    /// When, by that machine's clock.
    pub at: String,
    /// The revision.
    pub revision: String,
}

/// An autosaved draft.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Draft {
    /// What was typed.
    pub boxes: EntryBoxes,
    /// When it was saved.
    pub saved_at: String,
    /// Whether something was submitted since it was begun.
    pub outdated: bool,
}

/// One line of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryLine {
    /// 提交 / 更正 / 撤销.
    pub what: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
    /// What changed against the one before, box by box.
    pub changes: Vec<BoxChange>,
    /// The revision.
    pub revision: String,
}

/// How a box changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoxChange {
    /// The box: 进展.
    pub label: String,
    /// What stayed, went and came, in order. Kept and deleted pieces are the text before; kept and inserted ones the text
    /// after.
    pub pieces: Vec<ChangePiece>,
}

/// A run of characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangePiece {
    /// What became of it.
    pub kind: PieceKind,
    /// The characters.
    pub text: String,
}

/// What became of a run of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PieceKind {
    Kept,
    Deleted,
    Inserted,
}

/// A finding of the supervision office.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindingView {
    /// The decision.
    pub claim: ClaimCode,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// What came of submitting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Submitted {
    /// The form as it stands now.
    pub form: EntryForm,
    /// What happens next, in words.
    pub message: String,
}

/// What came of adding files.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedFiles {
    /// The stored files, in the order given.
    pub added: Vec<BoxEvidence>,
    /// What could not be stored and why, a sentence each.
    pub refused: Vec<String>,
}

/// What a stored file shows of itself if it is a picture. Time and place are its own word and prove nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, Default)]
pub struct PictureView {
    /// A small JPEG as a data URL; `null` for what is no picture.
    pub thumbnail: Option<String>,
    /// The camera's clock, 2013-04-03 15:20.
    pub taken_at: Option<String>,
    /// Degrees north as a decimal string, negative in the south.
    pub latitude: Option<String>,
    /// Degrees east as a decimal string, negative in the west.
    pub longitude: Option<String>,
}
