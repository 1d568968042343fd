//! 一页纸, 督查通报, 督办通知单 and 年度完成情况 from a terminal, read back with poppler.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::Office;
use std::process::Command;

const DOCUMENTS: [&[&str]; 4] = [
    &["report", "onepage", "--period", "2013Q1"],
    &["report", "bulletin", "--period", "2013Q1"],
    &["report", "slips", "--period", "2013Q1"],
    &["report", "annual"],
];

fn with<'a>(first: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    first.iter().chain(rest).copied().collect()
}

/// The pages of a file as text.
fn pages(file: &str) -> Vec<String> {
    let output = Command::new("pdftotext").args(["-raw", file, "-"]).output().expect("poppler-utils");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let pages = text.trim_end_matches('\u{C}').split('\u{C}');
    pages.map(|page| page.chars().filter(|c| !c.is_whitespace()).collect()).collect()
}

#[test]
fn each_is_written_for_both_kinds_of_readers() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    for document in DOCUMENTS {
        for edition in ["internal", "public"] {
            let rest = ["--as-of", "2014-01-20", "--edition", edition, "-o", &file];
            let said = office.bps(&with(document, &rest)).done();
            assert!(said.out.contains("已写出"), "{}", said.out);
            let text = pages(&file);
            assert!(text.iter().all(|page| page.contains("送审稿")), "{document:?}");
            assert_eq!(text[0].contains("公开版"), edition == "public", "{document:?}");
        }
    }
}

#[test]
fn the_pages_that_the_leaders_sheet_names_hold_the_tasks() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let [sheet, table] = ["sheet.pdf", "table.pdf"].map(|name| office.path(name).display().to_string());
    office.bps(&["report", "onepage", "--period", "2013Q1", "-o", &sheet]).done();
    office.bps(&["report", "quarter", "--period", "2013Q1", "--style", "wide", "-o", &table]).done();
    let sheet = pages(&sheet);
    let [sheet] = sheet.as_slice() else { panic!("{} pages", sheet.len()) };
    let (_, further) = sheet.split_once("另有").unwrap();
    let (count, further) = further.split_once('项').unwrap();
    let (named, _) = further.split_once('第').unwrap().1.split_once('页').unwrap();
    let named: Vec<usize> = named.split('、').map(|page| page.parse().unwrap()).collect();
    let table = pages(&table);
    // The sample's first quarter leaves （七）, （十三）, （十七） or （二十） and no others for the table.
    let slow = ["\u{FF08}十三\u{FF09}", "\u{FF08}十七\u{FF09}", "\u{FF08}二十\u{FF09}"];
    assert_eq!(count, slow.len().to_string());
    for number in slow {
        let holds = |page: &&usize| table[**page - 1].contains(number);
        assert!(named.iter().any(|page| holds(&page)), "{number} is not on {named:?}");
        assert!(!sheet.contains(&format!(".{number}")), "{number} is told on the sheet");
    }
}

#[test]
fn the_landscape_table_has_the_columns_that_are_asked_for() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let file = office.path("x.pdf").display().to_string();
    let table = ["report", "quarter", "--period", "2013Q2", "-o", &file, "--style"];
    let heads = |columns: &[&str]| {
        office.bps(&with(&with(&table, &["wide"]), columns)).done();
        let first = pages(&file).swap_remove(0);
        let heads = ["总体目标", "分管领导", "上期完成情况", "完成时限"];
        heads.into_iter().filter(|head| first.contains(head)).collect::<Vec<_>>()
    };
    let by_itself = heads(&[]);
    assert_eq!(by_itself, ["总体目标"]);
    assert_eq!(heads(&["--columns", "compare"]), by_itself);
    assert_eq!(heads(&["--columns", "rounds"]), ["总体目标", "上期完成情况"]);
    assert_eq!(heads(&["--columns", "按分管领导分组"]), ["分管领导"]);
    assert_eq!(heads(&["--columns", "months"]), ["总体目标", "完成时限"]);

    office.bps(&["task", "leader", "5", "王某副区长", "--basis", "盐府办〔2013〕6号"]).done();
    office.bps(&["task", "leader", "5", "李某副区长", "--from", "2013-04-08"]).done();
    office.bps(&["task", "leader", "五", "李某副区长", "--from", "2013-04-08"]).refused("内容与已提交的相同");
    for (period, leader) in [("2013Q1", "王某副区长"), ("2013Q2", "李某副区长")] {
        let table = ["report", "quarter", "--period", period, "-o", &file, "--style", "wide"];
        office.bps(&with(&table, &["--columns", "leaders"])).done();
        assert!(pages(&file)[0].contains(leader), "{period}");
    }

    fs_err::remove_file(&file).unwrap();
    let known = "compare 对照、rounds 上下期对照、leaders 按分管领导分组、months 按月时限。";
    let words = format!("没有名为“tongshan”的栏目。可用的有\u{FF1A}{known}");
    office.bps(&with(&table, &["wide", "--columns", "tongshan"])).refused(&words);
    office.bps(&with(&table, &["original", "--columns", "rounds"])).refused("只有对照版式可以选栏目");
    assert!(!office.path("x.pdf").exists());
}

