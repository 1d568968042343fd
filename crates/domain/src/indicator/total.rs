//! Totals: what quarters come to beside the year's number joins groups that are called differently, and parts strangers.

use super::bind::Group;
use super::likeness::{LIKE_MIN, base, name_likeness};
use super::measure;
use super::mention::Mention;
use super::{Bound, Part};
use crate::amount::Amount;

/// Up to this number a coincidence is too likely to bind by.
const FEW: u32 = 3;

/// 拆违50万平方米 in the objective and 拆除违建10, 15, 15 and 10 in the quarters: what is called differently, but is the
/// only one of its measure word that comes to that number, is one.
pub(super) fn joined_by_arithmetic(mut groups: Vec<Group>) -> Vec<Group> {
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

/// The same number in title and objective: 改厕6800户 and 户厕改造不少于6800户, whatever quarters the latter has.
fn are_said_twice(one: &Group, other: &Group) -> bool {
    let is_title = |group: &Group| matches!(group.as_slice(), [only] if only.part == Part::Title);
    let (title, others) = match (is_title(one), is_title(other)) {
        (true, false) => (&one[0], other),
        (false, true) => (&other[0], one),
        _ => return false,
    };
    let is_same = |mention: &Mention| {
        mention.part == Part::Objective
            && mention.unit == title.unit
            && mention.bound.least() == title.bound.least()
            && mention.bound.most() == title.bound.most()
    };
    let has_title = others.iter().any(|mention| mention.part == Part::Title);
    title.ordinal.is_none()
        && title.bound.least() > Amount::whole(FEW)
        && !has_title
        && others.iter().any(is_same)
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
pub(super) fn without_stranger(group: Group) -> Vec<Group> {
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
