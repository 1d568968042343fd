//! The printed pages of the 2013 paper: where the table breaks, what is printed again, how a page reads as lines.
//!
//! Golden pages are text (`UPDATE_EXPECT=1` writes them anew): `|` is content, `~` is printed again or belongs to the page.
//! `BAIPISHU_PAGES=folder` has them written as PDF files, to be looked at.
#![allow(clippy::unwrap_used, reason = "tests")]

mod archive;
mod columns;
mod evidence_book;
mod lines;
#[path = "../look/mod.rs"]
mod look;
mod measures;
mod official;
mod public;
mod submission;
mod task_page;
#[path = "../verapdf/mod.rs"]
mod verapdf;
mod year;

use domain::claim::Claim;
use domain::department::{Department, DepartmentName};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::plan::Plan;
use domain::progress::{Progress, ProgressKey};
use domain::register::{Entry, Register, RegisterParts, TaskLead};
use domain::review::{Check, Method, Verification};
use jiff::civil::Date;
use layout::page::{Document, Mark, Page};
use lines::{golden, lines, pages, source, texts, wide};
use report::{Audience, Edition, Making, QuarterOptions, Report, Source, Style, VerificationOptions};
use std::collections::BTreeMap;

fn plan() -> Plan {
    paper::read(include_bytes!("../../../seeds/whitepaper-2013.txt")).unwrap().plan
}

/// The last of a task that each page of the table prints as content: task number, and 0 for 目标 or the quarter.
fn table_breaks(report: &Report, document: &Document) -> Vec<(u32, u8)> {
    let last = |page: &Page| {
        texts(report, page)
            .filter_map(|(source, content, _)| match source? {
                Source::Objective(task) if content => Some((task, 0)),
                Source::Milestone { task, quarter } if content => Some((task, quarter.number())),
                _ => None,
            })
            .max()
    };
    document.pages.iter().filter_map(last).collect()
}

#[test]
fn the_table_breaks_where_the_original_breaks() {
    let report = report::whitepaper(&plan(), false);
    // Whatever room the face gives to digits.
    for latin in [420, 460, 500, 540, 580] {
        let document = pages(&report, latin);
        let breaks = table_breaks(&report, &document);
        assert_eq!(breaks, [(4, 2), (8, 4), (12, 2), (14, 4), (17, 4), (20, 4)], "digits of {latin}");
    }
}

#[test]
fn a_split_task_repeats_title_and_departments_but_not_its_objective() {
    let report = report::whitepaper(&plan(), false);
    let document = pages(&report, 500);
    let mut continued = Vec::new();
    for page in &document.pages {
        let repeated =
            |source: Source| texts(&report, page).any(|(of, content, _)| of == Some(source) && !content);
        for task in 1..=20 {
            assert!(!repeated(Source::Objective(task)), "objective of {task} on page {}", page.number);
            if repeated(Source::Task(task)) {
                continued.push((page.number, task));
            }
        }
    }
    assert_eq!(continued, [(5, 4), (7, 12)]);
    let head = |page: &&Page| texts(&report, page).any(|(.., text)| text == "总体目标");
    assert_eq!(
        document.pages.iter().filter(head).count(),
        6,
        "the head row stands on each page of the table"
    );
}

#[test]
fn the_white_paper_page_by_page() {
    let report = report::whitepaper(&plan(), false);
    let document = pages(&report, 500);
    golden("whitepaper-2013", &report, &document);
}

#[test]
fn the_sample_says_so_on_every_page_and_nothing_else_changes() {
    let (report, sample) = (report::whitepaper(&plan(), false), report::whitepaper(&plan(), true));
    let (published, marked) = (pages(&report, 500), pages(&sample, 500));
    let without_mark = lines(&sample, &marked.pages).replace("~ 【示例】\n", "");
    assert_eq!(without_mark, lines(&report, &published.pages));
    for page in &marked.pages {
        assert!(texts(&sample, page).any(|(.., text)| text == "【示例】"), "page {}", page.number);
    }
}

/// The 2013 plan with a few statements of its first quarter and the next round.
fn register() -> Register {
    let plan = plan();
    let named = |(at, name): (usize, &str)| Department {
        id: ObjectId([at as u8 + 1; 16]),
        names: vec![DepartmentName { short: name.into(), ..DepartmentName::default() }],
    };
    let departments: Vec<_> = plan.department_names().into_iter().enumerate().map(named).collect();
    let id = |name: &str| departments.iter().find(|department| department.is_called(name)).unwrap().id;
    let stated =
        |claim, text: &str| Progress { claim: Some(claim), text: text.into(), ..Progress::default() };
    let late = Progress {
        cause: "检测报告未出具".into(),
        measure: "督促检测单位".into(),
        due: "2013-05-31".parse().ok(),
        person: "李某(科长)".into(),
        ..stated(Claim::Partial, "主体工程完工,联席会议已召开。")
    };
    let later = Progress { due: "2013-07-31".parse().ok(), ..late.clone() };
    let entry = |task, in_round, department: &str, progress: Progress| Entry {
        key: ProgressKey {
            plan: ObjectId([0; 16]),
            task,
            quarter: Quarter::First,
            round: Round { year: 2013, quarter: in_round },
            department: id(department),
        },
        stated_dates: vec![progress.due],
        claimed_on: None,
        handed_in: None,
        progress,
    };
    let entries = vec![
        entry(1, Quarter::First, "教育局", late),
        entry(1, Quarter::Second, "教育局", later),
        entry(5, Quarter::First, "文体局", stated(Claim::Done, "文艺演出12场、文艺展览4场、公益电影22场。")),
        entry(12, Quarter::First, "城管局", stated(Claim::Done, "前期工作完成。")),
        entry(12, Quarter::First, "经促局", stated(Claim::ConditionNotMet, "用地未移交。")),
    ];
    let leads = vec![TaskLead { task: 12, department: Some(id("城管局")), from: None }];
    Register::new(RegisterParts { departments, leads, entries, ..RegisterParts::of(ObjectId([0; 16]), plan) })
}

