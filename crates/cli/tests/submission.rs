//! 季度报送表 from a terminal: printed, changed, signed and scanned, as the lists tell it.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::Office;
use std::process::Command;

/// Any photo that can be opened stands for a scan.
const PHOTO: &[u8] = include_bytes!("../../../seeds/sample/社区文艺演出（示例）.jpg");

fn report(office: &Office, text: &str) {
    let entry = ["progress", "add", "--task", "5", "--quarter", "1", "--department", "文体局"];
    office.bps(&[&entry[..], &["--claim", "done", "--text", text]].concat()).done();
}

fn print(office: &Office, file: &str) {
    let sheet = ["report", "submission", "--period", "2013Q1", "--department", "文体局", "-o", file];
    assert!(office.bps(&sheet).done().out.contains("文体局2013年一季度报送表"));
}

/// What the list of those to call, the round's status and the sheet itself say of where it stands.
fn told(office: &Office) -> [String; 3] {
    let list = office.bps(&["chase", "list", "--round", "2013Q1", "--all"]).done().out;
    let line = |text: &str, starts: &str| {
        text.lines().find(|line| line.starts_with(starts)).unwrap_or_default().to_owned()
    };
    let status = office.bps(&["status", "2013Q1"]).done().out;
    let shown = office.bps(&["submission", "show", "2013Q1", "--department", "文体局"]).done().out;
    [line(&list, "文体局"), line(&status, "季度报送表"), shown]
}

#[test]
fn a_sheet_goes_from_draft_to_submitted() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    let sheet = ["report", "submission", "--period", "2013Q1", "--department", "文体局", "-o", &file];
    office.bps(&sheet).refused("还没有填报任何内容");
    assert!(!office.path("x.pdf").exists());
    report(&office, "一");
    let [line, status, shown] = told(&office);
    assert!(
        !line.contains("报送表") && status.is_empty() && shown.contains("草稿"),
        "{line} {status} {shown}"
    );
    print(&office, &file);
    for told in told(&office) {
        assert!(told.contains("已打印待签"), "{told}");
    }
    report(&office, "二");
    for told in told(&office) {
        assert!(told.contains("已变动"), "{told}");
    }
    print(&office, &file);
    let shown =
        office.bps(&["submission", "show", "2013Q1", "--department", "文体局", "--json"]).done().json();
    let code = shown["code"].as_str().unwrap().to_owned();
    // The code stands on every page of the paper.
    let text = Command::new("pdftotext").args([&file, "-"]).output().expect("poppler-utils").stdout;
    let text = String::from_utf8(text).unwrap();
    assert!(text.trim_end_matches('\u{C}').split('\u{C}').all(|page| page.contains(&code)), "{text}");
    let scan = office.file("scan.jpg", PHOTO);
    let words = office.file("scan.docx", b"no scan");
    office.bps(&["submission", "scan", &words, "--code", &code]).refused("不是扫描件");
    office.bps(&["submission", "scan", &scan, "--code", "AAAA-BBBB-CCCC"]).refused(&code);
    office.bps(&["submission", "scan", &scan, "--code", &code]).done();
    let [line, status, shown] = told(&office);
    assert!(line.contains("已提交") && line.contains("盖章件2"), "{line}");
    assert!(status.contains("已提交") && shown.contains("收回签字盖章的扫描件"), "{status} {shown}");
    office.bps(&["check"]).done();
}
