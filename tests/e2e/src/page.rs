//! What a person does on our page: its parts are found by the names that it gives them for tests (data-testid).

use crate::{Failure, Window};
use std::time::Duration;
use thirtyfour::{Key, WebElement};
use tokio::time::{Instant, sleep};

/// How long a part may take to come.
const THERE_MAX: Duration = Duration::from_secs(20);

/// The part of this name, once it is displayed.
///
/// # Errors
/// When it is not in time.
pub async fn by_id(window: &Window, id: &str) -> Result<WebElement, Failure> {
    window.shown(&format!("[data-testid='{id}']")).await
}

/// Waits until it is gone, such as a dialog that has done its deed.
///
/// # Errors
/// When it stays, with what the page says.
pub async fn gone(window: &Window, id: &str) -> Result<(), Failure> {
    let none = format!("return document.querySelector(`[data-testid='{id}']`) === null");
    let until = Instant::now() + THERE_MAX;
    while window.script(&none).await? != true {
        if Instant::now() > until {
            return Err(format!("{id} is still there; the page says: {}", window.text().await?).into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Clicks as the page itself would: radios of the kit lie under their labels, where no pointer reaches them.
///
/// # Errors
/// When it does not come in time, or may not be pressed, with what the page says.
pub async fn click(window: &Window, id: &str) -> Result<(), Failure> {
    let find = format!("document.querySelector(`[data-testid='{id}']`)");
    let press = format!(
        "const found = {find}; if (!found || found.disabled) return false; found.click(); return true"
    );
    let until = Instant::now() + THERE_MAX;
    while window.script(&press).await? != true {
        if Instant::now() > until {
            return Err(format!("{id} is not there; the page says: {}", window.text().await?).into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Writes at the end of the box of this name.
///
/// # Errors
/// When it does not come in time, or takes no words.
pub async fn write(window: &Window, id: &str, text: &str) -> Result<(), Failure> {
    let find = format!("document.querySelector(`[data-testid='{id}']`)");
    let enter = format!(
        "const found = {find}; if (!found || found.disabled || found.readOnly) return false; \
         found.scrollIntoView({{ block: 'nearest' }}); found.focus(); \
         const end = found.value.length; if (found.selectionStart !== null) found.setSelectionRange(end, end); \
         return document.activeElement === found"
    );
    let until = Instant::now() + THERE_MAX;
    while window.script(&enter).await? != true {
        if Instant::now() > until {
            return Err(format!("{id} takes no words; the page says: {}", window.text().await?).into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    window.insert(text).await
}

/// Chooses what begins with these words from the list whose label begins so: opened, narrowed by typing where it can be, clicked.
///
/// # Errors
/// When there is no such list or it does not offer the words.
pub async fn choose(window: &Window, label: &str, words: &str) -> Result<(), Failure> {
    let box_of = format!("[...document.querySelectorAll(`[role='combobox'][aria-label^='{label}']`)].at(-1)");
    if window.script(&format!("const box = {box_of}; box?.focus(); return box !== undefined")).await? != true
    {
        return Err(format!("no list is called {label}").into());
    }
    window.press(Key::Down + "").await?;
    window.insert(words).await?;
    // Only what is in sight is mounted.
    let find = "[...document.querySelectorAll('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')]";
    let press = format!(
        "const found = {find}.find((each) => each.innerText.trim().startsWith(`{words}`)); found?.click(); return found !== undefined"
    );
    let until = Instant::now() + THERE_MAX;
    while window.script(&press).await? != true {
        if Instant::now() > until {
            let offered =
                window.script(&format!("return {find}.map((each) => each.innerText).join()")).await?;
            return Err(format!("{label} does not offer {words} but {offered}").into());
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// Puts an address of the page into its place: #/2013/1/printed.
///
/// # Errors
/// When the window does not answer.
pub async fn go(window: &Window, address: &str) -> Result<(), Failure> {
    window.script(&format!("location.hash = '{address}'")).await?;
    Ok(())
}
