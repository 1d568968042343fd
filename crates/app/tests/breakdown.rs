//! Items with their departments, and the lead's text for all of them.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::Desk;
use app::named::NamedEntry;
use app::wire::breakdown::ItemBoxes;
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};

mod scene;
use scene::Scene;

fn key(desk: &Desk, department: &str) -> EntryKey {
    let named = NamedEntry {
        task: "16".to_owned(),
        quarter: "1".to_owned(),
        department: department.to_owned(),
        ..NamedEntry::default()
    };
    desk.entry_key(&named).unwrap()
}

fn submit(desk: &Desk, key: &EntryKey, text: &str) {
    let boxes = EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: text.to_owned(),
        on_behalf: Some("Excel".to_owned()),
        ..EntryBoxes::default()
    };
    desk.submit_entry(key, &boxes).unwrap();
}

#[test]
fn items_are_confirmed_with_their_departments() {
    let scene = Scene::of(None);
    let desk = &scene.desk;
    let cut = desk.milestone_items(2013, 12, 1).unwrap();
    assert!(!cut.confirmed && cut.items.len() > 1);
    let owner = cut.departments[1].id.clone();
    let mut items = cut.items.clone();
    items[0].department = Some(owner.clone());
    let wrong = [ItemBoxes { text: "不在原文".to_owned(), department: None }];
    let refused = desk.confirm_items(2013, 12, 1, &wrong).unwrap_err().text();
    assert!(refused.contains("不是季度目标的原文"), "{refused}");
    let stranger = [ItemBoxes { department: Some(key(desk, "民政局").department), ..items[0].clone() }];
    assert!(desk.confirm_items(2013, 12, 1, &stranger).is_err(), "not responsible for task 12");
    let confirmed = desk.confirm_items(2013, 12, 1, &items).unwrap();
    assert!(confirmed.confirmed);
    assert_eq!(confirmed.items, items);
    // The forms tell whose it is.
    let of =
        |department: &str| EntryKey { task: 12, department: department.to_owned(), ..key(desk, "民政局") };
    let own = desk.entry_form(&of(&owner)).unwrap().item_owners;
    let other = desk.entry_form(&of(&cut.departments[0].id)).unwrap().item_owners;
    assert!(own[0].own && !other[0].own && other[1].own);
    assert_eq!(other[0].department.as_deref(), Some(cut.departments[1].name.as_str()));
    assert!(!desk.confirm_items(2013, 12, 1, &[]).unwrap().confirmed);
}

#[test]
fn the_lead_sums_up_what_the_departments_said() {
    let scene = Scene::of(None);
    let desk = &scene.desk;
    let (civil, social) = (key(desk, "民政局"), key(desk, "社工委"));
    submit(desk, &civil, "甲完成。");
    let unled = desk.summary(&civil).unwrap_err().text();
    assert!(unled.contains("确认牵头"), "{unled}");
    desk.confirm_lead(2013, 16, Some(&social.department), None, "会议纪要").unwrap();
    submit(desk, &social, "乙完成。");
    let draft = desk.summary(&civil).unwrap();
    assert!(!draft.saved);
    assert_eq!(draft.text, "社工委\u{FF1A}乙完成。\n民政局\u{FF1A}甲完成。", "the lead first");
    let saved = desk.save_summary(&civil, "两部门均已完成。").unwrap();
    assert!(saved.saved && !saved.outdated);
    assert_eq!((saved.text.as_str(), saved.key.department), ("两部门均已完成。", social.department));
    submit(desk, &civil, "甲又完成一项。");
    assert!(desk.summary(&civil).unwrap().outdated);
    assert!(!desk.save_summary(&civil, " ").unwrap().saved, "an empty text takes it back");
    let single = desk.summary(&EntryKey { task: 1, ..civil }).unwrap_err();
    assert!(!single.text().is_empty());
}
