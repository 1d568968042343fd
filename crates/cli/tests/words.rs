//! The command line takes the words of a person: Chinese words beside codes, a round or a number bare or after its option,
//! and nothing that is obvious; its help and refusals are Chinese.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, Said};

fn add(office: &Office, task: &str, department: &str, more: &[&str]) -> Said {
    let line = ["progress", "add", "--task", task, "--quarter", "1", "--department", department];
    office.bps(&[&line, more].concat()).done()
}

#[test]
fn an_entry_is_reviewed_without_what_is_obvious() {
    let office = Office::with_plan();
    let accept = |more: &[&str]| office.bps(&[&["review", "accept", "--quarter", "1"], more].concat());
    accept(&["--task", "5"]).refused("文体局");
    add(&office, "5", "文体局", &["--claim", "已完成", "--text", "演出12场"]);
    let said = accept(&["--task", "5", "--finding", "与自报一致"]).done();
    assert!(said.out.contains("已通过\u{FF1A}文体局"), "{}", said.out);
    // Reported in a later round only.
    add(&office, "1", "教育局", &["--round", "2013Q2", "--claim", "done", "--text", "一"]);
    let said = accept(&["--task", "1", "--department", "教育局", "--json"]).done().json();
    assert_eq!((&said["round"], &said["stage"]), (&"2013Q2".into(), &"accepted".into()));
    // Two departments: one must be named.
    for department in ["城管局", "经促局"] {
        add(&office, "12", department, &["--claim", "done", "--text", "一"]);
    }
    accept(&["--task", "12"]).refused("城管局\u{FF08}2013Q1\u{FF09}、经促局\u{FF08}2013Q1\u{FF09}");
    accept(&["--task", "12", "--department", "经促局"]).done();
    accept(&["--task", "12", "--department", "梅沙街道办"]).refused("还没有提交");
}

#[test]
fn a_round_stands_bare_or_after_its_option() {
    let office = Office::with_plan();
    for round in [&["2013Q1"][..], &["--round", "2013Q1"], &["--period", "2013Q1"]] {
        let bps = |words: &[&str], more: &[&str]| office.bps(&[words, round, more].concat()).done();
        assert!(bps(&["status"], &[]).out.starts_with("2013Q1　"));
        bps(&["round", "close"], &[]);
        let closed = bps(&["status"], &["--json"]).json();
        assert_eq!(closed["round_state"], "closed", "as `round list` says");
        bps(&["round", "reopen"], &["--reason", "补报"]);
        bps(&["feedback", "count"], &[]);
        let pdf = office.path("calls.pdf").display().to_string();
        bps(&["report", "calls"], &["-o", &pdf]);
    }
    office.bps(&["round", "close"]).refused_as(2, "缺少 <报告期>");
    office.bps(&["status", "2013Q1", "--period", "2013Q2"]).refused_as(2, "不能同用");
    assert!(office.bps(&["carry", "list"]).done().out.contains("一季度"));
}

#[test]
fn a_role_that_is_none_is_told() {
    let office = Office::new();
    let said = office.bps(&["person", "grant", "李某", "--roles", "胡"]);
    said.refused_as(2, "填报、审核、督查、管理");
}

#[test]
fn feedback_needs_its_kind_and_its_words_only() {
    let office = Office::with_plan();
    let long = format!("{}\n第二行", "路灯不亮".repeat(20));
    let added = office.bps(&["feedback", "add", "--kind", "投诉", "--text", &long, "--json"]).done().json();
    let line = &added["line"];
    assert_eq!((&line["kind"], &line["channel"]), (&"complaint".into(), &"telephone".into()));
    assert_eq!(line["subject"].as_str().unwrap().chars().count(), 30);
    let receipt = line["receipt"].as_str().unwrap();
    office.bps(&["feedback", "answer", receipt, "--text", "已修"]).done();
    office.bps(&["feedback", "answer", "--number", "1", "--text", "已修好"]).done();
    office.bps(&["feedback", "close", "1"]).done();
    office.bps(&["feedback", "add", "--kind", "投诉", "--text", " "]).refused("内容");
    office.bps(&["feedback", "add", "--kind", "夸奖", "--text", "一"]).refused_as(2, "不能是“夸奖”");
}

#[test]
fn the_help_has_no_english_words() {
    let office = Office::new();
    for words in
        [&[][..], &["progress", "add"], &["supervise", "step"], &["review", "accept"], &["feedback", "add"]]
    {
        for help in ["--help", "-h"] {
            let said = office.bps(&[words, &[help]].concat()).done().out;
            let english =
                ["OPTIONS", "COMMAND", "Options", "Arguments", "ossible values", "default", "Usage"];
            assert!(!english.iter().any(|word| said.contains(word)), "{said}");
        }
    }
}
