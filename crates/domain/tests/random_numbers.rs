//! Random tasks whose numbers are known before they are written down: what is read from the text, and what the arithmetic
//! says of it, against an oracle that adds, compares and counts plain integers.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::amount::Amount;
use domain::arithmetic::{Circumstances, Remark, RemarkKind, remarks};
use domain::indicator::{self, Bound, Indicator, IndicatorKind, Origin};
use domain::numeral::to_chinese;
use domain::plan::{Goal, Plan, Task};

/// A small generator: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % sides).unwrap()
    }
}

fn plan(objective: String, milestones: [Option<String>; 4]) -> Plan {
    let task = Task { number: 1, objective: Some(objective), milestones, ..Task::default() };
    Plan { year: 2025, goals: vec![Goal { name: "民生".to_owned(), tasks: vec![task] }], ..Plan::default() }
}

fn only(plan: &Plan) -> Indicator {
    let found = indicator::read(plan);
    assert_eq!(found.len(), 1, "{plan:?}: {found:?}");
    found.into_iter().next().unwrap()
}

fn said(plan: &Plan, kind: RemarkKind) -> Option<Remark> {
    remarks(plan, &indicator::read(plan), &Circumstances::default())
        .into_iter()
        .find(|remark| remark.kind == kind)
}

fn exactly(number: u32) -> Bound {
    Bound::Exactly(Amount::whole(number))
}

/// A number as some papers write it.
fn written(dice: &mut Dice, number: u32) -> String {
    match dice.roll(4) {
        0 => to_chinese(number).replace('二', if number == 2 { "两" } else { "二" }),
        1 => number
            .to_string()
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) - u32::from('0') + 0xFF10).unwrap())
            .collect(),
        2 if (1000..10_000).contains(&number) => format!("{},{:03}", number / 1000, number % 1000),
        _ => number.to_string(),
    }
}

#[test]
fn sums() {
    let mut dice = Dice(1);
    for _ in 0..400 {
        let values: [u32; 4] = std::array::from_fn(|_| 2 + dice.roll(3000));
        let sum: u32 = values.iter().sum();
        let annual = match dice.roll(3) {
            0 => sum + 1 + dice.roll(500),
            1 => sum - (1 + dice.roll(u64::from(sum) - 1)),
            _ => sum,
        };
        // Rising numbers that end at the year's number are a level, which is told elsewhere.
        if values[3] == annual || values.windows(2).all(|pair| pair[0] <= pair[1]) {
            continue;
        }
        let milestones =
            values.map(|value| Some(format!("培训居民{}人次\u{3002}", written(&mut dice, value))));
        let plan = plan(format!("全年培训居民{annual}人次\u{3002}"), milestones);
        let found = only(&plan);
        assert_eq!(found.kind, IndicatorKind::Sum, "{plan:?}");
        for (target, value) in found.quarters.iter().zip(values) {
            assert_eq!(target.as_ref().map(|target| target.bound), Some(exactly(value)), "{plan:?}");
        }
        let fits = said(&plan, RemarkKind::SumFits);
        let differs = said(&plan, RemarkKind::SumDiffers);
        assert_eq!((fits.is_some(), differs.is_some()), (sum == annual, sum != annual), "{plan:?}");
        let words = fits.or(differs).unwrap().sentence;
        let tail = match sum.cmp(&annual) {
            std::cmp::Ordering::Equal => format!("四季合计{sum}=年度{annual} ✓"),
            std::cmp::Ordering::Less => format!("四季合计{sum}\u{FF0C}比年度{annual}少{}人次", annual - sum),
            std::cmp::Ordering::Greater => {
                format!("四季合计{sum}\u{FF0C}比年度{annual}多{}人次", sum - annual)
            }
        };
        assert!(words.ends_with(&tail), "{words}: {tail}");
    }
}

#[test]
fn levels() {
    let mut dice = Dice(2);
    for _ in 0..400 {
        let values: [u32; 4] = std::array::from_fn(|_| 1 + dice.roll(100));
        let annual = if dice.roll(2) == 0 { values[3] } else { 1 + dice.roll(100) };
        if values.iter().sum::<u32>() == annual {
            continue;
        }
        let milestones = values.map(|value| Some(format!("签约率达到{value}%\u{3002}")));
        let plan = plan(format!("签约率达到{annual}%\u{3002}"), milestones);
        assert_eq!(only(&plan).kind, IndicatorKind::Level);
        let falls = values.windows(2).any(|pair| pair[1] < pair[0]);
        assert_eq!(said(&plan, RemarkKind::LevelFalls).is_some(), falls, "{values:?}");
        let fits = said(&plan, RemarkKind::LevelFits).is_some();
        assert_eq!(fits, values[3] == annual, "{values:?} {annual}");
        if let Some(differs) = said(&plan, RemarkKind::LevelDiffers) {
            let gap = format!("{}个百分点", values[3].abs_diff(annual));
            assert!(differs.sentence.ends_with(&gap), "{} {gap}", differs.sentence);
        }
    }
}

