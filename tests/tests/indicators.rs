//! Indicators read from papers against tables written by hand from the papers' words: `tests/fixtures/indicators`, and
//! the 2013 paper against the shared list of its indicators.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::arithmetic::{Circumstances, RemarkKind, remarks};
use domain::indicator::{self, Bound, Indicator, Origin, Part, Target};
use domain::plan::Plan;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// A value as the tables write it: 10, >=10, ~~10 (about), 2..5; - for none.
fn shown(target: Option<&Target>) -> String {
    let Some(target) = target.filter(|target| matches!(target.origin, Origin::Written)) else {
        return "-".to_owned();
    };
    match target.bound {
        Bound::Exactly(amount) => amount.to_string(),
        Bound::AtLeast(amount) => format!(">={amount}"),
        Bound::About(amount) => format!("~~{amount}"),
        Bound::Between(least, most) => format!("{least}..{most}"),
    }
}

/// An indicator as a line of the tables, without its name.
fn line(indicator: &Indicator) -> String {
    let mut cells =
        vec![indicator.task.to_string(), indicator.unit.clone(), indicator.kind.code().to_owned()];
    cells.push(shown(indicator.annual.as_ref()));
    cells.extend(indicator.quarters.iter().map(|target| shown(target.as_ref())));
    cells.join(" | ")
}

fn plan(bytes: &[u8]) -> Plan {
    paper::read(bytes).unwrap().plan
}

/// Every line of the table is found, and nothing else; what is known to be read wrongly is marked in the table: `!` before
/// a line that is missed, `+` before one that is read but should not be.
fn check(bytes: &[u8], table: &str) {
    let found = indicator::read(&plan(bytes));
    let found: Vec<Indicator> = found.iter().filter_map(Indicator::without_suggestions).collect();
    let mut left: Vec<(String, &str)> = found.iter().map(|one| (line(one), one.name.as_str())).collect();
    let mut report = String::new();
    for expected in table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let is_missed = expected.starts_with('!');
        let cells: Vec<&str> = expected.trim_start_matches(['!', '+', ' ']).split(" | ").collect();
        let (values, name) = (cells[..8].join(" | "), cells[8]);
        let at = left.iter().position(|(line, found)| *line == values && found.contains(name.trim()));
        match (at, is_missed) {
            (Some(at), false) => {
                left.remove(at);
            }
            (None, true) => {}
            (Some(_), true) => writeln!(report, "found, though marked as missed: {expected}").unwrap(),
            (None, false) => writeln!(report, "missed: {expected}").unwrap(),
        }
    }
    for (line, name) in left {
        writeln!(report, "wrong: {line} | {name}").unwrap();
    }
    assert!(report.is_empty(), "\n{report}");
}

macro_rules! paper {
    ($name:ident, $file:literal) => {
        #[test]
        fn $name() {
            check(
                include_bytes!(concat!("../fixtures/indicators/", $file, ".txt")),
                include_str!(concat!("../fixtures/indicators/", $file, ".expected.txt")),
            );
        }
    };
}

paper!(full_width_and_levels_without_rates, "linjiang-2021");
paper!(half_width_and_totals_of_several_scales, "yunxi-2017");
paper!(chinese_numerals_and_lists, "fenghuang-2023");
paper!(read_for_the_first_time_after_the_rules, "haining-2019");
paper!(coast_stages_and_shares, "lanwan-2016");
paper!(poor_county_in_half_width, "qingshi-2014");
paper!(provincial_capital_on_one_line, "yunzhou-2022");
paper!(new_area_with_projects_and_points, "binjiang-xinqu-2025");
paper!(county_level_city_in_chinese_numerals, "songyang-2009");
paper!(city_district_with_levels_and_parts, "jiulong-2026");
paper!(county_with_persons_and_households, "hexi-2018");
paper!(city_district_of_everyday_things, "xiangshan-2023");
paper!(county_level_city_of_the_plan, "longquan-2011");
paper!(stages_and_populations, "jiangcheng-2024");
paper!(county_with_each_quarter_and_the_year, "anping-2019");
paper!(county_of_households_and_batches, "moyang-2020");

