//! A round judged at a terminal: counts that close, a light set by a person with its reason, taken back again.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::Office;

#[test]
fn a_light_set_by_a_person_is_told_with_its_reason() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let of = |task: u64| {
        let status = office.bps(&["status", "--period", "2013Q1", "--json"]).done().json();
        let tasks = status["tasks"].as_array().unwrap().clone();
        tasks.into_iter().find(|one| one["number"] == task).unwrap()["light"].clone()
    };
    assert_eq!(of(13)["light"], "behind");
    let set = ["light", "set", "--period", "2013Q1", "--task", "13", "--to", "较慢"];
    office.bps(&set).refused("请写明理由");
    office.bps(&[&set[..7], &["飞快", "--reason", "x"]].concat()).refused("按序时、较慢");
    let said = office.bps(&[&set[..], &["--reason", "场地停用"]].concat()).done();
    assert!(
        said.out.starts_with("13\u{3000}") && said.out.contains("人工调整为较慢\u{FF1A}场地停用"),
        "{}",
        said.out
    );
    // The one task, and nothing of the round around it.
    assert!(!said.out.contains("完成率") && !said.out.contains("\n14\u{3000}"), "{}", said.out);
    let told = office.bps(&[&set[..], &["--reason", "场地停用", "--json"]].concat()).done().json();
    assert_eq!((&told["number"], &told["light"]["light"]), (&13.into(), &"slow".into()));
    assert_eq!((&of(13)["light"], &of(13)["computed"]), (&"slow".into(), &"behind".into()));
    office.bps(&["light", "clear", "--period", "2013Q1", "--task", "十三"]).done();
    let cleared = office.bps(&["light", "clear", "--period", "2013Q1", "--task", "13"]).done().out;
    assert!(cleared.starts_with("13\u{3000}") && !cleared.contains("人工调整"), "{cleared}");
    assert_eq!(of(13)["light"], "behind");
}

#[test]
fn counts_close() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    for period in ["2013Q1", "2013Q2", "2013Q4"] {
        let status = office.bps(&["status", "--period", period, "--json"]).done().json();
        let sum = |counts: &serde_json::Value| -> u64 {
            counts["states"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum()
        };
        let counts = &status["counts"];
        assert_eq!(sum(counts), counts["total"].as_u64().unwrap(), "{period}");
        let rates = status["rates"].as_array().unwrap();
        let of_leads: u64 = rates.iter().map(|one| one["counts"]["total"].as_u64().unwrap()).sum();
        assert_eq!(of_leads, counts["total"].as_u64().unwrap(), "{period}");
        assert!(rates.iter().all(|one| sum(&one["counts"]) == one["counts"]["total"].as_u64().unwrap()));
    }
    office.bps(&["status", "--period", "2019Q1"]).refused("2019Q1");
}
