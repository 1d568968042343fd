//! A department is split up in the middle of a year: full names, tasks one by one, over two open years, and taken back.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desks;

use app::desk::Desk;
use app::wire::change::{FullName, OrganisationBoxes, TaskMove};
use desks::Bureau;

fn full(of: &str, full: &str) -> FullName {
    FullName { of: of.to_owned(), full: full.to_owned() }
}

fn goes(year: Option<i16>, task: &str, to: &str) -> TaskMove {
    TaskMove { year, task: task.to_owned(), to: to.to_owned() }
}

/// 经促局 of the 2013 paper holds several tasks; here it becomes two.
fn split_up(tasks: &[TaskMove]) -> OrganisationBoxes {
    OrganisationBoxes {
        kind: "拆分".to_owned(),
        before: vec!["经促局".to_owned()],
        after: vec!["经信局".to_owned(), "投促局".to_owned()],
        full: vec![full("投促局", "区投资促进局"), full("经信局", "区经济和信息化局")],
        tasks: tasks.to_vec(),
        effective: "2013-08-15".to_owned(),
        basis: "深编〔2013〕8号".to_owned(),
    }
}

/// Every held task goes to one or the other in turn.
fn in_turn(desk: &Desk) -> Vec<TaskMove> {
    let held = desk.held_tasks("经促局", "2013-08-15").unwrap();
    let to = ["经信局", "投促局"].into_iter().cycle();
    held.iter().zip(to).map(|(one, to)| goes(Some(one.year), &one.task.to_string(), to)).collect()
}

#[test]
fn each_new_department_gets_its_full_name_and_its_tasks() {
    let bureau = Bureau::on("2013-08-01");
    let desk = &bureau.desk;
    let tasks = in_turn(desk);
    assert!(tasks.len() > 1, "{tasks:?}");
    let done = desk.change_organisation(&split_up(&tasks)).unwrap();
    assert_eq!(done.moves.len(), tasks.len());
    assert!(done.consequences[0].contains("经信局\u{FF08}全称\u{FF1A}区经济和信息化局\u{FF09}"), "{done:?}");
    let departments = desk.settings().unwrap().departments;
    for (short, full, task) in
        [("经信局", "区经济和信息化局", &tasks[0]), ("投促局", "区投资促进局", &tasks[1])]
    {
        let one = departments.iter().find(|one| one.names[0].short == short).unwrap();
        assert_eq!(one.names[0].full, full);
        // The full name is a name: it leads to the same department.
        let held = desk.held_tasks(full, "2013-08-15").unwrap();
        assert!(held.iter().any(|one| one.task.to_string() == task.task), "{held:?}");
    }
    assert!(desk.held_tasks("经促局", "2013-08-15").unwrap().is_empty());
    assert_eq!(desk.held_tasks("经促局", "2013-08-14").unwrap().len(), tasks.len());

    // All of it is one deed, taken back as one.
    let offer = desk.undo_offer().unwrap().unwrap();
    assert!(desk.undo(&offer.revision).unwrap().contains("登记机构变动"));
    let departments = desk.settings().unwrap().departments;
    assert!(!departments.iter().any(|one| one.names[0].short == "经信局"));
    assert_eq!(desk.held_tasks("经促局", "2013-08-15").unwrap().len(), tasks.len());
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let bureau = Bureau::on("2013-08-01");
    let desk = &bureau.desk;
    let tasks = in_turn(desk);
    let refused = |boxes: &OrganisationBoxes| desk.preview_organisation(boxes).unwrap_err().text();
    let named = |names: Vec<FullName>| OrganisationBoxes { full: names, ..split_up(&tasks) };
    for (boxes, part) in [
        (named(vec![full("教育局", "区教育局")]), "“教育局”不在变动后的部门之中"),
        (named(vec![full("", "区经济局")]), "不在变动后的部门之中"),
        (split_up(&tasks[1..]), "2013年度任务"),
        (split_up(&[&tasks[..], &tasks[..1]].concat()), "写了两次"),
        (split_up(&[goes(Some(2014), &tasks[0].task, "经信局")]), "2014"),
    ] {
        assert!(refused(&boxes).contains(part), "{part} in {}", refused(&boxes));
    }
    let known = OrganisationBoxes {
        after: vec!["教育局".to_owned(), "投促局".to_owned()],
        full: vec![full("教育局", "区教育局")],
        tasks: tasks.iter().map(|one| TaskMove { to: "教育局".to_owned(), ..one.clone() }).collect(),
        ..split_up(&[])
    };
    assert!(refused(&known).contains("教育局是已有的部门"), "{}", refused(&known));
}

#[test]
fn a_number_that_two_open_years_have_needs_its_year() {
    let mut bureau = Bureau::on("2013-12-02");
    let next = String::from_utf8(desks::PAPER.to_vec()).unwrap().replace("2013", "2014");
    bureau.desk.import_paper("2014.txt", next.as_bytes()).unwrap();
    let desk = &bureau.desk;
    let both = in_turn(desk);
    assert!([2013, 2014].iter().all(|year| both.iter().any(|one| one.year == Some(*year))), "{both:?}");
    let bare: Vec<TaskMove> = both.iter().map(|one| TaskMove { year: None, ..one.clone() }).collect();
    let refused = desk.preview_organisation(&split_up(&bare)).unwrap_err().text();
    assert!(
        refused.contains("2013") && refused.contains("2014") && refused.contains("请写明年度"),
        "{refused}"
    );
    let done = desk.preview_organisation(&split_up(&both)).unwrap();
    assert_eq!(done.moves.len(), both.len());
}
