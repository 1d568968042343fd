//! Numbers in a task's title against its objective and against what the quarters finish.

use super::{Remark, RemarkKind, Severity};
use crate::amount::Amount;
use crate::indicator::{Bound, Indicator, Part, Place, clauses, title_numbers};
use crate::period::Quarter;
use crate::plan::Task;

const FINISHED: [&str; 7] = ["完成", "竣工", "完工", "建成", "投入使用", "开放", "投用"];
/// What is finished with these is not yet the thing itself.
const BEFOREHAND: [&str; 14] = [
    "前期", "设计", "方案", "招标", "编制", "规划", "准备", "选址", "立项", "审批", "摸底", "采购", "手续",
    "勘察",
];

/// What a title's numbers say.
pub(super) fn of_task(task: &Task, own: &[Indicator], remarks: &mut Vec<Remark>) {
    for number in title_numbers(task) {
        let place = Place { part: Part::Title, span: number.span.clone() };
        let objective = own.iter().find(|one| {
            let in_objective = one.annual.as_ref().and_then(|annual| annual.place.as_ref());
            in_objective.is_some_and(|place| place.part == Part::Objective)
                && one.unit == number.unit
                && (one.name.ends_with(&number.name) || number.name.ends_with(&one.name))
        });
        let written = objective.and_then(|one| one.annual.as_ref()).map(|annual| annual.bound);
        if let Some(written) = written.filter(|written| written.least() != number.bound.least()) {
            let sentence = format!(
                "任务名写{}{unit}，目标写{written}{unit}（{}）",
                number.bound,
                number.name,
                unit = number.unit
            );
            remarks.push(remark(task, Some(place), sentence));
            continue;
        }
        let has_quarters = |one: &&Indicator| {
            let in_title = one.annual.as_ref().and_then(|annual| annual.place.as_ref());
            in_title.is_some_and(|place| place.part == Part::Title && place.span == number.span)
                && one.quarters.iter().all(Option::is_none)
        };
        if own.iter().any(|one| has_quarters(&one)) {
            without_quarters(task, &number.name, number.bound, &number.unit, place, remarks);
        }
    }
}

/// The quarters write no number: the objective may name the works one by one, and each is looked for.
fn without_quarters(
    task: &Task,
    name: &str,
    bound: Bound,
    unit: &str,
    place: Place,
    remarks: &mut Vec<Remark>,
) {
    let objective = task.objective.as_deref().unwrap_or_default();
    let head: String = name.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let named = clauses(objective).into_iter().map(|span| listed(&objective[span], &head)).find(|works| {
        Amount::whole(u32::try_from(works.len()).unwrap_or(0)) == bound.least() && works.len() > 1
    });
    let Some(works) = named else {
        let sentence = format!("任务名写{bound}{unit}（{name}），各季没有写明数量，年末是否达到请核对");
        remarks.push(remark(task, Some(place), sentence));
        return;
    };
    let (done, undone): (Vec<&str>, Vec<&str>) = works.into_iter().partition(|work| is_finished(task, work));
    if undone.is_empty() {
        return;
    }
    let sentence = format!(
        "任务名写{bound}{unit}（{name}），按各季安排年末只完成{}{unit}：{}没有完成的安排",
        done.len(),
        undone.join("、")
    );
    remarks.push(remark(task, Some(place), sentence));
}

/// 改造提升海山公园、鹅公岌公园: works of a list that all end in the counted noun.
fn listed<'a>(clause: &'a str, head: &str) -> Vec<&'a str> {
    let works: Vec<&str> = clause.split(['、', '和', '及']).map(crate::indicator::without_verbs).collect();
    if works.iter().all(|work| work.ends_with(head)) { works } else { Vec::new() }
}

/// Whether a quarter finishes the works itself, and not only its design.
fn is_finished(task: &Task, work: &str) -> bool {
    let finishes = |clause: &str| {
        clause.contains(work)
            && FINISHED.iter().any(|verb| clause.contains(verb))
            && !BEFOREHAND.iter().any(|word| clause.contains(word))
    };
    Quarter::ALL
        .into_iter()
        .filter_map(|quarter| task.milestone(quarter))
        .any(|text| clauses(text).into_iter().any(|span| finishes(&text[span])))
}

fn remark(task: &Task, place: Option<Place>, sentence: String) -> Remark {
    Remark {
        kind: RemarkKind::TitleNumber,
        severity: Severity::Look,
        task: Some(task.number),
        quarters: Vec::new(),
        place,
        sentence,
    }
}
