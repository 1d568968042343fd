//! Reading: every indicator that a plan's texts promise.
//!
//! What is not read: upper limits (控制在3%以内), shares in words (三分之二, 过半, 全覆盖), what each gets (每村1个), and
//! differences to a year before. Parts of a number that are told one by one in a quarter (4月1场，5月2场) are not added up;
//! 其中4所 and 其余2所 do not find together unless their names do; and where objective and quarters call a thing by
//! different words, only the measure word, the place and a sum that fits bind them, so that such numbers may stand as two
//! indicators or, seldom, as a wrong one. An officer's list always takes the place of what was read.

use super::bind::{self, Group};
use super::kind;
use super::measure;
use super::mention::{Found, Mention};
use super::reader;
use super::suggest;
use super::verb;
use super::{Bound, Indicator, Origin, Part, Place, Target};
use crate::amount::Amount;
use crate::period::Quarter;
use crate::plan::{Plan, Task};
use std::ops::Range;

/// Finds the indicators of all tasks, in the plan's order: what is written, what follows from it, and suggestions.
///
/// No word of any one paper is known here; what is not understood is left out, and an officer adds it.
#[must_use]
pub fn read(plan: &Plan) -> Vec<Indicator> {
    plan.tasks().flat_map(of_task).collect()
}

/// The places where a task promises no more than a number (不超过5%): no bound says so, and an officer keeps an eye on them.
#[must_use]
pub fn upper_limits(task: &Task) -> Vec<Place> {
    found(task).limits.into_iter().map(|limit| Place { part: limit.part, span: limit.span }).collect()
}

/// A number that a title writes.
pub(crate) struct TitleNumber {
    /// What it counts.
    pub(crate) name: String,
    /// Its measure word.
    pub(crate) unit: String,
    /// The number.
    pub(crate) bound: Bound,
    /// Where in the title it stands.
    pub(crate) span: Range<usize>,
}

/// The numbers of a task's title, whatever the objective writes.
pub(crate) fn title_numbers(task: &Task) -> Vec<TitleNumber> {
    let plain = |mention: &Mention| mention.ordinal.is_none() && !mention.unit.is_empty();
    reader::of(Part::Title, &task.title)
        .mentions
        .into_iter()
        .filter(plain)
        .map(|Mention { name, unit, bound, span, .. }| TitleNumber { name, unit, bound, span })
        .collect()
}

/// The clauses of a text, in bytes of it.
pub(crate) fn clauses(text: &str) -> Vec<Range<usize>> {
    super::clause::clauses(text).into_iter().map(|clause| clause.span).collect()
}

/// A phrase without the verbs and adverbs that open it.
pub(crate) fn without_verbs(phrase: &str) -> &str {
    super::verb::without_openers(phrase)
}

/// The indicators of one task.
#[must_use]
pub fn of_task(task: &Task) -> Vec<Indicator> {
    let Found { mentions, each_quarter, .. } = found(task);
    let groups = bind::groups(mentions);
    let mut indicators: Vec<Indicator> =
        groups.into_iter().filter(promises_something).map(|group| indicator(task, &group)).collect();
    suggest::for_each_quarter(task, each_quarter, &mut indicators);
    indicators.extend(suggest::of(task));
    tell_apart(&mut indicators);
    indicators
}

/// The texts of a task with the part that each is.
pub(crate) fn texts(task: &Task) -> impl Iterator<Item = (Part, &str)> {
    let quarters = Quarter::ALL
        .into_iter()
        .filter_map(|quarter| Some((Part::Milestone(quarter), task.milestone(quarter)?)));
    let objective = task.objective.as_deref().map(|text| (Part::Objective, text));
    [(Part::Title, task.title.as_str())].into_iter().chain(objective).chain(quarters)
}

fn found(task: &Task) -> Found {
    let mut all = Found::default();
    for (part, text) in texts(task) {
        let Found { mentions, limits, each_quarter } = reader::of(part, text);
        all.mentions.extend(mentions);
        all.limits.extend(limits);
        all.each_quarter.extend(each_quarter);
    }
    all
}

/// A number without its measure word counts only where another value of the same indicator has one.
fn promises_something(group: &Group) -> bool {
    group.iter().any(|mention| !mention.unit.is_empty())
}

