//! What the quarter's report says: counted sentences that close, statements, 遗留, 顺延, evidence codes.

#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::amount::Amount;
use domain::breakdown::Summary;
use domain::claim::Claim;
use domain::department::Department;
use domain::organisation::{Move, OrganisationChange, OrganisationKind};
use domain::period::Quarter;
use domain::progress::{Progress, Value};
use domain::register::{Register, RegisterParts};
use domain::state::Finding;
use jiff::civil::date;
use report::{Source, Style};
use scene::*;
use std::collections::BTreeMap;

/// A sentence's parts: what is counted, the total, the counts by word.
type Counted = (String, usize, Vec<(String, usize)>);

fn counted(sentence: &str) -> Option<Counted> {
    let split = |text: &str| {
        let text = text.strip_suffix('项')?;
        let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (word, number) = text.split_at(text.len() - digits);
        Some((word.to_owned(), number.parse().ok()?))
    };
    let (head, rest) = sentence.split_once('\u{FF1A}')?;
    let (what, total) = split(head)?;
    Some((what, total, rest.split('\u{FF0C}').filter_map(split).collect()))
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const DEPARTMENTS: [&str; 4] = ["教育局", "民政局", "城管局", "经促局"];

fn random_register(dice: &mut Dice) -> domain::register::Register {
    let tasks = 1 + dice.roll(12) as u32;
    let rounds = ["2013Q1", "2013Q2", "2013Q3", "2013Q4"];
    let mut goals = vec![goal("甲", Vec::new()), goal("乙", Vec::new())];
    let (mut entries, mut findings) = (Vec::new(), Vec::new());
    for number in 1..=tasks {
        let names: Vec<_> = DEPARTMENTS.iter().copied().filter(|_| dice.roll(3) == 0).collect();
        let mut task = task(number, &names);
        for quarter in Quarter::ALL {
            if dice.roll(8) == 0 {
                task.milestones[quarter.index()] = None;
                continue;
            }
            for in_round in rounds {
                for name in &names {
                    if dice.roll(3) == 0 {
                        let mut progress = stated(Claim::ALL[dice.roll(4) as usize], "进展");
                        progress.evidence.extend((dice.roll(2) == 0).then(|| evidence(1, dice.roll(2) == 0)));
                        entries.push((number, quarter, in_round, *name, progress));
                    }
                }
                if dice.roll(12) == 0 {
                    let finding =
                        Finding { claim: Claim::ALL[dice.roll(4) as usize], reason: "核实".into() };
                    findings.push(((number, quarter, round(in_round)), finding));
                }
            }
        }
        if dice.roll(5) == 0 {
            task.objective = None;
        }
        goals[dice.roll(2) as usize].tasks.push(task);
    }
    register(plan(goals), entries, findings)
}

#[test]
fn counts_close_and_every_counted_state_is_printed() {
    let mut dice = Dice(2013);
    for _ in 0..120 {
        let register = random_register(&mut dice);
        let quarter = Quarter::ALL[dice.roll(4) as usize];
        let in_round = register.round(quarter).to_string();
        for style in [Style::Original, wide()] {
            let report = report_of(&register, &in_round, style.clone());
            let summary = summary(&report);
            let sentences: Vec<_> = summary.split('。').filter_map(counted).collect();
            for (what, total, counts) in &sentences {
                assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), *total, "{what}: {summary}");
            }
            let promised = register.plan.tasks().filter(|task| task.milestone(quarter).is_some()).count();
            let first = sentences.first().filter(|(what, ..)| what.starts_with(quarter.word()));
            assert_eq!(first.map_or(0, |(_, total, _)| *total), promised, "{summary}");
            if style == Style::Original {
                every_counted_word_is_printed(&report, quarter, first.map_or(&[], |(.., counts)| counts));
            }
            layout::document(&report.manuscript, &Em).unwrap();
        }
    }
}

fn every_counted_word_is_printed(report: &report::Report, quarter: Quarter, counts: &[(String, usize)]) {
    let mut printed: BTreeMap<String, usize> = BTreeMap::new();
    for (source, text) in paragraphs(report) {
        let of_quarter = matches!(source, Some(Source::Standing { quarter: of, .. }) if of == quarter);
        if let Some((_, rest)) = text.split_once('【').filter(|_| of_quarter) {
            *printed.entry(rest.split('】').next().unwrap().to_owned()).or_default() += 1;
        }
    }
    assert_eq!(printed, counts.iter().cloned().collect());
}

/// A register of one task of the first quarter with these statements, and the report's text.
fn text_of(style: Style, in_round: &str, entries: Vec<Stated<'_>>) -> String {
    let register = register(plan(vec![goal("民生", vec![task(5, &["文体局"])])]), entries, Vec::new());
    text(&report_of(&register, in_round, style))
}

