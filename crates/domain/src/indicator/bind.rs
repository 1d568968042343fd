//! Binding: which numbers of title, objective and the four quarters are values of one indicator.
//!
//! Two mentions belong together when their measure words agree and their names are alike; the clause around them and
//! being the only ones of their measure word speak for it too. The likest pair is bound first, and a group has one
//! mention of each text at the most.

use super::likeness::{LIKE_MIN, likeness, name_likeness, units_agree};
use super::mention::Mention;
use super::total::{joined_by_arithmetic, without_stranger};
use super::{Bound, Part};
use std::collections::HashSet;

/// Mentions that are one indicator's, at most one of each text.
pub(super) type Group = Vec<Mention>;

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
