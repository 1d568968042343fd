//! Every word that the documents print and that nobody typed in.
//!
//! The words for state come from `domain::state` and `domain::claim`; what is printed around them stands here once.

use domain::department::Department;
use domain::period::{Quarter, Round, date_in_words};
use jiff::civil::Date;

mod codes;
pub mod evidence_book;
pub mod office;
pub mod official;
mod promise;
pub mod submission;
pub mod task_page;
mod verification;

pub use codes::{evidence_codes, personal_evidence, unnumbered_evidence};
pub use promise::{PromiseSeen, promise_in_words, promised_before, promised_dates, promised_now, then_done};
pub use verification::{
    COLUMNS_VERIFICATION, DRAWING, ENTRY_WITHDRAWN, NO_EVIDENCE, PERSONAL, REMARKS, VERIFICATION_SIGNATURES,
    claimed, drawn, drawn_on, population, seed, to_tick, verification_title, verified_by,
};

/// The mark of the sample store's paper.
pub const SAMPLE: &str = "【示例】";
/// The mark of a paper that nobody has signed yet.
pub const DRAFT: &str = "送审稿";
/// Before the check code in the foot of an issued paper.
pub const CHECK_CODE: &str = "校验码";
/// Before the ledger head in the foot of an issued paper.
pub const LEDGER_HEAD: &str = "账本头";
/// The mark of a paper from which is left out what is not for the public.
pub const PUBLIC: &str = "公开版";
/// Before the yearly sentence of a task.
pub const OBJECTIVE_LABEL: &str = "目标：";
/// The white paper's column heads, where the paper has none of its own.
pub const COLUMNS: [&str; 4] = ["总体目标", "工作任务", "目标及进度", "责任部门"];
/// The heads of the call list.
pub const COLUMNS_CALL_LIST: [&str; 8] =
    ["序号", "责任部门", "报送", "未报的季度目标", "盖章件", "联络员", "电话", "通话记录"];
/// Before the name of the lead (牵头).
pub const LEAD: char = '△';
/// Before the reason of a milestone that was not reached.
pub const CAUSE: &str = "原因：";
/// Before what is done about it.
pub const MEASURE: &str = "措施：";
/// Before what comes next.
pub const NEXT_STEP: &str = "下一步：";
/// Before who answers for it.
pub const PERSON: &str = "责任人：";
/// Before the evidence codes.
pub const EVIDENCE: &str = "佐证：";
/// Before the reason of a decision by the supervision office.
pub const FINDING: &str = "督查室认定：";
/// In place of a milestone, where the paper promises nothing for the round's quarter.
pub const NO_MILESTONE: &str = "白皮书未列本季度目标。";
/// Opens the legend.
pub const LEGEND: &str = "说明：";

/// For a department that the store does not know.
pub const UNKNOWN_DEPARTMENT: &str = "该部门";

/// 2013年一季度工作进展情况表.
#[must_use]
pub fn quarter_title(round: Round) -> String {
    format!("{}年{}工作进展情况表", round.year, round.span_word())
}

/// 2013年一季度催报表.
#[must_use]
pub fn call_list_title(round: Round) -> String {
    format!("{}年{}催报表", round.year, round.quarter.word())
}

/// （城管局）, after the title of one department's edition.
#[must_use]
pub fn of_department(name: &str) -> String {
    format!("（{name}）")
}

/// 数据截至2013年4月24日.
#[must_use]
pub fn as_of(day: Date) -> String {
    format!("数据截至{}", date_in_words(day))
}

/// 编制单位：盐田区督查室.
#[must_use]
pub fn made_by(unit: &str) -> String {
    format!("编制单位：{unit}")
}

/// 第一季度：, before a milestone as the paper prints it.
#[must_use]
pub fn milestone_label(quarter: Quarter) -> String {
    format!("{}：", quarter.ordinal_word())
}

/// 一季度遗留：, before what an earlier quarter left open.
#[must_use]
pub fn carried_over_label(quarter: Quarter) -> String {
    format!("{}遗留：", quarter.word())
}

/// 【自报完成】.
#[must_use]
pub fn in_brackets(word: &str) -> String {
    format!("【{word}】")
}

/// 全年进展：一季度未报。
#[must_use]
pub fn year_light(reason: &str) -> String {
    format!("全年进展：{reason}。")
}

/// 全年进展滞后.
#[must_use]
pub fn year_light_word(word: &str) -> String {
    format!("全年进展{word}")
}

/// The state's word on lines of at most five characters: 自报 stands on its own where the rest is long.
#[must_use]
pub fn state_in_lines(word: &str) -> String {
    match word.strip_prefix("自报") {
        Some(rest) if word.chars().count() > 5 => format!("自报\n{rest}"),
        _ => word.to_owned(),
    }
}

/// The sentence in place of a table that would be empty.
#[must_use]
pub fn no_tasks(year: i16, department: Option<&str>) -> String {
    match department {
        Some(name) => format!("{year}年度公共服务白皮书中没有由{name}负责的工作任务。"),
        None => format!("{year}年度公共服务白皮书中没有工作任务。"),
    }
}

