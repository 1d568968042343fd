//! The words of the verification sheet (核查单).

use domain::claim::Claim;
use domain::period::{Round, date_in_words};
use jiff::civil::Date;

/// The heads of its table.
pub const COLUMNS_VERIFICATION: [&str; 7] =
    ["序号", "编号", "工作任务及季度目标", "责任部门", "自报情况", "核查方式", "核查结果"];
/// How the places were drawn, so that anybody can draw them again.
pub const DRAWING: &str = "抽取办法：填报按任务编号、季度、部门印出次序从1起编号；以种子为初值，用SplitMix64产生随机数，按Fisher–Yates洗牌法依次不放回抽取，次序即序号。同一种子、总数和份数，抽出的编号总是相同，可供复核。";
/// Where the inspectors sign.
pub const VERIFICATION_SIGNATURES: &str = "核查人（签名）：　　　　　　　　　　　　复核人（签名）：　　　　　　　　　　　　日期：　　　　年　　月　　日";
/// Opens the room for remarks.
pub const REMARKS: &str = "说明：";
/// In place of a statement that was taken back after the drawing.
pub const ENTRY_WITHDRAWN: &str = "抽取后已撤回。";
/// In place of the name of evidence that holds personal data.
pub const PERSONAL: &str = "（含个人信息，现场查阅）";
/// Nothing backs the statement.
pub const NO_EVIDENCE: &str = "无";

/// 2013年第一季度填报核查单.
#[must_use]
pub fn verification_title(round: Round) -> String {
    format!("{}年{}填报核查单", round.year, round.quarter.ordinal_word())
}

/// 2013年第一季度报告期自报“已完成”的填报共20份。
#[must_use]
pub fn population(round: Round, claim: Option<Claim>, department: Option<&str>, count: u32) -> String {
    let of = department.unwrap_or_default();
    let claimed = claim.map_or_else(|| "已提交的".to_owned(), |claim| format!("自报“{}”的", claim.word()));
    format!("{}年{}报告期{of}{claimed}填报共{count}份。", round.year, round.quarter.ordinal_word())
}

/// 2013年4月24日由李某以种子20130424随机抽取3份，编号依次为7、3、15。
#[must_use]
pub fn drawn(seed: u32, places: &[String], on: Date, by: &str) -> String {
    let by = if by.is_empty() { String::new() } else { format!("由{by}") };
    let (day, count) = (date_in_words(on), places.len());
    format!("{day}{by}以种子{seed}随机抽取{count}份，编号依次为{}。", places.join("、"))
}

/// 种子20130424.
#[must_use]
pub fn seed(seed: u32) -> String {
    format!("种子{seed}")
}

/// 抽取日期：2013年4月24日.
#[must_use]
pub fn drawn_on(day: Date) -> String {
    format!("抽取日期：{}", date_in_words(day))
}

/// 核查单位：区督查室.
#[must_use]
pub fn verified_by(unit: &str) -> String {
    format!("核查单位：{unit}")
}

/// 自报已完成：
#[must_use]
pub fn claimed(claim: &str) -> String {
    format!("自报{claim}：")
}

/// □现场: to be ticked by hand.
#[must_use]
pub fn to_tick(word: &str) -> String {
    format!("□{word}")
}
