//! What screens ask of a large year, within one open store: the example `large_year` of `app` writes and asks.

use super::{Bench, limit};
use crate::project::Profile;
use crate::{build, call};
use std::process::Command;

/// Tasks of the paper.
const TASKS: u32 = 2_000;
/// Every question with its entries and its limit in milliseconds, the answer's JSON among it.
const QUESTIONS: [(&str, &str, u32, u32); 2] =
    [("screens", "Board, status, queue, chase", 8_000, 300), ("finding", "Finding", 50_000, 50)];

impl Bench<'_> {
    /// Prints for each question the first answer of a store just opened and the median of those after it.
    pub(super) fn screens(&self) -> Result<(), String> {
        let mut example = build::cargo(self.project, "build");
        call::shown(example.args(["--release", "-p", "app", "--example", "large_year"]))?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let paper = self.paper(folder.path(), TASKS)?;
        for (questions, words, entries, milliseconds) in QUESTIONS {
            println!("\n{words}: {TASKS} tasks, {entries} entries, median (first answer after opening)");
            let mut command = Command::new(self.project.program("examples/large_year", Profile::Release));
            command.arg(questions).arg(&paper).arg(entries.to_string());
            for line in call::heard(&mut command)?.lines() {
                let [name, first, median] = line.split('\t').collect::<Vec<_>>()[..] else {
                    return Err(format!("not understood: {line}"));
                };
                let found = median.parse().map_err(|_| format!("no number: {line}"))?;
                println!("  {name}: {median} ms ({first} ms) {}", limit(Some(milliseconds), found));
            }
        }
        Ok(())
    }
}
