//! The words of the documents that go to leaders and departments: 一页纸, 督查通报, 督办通知单, 年度完成情况.

use domain::period::Round;

pub mod annual;
pub mod bulletin;
pub mod slips;

/// Over the room that is left for a leader's hand.
pub const INSTRUCTION: &str = "领导批示：";
/// Over the slow tasks.
pub const SLOW_TASKS: &str = "进展较慢的工作任务";
/// Where there are none.
pub const NO_SLOW_TASKS: &str = "没有进展较慢或滞后的工作任务。";
/// Over the grid.
pub const GRID: &str = "各项工作任务进展一览";
/// The heads of the grid, task by task.
pub const COLUMNS_GRID: [&str; 7] = ["序号", "工作任务", "一季度", "二季度", "三季度", "四季度", "全年"];
/// The same where there is room for two characters only.
pub const COLUMNS_GRID_NARROW: [&str; 6] = ["序号", "一季", "二季", "三季", "四季", "全年"];
/// The heads of the grid, goal by goal.
pub const COLUMNS_GRID_GOALS: [&str; 7] =
    ["总体目标", "任务", "一季度", "二季度", "三季度", "四季度", "全年"];
/// The last row of the grid goal by goal.
pub const ALL_TASKS: &str = "合计";

/// 2013年上半年工作进展情况一页纸.
#[must_use]
pub fn one_page_title(round: Round) -> String {
    format!("{}年{}工作进展情况一页纸", round.year, round.span_word())
}

/// 另有3项，见《2013年上半年工作进展情况表》（对照版式）第4、7、9页。 `named` is how many the page has named before.
#[must_use]
pub fn further(named: usize, count: usize, table: &str, pages: &[u32]) -> String {
    let head = if named == 0 { "共有" } else { "另有" };
    format!("{head}{count}项，见《{table}》（对照版式）{}。", page_list(pages))
}

/// More single pages than this are named as the stretch in which they lie.
const PAGES_NAMED_MAX: usize = 12;

/// 第4、7至9页, of sorted numbers; three and more in a row as 7至9.
fn page_list(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|one, next| one + 1 == *next).flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{first}至{last}")],
        few => few.iter().map(u32::to_string).collect(),
    });
    let runs: Vec<_> = runs.collect();
    match pages {
        [] => String::new(),
        [first, .., last] if runs.len() > PAGES_NAMED_MAX => format!("第{first}至{last}页"),
        _ => format!("第{}页", runs.join("、")),
    }
}

/// On the first line of an attachment.
pub const ATTACHMENT: &str = "附件";
/// Before the attachment's name, under the text.
pub const ATTACHMENT_LABEL: &str = "附件：";

/// 附件　2013年上半年工作进展情况表.
#[must_use]
pub fn attachment_in_outline(name: &str) -> String {
    format!("{ATTACHMENT}　{name}")
}

/// 2013年　月　日, to be filled in by whoever signs.
#[must_use]
pub fn undated(year: i16) -> String {
    format!("{year}年　月　日")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_a_row() {
        let check = |pages: &[u32], expected: &str| assert_eq!(page_list(pages), expected);
        check(&[], "");
        check(&[4], "第4页");
        check(&[4, 7, 8], "第4、7、8页");
        check(&[4, 7, 8, 9, 11], "第4、7至9、11页");
        check(&(1..=13).map(|at| at * 2).collect::<Vec<_>>(), "第2至26页");
    }
}
