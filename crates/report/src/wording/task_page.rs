//! The words of the 任务专页.

use super::{day_in_year, in_brackets};
use domain::chase::Stage;
use domain::claim::Claim;
use domain::period::{Quarter, Round, date_in_words};
use jiff::civil::Date;

/// What it is called.
pub const TASK_PAGE: &str = "任务专页";
/// 总体目标, under which the paper has the task.
pub const GOAL: &str = "总体目标";
/// 责任部门.
pub const DEPARTMENTS: &str = "责任部门";
/// Who of the government is in charge of it.
pub const LEADER: &str = "分管领导";
/// The task's yearly sentence.
pub const OBJECTIVE: &str = "全年目标";
/// Where the task stands over the year.
pub const YEAR_LIGHT: &str = "全年进展";
/// Lights that a person set in earlier rounds.
pub const OVERRIDES: &str = "人工调整";
/// The heads of the table of numbers.
pub const COLUMNS_NUMBERS: [&str; 7] = ["数量", "", "一季度", "二季度", "三季度", "四季度", "全年"];
/// What the paper promises of a number, and what was stated of it.
pub const SHOULD_AND_IS: [&str; 2] = ["应达", "已报"];
/// In place of a number that nobody promised or stated.
pub const NO_NUMBER: &str = "—";

/// Over the milestones.
pub const MILESTONES: &str = "季度目标和办理过程";
/// The heads of the milestones' table.
pub const COLUMNS_MILESTONES: [&str; 3] = ["季度状态", "事项", "内容"];
/// Before what the paper promises for a quarter.
pub const PROMISE: &str = "季度目标";
/// Before why a milestone stands where it stands.
pub const REASON: &str = "现状";
/// Before a decision that a later one took the place of.
pub const EARLIER_CHANGE: &str = "此前变更";
/// Before the dates promised.
pub const PROMISED: &str = "承诺日期";
/// Before the supervision office's decision.
pub const FOUND: &str = "督查室认定";
/// Before a statement that was sent back.
pub const RETURNED: &str = "审核退回";

/// Over the leaders' instructions.
pub const INSTRUCTIONS: &str = "领导批示";
/// The heads of their table.
pub const COLUMNS_INSTRUCTIONS: [&str; 3] = ["日期", "批示领导", "批示内容和落实"];
/// Over the supervision items.
pub const SUPERVISION: &str = "督办事项";
/// The heads of their table.
pub const COLUMNS_SUPERVISION: [&str; 3] = ["编号", "环节", "内容"];
/// Steps of supervision items.
pub const SUPERVISION_STEPS: &str = "督办进展";
/// What is asked for.
pub const REQUIREMENT: &str = "督办要求";
/// How long an item has taken that is not struck off.
pub const UNTIL_NOW: &str = "至今";
/// How long an item took.
pub const IN_ALL: &str = "合计";

/// Over what backs the statements.
pub const EVIDENCE: &str = "佐证";
/// The heads of the list of what has no picture here.
pub const COLUMNS_EVIDENCE: [&str; 4] = ["编号", "名称", "种类", "说明"];
/// What is said of a file that has no picture here.
pub const ORIGINAL_FILE: &str = "见电子原件";
/// What is said of evidence with personal data.
pub const PERSONAL: &str = "含个人信息，不印";
/// Where there is none.
pub const NO_EVIDENCE: &str = "没有佐证。";

/// 2013年前三季度任务专页.
#[must_use]
pub fn title(round: Round) -> String {
    format!("{}年{}{TASK_PAGE}", round.year, round.span_word())
}

/// 三季度报告期.
#[must_use]
pub fn round(round: Round) -> String {
    format!("{}报告期", round.quarter.word())
}

/// Who leads, behind a department's name.
#[must_use]
pub fn lead(name: &str, lead: bool, responsible: bool) -> String {
    let part = match (lead, responsible) {
        (true, _) => "（牵头）",
        (false, true) => "",
        (false, false) => "（非责任部门）",
    };
    format!("{name}{part}")
}

