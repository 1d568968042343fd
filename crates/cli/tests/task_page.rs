//! 任务专页 from a terminal, read back with poppler.

#![allow(clippy::unwrap_used, reason = "tests")]

mod office;

use office::{Office, files};
use std::path::{Path, PathBuf};
use std::process::Command;

fn sample() -> Office {
    let office = Office::new();
    office.bps(&["sample"]).done();
    office
}

/// All text of a file without blanks.
fn text(file: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(file).arg("-").output().expect("poppler-utils");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().chars().filter(|c| !c.is_whitespace()).collect()
}

/// How many pictures a file shows.
fn pictures(file: &Path) -> usize {
    let output = Command::new("pdfimages").arg("-list").arg(file).output().expect("poppler-utils");
    String::from_utf8(output.stdout).unwrap().lines().filter(|line| line.contains("jpeg")).count()
}

fn page(office: &Office, name: &str, task: &str, rest: &[&str]) -> (PathBuf, String) {
    let path = office.path(name);
    let file = path.display().to_string();
    let asked = ["report", "task", "--task", task, "--period", "2013Q1", "-o", &file];
    office.bps(&[&asked[..], rest].concat()).done();
    let text = text(&path);
    (path, text)
}

const PHOTO: &str = "证\u{FF08}五\u{FF09}-一季-文体局-02";

#[test]
fn everything_about_one_task_stands_on_its_page() {
    let office = sample();
    let (path, told) = page(&office, "a.pdf", "5", &[]);
    for words in [
        "\u{FF08}五\u{FF09}完善",
        "4月19日何某",
        "4月23日何某更正",
        "【自报已完成】",
        "督查室认定一季度报告期4月23日王某",
        "共3件\u{FF1A}照片2件缩印如下\u{FF0C}其余1件只列目录。",
        "没有领导批示和督办事项",
    ] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    assert_eq!(pictures(&path), 2);
    // In full under its picture, by its number in the text.
    assert_eq!(told.matches(PHOTO).count(), 1);
    assert!(told.contains("文体局-01、02、03"));
    // A task has one page under any of its names, and the same bytes each time.
    let (again, _) = page(&office, "b.pdf", "\u{FF08}五\u{FF09}", &[]);
    assert!(fs_err::read(&path).unwrap() == fs_err::read(again).unwrap());
    let (_, returned) = page(&office, "c.pdf", "7", &[]);
    assert!(returned.contains("审核退回4月24日王某") && returned.contains("退给经促局"), "{returned}");
}

#[test]
fn what_was_chased_is_told_up_to_the_day_and_counted_behind_it() {
    let office = sample();
    let add = |words: &[&str]| {
        office
            .bps(&[words, &["--task", "5", "--department", "文体局", "--due", "2013-05-31"]].concat())
            .done()
    };
    add(&[
        "instruction",
        "add",
        "--leader",
        "区长张某",
        "--on",
        "2013-05-02",
        "--words",
        "抓紧落实",
        "--page",
        "第3页",
    ]);
    add(&["supervise", "add", "--on", "2013-05-03", "--requirement", "补足展览2场"]);
    let step = |stage: &str, on: &str| {
        office.bps(&["supervise", "step", "1", "--stage", stage, "--on", on, "--words", "已办"]).done()
    };
    step("received", "2013-05-04");
    step("answered", "2013-05-10");
    step("examined", "2013-05-12");
    step("received", "2013-05-13");
    let (_, early) = page(&office, "a.pdf", "5", &[]);
    assert!(early.contains("另有领导批示1件、督办事项1件\u{FF0C}未列入"), "{early}");
    assert!(!early.contains("抓紧落实") && !early.contains("补足展览"));
    let (_, late) = page(&office, "b.pdf", "5", &["--as-of", "2013-06-03"]);
    for words in [
        "区长张某“抓紧落实”。",
        "批于\u{FF1A}第3页",
        "督办〔2013〕1号",
        "反馈5月10日",
        "用时6天",
        "退回重办5月13日",
        "已逾期3天",
    ] {
        assert!(late.contains(words), "{words} is not in {late}");
    }
    // None of it is for the public, nor who wrote and judged.
    let (path, public) = page(&office, "c.pdf", "5", &["--as-of", "2013-06-03", "--edition", "public"]);
    for words in ["张某", "何某", "王某", "批示", "督办", "保管人", "退回"] {
        assert!(!public.contains(words), "{words} is in {public}");
    }
    assert!(public.contains("公开版") && public.contains("4月19日填报"));
    assert_eq!(pictures(&path), 2);
}

#[test]
fn a_photo_that_is_lost_or_damaged_is_named_with_the_reason() {
    let office = sample();
    let (path, whole) = page(&office, "a.pdf", "5", &[]);
    assert_eq!((pictures(&path), whole.contains("不印\u{FF1A}")), (2, false));
    assert_eq!(files(&office.path("store/reduced")).len(), 2);
    let photos = files(&office.path("store/blobs"));
    let photos: Vec<_> =
        photos.into_iter().filter(|path| fs_err::read(path).unwrap().starts_with(b"\xFF\xD8")).collect();
    // Blobs are named by their hashes: every photo of the store is damaged, two of them are this task's.
    for photo in &photos {
        let mut bytes = fs_err::read(photo).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xFF;
        fs_err::write(photo, bytes).unwrap();
    }
    files(&office.path("store/reduced")).iter().for_each(|file| fs_err::remove_file(file).unwrap());
    let (path, damaged) = page(&office, "b.pdf", "5", &[]);
    assert_eq!(pictures(&path), 0);
    assert_eq!(damaged.matches("文件已损坏\u{FF0C}与登记的校验值不符").count(), 2, "{damaged}");
    photos.iter().for_each(|photo| fs_err::remove_file(photo).unwrap());
    let (_, lost) = page(&office, "c.pdf", "5", &[]);
    assert_eq!(lost.matches("文件不在资料库中").count(), 2, "{lost}");
    assert!(lost.contains("没有可以缩印的照片"));
}

#[test]
fn it_is_written_as_word_and_excel_too_and_what_is_unknown_is_refused() {
    let office = sample();
    let ask = |task: &str, period: &str, name: &str| {
        let file = office.path(name).display().to_string();
        office.bps(&["report", "task", "--task", task, "--period", period, "-o", &file])
    };
    for name in ["a.docx", "a.xlsx"] {
        ask("5", "2013Q1", name).done();
        assert!(fs_err::metadata(office.path(name)).unwrap().len() > 1_000);
    }
    ask("99", "2013Q1", "x.pdf").refused("99");
    ask("5", "2013Q9", "x.pdf").refused("2013Q9");
    ask("5", "2013Q1", "x.txt").refused("x.txt");
    assert!(!office.path("x.pdf").exists());
}
