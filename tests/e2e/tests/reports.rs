//! 报告 in the real window: every document is chosen, turned through, looked at small and large, and kept as a file.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, choose, click, go, write};
use serde_json::json;
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
    // What cannot be made says why.
    choose(&window, "文种", "核查单").await?;
    by_id(&window, "report-lack").await?;
    window.pictures("report-lack").await?;
    // Whoever comes back finds what was chosen.
    choose(&window, "文种", "一页纸").await?;
    another(&window, &token).await?;
    go(&window, "#/2013/1/overview").await?;
    window.says("一季度节点").await?;
    go(&window, "#/2013/1/printed").await?;
    another(&window, "").await?;
    window.says("一页纸").await?;
    window.close().await
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
