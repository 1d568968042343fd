//! What is written about one task in the real window, on the sample year: items, 汇总稿, history, the year's light, public
//! feedback from an e-mail to its answer.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{Failure, Machine, by_id, choose, click, go, gone, write};
use thirtyfour::Key;

/// An e-mail as a website's mail box sends it; sender, telephone and address are personal.
const LETTER: &str = "From: =?UTF-8?B?546L5bCP5piO?= <wang@example.com>\r\nTo: ducha@example.gov.cn\r\nDate: Mon, 22 Apr 2013 09:12:00 +0800\r\nSubject: =?UTF-8?B?5aSn5qKF5rKZ54eD5rCU56uZ5L2V5pe26YCa5rCU?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n您好\u{FF01}白皮书说大梅沙燃气瓶组气化站今年建成\u{FF0C}请问何时通气\u{FF1F}我的电话13812345678。\r\n--b\r\nContent-Type: text/plain; name=\"xianchang.txt\"\r\nContent-Disposition: attachment; filename=\"xianchang.txt\"\r\n\r\nx\r\n--b--\r\n";

#[tokio::test]
async fn several_departments_and_what_was_written_before() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    go(&window, "#/2013/1/entry?open=12.1").await?;
    click(&window, "items-open").await?;
    by_id(&window, "items-editor").await?;
    window.into_sight("[data-testid='items-open']").await?;
    window.pictures("entry-items").await?;
    click(&window, "summary-open").await?;
    by_id(&window, "summary").await?;
    window.into_sight("[data-testid='summary-open']").await?;
    window.pictures("entry-summary").await?;

    // Corrected once: what differs.
    go(&window, "#/2013/1/entry?open=5.1").await?;
    window.says("历史 2 次").await?;
    click(&window, "history").await?;
    window.into_sight("[data-testid='history']").await?;
    window.pictures("entry-history").await?;
    window.close().await
}

#[tokio::test]
async fn the_light_of_a_year() -> Result<(), Failure> {
    let (_machine, window) = Machine::sample().await?;
    click(&window, "light-15").await?;
    by_id(&window, "light-reason").await?;
    window.pictures("light").await?;
    click(&window, "light-set").await?;
    by_id(&window, "light-decide-reason").await?;
    window.pictures("light-set").await?;
    click(&window, "light-choice-slow").await?;
    write(&window, "light-decide-reason", "方案已报送\u{FF0C}5月可补齐。").await?;
    window.press(Key::Control + Key::Enter).await?;
    gone(&window, "light-decide-reason").await?;
    click(&window, "light-15").await?;
    by_id(&window, "light-clear").await?;
    window.pictures("light-overridden").await?;
    window.close().await
}

#[tokio::test]
async fn a_letter_from_its_file_to_its_answer() -> Result<(), Failure> {
    let (machine, window) = Machine::sample().await?;
    let file = machine.folder().join("来信.eml");
    fs_err::write(&file, LETTER)?;
    click(&window, "nav-feedback").await?;
    by_id(&window, "feedback-letter").await?;
    machine.pick(&file)?;
    click(&window, "feedback-letter").await?;
    by_id(&window, "letter-problems").await?;
    window.pictures("feedback-letter").await?;
    click(&window, "kind-question").await?;
    choose(&window, "所涉任务", "（八）").await?;
    click(&window, "feedback-record").await?;
    by_id(&window, "feedback-detail").await?;
    window.pictures("feedback-recorded").await?;
    click(&window, "feedback-change").await?;
    by_id(&window, "feedback-change-due").await?;
    window.pictures("feedback-change").await?;
    window.press(Key::Escape + "").await?;
    click(&window, "feedback-show").await?;
    window.says("13812345678").await?;
    click(&window, "feedback-close").await?;
    by_id(&window, "feedback-closing-reason").await?;
    window.pictures("feedback-closing").await?;
    window.press(Key::Escape + "").await?;
    write(&window, "feedback-answer-text", "气化站计划年底前通气\u{FF0C}进展请见季度公报。").await?;
    click(&window, "feedback-answer").await?;
    window.says("已答复").await?;
    window.pictures("feedback-answered").await?;
    window.close().await
}
