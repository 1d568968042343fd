//! Leaders' instructions and supervision items from a terminal.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use expect_test::expect_file;
use office::Office;
use serde_json::json;

const INSTRUCTION: [&str; 14] = [
    "instruction",
    "add",
    "--task",
    "5",
    "--leader",
    "区长张某",
    "--on",
    "2013-05-02",
    "--words",
    "抓紧落实",
    "--department",
    "文体局",
    "--due",
    "2013-05-31",
];
const ITEM: [&str; 12] = [
    "supervise",
    "add",
    "--task",
    "五",
    "--department",
    "文体局",
    "--due",
    "2013-05-31",
    "--on",
    "2013-05-03",
    "--requirement",
    "补足展览2场",
];

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

#[test]
fn an_instruction_leads_to_an_item_that_is_struck_off_step_by_step() {
    let office = Office::with_plan();
    let scan = office.file("批示.txt", b"scan");
    let added = office.bps(&with(&INSTRUCTION, &["--attach", &scan, "--page", "第3页", "--json"]));
    let added = added.done().json();
    assert_eq!((&added["task"], &added["scan"][0]["name"]), (&json!(5), &json!("批示.txt")));
    let id = added["id"].as_str().unwrap();
    let item = office.bps(&with(&ITEM, &["--instruction", id, "--json"])).done().json();
    assert_eq!((&item["number_text"], &item["stage"]), (&json!("督办〔2013〕1号"), &json!("assigned")));
    assert_eq!(item["overdue"], true);
    let second = office.bps(&with(&ITEM, &["--json"])).done().json();
    assert_eq!(second["number"], 2);
    let listed = office.bps(&["instruction", "list", "--task", "5", "--json"]).done().json();
    assert_eq!(listed[0]["followed_by"], json!(["督办〔2013〕1号"]));
    let step = |stage: &str, on: &str, words: &str| {
        office.bps(&["supervise", "step", "1", "--stage", stage, "--on", on, "--words", words, "--json"])
    };
    step("closed", "2013-05-04", "x").refused("下一步\u{FF1A}签收");
    step("received", "2013-05-02", "").refused("早于");
    step("received", "2013-05-04", "").done();
    step("answered", "2013-05-10", " ").refused("需要写明内容");
    step("反馈", "2013-05-10", "已补1场").done();
    step("examined", "2013-05-12", "还缺1场").done();
    let back = step("received", "2013-05-12", "请再补1场").done().json();
    assert_eq!(back["steps"][4]["word"], "退回重办");
    step("answered", "2013-05-20", "已补足").done();
    step("examined", "2013-05-21", "属实").done();
    let closed = step("closed", "2013-05-21", "").done().json();
    assert_eq!((&closed["stage_word"], &closed["next"]), (&json!("销号"), &json!([])));
    assert_eq!(closed["overdue"], false);
    step("received", "2013-06-01", "x").refused("已销号");
    let open = office.bps(&["supervise", "list", "--open", "--json"]).done().json();
    assert_eq!(open.as_array().unwrap().len(), 1);
    office.bps(&["check"]).done();
}

#[test]
fn files_stand_with_their_steps_and_say_whether_they_name_people() {
    let office = Office::with_plan();
    let (letter, list) = (office.file("交办函.txt", b"letter"), office.file("名单.txt", b"list"));
    let scan = office.file("批示.txt", b"scan");
    let added = office.bps(&with(&INSTRUCTION, &["--attach", &scan, "--personal", "--json"])).done().json();
    assert_eq!(added["scan"][0]["personal"], true);
    let item = office.bps(&with(&ITEM, &["--attach", &letter, "--json"])).done().json();
    assert_eq!(item["steps"][0]["files"][0]["personal"], false);
    let step = ["supervise", "step", "1", "--stage", "received", "--on", "2013-05-04", "--taken-by", "周某"];
    office.bps(&with(&step, &["--attach", "no-such.jpg"])).refused("no-such.jpg");
    office.bps(&with(&step, &["--attach", &list, "--attach", &letter, "--personal"])).done();
    expect_file!["golden/supervise_list.txt"].assert_eq(&office.bps(&["supervise", "list"]).done().out);
    let listed = office.bps(&["instruction", "list"]).done().out;
    assert!(listed.contains("附\u{FF1A}批示.txt\u{FF08}含个人信息\u{FF09}"), "{listed}");
}

#[test]
fn what_is_refused_records_nothing() {
    let office = Office::with_plan();
    office.bps(&with(&ITEM, &["--instruction", "nothing"])).refused("领导批示");
    office.bps(&["supervise", "step", "7", "--stage", "received"]).refused("没有“7”这个督办事项");
    let mut late = ITEM;
    late[9] = "2013-06-01";
    office.bps(&late).refused("早于交办日期");
    let mut unknown = INSTRUCTION;
    unknown[11] = "文化局";
    office.bps(&unknown).refused("文化局");
    office.bps(&with(&INSTRUCTION, &["--attach", "no-such.jpg"])).refused("no-such.jpg");
    for noun in ["instruction", "supervise"] {
        assert_eq!(office.bps(&[noun, "list", "--json"]).done().json(), json!([]));
    }
    // The control.
    office.bps(&ITEM).done();
    office.bps(&["supervise", "step", "督办〔2013〕1号", "--stage", "办结"]).refused("环节");
}
