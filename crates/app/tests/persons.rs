//! Persons, roles and the question who may: on a real store, the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::wire::entry::{ClaimCode, EntryBoxes, EntryKey};
use app::wire::settings::PersonView;
use domain::action::Action;
use domain::role::Role;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::StoreKind;

const PAPER: &[u8] = include_bytes!("../../../seeds/whitepaper-2013.txt");
const DAY_MS: i64 = 86_400_000;

struct Scene {
    _folder: tempfile::TempDir,
    clock: Arc<AtomicI64>,
    desk: Desk,
}

fn opening(folder: &Path, clock: &Arc<AtomicI64>) -> Opening {
    let clock = Arc::clone(clock);
    Opening {
        store: folder.join("store"),
        state: folder.join("state"),
        fonts: folder.join("fonts"),
        holder: "测试".to_owned(),
        by: None,
        kind: StoreKind::Real,
        // 2013-04-18 02:00 UTC.
        clock: Arc::new(move || 1_366_250_400_000 + clock.load(Ordering::Relaxed)),
    }
}

fn person(name: &str) -> PersonView {
    PersonView { name: name.to_owned(), title: String::new() }
}

impl Scene {
    /// 张某 holds 管理, 李某 填报, 王某 督查; 张某 works.
    fn guarded() -> Self {
        let mut scene = Self::unguarded();
        scene.desk.add_person(&person("李某")).unwrap();
        scene.desk.add_person(&person("王某")).unwrap();
        scene.desk.grant_roles("张某", &[Role::Administrator]).unwrap();
        scene.desk.grant_roles("李某", &[Role::Reporter]).unwrap();
        scene.desk.grant_roles("王某", &[Role::Supervisor]).unwrap();
        scene.by("张某");
        scene
    }

    fn unguarded() -> Self {
        let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
        let mut desk = Desk::open(opening(folder.path(), &clock)).unwrap();
        desk.take_over(&person("张某")).unwrap();
        Self { _folder: folder, clock, desk }
    }

    fn by(&mut self, name: &str) {
        self.desk.take_over(&person(name)).unwrap();
    }

    fn pass_days(&self, days: i64) {
        self.clock.fetch_add(days * DAY_MS, Ordering::Relaxed);
    }
}

fn code<T: std::fmt::Debug>(refused: Result<T, app::refusal::Refused>) -> String {
    format!("{:?}", refused.unwrap_err()).split([' ', '(']).next().unwrap().to_owned()
}

#[test]
fn who_holds_no_role_may_all_until_somebody_holds_one() {
    let mut scene = Scene::unguarded();
    assert!(Action::ALL.into_iter().all(|action| scene.desk.may(action).unwrap()));
    scene.desk.grant_roles("张某", &[Role::Administrator, Role::Supervisor]).unwrap();
    let may =
        |scene: &Scene| Action::ALL.into_iter().filter(|action| scene.desk.may(*action).unwrap()).count();
    assert_eq!(may(&scene), 6);
    scene.desk.add_person(&person("李某")).unwrap();
    scene.by("李某");
    assert_eq!(may(&scene), 0);
}

