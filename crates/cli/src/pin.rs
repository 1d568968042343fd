//! PINs on a command line: from the environment or typed unseen, never among the arguments, which others can read.

use crate::grammar::CommandLine;
use crate::run::Ran;
use app::refusal::Refused;
use clap::Parser;
use std::io::IsTerminal;

/// Who works here proves it, for what writes.
const PIN: &str = "BPS_PIN";
/// The PIN that is being set.
pub(crate) const NEW_PIN: &str = "BPS_NEW_PIN";
/// The code of the recovery sheet.
pub(crate) const RECOVERY: &str = "BPS_RECOVERY";

/// Runs a command; one that was refused for want of a PIN is run again with it. Nothing was written before the refusal.
pub(crate) fn asked_for(line: CommandLine, run: fn(CommandLine) -> Ran) -> Ran {
    match run(line) {
        Err(Refused::PinNeeded(name)) => {
            let Some(pin) = typed(PIN, &format!("{name}的 PIN：")) else {
                return Err(Refused::PinNeeded(name));
            };
            let Ok(mut again) = CommandLine::try_parse() else { return Err(Refused::PinNeeded(name)) };
            again.everywhere.pin = Some(pin);
            run(again)
        }
        other => other,
    }
}

/// What the variable holds, else what is typed at the terminal; `None` where there is neither.
pub(crate) fn typed(variable: &str, prompt: &str) -> Option<String> {
    let given = std::env::var(variable).ok().filter(|given| !given.trim().is_empty());
    given.or_else(|| {
        let terminal = std::io::stdin().is_terminal();
        terminal
            .then(|| rpassword::prompt_password(prompt).ok())
            .flatten()
            .filter(|typed| !typed.trim().is_empty())
    })
}
