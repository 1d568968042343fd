//! Rounds closed before and after their due date, and what the form then says; the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::entry::Addition;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use desks::Bureau;

fn key(bureau: &Bureau) -> EntryKey {
    let list = bureau.desk.call_list(Some("2013Q1"), None).unwrap();
    let line = list.lines.iter().find(|line| line.name == "文体局").unwrap();
    EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department: line.department.clone() }
}

fn done(text: &str) -> EntryBoxes {
    EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("电话：王某".to_owned()),
        ..EntryBoxes::default()
    }
}

#[test]
fn before_its_due_date_a_round_closes_for_a_reason_only() {
    let bureau = Bureau::on("2013-04-18");
    let refused = bureau.desk.close_round("2013Q1", None).unwrap_err();
    assert_eq!(refused.code(), "round_not_due");
    assert!(refused.text().contains("2013年4月24日"), "{}", refused.text());
    assert!(bureau.desk.close_round("2013Q1", Some(" ")).is_err());
    let closed = bureau.desk.close_round("2013Q1", Some("领导要求")).unwrap();
    assert_eq!((closed.state.as_str(), closed.closings[0].early_reason.as_str()), ("closed", "领导要求"));
    // After the due date a reason is no part of the closing.
    let late = Bureau::on("2013-04-24");
    assert_eq!(late.desk.close_round("2013Q1", Some("x")).unwrap().closings[0].early_reason, "");
}

#[test]
fn what_is_entered_after_closing_is_told_to_belong_to_the_next_round() {
    let bureau = Bureau::on("2013-04-26");
    let key = key(&bureau);
    assert_eq!(bureau.desk.entry_form(&key).unwrap().late_note, None);
    bureau.desk.close_round("2013Q1", None).unwrap();
    // The day of closing still counts.
    assert_eq!(bureau.desk.entry_form(&key).unwrap().late_note, None);
    bureau.go_to("2013-04-27");
    let note = "一季度报告期已于2013年4月26日关闭\u{FF0C}本次填报记入二季度\u{FF08}补报\u{FF09}。";
    assert_eq!(bureau.desk.entry_form(&key).unwrap().late_note.as_deref(), Some(note));
    let submitted = bureau.desk.submit_entry(&key, &done("演出12场")).unwrap();
    assert!(submitted.message.contains(note), "{}", submitted.message);
    // A correction stays where the first entry went.
    assert_eq!(submitted.form.late_note, None);
    assert!(!bureau.desk.submit_entry(&key, &done("演出13场")).unwrap().message.contains("补报"));
    // The command line says so, too.
    let addition = |task: &str, department: &str| Addition {
        task: task.to_owned(),
        quarter: "1".to_owned(),
        department: department.to_owned(),
        claim: Some(ClaimCode::Done),
        text: Some("一".to_owned()),
        ..Addition::default()
    };
    let added = |task, department| bureau.desk.add_progress(&addition(task, department)).unwrap().late_note;
    assert_eq!(added("5", "文体局"), None);
    assert_eq!(added("1", "教育局").as_deref(), Some(note));
    assert_eq!(added("1", "教育局"), None);
    // In the closed round it is no entry.
    let list = bureau.desk.call_list(Some("2013Q1"), Some("2013-07-31")).unwrap();
    let line = list.lines.into_iter().find(|line| line.name == "文体局").unwrap();
    assert_eq!((line.stated, line.owed), (0, 1));
}

#[test]
fn a_list_of_what_is_carried_over_says_until_when_it_is_provisional() {
    let bureau = Bureau::on("2013-10-08");
    let provisional = || bureau.desk.carry_list(2013).unwrap().provisional;
    let told = provisional().unwrap();
    assert!(told.starts_with("暂列至2014年1月10日") && told.contains("2013年四季度"), "{told}");
    // The day itself still takes in.
    bureau.go_to("2014-01-10");
    assert_eq!(provisional(), Some(told));
    bureau.go_to("2014-01-11");
    let told = provisional().unwrap();
    assert!(told.contains("已于2014年1月10日到期") && told.contains("请先关闭报告期"), "{told}");
    bureau.desk.close_round("2013Q4", None).unwrap();
    bureau.go_to("2014-01-12");
    assert_eq!(provisional(), None);
}