/// 一季度节点20项：完成9项，部分完成3项，未报8项。 The counts are the caller's and add up to the total.
#[must_use]
pub fn counted(what: &str, total: usize, counts: &[(&str, usize)]) -> String {
    let parts: Vec<_> = counts.iter().map(|(word, count)| format!("{word}{count}项")).collect();
    format!("{what}{total}项：{}。", parts.join("，"))
}

/// What the sentence on year lights counts.
pub const TASKS: &str = "工作任务";

/// What the first sentence counts: 一季度节点.
#[must_use]
pub fn nodes_of(word: &str) -> String {
    format!("{word}节点")
}

/// What the sentence on earlier quarters counts: 其中一季度遗留, 其中以前季度遗留.
#[must_use]
pub fn nodes_carried_over(quarters: &[Quarter]) -> String {
    match quarters {
        [only] => format!("其中{}遗留", only.word()),
        _ => "其中以前季度遗留".to_owned(),
    }
}

/// （五）、（七）一季度遗留: milestones as a round sees them.
#[must_use]
pub fn milestones(keys: &[(u32, Quarter)], round: Round) -> String {
    let words = keys.iter().map(|&(task, quarter)| {
        let number = format!("（{}）", domain::numeral::to_chinese(task));
        if quarter == round.quarter { number } else { format!("{number}{}遗留", quarter.word()) }
    });
    words.collect::<Vec<_>>().join("、")
}

/// 二季度未报, 一季度遗留部分完成.
#[must_use]
pub fn state_of(quarter: Quarter, carried_over: bool, state: &str) -> String {
    format!("{}{}{state}", quarter.word(), if carried_over { "遗留" } else { "" })
}

/// In place of the counted sentence where the paper promises nothing for that span.
#[must_use]
pub fn no_nodes(word: &str) -> String {
    format!("白皮书未列{word}节点。")
}

/// 一季度节点已报15项，其中无佐证3项。
#[must_use]
pub fn evidence_count(what: &str, stated: usize, without: usize) -> String {
    match (stated, without) {
        (0, _) => String::new(),
        (_, 0) => format!("{what}已报{stated}项，均有佐证。"),
        (_, without) if without == stated => format!("{what}已报{stated}项，均无佐证。"),
        (_, without) => format!("{what}已报{stated}项，其中无佐证{without}项。"),
    }
}

/// 3家责任部门2家已报，经促局未报。
#[must_use]
pub fn coverage(all: usize, silent: &[&str]) -> String {
    if silent.is_empty() {
        return format!("{all}家责任部门均已报。");
    }
    format!("{all}家责任部门{}家已报，{}未报。", all - silent.len(), silent.join("、"))
}

/// 城管局（牵头）自报已完成：
#[must_use]
pub fn stated_by(name: &str, lead: bool, responsible: bool, claim: &str) -> String {
    let part = match (lead, responsible) {
        (true, _) => "（牵头）",
        (false, true) => "",
        (false, false) => "（非责任部门）",
    };
    format!("{name}{part}自报{claim}：")
}

/// 梅沙街道办自报部分完成。 Before its account, where the lead's text stands for its own.
#[must_use]
pub fn stated_beside(name: &str, lead: bool, responsible: bool, claim: &str) -> String {
    format!("{}。", stated_by(name, lead, responsible, claim).trim_end_matches('：'))
}

/// （民政局汇总）, after the lead's text for all departments.
#[must_use]
pub fn summed_up_by(name: &str) -> String {
    format!("（{name}汇总）")
}

/// （一季度报告期所报，本期未再报）, after a statement that is older than the report.
#[must_use]
pub fn stated_earlier(round: Round, still_open_in: Option<&str>) -> String {
    let again = still_open_in.map(|word| format!("，{word}未再报")).unwrap_or_default();
    format!("（{}报告期所报{again}）", round.quarter.word())
}

/// （见上期完成情况，本期未再报）, in place of a statement that stands in the column beside.
#[must_use]
pub fn stated_last(still_open: bool) -> &'static str {
    if still_open { "（见上期完成情况，本期未再报）" } else { "（见上期完成情况）" }
}

/// In the column of the last round, where the year has none.
pub const NO_LAST_ROUND: &str = "本期为年度第一个报告期，没有上期。";
/// In the column of the last round, for what was not due in it.
pub const NOT_DUE_LAST: &str = "上期未到期。";
/// For a leader that nobody has named.
pub const NO_LEADER: &str = "未定";

/// 3月底: the end of the quarter that a round is, with the year where it is another.
#[must_use]
pub fn month_end(round: Round, year: i16) -> String {
    let year_word = if round.year == year { String::new() } else { format!("{}年", round.year) };
    format!("{year_word}{}月底", round.quarter.number() * 3)
}

/// 延至6月底, for what was put off by decision.
#[must_use]
pub fn put_off_to(month_end: &str) -> String {
    format!("延至{month_end}")
}

