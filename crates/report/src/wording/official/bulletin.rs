//! The words of the 督查通报.

use domain::period::{Quarter, Round, date_in_words};
use jiff::civil::Date;

/// Its sections.
pub const SECTIONS: [&str; 4] = ["总体情况", "进展较慢的工作任务", "未按时报送的单位", "下一步工作要求"];
/// Where everything that was due has been reported.
pub const ALL_REPORTED: &str = "各责任部门均已按时报送。";

/// The title in parts that no line end parts: 区督查室·关于·2013年上半年·公共服务白皮书·工作任务落实情况的·督查通报.
#[must_use]
pub fn title(unit: &str, round: Round) -> [String; 5] {
    [
        format!("{unit}关于"),
        format!("{}年{}", round.year, round.span_word()),
        "公共服务白皮书".to_owned(),
        "工作任务落实情况".to_owned(),
        "的督查通报".to_owned(),
    ]
}

/// What it rests on.
#[must_use]
pub fn opening(paper: &str, round: Round, as_of: Date) -> String {
    let paper = if paper.is_empty() {
        format!("{}年度公共服务白皮书", round.year)
    } else {
        paper.to_owned()
    };
    format!(
        "现将《{paper}》{}各项工作任务落实情况通报如下（数据截至{}）。",
        round.span_word(),
        date_in_words(as_of)
    )
}

/// 滞后9项: what a list of tasks of one light is.
#[must_use]
pub fn tasks_of(word: &str, count: usize) -> String {
    format!("{word}的任务{count}项")
}

/// 一季度报告期应报部门24个：已报22个，未报2个。
#[must_use]
pub fn reporting(quarter: Quarter, all: usize, counts: &[(&str, usize)]) -> String {
    let parts: Vec<_> = counts.iter().map(|(word, count)| format!("{word}{count}个")).collect();
    format!("{}报告期应报部门{all}个：{}。", quarter.word(), parts.join("，"))
}

/// 未报的部门2个: what a list of departments is.
#[must_use]
pub fn departments_of(word: &str, count: usize) -> String {
    format!("{word}的部门{count}个")
}

/// 城改办：应报2项，未报（十三）、（十三）一季度遗留。
#[must_use]
pub fn owing(name: &str, owed: usize, missing: &str) -> String {
    format!("{name}：应报{owed}项，未报{missing}。")
}

/// 城管局填报，: whose account follows, where there are several.
#[must_use]
pub fn says(name: &str) -> String {
    format!("{name}填报，")
}

/// Before a round's due date nobody is late.
#[must_use]
pub fn not_due(quarter: Quarter, due: Date) -> String {
    format!("{}报告期应报日期为{}，尚未到期。", quarter.word(), date_in_words(due))
}

/// What those who have not reported are to do.
pub const REPORT: [&str; 2] = [
    "尽快补报",
    "未报和部分已报的部门应当立即补报所欠季度目标的进展情况，附佐证材料；尚未完成的，写明原因、措施、预计完成日期和责任人。",
];
/// What those who are slow are to do.
pub const SPEED_UP: [&str; 2] = [
    "加快推进滞后、较慢的任务",
    "有关责任部门应当逐项落实措施，按承诺的日期完成；有几个责任部门的，由牵头部门统筹。",
];

/// What comes next; after the year's last round what is open goes on.
#[must_use]
pub fn next_round(year: i16, next: Option<(Quarter, Date)>) -> [String; 2] {
    match next {
        Some((quarter, due)) => [
            "按时报送下一期".to_owned(),
            format!("{}报告期应报日期为{}，请各责任部门按时报送。", quarter.word(), date_in_words(due)),
        ],
        None => [
            "做好结转".to_owned(),
            format!("年内未完成的季度目标结转{}年继续办理，由原责任部门按原定内容报送进展。", year + 1),
        ],
    }
}
