//! Known sentences, and random plans against an oracle that counts one by one.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::indicator::Bound;

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn target(bound: Bound) -> Target {
    Target { bound, origin: Origin::Written, place: None, ordinal: None, unit_missing: false }
}

/// 10, 2-5; a blank is no promise.
fn read(text: &str) -> Option<Target> {
    match text.split_once('-') {
        _ if text.is_empty() => None,
        Some((least, most)) => Some(target(Bound::Between(amount(least), amount(most)))),
        None => Some(target(Bound::Exactly(amount(text)))),
    }
}

fn indicator(kind: IndicatorKind, unit: &str, annual: &str, quarters: [&str; 4]) -> Indicator {
    Indicator {
        task: 5,
        name: "演出".into(),
        unit: unit.into(),
        kind,
        annual: read(annual),
        quarters: quarters.map(read),
    }
}

fn reading<'a>(indicator: &'a Indicator, reported: [&str; 4], due: usize) -> Reading<'a> {
    Reading {
        indicator,
        reported: reported.map(|text| text.parse().ok()),
        taken_as_kept: [false; 4],
        taken_as_half: [false; 4],
        counted: [true; 4],
        due: [0, 1, 2, 3].map(|at| at < due),
    }
}

fn check(indicator: &Indicator, reported: [&str; 4], due: usize, words: &str) {
    let measured = measure(&reading(indicator, reported, due), &Rules::default()).unwrap();
    assert_eq!(measured.words, words);
}

#[test]
fn sentences() {
    use IndicatorKind::{Level, Ordinal, Population, RangeSum, Sum};
    let sum = indicator(Sum, "场", "", ["10", "10", "12", "8"]);
    check(&sum, ["10", "14", "", ""], 3, "演出24场\u{FF0C}累计60%\u{FF0C}应达80%\u{FF0C}差20个百分点→较慢");
    check(&sum, ["10", "", "", ""], 1, "演出10场\u{FF0C}累计25%\u{FF0C}应达25%→按序时");
    check(&sum, ["12", "", "", ""], 1, "演出12场\u{FF0C}累计30%\u{FF0C}应达25%\u{FF0C}超5个百分点→按序时");
    check(&sum, ["", "", "", ""], 3, "演出0场\u{FF0C}累计0%\u{FF0C}应达80%\u{FF0C}差80个百分点→滞后");
    // 35, 50, 70, 90 are one level, never 245.
    let level = indicator(Level, "%", "", ["35", "50", "70", "90"]);
    check(&level, ["35", "50", "60", ""], 3, "演出累计60%\u{FF0C}应达70%\u{FF0C}差10个百分点→较慢");
    check(&level, ["35", "", "", ""], 2, "演出累计35%\u{FF0C}应达50%\u{FF0C}差15个百分点→较慢");
    let length = indicator(Level, "公里", "15", ["", "4", "10", "15"]);
    check(
        &length,
        ["", "4", "7", ""],
        3,
        "演出7公里\u{FF0C}累计46.7%\u{FF0C}应达66.7%\u{FF0C}差20个百分点→较慢",
    );
    let batches = indicator(Ordinal, "批", "2", ["", "1", "", "1"]);
    check(&batches, ["", "", "", ""], 2, "演出0批\u{FF0C}累计0%\u{FF0C}应达50%\u{FF0C}差50个百分点→滞后");
    let range = indicator(RangeSum, "个", "", ["", "2-5", "", "2-5"]);
    check(
        &range,
        ["", "3", "", ""],
        2,
        "演出3个\u{FF0C}累计75%\u{FF0C}应达50%\u{FF08}2-5个\u{FF09}\u{FF0C}超25个百分点→按序时",
    );
    check(
        &range,
        ["", "6", "", "5"],
        4,
        "演出11个\u{FF0C}累计275%\u{FF0C}应达100%\u{FF08}4-10个\u{FF09}\u{FF0C}超出上限\u{FF0C}超175个百分点→按序时",
    );
    let population = indicator(Population, "件", "10", ["", "", "", ""]);
    assert_eq!(measure(&reading(&population, ["", "", "", ""], 4), &Rules::default()), None);
}

#[test]
fn what_does_not_count() {
    let sum = indicator(IndicatorKind::Sum, "场", "", ["10", "10", "10", "10"]);
    let rules = Rules::default();
    // Cancelled: neither promised nor in the year's whole.
    let cancelled = Reading { counted: [false, true, true, true], ..reading(&sum, ["", "10", "", ""], 2) };
    assert_eq!(
        measure(&cancelled, &rules).unwrap().words,
        "演出10场\u{FF0C}累计33.3%\u{FF0C}应达33.3%→按序时"
    );
    // Finished without a number.
    let kept = Reading { taken_as_kept: [true, false, false, false], ..reading(&sum, ["", "", "", ""], 1) };
    assert_eq!(
        measure(&kept, &rules).unwrap().words,
        "演出10场\u{FF0C}累计25%\u{FF0C}应达25%\u{FF08}有季度未报数\u{FF0C}按完成计\u{FF09}→按序时"
    );
    // Partly done without a number: half of what the quarter adds, and no number that nobody stated.
    let half = Reading { taken_as_half: [false, true, false, false], ..reading(&sum, ["10", "", "", ""], 2) };
    assert_eq!(
        measure(&half, &rules).unwrap().words,
        "演出累计37.5%\u{FF0C}应达50%\u{FF0C}差12.5个百分点\u{FF08}部分完成而未报数\u{FF0C}按一半计\u{FF09}→较慢"
    );
    let level = indicator(IndicatorKind::Level, "%", "", ["20", "50", "", ""]);
    let half =
        Reading { taken_as_half: [false, true, false, false], ..reading(&level, ["20", "", "", ""], 2) };
    assert_eq!(measure(&half, &rules).unwrap().reached.in_words(), "35%");
    // A number that was stated goes before.
    let stated =
        Reading { taken_as_half: [true, false, false, false], ..reading(&sum, ["4", "", "", ""], 1) };
    assert_eq!(measure(&stated, &rules).unwrap().reached.in_words(), "10%");
    // Offered and taken over by nobody.
    let mut suggested = sum.clone();
    suggested.quarters.iter_mut().flatten().for_each(|target| target.origin = Origin::Suggested);
    assert_eq!(measure(&reading(&suggested, ["10", "", "", ""], 1), &rules), None);
}

