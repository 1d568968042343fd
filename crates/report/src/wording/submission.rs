//! The words of the 季度报送表, which a department signs.

use crate::SheetCode;
use domain::period::{Round, date_in_words};
use jiff::civil::Date;

/// What it is called.
pub const SUBMISSION: &str = "季度报送表";
/// The heads of its table.
pub const COLUMNS_SUBMISSION: [&str; 4] = ["工作任务", "季度目标", "自报", "完成情况及佐证"];
/// In place of what nobody has stated yet.
pub const NOT_STATED: &str = "未填报";
/// In place of a table that would be empty.
pub const NOTHING_ASKED: &str = "本期没有应报的季度目标，也没有填报的内容。";
/// What the signatures stand for.
pub const ATTESTED: &str = "以上内容由本单位填报，经审核属实。";
/// Who signs, in two rows: what is printed, then room; the unit's name is printed.
pub const UNIT: &str = "填报单位";
/// Who filled it in.
pub const REPORTER: &str = "填报人";
/// Who checked it.
pub const EXAMINER: &str = "审核人";
/// Who answers for the unit.
pub const HEAD: &str = "单位负责人\n（签字）";
/// Where the seal goes; nothing is drawn there.
pub const SEAL: &str = "（盖章处）";
/// The day, written in by hand.
pub const SIGNING_DAY: &str = "年\u{3000}\u{3000}月\u{3000}\u{3000}日";

/// 城管局2013年一季度报送表.
#[must_use]
pub fn title(department: &str, round: Round) -> String {
    format!("{department}{}年{}报送表", round.year, round.quarter.word())
}

/// 报告期：2013年第一季度　应报日期：2013年4月10日　季度目标3项：已填报2项，未填报1项。
#[must_use]
pub fn facts(round: Round, due: Date, all: usize, stated: usize) -> String {
    let counts = match (stated, all - stated) {
        (0, _) if all == 0 => String::new(),
        (0, none) => format!("\u{3000}季度目标{all}项：未填报{none}项。"),
        (some, 0) => format!("\u{3000}季度目标{all}项：已填报{some}项。"),
        (some, none) => format!("\u{3000}季度目标{all}项：已填报{some}项，未填报{none}项。"),
    };
    format!(
        "报告期：{}年{}\u{3000}应报日期：{}{counts}",
        round.year,
        round.quarter.ordinal_word(),
        date_in_words(due)
    )
}

/// 报送码：XJ4B-NP4P-AHH6, or why there is none.
#[must_use]
pub fn code(code: &SheetCode) -> String {
    match code {
        SheetCode::Of(code) => format!("报送码：{code}"),
        SheetCode::NothingStated => "尚未填报，没有报送码".to_owned(),
        SheetCode::Working => "编辑稿，没有报送码；送签请打印 PDF".to_owned(),
    }
}
