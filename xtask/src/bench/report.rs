//! The quarter's report over papers of 20 to 20,000 tasks with 500 characters of 完成情况 each, and other typesetters on
//! the same table.
//!
//! Of the others nothing is asked that they cannot do: no task that is split with its title printed again, no structure
//! tree, no data in the file; only the table, with its head on every page.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::process::{Measured, measure, once};
use super::rivals::{RIVALS, Rival, Table};
use super::{Bench, limit, shown};
use crate::project::Profile;
use crate::{build, call};

/// Tasks, runs, and our limits: milliseconds, megabytes.
const SIZES: [(u32, usize, Option<u32>, Option<u32>); 4] = [
    (20, 9, Some(150), Some(80)),
    (200, 7, None, None),
    (2_000, 5, Some(1_500), Some(250)),
    (20_000, 1, Some(15_000), Some(1_000)),
];
/// Who takes longer is not asked for more.
const PATIENCE: Duration = Duration::from_secs(120);

impl Bench<'_> {
    /// Prints the table.
    pub(super) fn reports(&self) -> Result<(), String> {
        let mut example = build::cargo(self.project, "build");
        call::shown(example.args(["--release", "-p", "app", "--example", "large_year"]))?;
        let there: Vec<_> = RIVALS.iter().filter(|rival| rival.is_there(&self.project.root)).collect();
        println!(
            "\nQuarter's report, 500 characters a task: whole process, warm store, median time and most memory"
        );
        for rival in RIVALS.iter().filter(|rival| !rival.is_there(&self.project.root)) {
            println!("  {} is not installed ({})", rival.name, rival.from);
        }
        let mut tired: Vec<&str> = Vec::new();
        for (tasks, runs, milliseconds, megabytes) in SIZES {
            let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
            let store = self.large_store(folder.path(), tasks)?;
            println!("  {tasks} tasks");
            let original = folder.path().join("original.pdf");
            for style in ["original", "wide"] {
                let file = folder.path().join(format!("{style}.pdf"));
                let found = self.quarter(&store, style, &file, runs)?;
                line(&format!("bps {style}"), &found, &file, [milliseconds, megabytes]);
            }
            let table = Table::of(&original, folder.path())?;
            for rival in &there {
                if tired.contains(&rival.name) {
                    println!("    {:<13} not asked: it took longer than {PATIENCE:?} for less", rival.name);
                    continue;
                }
                match self.rival(rival, &table, folder.path(), runs)? {
                    Some((found, file)) => line(rival.name, &found, &file, [None, None]),
                    None => {
                        println!("    {:<13} stopped after {PATIENCE:?}", rival.name);
                        tired.push(rival.name);
                    }
                }
            }
        }
        Ok(())
    }

    fn large_store(&self, folder: &Path, tasks: u32) -> Result<PathBuf, String> {
        let paper = self.paper(folder, tasks)?;
        let mut command = Command::new(self.project.program("examples/large_year", Profile::Release));
        call::heard(command.arg("report").arg(paper).arg(folder))?;
        Ok(folder.join("store"))
    }

    fn quarter(&self, store: &Path, style: &str, file: &Path, runs: usize) -> Result<Measured, String> {
        measure(runs, |_| {
            let words = ["report", "quarter", "--period", "2013Q1", "--style", style, "-o"];
            let mut command = self.bps(store, &words);
            command.arg(file);
            command
        })
    }

    /// `None` where patience ended.
    fn rival(
        &self,
        rival: &Rival,
        table: &Table,
        folder: &Path,
        runs: usize,
    ) -> Result<Option<(Measured, PathBuf)>, String> {
        let source = folder.join(rival.source);
        fs_err::write(&source, (rival.write)(table)).map_err(|error| error.to_string())?;
        let file = source.with_extension("pdf");
        let call = || (rival.call)(&self.project.root, &source, &file);
        let Some((time, peak_mb)) = once(call(), PATIENCE)? else { return Ok(None) };
        // A second run would tell little more of what takes so long.
        if time > PATIENCE / 20 {
            return Ok(Some((Measured { median: time, peak_mb }, file)));
        }
        Ok(Some((measure(runs.min(5), |_| call())?, file)))
    }
}

fn line(name: &str, found: &Measured, file: &Path, [milliseconds, megabytes]: [Option<u32>; 2]) {
    let size = fs_err::metadata(file).map_or(0, |found| found.len());
    println!(
        "    {name:<13} {:>11} {}  {:>5} MB {}  file {:.1} MB",
        shown(found.median),
        limit(milliseconds, found.median.as_secs_f64() * 1e3),
        found.peak_mb,
        limit(megabytes, found.peak_mb as f64),
        size as f64 / 1e6,
    );
}
