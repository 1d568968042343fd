//! The kind of a group of values, told from the words around them and from their own arithmetic.

use super::bind::Group;
use super::mention::Mention;
use super::{Bound, IndicatorKind, Part};
use crate::amount::Amount;

/// Tells how the values of a group belong together.
pub(super) fn tell(group: &Group, annual: Option<Bound>, quarters: &[Option<Bound>; 4]) -> IndicatorKind {
    let in_quarters: Vec<&Mention> =
        group.iter().filter(|mention| matches!(mention.part, Part::Milestone(_))).collect();
    let values: Vec<Bound> = quarters.iter().flatten().copied().collect();
    if group.iter().any(|mention| matches!(mention.unit.as_str(), "%" | "\u{2030}" | "个百分点")) {
        // 压减20%, quarter by quarter 5%: shares of one whole.
        return match annual {
            Some(annual) if values.len() > 1 && adds_up(&values, annual) && !ends_at(&values, annual) => {
                IndicatorKind::Sum
            }
            _ => IndicatorKind::Level,
        };
    }
    if !in_quarters.is_empty() && in_quarters.iter().all(|mention| mention.ordinal.is_some()) {
        let is_alone = in_quarters.len() == 1
            && in_quarters[0].ordinal == Some(1)
            && annual.is_none_or(|annual| annual.most() <= Amount::whole(1));
        return if is_alone { IndicatorKind::Once } else { IndicatorKind::Ordinal };
    }
    if values.iter().any(|bound| matches!(bound, Bound::Between(..))) {
        return IndicatorKind::RangeSum;
    }
    let handled = in_quarters.iter().filter(|mention| mention.is_handled).count();
    let are_equal = values.windows(2).all(|pair| pair[0].least() == pair[1].least());
    if handled > 0 && (handled == in_quarters.len() || are_equal) {
        return IndicatorKind::Population;
    }
    by_arithmetic(group, &values, annual)
}

fn by_arithmetic(group: &Group, values: &[Bound], annual: Option<Bound>) -> IndicatorKind {
    let is_average = |mention: &Mention| {
        ["人均", "户均", "平均", "每千", "每万", "每百", "每十万"]
            .iter()
            .any(|word| mention.name.contains(word))
    };
    let is_ratio = |mention: &Mention| mention.unit.contains('/');
    if group.iter().any(|mention| mention.is_stock || is_average(mention) || is_ratio(mention)) {
        return IndicatorKind::Level;
    }
    let says_level = group.iter().filter(|mention| mention.says_level).count();
    let rises = values.windows(2).all(|pair| pair[0].least() <= pair[1].least())
        && values.first().map(|bound| bound.least()) != values.last().map(|bound| bound.least());
    match (values, annual) {
        ([], Some(annual)) if annual.most() <= Amount::whole(1) => IndicatorKind::Once,
        ([], _) if says_level > 0 => IndicatorKind::Level,
        ([], _) => IndicatorKind::Sum,
        ([only], annual) => match annual {
            _ if group.iter().any(|mention| mention.context.contains("累计")) => IndicatorKind::Level,
            Some(annual) if only.least() != annual.least() => IndicatorKind::Sum,
            // 总量突破10万户, in the year as in its last quarter.
            Some(_) if says_level == group.len() => IndicatorKind::Level,
            _ => IndicatorKind::Once,
        },
        (values, Some(annual)) if adds_up(values, annual) => IndicatorKind::Sum,
        (values, Some(annual)) if rises && (ends_at(values, annual) || says_level > 1) => {
            IndicatorKind::Level
        }
        (values, Some(annual)) if rises && sum(values) > annual.most() && last(values) <= annual.most() => {
            IndicatorKind::Level
        }
        (values, None) if rises && says_level * 2 > values.len() => IndicatorKind::Level,
        _ => IndicatorKind::Sum,
    }
}

fn sum(values: &[Bound]) -> Amount {
    values.iter().fold(Amount::ZERO, |sum, bound| sum.plus(bound.least()))
}

fn last(values: &[Bound]) -> Amount {
    values.last().map_or(Amount::ZERO, |bound| bound.least())
}

fn adds_up(values: &[Bound], annual: Bound) -> bool {
    sum(values) == annual.least()
}

fn ends_at(values: &[Bound], annual: Bound) -> bool {
    last(values) == annual.least()
}

/// What the quarters' values come to by the kind's arithmetic; `None` where they come to nothing (一次性, 对象总数, and
/// a single value, which stands for itself).
#[must_use]
pub fn derived(kind: IndicatorKind, quarters: &[Option<Bound>; 4]) -> Option<Bound> {
    let values: Vec<Bound> = quarters.iter().flatten().copied().collect();
    let (first, rest) = values.split_first()?;
    match kind {
        IndicatorKind::Sum | IndicatorKind::Ordinal | IndicatorKind::RangeSum => {
            Some(rest.iter().fold(*first, |sum, bound| added(sum, *bound)))
        }
        IndicatorKind::Level => values.last().copied(),
        IndicatorKind::Once | IndicatorKind::Population => None,
    }
}

/// Two promises together: the least of both is promised for certain, the most of both at the most.
fn added(one: Bound, other: Bound) -> Bound {
    let (least, most) = (one.least().plus(other.least()), one.most().plus(other.most()));
    match (one, other) {
        _ if least != most => Bound::Between(least, most),
        (Bound::AtLeast(_), _) | (_, Bound::AtLeast(_)) => Bound::AtLeast(least),
        (Bound::About(_), _) | (_, Bound::About(_)) => Bound::About(least),
        _ => Bound::Exactly(least),
    }
}
