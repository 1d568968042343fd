//! Two departments become one in the middle of a year, played from the first report to the next; the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::desk::Desk;
use app::files::Attached;
use app::wire::change::{FullName, OrganisationBoxes, TaskMove};
use app::wire::chase::{InstructionBoxes, StepBoxes, SupervisionBoxes};
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::settings::DepartmentView;
use desks::Bureau;

const NEW: &str = "文广旅体局";

fn merger(before: &[&str]) -> OrganisationBoxes {
    OrganisationBoxes {
        kind: "合并".to_owned(),
        before: before.iter().map(|&name| name.to_owned()).collect(),
        after: vec![NEW.to_owned()],
        full: vec![FullName { of: String::new(), full: "文化广电旅游体育局".to_owned() }],
        effective: "2013-09-01".to_owned(),
        basis: "深编〔2013〕7号".to_owned(),
        tasks: Vec::new(),
    }
}

fn department(desk: &Desk, name: &str) -> DepartmentView {
    let all = desk.settings().unwrap().departments;
    all.into_iter().find(|one| one.names.last().unwrap().short == name).unwrap()
}

fn key(desk: &Desk, name: &str, round: u8) -> EntryKey {
    EntryKey { year: 2013, task: 5, quarter: 1, round, department: department(desk, name).id }
}

fn said(text: &str) -> EntryBoxes {
    EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("电话".to_owned()),
        ..EntryBoxes::default()
    }
}

/// The office becomes that department's.
fn works_in(desk: &Desk, name: &str) {
    desk.rename_office(name, Some(&department(desk, name).id)).unwrap();
}

/// After the first round 文体局 has spoken on task 5; from September on it is part of the new department.
fn merged() -> Bureau {
    let bureau = Bureau::on("2013-04-18");
    let desk = &bureau.desk;
    desk.submit_entry(&key(desk, "文体局", 1), &said("演出12场")).unwrap();
    bureau.go_to("2013-08-20");
    desk.change_organisation(&merger(&["文体局", "民政局"])).unwrap();
    bureau.go_to("2013-10-08");
    bureau
}

#[test]
fn a_preview_says_what_will_change_and_records_nothing() {
    let bureau = Bureau::on("2013-08-20");
    let before = bureau.desk.settings().unwrap().departments.len();
    let preview = bureau.desk.preview_organisation(&merger(&["文体局", "民政局"])).unwrap();
    let says = preview.consequences.concat();
    for part in
        ["新设部门\u{FF1A}文广旅体局", "2013年度任务", "\u{FF08}五\u{FF09}", "2013年三季度报告期", "不改写"]
    {
        assert!(says.contains(part), "{part} in {says}");
    }
    assert!(bureau.desk.organisation_changes().unwrap().is_empty());
    assert_eq!(bureau.desk.settings().unwrap().departments.len(), before);
    // Recorded, it says the same; only its id is given then.
    let done = bureau.desk.change_organisation(&merger(&["文体局", "民政局"])).unwrap();
    assert_eq!((&done.words, &done.consequences), (&preview.words, &preview.consequences));
    assert_eq!(department(&bureau.desk, NEW).names[0].full, "文化广电旅游体育局");
}

#[test]
fn a_renaming_takes_the_full_name_along() {
    let bureau = Bureau::on("2013-08-20");
    let boxes = OrganisationBoxes { kind: "renamed".to_owned(), ..merger(&["文体局"]) };
    let renamed = bureau.desk.change_organisation(&boxes).unwrap();
    assert!(renamed.consequences.concat().contains("印作“文广旅体局\u{FF08}原文体局\u{FF09}”"));
    let names = department(&bureau.desk, NEW).names;
    assert_eq!((names.len(), names[1].full.as_str()), (2, "文化广电旅游体育局"));
}

#[test]
fn what_was_said_stays_the_predecessors_and_the_successor_sees_it() {
    let bureau = merged();
    let desk = &bureau.desk;
    let first = desk.entry_form(&key(desk, "文体局", 1)).unwrap();
    assert_eq!(first.department_name, "文体局");
    assert_eq!(first.submitted.unwrap().boxes.text, "演出12场");
    let third = desk.entry_form(&key(desk, NEW, 3)).unwrap();
    assert_eq!(third.last_round.as_ref().unwrap().boxes.text, "演出12场");
    assert_eq!(third.last_round.unwrap().department, "文体局");
    assert!(third.departments.iter().any(|one| one.name == NEW));
    desk.submit_entry(&key(desk, NEW, 3), &said("演出36场")).unwrap();
    // The predecessor may not, and is told who may.
    let refused = desk.submit_entry(&key(desk, "文体局", 3), &said("x")).unwrap_err().text();
    for part in ["文体局已不负责", "2013年9月1日", NEW, "深编〔2013〕7号"] {
        assert!(refused.contains(part), "{part} in {refused}");
    }
}

