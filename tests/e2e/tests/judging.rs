//! A supervision officer's day in the real window, on the sample year: accept, return, close the round, find, undo; and every
//! screen with nothing in it. Pictures of all of it, and what must hold on every screen.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, click, write};
use std::time::{Duration, Instant};
use thirtyfour::Key;
use tokio::time::sleep;

/// Looked for again on top of the entry.
const REASON: &str = "请写明已完成的场次和日期\u{FF0C}并补交签到表。";

/// The number that a stage's button carries.
async fn count(window: &Window, stage: &str) -> Result<u64, Failure> {
    window.says("复制").await?;
    let words = format!(
        "return document.querySelector(`[data-testid='stage-{stage}']`)?.closest('label')?.innerText ?? ''"
    );
    let words = window.script(&words).await?;
    let digits: String = words.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    Ok(digits.parse()?)
}

/// Waits until a stage's button carries this number.
async fn counts(window: &Window, stage: &str, expected: u64) -> Result<(), Failure> {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let now = count(window, stage).await?;
        if now == expected {
            return Ok(());
        }
        if Instant::now() > until {
            return Err(format!("{stage} counts {now}, not {expected}").into());
        }
        sleep(Duration::from_millis(50)).await;
    }
}

/// What has the keyboard, by the name that the page gives it.
async fn held(window: &Window) -> Result<String, Failure> {
    let name = window
        .script("const held = document.activeElement; return held.dataset.testid ?? held.getAttribute('role') ?? held.tagName")
        .await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_day_of_judging() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "nav-review").await?;
    by_id(&window, "review-accept").await?;
    window.pictures("review").await?;
    let (waiting, accepted, returned) = (
        count(&window, "waiting").await?,
        count(&window, "accepted").await?,
        count(&window, "returned").await?,
    );
    assert!(waiting >= 3, "{waiting}");

    // By keyboard alone: into the list, down, Enter; then Ctrl+Enter accepts what is read.
    window
        .script("document.querySelector(`[data-testid='review-table'] [role='grid']`).focus(); return null")
        .await?;
    window.press(Key::Down + "").await?;
    window.press(Key::Enter + "").await?;
    window.press(Key::F6 + "").await?;
    window.press(Key::Control + Key::Enter).await?;
    counts(&window, "waiting", waiting - 1).await?;
    counts(&window, "accepted", accepted + 1).await?;
    by_id(&window, "review-said").await?;

    // Ctrl+Shift+Enter asks why; Esc lets it be, and the keyboard is back.
    window.press(Key::Control + Key::Shift + Key::Enter).await?;
    by_id(&window, "return-reason").await?;
    assert_eq!(held(&window).await?, "return-reason");
    window.press(Key::Escape + "").await?;
    sleep(Duration::from_millis(300)).await;
    assert_ne!(held(&window).await?, "return-reason");
    let title = window.script("return document.querySelector('.review__head h2').innerText").await?;
    click(&window, "review-return").await?;
    write(&window, "return-reason", REASON).await?;
    window.pictures("review-return").await?;
    window.press(Key::Control + Key::Enter).await?;
    counts(&window, "returned", returned + 1).await?;

    click(&window, "stage-returned").await?;
    window.says(REASON).await?;
    window.pictures("review-returned").await?;
    let open = format!(
        "const row = [...document.querySelectorAll(`[data-testid='review-table'] .table__row`)].find((each) => each.innerText.includes({title})); row?.click(); return row !== undefined"
    );
    assert_eq!(window.script(&open).await?, true);
    sleep(Duration::from_millis(300)).await;
    click(&window, "review-correct").await?;
    let top = by_id(&window, "returned").await?;
    assert!(top.text().await?.contains(REASON));
    window.pictures("entry-returned").await?;

    close_and_undo(&window).await?;
    find(&window).await?;
    window.close().await
}

/// The round closes, and Ctrl+Z opens it again.
async fn close_and_undo(window: &Window) -> Result<(), Failure> {
    click(window, "nav-chase").await?;
    window.shown("[data-testid='chase-calls'] .table__row").await?;
    window
        .script("document.querySelector(`[data-testid='chase-calls'] .table__row`).click(); return null")
        .await?;
    by_id(window, "chase-department").await?;
    window.pictures("chase").await?;
    click(window, "round-turn").await?;
    by_id(window, "round-close").await?;
    window.pictures("chase-close").await?;
    click(window, "round-close").await?;
    window.says("重开报告期").await?;
    window.pictures("chase-closed").await?;
    click(window, "undo-last").await?;
    window.says("关闭报告期…").await?;
    click(window, "chase-part-instructions").await?;
    by_id(window, "chase-add").await?;
    window.pictures("chase-no-instructions").await?;
    click(window, "chase-add").await?;
    by_id(window, "instruction-leader").await?;
    window.pictures("chase-instruction").await?;
    window.press(Key::Escape + "").await
}

/// Ctrl+K finds from two characters, and Enter opens the first hit.
async fn find(window: &Window) -> Result<(), Failure> {
    click(window, "nav-overview").await?;
    by_id(window, "grid-5-1").await?;
    window.pictures("overview").await?;
    window.script("document.querySelector(`[data-testid='grid-5-1']`).focus(); return null").await?;
    window.press(Key::Control + "k").await?;
    write(window, "find-text", "普惠").await?;
    by_id(window, "found-task").await?;
    window.pictures("find").await?;
    window.press(Key::Enter + "").await?;
    window.says("完善“普惠型”公共文化服务体系").await?;
    let address = window.script("return location.hash").await?;
    assert!(address.as_str().unwrap_or_default().contains("open=5."), "{address}");
    Ok(())
}

/// Every screen of the sample that lists something, and what stands there when it lists nothing.
#[tokio::test]
async fn the_other_screens_and_their_dialogs() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "nav-feedback").await?;
    by_id(&window, "feedback").await?;
    window.pictures("feedback").await?;
    click(&window, "feedback-new").await?;
    by_id(&window, "feedback-subject").await?;
    window.pictures("feedback-new").await?;
    window.press(Key::Escape + "").await?;
    click(&window, "nav-review").await?;
    click(&window, "review-sheets").await?;
    click(&window, "sample-draw").await?;
    by_id(&window, "sheet").await?;
    window.pictures("review-sheet").await?;
    click(&window, "nav-settings").await?;
    by_id(&window, "persons").await?;
    let name =
        window.script("return document.querySelector(`[data-testid^='person-pin-']`).dataset.testid").await?;
    click(&window, name.as_str().unwrap_or_default()).await?;
    by_id(&window, "pin-new").await?;
    window.pictures("settings-pin").await?;
    window.press(Key::Escape + "").await?;
    for screen in ["overview", "plan", "register", "review", "chase", "feedback", "settings"] {
        click(&window, &format!("nav-{screen}")).await?;
        sleep(Duration::from_millis(300)).await;
        window.tab().await.map_err(|fault| format!("{screen}: {fault}"))?;
    }
    window.close().await
}

/// Before any paper is read each screen says what to do.
#[tokio::test]
async fn with_no_plan_every_screen_says_what_to_do() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&[]).await?;
    click(&window, "begin-supervision").await?;
    write(&window, "begin-office", "区督查室").await?;
    write(&window, "begin-person", "李某").await?;
    click(&window, "begin").await?;
    for screen in ["overview", "register", "entry", "review", "chase", "printed", "feedback"] {
        click(&window, &format!("nav-{screen}")).await?;
        by_id(&window, "import-paper").await.map_err(|fault| format!("{screen}: {fault}"))?;
    }
    window.pictures("nothing").await?;
    window.close().await
}
