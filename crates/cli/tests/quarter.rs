//! A whole quarter on the command line: paper, entries, report, backup, check.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, paper};
use serde_json::{Value, json};

const DONE: [&str; 12] = [
    "progress",
    "add",
    "--task",
    "5",
    "--quarter",
    "1",
    "--department",
    "文体局",
    "--claim",
    "done",
    "--text",
    "演出12场。",
];

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

#[test]
fn the_paper_is_read_as_the_issue_says() {
    let office = Office::new();
    let read = office.bps(&["paper", "read", &paper(), "--json"]).done().json();
    assert_eq!(read["title"], "深圳市盐田区人民政府2013年度公共服务白皮书");
    assert_eq!((&read["year"], &read["issuer"]), (&json!(2013), &json!("深圳市盐田区人民政府")));
    assert_eq!(
        (&read["index_no"], &read["published_on"]),
        (&json!("043000-10-2013-006011"), &json!("2013-04-17"))
    );
    assert_eq!(read["problems"], json!([]));
    let goals = read["goals"].as_array().unwrap();
    let tasks: Vec<&Value> = goals.iter().flat_map(|goal| goal["tasks"].as_array().unwrap()).collect();
    assert_eq!((goals.len(), tasks.len()), (5, 20));
    assert_eq!(tasks[11]["departments"], json!(["城管局", "经促局", "梅沙街道办"]));
    assert!(tasks.iter().all(|task| task["milestones"].as_array().unwrap().iter().all(Value::is_string)));
    // Nothing was stored.
    assert!(!office.path("store").exists());
}

#[test]
fn the_same_paper_again_changes_nothing_and_another_text_is_refused() {
    let office = Office::with_plan();
    let again = office.bps(&["paper", "import", &paper()]).done();
    assert!(again.out.contains("没有改动"), "{}", again.out);
    let other = fs_err::read_to_string(paper()).unwrap().replace("文艺演出10场", "文艺演出11场");
    let other = office.file("other.txt", other.as_bytes());
    let refused = office.bps(&["paper", "import", &other]).refused("没有启用");
    assert_eq!(refused.err.matches("文艺演出11场").count(), 4, "{}", refused.err);
    let nothing = office.file("letter.txt", "关于放假的通知".as_bytes());
    office.bps(&["paper", "import", &nothing]).refused("没有读入");
    office.bps(&["paper", "read", "no-such-file.txt"]).refused("no-such-file.txt");
    assert_eq!(office.bps(&["task", "list", "--json"]).done().json().as_array().unwrap().len(), 20);
}

#[test]
fn an_entry_is_submitted_corrected_and_shown() {
    let office = Office::with_plan();
    let photo = office.file("演出.txt", "现场记录".as_bytes());
    let first = office.bps(&with(
        &DONE,
        &["--value", "文艺演出=12", "--attach", &photo, "--on-paper", "节目单", "--json", "--by", "李某"],
    ));
    let first = first.done().json();
    assert_eq!(
        first["values"],
        json!([{ "name": "文艺演出", "amount": "12", "measure": "场", "promised": "10" }])
    );
    assert_eq!(first["evidence"][0]["code"], "证(五)-一季-文体局-01");
    assert_eq!(first["evidence"][0]["size"], 12);
    assert_eq!(
        (&first["evidence"][1]["name"], &first["evidence"][1]["sha256"]),
        (&json!("节目单"), &Value::Null)
    );
    // A correction: what is not named stays, codes are kept and never reused.
    let more = office.file("名单.txt", b"list");
    let short = [
        "progress",
        "add",
        "--task",
        "五",
        "--quarter",
        "1",
        "--department",
        "文体局",
        "--text",
        "演出13场。",
    ];
    let second =
        office.bps(&with(&short, &["--value", "文艺演出=13", "--attach", &more, "--json"])).done().json();
    assert_eq!(second["claim"], "done");
    assert_eq!(second["evidence"][2]["code"], "证(五)-一季-文体局-03");
    assert_ne!(first["revision"], second["revision"]);
    let shown = office.bps(&["task", "show", "5", "--json"]).done().json();
    assert_eq!(shown["progress"].as_array().unwrap().len(), 1);
    assert_eq!(shown["progress"][0], second);
    assert_eq!(shown["states"][0]["state"], "done");
    assert_eq!(shown["milestones"][0], "开展文艺演出10场、文艺展览4场、公益电影20场。");
}

