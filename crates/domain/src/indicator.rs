//! Indicators (指标): the countable parts of a task, with what each quarter and the year promise of them.
//!
//! Here stand the noun and the arithmetic that follows from its kind. Finding indicators in a text is `indicator::read`'s;
//! saying a plan's arithmetic in words is `arithmetic`'s; judging reported numbers is `light`'s.

mod bind;
mod clause;
mod counted;
mod figure;
mod kind;
mod likeness;
mod measure;
mod mention;
mod name;
mod named;
mod number;
mod operator;
mod ordinal;
mod read;
mod reader;
mod stage;
mod suggest;
mod total;
mod verb;

pub use kind::derived;
pub(crate) use likeness::are_like_names;
pub use named::named;
pub(crate) use read::{clauses, title_numbers, without_verbs};
pub use read::{of_task, read, upper_limits};

use crate::amount::Amount;
use crate::period::Quarter;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// How the values of several quarters belong together: a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndicatorKind {
    /// 逐季相加: each quarter's value is what happens in that quarter (演出10场).
    Sum,
    /// 累计水平: each quarter's value is the level reached by then, the newest holds; never added up (形象进度35%).
    Level,
    /// 按次序: the first, second … of its kind (第一批).
    Ordinal,
    /// 区间相加: each quarter promises a range; lower and upper bounds are added up apart (2-5个).
    RangeSum,
    /// 一次性: promised once (首个…).
    Once,
    /// 对象总数: how many there are to be dealt with, no output (十件民生实事).
    Population,
}

impl IndicatorKind {
    /// All kinds in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Sum, Self::Level, Self::Ordinal, Self::RangeSum, Self::Once, Self::Population];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Level => "level",
            Self::Ordinal => "ordinal",
            Self::RangeSum => "range_sum",
            Self::Once => "once",
            Self::Population => "population",
        }
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Sum => "逐季相加",
            Self::Level => "累计水平",
            Self::Ordinal => "按次序",
            Self::RangeSum => "区间相加",
            Self::Once => "一次性",
            Self::Population => "对象总数",
        }
    }
}

/// A text that is none of the codes of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKind;

impl FromStr for IndicatorKind {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<Self, NotAKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == text || kind.word() == text).ok_or(NotAKind)
    }
}

/// What is promised of a number: exactly, at least, about, or within a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// eq: 10场.
    Exactly(Amount),
    /// ge: 2000人次以上, 不少于2000人次.
    AtLeast(Amount),
    /// about: 约10%.
    About(Amount),
    /// range: 2-5个; the lower number first.
    Between(Amount, Amount),
}

impl Bound {
    /// The code of its operator on the wire: eq, ge, about, range.
    #[must_use]
    pub fn op(self) -> &'static str {
        match self {
            Self::Exactly(_) => "eq",
            Self::AtLeast(_) => "ge",
            Self::About(_) => "about",
            Self::Between(..) => "range",
        }
    }

    /// The number that keeps the promise at the least.
    #[must_use]
    pub fn least(self) -> Amount {
        match self {
            Self::Exactly(amount)
            | Self::AtLeast(amount)
            | Self::About(amount)
            | Self::Between(amount, _) => amount,
        }
    }

    /// The upper number of a range, else the number itself.
    #[must_use]
    pub fn most(self) -> Amount {
        match self {
            Self::Between(_, most) => most,
            other => other.least(),
        }
    }
}

impl Bound {
    /// With its measure word: 2000人次以上 · 约10% · 2-5个 · 10场.
    #[must_use]
    pub fn in_words(self, unit: &str) -> String {
        match self {
            Self::Exactly(amount) => format!("{amount}{unit}"),
            Self::AtLeast(amount) => format!("{amount}{unit}以上"),
            Self::About(amount) => format!("约{amount}{unit}"),
            Self::Between(least, most) => format!("{least}-{most}{unit}"),
        }
    }

    /// The number from which on the promise counts as kept: 约 from nine tenths on.
    #[must_use]
    pub fn kept_from(self) -> Amount {
        match self {
            Self::About(about) => Amount::from_ten_thousandths(about.ten_thousandths() / 10 * 9),
            other => other.least(),
        }
    }
}

/// 2000以上 · 约10 · 2-5 · 10, without the measure word.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(amount) => write!(f, "{amount}"),
            Self::AtLeast(amount) => write!(f, "{amount}以上"),
            Self::About(amount) => write!(f, "约{amount}"),
            Self::Between(least, most) => write!(f, "{least}-{most}"),
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The paper writes it.
    Written,
    /// It follows from the written ones by the kind's arithmetic (40 = 10+10+10+10); shown as derived.
    Derived,
    /// 建议: the text implies it without writing it (编制调查报告: 1份); nobody has taken it over.
    Suggested,
    /// An officer entered or corrected it.
    Entered,
}

/// Which text of a task a place lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Title,
    Objective,
    Milestone(Quarter),
}

/// A span of one text of a task.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which text.
    pub part: Part,
    /// Bytes of that text, from noun to measure word (文艺演出10场).
    pub span: Range<usize>,
}

/// One promised value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The number and its operator.
    pub bound: Bound,
    /// Where it comes from.
    pub origin: Origin,
    /// The span of text that it was read from; `None` for derived and entered ones.
    pub place: Option<Place>,
    /// For an ordinal: which one it is (第二批: 2); the bound then counts how many fall into the quarter.
    pub ordinal: Option<u32>,
    /// The text names the number without its measure word (1000以上).
    pub unit_missing: bool,
}

/// A countable part of one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The task's number as published.
    pub task: u32,
    /// What is counted, without leading verbs: 文艺演出. Unique within its task.
    pub name: String,
    /// 场, 人次, % …
    pub unit: String,
    /// How its quarters belong together.
    pub kind: IndicatorKind,
    /// What the year promises.
    pub annual: Option<Target>,
    /// What each quarter promises.
    pub quarters: [Option<Target>; 4],
}

impl Indicator {
    /// What a quarter promises.
    #[must_use]
    pub fn target(&self, quarter: Quarter) -> Option<&Target> {
        self.quarters[quarter.index()].as_ref()
    }

    /// What is promised without suggestions; `None` where nothing else is.
    #[must_use]
    pub fn without_suggestions(&self) -> Option<Self> {
        let kept = |target: &Option<Target>| target.clone().filter(|one| one.origin != Origin::Suggested);
        let quarters = self.quarters.each_ref().map(kept);
        let kept = Self { annual: kept(&self.annual), quarters, ..self.clone() };
        let promises = kept.annual.is_some() || kept.quarters.iter().any(Option::is_some);
        promises.then_some(kept)
    }
}
