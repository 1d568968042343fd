//! Binding: which numbers of title, objective and the four quarters are values of one indicator.
//!
//! Two mentions belong together when their measure words agree and their names are alike; the clause around them and
//! being the only ones of their measure word speak for it too. The likest pair is bound first, and a group has one
//! mention of each text at the most.

use super::measure;
use super::mention::Mention;
use super::name;
use super::stage::Stage;
use super::{Bound, Part};
use crate::amount::Amount;
use std::collections::HashSet;

/// Mentions that are one indicator's, at most one of each text.
pub(super) type Group = Vec<Mention>;

/// Up to this number a coincidence is too likely to bind by.
const FEW: u32 = 3;

/// All likeness is told in thousandths.
const LIKE_MIN: usize = 500;

/// The groups of one task's mentions, in order of first mention.
pub(super) fn groups(mentions: Vec<Mention>) -> Vec<Group> {
    let mentions = merge_ordinals(mentions);
    let mut pairs = Vec::new();
    for (a, one) in mentions.iter().enumerate() {
        for (b, other) in mentions.iter().enumerate().skip(a + 1) {
            if one.part != other.part {
                let likeness = likeness(one, other, are_only_ones(&mentions, one, other));
                if likeness >= LIKE_MIN {
                    pairs.push((likeness, a, b));
                }
            }
        }
    }
    pairs.sort_by_key(|&(likeness, a, b)| (std::cmp::Reverse(likeness), a, b));
    let mut group_of: Vec<usize> = (0..mentions.len()).collect();
    for (_, a, b) in pairs {
        let (one, other) = (group_of[a], group_of[b]);
        let parts = |group: usize| -> HashSet<Part> {
            let members = mentions.iter().zip(&group_of).filter(|(_, of)| **of == group);
            members.map(|(mention, _)| mention.part).collect()
        };
        let stages = |group: usize| {
            let members = mentions.iter().zip(&group_of).filter(move |(_, of)| **of == group);
            members.filter_map(|(mention, _)| mention.stage)
        };
        let are_two_stages = stages(one).any(|stage| stages(other).any(|other| other != stage));
        if one == other || are_two_stages || !parts(one).is_disjoint(&parts(other)) {
            continue;
        }
        let (into, from) = (one.min(other), one.max(other));
        group_of.iter_mut().filter(|group| **group == from).for_each(|group| *group = into);
    }
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for (mention, group) in mentions.into_iter().zip(group_of) {
        match groups.iter_mut().find(|(number, _)| *number == group) {
            Some((_, members)) => members.push(mention),
            None => groups.push((group, vec![mention])),
        }
    }
    let groups = groups.into_iter().flat_map(|(_, members)| without_stranger(members)).collect();
    joined_by_arithmetic(groups)
}

/// 拆违50万平方米 in the objective and 拆除违建10, 15, 15 and 10 in the quarters: what is called differently, but is the
/// only one of its measure word that comes to that number, is one.
fn joined_by_arithmetic(mut groups: Vec<Group>) -> Vec<Group> {
    for fits in [are_said_twice as fn(&Group, &Group) -> bool, come_to_the_same] {
        while let Some((a, b)) = joint(&groups, fits) {
            let other = groups.remove(b);
            groups[a].extend(other);
        }
    }
    groups
}

/// Two groups that fit each other and no third.
fn joint(groups: &[Group], fit: impl Fn(&Group, &Group) -> bool) -> Option<(usize, usize)> {
    for a in 0..groups.len() {
        let fits: Vec<usize> = (0..groups.len()).filter(|&b| a != b && fit(&groups[a], &groups[b])).collect();
        if let [b] = fits[..] {
            let back = (0..groups.len()).filter(|&other| other != b && fit(&groups[b], &groups[other]));
            if back.count() == 1 {
                return Some((a.min(b), a.max(b)));
            }
        }
    }
    None
}

fn is_yearly(group: &Group) -> bool {
    group.iter().all(|mention| !matches!(mention.part, Part::Milestone(_)))
}

/// The same number in title and objective.
fn are_said_twice(one: &Group, other: &Group) -> bool {
    let [one, other] =
        [one, other].map(|group| if let [only] = group.as_slice() { Some(only) } else { None });
    let (Some(one), Some(other)) = (one, other) else { return false };
    matches!((one.part, other.part), (Part::Title, Part::Objective) | (Part::Objective, Part::Title))
        && one.unit == other.unit
        && one.ordinal.is_none()
        && one.bound == other.bound
        && one.bound.least() > Amount::whole(FEW)
}

