//! What `--json` prints for the sample year, byte for byte: programs rely on names and order.
//!
//! Golden files in `tests/golden`; after an intended change `UPDATE_EXPECT=1 cargo test -p bps --test golden`.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use expect_test::expect_file;
use office::{Office, paper};
use serde_json::Value;

/// What hangs on this device's key, on the machine's clock, or on every byte of a file.
const OWN: [&str; 9] =
    ["id", "code", "awaited", "check_code", "ledger_head", "sha256", "size", "bytes", "issued_on"];

/// The same on every machine and every day; `own` are the words of this machine and this day.
fn masked_value(value: Value, own: &[String]) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(name, value): (String, Value)| {
                let masked = if OWN.contains(&name.as_str()) && (value.is_string() || value.is_number()) {
                    Value::from("…")
                } else {
                    masked_value(value, own)
                };
                (name, masked)
            };
            fields.into_iter().map(field).collect()
        }
        Value::Array(values) => values.into_iter().map(|value| masked_value(value, own)).collect(),
        Value::String(text) => own.iter().fold(text, |text, word| text.replace(word, "…")).into(),
        other => other,
    }
}

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

/// What is printed, signed, issued, sent and verified, as programs see it.
#[test]
fn reports_as_programs_see_them() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let path = |name: &str| office.path(name).display().to_string();
    let mut own = vec![format!("{}/", office.home.path().display())];
    let printed = |arguments: &[&str], own: &[String]| {
        let said = office.bps(&[arguments, &["--json"]].concat()).done().json();
        serde_json::to_string_pretty(&masked_value(said, own)).unwrap() + "\n"
    };
    let (issued, scan) = (path("issued.pdf"), office.file("signed.jpg", b"\xFF\xD8\xFF\xE0 signed"));
    let issue =
        ["report", "issue", "onepage", "2013Q1", "--approved-by", "陈某", "--approved-on", "2013-04-25"];
    let refused = office.bps(&[&issue[..], &["--json"]].concat());
    expect_file!["golden/issue_refused.json"].assert_eq(&refused.err);
    let issuing = [&issue[..], &["--with-gaps", "--scan", &scan, "-o", &issued]].concat();
    expect_file!["golden/issue.json"].assert_eq(&printed(&issuing, &own));
    // Today, as lists and as sentences write it.
    let listed = office.bps(&["report", "issued", "--json"]).done().json();
    let today = listed[0]["issued_on"].as_str().unwrap().to_owned();
    let parts: Vec<u32> = today.split('-').map(|part| part.parse().unwrap()).collect();
    own.extend([format!("{}年{}月{}日", parts[0], parts[1], parts[2]), today]);
    let sending = ["report", "sent", "〔2013〕1号", "--to", "区政府办"];
    expect_file!["golden/sent.json"].assert_eq(&printed(&sending, &own));
    expect_file!["golden/issued.json"].assert_eq(&printed(&["report", "issued"], &own));
    expect_file!["golden/verify.json"].assert_eq(&printed(&["report", "verify", &issued], &own));
    let sheet =
        ["report", "submission", "--period", "2013Q1", "--department", "文体局", "-o", &path("sheet.pdf")];
    expect_file!["golden/submission.json"].assert_eq(&printed(&sheet, &own));
    let shown = ["submission", "show", "2013Q1", "--department", "文体局"];
    let code = office.bps(&[&shown[..], &["--json"]].concat()).done().json()["code"].clone();
    own.push(code.as_str().unwrap().to_owned());
    expect_file!["golden/submission_show.json"].assert_eq(&printed(&shown, &own));
    let book = ["report", "evidence", "--period", "2013Q1", "-o", &path("book.pdf")];
    expect_file!["golden/evidence.json"].assert_eq(&printed(&book, &own));
}
