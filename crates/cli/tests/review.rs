//! Reviewing at a terminal: accepted, returned, corrected, refused.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, Said};

fn add(office: &Office, text: &str) {
    let line = ["progress", "add", "--task", "5", "--quarter", "1", "--department", "文体局"];
    let more = ["--claim", "done", "--text", text, "--source", "盖章纸件"];
    office.bps(&[line.as_slice(), &more].concat()).done();
}

fn review(office: &Office, verb: &str, more: &[&str]) -> Said {
    let line = ["review", verb, "--task", "5", "--quarter", "1", "--department", "文体局"];
    office.bps(&[&line, more].concat())
}

#[test]
fn an_entry_goes_back_comes_again_and_is_accepted() {
    let office = Office::with_plan();
    review(&office, "accept", &[]).refused("还没有提交");
    add(&office, "演出12场");
    let waiting = office.bps(&["review", "list", "--stage", "waiting", "--json"]).done().json();
    assert_eq!(waiting[0]["department"], "文体局");
    let read = waiting[0]["revision"].as_str().unwrap().to_owned();

    review(&office, "return", &["--reason", " "]).refused("必须写明理由");
    let pointed = ["--reason", "台账只有10场", "--box", "进展", "--quote", "12场"];
    let said = review(&office, "return", &pointed).done();
    assert!(said.out.contains("已退回文体局") && said.out.contains("下一步"), "{}", said.out);
    let listed = office.bps(&["review", "list"]).done().out;
    assert!(listed.contains("【已退回】") && listed.contains("台账只有10场"), "{listed}");

    add(&office, "演出10场");
    review(&office, "accept", &["--revision", &read]).refused("已有更正");
    let said = review(&office, "accept", &["--finding", "partial"]);
    said.refused("理由");
    review(&office, "accept", &["--round", "2013Q1", "--finding", "claimed"]).done();
    let accepted = office.bps(&["review", "list", "--json"]).done().json();
    assert_eq!(
        (&accepted[0]["stage"], &accepted[0]["decision"]["word"]),
        (&"accepted".into(), &"通过".into())
    );
    let shown = office.bps(&["task", "show", "5"]).done().out;
    assert!(shown.contains("第一季度") && !shown.contains("自报完成"), "judged now: {shown}");
    office.bps(&["check"]).done();
}
