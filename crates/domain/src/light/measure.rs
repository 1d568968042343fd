//! One indicator's arithmetic: what was reached against what was promised until then, in shares of the year.
//!
//! By kind: what happens in each quarter is added up (sum, ordinal, once; a range by each of its bounds); a level is never
//! added up, the newest holds. Whole numbers throughout: an amount is ten-thousandths, a share is a fraction.

use super::{Light, Rules, Thresholds};
use crate::amount::Amount;
use crate::indicator::{Indicator, IndicatorKind, Origin, Target};
use crate::period::Quarter;

/// One indicator with what was reported of it.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// What is promised.
    pub indicator: &'a Indicator,
    /// What was reported for each quarter's milestone; `None`: no number.
    pub reported: [Option<Amount>; 4],
    /// Which quarters are finished without a number: their promise is taken as kept.
    pub taken_as_kept: [bool; 4],
    /// Which quarters are partly done without a number: half of what they add is taken as reached, as the linear rule does.
    pub taken_as_half: [bool; 4],
    /// Which quarters count: not cancelled, not deferred into another year, not 不计.
    pub counted: [bool; 4],
    /// Which quarters are due.
    pub due: [bool; 4],
}

/// A part of a whole, exact: never more than the two numbers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part, in ten-thousandths of the unit.
    pub part: i128,
    /// The whole, likewise; more than 0.
    pub whole: i128,
}

impl Share {
    /// In tenths of a percentage point, rounded half away from zero.
    #[must_use]
    pub fn tenths(self) -> i128 {
        let (twice, whole) = (self.part * 2_000, self.whole * 2);
        let half = if twice < 0 { -self.whole } else { self.whole };
        (twice + half) / whole
    }

    /// 60%, 12.5%.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{}%", points(self.tenths()))
    }
}

/// Tenths of a point as people write them: 20, 12.5.
pub(super) fn points(tenths: i128) -> String {
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// How far behind what was promised until then, as a light.
pub(super) fn light_of(behind: Share, thresholds: Thresholds) -> Light {
    // part / whole ≤ tenths / 1000, without rounding.
    let within = |tenths: u16| behind.part * 1_000 <= i128::from(tenths) * behind.whole;
    if within(thresholds.on_track) {
        Light::OnTrack
    } else if within(thresholds.slow) {
        Light::Slow
    } else {
        Light::Behind
    }
}

/// What the arithmetic of one indicator comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What was reached of the year's promise.
    pub reached: Share,
    /// What should have been reached until then.
    pub planned: Share,
    /// 按序时, 较慢 or 滞后.
    pub light: Light,
    /// Whether the year's promise is kept.
    pub complete: bool,
    /// 文艺演出24场，累计60%，应达80%，差20个百分点→较慢.
    pub words: String,
}

/// Measures; `None` where nothing is promised that can be measured.
#[must_use]
pub fn measure(reading: &Reading<'_>, rules: &Rules) -> Option<Measured> {
    let parts = match reading.indicator.kind {
        IndicatorKind::Population => return None,
        IndicatorKind::Level => level(reading),
        IndicatorKind::Sum | IndicatorKind::Ordinal | IndicatorKind::RangeSum | IndicatorKind::Once => {
            added_up(reading)
        }
    }?;
    let Parts { reached, planned, planned_most, whole } = parts;
    let share = |part: i128| Share { part, whole };
    let behind = share(planned - reached);
    let light = light_of(behind, rules.thresholds);
    let words = words(reading, &parts, behind, rules.word(light));
    debug_assert!(planned <= planned_most, "a range's lower bound comes first");
    Some(Measured {
        reached: share(reached),
        planned: share(planned),
        light,
        complete: reached >= whole && behind.part <= 0,
        words,
    })
}

/// All in ten-thousandths of the unit.
struct Parts {
    reached: i128,
    planned: i128,
    /// The upper bounds of ranges.
    planned_most: i128,
    /// The year's promise; more than 0.
    whole: i128,
}

fn target<'a>(reading: &Reading<'a>, quarter: Quarter) -> Option<&'a Target> {
    let target = reading.indicator.target(quarter)?;
    (target.origin != Origin::Suggested && reading.counted[quarter.index()]).then_some(target)
}

fn least(target: &Target) -> i128 {
    i128::from(target.bound.least().ten_thousandths())
}

fn most(target: &Target) -> i128 {
    i128::from(target.bound.most().ten_thousandths())
}

/// The year's promise where the paper or a person states it; what is derived is derived here from what counts.
fn annual(reading: &Reading<'_>) -> Option<i128> {
    let stated = reading.indicator.annual.as_ref()?;
    matches!(stated.origin, Origin::Written | Origin::Entered).then(|| least(stated))
}

