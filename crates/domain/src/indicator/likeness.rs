//! Likeness: how sure it is that two mentions of different texts, or two names, are the same thing's. In thousandths.

use super::Part;
use super::figure::is_ratio;
use super::measure;
use super::mention::Mention;
use super::stage::Stage;
use super::verb;

/// From so many thousandths on, two may be one.
pub(super) const LIKE_MIN: usize = 500;

pub(super) fn units_agree(one: &Mention, other: &Mention) -> bool {
    if one.unit.is_empty() || other.unit.is_empty() {
        return one.ordinal.is_none() && other.ordinal.is_none() && one.unit != "%" && other.unit != "%";
    }
    let (one, other) = (measure::unscaled(&one.unit).0, measure::unscaled(&other.unit).0);
    measure::are_alike(one, other)
}

/// How sure it is that two mentions of different texts are values of one indicator.
pub(super) fn likeness(one: &Mention, other: &Mention, only_ones: bool) -> usize {
    let is_yearly = |mention: &Mention| matches!(mention.part, Part::Title | Part::Objective);
    let rows_agree = match (one.ordinal, other.ordinal) {
        (Some(_), Some(_)) | (None, None) => true,
        (Some(_), None) => is_yearly(other),
        (None, Some(_)) => is_yearly(one),
    } || (one.unit == other.unit && name_likeness(&one.name, &other.name) >= 850);
    let is_stock_beside_part =
        |stock: &Mention, part: &Mention| stock.is_stock && !part.is_stock && !part.says_level;
    if is_stock_beside_part(one, other) || is_stock_beside_part(other, one) {
        return 0;
    }
    // 每千人口不少于5批次 and 抽检600批次: so many for so many is not what is done.
    let is_ratio_beside_count = |ratio: &Mention, count: &Mention| {
        is_ratio(&ratio.name) && !is_ratio(&count.name) && !count.says_level && !count.unit.contains('/')
    };
    if is_ratio_beside_count(one, other) || is_ratio_beside_count(other, one) {
        return 0;
    }
    if !units_agree(one, other) || !rows_agree || (are_said(one, other) && !are_same_subject(one, other)) {
        return 0;
    }
    let mut name = match (one.name.is_empty(), other.name.is_empty()) {
        (false, false) => name_likeness(&one.name, &other.name),
        (true, true) => 400,
        _ => 300,
    };
    if one.is_name_shared || other.is_name_shared {
        name = name.max(300);
    }
    // 家 and 个 may count the same things, but then they must be called the same.
    let units_differ = !one.unit.is_empty() && !other.unit.is_empty() && base(one) != base(other);
    if units_differ && !one.name.ends_with(&other.name) && !other.name.ends_with(&one.name) {
        name /= 3;
    }
    // 开工15个 may be of the year's 15, but what is done is so sooner.
    let begun = |mention: &Mention, other: &Mention| {
        mention.stage == Some(Stage::Begun) && other.stage.is_none() && is_yearly(other)
    };
    if begun(one, other) || begun(other, one) {
        name = name.saturating_sub(150);
    }
    let row = if one.ordinal.is_some() || other.ordinal.is_some() { 150 } else { 0 };
    let only = if only_ones { 250 } else { 0 };
    let beginning = common_start(&one.item, &other.item).min(5) * 20;
    name + only + row + beginning + pairs_in_common(&one.context, &other.context) / 5
}

pub(super) fn base(mention: &Mention) -> &str {
    measure::unscaled(&mention.unit).0
}

fn are_said(one: &Mention, other: &Mention) -> bool {
    !one.subject.is_empty() && !other.subject.is_empty()
}

/// 盐田区游泳馆 and 游泳馆 are one; 盐田区游泳馆 and 盐田高级中学 are two.
fn are_same_subject(one: &Mention, other: &Mention) -> bool {
    let (one, other) = (&one.subject, &other.subject);
    let shorter = one.chars().count().min(other.chars().count());
    one.contains(other.as_str())
        || other.contains(one.as_str())
        || common_start(one, other) >= shorter.min(3).max(shorter * 2 / 3)
        || pairs_in_common(one, other) >= 500
}

/// Whether two names may be the same thing's.
pub(crate) fn are_like_names(one: &str, other: &str) -> bool {
    name_likeness(one, other) >= LIKE_MIN
}

/// How alike two names are: one may be within the other, or end as it does, or share most of its characters.
pub(super) fn name_likeness(one: &str, other: &str) -> usize {
    // 资助儿童 is called as 困难儿童 is, but not as surely as what needs no verb taken off.
    let (bare, other_bare) = (verb::without_openers(one), verb::without_openers(other));
    let has_two = bare.chars().count() >= 2 && other_bare.chars().count() >= 2;
    let end_alike = has_two && (bare.ends_with(other_bare) || other_bare.ends_with(bare));
    likeness_of(one, other).max(if end_alike { 765 } else { 0 })
}

fn likeness_of(one: &str, other: &str) -> usize {
    if one == other {
        return 1000;
    }
    let shorter = one.chars().count().min(other.chars().count());
    if shorter == 0 {
        return 0;
    }
    if shorter >= 2 && (one.contains(other) || other.contains(one)) {
        return 850;
    }
    let run = longest_run(one, other);
    let by_run = if run >= 4 { run * 850 / shorter } else { 0 };
    let by_end = if common_end(one, other) >= 4 { 700 } else { 0 };
    pairs_in_common(one, other).max(by_run).max(by_end)
}

/// Twice the pairs of neighbouring characters that both have, over all pairs.
fn pairs_in_common(one: &str, other: &str) -> usize {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    let mut common = 0;
    for pair in one {
        if let Some(at) = other.iter().position(|candidate| *candidate == pair) {
            other.swap_remove(at);
            common += 1;
        }
    }
    2000 * common / all
}

fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

fn common_end(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
}

/// The length of the longest run of characters that stands in both.
fn longest_run(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut best = 0;
    for a in 0..one.len() {
        for b in 0..other.len() {
            best = best.max(one[a..].iter().zip(&other[b..]).take_while(|(x, y)| x == y).count());
        }
    }
    best
}
