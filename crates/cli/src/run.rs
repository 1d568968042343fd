//! Runs one command: opens what it needs, calls the use case, words the result.

use crate::grammar::{
    ClaimWord, Command, CommandLine, Everywhere, PaperCommand, PaperFile, ProgressAdd, ProgressCommand,
    TaskCommand,
};
use crate::outcome::{Outcome, complain};
use crate::{
    change, chase, comment, feedback, person, report, review, round, status, stop, submission, summary,
    supervise, text,
};
use app::desk::{Desk, Opening};
use app::entry::Addition;
use app::export::File;
use app::places;
use app::refusal::Refused;
use std::env::VarError;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

pub(crate) type Ran = Result<Outcome, Refused>;

/// What this program calls itself to others that want the store.
const HOLDER: &str = "命令行";
const WAITING_MAX: Duration = Duration::from_secs(5);
const WAITING_STEP: Duration = Duration::from_millis(20);

pub(crate) fn run(line: CommandLine) -> Ran {
    let everywhere = &line.everywhere;
    let json = everywhere.json;
    // Also where a command has no use for it: a date that is none is told, not passed over.
    app::today::day(everywhere.as_of.as_deref().unwrap_or_default())?;
    match line.command {
        Command::Paper(PaperCommand::Read(PaperFile { file })) => {
            let read = app::paper::read(&app::files::read(&file)?)?;
            said(json, &read, || text::paper(&read))
        }
        Command::Paper(PaperCommand::Indicators(PaperFile { file })) => {
            let lines = app::indicators::read(&app::files::read(&file)?)?;
            said(json, &lines, || text::indicators::list(&lines))
        }
        Command::Paper(PaperCommand::Arithmetic(PaperFile { file })) => {
            let lines = app::indicators::arithmetic(&app::files::read(&file)?)?;
            said(json, &lines, || text::indicators::arithmetic(&lines))
        }
        Command::Paper(PaperCommand::Import(PaperFile { file })) => {
            let bytes = app::files::read(&file)?;
            let imported = open(everywhere)?.import_paper(&app::files::name(&file), &bytes)?;
            said(json, &imported, || text::imported(&imported))
        }
        Command::Task(TaskCommand::List { of }) => {
            let tasks = open(everywhere)?.task_list(of.year, everywhere.as_of.as_deref())?;
            said(json, &tasks, || text::tasks(&tasks))
        }
        Command::Task(TaskCommand::Show { task, of }) => {
            let shown = open(everywhere)?.task_show(of.year, &task, everywhere.as_of.as_deref())?;
            said(json, &shown, || text::task(&shown))
        }
        Command::Task(TaskCommand::Leader { task, leader, from, basis, of }) => {
            let desk = open(everywhere)?;
            let year = desk.year_asked(of.year)?;
            let task = desk.task_asked(year, &task)?;
            let plan = desk.set_leader(year, task, &leader, from.as_deref(), &basis)?;
            said(json, &plan, || text::leader_set(task, &leader))
        }
        Command::Progress(ProgressCommand::Add(add)) => {
            let added = open(everywhere)?.add_progress(&addition(*add))?;
            said(json, &added, || text::added(&added))
        }
        Command::Review(command) => review::run(everywhere, command),
        Command::Round(command) => round::run(everywhere, command),
        Command::Light(command) => status::light(everywhere, command),
        Command::Status(round) => status::run(everywhere, round.text()),
        Command::Chase(command) => chase::run(everywhere, command),
        Command::Person(command) => person::run(everywhere, command),
        Command::Sealed(command) => chase::sealed(everywhere, command),
        Command::Submission(command) => submission::run(everywhere, command),
        Command::Contact(command) => chase::contact(everywhere, command),
        Command::Search { text, year } => {
            let found = open(everywhere)?.find(year, &text.join(" "))?;
            said(json, &found.hits, || text::found(&found))
        }
        Command::Instruction(command) => supervise::instruction(everywhere, command),
        Command::Supervise(command) => supervise::supervise(everywhere, command),
        Command::Summary(command) => summary::run(everywhere, command),
        Command::Comment(command) => comment::run(everywhere, command),
        Command::Feedback(command) => feedback::run(everywhere, command),
        Command::Change(command) => change::run(everywhere, command),
        Command::Carry(command) => change::carry(everywhere, command),
        Command::Report(command) => report::run(everywhere, command),
        Command::Backup { output } => {
            let passphrase = passphrase()?;
            let made = open(everywhere)?.full_backup(&output, passphrase.as_deref(), &stop::until_asked())?;
            said(json, &made, || text::backup(&made))
        }
        Command::Restore { file } => {
            let (place, passphrase) = (opening(everywhere)?, passphrase()?);
            let desk = app::backup::restore(&file, place, passphrase.as_deref(), &stop::until_asked())?;
            let store = desk.store_view()?;
            said(json, &store, || text::restored(&store))
        }
        Command::Check => {
            let checked = waiting(|| app::check::check(opening(everywhere)?))?;
            let wrong = !checked.ok;
            said(json, &checked, || text::check(&checked)).map(|outcome| Outcome { wrong, ..outcome })
        }
        Command::Sample => {
            let store = app::sample::open(opening(everywhere)?)?.store_view()?;
            said(json, &store, text::sample)
        }
    }
}

