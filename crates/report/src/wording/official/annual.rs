//! The words of the 年度完成情况: the draft of the next paper's section on this year.

use domain::period::Quarter;

/// The title in parts that no line end parts.
#[must_use]
pub fn title(year: i16) -> [String; 3] {
    [format!("{year}年度"), "公共服务白皮书".to_owned(), "工作任务完成情况".to_owned()]
}

/// 2013年，白皮书确定5个方面20项工作任务，各季度目标80项。
#[must_use]
pub fn opening(year: i16, goals: usize, tasks: usize, milestones: usize) -> String {
    format!("{year}年，白皮书确定{goals}个方面、{tasks}项工作任务、{milestones}项季度目标。")
}

/// Before what a goal's milestones come to.
#[must_use]
pub fn goal_nodes(year: i16) -> String {
    format!("{year}年节点")
}

/// 四季度目标未完成, 三季度、四季度目标未报: what is still open.
#[must_use]
pub fn open(quarters: &[Quarter], state: &str) -> String {
    let quarters: Vec<_> = quarters.iter().map(|quarter| quarter.word()).collect();
    format!("{}目标{state}", quarters.join("、"))
}

/// 一季度，文艺演出12场。
#[must_use]
pub fn in_quarter(quarter: Quarter, deeds: &str) -> String {
    format!("{}，{deeds}", quarter.word())
}

/// For a task of which nothing was said.
pub const NOTHING_SAID: &str = "（本任务全年未报进展，待补。）";
