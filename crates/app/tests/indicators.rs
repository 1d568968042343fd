//! A task's indicators as read, confirmed by an officer, and the arithmetic with them.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::wire::indicator::{IndicatorInput, IndicatorSheet, RemarkView, TargetInput};
use desks::Bureau;

fn exactly(number: &str) -> Option<TargetInput> {
    Some(TargetInput { op: "eq".to_owned(), least: number.to_owned(), most: None })
}

fn performances(fourth: &str) -> IndicatorInput {
    IndicatorInput {
        name: "文艺演出".to_owned(),
        unit: "场".to_owned(),
        kind: "sum".to_owned(),
        shown_as: None,
        annual: exactly("40"),
        quarters: vec![exactly("10"), exactly("10"), exactly("10"), exactly(fourth)],
    }
}

fn said(sheet: &IndicatorSheet, kind: &str) -> Vec<String> {
    let of_task = sheet.remarks.iter().filter(|remark| remark.task == Some(5) && remark.kind == kind);
    of_task.map(|remark| remark.sentence.clone()).collect()
}

#[test]
fn what_an_officer_confirms_takes_the_place_of_what_was_read() {
    let bureau = Bureau::on("2013-04-18");
    let read = bureau.desk.indicators(2013).unwrap();
    let fifth = &read.tasks[4];
    assert_eq!((fifth.confirmed.is_some(), fifth.indicators.len()), (false, 3));
    assert_eq!(fifth.indicators[0].annual.as_ref().unwrap().origin, "derived");
    assert_eq!(said(&read, "annual_derived").len(), 3);

    let confirmed = bureau.desk.confirm_indicators(2013, 5, &[performances("9")]).unwrap();
    let fifth = &confirmed.tasks[4];
    assert_eq!(fifth.confirmed.as_ref().unwrap().by, "李某");
    let origins: Vec<_> =
        fifth.indicators[0].quarters.iter().map(|target| target.as_ref().unwrap().origin.as_str()).collect();
    assert_eq!(origins, ["written", "written", "written", "entered"]);
    assert_eq!(said(&confirmed, "sum_differs"), ["文艺演出\u{FF1A}四季合计39\u{FF0C}比年度40少1场"]);
    // A task of which nothing is counted stays so.
    let none = bureau.desk.confirm_indicators(2013, 5, &[]).unwrap();
    assert!(none.tasks[4].confirmed.is_some() && none.tasks[4].indicators.is_empty());
}

#[test]
fn a_list_that_is_none_is_refused_whole() {
    let bureau = Bureau::on("2013-04-18");
    let unnamed = IndicatorInput { name: " ".to_owned(), ..performances("10") };
    let no_number = performances("十场");
    let no_kind = IndicatorInput { kind: "total".to_owned(), ..performances("10") };
    for list in [vec![unnamed], vec![performances("10"), performances("10")], vec![no_number], vec![no_kind]]
    {
        assert!(bureau.desk.confirm_indicators(2013, 5, &list).is_err());
    }
    assert!(bureau.desk.confirm_indicators(2013, 21, &[performances("10")]).is_err());
    assert!(bureau.desk.indicators(2013).unwrap().tasks[4].confirmed.is_none());
}

#[test]
fn a_list_is_checked_before_it_is_confirmed() {
    let bureau = Bureau::on("2013-04-18");
    // Renamed: its values stay where they stand in the text; no year of its own: it follows from the quarters.
    let renamed = IndicatorInput {
        name: "演出".to_owned(),
        shown_as: Some("文艺演出".to_owned()),
        annual: None,
        ..performances("9")
    };
    let checked = bureau.desk.check_indicators(2013, 5, std::slice::from_ref(&renamed)).unwrap();
    let annual = checked.indicators[0].annual.as_ref().unwrap();
    assert_eq!((annual.least.as_str(), annual.origin.as_str()), ("39", "derived"));
    let quarters = checked.indicators[0].quarters.iter().flatten();
    assert_eq!(quarters.filter(|target| target.place.is_some()).count(), 4);
    assert!(checked.remarks.iter().any(|remark| remark.kind == "annual_derived"));
    assert!(checked.remarks.iter().all(|remark| remark.task == Some(5)));
    assert!(bureau.desk.indicators(2013).unwrap().tasks[4].confirmed.is_none());
    // Confirmed under its new name, a value is written again once it is what the text says.
    bureau.desk.confirm_indicators(2013, 5, &[renamed]).unwrap();
    let again = IndicatorInput { name: "演出".to_owned(), ..performances("9") };
    let checked = bureau.desk.check_indicators(2013, 5, &[again]).unwrap();
    assert_eq!(checked.indicators[0].quarters[0].as_ref().unwrap().origin, "written");
}

#[test]
fn rows_over_two_pages_are_said_before_and_after_the_paper_is_in_force() {
    let bureau = Bureau::on("2013-04-18");
    let split = |remarks: &[RemarkView]| -> Vec<Option<u32>> {
        remarks.iter().filter(|one| one.kind == "split_over_pages").map(|one| one.task).collect()
    };
    let preview = bureau.desk.preview_paper("whitepaper.txt", desks::PAPER).unwrap();
    assert!(!split(&preview.remarks).is_empty());
    assert_eq!(split(&preview.remarks), split(&bureau.desk.indicators(2013).unwrap().remarks));
}