pub(crate) fn said<T: serde::Serialize>(json: bool, value: &T, words: impl FnOnce() -> String) -> Ran {
    let printed = if json { serde_json::to_string_pretty(value).unwrap_or_default() } else { words() };
    Ok(Outcome::done(printed))
}

fn opening(everywhere: &Everywhere) -> Result<Opening, Refused> {
    let store = match &everywhere.store {
        Some(store) => store.clone(),
        None => places::store_folder()?,
    };
    Ok(Opening { by: everywhere.by.clone(), ..Opening::of(store, HOLDER)? })
}

pub(crate) fn open(everywhere: &Everywhere) -> Result<Desk, Refused> {
    let mut desk = waiting(|| Desk::open(opening(everywhere)?))?;
    // Beside the result and no part of it.
    if let Some(notice) = desk.device_notice() {
        complain(notice);
    }
    if let Some(pin) = &everywhere.pin {
        desk.unlock(pin)?;
    }
    Ok(desk)
}

/// Commands of a script that run at once follow one another: each holds the store for a moment only. The window keeps
/// it, and that is said at once.
fn waiting<T>(mut try_once: impl FnMut() -> Result<T, Refused>) -> Result<T, Refused> {
    let begun = Instant::now();
    loop {
        match try_once() {
            Err(refused) if refused.is_held_by(HOLDER) && begun.elapsed() < WAITING_MAX => {
                sleep(WAITING_STEP)
            }
            other => return other,
        }
    }
}

/// Nobody who set a passphrase is given a backup without one.
fn passphrase() -> Result<Option<String>, Refused> {
    match std::env::var("BPS_PASSPHRASE") {
        Ok(passphrase) => Ok(Some(passphrase).filter(|passphrase| !passphrase.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(Refused::PassphraseUnreadable),
    }
}

fn addition(add: ProgressAdd) -> Addition {
    Addition {
        year: add.of.year,
        task: add.milestone.task,
        quarter: add.milestone.quarter,
        round: add.round,
        department: add.department,
        claim: add.claim.map(ClaimWord::code),
        text: add.text,
        cause: add.cause,
        measure: add.measure,
        next_step: add.next_step,
        due: add.due,
        person: add.person,
        values: add.values,
        attach: add.attach,
        on_paper: add.on_paper,
        personal: add.personal,
        source: add.source,
    }
}

/// Writes a document to its file and says so.
pub(crate) fn written(desk: &Desk, json: bool, document: impl Into<File>, path: &Path) -> Ran {
    let document = document.into();
    desk.hand_out(document.sheet.as_ref(), || app::files::write_whole(path, &document.bytes))?;
    let shown = text::Written {
        file: shown(path),
        pages: document.pages,
        title: document.title,
        later: String::new(),
    };
    said(json, &shown, || shown.words())
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}
