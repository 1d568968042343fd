//! One paper laid out in the ways that papers come in: cells parted by bars, tabs, blanks or line ends, tasks split by
//! page breaks, labels and numbers written otherwise. Each says the same goals and tasks, and what must be looked at.
#![allow(clippy::unwrap_used, reason = "tests")]

mod covering;

use domain::numeral::to_chinese;
use domain::plan::Plan;
use paper::ProblemReason as P;

const RECORD: &str = "发布机构\u{FF1A}青溪县人民政府\n名称\u{FF1A}青溪县2019年度公共服务白皮书\n";
const HEADS: [&str; 4] = ["总体目标", "工作任务", "目标及进度", "责任部门"];
const LABELS: [&str; 5] = ["目标", "第一季度", "第二季度", "第三季度", "第四季度"];
/// Goal, title, objective and quarters, departments.
type Row = (&'static str, &'static str, [&'static str; 5], &'static [&'static str]);
const ROWS: [Row; 4] = [
    (
        "教育与就业",
        "新建公办幼儿园4所。",
        ["新增学位1260个。", "完成立项;启动平整。", "主体封顶。", "完成装修。", "4所幼儿园开园。"],
        &["教育局", "住建局"],
    ),
    (
        "教育与就业",
        "推进居家养老。",
        ["建成食堂20家。", "建成3家。", "建成6家,服务老人3万人次。", "建成6家。", "建成5家。"],
        &["民政局", "各街道办事处"],
    ),
    (
        "宜居城市",
        "改造老旧小区(三年行动)。",
        ["改造小区18个。", "确定名单。", "改造6个。", "改造7个。", "改造5个;评估。"],
        &["住建局"],
    ),
    (
        "宜居城市",
        "治理大气污染。",
        ["优良率92%以上。", "检查工地120个次。", "淘汰车辆300辆。", "检查企业80家。", "完成考核。"],
        &["生态环境局", "交警大队", "住建局"],
    ),
];

fn title(n: usize) -> String {
    format!("({}){}", to_chinese(n as u32 + 1), ROWS[n].1)
}

fn labelled(n: usize, from: usize, to: usize) -> Vec<String> {
    (from..to).map(|piece| format!("{}:{}", LABELS[piece], ROWS[n].2[piece])).collect()
}

fn progress(n: usize) -> String {
    labelled(n, 0, 5).join(" ")
}

fn is_first_of_goal(n: usize) -> bool {
    n == 0 || ROWS[n].0 != ROWS[n - 1].0
}

/// The table with bars that close every cell, as the 2013 paper has it.
fn closed() -> String {
    let mut text = head();
    for (n, row) in ROWS.iter().enumerate() {
        if is_first_of_goal(n) {
            text.push_str(&format!("{} |\n", row.0));
        }
        text.push_str(&format!("{} |\n{} |\n{} | |||\n", title(n), progress(n), row.3.join(" ")));
    }
    text
}

fn head() -> String {
    format!("{} | ||\n", HEADS.join(" |\n"))
}

/// The table with `parts` between cells and a row on a line; what `cells` makes of a row.
fn rows(parts: &str, cells: impl Fn(usize) -> Vec<String>) -> String {
    let lines = (0..ROWS.len()).map(|n| cells(n).join(parts) + "\n");
    format!("{}\n{}", HEADS.join(parts), lines.collect::<String>())
}

fn goal(n: usize) -> String {
    if is_first_of_goal(n) { ROWS[n].0.to_owned() } else { String::new() }
}

fn read(table: &str) -> (Plan, Vec<P>) {
    let text = format!("{RECORD}一、任务\n{table}二、监督\n电话:12345。\n");
    let reading = paper::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}\n{text}"));
    covering::holds(text.as_bytes(), &reading);
    (reading.plan, reading.problems.into_iter().map(|problem| problem.reason).collect())
}

/// The table says the same goals and tasks, with these problems.
fn check(table: &str, problems: &[P]) {
    let (plan, found) = read(table);
    assert_eq!(found, problems, "{table}");
    let tasks: Vec<_> = plan.tasks_with_goals().collect();
    assert_eq!(tasks.len(), ROWS.len(), "{table}");
    for (n, (goal, task)) in tasks.into_iter().enumerate() {
        let (name, title, texts, departments) = ROWS[n];
        assert_eq!(
            (goal.name.as_str(), task.number, task.title.as_str()),
            (name, n as u32 + 1, title),
            "{table}"
        );
        assert_eq!(task.objective.as_deref(), Some(texts[0]), "{table}");
        let milestones: Vec<_> = task.milestones.iter().map(|text| text.as_deref().unwrap_or("")).collect();
        assert_eq!(milestones, texts[1..], "{table}");
        assert_eq!(task.departments, departments, "{table}");
    }
    assert_eq!(plan.sections.last().unwrap().paragraphs, ["电话:12345。"], "{table}");
}

#[test]
fn cells_between_bars() {
    check(&closed(), &[]);
    let line = |n| vec![goal(n), title(n), progress(n), ROWS[n].3.join("、")];
    check(&rows(" | ", line), &[]);
    let bordered = rows(" | ", line).lines().map(|line| format!("| {line} |\n")).collect::<String>();
    check(&bordered, &[]);
    check(&bordered.replacen('\n', "\n| --- | --- | --- | --- |\n", 1), &[]);
}

#[test]
fn cells_between_blanks() {
    for parts in [" ", "    ", "\u{3000}", "  \t "] {
        for between in [" ", "、"] {
            let line = |n: usize| {
                let mut cells = vec![title(n), progress(n), ROWS[n].3.join(between)];
                if is_first_of_goal(n) {
                    cells.insert(0, goal(n));
                }
                cells
            };
            // A head with a tab makes a table of tabs.
            let table = rows(parts, line).replacen(&HEADS.join(parts), &HEADS.join("  "), 1);
            check(&table, &[]);
        }
    }
}

#[test]
fn cells_on_lines_of_their_own() {
    let cells = |n: usize, wrap: fn(String) -> String| {
        let mut lines = vec![title(n)];
        lines.extend(labelled(n, 0, 5));
        lines.extend(ROWS[n].3.iter().map(|&name| name.to_owned()));
        let goal = if is_first_of_goal(n) { format!("{}\n", goal(n)) } else { String::new() };
        goal + &lines.into_iter().map(wrap).collect::<Vec<_>>().join("\n") + "\n"
    };
    let table = |wrap| (0..ROWS.len()).map(|n| cells(n, wrap)).collect::<String>();
    let wrapped = |line: String| line.replacen("建成", "建\n成", 1).replacen("改造", "改\n造", 1);
    for head in [HEADS.join("\n"), HEADS.join("   ")] {
        check(&format!("{head}\n{}", table(|line| line)), &[]);
        check(&format!("{head}\n{}", table(|line| line).replace("\n第三", "\n---|---\n第三")), &[]);
        check(&format!("{head}\n\n{}", table(wrapped).replace("\n(", "\n\n(")), &[]);
    }
}

#[test]
fn cells_of_a_spreadsheet() {
    let quoted = |lines: Vec<String>| format!("\"{}\"", lines.join("\n"));
    let names = |n: usize| ROWS[n].3.iter().map(|&name| name.to_owned()).collect();
    check(&rows("\t", |n| vec![goal(n), title(n), quoted(labelled(n, 0, 5)), quoted(names(n))]), &[]);
    check(&rows("\t", |n| vec![goal(n), title(n), labelled(n, 0, 5).join("\n"), ROWS[n].3.join("\n")]), &[]);
    // The cells of goal and task merged over a line for each quarter, the departments' merged or repeated.
    for again in [false, true] {
        let merged = |n: usize| {
            let departments = ROWS[n].3.join("、");
            let further = labelled(n, 1, 5);
            let repeated = if again { departments.as_str() } else { "" };
            let further: String = further.iter().map(|text| format!("\n\t\t{text}\t{repeated}")).collect();
            vec![goal(n), title(n), labelled(n, 0, 1).join(""), departments + &further]
        };
        check(&rows("\t", merged), &[]);
    }
}

/// The closed table with the second task split after so many of its texts, and what stands between the two rows.
fn split(after: usize, departments: &str, between: &str, again: &str) -> String {
    let whole = format!("{} |\n", progress(1));
    let first =
        format!("{} |\n{} | ||\n{between}{again}", labelled(1, 0, after).join(" "), ROWS[1].3.join(" "));
    let rest = labelled(1, after, 5).join(" ");
    let rest = format!("{rest} |\n{departments} | |||\n");
    let ends = format!("{} | |||\n", ROWS[1].3.join(" "));
    closed().replacen(&format!("{whole}{ends}"), &format!("{first}{rest}"), 1)
}

#[test]
fn a_task_split_anywhere() {
    let goal = "教育与就业 |\n";
    let full = format!("{goal}(二)推进居家养老。 |\n");
    let departments = "民政局 各街道办事处";
    for after in 0..=5 {
        check(&split(after, departments, &head(), &full), &[]);
        check(&split(after, "", &head(), &full), &[]);
        let said = "教育与就业\u{FF08}续\u{FF09} |\n(二)推进居家养老。(续) |\n";
        check(&split(after, departments, &format!("续表\n{}", head()), said), &[P::PageMark]);
    }
    for after in 1..5 {
        check(&split(after, departments, "", "(二)推进居家养老。 |\n"), &[]);
        // The cells of goal and task are empty.
        check(&split(after, "", &head(), &format!("{goal} |\n")), &[]);
        check(&split(after, "", &head(), " |\n |\n"), &[]);
    }
    // A page break inside of a sentence.
    let page = format!("- 3 -\n{}{full}", head());
    let cut = format!("服务 |\n民政局 各街道办事处 | ||\n{page}老人");
    check(&closed().replacen("服务老人", &cut, 1), &[P::PageMark]);
    check(&closed().replacen("服务老人", "服务\n- 3 -\n老人", 1), &[P::PageMark]);
}

#[test]
fn labels() {
    let written = |one: fn(usize) -> String| {
        let name = |table: String, n: usize| table.replace(&format!("{}:", LABELS[n]), &one(n));
        (1..5).fold(closed(), name)
    };
    let numeral = |n: usize| to_chinese(n as u32);
    check(&written(|n| format!("2019年第{n}季度\u{FF1A}")), &[]);
    for table in [
        written(|n| format!("{}目标:", LABELS[n])),
        written(|n| format!("{}\u{FF08}{}-{}月\u{FF09}\u{FF1A}", LABELS[n], n * 3 - 2, n * 3)),
        written(|n| format!("【{}】", LABELS[n])),
        written(|n| format!("{}\u{2014}\u{2014}", LABELS[n])),
        written(|n| format!("({n}){}:", LABELS[n])),
        written(|n| format!("{}-{}月:", n * 3 - 2, n * 3)),
        written(|n| format!("Q{n}:")),
        written(|n| format!("\n{}\n", LABELS[n])),
    ] {
        check(&table, &[]);
    }
    assert_eq!(numeral(4), "四");
    // Without a colon at a line's start a quarter is taken for a label, which is said.
    let table = written(|n| format!("\n{}\u{FF0C}", LABELS[n]));
    check(&table, &[P::NoColon; 16]);
    // In the middle of a line it is not, which is said too.
    let (_, found) = read(&closed().replacen("第三季度:改造7个", "第三季度改造7个", 1));
    assert_eq!(found, [P::QuarterInside]);
}

#[test]
fn numberings() {
    let numbered = |one: fn(usize) -> String| {
        let name = |table: String, n: usize| table.replace(&title(n), &format!("{}{}", one(n), ROWS[n].1));
        (0..ROWS.len()).fold(closed(), name)
    };
    for table in [
        numbered(|n| format!("{}.", n + 1)),
        numbered(|n| format!("{}\u{3001}", n + 1)),
        numbered(|n| format!("{}\u{3001}", to_chinese(n as u32 + 1))),
        numbered(|n| format!("\u{FF08}{}\u{FF09}", n + 1)),
    ] {
        check(&table, &[]);
    }
    // Lists inside of a cell are no tasks.
    for list in ["1.完成立项;\n2.启动平整。", "(1)完成立项;\n(2)启动平整。"] {
        let (plan, found) = read(&closed().replacen("完成立项;启动平整。", list, 1));
        assert_eq!((plan.tasks().count(), found), (4, vec![]));
        let line = |n: usize| vec![goal(n), title(n), progress(n), ROWS[n].3.join("、")];
        let (plan, found) = read(&rows("\t", line).replacen("完成立项;启动平整。", list, 1));
        assert_eq!((plan.tasks().count(), found), (4, vec![]));
    }
}

#[test]
fn columns_of_another_purpose() {
    let line = |n: usize| {
        let name = "王志强".to_owned();
        vec![(n + 1).to_string(), goal(n), title(n), progress(n), name, ROWS[n].3.join("、")]
    };
    let heads = ["序号", "总体目标", "工作任务", "目标及进度", "分管领导", "责任部门"];
    let mut expected = vec![P::UnknownHead; 2];
    expected.extend([P::ExtraCell; 4]);
    for parts in ["\t", " | "] {
        check(&rows(parts, line).replacen(&HEADS.join(parts), &heads.join(parts), 1), &expected);
    }
}

#[test]
fn tasks_without_departments() {
    let table = closed();
    for row in ROWS {
        let cell = format!("\n{} | |||", row.3.join(" "));
        for (with, found) in [(table.replacen(&cell, "\n | |||", 1), 1), (table.replacen(&cell, "", 1), 1)] {
            let (plan, problems) = read(&with);
            assert_eq!(problems, vec![P::NoDepartments; found], "{with}");
            assert_eq!(plan.goals.iter().map(|goal| goal.tasks.len()).collect::<Vec<_>>(), [2, 2], "{with}");
        }
    }
}
