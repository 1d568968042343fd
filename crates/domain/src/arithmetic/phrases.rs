//! Words against words: quarters that repeat each other, percentages whose base changes, years that are past.

use super::{Remark, RemarkKind, Severity, quarter_words};
use crate::indicator::{Indicator, IndicatorKind, Part, Place, clauses};
use crate::numeral;
use crate::period::Quarter;
use crate::plan::{Plan, Task};
use std::ops::Range;

/// Shorter clauses are the same by chance.
const CLAUSE_CHARS_MIN: usize = 6;
/// Two names with so many characters in common at their start are about the same works.
const SUBJECT_CHARS_MIN: usize = 3;
const FINISHED: [&str; 6] = ["完成", "竣工", "完工", "建成", "验收", "投入使用"];

/// The text of a part of a task.
pub(super) fn text_of(task: &Task, part: Part) -> Option<&str> {
    match part {
        Part::Title => Some(&task.title),
        Part::Objective => task.objective.as_deref(),
        Part::Milestone(quarter) => task.milestone(quarter),
    }
}

/// What a task's quarters say to each other.
pub(super) fn of_task(plan: &Plan, task: &Task, own: &[Indicator], remarks: &mut Vec<Remark>) {
    let identical = identical_quarters(task, remarks);
    repeated_phrases(task, own, &identical, remarks);
    for (at, level) in own.iter().enumerate().filter(|(_, one)| is_rate(one)) {
        base_changes(level, &own[at + 1..], remarks);
        finished_without_rate(task, level, remarks);
    }
    earlier_years(plan, task, remarks);
}

fn identical_quarters(task: &Task, remarks: &mut Vec<Remark>) -> Vec<Vec<Quarter>> {
    let mut groups: Vec<Vec<Quarter>> = Vec::new();
    for quarter in Quarter::ALL {
        let Some(text) = task.milestone(quarter) else { continue };
        match groups.iter_mut().find(|group| task.milestone(group[0]) == Some(text)) {
            Some(group) => group.push(quarter),
            None => groups.push(vec![quarter]),
        }
    }
    groups.retain(|group| group.len() > 1);
    for group in &groups {
        let sentence = format!("{}逐字相同，靠文字分不出季度", quarter_words(group));
        remarks.push(look(RemarkKind::IdenticalQuarters, task, group.clone(), None, sentence));
    }
    groups
}

struct Said<'a> {
    quarter: Quarter,
    text: &'a str,
    span: Range<usize>,
}

fn said(task: &Task) -> Vec<Said<'_>> {
    let of_quarter = |quarter: Quarter| {
        let text = task.milestone(quarter).unwrap_or_default();
        clauses(text).into_iter().map(move |span| Said { quarter, text: &text[span.clone()], span })
    };
    Quarter::ALL.into_iter().flat_map(of_quarter).collect()
}

/// The same clause in several quarters, or one that another ends with. Promised numbers may be the same each quarter.
fn repeated_phrases(task: &Task, own: &[Indicator], identical: &[Vec<Quarter>], remarks: &mut Vec<Remark>) {
    let said = said(task);
    let holds_number = |said: &Said<'_>| {
        own.iter().filter_map(|indicator| indicator.target(said.quarter)?.place.as_ref()).any(|place| {
            place.part == Part::Milestone(said.quarter)
                && place.span.start < said.span.end
                && said.span.start < place.span.end
        })
    };
    let mut told: Vec<&str> = Vec::new();
    for first in &said {
        let long = first.text.chars().count() >= CLAUSE_CHARS_MIN;
        if !long
            || holds_number(first)
            || told.iter().any(|text| text.ends_with(first.text) || first.text.ends_with(text))
        {
            continue;
        }
        let repeats = |other: &&Said<'_>| {
            other.quarter > first.quarter
                && (other.text == first.text
                    || (first.text.chars().count() > CLAUSE_CHARS_MIN && other.text.ends_with(first.text))
                    || (other.text.chars().count() > CLAUSE_CHARS_MIN && first.text.ends_with(other.text)))
        };
        let mut quarters: Vec<Quarter> = vec![first.quarter];
        quarters.extend(said.iter().filter(repeats).map(|other| other.quarter));
        quarters.dedup();
        let is_known = identical.iter().any(|group| quarters.iter().all(|quarter| group.contains(quarter)));
        if quarters.len() < 2 || is_known {
            continue;
        }
        told.push(first.text);
        let sentence = format!("“{}”在{}重复出现，哪一季算完成请核对", first.text, quarter_words(&quarters));
        let place = Place { part: Part::Milestone(first.quarter), span: first.span.clone() };
        remarks.push(look(RemarkKind::RepeatedPhrase, task, quarters, Some(place), sentence));
    }
}

