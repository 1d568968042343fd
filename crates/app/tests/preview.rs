//! A paper before it is in force: what is proposed of it, and where each word of that stands in the file.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::wire::indicator::PlaceView;
use app::wire::paper::{PaperPreview, PlanTask};
use desks::Bureau;

/// Every way in which a file may be written and broken into lines.
const PAPERS: [&[u8]; 7] = [
    desks::PAPER,
    include_bytes!("../../../tests/fixtures/papers/broken.txt"),
    include_bytes!("../../../tests/fixtures/papers/east-2019-utf16.txt"),
    include_bytes!("../../../tests/fixtures/papers/nanhu-2024.txt"),
    include_bytes!("../../../tests/fixtures/papers/qingxi-2019.txt"),
    include_bytes!("../../../tests/fixtures/papers/tongshan-2022.txt"),
    include_bytes!("../../../tests/fixtures/papers/west-2021-one-line.txt"),
];

fn cut(text: &str, start: u32, count: u32) -> String {
    text.chars().skip(start as usize).take(count as usize).collect()
}

/// The words at a place, from the plan as read.
fn in_plan(preview: &PaperPreview, task: u32, place: &PlaceView) -> String {
    let task = preview.plan.goals.iter().flat_map(|goal| &goal.tasks).find(|one| one.number == task).unwrap();
    let text = match place.part.as_str() {
        "title" => Some(&task.title),
        "objective" => task.objective.as_ref(),
        quarter => task.milestones[quarter.parse::<usize>().unwrap() - 1].as_ref(),
    };
    cut(text.unwrap(), place.start, place.end - place.start)
}

/// The same words, from the lines of the file.
fn in_file(preview: &PaperPreview, task: u32, place: &PlaceView) -> String {
    let mut said = String::new();
    for run in preview.runs.iter().filter(|run| run.task == task && run.part == place.part) {
        let (start, end) = (place.start.max(run.at), place.end.min(run.at + run.count));
        if start < end {
            let line = &preview.lines[run.line as usize - 1];
            said.push_str(&cut(&line.text, run.start + start - run.at, end - start));
        }
    }
    said
}

/// The file keeps the punctuation that the print widens.
fn half(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF0C}' => ',',
        '\u{FF1A}' => ':',
        '\u{FF1B}' => ';',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        other => other,
    };
    text.chars().map(narrow).collect()
}

/// The tasks whose number names only one.
fn told_apart(preview: &PaperPreview) -> Vec<&PlanTask> {
    let tasks: Vec<&PlanTask> = preview.plan.goals.iter().flat_map(|goal| &goal.tasks).collect();
    let is_one = |task: &&&PlanTask| tasks.iter().filter(|other| other.number == task.number).count() == 1;
    tasks.iter().filter(is_one).copied().collect()
}

#[test]
fn what_is_proposed_stands_in_the_lines_of_the_file() {
    let bureau = Bureau::on("2013-04-18");
    for (at, paper) in PAPERS.iter().enumerate() {
        let preview = bureau.desk.preview_paper("p.txt", paper).unwrap();
        let tasks = told_apart(&preview);
        let values = preview.indicators.iter().flat_map(|of| {
            let targets =
                of.indicators.iter().flat_map(|one| one.annual.iter().chain(one.quarters.iter().flatten()));
            targets.filter_map(|target| Some((of.task, target.place.as_ref()?)))
        });
        let remarks = preview.remarks.iter().filter_map(|one| Some((one.task?, one.place.as_ref()?)));
        let is_told_apart = |(number, _): &(u32, _)| tasks.iter().any(|task| task.number == *number);
        for (task, place) in values.chain(remarks).filter(is_told_apart) {
            let (plan, file) = (in_plan(&preview, task, place), in_file(&preview, task, place));
            assert!(!file.is_empty() && half(&plan) == half(&file), "{at} {task}: {plan} | {file}");
        }
        // Every word of every task stands somewhere, not only the counted ones.
        let words: usize = tasks.iter().fold(0, |sum, task| {
            let texts = task.objective.iter().chain(task.milestones.iter().flatten()).chain([&task.title]);
            sum + texts.map(|text| text.chars().count()).sum::<usize>()
        });
        let runs: u32 = preview.runs.iter().map(|run| run.count).sum();
        assert_eq!((words, words > 0), (runs as usize, true), "{at}");
    }
}

#[test]
fn the_indicators_of_a_preview_are_those_of_the_plan_in_force() {
    let bureau = Bureau::on("2013-04-18");
    let preview = bureau.desk.preview_paper("p.txt", desks::PAPER).unwrap();
    let in_force = bureau.desk.indicators(2013).unwrap();
    assert_eq!(format!("{:?}", preview.indicators), format!("{:?}", in_force.tasks));
}