#[test]
fn what_is_unknown_or_missing_is_refused_and_nothing_is_recorded() {
    let office = Office::with_plan();
    let refused = |arguments: &[&str], words: &str| {
        office.bps(arguments).refused(words);
    };
    let entry = |task, quarter, department, claim| {
        vec![
            "progress",
            "add",
            "--task",
            task,
            "--quarter",
            quarter,
            "--department",
            department,
            "--claim",
            claim,
            "--text",
            "x",
        ]
    };
    refused(&entry("21", "1", "文体局", "done"), "没有编号为“21”的任务");
    refused(&entry("5", "5", "文体局", "done"), "没有“5”这个季度");
    refused(&entry("5", "1", "文化局", "done"), "没有名为“文化局”的责任部门");
    refused(&entry("5", "1", "教育局", "done"), "不是任务");
    refused(&entry("5", "1", "文体局", "partial"), "原因、措施、预计完成日期、责任人");
    refused(&with(&DONE, &["--value", "音乐会=3"]), "没有名为“音乐会”的数量");
    refused(&with(&DONE, &["--value", "文艺演出=三"]), "不是数");
    refused(&with(&DONE, &["--value", "文艺演出"]), "名称=数");
    refused(&with(&DONE, &["--attach", "no-such.jpg"]), "no-such.jpg");
    refused(&with(&DONE, &["--round", "2014Q1"]), "不是2013年度的报告期");
    refused(&with(&DONE, &["--due", "5月31日"]), "不是日期");
    let shown = office.bps(&["task", "show", "5", "--json"]).done().json();
    assert_eq!(shown["progress"], json!([]));
    // The control: the same command with nothing wrong is recorded.
    office.bps(&DONE).done();
    assert_eq!(
        office.bps(&["task", "show", "5", "--json"]).done().json()["progress"].as_array().unwrap().len(),
        1
    );
}

#[test]
fn wrong_usage_is_told_in_chinese_with_code_2() {
    let office = Office::new();
    for arguments in [
        &["tasks"][..],
        &["task"],
        &["report", "quarter"],
        &["task", "list", "--years"],
        &["progress", "add", "--claim", "maybe"],
    ] {
        let said = office.bps(arguments);
        assert_eq!(said.code, 2, "{arguments:?}: {}", said.err);
        let latin = said.err.lines().next().unwrap_or_default().contains("error");
        assert!(!latin && said.err.contains("--help"), "{}", said.err);
    }
    assert_eq!(office.bps(&["--help"]).code, 0);
}

#[test]
fn reports_are_written_before_and_after_anything_is_recorded() {
    let office = Office::with_plan();
    for name in ["empty.pdf", "filled.pdf"] {
        let file = office.path(name).display().to_string();
        office.bps(&["report", "quarter", "--period", "2013Q1", "-o", &file]).done();
        assert!(fs_err::read(office.path(name)).unwrap().starts_with(b"%PDF-1.7"));
        office.bps(&DONE).done();
    }
    let twice = [office.path("filled.pdf"), office.path("again.pdf")];
    office.bps(&["report", "quarter", "--period", "2013Q1", "-o", &twice[1].display().to_string()]).done();
    assert_eq!(fs_err::read(&twice[0]).unwrap(), fs_err::read(&twice[1]).unwrap(), "same data, same bytes");
    let file = office.path("part.pdf").display().to_string();
    office.bps(&["report", "quarter", "--period", "2013Q1", "--department", "文体局", "-o", &file]).done();
    office.bps(&["report", "whitepaper", "--year", "2013", "--style", "original", "-o", &file]).done();
    let none = office.path("none.pdf").display().to_string();
    office.bps(&["report", "quarter", "--period", "2013Q5", "-o", &none]).refused("报告期");
    office
        .bps(&["report", "quarter", "--period", "2013Q1", "--department", "文化局", "-o", &none])
        .refused("文化局");
    office.bps(&["report", "whitepaper", "--year", "2012", "-o", &none]).refused("2012");
    let nowhere = office.path("no/where.pdf").display().to_string();
    office.bps(&["report", "whitepaper", "-o", &nowhere]).refused("无法写入");
    assert!(!office.path("none.pdf").exists());
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let office = Office::with_plan();
    let strange = [
        "progress",
        "add",
        "--task",
        "1",
        "--quarter",
        "1",
        "--department",
        "教育局",
        "--claim",
        "done",
        "--text",
        "完工\u{1F600}",
    ];
    office.bps(&strange).done();
    let file = office.path("a.pdf").display().to_string();
    office.bps(&["report", "quarter", "--period", "2013Q1", "-o", &file]).refused("U+1F600");
    assert!(!office.path("a.pdf").exists());
}