/// Written without 累计 or %: 4, 10, 15公里 of 15.
#[test]
fn levels_told_by_their_arithmetic() {
    let mut dice = Dice(3);
    for _ in 0..200 {
        let mut values: Vec<u32> = (0..4).map(|_| 1 + dice.roll(500)).collect();
        values.sort_unstable();
        values.dedup();
        if values.len() < 4 {
            continue;
        }
        let annual = values[3];
        let milestones = std::array::from_fn(|at| Some(format!("建成绿道{}公里\u{3002}", values[at])));
        let plan = plan(format!("建成绿道{annual}公里\u{3002}"), milestones);
        assert_eq!(only(&plan).kind, IndicatorKind::Level, "{values:?}");
        assert!(said(&plan, RemarkKind::LevelFits).is_some(), "{values:?}");
    }
}

#[test]
fn rows() {
    let mut dice = Dice(4);
    for _ in 0..200 {
        let mut ordinals = [None; 4];
        let mut next = 1;
        for ordinal in &mut ordinals {
            if dice.roll(3) > 0 {
                next += if dice.roll(5) == 0 { 1 } else { 0 };
                *ordinal = Some(next);
                next += 1;
            }
        }
        let count = u32::try_from(ordinals.iter().flatten().count()).unwrap();
        let annual = 2 + dice.roll(4);
        if count < 2 {
            continue;
        }
        let milestones = ordinals
            .map(|ordinal| ordinal.map(|ordinal| format!("召开第{}次议事会\u{3002}", to_chinese(ordinal))));
        let plan = plan(format!("全年召开议事会{annual}次\u{3002}"), milestones);
        let found = only(&plan);
        assert_eq!(found.kind, IndicatorKind::Ordinal);
        for (target, ordinal) in found.quarters.iter().zip(ordinals) {
            assert_eq!(target.as_ref().and_then(|target| target.ordinal), ordinal);
            assert_eq!(target.as_ref().map(|target| target.bound), ordinal.map(|_| exactly(1)));
        }
        assert_eq!(said(&plan, RemarkKind::OrdinalsFit).is_some(), count == annual, "{ordinals:?} {annual}");
        let mut last = 0;
        let skips =
            ordinals.iter().flatten().any(|ordinal| std::mem::replace(&mut last, *ordinal) + 1 != *ordinal);
        assert_eq!(said(&plan, RemarkKind::OrdinalsSkip).is_some(), skips, "{ordinals:?}");
    }
}

#[test]
fn ranges() {
    const DASHES: [&str; 4] = ["-", "至", "\u{FF5E}", "~"];
    let mut dice = Dice(5);
    for _ in 0..200 {
        let values: [(u32, u32); 4] = std::array::from_fn(|_| {
            let least = 1 + dice.roll(50);
            (least, least + 1 + dice.roll(50))
        });
        let milestones = values.map(|(least, most)| {
            let dash = DASHES[dice.roll(4) as usize];
            Some(format!("资助企业{least}{dash}{most}家\u{3002}"))
        });
        let plan = plan("扶持企业发展\u{3002}".to_owned(), milestones);
        let found = only(&plan);
        assert_eq!(found.kind, IndicatorKind::RangeSum, "{plan:?}");
        let annual = found.annual.unwrap();
        let least = values.iter().map(|(least, _)| least).sum();
        let most = values.iter().map(|(_, most)| most).sum();
        assert_eq!(annual.origin, Origin::Derived);
        assert_eq!(annual.bound, Bound::Between(Amount::whole(least), Amount::whole(most)), "{plan:?}");
    }
}

/// Whatever stands in a text, reading it neither fails nor names a place outside it.
#[test]
fn any_text() {
    const PIECES: [&str; 40] = [
        "第",
        "一",
        "二",
        "十",
        "百",
        "万",
        "3",
        "\u{FF15}",
        "1,200",
        "2.5",
        "个",
        "次",
        "批",
        "期",
        "%",
        "人次",
        "公里",
        "以上",
        "约",
        "不少于",
        "-",
        "至",
        "、",
        "\u{FF0C}",
        "\u{3002}",
        ";",
        "(",
        ")",
        "“",
        "”",
        "《",
        "》",
        "首",
        "各",
        "每",
        "分别",
        "完成",
        "培训",
        "号路",
        "百分之",
    ];
    let mut dice = Dice(6);
    for _ in 0..800 {
        let mut text = || {
            let length = dice.roll(14);
            (0..length).map(|_| PIECES[dice.roll(40) as usize]).collect::<String>()
        };
        let objective = text();
        let milestones = std::array::from_fn(|_| Some(text()));
        let plan = plan(objective, milestones);
        let task = plan.task(1).unwrap();
        for found in indicator::read(&plan) {
            for place in found
                .quarters
                .iter()
                .flatten()
                .chain(&found.annual)
                .filter_map(|target| target.place.as_ref())
            {
                let text = match place.part {
                    indicator::Part::Title => Some(task.title.as_str()),
                    indicator::Part::Objective => task.objective.as_deref(),
                    indicator::Part::Milestone(quarter) => task.milestone(quarter),
                };
                assert!(text.unwrap().get(place.span.clone()).is_some(), "{plan:?}");
            }
        }
        let _ = remarks(&plan, &indicator::read(&plan), &Circumstances::default());
    }
}
