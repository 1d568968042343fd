//! Flags (提示): what a reviewer should look at in an entry. They block nothing and decide nothing.

use crate::amount::Amount;
use crate::indicator::{Bound, Indicator};
use crate::period::{Round, date_in_words};
use jiff::civil::Date;

/// Something to look at, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// Which of the closed list.
    pub kind: FlagKind,
    /// A sentence without its closing 。.
    pub words: String,
}

/// What can be flagged: a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlagKind {
    /// 自报已完成, and a number lies short of its promise.
    NumberShort,
    /// Not 已完成, and every number reaches its promise.
    NumberReached,
    /// A number lies above the range that was promised.
    NumberAbove,
    /// The same file backs another milestone too.
    SameFile,
    /// A photo says that it was taken outside the time that is reported.
    PhotoOutside,
    /// 补报: it came after the round was closed.
    AfterClosing,
}

impl FlagKind {
    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NumberShort => "number_short",
            Self::NumberReached => "number_reached",
            Self::NumberAbove => "number_above",
            Self::SameFile => "same_file",
            Self::PhotoOutside => "photo_outside",
            Self::AfterClosing => "after_closing",
        }
    }
}

/// How a number lies to its promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Short of it.
    Short,
    /// It keeps it.
    Kept,
    /// Above the upper number of a range.
    Above,
}

/// Holds a number against what was promised; 约 is kept from nine tenths on.
#[must_use]
pub fn answer(amount: Amount, bound: Bound) -> Answer {
    match bound {
        _ if amount < bound.kept_from() => Answer::Short,
        Bound::Between(_, most) if amount > most => Answer::Above,
        _ => Answer::Kept,
    }
}

/// 文艺演出8场，应达10场以上.
#[must_use]
pub fn number_in_words(indicator: &Indicator, amount: Amount, bound: Bound) -> String {
    let Indicator { name, unit, .. } = indicator;
    format!("{name}{amount}{unit}，应达{}", bound.in_words(unit))
}

/// The days from which a photo in an entry is plausible: from the first of the promised quarter, or of the round where
/// that is earlier, to the day on which it was handed in, or the round's due date.
#[must_use]
pub fn photo_span(promised: Round, round: Round, handed_in: Option<Date>, due: Date) -> (Date, Date) {
    (promised.min(round).first_day(), handed_in.unwrap_or(due))
}

/// “a.jpg”拍摄于2012年5月1日，不在所报时段内（2013年1月1日至2013年4月24日）; `None` for a photo of that time.
#[must_use]
pub fn photo(name: &str, taken: Date, (from, to): (Date, Date)) -> Option<Flag> {
    (taken < from || taken > to).then(|| Flag {
        kind: FlagKind::PhotoOutside,
        words: format!(
            "“{name}”拍摄于{}，不在所报时段内（{}至{}）",
            date_in_words(taken),
            date_in_words(from),
            date_in_words(to)
        ),
    })
}
