//! Rounds closed and reopened, who has not reported, sealed copies and contact persons, from a terminal.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::Office;
use serde_json::{Value, json};

fn report(office: &Office, task: &str, department: &str) {
    let claim = ["--quarter", "1", "--claim", "done", "--text", "已办"];
    let arguments = ["progress", "add", "--task", task, "--department", department];
    office.bps(&[&arguments[..], &claim].concat()).done();
}

fn line<'a>(list: &'a Value, name: &str) -> &'a Value {
    list["lines"].as_array().unwrap().iter().find(|line| line["name"] == name).unwrap()
}

#[test]
fn a_round_is_closed_once_and_reopened_with_a_reason() {
    let office = Office::with_plan();
    let rounds = office.bps(&["round", "list", "--json"]).done().json();
    assert_eq!((&rounds[0]["due"], &rounds[0]["state"]), (&json!("2013-04-24"), &json!("open")));
    office.bps(&["round", "reopen", "--round", "2013Q1", "--reason", "漏报"]).refused("没有关闭");
    let closed = office.bps(&["round", "close", "--round", "2013Q1", "--json", "--by", "李某"]).done().json();
    assert_eq!((&closed["state"], &closed["closings"][0]["closed_by"]), (&json!("closed"), &json!("李某")));
    office.bps(&["round", "close", "--round", "2013Q1"]).refused("已由李某于");
    office.bps(&["round", "reopen", "--round", "2013Q1"]).refused("还缺理由");
    let open = office.bps(&["round", "reopen", "--round", "2013Q1", "--reason", "一家漏报", "--json"]);
    let open = open.done().json();
    assert_eq!((&open["state"], &open["state_word"]), (&json!("open"), &json!("已重开")));
    assert_eq!(open["closings"][0]["reopened_reason"], "一家漏报");
    // Closed again: both closings stay.
    let again = office.bps(&["round", "close", "--round", "2013Q1", "--json"]).done().json();
    assert_eq!(again["closings"].as_array().unwrap().len(), 2);
    office.bps(&["round", "close", "--round", "2013Q9"]).refused("报告期");
    office.bps(&["round", "close", "--round", "2012Q1"]).refused("2012");
    office.bps(&["check"]).done();
}

#[test]
fn who_has_not_reported_is_told_with_whom_to_call() {
    let office = Office::with_plan();
    let list = |arguments: &[&str]| {
        let all = [&["chase", "list", "--round", "2013Q1", "--as-of", "2013-04-24"], arguments].concat();
        office.bps(&all).done()
    };
    let before = list(&["--json"]).json();
    let total = before["total"].as_u64().unwrap();
    assert_eq!((&before["due"], &before["sealed"]), (&json!("2013-04-24"), &json!(0)));
    assert_eq!(before["counts"], json!([{ "reported": "nothing", "word": "未报", "count": total }]));
    assert_eq!(line(&before, "文体局")["missing_words"], "\u{FF08}五\u{FF09}");
    report(&office, "5", "文体局");
    office
        .bps(&["sealed", "add", "--round", "2013Q1", "--department", "文体局", "--on", "2013-04-22"])
        .done();
    let set = ["contact", "set", "--department", "文体局", "--name"];
    office.bps(&[&set[..], &["王某", "--telephone", "25228502"]].concat()).done();
    let after = list(&["--json"]).json();
    let counts: u64 =
        after["counts"].as_array().unwrap().iter().map(|count| count["count"].as_u64().unwrap()).sum();
    assert_eq!((counts, &after["sealed"]), (total, &json!(1)));
    let reported = line(&after, "文体局");
    assert_eq!((&reported["reported"], &reported["contact"]), (&json!("all"), &json!("王某")));
    assert_eq!(
        (&reported["sealed"]["on"], &reported["telephone"]),
        (&json!("2013-04-22"), &json!("25228502"))
    );
    // On a terminal those who owe nothing are left out unless asked for.
    assert!(!list(&[]).out.contains("文体局") && list(&["--all"]).out.contains("文体局"));
    // Before the due date nothing is 未报.
    let early = office.bps(&["chase", "list", "--round", "2013Q1", "--as-of", "2013-04-23", "--json"]);
    assert_eq!(line(&early.done().json(), "教育局")["reported"], "not_due");
    // A new contact person: the one before ends the day before.
    office.bps(&[&set[..], &["李某", "--from", "2013-05-01"]].concat()).done();
    assert_eq!(line(&list(&["--json"]).json(), "文体局")["contact"], "王某");
    let later = office.bps(&["chase", "list", "--round", "2013Q1", "--as-of", "2013-05-02", "--json"]);
    assert_eq!(line(&later.done().json(), "文体局")["contact"], "李某");
    let contacts = office.bps(&["contact", "list", "--json"]).done().json();
    assert_eq!((&contacts[0]["until"], &contacts[1]["from"]), (&json!("2013-04-30"), &json!("2013-05-01")));
}

#[test]
fn what_chasing_refuses_names_what_to_do() {
    let office = Office::with_plan();
    office.bps(&["sealed", "add", "--round", "2013Q1", "--department", "文化局"]).refused("文化局");
    office
        .bps(&["sealed", "add", "--round", "2013Q1", "--department", "文体局", "--on", "4月"])
        .refused("不是日期");
    office.bps(&["contact", "set", "--department", "文体局", "--name", " "]).refused("联络员姓名");
    office.bps(&["chase", "list", "--round", "一季度"]).refused("报告期");
}

#[test]
fn how_early_reminders_begin_is_set_within_its_limits() {
    let office = Office::with_plan();
    let remind = |days: &str| office.bps(&["chase", "remind", days]);
    for wrong in ["0", "31", "-3"] {
        remind(wrong).refused("1到30");
    }
    let told = remind("3").done().out;
    assert!(told.contains("到期前3个工作日"), "{told}");
    assert_eq!(office.bps(&["chase", "remind", "30", "--json"]).done().json(), 30);
}