#[track_caller]
fn check(text: &str, expected: &[&str], absent: &[&str]) {
    for part in expected {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for part in absent {
        assert!(!text.contains(part), "{part} is in\n{text}");
    }
}

#[test]
fn before_anything_is_recorded() {
    let register = register(plan(vec![goal("民生", vec![task(1, &["教育局"])])]), Vec::new(), Vec::new());
    let on = |day| text(&report::quarter(&register, &options("2013Q1", day, Style::Original)));
    let unreported = "【未报】应于2013年4月24日前报\u{FF0C}教育局未报。";
    let not_due = "○【未到期】2013年4月24日到期。";
    check(&on(date(2013, 4, 24)), &["一季度节点1项\u{FF1A}未报1项。", unreported], &["已报", "未到期"]);
    check(&on(date(2013, 4, 23)), &["一季度节点1项\u{FF1A}未到期1项。", not_due], &["未报", "已报"]);
}

#[test]
fn one_statement_with_everything() {
    let mut progress = not_done("场馆检修。", date(2013, 5, 31));
    progress.claim = Some(Claim::Partial);
    progress.text = "开展12场;\r\n观众约1万人次".into();
    progress.items = vec![Some(Claim::Done), Some(Claim::NotDone)];
    progress.values = vec![Value {
        name: "一季度活动".into(),
        amount: "12".parse::<Amount>().unwrap(),
        measure: "场".into(),
    }];
    progress.evidence = vec![evidence(1, false), evidence(2, true), evidence(3, false)];
    progress.on_behalf = Some("电话\u{FF1A}李某".into());
    progress.next_step = "补报".into();
    let text = text_of(Style::Original, "2013Q1", vec![(5, Quarter::First, "2013Q1", "文体局", progress)]);
    check(
        &text,
        &[
            "▲【自报部分完成】开展12场\u{FF1B}\n",
            "观众约1万人次\u{FF08}督查室代录\u{FF0C}来源\u{FF1A}电话\u{FF1A}李某\u{FF09}\n",
            "2项完成1项\u{FF0C}未完成\u{FF1A}编制五报告。",
            "一季度活动12场\u{FF08}应达10场以上\u{FF09}。",
            "原因\u{FF1A}场馆检修。措施\u{FF1A}加派人手。下一步\u{FF1A}补报。预计5月31日完成。责任人\u{FF1A}李某\u{FF08}科长\u{FF09}。",
            "佐证\u{FF1A}证\u{FF08}五\u{FF09}-一季-文体局-01、03\u{FF1B}含个人信息的1件不列。",
        ],
        &["无佐证", "检修。。"],
    );
}

#[test]
fn what_is_left_from_earlier_quarters() {
    let entries = || {
        vec![
            (5, Quarter::First, "2013Q1", "文体局", not_done("等批复", date(2013, 5, 31))),
            (5, Quarter::First, "2013Q2", "文体局", not_done("仍等批复", date(2013, 6, 30))),
        ]
    };
    let passed = "\u{FF08}已过\u{FF09}\u{FF0C}现承诺6月30日\u{FF08}已过\u{FF0C}第1次顺延\u{FF09}。";
    let deferred = &format!("原承诺5月31日{passed}");
    let left = "其中一季度遗留1项\u{FF1A}自报未完成1项。";
    let original = text_of(Style::Original, "2013Q2", entries());
    check(
        &original,
        &["一季度遗留\u{FF1A}×【自报未完成】", deferred, left, "上半年节点2项"],
        &["等批复。\u{FF08}"],
    );
    let landscape = text_of(wide(), "2013Q2", entries());
    check(&landscape, &["一季度遗留\u{FF1A}开展一季度活动", deferred, left], &["第一季度\u{FF1A}"]);
    // Not stated again: the old statement is marked.
    let once = text_of(Style::Original, "2013Q2", entries()[..1].to_vec());
    check(
        &once,
        &["\u{FF08}一季度报告期所报\u{FF0C}本期未再报\u{FF09}", "预计5月31日完成\u{FF08}已过\u{FF09}。"],
        &["顺延"],
    );
    // Done in time: nothing is left, the mark and the word remain.
    let done = vec![(5, Quarter::First, "2013Q1", "文体局", stated(Claim::Done, "已办。"))];
    check(&text_of(Style::Original, "2013Q2", done.clone()), &["✓【自报完成】"], &["遗留", "已办"]);
    check(&text_of(wide(), "2013Q2", done), &["第二季度\u{FF1A}"], &["遗留", "第一季度"]);
    // Done late: named as left and as late, with the day and the first promise.
    let mut late = entries();
    late[1].4 = Progress { due: None, ..stated(Claim::Done, "已办。") };
    let original = text_of(Style::Original, "2013Q2", late.clone());
    let state = "一季度遗留\u{FF1A}✓【自报逾期完成】\u{FF08}7月8日填报\u{FF0C}◇";
    check(&original, &[state, "原承诺5月31日完成。"], &["顺延"]);
    check(&text_of(wide(), "2013Q2", late.clone()), &["自报\n逾期完成\n7月8日填报\n◇"], &[]);
    // Promised twice before it was done: neither date is a promise any more.
    let mut deferred = vec![entries()[0].clone(), entries()[1].clone()];
    deferred.push((5, Quarter::First, "2013Q3", "文体局", stated(Claim::Done, "已办。")));
    let deferred = text_of(wide(), "2013Q3", deferred);
    check(&deferred, &["原承诺5月31日完成\u{FF0C}后改为6月30日\u{FF08}第1次顺延\u{FF09}。"], &["现承诺"]);
    // In the rounds after it is settled, and still has its day.
    check(
        &text_of(Style::Original, "2013Q3", late),
        &["✓【自报逾期完成】\u{FF08}7月8日填报"],
        &["遗留\u{FF1A}✓"],
    );
}

#[test]
fn several_departments_and_the_lead() {
    let tasks = || plan(vec![goal("城市", vec![task(12, &["经促局", "城管局", "街道办"])])]);
    let entries = || {
        vec![
            (12, Quarter::First, "2013Q1", "经促局", stated(Claim::Done, "经促局已办")),
            (12, Quarter::First, "2013Q1", "城管局", stated(Claim::Done, "城管局已办")),
        ]
    };
    let coverage = "3家责任部门2家已报\u{FF0C}街道办未报。";
    let unconfirmed = text(&report_of(&register(tasks(), entries(), Vec::new()), "2013Q1", Style::Original));
    check(
        &unconfirmed,
        &["【自报部分完成】", coverage, "经促局自报已完成\u{FF1A}经促局已办"],
        &["△", "牵头"],
    );
    let leads = BTreeMap::from([(12, department("城管局"))]);
    let led = register_with(tasks(), entries(), Vec::new(), leads);
    let led = text(&report_of(&led, "2013Q1", wide()));
    check(
        &led,
        &["△城管局", "城管局\u{FF08}牵头\u{FF09}自报已完成\u{FF1A}城管局已办", coverage, "△牵头部门"],
        &[],
    );
    assert!(led.find("城管局已办") < led.find("经促局已办"), "the lead comes first");
}

#[test]
fn a_finding_stands_beside_the_claim() {
    let entries = vec![(5, Quarter::First, "2013Q1", "文体局", stated(Claim::Done, "已办"))];
    let finding = Finding { claim: Claim::NotDone, reason: "现场核实".into() };
    let plan = plan(vec![goal("民生", vec![task(5, &["文体局"])])]);
    let register = register(plan, entries, vec![((5, Quarter::First, round("2013Q1")), finding)]);
    let text = text(&report_of(&register, "2013Q1", Style::Original));
    check(
        &text,
        &["×【未完成】", "督查室认定\u{FF1A}现场核实。", "文体局自报已完成\u{FF1A}已办"],
        &["【自报"],
    );
}

#[test]
fn a_renamed_department_prints_both_names() {
    let mut progress = stated(Claim::Done, "已办");
    progress.evidence = vec![evidence(1, false)];
    let entries = vec![(3, Quarter::Third, "2013Q3", "卫人局", progress)];
    let mut register = register(plan(vec![goal("民生", vec![task(3, &["卫人局"])])]), entries, Vec::new());
    let names = &mut register.departments[0].names;
    names[0].until = Some(date(2013, 8, 31));
    names.push(domain::department::DepartmentName {
        short: "卫计局".into(),
        from: Some(date(2013, 9, 1)),
        ..Default::default()
    });
    let both = "卫计局\n\u{FF08}原卫人局\u{FF09}\n";
    let code = "证\u{FF08}三\u{FF09}-三季-卫人局-01";
    check(&text(&report_of(&register, "2013Q3", Style::Original)), &[both, code], &[]);
    check(&text(&report_of(&register, "2013Q2", Style::Original)), &["卫人局\n"], &["卫计局"]);
}

#[test]
fn who_took_a_place_over_is_printed_with_the_published_name() {
    let said = |by, in_round, text| (3, Quarter::First, in_round, by, stated(Claim::Partial, text));
    let entries = vec![said("卫人局", "2013Q1", "前任所报")];
    let tasks = vec![task(3, &["卫人局", "计生局"]), task(4, &["教育局"])];
    let mut register = register(plan(vec![goal("民生", tasks)]), entries, Vec::new());
    let begun = domain::department::DepartmentName {
        from: Some(date(2013, 9, 1)),
        ..department_named("卫计局").names.remove(0)
    };
    register.departments.push(Department { id: department("卫计局"), names: vec![begun] });
    let given =
        |from| Move { plan: register.plan_id, task: 3, from: department(from), to: department("卫计局") };
    let moves = vec![given("卫人局"), given("计生局")];
    register.organisation.push(OrganisationChange {
        id: department("合并"),
        kind: OrganisationKind::Merged,
        before: vec![department("卫人局"), department("计生局")],
        after: vec![department("卫计局")],
        moves,
        effective: date(2013, 9, 1),
        basis: "深编〔2013〕7号".into(),
    });
    let both = "卫计局\n\u{FF08}原卫人局、计生局\u{FF09}\n";
    check(&text(&report_of(&register, "2013Q3", Style::Original)), &[both, "教育局\n"], &[]);
    let before = text(&report_of(&register, "2013Q1", Style::Original));
    check(&before, &["卫人局", "前任所报"], &["卫计局"]);
}

#[test]
fn one_department() {
    let tasks = vec![task(1, &["教育局"]), task(2, &["民政局", "教育局"]), task(3, &["民政局"])];
    let plan = plan(vec![goal("民生", tasks), goal("城市", vec![task(4, &["城管局"])])]);
    let mut register = register(plan, Vec::new(), Vec::new());
    register.departments.push(department_named("气象局"));
    let of = |name: &str| {
        let options = options("2013Q1", date(2013, 4, 24), Style::Original);
        report::quarter(&register, &report::QuarterOptions { department: Some(department(name)), ..options })
    };
    let report = of("教育局");
    check(
        &text(&report),
        &["情况表\u{FF08}教育局\u{FF09}\n", "一季度节点2项\u{FF1A}未报2项。", "任务一", "任务二"],
        &["任务三", "任务四", "城市"],
    );
    assert!(report.front.title.ends_with("\u{FF08}教育局\u{FF09}"));
    assert!(report.front.file_name.contains("教育局"));
    let idle = "2013年度公共服务白皮书中没有由气象局负责的工作任务。";
    check(&text(&of("气象局")), &[idle, "情况表\u{FF08}气象局\u{FF09}\n"], &["任务一", "总体目标"]);
}

#[test]
fn missing_parts_are_no_fault() {
    let empty = register(plan(Vec::new()), Vec::new(), Vec::new());
    check(&text(&report_of(&empty, "2013Q1", wide())), &["2013年度公共服务白皮书中没有工作任务。"], &[]);
    let mut bare = task(1, &[]);
    bare.objective = None;
    bare.milestones = [None, None, None, None];
    let register = register(plan(vec![goal("民生", vec![bare])]), Vec::new(), Vec::new());
    for style in [Style::Original, wide()] {
        let report = report_of(&register, "2013Q1", style.clone());
        check(&text(&report), &["白皮书未列一季度节点。", "任务一"], &["目标\u{FF1A}"]);
        let said = text(&report).contains("第一季度\u{FF1A}白皮书未列本季度目标。");
        assert_eq!(said, style != Style::Original);
        layout::document(&report.manuscript, &Em).unwrap();
    }
}

#[test]
fn the_leads_text_stands_for_all_departments() {
    let plan = || plan(vec![goal("民生", vec![task(1, &["教育局", "民政局"])])]);
    let first = |name, progress| (1, Quarter::First, "2013Q1", name, progress);
    let backed = Progress { evidence: vec![evidence(1, false)], ..stated(Claim::Done, "教育局的话。") };
    let said =
        || vec![first("教育局", backed.clone()), first("民政局", not_done("无场地", date(2013, 5, 31)))];
    let leads = BTreeMap::from([(1, department("民政局"))]);
    let parts = parts_with(plan(), said(), Vec::new(), leads);
    let summary = Summary {
        plan: parts.plan_id,
        task: 1,
        quarter: Quarter::First,
        round: round("2013Q1"),
        department: department("民政局"),
        text: "两部门的事一起说。".into(),
    };
    let with = Register::new(RegisterParts { summaries: vec![summary], ..parts.clone() });
    for style in [Style::Original, wide()] {
        let printed = text(&report_of(&with, "2013Q1", style.clone()));
        assert!(printed.contains("两部门的事一起说。\u{FF08}民政局汇总\u{FF09}"), "{printed}");
        assert!(!printed.contains("教育局的话"), "{printed}");
        // What the lead's text does not replace: why it is not done, and what backs it.
        assert!(printed.contains("无场地") && printed.contains("教育局-01"), "{printed}");
        let without = text(&report_of(&Register::new(parts.clone()), "2013Q1", style));
        let (lead, other) = (without.find("尚在办理").unwrap(), without.find("教育局的话").unwrap());
        assert!(lead < other && !without.contains("汇总"), "each under its name, the lead first: {without}");
    }
}