fn indicator(task: &Task, group: &Group) -> Indicator {
    let (unit, scaled) = one_unit(group);
    let of_part = |part: Part| scaled.iter().find(|mention| mention.part == part);
    let target = |mention: &Mention| Target {
        bound: mention.bound,
        origin: Origin::Written,
        place: Some(Place { part: mention.part, span: mention.span.clone() }),
        ordinal: mention.ordinal,
        unit_missing: mention.unit.is_empty(),
    };
    let quarters = Quarter::ALL.map(|quarter| of_part(Part::Milestone(quarter)).map(target));
    let written = of_part(Part::Objective).or_else(|| of_part(Part::Title)).map(target);
    let written = written.map(|target| Target { ordinal: None, ..target });
    let bounds = quarters.each_ref().map(|target| target.as_ref().map(|target| target.bound));
    let kind = kind::tell(&scaled, written.as_ref().map(|target| target.bound), &bounds);
    let annual = written.or_else(|| {
        let bound = kind::derived(kind, &bounds)?;
        Some(Target { bound, origin: Origin::Derived, place: None, ordinal: None, unit_missing: false })
    });
    Indicator { task: task.number, name: name_of(task, &scaled), unit, kind, annual, quarters }
}

/// The measure word of a group, and its mentions with their numbers in it: 3.6万人次 beside 9000人次 is 36000人次.
fn one_unit(group: &Group) -> (String, Group) {
    let said: Vec<&str> =
        group.iter().map(|mention| mention.unit.as_str()).filter(|unit| !unit.is_empty()).collect();
    let in_quarters = |unit: &str| {
        let counts = |mention: &&Mention| mention.unit == unit && matches!(mention.part, Part::Milestone(_));
        group.iter().filter(counts).count()
    };
    let commonest = said.iter().rev().max_by_key(|unit| in_quarters(unit)).copied().unwrap_or_default();
    let scales: Vec<u32> = said.iter().map(|unit| measure::unscaled(unit).1).collect();
    if scales.windows(2).all(|pair| pair[0] == pair[1]) {
        return (commonest.to_owned(), group.clone());
    }
    let smallest = scales.iter().copied().min().unwrap_or(1);
    let unit = said.iter().find(|unit| measure::unscaled(unit).1 == smallest).copied().unwrap_or_default();
    let scaled = |mention: &Mention| {
        let factor = measure::unscaled(&mention.unit).1.max(smallest) / smallest;
        let bound = times(mention.bound, factor).unwrap_or(mention.bound);
        Mention { bound, ..mention.clone() }
    };
    (unit.to_owned(), group.iter().map(scaled).collect())
}

fn times(bound: Bound, factor: u32) -> Option<Bound> {
    let times = |amount: Amount| amount.times(factor);
    Some(match bound {
        Bound::Exactly(amount) => Bound::Exactly(times(amount)?),
        Bound::AtLeast(amount) => Bound::AtLeast(times(amount)?),
        Bound::About(amount) => Bound::About(times(amount)?),
        Bound::Between(least, most) => Bound::Between(times(least)?, times(most)?),
    })
}

/// What is counted where no text names it.
pub(super) fn name_by_title(task: &Task) -> &str {
    task.title.trim_end_matches('。')
}

/// The name that most quarters use, for a rate with the works that it belongs to; the task's title where no text names anything.
fn name_of(task: &Task, group: &Group) -> String {
    let in_quarters = |mention: &&Mention| matches!(mention.part, Part::Milestone(_));
    let named: Vec<&Mention> = group.iter().filter(|mention| !mention.name.is_empty()).collect();
    let uses =
        |name: &str| named.iter().filter(|mention| in_quarters(mention) && mention.name == name).count();
    let Some(best) =
        // 筹建 says less than 租赁住房, however often it stands there.
        named.iter().rev().max_by_key(|mention| {
            (!verb::is_verb(&mention.name), uses(&mention.name), mention.name.chars().count())
        })
    else {
        return name_by_title(task).to_owned();
    };
    let subject =
        named.iter().filter(|mention| mention.name == best.name).find(|mention| !mention.subject.is_empty());
    match subject.map(|mention| mention.subject.as_str()) {
        Some(subject) if best.unit == "%" && !best.name.contains(subject) => {
            format!("{subject}{}", best.name)
        }
        _ => best.name.clone(),
    }
}

/// Names are unique within a task: the second of a name gets its measure word, else a number: 脱贫（人）, 会议（2）.
fn tell_apart(indicators: &mut [Indicator]) {
    for at in 1..indicators.len() {
        let (before, rest) = indicators.split_at_mut(at);
        let base = rest[0].name.clone();
        let is_taken = |name: &str| before.iter().any(|other| other.name == name);
        let with_unit = [base.clone(), format!("{base}（{}）", rest[0].unit)];
        let numbered = (2..).map(|number| format!("{base}（{number}）"));
        if let Some(name) = with_unit.into_iter().chain(numbered).find(|name| !is_taken(name)) {
            rest[0].name = name;
        }
    }
}
