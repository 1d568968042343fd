//! The column presets of the landscape table: what each selects, and how wide its columns are.

#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::change::{ChangeKind, PlanChange};
use domain::claim::Claim;
use domain::id::ObjectId;
use domain::leader::TaskLeader;
use domain::period::Quarter;
use domain::register::{Register, RegisterParts};
use jiff::civil::date;
use layout::block::Block;
use layout::table::Table;
use report::{ColumnPreset, Grouping, Report, Shown, Style};
use scene::*;
use std::collections::BTreeMap;

/// The table of a report.
fn table(report: &Report) -> &Table {
    let blocks = report.manuscript.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Closed { table, .. } => Some(table),
        _ => None,
    });
    tables.into_iter().next().unwrap()
}

/// The lines of the table under their heads.
fn lines(report: &Report) -> Vec<BTreeMap<String, String>> {
    let shown = report.content().into_iter().find_map(|shown| match shown {
        Shown::Table { columns, lines } => Some((columns, lines)),
        Shown::Text(_) => None,
    });
    let (columns, lines) = shown.unwrap();
    lines.into_iter().map(|line| columns.iter().cloned().zip(line).collect()).collect()
}

fn parts(stated: Vec<Stated<'_>>) -> RegisterParts {
    let tasks = (1..=4).map(|number| task(number, &["教育局"])).collect();
    parts_with(plan(vec![goal("民生", tasks)]), stated, Vec::new(), BTreeMap::new())
}

fn printed(parts: RegisterParts, in_round: &str, preset: ColumnPreset) -> Report {
    report_of(&Register::new(parts), in_round, Style::Wide(preset))
}

/// The cell of that head on the first line that promises for a quarter.
fn cell<'a>(lines: &'a [BTreeMap<String, String>], promise: &str, head: &str) -> &'a str {
    let line = lines.iter().find(|line| line["目标及进度"].starts_with(promise));
    &line.unwrap_or_else(|| panic!("{promise} in {lines:?}"))[head]
}

#[test]
fn the_shipped_presets_fill_the_type_area() {
    for preset in ColumnPreset::shipped().unwrap() {
        let report = printed(parts(Vec::new()), "2013Q1", preset.clone());
        let width: i32 = table(&report).columns.iter().map(|column| column.width.0).sum();
        let left = layout::Length::mm(257.0).0 - width;
        assert!((0..5_250).contains(&left), "{}: {left}", preset.name);
    }
    let keys = ColumnPreset::shipped().unwrap().into_iter().map(|preset| preset.key);
    assert_eq!(keys.collect::<Vec<_>>(), ["compare", "rounds", "leaders", "months"]);
}

#[test]
fn long_deeds_are_given_room_and_ordinary_tables_keep_their_look() {
    for preset in ColumnPreset::shipped().unwrap() {
        let widths = |characters: usize| {
            let said = |number| {
                let text = "已按计划推进各项工作".repeat(characters / 10);
                (number, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, &text))
            };
            let report = printed(parts((1..=4).map(said).collect()), "2013Q1", preset.clone());
            let widths = table(&report).columns.iter().map(|column| column.width.0);
            preset.columns.iter().map(|column| column.head.clone()).zip(widths).collect::<BTreeMap<_, _>>()
        };
        let (ordinary, long) = (widths(20), widths(500));
        let deed = if ordinary.contains_key("完成情况") { "完成情况" } else { "本期完成情况" };
        assert!(long[deed] > ordinary[deed], "{}", preset.name);
        assert_eq!(long.values().sum::<i32>(), ordinary.values().sum::<i32>(), "{}", preset.name);
        let set = preset.columns.iter().map(|column| column.half_characters as i32 * 5_250 + 7_200);
        assert_eq!(ordinary.values().sum::<i32>(), set.sum::<i32>());
        let promise = preset.columns.iter().find(|column| column.head == "目标及进度").unwrap();
        assert_eq!(ordinary["目标及进度"], promise.half_characters as i32 * 5_250 + 7_200);
        let least = promise.least.unwrap() as i32 * 5_250 + 7_200;
        assert!((least..ordinary["目标及进度"]).contains(&long["目标及进度"]), "{}", preset.name);
    }
}

#[test]
fn the_last_round_stands_beside_this_one() {
    let said = vec![
        (1, Quarter::First, "2013Q1", "教育局", not_done("等批复", date(2013, 5, 31))),
        (2, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, "会议已开。")),
        (3, Quarter::First, "2013Q1", "教育局", not_done("缺人手", date(2013, 5, 31))),
        (3, Quarter::First, "2013Q2", "教育局", stated(Claim::Done, "人手已到位。")),
    ];
    let report = printed(parts(said.clone()), "2013Q2", preset("rounds"));
    let lines_of = |number: &str, report: &Report| {
        let of = |line: &BTreeMap<String, String>| line["序号"].contains(number);
        lines(report).into_iter().filter(of).collect::<Vec<_>>()
    };
    let (last, now) = ("上期完成情况", "本期完成情况");
    let one = lines_of("一", &report);
    assert_eq!(cell(&one, "第二季度", last), "上期未到期。");
    assert!(cell(&one, "一季度遗留", last).starts_with("×【自报未完成】"), "{one:?}");
    assert!(cell(&one, "一季度遗留", last).contains("原因\u{FF1A}等批复。"));
    // Not said again this round: the text stands once, in its own column.
    assert_eq!(cell(&one, "一季度遗留", now), "\u{FF08}见上期完成情况\u{FF0C}本期未再报\u{FF09}");
    let two = lines_of("二", &report);
    assert!(cell(&two, "第一季度", last).contains("会议已开。"), "settled, and yet beside: {two:?}");
    assert_eq!(cell(&two, "第一季度", now), "\u{FF08}见上期完成情况\u{FF09}");
    let three = lines_of("三", &report);
    assert!(cell(&three, "一季度遗留", last).contains("缺人手"), "{three:?}");
    assert!(cell(&three, "一季度遗留", now).contains("人手已到位。"));
    assert!(!cell(&three, "一季度遗留", now).contains("缺人手"));
    // Other columns do not know of it.
    let alone = printed(parts(said.clone()), "2013Q2", preset("compare"));
    assert!(cell(&lines_of("一", &alone), "一季度遗留", "完成情况").contains("等批复"));

    let first = printed(parts(said), "2013Q1", preset("rounds"));
    let one = lines_of("一", &first);
    assert_eq!(cell(&one, "目标", last), "本期为年度第一个报告期\u{FF0C}没有上期。");
    assert_eq!(cell(&one, "第一季度", last), "");
}

