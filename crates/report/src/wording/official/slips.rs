//! The words of the 督办通知单 and its receipt.

use domain::change::quoted;
use domain::chase::SupervisionItem;
use domain::period::date_in_words;
use jiff::civil::Date;

/// The title.
pub const TITLE: &str = "督办通知单";
/// What is asked, until when, and what to send back.
pub const SECTIONS: [&str; 3] = ["督办要求", "办结期限", "反馈方式"];
/// Above the line along which the receipt is cut off.
pub const CUT_HERE: &str = "（回执，沿虚线剪下退回）";
/// The receipt's title.
pub const RECEIPT: &str = "督办通知单回执";
/// What is written by hand on the receipt.
pub const RECEIPT_LINES: [&str; 2] = [
    "签收单位（盖章）：　　　　　　　　　　　签收人：",
    "联系电话：　　　　　　　　　　　　　　　签收日期：　　　年　月　日",
];

/// 数据截至日以后另有督办事项1件，未列入：督办〔2013〕1号（2013年5月3日交办）。…; empty for none.
#[must_use]
pub fn later(items: &[SupervisionItem], year: i16) -> String {
    let newest = items.iter().filter_map(SupervisionItem::assigned_on).max();
    let Some(newest) = newest else { return String::new() };
    let numbers = items.iter().map(|item| {
        let on = item.assigned_on().map(|on| format!("（{}交办）", date_in_words(on)));
        format!("{}{}", item.number_text(year), on.unwrap_or_default())
    });
    let numbers = numbers.collect::<Vec<_>>().join("、");
    format!(
        "数据截至日以后另有督办事项{}件，未列入：{numbers}。要印这些通知单，请不指定数据截至日，或改为{}或更晚。",
        items.len(),
        date_in_words(newest)
    )
}

/// 督办〔2013〕　号: the number of a slip that has none yet; without a year the room for it.
#[must_use]
pub fn unnumbered(year: Option<i16>) -> String {
    format!("督办〔{}〕　号", year.map_or_else(|| "　　".to_owned(), |year| year.to_string()))
}

/// What it is about: the promise and where it stands.
#[must_use]
pub fn about(paper: &str, task: &str, promise: &str, as_of: Date, state: &str) -> String {
    let paper = if paper.is_empty() { "公共服务白皮书".to_owned() } else { format!("《{paper}》") };
    format!("你单位负责的{paper}工作任务{task}，{promise}截至{}，{state}。", date_in_words(as_of))
}

/// 二季度目标为“…”。
#[must_use]
pub fn promised(quarter: &str, promise: &str) -> String {
    format!("{quarter}目标为{}。", quoted(promise.trim_end_matches('。')))
}

/// 2013年5月2日，王某（区长）批示：“请抓紧”。
#[must_use]
pub fn instructed(on: Date, leader: &str, words: &str) -> String {
    format!("{}，{leader}批示：{}。", date_in_words(on), quoted(words.trim().trim_end_matches('。')))
}

/// After the state, the department's own date.
#[must_use]
pub fn you_promised(promise: &str) -> String {
    format!("；你单位填报：{promise}")
}

/// What a draft asks of who has said nothing, and of who is not done.
#[must_use]
pub fn asked(reported: bool) -> &'static str {
    if reported {
        "请抓紧落实上述未完成的目标，书面说明原因、措施、完成时限和责任人。"
    } else {
        "请立即补报上述季度目标的进展情况，附佐证材料；尚未完成的，书面说明原因、措施、完成时限和责任人。"
    }
}

/// 2013年7月31日前。; without a day the room for it.
#[must_use]
pub fn until(due: Option<Date>, year: i16) -> String {
    due.map_or_else(|| format!("{year}年　月　日前。"), |due| format!("{}前。", date_in_words(due)))
}

/// Where the answer goes.
#[must_use]
pub fn answer_to(unit: &str) -> String {
    format!("收到即退回执，办结后书面报{unit}。")
}

/// 联系人：李某　电话：
#[must_use]
pub fn contact(name: &str) -> String {
    format!("联系人：{name}　　　　联系电话：")
}

/// 督办〔2013〕3号督办通知单收悉。
#[must_use]
pub fn received(number: &str) -> String {
    format!("{number}《{TITLE}》收悉。")
}
