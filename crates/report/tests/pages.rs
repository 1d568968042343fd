//! What the layout makes of the reports: nothing is lost, every page says what it is.

#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::claim::Claim;
use domain::period::Quarter;
use jiff::civil::date;
use layout::page::{Belongs, Document, Mark};
use report::{Report, Shown, Source, Style};
use scene::*;
use std::collections::BTreeMap;

fn pages(report: &Report) -> Document {
    layout::document(&report.manuscript, &Em).unwrap()
}

/// The content text of one kind of source, in order.
fn content(report: &Report, document: &Document, wanted: impl Fn(Source) -> bool) -> String {
    let placed = document.pages.iter().flat_map(|page| &page.placed);
    placed
        .filter(|placed| matches!(placed.belongs, Belongs::Node(_)))
        .filter(|placed| placed.source.and_then(|id| report.sources.get(id)).is_some_and(&wanted))
        .filter_map(|placed| match &placed.mark {
            Mark::Text(run) => Some(run.text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn twenty_thousand_characters_flow_over_pages() {
    let long: String = (0..20_000).filter_map(|at| char::from_u32(0x4E00 + (at * 7) % 20_000)).collect();
    let entries = vec![(5, Quarter::First, "2013Q1", "文体局", stated(Claim::Done, &long))];
    let tasks = vec![task(4, &["文体局"]), task(5, &["文体局"]), task(6, &["文体局"])];
    let register = register(plan(vec![goal("民生", tasks)]), entries, Vec::new());
    for (name, style) in styles() {
        let report = report_of(&register, "2013Q1", style.clone());
        let document = pages(&report);
        assert!(document.pages.len() > 15, "{name}: {} pages", document.pages.len());
        let printed = content(&report, &document, |source| {
            // The original style opens the statement with the state.
            matches!(source, Source::Progress(key) if key.task == 5)
                || style == Style::Original && matches!(source, Source::Standing { task: 5, .. })
        });
        assert!(printed.contains(&long), "{name}");
        let promised = content(&report, &document, |source| source == Source::Objective(6));
        assert!(promised.contains("全年目标六"), "{name}: what comes after is there");
    }
}

/// The texts of the structure tree's leaves in reading order, without room and line breaks.
fn printed(document: &Document) -> Vec<String> {
    let mut leaves: BTreeMap<u32, String> = BTreeMap::new();
    for placed in document.pages.iter().flat_map(|page| &page.placed) {
        if let (Belongs::Node(node), Mark::Text(run)) = (placed.belongs, &placed.mark) {
            leaves.entry(node.0).or_default().push_str(&run.text);
        }
    }
    leaves.into_values().map(|text| without_room(&text)).collect()
}

fn without_room(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_content_is_what_the_pages_show() {
    let tasks = (1..=40).map(|number| task(number, &["教育局", "民政局"])).collect();
    let said = vec![(5, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, "两行\n的说明。"))];
    let register = register(plan(vec![goal("民生", tasks)]), said, Vec::new());
    for (name, style) in styles() {
        let report = report_of(&register, "2013Q1", style.clone());
        let mut content = Vec::new();
        for shown in report.content() {
            match shown {
                Shown::Text(text) => content.push(text),
                Shown::Table { columns, lines } => {
                    content.extend(columns.into_iter().chain(lines.into_iter().flatten()));
                }
            }
        }
        let content: Vec<_> = content.iter().map(|text| without_room(text)).collect();
        let printed = printed(&pages(&report));
        let whole: String = printed.concat();
        assert!(whole.contains("两行的说明"), "{name}: the pages are read");
        for text in &content {
            assert!(whole.contains(text), "{name}: in the content and not printed: {text}");
        }
        // A cell of several paragraphs is one text of the content.
        for text in &printed {
            let shown = content.iter().any(|known| known.contains(text));
            assert!(shown, "{name}: printed and not in the content: {text}");
        }
    }
}

#[test]
fn every_page_says_what_it_is() {
    let tasks = (1..=40).map(|number| task(number, &["教育局"])).collect();
    let register = register(plan(vec![goal("民生", tasks)]), Vec::new(), Vec::new());
    for (name, style) in styles() {
        for sample in [true, false] {
            let mut options = options("2013Q1", date(2013, 4, 24), style.clone());
            options.making.sample = sample;
            let document = pages(&report::quarter(&register, &options));
            assert!(document.pages.len() > 3);
            for page in &document.pages {
                let text: String = page
                    .placed
                    .iter()
                    .filter_map(|placed| match &placed.mark {
                        Mark::Text(run) => Some(run.text.as_str()),
                        _ => None,
                    })
                    .collect();
                let said = text.contains("送审稿") && text.contains("数据截至2013年4月24日");
                assert!(said, "{name}: {text}");
                assert_eq!(text.contains("【示例】"), sample);
                assert!(text.contains(&format!("\u{2014} {} \u{2014}", page.number)));
            }
        }
    }
}

#[test]
fn the_outline_leads_to_goals_and_tasks() {
    let goals = vec![goal("民生", vec![task(1, &["教育局"])]), goal("城市", vec![task(2, &["教育局"])])];
    let register = register(plan(goals), Vec::new(), Vec::new());
    for style in [Style::Original, wide()] {
        let document = pages(&report_of(&register, "2013Q1", style.clone()));
        let mut outline: Vec<_> =
            document.outline.iter().map(|entry| (entry.level, entry.title.as_str())).collect();
        // Their order is that of their places, which the file's writer sees to.
        outline.sort_unstable();
        let (one, two) = ("\u{FF08}一\u{FF09}任务一", "\u{FF08}二\u{FF09}任务二");
        assert_eq!(outline, [(1, "城市"), (1, "民生"), (2, one), (2, two)], "{style:?}");
    }
}

#[test]
fn the_same_register_gives_the_same_pages() {
    let entries = || vec![(1, Quarter::First, "2013Q1", "教育局", stated(Claim::Done, "已办"))];
    let build = || register(plan(vec![goal("民生", vec![task(1, &["教育局"])])]), entries(), Vec::new());
    let (one, other) = (report_of(&build(), "2013Q1", wide()), report_of(&build(), "2013Q1", wide()));
    assert_eq!(one, other);
    assert_eq!(pages(&one), pages(&other));
}

/// Tasks with statements of one to thirty lines, all with evidence.
fn of_many_lengths(style: Style) -> Report {
    let tasks = (1..=30).map(|number| task(number, &["教育局"])).collect();
    let entries = (1..=30).map(|number| {
        let text = "已按计划推进各项工作".repeat(number as usize * 2);
        let mut progress = not_done("等批复", date(2013, 5, 31));
        progress.text = text;
        progress.evidence = vec![evidence(1, false)];
        (number, Quarter::First, "2013Q1", "教育局", progress)
    });
    report_of(&register(plan(vec![goal("民生", tasks)]), entries.collect(), Vec::new()), "2013Q1", style)
}

#[test]
fn what_belongs_to_a_round_is_not_parted_from_it() {
    for (name, style) in styles() {
        let report = of_many_lengths(style.clone());
        for page in pages(&report).pages {
            let sources = |repeated: bool| {
                let wanted = move |belongs: Belongs| repeated || matches!(belongs, Belongs::Node(_));
                let placed = page.placed.iter().filter(move |placed| wanted(placed.belongs));
                placed.filter_map(|placed| report.sources.get(placed.source?)).collect::<Vec<_>>()
            };
            let (content, all) = (sources(false), sources(true));
            for number in 1..=30 {
                let first = Source::Milestone { task: number, quarter: Quarter::First };
                if content.contains(&Source::Objective(number)) {
                    assert!(content.contains(&first), "{name}: 目标 of {number} alone on {}", page.number);
                }
                let deed = |source: &Source| matches!(source, Source::Progress(key) if key.task == number);
                if style != Style::Original && content.iter().any(deed) {
                    assert!(all.contains(&first), "{number} on {} without its promise", page.number);
                }
            }
        }
    }
}

#[test]
fn evidence_stands_on_the_page_of_what_it_backs() {
    for (name, style) in styles() {
        let report = of_many_lengths(style.clone());
        for page in pages(&report).pages {
            let texts = page.placed.iter().filter(|placed| {
                let source = placed.source.and_then(|id| report.sources.get(id));
                matches!(source, Some(Source::Progress(_))) && matches!(placed.belongs, Belongs::Node(_))
            });
            let first = texts.filter_map(|placed| match &placed.mark {
                Mark::Text(run) => Some(run.text.replace('\u{2060}', "")),
                _ => None,
            });
            let first = first.into_iter().next().unwrap_or_default();
            assert!(!first.starts_with("佐证"), "{name}, page {}", page.number);
        }
    }
}
