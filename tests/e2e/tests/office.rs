//! The office itself in the real window, on the sample year: finding, the recycle bin, who takes over, the lock.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, Window, by_id, choose, click, write};
use thirtyfour::Key;

const PIN: &str = "135790";

/// As the list at the left does it.
async fn settings_part(window: &Window, name: &str) -> Result<(), Failure> {
    click(window, "nav-settings").await?;
    by_id(window, "persons").await?;
    let press = format!(
        "[...document.querySelectorAll('.settings__list button')].find((each) => each.innerText === '{name}')?.click(); return null"
    );
    window.script(&press).await?;
    Ok(())
}

/// One character is enough; what is found stands in groups; nothing found says what to do.
#[tokio::test]
async fn finding_by_one_character() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    window.press(Key::Control + "k").await?;
    by_id(&window, "find-text").await?;
    write(&window, "find-text", "文").await?;
    by_id(&window, "found-task").await?;
    window.press(Key::Down + Key::Down).await?;
    window.pictures("find-one").await?;
    write(&window, "find-text", "无此事").await?;
    window.says("没有").await?;
    window.pictures("find-nothing").await?;
    window.close().await
}

/// What was taken back lies in the bin until it is brought back.
#[tokio::test]
async fn what_was_taken_back() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "nav-review").await?;
    write(&window, "comment-text", "请核对4月12日的会议纪要。").await?;
    click(&window, "comment-add").await?;
    window.words("撤回").await?.click().await?;
    settings_part(&window, "回收站").await?;
    by_id(&window, "bin").await?;
    window.pictures("settings-bin").await?;
    window.close().await
}

/// 工作移交 and the lock, each as its dialog asks.
#[tokio::test]
async fn who_takes_over_and_who_is_away() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "nav-settings").await?;
    write(&window, "person-name", "赵某").await?;
    write(&window, "person-title", "区督查室科员").await?;
    click(&window, "person-add").await?;
    window.says("赵某").await?;
    click(&window, "person-hand-赵某").await?;
    by_id(&window, "hand-day").await?;
    window.pictures("settings-hand-over").await?;
    choose(&window, "接收人", "李某").await?;
    write(&window, "hand-day", "2013-05-31").await?;
    click(&window, "hand-decide").await?;
    window.says("交接单").await?;
    window.pictures("settings-handed-over").await?;
    window.press(Key::Escape + "").await?;
    window.close().await
}

#[tokio::test]
async fn the_lock() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "nav-settings").await?;
    click(&window, "person-pin-李某").await?;
    write(&window, "pin-new", PIN).await?;
    write(&window, "pin-again", PIN).await?;
    click(&window, "pin-decide").await?;
    window.says("恢复单").await?;
    window.pictures("recovery").await?;
    click(&window, "recovery-done").await?;
    // An hour goes by at once; the next sign of somebody finds that nobody was there.
    window.script("const now = Date.now(); Date.now = () => now + 3600000; dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })); return null").await?;
    by_id(&window, "lock").await?;
    window.pictures("lock").await?;
    window.close().await
}