/// What a quarter's milestone is reported to have brought.
fn reported(reading: &Reading<'_>, quarter: Quarter) -> Option<i128> {
    let at = quarter.index();
    let number = reading.reported[at].map(|amount| i128::from(amount.ten_thousandths()));
    let kept = || reading.taken_as_kept[at].then(|| target(reading, quarter).map(least)).flatten();
    let half = || reading.taken_as_half[at].then(|| halfway(reading, quarter)).flatten();
    number.or_else(kept).or_else(half)
}

/// Half of what a quarter adds: of a level, midway from the level promised before.
fn halfway(reading: &Reading<'_>, quarter: Quarter) -> Option<i128> {
    let to = target(reading, quarter).map(least)?;
    let before = Quarter::ALL.into_iter().filter(|earlier| *earlier < quarter);
    let from = match reading.indicator.kind {
        IndicatorKind::Level => before.filter_map(|earlier| target(reading, earlier)).map(least).next_back(),
        _ => None,
    };
    let from = from.unwrap_or(0).min(to);
    Some(from + (to - from) / 2)
}

/// Whether something was taken for a number that nobody reported.
fn without_number(reading: &Reading<'_>, taken: [bool; 4]) -> bool {
    Quarter::ALL.into_iter().any(|quarter| {
        let at = quarter.index();
        taken[at] && reading.reported[at].is_none() && target(reading, quarter).is_some()
    })
}

fn added_up(reading: &Reading<'_>) -> Option<Parts> {
    let targets =
        || Quarter::ALL.into_iter().filter_map(|quarter| Some((quarter, target(reading, quarter)?)));
    let due = || targets().filter(|(quarter, _)| reading.due[quarter.index()]);
    let whole = annual(reading).unwrap_or_else(|| targets().map(|(_, target)| least(target)).sum());
    (whole > 0).then(|| Parts {
        reached: Quarter::ALL.into_iter().filter_map(|quarter| reported(reading, quarter)).sum(),
        planned: due().map(|(_, target)| least(target)).sum(),
        planned_most: due().map(|(_, target)| most(target)).sum(),
        whole,
    })
}

fn level(reading: &Reading<'_>) -> Option<Parts> {
    let targets =
        || Quarter::ALL.into_iter().filter_map(|quarter| Some((quarter, target(reading, quarter)?)));
    let due = targets().rfind(|(quarter, _)| reading.due[quarter.index()]);
    let whole = if reading.indicator.unit == "%" {
        // A percentage is a share already.
        Some(1_000_000)
    } else {
        annual(reading).or_else(|| targets().map(|(_, target)| least(target)).max())
    };
    let promised = annual(reading).is_some() || targets().next().is_some();
    let whole = whole.filter(|whole| *whole > 0 && promised)?;
    Some(Parts {
        reached: Quarter::ALL
            .into_iter()
            .filter_map(|quarter| reported(reading, quarter))
            .next_back()
            .unwrap_or(0),
        planned: due.map_or(0, |(_, target)| least(target)),
        planned_most: due.map_or(0, |(_, target)| most(target)),
        whole,
    })
}

fn words(reading: &Reading<'_>, parts: &Parts, behind: Share, light: &str) -> String {
    let Parts { reached, planned, planned_most, whole } = *parts;
    let indicator = reading.indicator;
    let share = |part: i128| Share { part, whole }.in_words();
    let amount =
        |part: i128| Amount::from_ten_thousandths(i64::try_from(part).unwrap_or(i64::MAX)).to_string();
    let mut words = indicator.name.clone();
    // Half a number is nobody's statement: the share is told, the number is not.
    let halved = without_number(reading, reading.taken_as_half);
    if !halved && (indicator.unit != "%" || whole != 1_000_000) {
        words.push_str(&format!("{}{}，", amount(reached), indicator.unit));
    }
    words.push_str(&format!("累计{}，应达{}", share(reached), share(planned)));
    if planned < planned_most {
        words.push_str(&format!("（{}-{}{}）", amount(planned), amount(planned_most), indicator.unit));
        if reached > planned_most {
            words.push_str("，超出上限");
        }
    }
    match behind.tenths() {
        tenths if tenths > 0 => words.push_str(&format!("，差{}个百分点", points(tenths))),
        tenths if tenths < 0 => words.push_str(&format!("，超{}个百分点", points(-tenths))),
        _ => {}
    }
    if without_number(reading, reading.taken_as_kept) {
        words.push_str("（有季度未报数，按完成计）");
    }
    if halved {
        words.push_str("（部分完成而未报数，按一半计）");
    }
    words.push('→');
    words.push_str(light);
    words
}

#[cfg(test)]
mod tests;
