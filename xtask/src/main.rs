//! `cargo xtask …`: set-up and every habit of the project, one file a habit.
//!
//! Each habit names the steps it takes before it takes them and can be run again at once: what is there stays.

mod bench;
mod bindings;
mod build;
mod bundle;
mod call;
mod fonts;
mod licences;
mod project;
mod readers;
mod run;
mod screens;
mod system;
mod test;
mod verapdf;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use project::Project;

/// Set-up, checks and packages of 白皮书督办.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Habits {
    #[command(subcommand)]
    habit: Habit,
}

#[derive(Subcommand)]
enum Habit {
    /// Install what is missing, build, and open the window with the sample year
    Run(run::Wishes),
    /// Install what is missing and run every check
    Test(test::Wishes),
    /// Make the .deb with fonts and licences
    Bundle,
    /// Print the speeds that the project promises
    Bench(bench::Wishes),
    /// Fetch the fonts into fonts/
    Fonts,
    /// Write ui/src/ipc/bindings.ts from the wire types
    Bindings,
}

fn main() -> ExitCode {
    let habits = Habits::parse();
    match Project::find().and_then(|project| follow(habits.habit, &project)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn follow(habit: Habit, project: &Project) -> Result<(), String> {
    match habit {
        Habit::Run(wishes) => run::run(project, &wishes),
        Habit::Test(wishes) => test::test(project, &wishes),
        Habit::Bundle => bundle::bundle(project),
        Habit::Bench(wishes) => bench::bench(project, &wishes),
        Habit::Fonts => fonts::fetch(&project.root),
        Habit::Bindings => bindings::write(project),
    }
}