/// 10月8日, 王某, 填报; a public edition does not say who.
#[must_use]
pub fn handed_in(on: Date, by: &str, corrects: bool, on_behalf: bool, year: i16) -> [String; 3] {
    let how = match (on_behalf, corrects) {
        (false, false) => "填报",
        (false, true) => "更正",
        (true, false) => "代录",
        (true, true) => "代录更正",
    };
    [day_in_year(on, year), by.to_owned(), how.to_owned()]
}

/// 【自报已完成】.
#[must_use]
pub fn claimed(claim: Option<Claim>) -> String {
    in_brackets(&format!("自报{}", claim.map_or("", Claim::word)))
}

/// 城管局、经信局已完成; of many departments how many they are: who they are stands with their statements.
#[must_use]
pub fn several_state(names: &[&str], word: &str) -> String {
    match names {
        [_, _, _, ..] => format!("{}家{word}", names.len()),
        few => format!("{}{word}", few.join("、")),
    }
}

/// 10月9日, 陈某.
#[must_use]
pub fn decided(on: Date, by: &str, year: i16) -> [String; 3] {
    [day_in_year(on, year), by.to_owned(), String::new()]
}

/// 退给城管局：, before the reason.
#[must_use]
pub fn returned_to(to: &str) -> String {
    if to.is_empty() { String::new() } else { format!("退给{to}：") }
}

/// 城管局汇总.
#[must_use]
pub fn summed_up_by(name: &str) -> String {
    format!("{name}汇总")
}

/// （指进展“前期工作完成”）, what a return points at.
#[must_use]
pub fn pointed_at(place: &str, quote: &str) -> String {
    match (place, quote) {
        ("", "") => String::new(),
        (place, "") => format!("（指{place}）"),
        (place, quote) => format!("（指{place}{}）", domain::change::quoted(quote)),
    }
}

/// Whether the department has answered a return.
#[must_use]
pub fn answered(answered: bool) -> &'static str {
    if answered { "其后已更正。" } else { "尚未更正。" }
}

/// 二季度报告期：陈某调整为较慢：招标流标。
#[must_use]
pub fn overridden(round: Round, by: &str, word: &str, reason: &str) -> String {
    let why = if reason.is_empty() { String::new() } else { format!("：{reason}") };
    format!("{}{by}调整为{word}{why}", self::round(round))
}

/// 第一季度目标, where an instruction or item is about one quarter.
#[must_use]
pub fn about(quarter: Option<Quarter>) -> String {
    quarter.map(|quarter| format!("（{}目标）", quarter.word())).unwrap_or_default()
}

/// 见季度表第5页；承办：城改办，7月31日前；批示扫描件：批示.pdf；已交办：督办〔2013〕1号。
#[must_use]
pub fn follow_up(
    page: &str,
    department: &str,
    due: Option<Date>,
    scans: &str,
    items: &[String],
    year: i16,
) -> String {
    let due = due.map(|due| format!("，{}前", day_in_year(due, year))).unwrap_or_default();
    let mut parts = Vec::new();
    parts.extend((!page.is_empty()).then(|| format!("批于：{page}")));
    parts.push(format!("承办：{department}{due}"));
    parts.extend((!scans.is_empty()).then(|| format!("批示扫描件：{scans}")));
    parts.push(if items.is_empty() {
        "尚未交办".to_owned()
    } else {
        format!("已交办：{}", items.join("、"))
    });
    format!("{}。", parts.join("；"))
}

/// 承办：城改办；办结期限：2013年9月30日。
#[must_use]
pub fn assigned_to(department: &str, due: Date) -> String {
    format!("承办：{department}；办结期限：{}。", date_in_words(due))
}

/// 附件：复函.pdf，另有含个人信息的1件。
#[must_use]
pub fn files(names: &str) -> String {
    if names.is_empty() { String::new() } else { format!("附件：{names}。") }
}

