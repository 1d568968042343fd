//! 一页纸: one page whatever the paper holds, counts that close, and where to find what it does not tell.

#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::claim::Claim;
use domain::period::Quarter;
use domain::register::Register;
use jiff::civil::date;
use layout::LayoutError;
use layout::page::Mark;
use report::{Audience, OnePageOptions, Report};
use scene::*;

const FIRST: Quarter = Quarter::First;

/// A year of so many tasks in goals of ten: of four one is done, one unreported, two are not done for a long reason.
fn year(tasks: u32, reason: usize) -> Register {
    let numbers: Vec<u32> = (1..=tasks).collect();
    let goals = numbers.chunks(tasks.div_ceil(5).max(1) as usize).enumerate();
    let goals = goals.map(|(at, some)| {
        goal(&format!("总体目标之{at}"), some.iter().map(|number| task(*number, &["教育局"])).collect())
    });
    let entries = (1..=tasks).filter(|number| number % 4 != 0).map(|number| {
        let progress = if number % 4 == 1 {
            stated(Claim::Done, "已办。")
        } else {
            not_done(&"用地未移交".repeat(reason), date(2013, 5, 31))
        };
        (number, FIRST, "2013Q1", "教育局", progress)
    });
    register(plan(goals.collect()), entries.collect(), Vec::new())
}

/// The sheet, and the report whose pages it names.
fn one_page(register: &Register, audience: Audience) -> (Report, OnePageOptions) {
    let mut table = options("2013Q1", register.due(round("2013Q1")), wide());
    table.making.audience = audience;
    let report = report::quarter(register, &table);
    let pages = report::task_pages(&report, &layout::document(&report.manuscript, &Em).unwrap());
    let options = OnePageOptions { round: table.round, pages, making: table.making };
    let fits = |report: &Report| -> Result<bool, LayoutError> {
        Ok(layout::document(&report.manuscript, &Em)?.pages.len() == 1)
    };
    (report::one_page(register, &options, fits).unwrap(), options)
}

fn page_count(report: &Report) -> usize {
    layout::document(&report.manuscript, &Em).unwrap().pages.len()
}

/// Every number before 项 in a piece of text.
fn counts(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for piece in text.split('项').take(text.matches('项').count()) {
        let digits: String = piece.chars().rev().take_while(char::is_ascii_digit).collect();
        found.extend(digits.chars().rev().collect::<String>().parse::<usize>());
    }
    found
}

#[test]
fn one_page_for_any_number_of_tasks_and_any_length_of_reasons() {
    for tasks in [1, 20, 60, 90, 200] {
        for reason in [1, 12, 200] {
            let (report, _) = one_page(&year(tasks, reason), Audience::Internal);
            assert_eq!(page_count(&report), 1, "{tasks} tasks, reasons of {reason}");
        }
    }
    assert_eq!(page_count(&one_page(&year(0, 1), Audience::Internal).0), 1, "a paper without tasks");
}

#[test]
fn the_grid_holds_every_task_up_to_ninety_and_goals_beyond() {
    let rows = |tasks| {
        let (report, _) = one_page(&year(tasks, 2), Audience::Internal);
        let text = text(&report);
        let number = |task| format!("\n\u{FF08}{}\u{FF09}\n", domain::numeral::to_chinese(task));
        (text.contains(&number(1)), text.contains(&number(tasks)), text.contains("\n总体目标之4\n"))
    };
    assert_eq!(rows(20), (true, true, false));
    assert_eq!(rows(60), (true, true, false));
    assert_eq!(rows(200), (false, false, true));
}

#[test]
fn every_count_closes() {
    for tasks in [20, 60, 200] {
        let (report, _) = one_page(&year(tasks, 2), Audience::Internal);
        let said = summary(&report);
        let sentences: Vec<_> = said.split('。').filter(|sentence| sentence.contains('\u{FF1A}')).collect();
        assert_eq!(sentences.len(), 2, "the milestones and the lights: {said}");
        for sentence in sentences {
            let counts = counts(sentence);
            assert_eq!(counts[0], tasks as usize, "{sentence}");
            assert_eq!(counts[0], counts[1..].iter().sum::<usize>(), "{sentence}");
        }
    }
}

#[test]
fn what_is_not_told_is_counted_and_found_on_its_pages() {
    let register = year(60, 8);
    let (report, options) = one_page(&register, Audience::Internal);
    let text = text(&report);
    let told = (1..=5).filter(|at| text.lines().any(|line| line.starts_with(&format!("{at}. \u{FF08}"))));
    let told = told.count();
    let slow = counts(summary(&report).split("按序时").last().unwrap())[1..].iter().sum::<usize>();
    let further = text.lines().find(|line| line.starts_with("另有")).unwrap();
    assert_eq!(counts(further), [slow - told], "{further}");
    // Every page that is named begins a slow task in the quarter's report.
    let pages = further.rsplit_once('第').unwrap().1.trim_end_matches("页。");
    let pages: Vec<u32> = pages.split(['、', '至']).map(|page| page.parse().unwrap()).collect();
    assert!(pages.len() > 1 && pages.is_sorted(), "{further}");
    for page in pages {
        assert!(options.pages.values().any(|known| *known == page), "{page} of {:?}", options.pages);
    }
}

#[test]
fn accounts_are_told_within_and_not_to_the_public() {
    let register = year(20, 3);
    let (internal, public) = (one_page(&register, Audience::Internal), one_page(&register, Audience::Public));
    let (internal, public) = (text(&internal.0), text(&public.0));
    for word in ["用地未移交", "加派人手", "李某", "责任人"] {
        assert!(internal.contains(word), "{word} in {internal}");
        assert!(!public.contains(word), "{word} in {public}");
    }
    for text in [internal, public] {
        assert!(text.contains("预计5月31日完成") && text.contains("\u{FF08}教育局\u{FF09}"), "{text}");
    }
}

#[test]
fn room_is_left_for_a_leaders_hand() {
    let (report, _) = one_page(&year(20, 2), Audience::Internal);
    let document = layout::document(&report.manuscript, &Em).unwrap();
    let baselines = document.pages[0].placed.iter().filter_map(|placed| match &placed.mark {
        Mark::Text(run) => Some((run.baseline, run.size, run.text.as_str())),
        _ => None,
    });
    let baselines: Vec<_> = baselines.collect();
    let label = baselines.iter().find(|(.., text)| text.starts_with("领导批示")).unwrap().0;
    let (title, size, _) = baselines.iter().find(|(.., text)| text.starts_with("2013年一季度")).unwrap();
    assert!(*title - *size - label >= layout::Length::mm(30.0), "{label:?} {title:?}");
    assert!(!baselines.iter().any(|(y, ..)| *y > label && *y < *title), "nothing is printed there");
}
