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

    /// Prints it. A reader that went away is no fault; output that could not be written is.
    pub(crate) fn report(self, json: bool) -> ExitCode {
        match print(&if json { self.printed } else { harmless(&self.printed) }) {
            Err(why) if why.kind() != std::io::ErrorKind::BrokenPipe => {
                refuse(&Refused::NotPrinted(why), json)
            }
            _ if self.wrong => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        }
    }
}

/// Says on standard error why nothing was done; as JSON where programs asked for it.
pub(crate) fn refuse(refused: &Refused, json: bool) -> ExitCode {
    let refusal = refused.to_wire();
    if json && let Ok(text) = serde_json::to_string(&refusal) {
        complain(&text);
    } else {
        let lines = refusal.lines.iter().map(|line| format!("\n  {line}")).collect::<String>();
        complain(&harmless(&format!("{}{lines}", refusal.text)));
    }
    ExitCode::from(1)
}

/// Prints a text and a line feed.
pub(crate) fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", text.trim_end_matches('\n')).and_then(|()| out.flush())
}

/// The same on standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", text.trim_end_matches('\n'));
}

/// What a terminal would obey rather than show (escape sequences, turned writing directions) as a visible sign: texts
/// and file names come from elsewhere.
fn harmless(text: &str) -> String {
    let obeyed = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if obeyed(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
