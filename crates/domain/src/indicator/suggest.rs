//! Suggestions (建议): what a text implies without writing a number; offered, never taken over.
//!
//! Three forms of general Chinese only: the same document drawn up in several quarters (编制调查报告), one occasion in
//! each half of the year (上半年…, 下半年…), and what the year's text says of each quarter (每季度15场) where the quarter
//! itself writes nothing of it.

use super::figure::without_each_quarter;
use super::likeness::are_like_names;
use super::measure;
use super::mention::Mention;
use super::read;
use super::{Bound, Indicator, IndicatorKind, Origin, Part, Place, Target};
use crate::amount::Amount;
use crate::indicator::{clause, number, verb};
use crate::period::Quarter;
use crate::plan::Task;
use std::ops::Range;

const DRAWN_UP: [&str; 9] = ["编制", "编写", "撰写", "形成", "出具", "发布", "印发", "编印", "提交"];
const DOCUMENTS: [&str; 6] = ["报告", "简报", "通报", "专刊", "月报", "季报"];
const HALVES: [&str; 2] = ["上半年", "下半年"];

/// What a task's quarters imply.
pub(super) fn of(task: &Task) -> Vec<Indicator> {
    let mut found = documents(task);
    found.extend(occasions(task));
    found
}

/// 每季度15场 in the year's text: 15 in each quarter that writes no number of it, beside those that do.
pub(super) fn for_each_quarter(task: &Task, said: Vec<Mention>, indicators: &mut Vec<Indicator>) {
    for mention in said {
        let name = without_each_quarter(&mention.name);
        let has_unit = |one: &Indicator| measure::are_alike(&one.unit, &mention.unit);
        let year = mention.bound.least().times(u32::try_from(Quarter::ALL.len()).unwrap_or(4));
        // 每季度15场，全年60场: the second says no name of its own, but comes to four times the first.
        let comes_to = |one: &Indicator| {
            one.annual.as_ref().is_some_and(|annual| Some(annual.bound.least()) == year)
                && one.quarters.iter().all(Option::is_none)
        };
        let is_meant =
            |one: &&mut Indicator| has_unit(one) && (are_like_names(&one.name, &name) || comes_to(one));
        let target = Target {
            bound: mention.bound,
            origin: Origin::Suggested,
            place: Some(Place { part: mention.part, span: mention.span.clone() }),
            ordinal: None,
            unit_missing: false,
        };
        let own = match indicators.iter_mut().find(is_meant) {
            Some(one) => {
                if one.name == read::name_by_title(task) {
                    one.name = name;
                }
                &mut one.quarters
            }
            None => {
                indicators.push(Indicator {
                    task: task.number,
                    name,
                    unit: mention.unit.clone(),
                    kind: if mention.unit == "%" { IndicatorKind::Level } else { IndicatorKind::Sum },
                    annual: None,
                    quarters: [const { None }; 4],
                });
                let Some(new) = indicators.last_mut() else { continue };
                &mut new.quarters
            }
        };
        for quarter in Quarter::ALL.into_iter().filter(|quarter| task.milestone(*quarter).is_some()) {
            own[quarter.index()].get_or_insert_with(|| target.clone());
        }
    }
}

/// One clause of a quarter's promise.
struct Said<'a> {
    quarter: Quarter,
    text: &'a str,
    span: Range<usize>,
}

fn said(task: &Task) -> Vec<Said<'_>> {
    let of_quarter = |quarter: Quarter| {
        let text = task.milestone(quarter).unwrap_or_default();
        clause::clauses(text).into_iter().map(move |clause| Said {
            quarter,
            text: &text[clause.span.clone()],
            span: clause.span,
        })
    };
    Quarter::ALL.into_iter().flat_map(of_quarter).collect()
}

fn documents(task: &Task) -> Vec<Indicator> {
    let said = said(task);
    let mut found: Vec<Indicator> = Vec::new();
    for first in &said {
        let is_document = DRAWN_UP.iter().any(|verb| first.text.starts_with(verb))
            && DOCUMENTS.iter().any(|word| first.text.ends_with(word))
            && number::next(first.text, 0).is_none();
        let same: Vec<&Said<'_>> = said.iter().filter(|other| other.text == first.text).collect();
        let is_first = same.first().is_some_and(|one| one.quarter == first.quarter);
        if is_document && is_first && same.len() > 1 {
            let verb = DRAWN_UP.iter().find_map(|verb| first.text.strip_prefix(verb));
            let name = verb.unwrap_or(first.text);
            found.push(suggested(task, name, "份", IndicatorKind::Sum, &same, |_| None));
        }
    }
    found
}

