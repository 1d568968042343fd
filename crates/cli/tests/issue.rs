//! Reports issued, sent, corrected and verified from a terminal; the clock is the machine's.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::Office;
use serde_json::{Value, json};

const ISSUE: [&str; 10] = [
    "report",
    "issue",
    "onepage",
    "2013Q1",
    "--approved-by",
    "陈区长",
    "--approved-on",
    "2013-04-25",
    "--with-gaps",
    "--json",
];

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

fn issued(office: &Office, rest: &[&str]) -> Value {
    office.bps(&with(&ISSUE, rest)).done().json()
}

#[test]
fn issued_sent_corrected_and_listed() {
    let office = Office::with_plan();
    let file = office.path("1.pdf").display().to_string();
    let scan = office.file("签批.jpg", b"\xFF\xD8\xFF\xE0 signed");
    office.bps(&["report", "issued"]).done();
    office.bps(&["report", "issue", "onepage", "2013Q1"]).refused("还没有签批");
    let unsure = &ISSUE[..8];
    let refused = office.bps(unsure).refused("--with-gaps");
    assert!(
        refused.err.lines().count() > 10 && refused.err.contains("\n  未填报\u{FF1A}"),
        "{}",
        refused.err
    );
    let first = issued(&office, &["--scan", &scan, "-o", &file]);
    assert_eq!((&first["number"], &first["scan"][0]["name"]), (&json!("〔2013〕1号"), &json!("签批.jpg")));
    assert!(first["gaps"].as_array().unwrap().len() > 10);
    let sent = ["report", "sent", "(2013)1", "--to", "区政府办", "--json"];
    assert_eq!(office.bps(&sent).done().json()["sent"][0]["to"], "区政府办");
    office
        .bps(&["report", "sent", "〔2013〕7号", "--to", "区政府办"])
        .refused("已签发的有\u{FF1A}〔2013〕1号");
    office.bps(&with(&ISSUE, &["--corrects", "〔2013〕1号"])).refused_as(2, "--reason");
    let because = ["--corrects", "〔2013〕1号", "--reason", "场数有误", "--replaces", "第1页（五）"];
    let second = issued(&office, &because);
    assert_eq!(second["number"], "〔2013〕2号");
    assert_eq!(second["corrects"]["holders"], json!(["区政府办"]));
    let list = office.bps(&["report", "issued", "--json"]).done().json();
    assert_eq!(
        (&list[0]["corrected"], &list[1]["corrected"]),
        (&json!("已更正\u{FF0C}见〔2013〕2号"), &Value::Null)
    );
    let listed = office.bps(&["report", "issued"]).done().out;
    assert!(listed.contains("〔2013〕1号\u{FF08}已更正\u{FF0C}见〔2013〕2号\u{FF09}"), "{listed}");
    assert!(listed.contains("代替〔2013〕1号第1页（五）\u{FF1A}场数有误"), "{listed}");
    let kept = office.path("kept.pdf").display().to_string();
    office.bps(&["report", "issued", "〔2013〕1号", "-o", &kept]).done();
    assert!(fs_err::read(&kept).unwrap() == fs_err::read(&file).unwrap(), "as it was kept");
    let found = office.bps(&["search", "场数有误"]).done().out;
    assert!(found.contains("已签发报告"), "{found}");
    office.bps(&["check"]).done();
}

/// A number is given for ever: where the file cannot be written, or not under that name, none is taken.
#[test]
fn a_file_that_cannot_be_written_takes_no_number() {
    let office = Office::with_plan();
    fs_err::create_dir(office.path("folder.pdf")).unwrap();
    let long = format!("{}.pdf", "a".repeat(300));
    let at = |name: &str| office.path(name).display().to_string();
    for (name, words) in [
        ("none/1.pdf", "没有这个文件或文件夹"),
        ("folder.pdf", "是文件夹"),
        (&long, "名称不可用"),
        ("1.docx", "只有 PDF 一种\u{FF0C}不能写成“1.docx”"),
        ("1.xlsx", "不能写成“1.xlsx”"),
        ("1", "不能写成“1”"),
    ] {
        office.bps(&with(&ISSUE[..9], &["-o", &at(name)])).refused(words);
        assert_eq!(office.bps(&["report", "issued", "--json"]).done().json(), json!([]), "{name}");
    }
    assert_eq!(issued(&office, &["-o", &at("1.pdf")])["number"], "〔2013〕1号", "the control");
    assert!(fs_err::read(at("1.pdf")).unwrap().starts_with(b"%PDF"));
    office.bps(&["report", "issued", "〔2013〕1号", "-o", &at("1.docx")]).refused("不能写成“1.docx”");
    assert!(!office.path("1.docx").exists());
}

#[test]
fn verifying_tells_by_words_and_by_exit_code() {
    let office = Office::with_plan();
    let file = office.path("1.pdf").display().to_string();
    let code = issued(&office, &["-o", &file])["check_code"].as_str().unwrap().to_owned();
    let good = office.bps(&["report", "verify", &file]).done().out;
    assert!(good.starts_with("真件") && good.contains("〔2013〕1号"), "{good}");
    let good = office.bps(&["report", "verify", "--code", &code.to_lowercase().replace('-', "")]).done().out;
    assert!(good.starts_with("校验码相符") && good.contains("陈区长2013年4月25日签批"), "{good}");
    let verdict = |bytes: &[u8]| {
        let other = office.file("other.pdf", bytes);
        let said = office.bps(&["report", "verify", &other, "--json"]);
        assert_eq!((said.code, said.err.as_str()), (1, ""), "{}", said.out);
        said.json()["verdict"].as_str().unwrap().to_owned()
    };
    let bytes = fs_err::read(&file).unwrap();
    assert_eq!(verdict(&[&bytes[..], b" "].concat()), "saved_again");
    assert_eq!(verdict(b"no paper"), "not_a_pdf");
    assert_eq!(verdict(&bytes[..1000]), "unreadable");
    let draft = office.path("draft.pdf").display().to_string();
    office.bps(&["report", "onepage", "2013Q1", "-o", &draft]).done();
    assert_eq!(verdict(&fs_err::read(&draft).unwrap()), "draft");
    let unknown = office.bps(&["report", "verify", "--code", "AAAA-BBBB-CCCC"]);
    assert!(unknown.code == 1 && unknown.out.contains("没有签发过"), "{}", unknown.out);
    office.bps(&["report", "verify", "--code", "AAAA"]).refused("写了4个");
    office.bps(&["report", "verify", &office.path("none.pdf").display().to_string()]).refused("none.pdf");
    office.bps(&["report", "verify"]).refused_as(2, "缺少 文件 或 --code。\n");
}
