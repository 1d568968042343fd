//! Copies of the database: made, checked, rotated, and each a store again.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::period::Quarter::First;
use scene::*;
use store::{BackupKind, DeviceStart};

const DAY: i64 = 86_400_000;

#[test]
fn every_copy_is_a_store_with_the_same_content() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 3);
    let mut expected = Vec::new();
    for (at, kind) in [BackupKind::Daily, BackupKind::Import, BackupKind::Asked].into_iter().enumerate() {
        submit(&store, progress(1, First, kind.code()));
        let made = store.backup_now(kind, NOW + at as i64 * 1000).unwrap();
        expected.push((made, store.digest().unwrap()));
    }
    assert_eq!(store.backups().unwrap().len(), 3);
    for (at, (made, digest)) in expected.into_iter().enumerate() {
        let dir = scene.dir(&format!("from-{at}"));
        std::fs::create_dir(&dir).unwrap();
        std::fs::copy(&made.path, dir.join("store.db")).unwrap();
        let copy = scene.open(&format!("from-{at}"));
        assert_eq!((copy.digest().unwrap(), copy.device()), (digest, DeviceStart::WithoutKey));
        assert_eq!(copy.check().unwrap(), []);
    }
}

#[test]
fn a_copy_is_made_once_a_day_and_on_exit_when_something_was_recorded() {
    let scene = Scene::new();
    let store = scene.open("a");
    assert_eq!(store.backup_if_due(NOW).unwrap(), None);
    begin(&store, 3);
    assert!(store.backup_if_due(NOW + 1000).unwrap().is_some());
    assert_eq!(store.backup_if_due(NOW + 2000).unwrap(), None);
    // Nothing new the next day; something new the day after.
    assert_eq!(store.backup_if_due(NOW + DAY).unwrap(), None);
    let mut later = operation("progress.submit");
    later.wall_ms = NOW + DAY;
    store.commit(&later, vec![ledger::Record::Progress(progress(1, First, "一")).into()]).unwrap();
    assert!(store.backup_if_due(NOW + 2 * DAY).unwrap().is_some());
    assert_eq!(store.exit(NOW + 2 * DAY + 1000).unwrap(), None);

    let store = scene.open("a");
    later.wall_ms = NOW + 3 * DAY;
    store.commit(&later, vec![ledger::Record::Progress(progress(2, First, "二")).into()]).unwrap();
    assert_eq!(store.exit(NOW + 3 * DAY).unwrap().map(|made| made.kind), Some(BackupKind::Exit));
    assert_eq!(scene.open("a").backups().unwrap().len(), 3);
}

#[test]
fn old_copies_go_and_nothing_else_in_the_folder_does() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 1);
    std::fs::create_dir_all(scene.dir("a").join("backups")).unwrap();
    let note = scene.dir("a").join("backups/notes.txt");
    std::fs::write(&note, "x").unwrap();
    for day in 0..40 {
        store.backup_now(BackupKind::Daily, NOW + day * DAY).unwrap();
    }
    let days: Vec<_> = store.backups().unwrap().iter().map(|made| (made.at_ms - NOW) / DAY).collect();
    // 7 days, then the last day of each of 4 weeks and of each month (Sundays; 30 April).
    assert_eq!(days, [39, 38, 37, 36, 35, 34, 33, 29, 22, 10]);
    assert!(note.exists());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_clock_that_was_ahead_keeps_no_copy_from_being_made() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 1);
    // Years ahead, on as many days as are kept; then the clock is put right.
    for day in 0..12 {
        store.backup_now(BackupKind::Daily, NOW + (3000 + 40 * day) * DAY).unwrap();
    }
    submit(&store, progress(1, First, "一"));
    let made = store.backup_if_due(NOW + 1000).unwrap().unwrap();
    assert!(made.path.exists(), "and rotation leaves it");
    assert_eq!(store.backup_if_due(NOW + 2000).unwrap(), None);
}
