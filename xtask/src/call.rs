//! Calling other programs: shown before they run, and a failure is a sentence with the whole command in it.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// Shows the command and runs it with this terminal's output.
///
/// # Errors
/// The command and how it ended, or why it could not be started.
pub(crate) fn shown(command: &mut Command) -> Result<(), String> {
    println!("  $ {}", line(command));
    quiet(command)
}

/// Runs the command without showing it first.
///
/// # Errors
/// As [`shown`].
pub(crate) fn quiet(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("cannot start {}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{status}: {}", line(command))) }
}

/// What the command prints on standard output.
///
/// # Errors
/// As [`shown`], with what it said on standard error.
pub(crate) fn heard(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("cannot start {}: {error}", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}: {}\n{}", output.status, line(command), said.trim_end()));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} printed no UTF-8", line(command)))
}

/// Whether the program can be started with this argument and ends well.
pub(crate) fn works(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
