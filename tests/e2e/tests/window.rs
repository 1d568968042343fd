//! The window opens, has its name, and shows its page.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine};

const TITLE: &str = "白皮书督办";

#[tokio::test]
async fn the_window_opens_with_its_name_and_shows_the_page() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&[]).await?;
    assert_eq!(window.page().title().await?, TITLE);
    window.shown("#root > *").await?;
    window.says(TITLE).await?;
    window.pictures("start").await?;
    window.close().await
}

/// The page's own rules hold: no evaluated code, and no commands beyond the list.
#[tokio::test]
async fn the_page_can_neither_evaluate_nor_call_what_is_not_listed() -> Result<(), Failure> {
    let machine = Machine::empty()?;
    let window = machine.open(&[]).await?;
    window.shown("#root > *").await?;
    let evaluated = window
        .script("try { return new Function('return 1')() } catch (error) { return error.name }")
        .await?;
    assert_eq!(evaluated, "EvalError");
    let global = window.script("return typeof window.__TAURI__").await?;
    assert_eq!(global, "undefined");
    window.close().await
}