/// In place of a time limit, for what is no longer asked.
pub const CANCELLED: &str = "已取消";

/// （补报：一季度报告期截止后于7月8日报来）, after a statement that came too late for its round.
#[must_use]
pub fn after_closing(round: Round, handed_in: Option<Date>, year: i16) -> String {
    let on = handed_in.map(|day| format!("于{}", day_in_year(day, year))).unwrap_or_default();
    format!("（补报：{}报告期截止后{on}报来）", round.quarter.word())
}

/// 年内未完成，结转2014年继续办理。
#[must_use]
pub fn goes_forward(year: i16) -> String {
    format!("年内未完成，结转{}年继续办理。", year + 1)
}

/// 文艺演出26场（全年40场）.
#[must_use]
pub fn reached(name: &str, amount: &str, annual: Option<&str>) -> String {
    let annual = annual.map(|annual| format!("（全年{annual}）")).unwrap_or_default();
    format!("{name}{amount}{annual}")
}

/// 合计：社区家园网8个（应达8个）。 Below the statements of departments that each did a part.
#[must_use]
pub fn together(numbers: &[String]) -> String {
    format!("合计：{}。", numbers.join("，"))
}

/// 累计：文艺演出26场（全年40场），文艺展览8场（全年16场）。
#[must_use]
pub fn reached_so_far(reached: &[String]) -> String {
    format!("累计：{}。", reached.join("，"))
}

/// One item of those not done, with its own word where that is not 未完成.
#[must_use]
pub fn undone_item(item: &str, word: Option<&str>) -> String {
    word.map_or_else(|| item.to_owned(), |word| format!("{item}（{word}）"))
}

/// 3项完成2项，未完成：编制调查报告。
#[must_use]
pub fn items(all: usize, done: usize, undone: &[String], unstated: usize) -> String {
    let undone =
        if undone.is_empty() { String::new() } else { format!("，未完成：{}", undone.join("；")) };
    let unstated = if unstated == 0 { String::new() } else { format!("，{unstated}项未说明") };
    format!("{all}项完成{done}项{undone}{unstated}。")
}

/// 文艺演出12场（应达10场以上）.
#[must_use]
pub fn value(name: &str, amount: &str, measure: &str, promised: Option<&str>) -> String {
    let promised = promised.map(|promised| format!("（应达{promised}）")).unwrap_or_default();
    format!("{name}{amount}{measure}{promised}")
}

/// 5月31日, with the year where it is another.
#[must_use]
pub fn day_in_year(day: Date, year: i16) -> String {
    let year_word = if day.year() == year { String::new() } else { format!("{}年", day.year()) };
    format!("{year_word}{}月{}日", day.month(), day.day())
}

/// 7月8日填报, after 逾期完成: the day on which it was stated.
#[must_use]
pub fn stated_on(day: Date, year: i16) -> String {
    format!("{}填报", day_in_year(day, year))
}

/// （督查室代录，来源：盖章纸件）; a public edition does not name the source.
#[must_use]
pub fn on_behalf(source: &str) -> String {
    let source = if source.is_empty() { String::new() } else { format!("，来源：{source}") };
    format!("（督查室代录{source}）")
}

/// The department's name for a page of that day: the new name with the published one behind it.
#[must_use]
pub fn department_name(department: Option<&Department>, day: Date, published: &str) -> String {
    department.map_or_else(|| published.to_owned(), |department| department.name_with_former(day, published))
}

/// The same for a narrow column: the former name begins a line, so that neither name is broken.
#[must_use]
pub fn department_in_lines(name: &str) -> String {
    name.replacen("（原", "\n（原", 1)
}

/// What the legend says of each sign that is no state.
pub mod legend {
    /// 自报.
    pub const CLAIMED: &str = "“自报”为责任部门填报、督查室尚未认定";
    /// 遗留.
    pub const CARRIED_OVER: &str = "“遗留”为以前季度未完成、本期继续填报的目标";
    /// △.
    pub const LEAD: &str = "△牵头部门";
    /// 未报.
    pub const UNREPORTED: &str = "未报：已到期而责任部门均未填报";
    /// 不计.
    pub const CONDITION_NOT_MET: &str = "不计：白皮书所列前提条件未成立";
    /// ※.
    pub const ADJUSTED: &str = "已调整：经批准调整、延期或取消的目标";
    /// 补报.
    pub const AFTER_CLOSING: &str = "“补报”为所属报告期截止后报来、计入本期的填报";
    /// 提前完成.
    pub const EARLY: &str = "提前完成：在所属季度以前的报告期完成";
    /// 逾期完成.
    pub const LATE: &str = "逾期完成：在所属季度以后的报告期完成";
    /// The codes.
    pub const EVIDENCE: &str = "佐证编号依次为任务、季度、部门、序号";
    /// The months.
    pub const LIMIT: &str = "“完成时限”为该季度末的月份，“现承诺”为责任部门最近填报的预计完成日期";
    /// The year lights.
    pub const LIGHT: &str = "“目标”一行的状态为全年进展";
}