fn is_rate(indicator: &Indicator) -> bool {
    indicator.kind == IndicatorKind::Level && indicator.unit == "%" && last_quarter(indicator).is_some()
}

fn last_quarter(indicator: &Indicator) -> Option<Quarter> {
    Quarter::ALL.into_iter().rev().find(|quarter| indicator.target(*quarter).is_some())
}

fn first_quarter(indicator: &Indicator) -> Option<Quarter> {
    Quarter::ALL.into_iter().find(|quarter| indicator.target(*quarter).is_some())
}

/// 土建工程75%, 85%, 100% and then 装修100%: two percentages of the same works follow each other.
fn base_changes(level: &Indicator, others: &[Indicator], remarks: &mut Vec<Remark>) {
    for other in others.iter().filter(|other| is_rate(other)) {
        let follows = first_quarter(other) > last_quarter(level);
        if follows && common_start(&level.name, &other.name) >= SUBJECT_CHARS_MIN {
            let quarters: Vec<Quarter> =
                last_quarter(level).into_iter().chain(first_quarter(other)).collect();
            let sentence = format!("口径由“{}”变为“{}”，百分数不能连成一条线", level.name, other.name);
            remarks.push(Remark {
                task: Some(level.task),
                kind: RemarkKind::BaseChanges,
                severity: Severity::Look,
                place: first_quarter(other).and_then(|quarter| other.target(quarter)?.place.clone()),
                quarters,
                sentence,
            });
        }
    }
}

/// 路基施工20%, 50% and then 完成1号路施工: the percentage ends below 100, and the works are finished without one.
fn finished_without_rate(task: &Task, level: &Indicator, remarks: &mut Vec<Remark>) {
    let Some(last) = last_quarter(level) else { return };
    let whole = crate::amount::Amount::whole(100);
    if level.target(last).is_none_or(|target| target.bound.least() >= whole) {
        return;
    }
    let is_later = |said: &&Said<'_>| {
        let bare = FINISHED.iter().fold(said.text, |text, verb| text.strip_prefix(verb).unwrap_or(text));
        said.quarter > last
            && FINISHED.iter().any(|verb| said.text.contains(verb))
            && common_start(&level.name, bare) >= SUBJECT_CHARS_MIN
    };
    if let Some(said) = said(task).iter().find(is_later) {
        let sentence =
            format!("{}“{}”不再用“{}”的百分数，口径不同", said.quarter.word(), said.text, level.name);
        let place = Place { part: Part::Milestone(said.quarter), span: said.span.clone() };
        remarks.push(look(RemarkKind::BaseChanges, task, vec![last, said.quarter], Some(place), sentence));
    }
}

/// 对2012年…开展评议 in a plan of 2013.
fn earlier_years(plan: &Plan, task: &Task, remarks: &mut Vec<Remark>) {
    for said in said(task) {
        let years = said.text.match_indices('年').filter_map(|(at, _)| {
            let digits: Vec<char> =
                said.text[..at].chars().rev().take_while(|c| numeral::arabic_digit(*c).is_some()).collect();
            let year: String = digits
                .into_iter()
                .rev()
                .filter_map(numeral::arabic_digit)
                .map(|digit| digit.to_string())
                .collect();
            year.parse::<i16>().ok().filter(|year| (1949..plan.year).contains(year))
        });
        if let Some(year) = years.into_iter().next() {
            let sentence = format!("{}所指为{year}年，不是{}年度的工作", said.quarter.word(), plan.year);
            let place = Place { part: Part::Milestone(said.quarter), span: said.span.clone() };
            remarks.push(look(RemarkKind::EarlierYear, task, vec![said.quarter], Some(place), sentence));
        }
    }
}

fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

fn look(
    kind: RemarkKind,
    task: &Task,
    quarters: Vec<Quarter>,
    place: Option<Place>,
    sentence: String,
) -> Remark {
    Remark { kind, severity: Severity::Look, task: Some(task.number), quarters, place, sentence }
}
