//! Persons, roles and the question who may: on a real store, the clock is the test's.

#![allow(clippy::unwrap_used, reason = "tests")]

use app::desk::{Desk, Opening};
use app::pin::PinCost;
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
        desk.hash_pins_at(PinCost::LEAST);
        desk.take_over(&person("张某")).unwrap();
        Self { _folder: folder, clock, desk }
    }

    fn by(&mut self, name: &str) {
        self.desk.take_over(&person(name)).unwrap();
    }

    fn pass_seconds(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::Relaxed);
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
    assert_eq!(may(&scene), 7);
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
        (
            "王某",
            "张某",
            Box::new(|desk| desk.confirm_lead(2013, 5, Some(&department), None, "会议").map(drop)),
        ),
        ("王某", "张某", Box::new(|desk| desk.set_leader(2013, 5, "王某", None, "").map(drop))),
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

#[test]
fn a_pin_is_asked_for_on_taking_over_and_after_a_lock() {
    let mut scene = Scene::guarded();
    scene.by("李某");
    scene.desk.set_pin("李某", "2580").unwrap();
    assert!(scene.desk.may(Action::Report).unwrap(), "who sets it has proved it");
    scene.desk.lock();
    assert!(scene.desk.is_locked().unwrap());
    assert_eq!(code(scene.desk.require(Action::Report)), "PinNeeded");
    assert_eq!(code(scene.desk.unlock("2581")), "PinWrong");
    scene.desk.unlock("\u{FF12}580 ").unwrap();
    assert!(scene.desk.may(Action::Report).unwrap());
    // Who has none takes over as before; the way back needs it.
    scene.by("张某");
    assert!(!scene.desk.is_locked().unwrap());
    assert_eq!(code(scene.desk.take_over(&person("李某"))), "PinNeeded");
    assert_eq!(code(scene.desk.take_over_with_pin(&person("李某"), Some(""))), "PinNeeded");
    assert!(scene.desk.may(Action::Administer).unwrap(), "a refused change leaves who sat there");
    scene.desk.take_over_with_pin(&person("李某"), Some("2580")).unwrap();
    assert!(scene.desk.may(Action::Report).unwrap());
}

#[test]
fn a_pin_counts_in_an_unguarded_office_too_and_only_its_owner_changes_it() {
    let mut scene = Scene::unguarded();
    scene.desk.set_pin("张某", "2580").unwrap();
    scene.desk.lock();
    assert_eq!(code(scene.desk.require(Action::Report)), "PinNeeded");
    assert_eq!(code(scene.desk.set_pin("张某", "1379")), "PinNeeded");
    scene.by("李某");
    assert_eq!(code(scene.desk.set_pin("张某", "1379")), "PinOfAnother");
    for typed in ["123", "1234", "0000", "12ab"] {
        assert_eq!(code(scene.desk.set_pin("李某", typed)), "PinNotTaken");
    }
}

