//! One open window: finding things in it, pictures of it, closing it.

use crate::Failure;
use crate::driver::Driver;
use crate::process::Process;
use crate::rules::{FAULTS, FOCUS};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};
use tokio::fs;
use tokio::process::Command;
use tokio::time::{Instant, sleep};
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

/// The sizes at which every screen is looked at: an office's usual display, and the smallest window.
pub const SIZES: [(u32, u32); 2] = [(1366, 768), (1024, 540)];

/// What the window manager shows.
const TITLE: &str = "白皮书督办";

/// How long the page may take to show something.
const SHOWN_MAX: Duration = Duration::from_secs(20);

/// The open window. Close it with [`Window::close`]; dropped, its driver is killed.
pub struct Window {
    page: WebDriver,
    driver: Driver,
    process: Process,
}

impl Window {
    pub(crate) async fn open(
        program: &Path,
        arguments: &[&str],
        variables: &HashMap<String, PathBuf>,
        folder: &Path,
    ) -> Result<Self, Failure> {
        let driver = Driver::start(variables).await?;
        let mut capabilities = Capabilities::new();
        capabilities.set("webkitgtk:browserOptions", json!({ "binary": program, "args": arguments }))?;
        let page = WebDriver::new(driver.address(), capabilities).await?;
        let process = Process::of(program, folder).await?;
        Ok(Self { page, driver, process })
    }

    /// The program's process.
    #[must_use]
    pub fn process(&self) -> Process {
        self.process
    }

    /// The page, for what is not offered here.
    #[must_use]
    pub fn page(&self) -> &WebDriver {
        &self.page
    }

    /// Waits for the first element that matches the CSS selector and is displayed.
    ///
    /// # Errors
    /// When none is shown in time, with the selector and the words that the page shows instead.
    pub async fn shown(&self, css: &str) -> Result<WebElement, Failure> {
        self.waited(By::Css(css), css).await
    }