#[test]
fn slips_bear_the_numbers_of_their_items_and_drafts_none() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    let item = ["supervise", "add", "--task", "5", "--department", "文体局", "--due", "2013-05-31"];
    let item = with(&item, &["--on", "2013-05-03", "--requirement", "补足展览2场"]);
    office.bps(&item).done();
    let slips = ["report", "slips", "--period", "2013Q1", "--as-of", "2013-05-10", "-o", &file];
    office.bps(&slips).done();
    let printed = pages(&file);
    let first = &printed[0];
    for words in
        ["督办〔2013〕1号", "文体局\u{FF1A}", "补足展览2场", "2013年5月31日前", "2013年5月3日", "回执"]
    {
        assert!(first.contains(words), "{words} in {first}");
    }
    let drafts: Vec<_> = printed.iter().filter(|page| page.contains("督办〔2013〕号")).collect();
    assert!(
        drafts.len() > 10 && drafts.iter().all(|page| !page.contains("\u{FF08}五\u{FF09}")),
        "{}",
        drafts.len()
    );
    // One item alone; printed again it has the same number.
    office.bps(&with(&slips, &["--number", "1"])).done();
    assert_eq!(pages(&file), printed[..1]);
    office.bps(&with(&slips, &["--number", "7"])).refused("7");
    for meant in ["1号", "〔2013〕1号", "督办〔2013〕1号", "督办\u{FF08}２０１３\u{FF09}１号"]
    {
        office.bps(&with(&slips, &["--number", meant])).done();
    }
    for other in ["督办〔2013〕7号", "督办〔2012〕1号"] {
        office.bps(&with(&slips, &["--number", other])).refused(&format!("没有“{other}”这个督办事项"));
    }
}

#[test]
fn an_open_item_has_its_slip_unless_an_earlier_day_is_asked_for() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    let item =
        ["supervise", "add", "--department", "发改局", "--due", "2013-05-31", "--requirement", "抓紧办理"];
    office.bps(&with(&item, &["--task", "6", "--on", "2013-05-03"])).done();
    let slips = ["report", "slips", "--period", "2013Q1", "-o", &file];
    let of = |words: &str| pages(&file).into_iter().filter(|page| page.contains(words)).count();
    // The round is due on 24 April: what was assigned because of it came later.
    let said = office.bps(&slips).done();
    assert!(!said.out.contains("未列入"), "{}", said.out);
    assert_eq!((of("督办〔2013〕1号"), of("数据截至2013年5月3日")), (1, pages(&file).len()));
    // One slip that names the task, no draft beside it; the other slow tasks have theirs.
    assert_eq!(of("\u{FF08}六\u{FF09}"), 1);
    assert!(of("督办〔2013〕号") > 10);

    // A day before it, asked for: told, and no second paper for the same task.
    let asked = with(&slips, &["--as-of", "2013-04-24"]);
    let said = office.bps(&asked).done();
    let told = "另有督办事项1件\u{FF0C}未列入\u{FF1A}督办〔2013〕1号\u{FF08}2013年5月3日交办\u{FF09}";
    assert!(said.out.contains(told), "{}", said.out);
    assert_eq!((of("督办〔2013〕1号"), of("\u{FF08}六\u{FF09}")), (0, 0));
    assert!(of("督办〔2013〕号") > 10);
    let json = office.bps(&with(&asked, &["--json"])).done().json();
    assert!(json["later"].as_str().unwrap().contains("督办〔2013〕1号"), "{json}");
    // Where nothing else is left to print, the refusal says so.
    let early = with(&slips, &["--as-of", "2013-04-18"]);
    office.bps(&early).refused("督办〔2013〕1号\u{FF08}2013年5月3日交办\u{FF09}");
    // One that is struck off has none.
    for (stage, on) in [
        ("received", "2013-05-04"),
        ("answered", "2013-05-10"),
        ("examined", "2013-05-12"),
        ("closed", "2013-05-13"),
    ] {
        office.bps(&["supervise", "step", "1", "--stage", stage, "--on", on, "--words", "已办"]).done();
    }
    office.bps(&slips).done();
    assert_eq!((of("督办〔2013〕1号"), of("数据截至2013年4月24日")), (0, pages(&file).len()));
}

