//! Which tasks a piece of feedback may be about, by the words that it shares with them: offered, never taken over.

use crate::plan::Plan;
use std::collections::{BTreeMap, HashSet};

/// No more are offered.
const SUGGESTIONS_MAX: usize = 3;
/// A pair of characters in more than a quarter of the tasks tells none of them apart.
const COMMON_PART: usize = 4;

/// A task that shares words with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The task's number.
    pub task: u32,
    /// The words that both have, longest first.
    pub words: Vec<String>,
}

/// The tasks that share most with the text; none where no word tells.
#[must_use]
pub fn suggest(plan: &Plan, text: &str) -> Vec<Suggestion> {
    let tasks: Vec<(u32, String)> = plan
        .tasks()
        .map(|task| {
            (task.number, format!("{}\n{}", task.title, task.objective.as_deref().unwrap_or_default()))
        })
        .collect();
    let mut tasks_with: BTreeMap<[char; 2], usize> = BTreeMap::new();
    for (_, words) in &tasks {
        for pair in pairs(words).into_iter().collect::<HashSet<_>>() {
            *tasks_with.entry(pair).or_default() += 1;
        }
    }
    let common = (tasks.len() / COMMON_PART).max(1);
    let telling = |pair: &[char; 2]| tasks_with.get(pair).is_some_and(|count| *count <= common);
    let wanted: HashSet<_> = pairs(text).into_iter().filter(telling).collect();
    let mut found: Vec<(usize, Suggestion)> = tasks
        .iter()
        .filter_map(|(task, words)| {
            let words = shared(words, &wanted);
            let weight: usize = words.iter().map(|word| word.chars().count()).sum();
            (weight > 0).then_some((weight, Suggestion { task: *task, words }))
        })
        .collect();
    found.sort_by_key(|(weight, suggestion)| (std::cmp::Reverse(*weight), suggestion.task));
    found.into_iter().take(SUGGESTIONS_MAX).map(|(_, suggestion)| suggestion).collect()
}

fn pairs(text: &str) -> Vec<[char; 2]> {
    let chars: Vec<char> = text.chars().collect();
    let both = |pair: &&[char]| pair.iter().all(|c| c.is_alphanumeric());
    chars.windows(2).filter(both).map(|pair| [pair[0], pair[1]]).collect()
}

/// The runs of wanted pairs in a task's words, each once, longest first.
fn shared(words: &str, wanted: &HashSet<[char; 2]>) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let mut runs: Vec<String> = Vec::new();
    let mut run = String::new();
    for pair in chars.windows(2) {
        if wanted.contains(&[pair[0], pair[1]]) {
            if run.is_empty() {
                run.push(pair[0]);
            }
            run.push(pair[1]);
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs.sort_by_key(|run| std::cmp::Reverse(run.chars().count()));
    let mut seen = HashSet::new();
    runs.retain(|run| seen.insert(run.clone()));
    runs
}
