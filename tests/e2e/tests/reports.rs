//! 报告 in the real window: every document is chosen, turned through, looked at small and large, and kept as a file.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, choose, click, go, gone, write};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use thirtyfour::Key;
use tokio::time::{Instant, sleep};

/// In the order of the list; each with a word of its outline or title.
const DOCUMENTS: [(&str, &str); 6] = [
    ("一页纸", "一页纸"),
    ("年度完成情况", "完成情况"),
    ("督查通报", "通报"),
    ("督办通知单", "通知单"),
    ("催报表", "催报表"),
    ("白皮书", "白皮书"),
];

/// Waits until the pages are another report's than that of `token`, drawn, and gives their token.
async fn another(window: &Window, token: &str) -> Result<String, Failure> {
    let script = "const bar = document.querySelector(`[data-testid='report-pages']`); \
                  const setting = bar?.querySelector('.pages__setting')?.textContent; \
                  const drawn = document.querySelector(`[data-testid^='page-'][data-drawn]`); \
                  return setting === '' && drawn !== null ? bar.dataset.token : ''";
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let seen = window.script(script).await?;
        match seen.as_str() {
            Some(seen) if !seen.is_empty() && seen != token => return Ok(seen.to_owned()),
            _ if Instant::now() > until => {
                return Err(format!("no other pages; {}", window.text().await?).into());
            }
            _ => sleep(Duration::from_millis(20)).await,
        }
    }
}

async fn value(window: &Window, script: &str) -> Result<String, Failure> {
    Ok(window.script(script).await?.as_str().unwrap_or_default().to_owned())
}

/// Waits until the box over the pages names that page.
async fn at_page(window: &Window, number: u32) -> Result<(), Failure> {
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let now = value(window, "return document.querySelector(`[data-testid='page-box']`).value").await?;
        if now == number.to_string() {
            return Ok(());
        }
        if Instant::now() > until {
            return Err(format!("page {now}, not {number}").into());
        }
        sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn every_report_is_chosen_looked_at_and_kept() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点").await?;
    go(&window, "#/2013/1/printed").await?;
    let mut token = another(&window, "").await?;
    window.pictures("report-wide").await?;

    // Another choice shows in place; the time of the last of some turns is told.
    for style in ["style-original", "style-wide", "style-original"] {
        let begun = Instant::now();
        click(&window, style).await?;
        token = another(&window, &token).await?;
        eprintln!("{style}: {} ms until its first page is drawn", begun.elapsed().as_millis());
    }
    window.pictures("report-original").await?;
    thumbnails_and_sizes(&window).await?;

    click(&window, "audience-public").await?;
    token = another(&window, &token).await?;
    window.pictures("report-public").await?;
    let saved = machine.folder().join("公开版.pdf");
    machine.pick(&saved)?;
    click(&window, "report-save").await?;
    by_id(&window, "report-saved").await?;
    let text = Command::new("pdftotext").arg(&saved).arg("-").output()?;
    let text: String = String::from_utf8(text.stdout)?.split_whitespace().collect();
    assert!(text.contains("公开版") && !text.contains("责任人"), "{text}");
    let saved = machine.folder().join("公开版.docx");
    machine.pick(&saved)?;
    click(&window, "report-save-as").await?;
    by_id(&window, "report-docx").await?;
    window.pictures("report-save-as").await?;
    click(&window, "report-docx").await?;
    window.says("已另存\u{FF1A}公开版.docx").await?;
    assert!(fs_err::read(&saved)?.starts_with(b"PK"));

    for (at, (name, says)) in DOCUMENTS.into_iter().enumerate() {
        choose(&window, "文种", name).await?;
        token = another(&window, &token).await?;
        window.says(says).await?;
        window.pictures(&format!("report-document-{at}")).await?;
    }
    // One task's page waits for its task, and shows its photos.
    choose(&window, "文种", "任务专页").await?;
    by_id(&window, "report-lack").await?;
    choose(&window, "任务", "\u{FF08}五\u{FF09}").await?;
    token = another(&window, &token).await?;
    window.says("季度目标和办理过程").await?;
    window.pictures("report-task").await?;
    evidence_book(&machine, &window, &token).await?;
    // What cannot be made says why.
    choose(&window, "文种", "核查单").await?;
    by_id(&window, "report-lack").await?;
    window.pictures("report-lack").await?;
    // Whoever comes back finds what was chosen.
    choose(&window, "文种", "一页纸").await?;
    another(&window, "").await?;
    go(&window, "#/2013/1/overview").await?;
    window.says("一季度节点").await?;
    go(&window, "#/2013/1/printed").await?;
    another(&window, "").await?;
    window.says("一页纸").await?;
    window.close().await
}