#[test]
fn the_ledger_and_the_audit_hold_no_pin() {
    let mut scene = Scene::unguarded();
    let recovery = scene.desk.set_pin("张某", "258036914725").unwrap().unwrap();
    scene.desk.lock();
    assert_eq!(code(scene.desk.unlock("147258")), "PinWrong");
    assert_eq!(recovery.len(), 39);
    scene.desk.close().unwrap();
    let mut files = vec![scene._folder.path().to_path_buf()];
    while let Some(file) = files.pop() {
        if file.is_dir() {
            files.extend(fs_err::read_dir(&file).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = fs_err::read(&file).unwrap();
        for secret in ["258036914725", "147258", recovery.as_str(), &recovery.replace('-', "")] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{} holds {secret}", file.display());
        }
    }
}

#[test]
fn wrong_pins_are_slowed_down_noted_and_never_for_ever() {
    let mut scene = Scene::unguarded();
    scene.desk.set_pin("张某", "2580").unwrap();
    scene.desk.lock();
    let mut waits = Vec::new();
    for _ in 0..9 {
        let refused = scene.desk.unlock("2581").unwrap_err();
        let app::refusal::Refused::PinWrong { wait, .. } = refused else { panic!("{refused:?}") };
        waits.push(wait);
        if wait > 0 {
            // Also the right one, and no row for what was not looked at.
            assert_eq!(code(scene.desk.unlock("2580")), "PinTooSoon");
            scene.pass_seconds(wait);
        }
    }
    assert_eq!(waits, [0, 0, 10, 30, 60, 120, 300, 900, 900]);
    scene.desk.unlock("2580").unwrap();
    scene.desk.lock();
    let refused = scene.desk.unlock("2581").unwrap_err();
    assert!(
        refused.text().starts_with("张某的 PIN 不对\u{FF08}连续第1次"),
        "counted anew: {}",
        refused.text()
    );
    let Scene { desk, _folder: folder, clock } = scene;
    desk.close().unwrap();
    let store = store::Store::open(
        &folder.path().join("store"),
        &store::OpenOptions {
            state_dir: folder.path().join("state"),
            now_ms: clock.load(Ordering::Relaxed),
            holder: "测试".to_owned(),
            kind: StoreKind::Real,
        },
    )
    .unwrap();
    let rows: Vec<_> =
        store.audit().unwrap().into_iter().filter(|row| row.what.ends_with(" wrong")).collect();
    assert_eq!(rows.len(), 10);
    assert!(rows.iter().all(|row| row.who == "张某"));
}

#[test]
fn closing_the_program_shortens_no_delay() {
    let mut scene = Scene::unguarded();
    scene.desk.set_pin("张某", "2580").unwrap();
    scene.desk.lock();
    for _ in 0..3 {
        assert_eq!(code(scene.desk.unlock("9999")), "PinWrong");
    }
    let Scene { desk, _folder: folder, clock } = scene;
    desk.close().unwrap();
    let mut desk =
        Desk::open(Opening { by: Some("张某".to_owned()), ..opening(folder.path(), &clock) }).unwrap();
    assert_eq!(code(desk.unlock("2580")), "PinTooSoon");
    // A clock that was set back makes nobody wait longer.
    clock.fetch_sub(1000 * DAY_MS, Ordering::Relaxed);
    let refused = desk.unlock("2580").unwrap_err();
    assert!(refused.text().contains("10秒"), "{}", refused.text());
}

#[test]
fn a_lost_pin_is_reset_by_an_administrator_or_by_the_sheet() {
    let mut scene = Scene::guarded();
    let sheet = scene.desk.set_pin("张某", "2580").unwrap().unwrap();
    scene.by("李某");
    assert_eq!(scene.desk.set_pin("李某", "1379").unwrap(), None, "one sheet for the office");
    assert_eq!(code(scene.desk.set_pin("张某", "1379")), "NotAllowed");
    scene.desk.take_over_with_pin(&person("张某"), Some("2580")).unwrap();
    scene.desk.set_pin("李某", "8642086").unwrap();
    scene.desk.take_over_with_pin(&person("李某"), Some("8642086")).unwrap();
    // The administrator's own, by the sheet; wrong first.
    assert_eq!(code(scene.desk.recover_pin("张某", "AAAA-BBBB", "1379")), "RecoveryWrong");
    assert_eq!(code(scene.desk.recover_pin("张某", &sheet, "1111")), "PinNotTaken");
    let next = scene.desk.recover_pin("张某", &sheet.to_lowercase().replace('-', " "), "1379").unwrap();
    assert_ne!(next, sheet);
    assert_eq!(code(scene.desk.take_over_with_pin(&person("张某"), Some("2580"))), "PinWrong");
    scene.desk.take_over_with_pin(&person("张某"), Some("1379")).unwrap();
    // Used up; the new one fits.
    assert_eq!(code(scene.desk.recover_pin("张某", &sheet, "2580")), "RecoveryWrong");
    scene.desk.recover_pin("张某", &next, "2580").unwrap();
}

#[test]
fn who_comes_back_has_no_old_pin() {
    let mut scene = Scene::guarded();
    scene.desk.set_pin("李某", "2580").unwrap();
    scene.desk.end_person("李某", "2013-04-18").unwrap();
    scene.pass_days(1);
    assert_eq!(code(scene.desk.take_over_with_pin(&person("李某"), Some("2580"))), "PersonEnded");
    scene.desk.add_person(&person("李某")).unwrap();
    scene.by("李某");
    assert_eq!(code(scene.desk.require(Action::Report)), "NotAllowed");
}

#[test]
fn a_handover_needs_another_who_stays_and_leaves_an_administrator() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::default());
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
    let mut desk = Desk::open(Opening { fonts, ..opening(folder.path(), &clock) }).unwrap();
    desk.take_over(&person("张某")).unwrap();
    desk.add_person(&person("李某")).unwrap();
    desk.grant_roles("张某", &[Role::Administrator]).unwrap();
    assert_eq!(code(desk.hand_over("李某", "李某", "2013-04-30")), "HandoverToSelf");
    assert_eq!(code(desk.hand_over("李某", "周某", "2013-04-30")), "UnknownPerson");
    assert_eq!(code(desk.hand_over("张某", "李某", "2013-04-30")), "LastAdministrator");
    assert!(desk.persons().unwrap().iter().all(|person| person.until.is_none()));
    // Control: the other one goes, and the sheet can be printed again.
    let printed = desk.hand_over("李某", "张某", "2013-04-30").unwrap();
    assert_eq!(desk.hand_over("李某", "张某", "2013-04-30").unwrap().bytes, printed.bytes);
    assert_eq!(desk.persons().unwrap()[1].until.as_deref(), Some("2013-04-30"));
}
