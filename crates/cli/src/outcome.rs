//! What a command gives back, and how it reaches the caller: text, JSON, exit code.

use app::refusal::Refused;
use std::io::Write;
use std::process::ExitCode;

/// What a command printed and whether it found something wrong.
pub(crate) struct Outcome {
    /// For standard output.
    pub(crate) printed: String,
    /// 0, or 1 where a check found something wrong.
    pub(crate) wrong: bool,
}

impl Outcome {
    /// Done, with this text.
    pub(crate) fn done(printed: String) -> Self {
        Self { printed, wrong: false }
    }

    pub(crate) fn report(self) -> ExitCode {
        print(&self.printed);
        if self.wrong { ExitCode::from(1) } else { ExitCode::SUCCESS }
    }
}

/// Says on standard error why nothing was done; as JSON where programs asked for it.
pub(crate) fn refuse(refused: &Refused, json: bool) -> ExitCode {
    let refusal = refused.to_wire();
    if json && let Ok(text) = serde_json::to_string(&refusal) {
        complain(&text);
    } else {
        let lines = refusal.lines.iter().map(|line| format!("\n  {line}")).collect::<String>();
        complain(&format!("{}{lines}", refusal.text));
    }
    ExitCode::from(1)
}

/// Prints a text and a line feed; a reader that went away is no fault.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush());
}

/// The same on standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", text.trim_end_matches('\n'));
}
