//! The four words with which a milestone is stated (自报) or decided (认定): a closed list.

use std::str::FromStr;

/// What a department states about a milestone, or the supervision office decides about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// 已完成: every item of the milestone is done.
    Done,
    /// 部分完成.
    Partial,
    /// 未完成.
    NotDone,
    /// 条件未成立: the condition that the paper itself names was not met; not counted, not late.
    ConditionNotMet,
}

/// A text that is none of the four codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAClaim;

impl Claim {
    /// The four in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::Partial, Self::NotDone, Self::ConditionNotMet];

    /// The code on the wire and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Partial => "partial",
            Self::NotDone => "not_done",
            Self::ConditionNotMet => "condition_not_met",
        }
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "已完成",
            Self::Partial => "部分完成",
            Self::NotDone => "未完成",
            Self::ConditionNotMet => "条件未成立",
        }
    }

    /// Whether 原因 · 措施 · 预计完成日期 · 责任人 are asked for on submitting: for anything but done.
    #[must_use]
    pub fn needs_account(self) -> bool {
        self != Self::Done
    }
}

impl FromStr for Claim {
    type Err = NotAClaim;

    fn from_str(text: &str) -> Result<Self, NotAClaim> {
        Self::ALL.into_iter().find(|claim| claim.code() == text || claim.word() == text).ok_or(NotAClaim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_words_come_back() {
        for claim in Claim::ALL {
            assert_eq!(claim.code().parse(), Ok(claim));
            assert_eq!(claim.word().parse(), Ok(claim));
        }
        assert_eq!("finished".parse::<Claim>(), Err(NotAClaim));
    }
}