/// 复函.pdf、照片.jpg，另有含个人信息的1件不列; empty for no file.
#[must_use]
pub fn file_names(names: &[&str], personal: usize) -> String {
    let named = names.join("、");
    match (names.len(), personal) {
        (_, 0) => named,
        (0, personal) => super::personal_evidence(personal),
        (_, personal) => format!("{named}，{}", super::personal_evidence(personal)),
    }
}

/// 陈某，用时73天。 Who took a step, and how long after the step before.
#[must_use]
pub fn step(by: &str, days: Option<i64>) -> String {
    let days = days.map(|days| if days == 0 { "当天".to_owned() } else { format!("用时{days}天") });
    let parts = [Some(by.to_owned()).filter(|by| !by.is_empty()), days];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}。", parts.join("，")) }
}

/// 交办以来86天，已逾期10天未反馈。 Of an item that is not struck off.
#[must_use]
pub fn still_open(stage: Stage, days: i64, days_overdue: Option<i64>) -> String {
    let waits = match stage {
        Stage::Assigned => "等待签收",
        Stage::Received => "等待反馈",
        Stage::Answered => "等待复核",
        Stage::Examined | Stage::Closed => "等待销号",
    };
    let overdue = days_overdue.map(|days| format!("，已逾期{days}天")).unwrap_or_default();
    format!("交办以来{days}天，{waits}{overdue}。")
}

/// 历时30天，按期办结。 Of an item that was struck off.
#[must_use]
pub fn closed(days: i64, days_late: i64) -> String {
    if days_late > 0 {
        format!("交办至销号{days}天，超过办结期限{days_late}天。")
    } else {
        format!("交办至销号{days}天，在办结期限内。")
    }
}

/// The word under an item's number.
#[must_use]
pub fn standing(stage: Option<Stage>, overdue: bool) -> &'static str {
    match stage {
        Some(Stage::Closed) => "已销号",
        _ if overdue => "逾期",
        _ => "办理中",
    }
}

/// 截至2013年10月10日，没有领导批示和督办事项。
#[must_use]
pub fn nothing_chased(as_of: Date, nothing: &str) -> String {
    format!("截至{}，没有{nothing}。", date_in_words(as_of))
}

/// What happened after the as-of date and is not told: each kind with its number, those of none left out.
#[must_use]
pub fn later(counts: &[(&str, usize)]) -> String {
    let parts: Vec<_> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| format!("{what}{count}件"))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("数据截至日以后另有{}，未列入。", parts.join("、"))
    }
}

/// 照片3张。 Under the heading, how much there is; the parts add up.
#[must_use]
pub fn counted(photos: usize, listed: usize) -> String {
    match (photos, listed) {
        (photos, 0) => format!("共{photos}件，均为照片，缩印如下。"),
        (0, listed) => format!("共{listed}件，没有可以缩印的照片。"),
        (photos, listed) => {
            format!("共{}件：照片{photos}件缩印如下，其余{listed}件只列目录。", photos + listed)
        }
    }
}

/// What the legend says of （已过）.
pub const MISSED: &str = "“已过”为承诺的日期过去时还没有报已完成";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_later_is_counted() {
        assert_eq!(later(&[("领导批示", 0)]), "");
        let said = later(&[("领导批示", 1), ("审核退回", 0), ("督办事项", 2)]);
        assert_eq!(said, "数据截至日以后另有领导批示1件、督办事项2件\u{FF0C}未列入。");
    }

    #[test]
    fn files_with_personal_data_are_counted_only() {
        assert_eq!(file_names(&[], 0), "");
        assert_eq!(file_names(&["一.pdf"], 0), "一.pdf");
        assert_eq!(file_names(&["一.pdf"], 2), "一.pdf\u{FF0C}含个人信息的2件不列");
        assert_eq!(file_names(&[], 1), "含个人信息的1件不列");
    }
}