/// A year's number without quarters beside quarters without a year's number that add up to it or rise to it.
fn come_to_the_same(one: &Group, other: &Group) -> bool {
    let (yearly, others) = match (is_yearly(one), is_yearly(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return false,
    };
    let is_plain =
        |mention: &Mention| mention.ordinal.is_none() && !mention.unit.is_empty() && mention.unit != "%";
    let same_unit = others.iter().all(|mention| base(mention) == base(&yearly[0]));
    let only_quarters = others.iter().all(|mention| matches!(mention.part, Part::Milestone(_)));
    let all_plain =
        yearly.iter().chain(others).all(is_plain) && yearly.iter().all(|mention| !mention.is_stock);
    if !same_unit || !only_quarters || !all_plain {
        return false;
    }
    let total = in_ones(yearly.iter().find(|mention| mention.part == Part::Objective).unwrap_or(&yearly[0]));
    let mut quarters: Vec<&Mention> = others.iter().collect();
    quarters.sort_by_key(|mention| mention.part);
    let rises = quarters.windows(2).all(|pair| in_ones(pair[0]) < in_ones(pair[1]));
    let sum = quarters.iter().fold(Amount::ZERO, |sum, mention| sum.plus(in_ones(mention)));
    let last = quarters.last().map(|mention| in_ones(mention));
    total > Amount::whole(FEW) && (sum == total || (rises && last == Some(total)))
}

/// The number that a mention promises at the least, without the 万 or 亿 of its measure word.
fn in_ones(mention: &Mention) -> Amount {
    let least = mention.bound.least();
    least.times(measure::unscaled(&mention.unit).1).unwrap_or(least)
}

/// 选址2座 beside 新建3座, 3座 and 2座 of 8: where all quarters but one, which is called otherwise, add up to the year's
/// number, that one is another indicator's.
fn without_stranger(group: Group) -> Vec<Group> {
    let is_quarterly = |mention: &Mention| matches!(mention.part, Part::Milestone(_));
    let yearly = group.iter().find(|mention| !is_quarterly(mention) && mention.part == Part::Objective);
    let yearly = yearly.or_else(|| group.iter().find(|mention| mention.part == Part::Title));
    let total = yearly
        .filter(|mention| mention.unit != "%" && !mention.unit.is_empty())
        .map(|mention| mention.bound.least());
    let sum = |but: Option<usize>| {
        let members =
            group.iter().enumerate().filter(|(at, mention)| Some(*at) != but && is_quarterly(mention));
        members.fold(Amount::ZERO, |sum, (_, mention)| sum.plus(mention.bound.least()))
    };
    let Some(total) = total.filter(|total| *total != sum(None)) else { return vec![group] };
    // 危房改造150户 beside 860户脱贫: what is called as in the year comes to the year's number alone.
    let is_called_so = |mention: &Mention| {
        yearly.is_some_and(|yearly| name_likeness(&yearly.name, &mention.name) >= LIKE_MIN)
    };
    let (others, own): (Group, Group) =
        group.iter().cloned().partition(|mention| is_quarterly(mention) && !is_called_so(mention));
    let own_sum = own
        .iter()
        .filter(|mention| is_quarterly(mention))
        .fold(Amount::ZERO, |sum, mention| sum.plus(mention.bound.least()));
    if !others.is_empty() && own_sum == total && group.iter().all(|mention| !mention.says_level) {
        return vec![own, others];
    }
    let is_stranger = |at: usize, mention: &Mention| {
        let others: Vec<&Mention> = group
            .iter()
            .enumerate()
            .filter(|(n, other)| *n != at && is_quarterly(other))
            .map(|(_, other)| other)
            .collect();
        let called_alike = others.windows(2).all(|pair| name_likeness(&pair[0].name, &pair[1].name) >= 850);
        let is_level = mention.context.contains("累计") || mention.context.contains("达到");
        is_quarterly(mention)
            && others.len() > 1
            && called_alike
            && !is_level
            && others.iter().all(|other| other.name != mention.name && other.unit == mention.unit)
            && sum(Some(at)) == total
    };
    // 督查覆盖42所学校 beside 竣工3所 of 5: more than the whole year's, and called otherwise.
    let is_too_many = |mention: &Mention| {
        let is_called_so = yearly.is_some_and(|yearly| yearly.name == mention.name);
        is_quarterly(mention)
            && !mention.says_level
            && !is_called_so
            && yearly.is_some_and(|yearly| {
                matches!(yearly.bound, Bound::Exactly(_))
                    && base(yearly) == base(mention)
                    && in_ones(yearly) < in_ones(mention)
            })
            && group.iter().filter(|other| is_quarterly(other)).all(|other| {
                other.figure == mention.figure && other.part == mention.part || other.name != mention.name
            })
    };
    let stranger = group.iter().enumerate().position(|(at, mention)| is_stranger(at, mention));
    match stranger.or_else(|| group.iter().position(is_too_many)) {
        Some(at) => {
            let mut rest = group.clone();
            let stranger = rest.remove(at);
            vec![rest, vec![stranger]]
        }
        None => vec![group],
    }
}

/// 第一次…；第二次… in one quarter are two of a row there.
fn merge_ordinals(mentions: Vec<Mention>) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::new();
    for mention in mentions {
        let same_row = |other: &&mut Mention| {
            other.part == mention.part
                && other.ordinal.is_some()
                && mention.ordinal.is_some()
                && other.unit == mention.unit
                && name_likeness(&other.name, &mention.name) >= 800
        };
        match merged.iter_mut().find(same_row) {
            Some(other) => {
                other.bound = Bound::Exactly(other.bound.least().plus(mention.bound.least()));
                other.ordinal = other.ordinal.max(mention.ordinal);
                other.span.end = mention.span.end;
            }
            None => merged.push(mention),
        }
    }
    merged
}

/// Whether each is the only one of its measure word in its text.
fn are_only_ones(mentions: &[Mention], one: &Mention, other: &Mention) -> bool {
    [one, other].into_iter().all(|this| {
        let same = |mention: &&Mention| mention.part == this.part && units_agree(mention, this);
        mentions.iter().filter(same).count() == 1
    })
}

fn units_agree(one: &Mention, other: &Mention) -> bool {
    if one.unit.is_empty() || other.unit.is_empty() {
        return one.ordinal.is_none() && other.ordinal.is_none() && one.unit != "%" && other.unit != "%";
    }
    let (one, other) = (measure::unscaled(&one.unit).0, measure::unscaled(&other.unit).0);
    measure::are_alike(one, other)
}

/// How sure it is that two mentions of different texts are values of one indicator.
fn likeness(one: &Mention, other: &Mention, only_ones: bool) -> usize {
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

fn base(mention: &Mention) -> &str {
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
fn name_likeness(one: &str, other: &str) -> usize {
    // 资助儿童 is called as 困难儿童 is, but not as surely as what needs no verb taken off.
    let (bare, other_bare) = (name::without_openers(one), name::without_openers(other));
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