fn quarter(round: &str, style: Style, department: Option<&str>) -> Report {
    let register = register();
    let round = round.parse().unwrap();
    let options = QuarterOptions {
        round,
        style,
        department: department.map(|name| register.published[name]),
        making: Making {
            as_of: register.due(round),
            edition: Edition::Draft,
            audience: Audience::Internal,
            sample: true,
            unit: "督查室".into(),
        },
    };
    report::quarter(&register, &options)
}

#[test]
fn the_first_quarter_page_by_page() {
    let report = quarter("2013Q1", Style::Original, None);
    let document = pages(&report, 500);
    golden("quarter-2013Q1-original", &report, &document);
}

#[test]
fn one_department_half_a_year_page_by_page() {
    let report = quarter("2013Q2", Style::Original, Some("教育局"));
    let document = pages(&report, 500);
    golden("quarter-2013Q2-education", &report, &document);
}

#[test]
fn a_verification_sheet_page_by_page() {
    let register = register();
    let checks = [(1, "教育局"), (5, "文体局"), (12, "经促局")].map(|(task, name)| Check {
        task,
        quarter: Quarter::First,
        department: register.published[name],
        method: (task == 1).then_some(Method::OnSite),
        on: (task == 1).then(|| Date::constant(2013, 5, 2)),
        by: if task == 1 { "王某".into() } else { String::new() },
        agrees: (task == 1).then_some(false),
        words: if task == 1 { "检测报告未见。".into() } else { String::new() },
    });
    let sheet = Verification {
        plan: register.plan_id,
        round: "2013Q1".parse().unwrap(),
        seed: 20_130_424,
        population: 20,
        claim: Some(Claim::Done),
        department: None,
        checks: checks.into(),
    };
    let options = VerificationOptions {
        drawn_on: Date::constant(2013, 4, 24),
        drawn_by: "李某".into(),
        sample: true,
        unit: "督查室".into(),
    };
    let report = report::verification(&register, &sheet, &options);
    let document = pages(&report, 500);
    golden("verification-2013Q1", &report, &document);
    let golden = lines(&report, &document.pages);
    // Another seed draws other places, and the sheet says so.
    let other = report::verification(&register, &Verification { seed: 7, ..sheet }, &options);
    assert!(golden.contains("种子20130424随机抽取3份\u{FF0C}编号依次为3、16、11。"));
    let other = lines(&other, &pages(&other, 500).pages);
    assert!(other.contains("种子7随机抽取3份") && !other.contains("编号依次为3、16、11。"));
}

#[test]
fn promise_and_deed_stand_on_one_line() {
    let report = quarter("2013Q1", wide("compare"), None);
    let document = pages(&report, 500);
    golden("quarter-2013Q1-wide", &report, &document);
    let tops = |page: &Page| {
        let mut tops: BTreeMap<u32, [Vec<layout::Length>; 2]> = BTreeMap::new();
        for placed in &page.placed {
            let Mark::Text(run) = &placed.mark else { continue };
            match source(&report, placed) {
                Some(Source::Milestone { task, quarter: Quarter::First }) => {
                    tops.entry(task).or_default()[0].push(run.baseline);
                }
                Some(Source::Progress(key)) => tops.entry(key.task).or_default()[1].push(run.baseline),
                _ => {}
            }
        }
        tops
    };
    let mut seen = 0;
    for [promise, deed] in document.pages.iter().flat_map(|page| tops(page).into_values()) {
        // Where two departments stated, the coverage stands above them.
        if let (Some(promise), Some(deed)) = (promise.iter().min(), deed.iter().min())
            && promise == deed
        {
            seen += 1;
        }
    }
    assert_eq!(seen, 2, "tasks 1 and 5");
}

#[test]
fn the_call_list_prints_who_is_called_and_leaves_room_to_write() {
    let row = |name: &str, missing: &str, contact: (&str, &str)| report::CallRow {
        name: name.into(),
        reported: "未报\n\u{FF08}0/1\u{FF09}".into(),
        missing: missing.into(),
        sealed: "未见".into(),
        contact: contact.0.into(),
        telephone: contact.1.into(),
    };
    let rows = [
        row("城改办", "\u{FF08}十三\u{FF09}", ("王某", "25228502")),
        row("卫计局\u{FF08}原卫人局\u{FF09}", "\u{FF08}三\u{FF09}一季度遗留", ("", "")),
    ];
    let options = report::CallListOptions {
        round: "2013Q2".parse().unwrap(),
        due: Date::constant(2013, 7, 10),
        as_of: Date::constant(2013, 7, 12),
        sentence: "二季度报告期应报部门20个\u{FF1A}未报2个\u{FF0C}已报18个\u{FF1B}其中已见盖章件9个。".into(),
        unit: "督查室".into(),
        sample: false,
    };
    let report = report::call_list(&rows, &options);
    let document = pages(&report, 500);
    golden("call-list-2013Q2", &report, &document);
}