#[test]
fn a_bulletin_says_to_whom_and_when() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    let bulletin = ["report", "bulletin", "--period", "2013Q1", "-o", &file];
    office.bps(&bulletin).done();
    let text = pages(&file).concat();
    assert!(text.contains("教育局、民政局") && text.contains("2013年月日"), "open for who signs");
    office.bps(&with(&bulletin, &["--to", "各责任部门", "--dated", "2013-04-07"])).done();
    let text = pages(&file).concat();
    assert!(text.contains("各责任部门\u{FF1A}") && text.contains("2013年4月7日"), "{text}");
    assert!(!text.contains("教育局、民政局"));
    office.bps(&with(&bulletin, &["--dated", "4月7日"])).refused("不是日期");
}

#[test]
fn days_left_open_lie_in_the_year_of_signing() {
    let office = Office::with_plan();
    let file = office.path("x.pdf").display().to_string();
    let print = |document: &str, period: &str| {
        office.bps(&["report", document, "--period", period, "-o", &file]).done();
        pages(&file).concat()
    };
    // The fourth quarter falls due on 10 January of the next year.
    for (period, year, other) in [("2013Q4", "2014", "2013"), ("2013Q3", "2013", "2014")] {
        let open = |year: &str| format!("{year}年月日");
        for document in ["bulletin", "slips"] {
            let text = print(document, period);
            assert!(text.contains(&open(year)) && !text.contains(&open(other)), "{document} {period}");
        }
        let text = print("slips", period);
        assert!(text.contains(&format!("办结期限。{year}年月日前")), "{period}");
        // Items are numbered by the plan's year: where signing lies in another, neither is printed.
        let number = if period == "2013Q4" { "督办〔〕号" } else { "督办〔2013〕号" };
        assert_eq!(text.contains("督办〔2013〕号"), period == "2013Q3");
        assert!(text.contains(number), "{period}");
    }
}

#[test]
fn a_promised_day_that_has_passed_never_reads_as_one_to_come() {
    let office = Office::new();
    office.bps(&["sample"]).done();
    let file = office.path("x.pdf").display().to_string();
    let documents: [&[&str]; 5] = [
        &["onepage"],
        &["bulletin"],
        &["slips"],
        &["quarter", "--style", "wide"],
        &["quarter", "--style", "wide", "--columns", "months"],
    ];
    let print = |document: &[&str], as_of: &str| {
        let round = ["--period", "2013Q4", "--as-of", as_of, "-o", &file];
        office.bps(&with(&with(&["report"], document), &round)).done();
        pages(&file).concat()
    };
    for document in documents {
        // As of 10 January 2014 every day that the sample's departments promised lies behind, in another year.
        let text = print(document, "2014-01-10");
        for (at, _) in text.match_indices("日完成") {
            let before: String =
                text[..at].chars().rev().take(13).collect::<Vec<_>>().into_iter().rev().collect();
            let after = &text[at + "日完成".len()..];
            if before.contains("预计2013年") {
                assert!(after.starts_with("\u{FF08}已过\u{FF09}"), "{before} {document:?}");
            }
        }
        for digit in '1'..='9' {
            let without_year = format!("预计{digit}月");
            assert!(!text.contains(&without_year), "{document:?} {without_year}");
            assert!(!text.contains(&format!("现承诺{digit}月")), "{document:?}");
        }
        assert!(text.contains("\u{FF08}已过\u{FF09}"), "{document:?}");
        // While it is still to come it is told as ever.
        let text = print(document, "2013-04-24");
        assert!(!text.contains("已过") && text.contains("预计5月"), "{document:?}");
    }
}

#[test]
fn what_cannot_be_printed_is_refused_and_leaves_no_file() {
    let office = Office::new();
    let file = office.path("none.pdf");
    let name = file.display().to_string();
    for document in DOCUMENTS {
        office.bps(&with(document, &["-o", &name])).refused("还没有年度计划");
    }
    let office = Office::with_plan();
    for document in &DOCUMENTS[..3] {
        let other = with(&document[..2], &["--period", "2013Q5", "-o", &name]);
        office.bps(&other).refused("报告期");
        let other = with(&document[..2], &["--period", "2012Q1", "-o", &name]);
        office.bps(&other).refused("2012");
    }
    office.bps(&["report", "annual", "--year", "2012", "-o", &name]).refused("2012");
    // Nothing is slow before the first round is due.
    let early = ["report", "slips", "--period", "2013Q1", "--as-of", "2013-04-18", "-o", &name];
    office.bps(&early).refused("没有印督办通知单");
    assert!(!file.exists());
}