const TEXT_2013: &[u8] = include_bytes!("../../seeds/whitepaper-2013.txt");
const SHARED_2013: &str = include_str!("../fixtures/indicators/indicators-2013.json");

/// A value of the shared list as the tables write it; - for none and for what is only implied.
fn shared(value: &Value) -> String {
    let implied = value["implied"] == true || value["derived"] == true;
    if value.is_null() || implied {
        return "-".to_owned();
    }
    match value["op"].as_str().unwrap() {
        "eq" => value["value"].to_string(),
        "ge" => format!(">={}", value["value"]),
        "approx" => format!("~~{}", value["value"]),
        "range" => format!("{}..{}", value["min"], value["max"]),
        other => panic!("{other}"),
    }
}

/// Each of the 25 is found under its task, unit and kind with every value that the paper writes, what is only implied is
/// no value, and nothing else is found: none of the labels.
#[test]
fn the_2013_paper() {
    let shared_list: Value = serde_json::from_str(SHARED_2013).unwrap();
    let mut left: Vec<String> = indicator::read(&plan(TEXT_2013)).iter().map(line).collect();
    let mut report = String::new();
    for expected in shared_list["indicators"].as_array().unwrap() {
        let mut cells = vec![expected["task"].as_str().unwrap().trim_start_matches(['T', '0']).to_owned()];
        cells.extend([&expected["unit"], &expected["kind"]].map(|cell| cell.as_str().unwrap().to_owned()));
        cells.extend(["annual", "q1", "q2", "q3", "q4"].map(|cell| shared(&expected[cell])));
        let wanted = cells.join(" | ");
        match left.iter().position(|line| *line == wanted) {
            Some(at) => drop(left.remove(at)),
            None => writeln!(report, "missed: {wanted}").unwrap(),
        }
    }
    for line in left {
        writeln!(report, "wrong: {line}").unwrap();
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Each place holds the number that was read from it, and lies in its text.
#[test]
fn places_are_in_their_texts() {
    let plan = plan(TEXT_2013);
    for indicator in indicator::read(&plan) {
        let task = plan.task(indicator.task).unwrap();
        for target in indicator.annual.iter().chain(indicator.quarters.iter().flatten()) {
            let Some(place) = &target.place else { continue };
            let text = match place.part {
                Part::Title => task.title.as_str(),
                Part::Objective => task.objective.as_deref().unwrap(),
                Part::Milestone(quarter) => task.milestone(quarter).unwrap(),
            };
            assert!(text.get(place.span.clone()).is_some_and(|span| !span.is_empty()), "{indicator:?}");
        }
    }
}

/// Of all the papers here only the one of 2013 calls a thing differently from quarter to quarter (处理站, 处理点; 垃圾分类, 垃圾减量分类)
/// and starts works late that its title names: no false alarm on the others.
#[test]
fn names_that_drift_and_works_that_start_late() {
    let said = |bytes: &[u8]| -> Vec<(Option<u32>, RemarkKind)> {
        let plan = plan(bytes);
        let remarks = remarks(&plan, &indicator::read(&plan), &Circumstances::default());
        let kinds = [RemarkKind::NamesDiffer, RemarkKind::LateStart];
        remarks.iter().filter(|one| kinds.contains(&one.kind)).map(|one| (one.task, one.kind)).collect()
    };
    let (names, late) = (RemarkKind::NamesDiffer, RemarkKind::LateStart);
    assert_eq!(said(TEXT_2013), [(Some(11), names), (Some(11), names), (Some(12), late)]);
    let mut tasks = 0;
    for folder in ["fixtures/indicators", "fixtures/papers"] {
        for file in fs_err::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if !name.ends_with(".txt") || name.ends_with(".expected.txt") || name.ends_with(".reading.txt") {
                continue;
            }
            let bytes = fs_err::read(&path).unwrap();
            tasks += plan(&bytes).tasks().count();
            assert_eq!(said(&bytes), [], "{name}");
        }
    }
    assert!(tasks > 140, "{tasks}");
}
