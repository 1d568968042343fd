//! Milestones adjusted, departments merged and split, open milestones carried over, from a terminal.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, paper};
use serde_json::{Value, json};

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

fn lines(list: &Value) -> Vec<Value> {
    list["lines"].as_array().unwrap().clone()
}

fn tasks(list: &Value) -> Vec<u64> {
    lines(list).iter().map(|one| one["milestone"]["task"].as_u64().unwrap()).collect()
}

const CHANGE: [&str; 16] = [
    "change",
    "milestone",
    "--task",
    "8",
    "--quarter",
    "1",
    "--from",
    "2013-03-01",
    "--reason",
    "选址变更",
    "--basis",
    "府办〔2013〕12号",
    "--approver",
    "王某",
    "--year",
    "2013",
];

#[test]
fn a_milestone_is_deferred_by_decision_and_the_published_words_stay() {
    let office = Office::with_plan();
    let before = office.bps(&["task", "show", "8", "--json"]).done().json();
    let change = with(&CHANGE, &["--kind", "deferred", "--to", "2013Q3", "--json"]);
    let changed = office.bps(&change).done().json();
    assert_eq!((&changed["kind_word"], &changed["approver"]), (&json!("延期"), &json!("王某")));
    assert!(changed["words"].as_str().unwrap().contains("府办〔2013〕12号"));
    let after = office.bps(&["task", "show", "8", "--as-of", "2013-05-02", "--json"]).done().json();
    assert_eq!(before["milestones"], after["milestones"]);
    // Asked for in its new round only.
    assert_eq!(after["states"][0]["state"], "not_due");
    let listed = office.bps(&["change", "list", "--json"]).done().json();
    assert_eq!(listed["milestones"][0], changed);
    office.bps(&["check"]).done();
}

#[test]
fn a_change_without_its_reason_paper_approver_or_sense_is_refused() {
    let office = Office::with_plan();
    let refused = |at: usize, value: &'static str, rest: &[&'static str], words: &str| {
        let mut change = CHANGE;
        change[at] = value;
        office.bps(&with(&change, rest)).refused(words);
    };
    let cancelled = ["--kind", "取消"];
    refused(9, " ", &cancelled, "理由");
    refused(11, " ", &cancelled, "文件名称和文号");
    refused(13, " ", &cancelled, "批准人");
    refused(3, "21", &cancelled, "没有编号为“21”的任务");
    refused(5, "5", &cancelled, "季度");
    refused(3, "8", &["--kind", "暂停"], "不是计划变更的种类");
    refused(3, "8", &["--kind", "deferred", "--to", "2013Q1"], "不晚于");
    refused(3, "8", &["--kind", "reworded"], "调整后的目标");
    let shown = office.bps(&["task", "show", "8", "--json"]).done().json();
    let same = shown["milestones"][0].as_str().unwrap().to_owned();
    office.bps(&with(&CHANGE, &["--kind", "reworded", "--text", &same])).refused("与公布的相同");
    let none = office.bps(&["change", "list", "--json"]).done().json();
    assert_eq!(none, json!({ "milestones": [], "organisation": [] }));
    // The control.
    office.bps(&with(&CHANGE, &cancelled)).done();
}

