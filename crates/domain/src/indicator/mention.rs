//! Mentions: each number of a text that counts something, with what it counts as far as its own clause tells.
//!
//! A number that only names or dates something (1号路, 2013年) is no mention; what numbers of several quarters have to do
//! with each other is `bind`'s.

use super::stage::Stage;
use super::{Bound, Part};
use std::ops::Range;

/// One number that counts something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Which text it stands in.
    pub(super) part: Part,
    /// From noun to measure word, in bytes of that text.
    pub(super) span: Range<usize>,
    /// Number and measure word alone.
    pub(super) figure: Range<usize>,
    /// What is counted; empty where the clause does not say it.
    pub(super) name: String,
    /// Whether the name is another number's of the same clause (培训班3期、200人次).
    pub(super) is_name_shared: bool,
    /// Who or which works the item is about; empty where it does not say so.
    pub(super) subject: String,
    /// The clause around it, without its digits, for telling what belongs together.
    pub(super) context: String,
    /// How the item around it begins; tells apart what its clause calls by the same name.
    pub(super) item: String,
    pub(super) bound: Bound,
    /// Empty where the text leaves the measure word off (1000以上).
    pub(super) unit: String,
    /// Which one of a row: 第二批.
    pub(super) ordinal: Option<u32>,
    /// Whether it is of works begun or works done, where the words around it say so.
    pub(super) stage: Option<Stage>,
    /// 累计, 达到: the number is a level that is reached.
    pub(super) says_level: bool,
    /// 由12个增加到15个: the whole stock, of which quarters add a part.
    pub(super) is_stock: bool,
    /// 对十件…进行分解: they are there and are dealt with.
    pub(super) is_handled: bool,
}

/// An upper limit (不超过5%): it is promised, but no bound of ours says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) part: Part,
    pub(super) span: Range<usize>,
}

/// What a text counts.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) mentions: Vec<Mention>,
    pub(super) limits: Vec<Limit>,
    /// What a text of the year says of each quarter (每季度15场): promised of the quarters without their writing it.
    pub(super) each_quarter: Vec<Mention>,
}

/// Words behind which a number is dealt with instead of made.
const HANDLING_BEFORE: [&str; 8] = ["对", "将", "督办", "督查", "跟踪", "落实", "抓好", "分解"];
const HANDLING_BEHIND: [&str; 12] = [
    "进行分解",
    "进行督",
    "进行汇总",
    "进行跟踪",
    "进行通报",
    "进行梳理",
    "进行考核",
    "落实情况",
    "推进情况",
    "完成情况",
    "进展情况",
    "分解",
];

pub(super) fn says_level(before: &str, unit: &str) -> bool {
    let near: String = before.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    ["累计", "突破", "总数达", "达到", "达", "增至", "增加到", "提高到", "提升至", "升至", "降至", "达成"]
        .iter()
        .any(|word| near.ends_with(word))
        || before.contains("累计")
        || unit == "%"
}

pub(super) fn is_handled(before: &str, behind: &str, named: &str) -> bool {
    HANDLING_BEFORE.iter().any(|word| before.ends_with(word))
        && HANDLING_BEHIND.iter().any(|word| behind.contains(word) || named.contains(word))
}