    /// Waits for the first element that matches the CSS selector and scrolls it to the upper edge of what scrolls it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn into_sight(&self, css: &str) -> Result<(), Failure> {
        let scroll = format!(
            "const found = document.querySelector(`{css}`); found?.scrollIntoView({{ block: 'start' }}); return found !== null"
        );
        let until = Instant::now() + SHOWN_MAX;
        while self.script(&scroll).await? != true {
            if Instant::now() > until {
                return Err(format!("{css} is not there; the page says: {}", self.text().await?).into());
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Waits for the innermost displayed element whose text, without blanks around it, is exactly `words`.
    ///
    /// # Errors
    /// As [`Window::shown`].
    pub async fn words(&self, words: &str) -> Result<WebElement, Failure> {
        let path = format!("//*[normalize-space(.)={0} and not(*[normalize-space(.)={0}])]", quoted(words));
        self.waited(By::XPath(&path), words).await
    }

    /// Waits until the page's text holds `words` and gives the whole text.
    ///
    /// # Errors
    /// When it does not in time, with the text that it shows.
    pub async fn says(&self, words: &str) -> Result<String, Failure> {
        let until = Instant::now() + SHOWN_MAX;
        loop {
            let text = self.text().await?;
            if text.contains(words) {
                return Ok(text);
            }
            if Instant::now() > until {
                return Err(format!("the page does not say {words}; it says: {text}").into());
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// All text of the page as it is displayed.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn text(&self) -> Result<String, Failure> {
        Ok(self.script("return document.body.innerText").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// When the script throws or the window does not answer.
    pub async fn script(&self, script: &str) -> Result<Value, Failure> {
        Ok(self.page.execute(script, Vec::new()).await?.json().clone())
    }

    /// Gives the page this many CSS pixels, as a person would by its frame. (WebDriver's own way now and then never
    /// answers where no window manager runs.)
    ///
    /// # Errors
    /// When the window does not take that size, with the one it has.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Failure> {
        let until = Instant::now() + SHOWN_MAX;
        let process = self.process.id.to_string();
        // The window of this process: one that was closed a moment ago may still stand beside it.
        let find = ["search", "--all", "--onlyvisible", "--pid", &process, "--name", TITLE];
        let sized = async |width: u32, height: u32| {
            let size = [width.to_string(), height.to_string()];
            let change = ["windowmove", "0", "0", "windowsize"];
            let done = Command::new("xdotool").args(find).args(change).args(size).output().await;
            sleep(Duration::from_millis(150)).await;
            done
        };
        loop {
            let done = sized(width, height).await?;
            let inner = self.script("return [window.innerWidth, window.innerHeight]").await?;
            if inner == json!([width, height]) {
                return Ok(());
            }
            if Instant::now() > until {
                let said = String::from_utf8_lossy(&done.stderr);
                return Err(format!("the window is {inner}, not {width} by {height}; {said}").into());
            }
            // A size that the toolkit missed while it was busy is told to it again only when it changes.
            sized(width + 8, height + 8).await?;
        }
    }

    /// Saves a picture at each of [`SIZES`] into BAIPISHU_SCREENS as `name-WIDTHxHEIGHT.png` and asks the page what
    /// must hold at that size (see `rules`); nothing if that is not set.
    ///
    /// # Errors
    /// When the window does not take a size or a file cannot be written; the faults that the page has, all of them.
    pub async fn pictures(&self, name: &str) -> Result<(), Failure> {
        let Some(folder) = env::var_os("BAIPISHU_SCREENS").map(PathBuf::from) else { return Ok(()) };
        fs::create_dir_all(&folder).await?;
        let mut faults = Vec::new();
        for (width, height) in SIZES {
            self.resize(width, height).await?;
            let file = folder.join(format!("{name}-{width}x{height}.png"));
            self.picture(&file).await?;
            let found = self.script(FAULTS).await?;
            let found = found.as_array().into_iter().flatten().filter_map(Value::as_str);
            faults.extend(found.map(|fault| format!("{name} at {width}x{height}: {fault}")));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
    }

    /// Presses a key on what has the keyboard.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<(), Failure> {
        self.page.active_element().await?.send_keys(keys).await?;
        Ok(())
    }

    /// Puts words where the keyboard is, as an input method does: through the page's own editing, with its events.
    /// (WebKit's driver, given characters key by key, now and then waits two minutes for a box that was just drawn anew.)
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn insert(&self, words: &str) -> Result<(), Failure> {
        self.script(&format!("document.execCommand('insertText', false, {})", json!(words))).await?;
        Ok(())
    }

    /// Goes on by Tab and looks whether what has the keyboard then shows it.
    ///
    /// # Errors
    /// When nothing has it, or nothing shows it, with what should.
    pub async fn tab(&self) -> Result<(), Failure> {
        self.press(Key::Tab).await?;
        match self.script(FOCUS).await?.as_str() {
            None => Ok(()),
            Some(fault) => Err(fault.into()),
        }
    }

    /// The screen where the window is: what a person sees. (WebKit's own screenshot waits for ever after a resize where
    /// no window manager runs.)
    async fn picture(&self, file: &Path) -> Result<(), Failure> {
        let place = self
            .script("return [window.innerWidth, window.innerHeight, window.screenX, window.screenY]")
            .await?;
        let crop = format!("{}x{}+{}+{}", place[0], place[1], place[2], place[3]);
        // Fonts, thumbnails and the last change want a moment.
        sleep(Duration::from_millis(400)).await;
        let taken = Command::new("import")
            .args(["-window", "root", "-crop", &crop, "+repage"])
            .arg(file)
            .status()
            .await?;
        if taken.success() {
            Ok(())
        } else {
            Err(format!("no picture {}: import ended with {taken}", file.display()).into())
        }
    }

    /// Closes the window and waits until its program and the driver are gone.
    ///
    /// # Errors
    /// When the driver does not answer or the program does not end.
    pub async fn close(self) -> Result<(), Failure> {
        self.page.quit().await?;
        self.process.ended().await?;
        self.driver.end().await
    }

    /// Closes the window as the cross in its frame does, and waits until its program is gone.
    ///
    /// # Errors
    /// When there is no such window on the display or the program does not end.
    pub async fn close_by_frame(self) -> Result<(), Failure> {
        let process = self.process.id.to_string();
        let find = ["search", "--all", "--onlyvisible", "--pid", &process, "--name", TITLE];
        let found = Command::new("xdotool").args(find).output().await?;
        let window = String::from_utf8(found.stdout)?.lines().next().ok_or("no window")?.parse()?;
        ask_to_close(window)?;
        self.process.ended().await?;
        // The session has gone with its window; ending it would wait for an answer.
        self.page.leak()?;
        self.driver.end().await
    }

    async fn waited(&self, by: By, what: &str) -> Result<WebElement, Failure> {
        let until = Instant::now() + SHOWN_MAX;
        loop {
            for element in self.page.find_all(by.clone()).await? {
                // An element may go between being found and being asked.
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if Instant::now() > until {
                return Err(format!("{what} is not shown; the page says: {}", self.text().await?).into());
            }
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// What a window manager sends when the cross in the frame is clicked.
fn ask_to_close(window: u32) -> Result<(), Failure> {
    let (connection, _) = x11rb::connect(None)?;
    let atom = |name: &str| -> Result<u32, Failure> {
        Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    };
    let (protocols, delete) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    connection.send_event(false, window, EventMask::NO_EVENT, message)?;
    // An answer: the display has taken what came before. Without it the connection may be gone first.
    connection.get_input_focus()?.reply()?;
    Ok(())
}

/// A string in XPath, which knows no escapes.
fn quoted(words: &str) -> String {
    if words.contains('\'') { format!("\"{words}\"") } else { format!("'{words}'") }
}
