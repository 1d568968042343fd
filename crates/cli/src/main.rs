//! `bps`: the same use cases as the window, without a display.
//!
//! Exit codes: 0 done, 1 refused with a reason, 2 wrong usage. Text for people goes to standard output, refusals to
//! standard error; `--json` gives programs the wire types. Nothing is decided here.

mod change;
mod chase;
mod comment;
mod evidence_book;
mod feedback;
mod grammar;
mod issue;
mod named;
mod outcome;
mod person;
mod pin;
mod report;
mod review;
mod round;
mod run;
mod status;
mod stop;
mod submission;
mod summary;
mod supervise;
mod text;
mod usage;
mod verification;

use clap::Parser;
use grammar::CommandLine;
use mimalloc::MiMalloc;
use outcome::Outcome;
use std::process::ExitCode;

#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    stop::stay_at_file_limits();
    let line = match CommandLine::try_parse() {
        Ok(line) => line,
        Err(error) if !error.use_stderr() => {
            return Outcome::done(usage::help(&error.to_string())).report(false);
        }
        Err(error) => {
            outcome::complain(&usage::in_chinese(&error));
            return ExitCode::from(2);
        }
    };
    let json = line.everywhere.json;
    match pin::asked_for(line, run::run) {
        Ok(outcome) => outcome.report(json),
        Err(refused) => outcome::refuse(&refused, json),
    }
}
