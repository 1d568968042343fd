//! Plan changes (计划变更): decisions that reword, cancel or defer a published milestone.
//!
//! The published wording is never touched: a change stands beside it, with its day, basis and approver, and both are
//! shown. Changes of departments (更名, 合并 …) are `department`'s.

use crate::id::ObjectId;
use crate::period::{Quarter, Round, date_in_words};
use jiff::civil::Date;

/// A decision about one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChange {
    /// Given once: one milestone may be changed several times.
    pub id: ObjectId,
    /// The plan's id.
    pub plan: ObjectId,
    /// The task's number as published.
    pub task: u32,
    /// The quarter whose milestone it changes.
    pub quarter: Quarter,
    /// What becomes of it.
    pub kind: ChangeKind,
    /// The first day on which it holds.
    pub from: Date,
    /// Why; printed.
    pub reason: String,
    /// The paper on which it rests (a document's name and number); printed.
    pub basis: String,
    /// Who approved it; printed.
    pub approver: String,
}

/// What a decision makes of a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeKind {
    /// 调整: other words or numbers in place of the published ones; still asked for in its round.
    Reworded {
        /// What is promised now.
        text: String,
    },
    /// 取消: no longer asked for.
    Cancelled,
    /// 延期: the same promise, due in a later round.
    Deferred {
        /// The round in which it is due now.
        to: Round,
    },
}

impl ChangeKind {
    /// The code on the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Reworded { .. } => "reworded",
            Self::Cancelled => "cancelled",
            Self::Deferred { .. } => "deferred",
        }
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reworded { .. } => "调整",
            Self::Cancelled => "取消",
            Self::Deferred { .. } => "延期",
        }
    }
}

impl PlanChange {
    /// The round in which the milestone is due, that was promised for `promised`.
    #[must_use]
    pub fn due_in(&self, promised: Round) -> Round {
        match self.kind {
            ChangeKind::Deferred { to } => to,
            ChangeKind::Reworded { .. } | ChangeKind::Cancelled => promised,
        }
    }

    /// What it was and what it is now, and on what that rests, without a closing 。:
    /// 2013年6月3日起延期：原定一季度，现定三季度，理由：选址变更（深盐府办〔2013〕12号，王某批准）.
    #[must_use]
    pub fn in_words(&self, published: &str) -> String {
        let published = published.trim_end_matches('。');
        let what = match &self.kind {
            ChangeKind::Reworded { text } => {
                format!("原为{}，现为{}", quoted(published), quoted(text.trim().trim_end_matches('。')))
            }
            ChangeKind::Cancelled => format!("原为{}，不再要求", quoted(published)),
            ChangeKind::Deferred { to } => {
                let year =
                    if to.year == self.from.year() { String::new() } else { format!("{}年", to.year) };
                format!("原定{}，现定{year}{}", self.quarter.word(), to.quarter.word())
            }
        };
        let mut words = format!("{}起{}：{what}", date_in_words(self.from), self.kind.word());
        let reason = self.reason.trim().trim_end_matches('。');
        if !reason.is_empty() {
            words.push_str(&format!("，理由：{reason}"));
        }
        let approver = self.approver.trim();
        let approved = if approver.is_empty() { String::new() } else { format!("{approver}批准") };
        let rests: Vec<&str> =
            [self.basis.trim(), &approved].into_iter().filter(|part| !part.is_empty()).collect();
        if !rests.is_empty() {
            words.push_str(&format!("（{}）", rests.join("，")));
        }
        words
    }
}

/// The words in quotation marks; their own marks change from double to single and back (GB/T 15834).
#[must_use]
pub fn quoted(words: &str) -> String {
    let inner = words.chars().map(|c| match c {
        '“' => '‘',
        '”' => '’',
        '‘' => '“',
        '’' => '”',
        other => other,
    });
    format!("“{}”", inner.collect::<String>())
}

/// The change of one milestone that holds on a day: the one with the latest first day, the later in the list of two.
#[must_use]
pub fn in_force(changes: &[PlanChange], task: u32, quarter: Quarter, day: Date) -> Option<&PlanChange> {
    changes
        .iter()
        .filter(|change| change.task == task && change.quarter == quarter && change.from <= day)
        .max_by_key(|change| change.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn change(kind: ChangeKind, from: Date) -> PlanChange {
        PlanChange {
            id: ObjectId([1; 16]),
            plan: ObjectId([2; 16]),
            task: 8,
            quarter: Quarter::First,
            kind,
            from,
            reason: "选址变更。".into(),
            basis: "府办〔2013〕12号".into(),
            approver: "王某".into(),
        }
    }

    #[test]
    fn words_and_the_one_in_force() {
        let third = Round { year: 2013, quarter: Quarter::Third };
        let deferred = change(ChangeKind::Deferred { to: third }, date(2013, 6, 3));
        assert_eq!(
            deferred.in_words("完成20%。"),
            "2013年6月3日起延期\u{FF1A}原定一季度\u{FF0C}现定三季度\u{FF0C}理由\u{FF1A}选址变更\u{FF08}府办〔2013〕12号\u{FF0C}王某批准\u{FF09}"
        );
        let text = "开通“幸福老人热线”\u{FF0C}增设照料点。".to_owned();
        let reworded =
            change(ChangeKind::Reworded { text }, date(2013, 8, 5)).in_words("完善“呼援通‘一键’”项目。");
        assert!(
            reworded
                .contains("原为“完善‘呼援通“一键”’项目”\u{FF0C}现为“开通‘幸福老人热线’\u{FF0C}增设照料点”"),
            "{reworded}"
        );
        let cancelled = PlanChange {
            reason: String::new(),
            basis: " ".into(),
            approver: String::new(),
            ..change(ChangeKind::Cancelled, date(2013, 9, 1))
        };
        assert_eq!(
            cancelled.in_words("完成20%。"),
            "2013年9月1日起取消\u{FF1A}原为“完成20%”\u{FF0C}不再要求"
        );
        let changes = [cancelled.clone(), deferred.clone()];
        let on = |day| in_force(&changes, 8, Quarter::First, day);
        assert_eq!(on(date(2013, 6, 2)), None);
        assert_eq!(on(date(2013, 6, 3)), Some(&deferred));
        assert_eq!(on(date(2013, 12, 31)), Some(&cancelled));
        assert_eq!(in_force(&changes, 8, Quarter::Second, date(2013, 12, 31)), None);
    }
}