/// 佐证材料册: of all tasks and of one, written to its file, and said to be empty where it is.
async fn evidence_book(machine: &Machine, window: &Window, token: &str) -> Result<(), Failure> {
    choose(window, "文种", "佐证材料册").await?;
    let token = another(window, token).await?;
    // Of the task that was looked at before, for the public.
    choose(window, "任务", "全部任务").await?;
    let token = another(window, &token).await?;
    click(window, "audience-internal").await?;
    let token = another(window, &token).await?;
    window.pictures("book").await?;
    click(window, "photos-2").await?;
    another(window, &token).await?;
    let saved = machine.folder().join("佐证.pdf");
    machine.pick(&saved)?;
    click(window, "evidence-save").await?;
    by_id(window, "evidence-written").await?;
    window.pictures("book-written").await?;
    assert!(fs_err::read(&saved)?.starts_with(b"%PDF"));
    window.script("document.querySelector('.book__listed').open = true").await?;
    window.pictures("book-listed").await?;
    choose(window, "任务", "\u{FF08}二\u{FF09}").await?;
    by_id(window, "report-lack").await?;
    window.pictures("book-empty").await?;
    choose(window, "任务", "全部任务").await
}

/// What is done to the first report of the year: signed and issued, noted as sent, verified, forged.
#[tokio::test]
async fn a_report_is_issued_sent_and_verified() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&["--sample"]).await?;
    window.says("一季度节点").await?;
    go(&window, "#/2013/1/printed").await?;
    another(&window, "").await?;
    click(&window, "issued-open").await?;
    window.says("还没有签发过报告").await?;
    window.pictures("issued-none").await?;
    close_dialog(&window).await?;
    click(&window, "issue-open").await?;
    by_id(&window, "issue-approvedBy").await?;
    window.pictures("issue").await?;
    write(&window, "issue-approvedBy", "陈某\u{FF0C}常务副区长").await?;
    write(&window, "issue-on", "2013-04-25").await?;
    write(&window, "issue-series", "深盐督").await?;
    click(&window, "issue-decide").await?;
    by_id(&window, "issue-with-gaps").await?;
    window.pictures("issue-gaps").await?;
    click(&window, "issue-with-gaps").await?;
    by_id(&window, "issued-report").await?;
    window.pictures("issued").await?;
    click(&window, "issued-send").await?;
    write(&window, "sent-to", "区府办、各责任部门").await?;
    window.pictures("issued-send").await?;
    click(&window, "sent-decide").await?;
    window.says("发往区府办").await?;
    let kept = machine.folder().join("签发.pdf");
    machine.pick(&kept)?;
    click(&window, "issued-save").await?;
    window.says("已另存").await?;
    window.pictures("issued-sent").await?;
    close_dialog(&window).await?;

    click(&window, "verify-open").await?;
    by_id(&window, "verify-code").await?;
    window.pictures("verify").await?;
    machine.pick(&kept)?;
    click(&window, "verify-file").await?;
    window.says("真件").await?;
    window.pictures("verified").await?;
    // The control: with one number changed inside it is no longer genuine, and the dialog says where.
    let forged = machine.folder().join("改过的.pdf");
    forge(&kept, &forged, "12场", "15场")?;
    machine.pick(&forged)?;
    click(&window, "verify-file").await?;
    by_id(&window, "differences").await?;
    window.pictures("verify-differences").await?;
    close_dialog(&window).await?;
    signed_sheet(&machine, &window).await?;
    window.close().await
}