#[test]
fn who_has_not_reported_is_the_successor() {
    let bureau = merged();
    let names = |round: &str| -> Vec<String> {
        let list = bureau.desk.call_list(Some(round), None).unwrap();
        list.lines.into_iter().map(|line| line.name).collect()
    };
    let before = names("2013Q2");
    assert!(before.iter().any(|name| name == "文体局") && before.iter().any(|name| name == "民政局"));
    let after = names("2013Q3");
    assert_eq!(after.iter().filter(|name| name.starts_with(NEW)).count(), 1, "{after:?}");
    assert!(!after.iter().any(|name| name == "文体局" || name == "民政局"), "{after:?}");
}

#[test]
fn the_successors_office_writes_from_its_first_day_on() {
    let bureau = merged();
    let (old, new) = (key(&bureau.desk, "文体局", 1), key(&bureau.desk, NEW, 3));
    let own = |text: &str| EntryBoxes { on_behalf: None, ..said(text) };
    // The day before, what it said is still the predecessor's to correct.
    bureau.go_to("2013-08-31");
    works_in(&bureau.desk, "文体局");
    bureau.desk.submit_entry(&old, &own("演出13场")).unwrap();
    bureau.go_to("2013-09-01");
    let refused = bureau.desk.submit_entry(&old, &own("演出14场")).unwrap_err().text();
    assert!(refused.contains("请由文广旅体局填报"), "{refused}");
    assert!(bureau.desk.entry_form(&old).unwrap().refused.unwrap().contains(NEW));
    works_in(&bureau.desk, NEW);
    bureau.desk.submit_entry(&old, &own("演出14场")).unwrap();
    bureau.desk.submit_entry(&new, &own("演出36场")).unwrap();
    let other = EntryKey { department: department(&bureau.desk, "教育局").id, task: 1, ..new };
    assert!(bureau.desk.submit_entry(&other, &own("x")).is_err());
}

#[test]
fn what_was_to_be_done_goes_on_with_the_successor() {
    let bureau = Bureau::on("2013-06-03");
    let desk = &bureau.desk;
    let instruction = InstructionBoxes {
        task: "5".to_owned(),
        leader: "王某".to_owned(),
        on: "2013-06-03".to_owned(),
        words: "抓紧".to_owned(),
        department: "文体局".to_owned(),
        ..InstructionBoxes::default()
    };
    desk.add_instruction(Some(2013), &instruction, &Attached::default()).unwrap();
    let item = SupervisionBoxes {
        task: "5".to_owned(),
        requirement: "补演出".to_owned(),
        department: "文体局".to_owned(),
        due: "2013-12-20".to_owned(),
        ..SupervisionBoxes::default()
    };
    let item = desk.assign_supervision(Some(2013), &item, &Attached::default()).unwrap();
    desk.change_organisation(&merger(&["文体局"])).unwrap();
    bureau.go_to("2013-09-02");
    let form = desk.entry_form(&key(desk, NEW, 3)).unwrap();
    let lines: Vec<_> =
        form.followed.iter().map(|one| (one.part.as_str(), one.department.as_str())).collect();
    let called = "文广旅体局\u{FF08}原文体局\u{FF09}";
    assert_eq!(lines, [("instructions", called), ("items", called)]);
    let step = StepBoxes { stage: "received".to_owned(), ..StepBoxes::default() };
    works_in(desk, "文体局");
    let refused =
        desk.step_supervision(Some(2013), &item.id, &step, &Attached::default()).unwrap_err().text();
    assert!(refused.contains(NEW), "{refused}");
    works_in(desk, NEW);
    desk.step_supervision(Some(2013), &item.id, &step, &Attached::default()).unwrap();
}

#[test]
fn any_name_leads_to_a_department_and_one_that_leads_to_two_is_refused() {
    let bureau = Bureau::on("2013-08-20");
    let rename = |from: &str, day: &str| OrganisationBoxes {
        kind: "renamed".to_owned(),
        effective: day.to_owned(),
        full: Vec::new(),
        ..merger(&[from])
    };
    let desk = &bureau.desk;
    desk.change_organisation(&rename("文体局", "2013-09-01")).unwrap();
    let transfer = OrganisationBoxes {
        kind: "transferred".to_owned(),
        effective: "2013-10-01".to_owned(),
        full: Vec::new(),
        after: vec!["教育局".to_owned()],
        tasks: vec![TaskMove { year: None, task: "五".to_owned(), to: "教育局".to_owned() }],
        ..merger(&["文体局"])
    };
    // The old name still leads to it.
    assert_eq!(desk.preview_organisation(&transfer).unwrap().before, [NEW]);
    desk.change_organisation(&rename("民政局", "2013-09-02")).unwrap();
    let ambiguous = OrganisationBoxes { before: vec![NEW.to_owned()], ..transfer };
    let refused = desk.preview_organisation(&ambiguous).unwrap_err().text();
    assert!(refused.contains("文体局") && refused.contains("民政局"), "{refused}");
}
