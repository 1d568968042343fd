//! `cargo xtask test`: every check of the project, one list, each with its name and its time.
//!
//! All steps run even if one fails, so that one call tells everything; only a failed set-up ends at once.

use std::process::Command;
use std::time::Instant;

use clap::Args;

use crate::project::Project;
use crate::system::Need;
use crate::{bindings, build, bundle, call, fonts, licences, readers, screens, system, verapdf};

/// What `test` may be told.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Run this step only; may be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Print the names of the steps and end
    #[arg(long)]
    list: bool,
}

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&Project) -> Result<(), String>,
}

/// Cheap steps first, so that a slip is told early.
const STEPS: &[Step] = &[
    Step { name: "setup", what: "packages, fonts, veraPDF, readers, ui/node_modules", run: set_up },
    Step { name: "fmt", what: "Rust is formatted", run: fmt },
    Step { name: "licences", what: "what is linked may be", run: licences::check },
    Step { name: "types", what: "TypeScript is sound", run: |project| npm(project, "typecheck") },
    Step { name: "lint", what: "TypeScript lints", run: |project| npm(project, "lint") },
    Step { name: "ui", what: "the screens' tests", run: |project| npm(project, "test") },
    Step { name: "page", what: "the screens build", run: screens::page },
    Step { name: "clippy", what: "Rust lints", run: clippy },
    Step { name: "rust", what: "the crates' tests and tests/", run: rust },
    Step { name: "bindings", what: "the screens' types are current", run: bindings::check },
    Step { name: "shell", what: "the shell's lints and tests", run: shell },
    Step { name: "window", what: "the real window under Xvfb", run: window },
    Step { name: "package", what: "what the .deb is made of is there", run: bundle::check_parts },
];

/// Runs all steps, or those asked for.
///
/// # Errors
/// The names of the steps that failed.
pub(crate) fn test(project: &Project, wishes: &Wishes) -> Result<(), String> {
    if wishes.list {
        STEPS.iter().for_each(|step| println!("{:<10}{}", step.name, step.what));
        return Ok(());
    }
    if let Some(unknown) = wishes.only.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        return Err(format!("no step {unknown}; `cargo xtask test --list` shows them"));
    }
    let asked = |step: &&Step| wishes.only.is_empty() || wishes.only.iter().any(|name| name == step.name);
    let mut told = Vec::new();
    for step in STEPS.iter().filter(asked) {
        println!("=== {}: {}", step.name, step.what);
        let began = Instant::now();
        let result = (step.run)(project);
        let seconds = began.elapsed().as_secs_f32();
        if let Err(reason) = &result {
            println!("{reason}");
        }
        println!("--- {}: {} in {seconds:.1} s\n", step.name, if result.is_ok() { "ok" } else { "FAILED" });
        let failed = result.is_err();
        told.push((step, failed, seconds));
        if failed && step.name == "setup" {
            break;
        }
    }
    for (step, failed, seconds) in &told {
        println!(
            "{:<10}{:<8}{seconds:>8.1} s  {}",
            step.name,
            if *failed { "FAILED" } else { "ok" },
            step.what
        );
    }
    let failed: Vec<&str> =
        told.iter().filter(|(_, failed, _)| *failed).map(|(step, ..)| step.name).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

fn set_up(project: &Project) -> Result<(), String> {
    for component in ["rustfmt", "clippy"] {
        let verb = component.trim_start_matches("rust");
        call::heard(build::cargo_plain().args([verb, "--version"]))
            .map_err(|_| format!("cargo {verb} is missing: rustup component add {component}"))?;
    }
    system::ready(Need::Checks)?;
    fonts::fetch(&project.root)?;
    verapdf::fetch(&project.root)?;
    readers::fetch(&project.root)?;
    screens::packages(project)
}

fn npm(project: &Project, script: &str) -> Result<(), String> {
    call::shown(screens::npm(project).args(["run", "--silent", script]))
}

fn fmt(project: &Project) -> Result<(), String> {
    call::shown(build::cargo_plain().current_dir(&project.root).args(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Result<(), String> {
    call::shown(build::cargo(project, "clippy").args(["--all-targets", "--", "-D", "warnings"]))
}

fn rust(project: &Project) -> Result<(), String> {
    // Tests that start `bps` look for it in the build folder.
    build::bps(project, crate::project::Profile::Debug)?;
    call::shown(build::cargo(project, "test").arg("--quiet").env("BPS_FONTS", project.root.join("fonts")))
}

fn shell(project: &Project) -> Result<(), String> {
    screens::page(project)?;
    let mut lints = build::cargo(project, "clippy");
    call::shown(lints.args(build::SHELL_DEBUG).args(["--all-targets", "--", "-D", "warnings"]))?;
    call::shown(build::cargo(project, "clippy").args([
        "-p",
        "e2e",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    call::shown(build::cargo(project, "test").arg("--quiet").args(build::SHELL_DEBUG))
}

/// The tests in the real window: one display and one session bus of their own, one test at a time.
fn window(project: &Project) -> Result<(), String> {
    screens::page(project)?;
    let window = build::window(project)?;
    // One test asks `bps` while the window is open; an older one would not know the store.
    build::bps(project, crate::project::Profile::Debug)?;
    call::shown(build::cargo(project, "test").args(["-p", "e2e", "--no-run"]))?;
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--"]);
    let cargo = build::cargo(project, "test");
    command.arg(cargo.get_program()).args(cargo.get_args());
    command.args(["-p", "e2e", "--quiet", "--", "--test-threads=1"]);
    command.current_dir(&project.root);
    command.env("BAIPISHU_BIN", window);
    command.env("BAIPISHU_SCREENS", project.target.join("screens"));
    command.env("BPS_FONTS", project.root.join("fonts"));
    call::shown(&mut command)
}
