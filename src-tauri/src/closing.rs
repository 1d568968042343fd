//! Closing the window: the page keeps first what is being typed. A page that does not answer is not waited for long, and
//! one that could not keep it says so; who closes again then means it.

use crate::state::Shell;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tauri::{CloseRequestApi, Emitter, Manager, Runtime, Window};

/// How long the page may take to keep what is being typed.
const ANSWERED_MAX: Duration = Duration::from_secs(2);

/// How far closing is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody wants to close.
    #[default]
    Open,
    /// The page was asked.
    Asked,
    /// Something could not be kept, and the page said so.
    Warned,
    /// The page was asked again; whatever it answers, the window closes.
    AskedAgain,
}

/// Whether the window may close.
#[derive(Default)]
pub(crate) struct Closing(Mutex<Stage>);

impl Closing {
    /// Whether the page is to be asked first; not while it is answering.
    fn asks(&self) -> bool {
        self.turn(|stage| match stage {
            Stage::Open => (Stage::Asked, true),
            Stage::Warned => (Stage::AskedAgain, true),
            Stage::Asked | Stage::AskedAgain => (stage, false),
        })
    }

    /// The page's answer; whether to close now.
    pub(crate) fn answered(&self, kept: bool) -> bool {
        self.turn(|stage| match stage {
            Stage::Open | Stage::Asked if !kept => (Stage::Warned, false),
            _ => (stage, true),
        })
    }

    /// No answer came in time; whether to close all the same.
    fn unanswered(&self) -> bool {
        self.turn(|stage| (stage, matches!(stage, Stage::Asked | Stage::AskedAgain)))
    }

    fn turn(&self, next: impl FnOnce(Stage) -> (Stage, bool)) -> bool {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (after, answer) = next(*stage);
        *stage = after;
        answer
    }
}

/// Somebody wants to close the window.
pub(crate) fn asked<R: Runtime>(window: &Window<R>, api: &CloseRequestApi) {
    if !window.state::<Shell>().closing.asks() {
        return;
    }
    api.prevent_close();
    if window.emit("closing", ()).is_err() {
        end(window);
        return;
    }
    let window = window.clone();
    thread::spawn(move || {
        thread::sleep(ANSWERED_MAX);
        if window.state::<Shell>().closing.unanswered() {
            end(&window);
        }
    });
}

/// Closes without asking again. A window that is gone already is what was wanted.
pub(crate) fn end<R: Runtime>(window: &Window<R>) {
    let _ = window.destroy();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_asked_once_and_a_warned_person_may_close() {
        let closing = Closing::default();
        assert!(closing.asks());
        assert!(!closing.answered(false), "what could not be kept keeps the window open");
        assert!(!closing.unanswered(), "an answer came");
        assert!(closing.asks(), "what was typed since may be kept now");
        assert!(!closing.asks(), "who does not want to wait need not");
        assert!(closing.answered(false), "closing again closes");
        let closing = Closing::default();
        assert!(closing.asks());
        assert!(closing.answered(true));
        let closing = Closing::default();
        assert!(closing.asks());
        assert!(closing.unanswered(), "a page that does not answer is not waited for");
    }
}