#[test]
fn thresholds_and_words_are_the_offices() {
    let sum = indicator(IndicatorKind::Sum, "场", "", ["10", "10", "10", "10"]);
    for (on_track, slow, reported, word) in [
        (0, 0, "10", "绿灯"),
        (0, 0, "9.9999", "红灯"),
        (25, 25, "9", "绿灯"),
        (24, 25, "9", "黄灯"),
        (24, 24, "9", "红灯"),
    ] {
        let rules = Rules {
            thresholds: Thresholds { on_track, slow },
            ..Rules::of(crate::light::Preset::GreenYellowRed)
        };
        let measured = measure(&reading(&sum, [reported, "", "", ""], 1), &rules).unwrap();
        assert_eq!(rules.word(measured.light), word, "{on_track} {slow} {reported}");
    }
}

/// A small generator: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Counts pieces one by one, and compares by multiplying out; whole numbers of at most 40 a quarter.
fn oracle(reading: &Reading<'_>, thresholds: Thresholds) -> Option<(u64, u64, Light)> {
    let whole_number = |amount: Amount| u64::try_from(amount.ten_thousandths() / 10_000).unwrap();
    let promised: Vec<Option<u64>> = reading
        .indicator
        .quarters
        .iter()
        .map(|one| one.as_ref().map(|one| whole_number(one.bound.least())))
        .collect();
    let (mut year, mut until_now, mut got) = (0, 0, 0);
    for at in 0..4 {
        if let Some(promised) = promised[at] {
            for _ in 0..promised {
                year += 1;
                until_now += u64::from(reading.due[at]);
            }
        }
        if let Some(reported) = reading.reported[at] {
            (0..whole_number(reported)).for_each(|_| got += 1);
        }
    }
    if reading.indicator.kind == IndicatorKind::Level {
        year = promised.iter().flatten().copied().max().unwrap_or(0);
        until_now = (0..4).rev().find_map(|at| promised[at].filter(|_| reading.due[at])).unwrap_or(0);
        got = (0..4).rev().find_map(|at| reading.reported[at].map(whole_number)).unwrap_or(0);
    }
    if year == 0 {
        return None;
    }
    let behind = until_now.saturating_sub(got) * 1_000;
    let light = if behind <= u64::from(thresholds.on_track) * year {
        Light::OnTrack
    } else if behind <= u64::from(thresholds.slow) * year {
        Light::Slow
    } else {
        Light::Behind
    };
    Some((got, until_now, light))
}

#[test]
fn every_kind_against_the_oracle() {
    let mut dice = Dice(2013);
    let kinds = [IndicatorKind::Sum, IndicatorKind::Level, IndicatorKind::Ordinal, IndicatorKind::RangeSum];
    let mut lights = [0_u32; 4];
    for round in 0..4_000 {
        let kind = kinds[round % 4];
        let quarters = [(); 4].map(|()| {
            let least = dice.roll(40);
            match dice.roll(5) {
                0 => None,
                _ if kind == IndicatorKind::RangeSum => read(&format!("{least}-{}", least + dice.roll(9))),
                _ => read(&least.to_string()),
            }
        });
        let indicator = Indicator { quarters, ..indicator(kind, "场", "", [""; 4]) };
        let reported = [(); 4].map(|()| match dice.roll(3) {
            0 => None,
            _ => dice.roll(45).to_string().parse().ok(),
        });
        let due = usize::try_from(dice.roll(5)).unwrap();
        let reading = Reading { reported, ..reading(&indicator, [""; 4], due) };
        let thresholds = Thresholds { on_track: 50, slow: 50 + u16::try_from(dice.roll(300)).unwrap() };
        let rules = Rules { thresholds, ..Rules::default() };
        let measured = measure(&reading, &rules);
        let found = measured.as_ref().map(|found| {
            let whole = |part: i128| u64::try_from(part / 10_000).unwrap();
            lights[found.light as usize] += 1;
            (whole(found.reached.part), whole(found.planned.part), found.light)
        });
        assert_eq!(found, oracle(&reading, thresholds), "round {round}: {reading:?}");
    }
    assert!(lights[1..].iter().all(|count| *count > 100), "each light came up: {lights:?}");
}