#[test]
fn tasks_stand_under_their_leaders_of_the_round() {
    let leader = |task, from, leader: &str| TaskLeader {
        plan: ObjectId([200; 16]),
        task,
        from,
        leader: leader.into(),
        basis: String::new(),
    };
    let leaders = vec![
        leader(2, None, "王某副区长"),
        leader(3, None, "李某副区长"),
        leader(4, None, "王某副区长"),
        leader(4, Some(date(2013, 6, 1)), "李某副区长"),
    ];
    let grouped = |in_round: &str| {
        let parts = RegisterParts { leaders: leaders.clone(), ..parts(Vec::new()) };
        let report = printed(parts, in_round, preset("leaders"));
        let mut grouped: Vec<(String, String)> = Vec::new();
        for line in lines(&report) {
            let found = (line["分管领导"].clone(), line["序号"].replace(['\u{FF08}', '\u{FF09}'], ""));
            if !grouped.contains(&found) {
                grouped.push(found);
            }
        }
        grouped.into_iter().map(|(leader, number)| format!("{leader}{number}")).collect::<Vec<_>>().join(" ")
    };
    // In the order of their first tasks; whose leader nobody knows comes last.
    assert_eq!(grouped("2013Q1"), "王某副区长二 王某副区长四 李某副区长三 未定一");
    assert_eq!(grouped("2013Q2"), "王某副区长二 李某副区长三 李某副区长四 未定一");
}

#[test]
fn every_milestone_bears_its_month() {
    let change = |task, kind| PlanChange {
        id: ObjectId([task as u8; 16]),
        plan: ObjectId([200; 16]),
        task,
        quarter: Quarter::First,
        kind,
        from: date(2013, 2, 1),
        reason: "x".into(),
        basis: "x".into(),
        approver: "x".into(),
    };
    let said = vec![
        (1, Quarter::First, "2013Q1", "教育局", not_done("等批复", date(2013, 5, 31))),
        (4, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, "已办。")),
    ];
    let changes =
        vec![change(2, ChangeKind::Deferred { to: round("2013Q3") }), change(3, ChangeKind::Cancelled)];
    let report = printed(RegisterParts { changes, ..parts(said) }, "2013Q1", preset("months"));
    let all = lines(&report);
    let limits = |number: &str| {
        let of = all.iter().filter(|line| line["序号"].contains(number));
        of.map(|line| line["完成时限"].replace('\n', "")).collect::<Vec<_>>()
    };
    let rest = ["6月底", "9月底", "12月底"];
    let check = |number: &str, first: &str| {
        let expected = ["12月底", first].into_iter().chain(rest).collect::<Vec<_>>();
        assert_eq!(limits(number), expected, "{number}");
    };
    check("一", "3月底现承诺5月31日");
    check("二", "3月底延至9月底");
    check("三", "3月底已取消");
    check("四", "3月底");
}

#[test]
fn a_preset_may_group_by_nothing() {
    let mut plain = preset("compare");
    plain.grouped_by = Grouping::Nothing;
    let report = printed(parts(Vec::new()), "2013Q1", plain);
    assert_eq!(table(&report).groups.len(), 1);
    assert!(lines(&report).iter().all(|line| line["总体目标"] == "民生"));
    layout::document(&report.manuscript, &Em).unwrap();
}

/// A page must not end a third empty because a deed of some lines is kept whole.
#[test]
fn pages_are_filled() {
    let said = |number: u32| {
        let text = "已按计划推进各项工作".repeat(3 + number as usize % 5);
        let text = [text.clone(), text.clone(), text].join("\n");
        (number, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, &text))
    };
    let tasks = (1..=30).map(|number| task(number, &["教育局"])).collect();
    let register = register(plan(vec![goal("民生", tasks)]), (1..=30).map(said).collect(), Vec::new());
    for preset in ColumnPreset::shipped().unwrap() {
        let report = report_of(&register, "2013Q1", Style::Wide(preset.clone()));
        let document = layout::document(&report.manuscript, &Em).unwrap();
        let (_, but_last) = document.pages.split_last().unwrap();
        for page in but_last {
            let text = page.placed.iter().filter_map(|placed| match &placed.mark {
                layout::page::Mark::Text(run) if placed.source.is_some() => Some(run.baseline.0),
                _ => None,
            });
            // 164 mm below 28 or 18 mm.
            let foot = layout::Length::mm(182.0).0;
            let left = foot - text.max().unwrap();
            let third = layout::Length::mm(164.0 / 3.0).0;
            assert!(left < third, "{}, page {}: {left}", preset.name, page.number);
        }
    }
}