/// Escape, where the keyboard is in the dialog.
async fn close_dialog(window: &Window) -> Result<(), Failure> {
    window.press(Key::Escape + "").await?;
    let open = "return document.querySelector(`[role='dialog'] .dialog__body`) === null";
    let until = Instant::now() + Duration::from_secs(10);
    while window.script(open).await? != true {
        if Instant::now() > until {
            return Err("the dialog stays".into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// The file with other words as long, wherever it holds them as text.
fn forge(from: &Path, to: &Path, original: &str, replacement: &str) -> Result<(), Failure> {
    let plain = from.with_extension("plain");
    let unpacked = Command::new("qpdf").args(["--stream-data=uncompress"]).arg(from).arg(&plain).status()?;
    assert!(unpacked.success());
    let mut bytes = fs_err::read(&plain)?;
    let places: Vec<usize> = bytes
        .windows(original.len())
        .enumerate()
        .filter_map(|(at, found)| (found == original.as_bytes()).then_some(at))
        .collect();
    assert!(!places.is_empty() && original.len() == replacement.len());
    for at in places {
        bytes[at..at + original.len()].copy_from_slice(replacement.as_bytes());
    }
    Ok(fs_err::write(to, bytes)?)
}

/// 季度报送表: printed to be signed, its scan taken back in.
async fn signed_sheet(machine: &Machine, window: &Window) -> Result<(), Failure> {
    choose(window, "文种", "季度报送表").await?;
    by_id(window, "report-lack").await?;
    choose(window, "部门", "文体局").await?;
    window.says("报送").await?;
    another(window, "").await?;
    let sheet = machine.folder().join("报送表.pdf");
    machine.pick(&sheet)?;
    click(window, "report-save").await?;
    by_id(window, "report-saved").await?;
    window.pictures("sheet").await?;
    go(window, "#/2013/1/chase").await?;
    click(window, "chase-all").await?;
    let open = "const row = [...document.querySelectorAll(`[data-testid='chase-calls'] .table__row`)] \
                .find((each) => each.innerText.includes('文体局')); row?.click(); return row !== undefined";
    let until = Instant::now() + Duration::from_secs(10);
    while window.script(open).await? != true {
        if Instant::now() > until {
            return Err(format!("文体局 is not listed; {}", window.text().await?).into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    by_id(window, "submission-scan").await?;
    window.pictures("sheet-printed").await?;
    click(window, "submission-scan").await?;
    by_id(window, "submission-take-code").await?;
    machine.pick(&sheet)?;
    click(window, "pick-files").await?;
    window.says("含个人信息").await?;
    window.pictures("sheet-scan").await?;
    click(window, "personal-0-no").await?;
    click(window, "submission-take-decide").await?;
    gone(window, "submission-take-decide").await?;
    window.says("已提交").await?;
    window.pictures("sheet-submitted").await
}

async fn thumbnails_and_sizes(window: &Window) -> Result<(), Failure> {
    write(window, "outline-find", "十二").await?;
    window.pictures("report-found").await?;
    window.press(Key::Enter).await?;
    let found = "return document.querySelector(`.printed__panel li[data-level='2'] small`).textContent";
    let page: u32 = value(window, found).await?.parse()?;
    at_page(window, page).await?;
    click(window, "panel-thumbs").await?;
    window.shown(&format!("[data-testid='thumb-page-{page}'][data-drawn]")).await?;
    window.pictures("report-thumbs").await?;
    window.shown("[data-testid='thumbs']").await?.send_keys(Key::Home).await?;
    at_page(window, 1).await?;
    click(window, "page-after").await?;
    at_page(window, 2).await?;

    let percent = "return document.querySelector(`[data-testid='zoom']`).textContent";
    let fitted = value(window, percent).await?;
    click(window, "fit-page").await?;
    window.pictures("report-whole-page").await?;
    window.press(Key::Control + "+").await?;
    window.press(Key::Control + "+").await?;
    assert_ne!(value(window, percent).await?, fitted);
    at_page(window, 2).await?;
    window.pictures("report-large").await?;
    window.press(Key::Control + "0").await?;
    assert_eq!(value(window, percent).await?, fitted);
    // Only what is near sight exists.
    let sheets = window.script("return document.querySelectorAll('.pages .sheet-of-paper').length").await?;
    assert!(sheets.as_u64().unwrap() < 6, "{sheets}");
    assert_eq!(window.script("return window.visualViewport.scale").await?, json!(1));
    click(window, "panel-outline").await
}
