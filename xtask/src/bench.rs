//! `cargo xtask bench`: the speeds that the project promises, measured on this machine beside their limits.
//!
//! Not a test: a loaded machine would fail it. Release builds; whole processes from a warm store; medians, since a single
//! slow run says nothing. One part can be measured alone: `cargo xtask bench report`. How a process is measured is `process`'
//! business, how a paper of any size is made `paper`'s, what screens ask `screens`'.

mod evidence;
mod paper;
mod process;
mod report;
mod rivals;
mod screens;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use clap::{Args, ValueEnum};

use crate::project::{Profile, Project};
use crate::system::Need;
use crate::{build, call, fonts, system};
use process::measure;

/// What `bench` may be told.
#[derive(Args)]
pub(crate) struct Wishes {
    /// Only this
    part: Option<Part>,
    /// Bring Typst and WeasyPrint into tools/rivals, to be measured beside us
    #[arg(long)]
    rivals: bool,
    /// Leave out the window: no release build of the shell, no display
    #[arg(long)]
    no_window: bool,
    /// So many photos in the book of evidence; 1,000 take 4 GB of disk for as long as it lasts, 0 leaves it out
    #[arg(long, default_value_t = 1_000)]
    photos: usize,
}

/// What can be measured alone.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The quarter's report from 20 to 20,000 tasks, beside other typesetters
    Report,
    /// Saving a progress
    Saving,
    /// Board, status, queue, chase, finding
    Screens,
    /// The book of evidence
    Evidence,
    /// Start to first paint of the window, and how soon a report changes in it
    Window,
}

/// Measures and prints.
///
/// # Errors
/// What keeps a measurement from being made; a missed limit is printed, not an error.
pub(crate) fn bench(project: &Project, wishes: &Wishes) -> Result<(), String> {
    fonts::fetch(&project.root)?;
    if wishes.rivals {
        rivals::fetch(&project.root)?;
    }
    let bench = Bench { project, bps: build::bps(project, Profile::Release)? };
    let wanted = |part: Part| wishes.part.is_none_or(|only| only == part);
    if wanted(Part::Report) {
        bench.reports()?;
    }
    if wanted(Part::Saving) {
        bench.saving()?;
    }
    if wanted(Part::Screens) {
        bench.screens()?;
    }
    if wanted(Part::Evidence) {
        bench.evidence(wishes.photos)?;
    }
    if wanted(Part::Window) && !wishes.no_window { first_paint(project) } else { Ok(()) }
}

struct Bench<'a> {
    project: &'a Project,
    bps: PathBuf,
}

impl Bench<'_> {
    fn bps(&self, store: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.bps);
        command.arg("--store").arg(store).args(arguments);
        command.env("BPS_FONTS", self.project.root.join("fonts"));
        command.env("BPS_STATE", store.with_extension("state"));
        command
    }

    /// A paper of so many tasks as a file.
    fn paper(&self, folder: &Path, tasks: u32) -> Result<PathBuf, String> {
        let read =
            call::heard(&mut self.bps(&folder.join("unused"), &["--json", "paper", "read", &self.seed()]))?;
        let file = folder.join("paper.txt");
        fs_err::write(&file, paper::of(&read, tasks)?).map_err(|error| error.to_string())?;
        Ok(file)
    }

    /// A store with a paper of so many tasks in force.
    fn store(&self, folder: &Path, tasks: u32) -> Result<PathBuf, String> {
        let file = self.paper(folder, tasks)?;
        let store = folder.join("store");
        call::heard(self.bps(&store, &["--by", "李某", "paper", "import"]).arg(&file))?;
        Ok(store)
    }

    fn seed(&self) -> String {
        self.project.root.join("seeds/whitepaper-2013.txt").to_string_lossy().into_owned()
    }

    /// Recording a progress, beside a process that only opens the store: the difference is the saving itself.
    fn saving(&self) -> Result<(), String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let store = self.store(folder.path(), 20)?;
        let saved = measure(15, |run| {
            let text = format!("第{run}次填报，梅沙幼儿园和田东幼儿园加固改造已交付使用。");
            let words =
                ["--task", "1", "--quarter", "1", "--department", "教育局", "--claim", "done", "--text"];
            let mut command = self.bps(&store, &["--by", "李某", "progress", "add"]);
            command.args(words).arg(text);
            command
        })?;
        let opened = measure(15, |_| self.bps(&store, &["task", "show", "1"]))?;
        println!("\nSaving a progress");
        println!("  bps progress add: {}, bps task show: {}", shown(saved.median), shown(opened.median));
        let saving = saved.median.saturating_sub(opened.median);
        println!(
            "  the saving itself: about {} {}",
            shown(saving),
            limit(Some(10), saving.as_secs_f64() * 1e3)
        );
        Ok(())
    }
}

/// Start to first paint of our window beside that of an empty one with the same web view, and a report that changes in it.
fn first_paint(project: &Project) -> Result<(), String> {
    system::ready(Need::Checks)?;
    crate::screens::packages(project)?;
    crate::screens::page(project)?;
    let mut shell = build::cargo(project, "build");
    shell.args(["--release", "-p", "baipishu", "--features", "custom-protocol", "--bins", "--examples"]);
    call::shown(&mut shell)?;
    call::shown(build::cargo(project, "build").args(["-p", "e2e", "--examples"]))?;
    let ours = project.program("baipishu", Profile::Release);
    println!("\nStart to first paint (Xvfb, release)");
    let blank = project.program("examples/blank", Profile::Release);
    call::quiet(on_screen(project, "examples/first_paint").arg(&ours).arg(blank))?;
    println!("\nReport on the screen (Xvfb, release)");
    call::quiet(on_screen(project, "examples/report_page").arg(&ours))
}

/// A program of the window tests, on a display of its own.
fn on_screen(project: &Project, program: &str) -> Command {
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--"]);
    command.arg(project.program(program, Profile::Debug));
    command.env("BPS_FONTS", project.root.join("fonts"));
    command
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

fn limit(limit: Option<u32>, found: f64) -> String {
    match limit {
        None => String::new(),
        Some(limit) if found <= f64::from(limit) => format!("(limit {limit}: kept)"),
        Some(limit) => format!("(limit {limit}: MISSED)"),
    }
}