/// Each writing use case with who may not and who may.
#[test]
fn each_use_case_asks_for_its_role() {
    let mut scene = Scene::guarded();
    scene.by("王某");
    scene.desk.import_paper("paper.txt", PAPER).unwrap();
    let query = app::wire::board::BoardQuery { year: 2013, quarter: 1, as_of: None };
    let board = scene.desk.board(&query).unwrap();
    let task = board.goals.iter().flat_map(|goal| &goal.tasks).find(|task| task.number == 5).unwrap();
    let department = task.departments[0].id.clone();
    let key = EntryKey { year: 2013, task: 5, quarter: 1, round: 1, department: department.clone() };
    let boxes = EntryBoxes {
        claim: Some(ClaimCode::Done),
        text: "演出12场".to_owned(),
        on_behalf: Some("电话".to_owned()),
        ..EntryBoxes::default()
    };
    let name = app::wire::settings::DepartmentNameView {
        short: "文广局".to_owned(),
        full: String::new(),
        from: Some("2013-09-01".to_owned()),
        until: None,
        basis: String::new(),
    };
    type Case<'a> = (&'a str, &'a str, Box<dyn Fn(&mut Desk) -> Result<(), app::refusal::Refused> + 'a>);
    let file = scene._folder.path().join("backup.bpsbak");
    let cases: Vec<Case<'_>> = vec![
        ("李某", "王某", Box::new(|desk| desk.submit_entry(&key, &boxes).map(drop))),
        ("李某", "王某", Box::new(|desk| desk.undo_entry(&key).map(drop))),
        ("王某", "李某", Box::new(|desk| desk.record_finding(&key, ClaimCode::Done, "属实").map(drop))),
        ("王某", "张某", Box::new(|desk| desk.confirm_lead(2013, 5, Some(&department), "会议").map(drop))),
        ("王某", "李某", Box::new(|desk| desk.rename_department(&department, &name))),
        ("王某", "李某", Box::new(|desk| desk.import_paper("paper.txt", PAPER).map(drop))),
        ("张某", "王某", Box::new(|desk| desk.rename_office("区督查室", None))),
        ("张某", "王某", Box::new(|desk| desk.set_due_rule(10, 5))),
        ("张某", "李某", Box::new(|desk| desk.add_person(&person("赵某")))),
        ("张某", "李某", Box::new(|desk| desk.grant_roles("李某", &[Role::Reporter]))),
        ("张某", "王某", Box::new(|desk| desk.end_person("赵某", "2013-04-30"))),
        ("张某", "李某", Box::new(|desk| desk.full_backup(&file, None, &|_| true).map(drop))),
    ];
    for (at, (may, may_not, work)) in cases.into_iter().enumerate() {
        scene.by(may_not);
        let refused = work(&mut scene.desk).unwrap_err();
        assert!(refused.text().contains(&format!("请由{may}")), "{at}: {}", refused.text());
        scene.by(may);
        work(&mut scene.desk).unwrap_or_else(|refused| panic!("{at}: {}", refused.text()));
    }
    assert!(scene.desk.check().unwrap().ok);
}

#[test]
fn a_refusal_says_who_is_here_what_is_needed_and_who_has_it() {
    let mut scene = Scene::guarded();
    scene.by("李某");
    let text = scene.desk.require(Action::Find).unwrap_err().text();
    assert_eq!(
        text,
        "没有办理\u{FF1A}“作出认定”需要督查角色\u{FF0C}现在的人员是李某\u{FF08}填报\u{FF09}。\
         请由王某办理\u{FF0C}或由张某在“设置”中授权。"
    );
    let text = scene.desk.require(Action::Review).unwrap_err().text();
    assert!(text.ends_with("现在没有担任审核的人员\u{FF0C}请由张某在“设置”中授权。"), "{text}");
}

#[test]
fn the_last_administrator_stays() {
    let scene = Scene::unguarded();
    scene.desk.add_person(&person("李某")).unwrap();
    assert_eq!(code(scene.desk.grant_roles("李某", &[Role::Reporter])), "FirstGrant");
    scene.desk.grant_roles("张某", &[Role::Administrator]).unwrap();
    assert_eq!(code(scene.desk.grant_roles("张某", &[Role::Reporter])), "LastAdministrator");
    assert_eq!(code(scene.desk.grant_roles("张某", &[])), "LastAdministrator");
    assert_eq!(code(scene.desk.end_person("张某", "2013-12-31")), "LastAdministrator");
    // Control: with another one he may go.
    scene.desk.grant_roles("李某", &[Role::Administrator]).unwrap();
    scene.desk.end_person("张某", "2013-04-30").unwrap();
    assert_eq!(code(scene.desk.grant_roles("李某", &[])), "LastAdministrator");
}

#[test]
fn who_has_left_works_no_more_and_stays_in_the_history() {
    let mut scene = Scene::guarded();
    scene.by("王某");
    scene.desk.import_paper("paper.txt", PAPER).unwrap();
    scene.by("张某");
    assert_eq!(code(scene.desk.end_person("周某", "2013-04-30")), "UnknownPerson");
    scene.desk.end_person("王某", "2013-04-19").unwrap();
    scene.by("王某");
    assert!(scene.desk.may(Action::ChangePlan).unwrap(), "his last day is not over");
    scene.pass_days(2);
    assert_eq!(code(scene.desk.require(Action::ChangePlan)), "PersonEnded");
    assert_eq!(code(scene.desk.take_over(&person("王某"))), "PersonEnded");
    scene.by("张某");
    // Who comes back has none of his roles.
    scene.desk.add_person(&person("王某")).unwrap();
    scene.by("王某");
    assert_eq!(code(scene.desk.require(Action::ChangePlan)), "NotAllowed");
    assert_eq!(code(scene.desk.take_over(&person("过客"))), "UnknownPerson");
}