fn occasions(task: &Task) -> Vec<Indicator> {
    let said = said(task);
    let mut found = Vec::new();
    for first in said.iter().filter(|said| said.text.contains(HALVES[0])) {
        let wanted = first.text.replace(HALVES[0], HALVES[1]);
        let second = said.iter().find(|said| said.text == wanted && said.quarter > first.quarter);
        let Some(second) = second.filter(|_| number::next(first.text, 0).is_none()) else { continue };
        let text = first.text.replace(HALVES[0], "");
        let name = verb::without_openers(&text);
        let ordinal = |quarter| Some(if quarter == first.quarter { 1 } else { 2 });
        found.push(suggested(task, name, "次", IndicatorKind::Ordinal, &[first, second], ordinal));
    }
    found
}

fn suggested(
    task: &Task,
    name: &str,
    unit: &str,
    kind: IndicatorKind,
    said: &[&Said<'_>],
    ordinal: impl Fn(Quarter) -> Option<u32>,
) -> Indicator {
    let target = |quarter: Quarter| {
        let said = said.iter().find(|said| said.quarter == quarter)?;
        Some(Target {
            bound: Bound::Exactly(Amount::whole(1)),
            origin: Origin::Suggested,
            place: Some(Place { part: Part::Milestone(quarter), span: said.span.clone() }),
            ordinal: ordinal(quarter),
            unit_missing: false,
        })
    };
    Indicator {
        task: task.number,
        name: name.to_owned(),
        unit: unit.to_owned(),
        kind,
        annual: None,
        quarters: Quarter::ALL.map(target),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::indicator::of_task;

    fn task(objective: &str, quarters: [&str; 4]) -> Task {
        Task {
            number: 1,
            objective: Some(objective.to_owned()),
            milestones: quarters.map(|text| Some(text.to_owned())),
            ..Task::default()
        }
    }

    /// The indicators as name, year, quarters; a suggestion in brackets.
    fn read(objective: &str, quarters: [&str; 4]) -> Vec<String> {
        let shown = |target: &Option<Target>| match target {
            Some(target) if target.origin == Origin::Suggested => format!("[{}]", target.bound),
            Some(target) if target.origin == Origin::Derived => "-".to_owned(),
            Some(target) => target.bound.to_string(),
            None => "-".to_owned(),
        };
        let line = |one: Indicator| {
            let values: Vec<String> = [&one.annual].into_iter().chain(&one.quarters).map(shown).collect();
            format!("{} {}", one.name, values.join(" "))
        };
        of_task(&task(objective, quarters)).into_iter().map(line).collect()
    }

    #[test]
    fn what_each_quarter_is_to_have_is_suggested_where_the_quarter_is_silent() {
        let quiet = ["做好组织", "继续组织", "继续组织", "总结"];
        assert_eq!(
            read("送戏下乡每季度不少于15场", quiet),
            ["送戏下乡 - [15以上] [15以上] [15以上] [15以上]"]
        );
        assert_eq!(read("每季度送戏下乡15场\u{FF0C}全年60场", quiet), ["送戏下乡 60 [15] [15] [15] [15]"]);
        let second = ["做好组织", "送戏下乡12场", "继续组织", "总结"];
        assert_eq!(read("每季度送戏下乡15场", second), ["送戏下乡 - [15] 12 [15] [15]"]);
        // So many for each village is no quarter's number, nor is what each month has.
        for none in ["每季度每村送戏1场", "每季度各镇开展宣讲2次", "每月送戏2场"] {
            assert!(read(none, quiet).is_empty(), "{none}");
        }
        // Said by the quarter itself, it is written there.
        assert_eq!(read("做好送戏下乡", ["每季度送戏下乡15场", "总结", "总结", "总结"]).len(), 1);
    }

    #[test]
    fn a_suggestion_is_counted_nowhere() {
        let found = of_task(&task("每季度送戏下乡15场\u{FF0C}全年60场", ["组织", "组织", "组织", "总结"]));
        let counted = found[0].without_suggestions().unwrap();
        assert_eq!((counted.annual.is_some(), counted.quarters), (true, [const { None }; 4]));
        let only = of_task(&task("送戏下乡每季度15场", ["组织", "组织", "组织", "总结"]));
        assert!(only[0].without_suggestions().is_none());
    }
}
