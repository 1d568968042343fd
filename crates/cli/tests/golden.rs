//! What `--json` prints for the sample year, byte for byte: programs rely on names and order.
//!
//! Golden files in `tests/golden`; after an intended change `UPDATE_EXPECT=1 cargo test -p bps --test golden`.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use expect_test::expect_file;
use office::{Office, paper};

/// A revision's id is a hash over this device's key; everything else is the same on every machine.
fn masked(json: &str) -> String {
    let mut text = String::new();
    for line in json.lines() {
        match line.split_once("\"revision\": ") {
            Some((before, _)) => text.push_str(&format!("{before}\"revision\": \"…\"")),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_sample_as_programs_see_it() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let printed = |arguments: &[&str]| {
        let mut all = arguments.to_vec();
        all.extend(["--as-of", "2013-04-24", "--json"]);
        masked(&office.bps(&all).done().out)
    };
    expect_file!["golden/paper_read.json"].assert_eq(&printed(&["paper", "read", &paper()]));
    expect_file!["golden/paper_indicators.json"].assert_eq(&printed(&["paper", "indicators", &paper()]));
    expect_file!["golden/paper_arithmetic.json"].assert_eq(&printed(&["paper", "arithmetic", &paper()]));
    expect_file!["golden/task_list.json"].assert_eq(&printed(&["task", "list"]));
    expect_file!["golden/task_show_5.json"].assert_eq(&printed(&["task", "show", "5"]));
    expect_file!["golden/task_show_12.json"].assert_eq(&printed(&["task", "show", "12"]));
    let status = ["status", "--period", "2013Q1"];
    expect_file!["golden/status_2013Q1.json"].assert_eq(&printed(&status));
    let shown = office.bps(&[&status[..], &["--as-of", "2013-04-24"]].concat()).done().out;
    expect_file!["golden/status_2013Q1.txt"].assert_eq(&shown);
    expect_file!["golden/search.json"].assert_eq(&printed(&["search", "演出"]));
    expect_file!["golden/search_12.json"].assert_eq(&printed(&["search", "十二"]));
    let shown = office.bps(&["search", "幼儿园", "教育局"]).done().out;
    expect_file!["golden/search.txt"].assert_eq(&shown);
    expect_file!["golden/check.json"].assert_eq(&printed(&["check"]));
    expect_file!["golden/review_list.json"].assert_eq(&printed(&[
        "review",
        "list",
        "--department",
        "文体局",
        "--round",
        "2013Q1",
    ]));
    let unknown = office.bps(&["task", "show", "21", "--json"]);
    expect_file!["golden/refused.json"].assert_eq(&unknown.err);
}