#[test]
fn a_backup_comes_back_on_an_empty_machine() {
    let office = Office::with_plan();
    let photo = office.file("a.txt", b"evidence");
    office.bps(&with(&DONE, &["--attach", &photo])).done();
    let backup = office.path("full.bpsbak").display().to_string();
    office.bps(&["backup", "-o", &backup]).done();
    let shown = office.bps(&["task", "show", "5", "--json"]).done().json();
    let restored = office.bps_in("elsewhere", &["restore", &backup]).done();
    assert!(restored.out.contains("新的设备密钥"), "{}", restored.out);
    assert_eq!(office.bps_in("elsewhere", &["task", "show", "5", "--json"]).done().json(), shown);
    assert_eq!(
        office.bps_in("elsewhere", &["check", "--json"]).done().json(),
        json!({ "ok": true, "findings": [] })
    );
    office.bps_in("elsewhere", &["restore", &backup]).refused("已有内容");
    office.bps_in("third", &["restore", &photo]).refused("不是白皮书督办的备份");
    // Encrypted: only with the passphrase.
    let sealed = office.path("sealed.bpsbak").display().to_string();
    let run = |store: &str, passphrase: Option<&str>, arguments: &[&str]| {
        let mut command = office.command(store);
        if let Some(passphrase) = passphrase {
            command.env("BPS_PASSPHRASE", passphrase);
        }
        office::said(command.args(arguments).output().unwrap())
    };
    run("store", Some("一二三四"), &["backup", "-o", &sealed]).done();
    run("fourth", None, &["restore", &sealed]).refused("密码");
    run("fourth", Some("四三二一"), &["restore", &sealed]).refused("密码不对");
    run("fourth", Some("一二三四"), &["restore", &sealed]).done();
}

#[test]
fn a_damaged_attachment_is_found() {
    let office = Office::with_plan();
    let photo = office.file("a.txt", b"evidence");
    let added = office.bps(&with(&DONE, &["--attach", &photo, "--json"])).done().json();
    office.bps(&["check"]).done();
    let hash = added["evidence"][0]["sha256"].as_str().unwrap();
    fs_err::write(office.path("store").join("blobs").join(&hash[..2]).join(hash), b"Evidence").unwrap();
    let found = office.bps(&["check", "--json"]);
    assert_eq!(found.code, 1);
    assert_eq!(
        (&found.json()["ok"], &found.json()["findings"][0]["what"]),
        (&json!(false), &json!("attachment_damaged"))
    );
}

#[test]
fn a_damaged_database_is_a_finding() {
    let office = Office::with_plan();
    let database = office.path("store/store.db");
    let whole = fs_err::read(&database).unwrap();
    fs_err::write(&database, &whole[..whole.len() / 2]).unwrap();
    let found = office.bps(&["check", "--json"]);
    assert_eq!((found.code, &found.json()["ok"]), (1, &json!(false)));
    assert_eq!(found.json()["findings"][0]["what"], "database");
    office.bps(&["task", "list"]).refused("已损坏");
    fs_err::write(&database, &whole).unwrap();
    office.bps(&["check"]).done();
}

#[test]
fn the_sample_shows_every_state() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    office.bps(&["sample"]).done();
    let tasks = office.bps(&["task", "list", "--as-of", "2013-04-24", "--json"]).done().json();
    let states: Vec<_> = tasks
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["states"][0]["state"].as_str().unwrap().to_owned())
        .collect();
    let count = |state: &str| states.iter().filter(|one| *one == state).count();
    let counted = ["done", "partial", "not_done", "condition_not_met", "unreported"].map(count);
    assert_eq!(counted, [9, 6, 2, 1, 2]);
    office.bps(&["check"]).done();
}

#[test]
fn characters_that_no_font_has_are_named_in_chinese_and_no_file_is_left() {
    let office = Office::with_plan();
    let file = office.path("a.pdf").display().to_string();
    let with_text = |text: &str| {
        let mut words = DONE.to_vec();
        *words.last_mut().unwrap() = text;
        office.bps(&words).done();
        office.bps(&["report", "quarter", "2013Q1", "-o", &file])
    };
    // Two of the Gothic alphabet, one of them twice.
    let said = with_text("演出\u{10330}12场\u{FF0C}\u{10331}\u{10330}。")
        .refused("没有生成 PDF\u{FF1A}字体中没有下列2个字");
    for words in
        ["“\u{10330}”（U+10330）", "演出\u{10330}12场", "共2处", "“\u{10331}”（U+10331）", "请改用其他写法"]
    {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    assert!(!office.path("a.pdf").exists());
    // The control: rare characters that a font has are printed.
    with_text("演出\u{2CB2D}12场\u{FF0C}\u{4DAE}。").done();
    let output = std::process::Command::new("pdftotext").args([&file, "-"]).output().expect("poppler-utils");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains('\u{2CB2D}') && text.contains('\u{4DAE}'), "{text}");
}
