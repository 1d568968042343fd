//! Suggestions (建议): what a text implies without writing a number; offered, never taken over.
//!
//! Two forms of general Chinese only: the same document drawn up in several quarters (编制调查报告), and one occasion in
//! each half of the year (上半年…, 下半年…).

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