#[test]
fn merged_departments_hand_their_tasks_to_the_successor_from_the_day_on() {
    let office = Office::with_plan();
    let merged = [
        "change",
        "organisation",
        "--kind",
        "merged",
        "--before",
        "文体局",
        "--after",
        "文广旅体局",
        "--effective",
        "2013-09-01",
        "--basis",
        "深编〔2013〕7号",
        "--full",
        "文化广电旅游体育局",
    ];
    let preview = office.bps(&with(&merged, &["--preview", "--json"])).done().json();
    assert!(preview["consequences"][0].as_str().unwrap().contains("新设部门"), "{preview}");
    let recorded = office.bps(&["change", "list", "--json"]).done().json();
    assert_eq!(recorded["organisation"], json!([]));
    let changed = office.bps(&with(&merged, &["--json"])).done().json();
    assert_eq!(
        changed["words"],
        "2013年9月1日起\u{FF0C}文体局合并为文广旅体局\u{FF08}深编〔2013〕7号\u{FF09}。"
    );
    assert!(changed["moves"].as_array().unwrap().iter().any(|one| one["task"] == 5));
    let add = |department: &str, round: &str| {
        let entry = ["progress", "add", "--task", "5", "--quarter", "1", "--claim", "done", "--text", "已办"];
        office.bps(&with(&entry, &["--department", department, "--round", round]))
    };
    // By the round's last day: the predecessor until the second quarter, the successor from the third on.
    add("文体局", "2013Q1").done();
    add("文广旅体局", "2013Q1").refused("不是任务");
    add("文广旅体局", "2013Q3").done();
    add("文体局", "2013Q3").refused("由文广旅体局接手");
    let names = |round: &str| {
        let list = office.bps(&["chase", "list", "--round", round, "--as-of", "2013-10-31", "--json"]).done();
        let lines = list.json()["lines"].as_array().unwrap().clone();
        lines.iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(names("2013Q2").iter().any(|name| name == "文体局"));
    assert!(names("2013Q3").iter().any(|name| name == "文广旅体局"));
    let file = office.path("q3.pdf").display().to_string();
    office.bps(&["report", "quarter", "--period", "2013Q3", "-o", &file]).done();
    office.bps(&["check"]).done();
}

#[test]
fn splits_and_transfers_say_where_each_task_goes() {
    let office = Office::with_plan();
    let split = [
        "change",
        "organisation",
        "--kind",
        "split",
        "--before",
        "文体局",
        "--after",
        "文化局",
        "--after",
        "体育局",
        "--effective",
        "2013-09-01",
        "--basis",
        "深编〔2013〕8号",
    ];
    office.bps(&split).refused("还没有写明由谁接手");
    office.bps(&with(&split, &["--task", "5=教育局"])).refused("不在变动后的部门之中");
    office.bps(&with(&split, &["--task", "1=文化局"])).refused("不负责任务");
    office.bps(&with(&split, &["--task", "5"])).refused("编号=部门");
    office.bps(&with(&split, &["--task", "今年/5=文化局"])).refused("编号=部门");
    let tasks = ["--task", "2013/5=文化局"];
    office.bps(&with(&with(&split, &tasks), &["--full", "区文化局"])).refused("哪个部门的全称");
    let full = ["--full", "文化局=区文化局", "--full", "体育局=区体育局", "--preview", "--json"];
    let preview = office.bps(&with(&with(&split, &tasks), &full)).done().json();
    assert_eq!(preview["moves"], json!([{ "year": 2013, "task": 5, "from": "文体局", "to": "文化局" }]));
    let says = preview["consequences"][0].as_str().unwrap();
    assert!(says.contains("区文化局") && says.contains("区体育局"), "{says}");
    let transfer = [
        "change",
        "organisation",
        "--kind",
        "transferred",
        "--before",
        "文体局",
        "--after",
        "教育局",
        "--effective",
        "2013-09-01",
        "--basis",
        "会议纪要",
    ];
    office.bps(&transfer).refused("哪些任务");
    let changed = office.bps(&with(&transfer, &["--task", "五=教育局", "--json"])).done().json();
    assert_eq!(changed["moves"], json!([{ "year": 2013, "task": 5, "from": "文体局", "to": "教育局" }]));
    let renamed = [
        "change",
        "organisation",
        "--kind",
        "更名",
        "--before",
        "文体局",
        "--after",
        "文旅局",
        "--effective",
        "2013-10-01",
        "--basis",
        "深编〔2013〕9号",
    ];
    office.bps(&renamed).done();
    // Any of its names is taken.
    office.bps(&["contact", "set", "--department", "文旅局", "--name", "王某"]).done();
    office.bps(&["contact", "set", "--department", "文体局", "--name", "李某"]).done();
    assert_eq!(office.bps(&["contact", "list", "--json"]).done().json().as_array().unwrap().len(), 2);
}

#[test]
fn what_is_open_is_carried_into_a_task_of_the_next_year() {
    let office = Office::with_plan();
    let open = office.bps(&["carry", "list", "--year", "2013", "--json"]).done().json();
    assert_eq!(lines(&open).len(), 80);
    office.bps(&with(&CHANGE, &["--kind", "cancelled"])).done();
    let open = office.bps(&["carry", "list", "--year", "2013", "--json"]).done().json();
    let cited = lines(&open);
    assert_eq!((cited.len(), cited[0]["into_year"].is_null()), (79, true));
    // The year is long over, but nobody has closed its fourth round.
    assert!(open["provisional"].as_str().unwrap().contains("请先关闭报告期"));
    let confirm = ["carry", "confirm", "--year", "2013", "--task", "5", "--quarter", "1"];
    office.bps(&with(&confirm, &["--into", "5"])).refused("2014");
    let next = fs_err::read_to_string(paper()).unwrap().replace("2013", "2014");
    let next = office.file("2014.txt", next.as_bytes());
    office.bps(&["paper", "import", &next]).done();
    let confirmed = office.bps(&with(&confirm, &["--into", "五", "--json"])).done().json();
    assert_eq!((&confirmed["into_task"], &confirmed["decided"]), (&json!(5), &json!(true)));
    let listed = office.bps(&["carry", "list", "--year", "2013", "--json"]).done().json();
    let cited = lines(&listed);
    let other = cited.iter().find(|one| one["milestone"]["task"] == 1).unwrap();
    assert_eq!((&other["suggested"], &other["decided"]), (&json!(1), &json!(false)));
    assert!(other["words"].as_str().unwrap().contains("2013年"));
    office
        .bps(&["carry", "confirm", "--year", "2013", "--task", "8", "--quarter", "1", "--into", "8"])
        .refused("没有结转");
    // Departments came along: no second one of any name.
    assert!(!tasks(&listed).is_empty());
    let departments = |year: &str| {
        let list = office.bps(&["chase", "list", "--round", year, "--json"]).done().json();
        let lines = list["lines"].as_array().unwrap().clone();
        lines.iter().map(|line| line["department"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(departments("2013Q1"), departments("2014Q1"));
}
