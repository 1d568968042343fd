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
    review(&office, "return", &["--reason", "x", "--to", "教育局"]).refused("可以退给\u{FF1A}文体局");
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

#[test]
fn a_sample_is_drawn_checked_and_printed() {
    let office = Office::with_plan();
    let sample = ["review", "sample", "--round", "2013Q1", "--count", "2", "--seed", "7"];
    office.bps(&sample).refused("没有符合条件的填报");
    add(&office, "演出12场");
    for (task, department) in [("1", "教育局"), ("2", "民政局"), ("3", "卫人局")] {
        let line = ["progress", "add", "--task", task, "--quarter", "1", "--department", department];
        office.bps(&[&line[..], &["--claim", "done", "--text", "完成", "--source", "Excel"]].concat()).done();
    }
    let drawn = office.bps(&[&sample[..], &["--json"]].concat()).done().json();
    assert_eq!((&drawn["population"], &drawn["seed"]), (&4.into(), &7.into()));
    let again = office.bps(&[&sample[..], &["--json"]].concat()).done().json();
    assert_eq!(again["checks"], drawn["checks"], "the same seed draws the same");
    let other = ["review", "sample", "--round", "2013Q1", "--count", "3", "--seed", "7"];
    office.bps(&other).refused("种子7");

    let check = &drawn["checks"][0];
    let (task, department) = (check["key"]["task"].to_string(), check["department"].as_str().unwrap());
    let line =
        ["review", "check", "--round", "2013Q1", "--seed", "7", "--quarter", "1", "--on", "2013-05-02"];
    let found = |more: &[&str]| office.bps(&[&line[..], more].concat());
    let of = ["--task", &task, "--department", department, "--method", "on_site", "--result", "disagrees"];
    found(&of).refused("不符的还要写明情况");
    let said = found(&[&of[..], &["--text", "台账缺2场"]].concat()).done().out;
    assert!(said.contains("不符：台账缺2场") && said.contains("待核查"), "{said}");
    let pdf = office.path("sheet.pdf").display().to_string();
    let said = office.bps(&["review", "sheet", "--round", "2013Q1", "--seed", "7", "-o", &pdf]).done().out;
    assert!(said.contains("核查单") && fs_err::read(&pdf).unwrap().starts_with(b"%PDF"), "{said}");
    office.bps(&["review", "sheet", "--round", "2013Q1", "--seed", "8", "-o", &pdf]).refused("已有的种子：7");
}

#[test]
fn notes_stand_beside_plan_task_and_quarter() {
    let office = Office::with_plan();
    assert!(office.bps(&["comment", "list"]).done().out.contains("还没有批注"));
    office.bps(&["comment", "add", "--text", " "]).refused("批注是空的");
    office.bps(&["comment", "add", "--text", "全文半角标点"]).done();
    let line = ["comment", "add", "--task", "12", "--quarter", "4", "--manual", "--text", "仅进场动工"];
    assert!(office.bps(&line).done().out.contains("【人工标注】（十二）"));
    let listed = office.bps(&["comment", "list", "--json"]).done().json();
    let seen: Vec<_> = listed.as_array().unwrap().iter().map(|one| (&one["task"], &one["manual"])).collect();
    assert_eq!(seen, [(&serde_json::Value::Null, &false.into()), (&12.into(), &true.into())]);
    assert_eq!(office.bps(&["comment", "list", "--task", "12", "--json"]).done().json()[0]["quarter"], 4);
}
