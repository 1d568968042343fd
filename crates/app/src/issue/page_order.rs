//! Which page of a file is which page of what was issued, so that a page that was taken out is one difference and not as
//! many as all pages after it have lines.
//!
//! Pages that say the same are the same page. Of those between them each is paired with the one that it is most like, in
//! order; what is left over is missing or was put in. Left to others: what differs on pages that pair up (`difference`).

use std::collections::HashMap;
use std::ops::Range;

/// More pages times pages than this are paired by their places only.
const CELLS_MAX: usize = 4 << 20;

/// What became of a page; places from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagePlace {
    /// Issued and found.
    Both(usize, usize),
    /// Issued, and not in the file.
    Missing(usize),
    /// In the file, and not issued.
    Extra(usize),
}

/// Every page of both, in their order; each is given by its lines.
pub(super) fn paired(issued: &[Vec<&str>], found: &[Vec<&str>]) -> Vec<PagePlace> {
    let [plain_issued, plain_found] =
        [issued, found].map(|pages| pages.iter().map(|lines| plain(lines)).collect::<Vec<_>>());
    let mut all = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = [(issued.len(), found.len())];
    for (one, other) in same_places(&plain_issued, &plain_found).into_iter().chain(ends) {
        between(issued, found, [from..one, to..other], &mut all);
        if one < issued.len() && other < found.len() {
            all.push(PagePlace::Both(one, other));
        }
        (from, to) = (one + 1, other + 1);
    }
    all
}

/// What a page says, however its lines are cut.
fn plain(lines: &[&str]) -> String {
    lines.iter().flat_map(|line| line.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// The places of the longest list of equal things that both have in this order.
pub(super) fn same_places<T: PartialEq>(issued: &[T], found: &[T]) -> Vec<(usize, usize)> {
    let head = issued.iter().zip(found).take_while(|(one, other)| one == other).count();
    let (issued, found) = (&issued[head..], &found[head..]);
    let tail = issued.iter().rev().zip(found.iter().rev()).take_while(|(one, other)| one == other).count();
    let (rows, columns) = (issued.len() - tail, found.len() - tail);
    let weight = |one: usize, other: usize| u32::from(issued[one] == found[other]);
    let mut places: Vec<_> = (0..head).map(|at| (at, at)).collect();
    places.extend(heaviest(rows, columns, weight).into_iter().map(|(one, other)| (head + one, head + other)));
    places.extend((0..tail).map(|at| (head + rows + at, head + columns + at)));
    places
}

/// The pairs of places, rising on both sides, whose weights come to most; none of weight 0.
fn heaviest(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let width = columns + 1;
    if rows.saturating_mul(width) > CELLS_MAX {
        return Vec::new();
    }
    // sums[i * width + j]: of the best pairs of what follows places i and j.
    let mut sums = vec![0_u32; (rows + 1) * width];
    let best = |sums: &[u32], one: usize, other: usize| {
        let together = weight(one, other);
        let paired = if together > 0 { together + sums[(one + 1) * width + other + 1] } else { 0 };
        [paired, sums[(one + 1) * width + other], sums[one * width + other + 1]]
    };
    for one in (0..rows).rev() {
        for other in (0..columns).rev() {
            sums[one * width + other] = best(&sums, one, other).into_iter().max().unwrap_or_default();
        }
    }
    let (mut one, mut other, mut places) = (0, 0, Vec::new());
    while one < rows && other < columns {
        let [paired, down, right] = best(&sums, one, other);
        if paired > 0 && paired >= down && paired >= right {
            places.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if down >= right {
            one += 1;
        } else {
            other += 1;
        }
    }
    places
}

/// Pages none of which says the same as another.
fn between(
    issued: &[Vec<&str>],
    found: &[Vec<&str>],
    [rows, columns]: [Range<usize>; 2],
    all: &mut Vec<PagePlace>,
) {
    if rows.len() == columns.len() {
        all.extend(rows.zip(columns).map(|(one, other)| PagePlace::Both(one, other)));
        return;
    }
    let alike =
        |one: usize, other: usize| common_lines(&issued[rows.start + one], &found[columns.start + other]);
    let pairs = heaviest(rows.len(), columns.len(), alike);
    let (mut from, mut to) = (rows.start, columns.start);
    let pairs = pairs.into_iter().map(|(one, other)| (rows.start + one, columns.start + other));
    for (one, other) in pairs {
        all.extend((from..one).map(PagePlace::Missing));
        all.extend((to..other).map(PagePlace::Extra));
        all.push(PagePlace::Both(one, other));
        (from, to) = (one + 1, other + 1);
    }
    all.extend((from..rows.end).map(PagePlace::Missing));
    all.extend((to..columns.end).map(PagePlace::Extra));
}

/// How many lines two pages share; what every page has at its head counts little beside a page's own lines.
fn common_lines(one: &[&str], other: &[&str]) -> u32 {
    let mut known: HashMap<&str, u32> = HashMap::new();
    for line in one {
        *known.entry(line).or_default() += 1;
    }
    let mut common = 0;
    for line in other {
        if let Some(left) = known.get_mut(line).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    // Less than a third of the longer page is no likeness: heads and feet are the same everywhere.
    let longer = u32::try_from(one.len().max(other.len())).unwrap_or(u32::MAX);
    if common * 3 >= longer { common } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::PagePlace::{Both, Extra, Missing};
    use super::*;

    #[test]
    fn pages_that_say_the_same_are_the_same_page() {
        let page = |own: &'static str| vec!["头", own, "末行", "再一行"];
        let issued = [page("一"), page("二"), page("三"), page("四")];
        let check = |found: &[Vec<&str>], places: &[PagePlace]| assert_eq!(paired(&issued, found), places);
        let [one, two, three, four] = issued.clone();
        check(&issued, &[Both(0, 0), Both(1, 1), Both(2, 2), Both(3, 3)]);
        let without = [one.clone(), three.clone(), four.clone()];
        check(&without, &[Both(0, 0), Missing(1), Both(2, 1), Both(3, 2)]);
        let more = [one.clone(), two.clone(), page("新"), three.clone(), four.clone()];
        check(&more, &[Both(0, 0), Both(1, 1), Extra(2), Both(2, 3), Both(3, 4)]);
        // One that was changed is paired by its place, beside one that was taken out by what it says.
        let changed = [one.clone(), page("改"), three.clone(), four.clone()];
        check(&changed, &[Both(0, 0), Both(1, 1), Both(2, 2), Both(3, 3)]);
        let foreign = vec!["甲", "乙", "丙", "丁"];
        let long = |own: &'static str| vec!["头", own, "甲一", "甲二", own];
        let issued = [one.clone(), foreign, long("二"), four.clone()];
        let found = [one, vec!["头", "改", "甲一", "甲二", "二"], four];
        assert_eq!(paired(&issued, &found), [Both(0, 0), Missing(1), Both(2, 1), Both(3, 2)]);
        assert_eq!(paired(&[], &[]), []);
    }
}
