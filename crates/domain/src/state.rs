//! The state of a milestone: a closed list of marks and words, and the rule that gives one with its reason.
//!
//! The first that holds: 未到期, 未报, 不计, 已调整, 完成, 部分完成, 未完成; 无佐证 is a second sign beside any of them. No rule
//! reads the clock: the as-of date is an argument. The rule itself is in `rule`; what several departments and items come
//! to is in `verdict`.

use crate::breakdown::AssignedItem;
use crate::change::PlanChange;
use crate::claim::Claim;
use crate::id::ObjectId;
use crate::period::Round;
use crate::progress::Progress;
use jiff::civil::Date;

mod rule;
mod verdict;

pub use rule::standing;

/// Where a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuarterState {
    /// ○ 未到期: its round is not due and nothing has been stated.
    NotDue,
    /// **未报**: due, and no department has stated anything.
    Unreported,
    /// — 不计: the paper's own condition was not met.
    ConditionNotMet,
    /// ※ 已调整: the milestone was changed or cancelled by decision.
    Adjusted,
    /// ✓ 完成.
    Done(Timeliness),
    /// ▲ 部分完成.
    Partial,
    /// × 未完成.
    NotDone,
}

/// When a finished milestone was finished, told by rounds and not by clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timeliness {
    /// In a round before its own.
    Early,
    /// In its own round.
    InTime,
    /// In a later round.
    Late,
}

impl QuarterState {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::Unreported => "unreported",
            Self::ConditionNotMet => "condition_not_met",
            Self::Adjusted => "adjusted",
            Self::Done(_) => "done",
            Self::Partial => "partial",
            Self::NotDone => "not_done",
        }
    }

    /// The mark; 未报 has none, so that it survives a photocopy as a word.
    #[must_use]
    pub fn mark(self) -> Option<char> {
        match self {
            Self::NotDue => Some('○'),
            Self::Unreported => None,
            Self::ConditionNotMet => Some('—'),
            Self::Adjusted => Some('※'),
            Self::Done(_) => Some('✓'),
            Self::Partial => Some('▲'),
            Self::NotDone => Some('×'),
        }
    }

    /// The word; 自报完成 and so on while the supervision office has not judged.
    #[must_use]
    pub fn word(self, judged: bool) -> &'static str {
        match (self, judged) {
            (Self::NotDue, _) => "未到期",
            (Self::Unreported, _) => "未报",
            (Self::ConditionNotMet, true) => "不计",
            (Self::ConditionNotMet, false) => "自报条件未成立",
            (Self::Adjusted, _) => "已调整",
            (Self::Done(Timeliness::InTime), true) => "完成",
            (Self::Done(Timeliness::InTime), false) => "自报完成",
            (Self::Done(Timeliness::Early), true) => "提前完成",
            (Self::Done(Timeliness::Early), false) => "自报提前完成",
            (Self::Done(Timeliness::Late), true) => "逾期完成",
            (Self::Done(Timeliness::Late), false) => "自报逾期完成",
            (Self::Partial, true) => "部分完成",
            (Self::Partial, false) => "自报部分完成",
            (Self::NotDone, true) => "未完成",
            (Self::NotDone, false) => "自报未完成",
        }
    }
}

/// The mark and word of the second sign: no submitted statement is backed by evidence.
pub const WITHOUT_EVIDENCE: (char, &str) = ('◇', "无佐证");

/// What the supervision office decided about a milestone in a round (认定).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The decision.
    pub claim: Claim,
    /// Why; printed.
    pub reason: String,
}

/// A responsible department as it is named in that plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Responsible<'a> {
    /// Its id.
    pub id: ObjectId,
    /// The name for sentences.
    pub name: &'a str,
}

/// One submitted statement.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Who stated it.
    pub department: ObjectId,
    /// In which round.
    pub round: Round,
    /// What.
    pub progress: &'a Progress,
    /// The day on which its claim was handed in; `None` if unknown.
    pub on: Option<Date>,
}

/// All that the rule needs to know about one milestone.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The year and quarter that were promised.
    pub promised: Round,
    /// What the paper says, for the words of a change.
    pub published: &'a str,
    /// The decision that holds on the as-of date (计划变更).
    pub change: Option<&'a PlanChange>,
    /// When the round falls due in which it is due now: of the promised one, or of that to which it was deferred.
    pub due: Date,
    /// 数据截至.
    pub as_of: Date,
    /// The last round that is looked at; statements of later ones are not seen.
    pub until: Round,
    /// The responsible departments in printed order.
    pub departments: &'a [Responsible<'a>],
    /// The confirmed lead (牵头); `None` while unconfirmed.
    pub lead: Option<ObjectId>,
    /// Every submitted statement on this milestone.
    pub statements: &'a [Statement<'a>],
    /// The findings on this milestone with their rounds.
    pub findings: &'a [(Round, &'a Finding)],
    /// The milestone's items with who answers for each.
    pub items: &'a [AssignedItem],
}

/// The answer: state, who said so, and why in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: QuarterState,
    /// Whether the supervision office has decided it.
    pub judged: bool,
    /// Whether something was stated and nothing backs it.
    pub without_evidence: bool,
    /// A full sentence in Chinese without its closing 。
    pub reason: String,
    /// For what is done: the day on which the last claim that finished it was handed in; printed with 逾期完成.
    pub done_on: Option<Date>,
    /// What the departments' statements come to; `None` while there is none. Stays beside a finding.
    pub claim: Option<Claim>,
    /// The newest decision, also where a later statement has reopened the question.
    pub finding: Option<Claim>,
    /// How many of its items are done; `None` where nobody stated any.
    pub items: Option<ItemCount>,
    /// The round in which it is due now: later than promised where it was deferred, or where its condition was not met.
    pub due_in: Round,
    /// Whether it is asked for again in later rounds: until done or cancelled.
    pub open: bool,
}

/// How many items of a milestone stand where; the four add up to `all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ItemCount {
    /// All.
    pub all: usize,
    /// 已完成.
    pub done: usize,
    /// 部分完成, 未完成.
    pub undone: usize,
    /// 条件未成立.
    pub condition_not_met: usize,
    /// Nobody has said.
    pub unstated: usize,
}

impl Standing {
    /// What holds: the finding where it decides, else what the departments state.
    #[must_use]
    pub fn effective(&self) -> Option<Claim> {
        if self.judged { self.finding } else { self.claim }
    }

    /// Whether it was cancelled by decision: no longer asked for, and not done.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.state == QuarterState::Adjusted && !self.open && self.effective() != Some(Claim::Done)
    }

    /// The state's word, 自报 before it while nobody has judged.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.state.word(self.judged)
    }
}
