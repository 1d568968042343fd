//! Opening: refusals that leave the folder as it was, one process at a time, and noticing a copied folder.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::period::Quarter::First;
use scene::*;
use std::path::Path;
use store::{DeviceStart, OpenOptions, Store, StoreError, StoreKind};

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (source, target) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
        if source.is_dir() {
            copy_folder(&source, &target);
        } else {
            std::fs::copy(source, target).unwrap();
        }
    }
}

/// A closed store that something was recorded in.
fn used(scene: &Scene, name: &str) -> store::Digest {
    let store = scene.open(name);
    begin(&store, 2);
    submit(&store, progress(1, First, "一"));
    store.digest().unwrap()
}

fn device_of_next_revision(store: &Store) -> [u8; 32] {
    submit(store, progress(1, First, "再"));
    store.progress(&key(1, First)).unwrap().unwrap().header.device
}

#[test]
fn a_copied_folder_is_noticed_and_signs_with_its_own_key() {
    let scene = Scene::new();
    let digest = used(&scene, "a");
    copy_folder(&scene.dir("a"), &scene.dir("b"));

    // On the same machine: whoever writes second is noticed.
    let (a, b) = (scene.open("a"), scene.try_open("b").unwrap());
    assert_eq!((a.device(), a.digest().unwrap(), a.id()), (DeviceStart::Known, digest, b.id()));
    let device = device_of_next_revision(&a);
    drop(b);
    let b = scene.open("b");
    assert_eq!(b.device(), DeviceStart::Copied);
    assert_ne!(device_of_next_revision(&b), device);
    assert!(b.audit().unwrap().iter().any(|entry| entry.what.contains("copied folder noticed")));
    drop((a, b));
    // From then on both are devices of their own; neither is noticed again.
    for name in ["a", "b", "a"] {
        let store = scene.open(name);
        assert_eq!(store.device(), DeviceStart::Known, "{name}");
        submit(&store, progress(1, First, name));
        assert_eq!(store.check().unwrap(), []);
    }
}

#[test]
fn a_folder_carried_to_another_machine_is_noticed() {
    let scene = Scene::new();
    used(&scene, "a");
    let elsewhere = OpenOptions { state_dir: scene.dir("other-state"), ..scene.options() };
    let store = Store::open(&scene.dir("a"), &elsewhere).unwrap();
    assert_eq!(store.device(), DeviceStart::Copied);
    drop(store);
    assert_eq!(Store::open(&scene.dir("a"), &elsewhere).unwrap().device(), DeviceStart::Known);
}

#[test]
fn an_older_state_put_in_place_is_noticed_and_a_crash_is_not_taken_for_one() {
    let scene = Scene::new();
    used(&scene, "a");
    copy_folder(&scene.dir("a"), &scene.dir("old"));
    copy_folder(&scene.dir("state"), &scene.dir("old-state"));
    used(&scene, "a");
    let new_state = scene.dir("state");
    // A crash between database and state folder: the state folder is one step behind.
    copy_folder(&new_state, &scene.dir("new-state"));
    copy_folder(&scene.dir("old-state"), &new_state);
    assert_eq!(scene.open("a").device(), DeviceStart::Known);
    copy_folder(&scene.dir("new-state"), &new_state);
    // The old folder under the name of the new one.
    std::fs::remove_dir_all(scene.dir("a")).unwrap();
    copy_folder(&scene.dir("old"), &scene.dir("a"));
    assert_eq!(scene.open("a").device(), DeviceStart::Copied);
}

#[test]
fn a_lost_key_file_makes_a_new_device() {
    let scene = Scene::new();
    let digest = used(&scene, "a");
    std::fs::remove_file(scene.dir("a").join("keys/device")).unwrap();
    let store = scene.open("a");
    assert_eq!((store.device(), store.digest().unwrap()), (DeviceStart::WithoutKey, digest));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn one_process_a_store() {
    let scene = Scene::new();
    let window = OpenOptions { holder: "window".into(), ..scene.options() };
    let store = Store::open(&scene.dir("a"), &window).unwrap();
    let refused = scene.try_open("a");
    assert!(matches!(refused, Err(StoreError::Held { ref by }) if by == "window" || cfg!(windows)));
    submit(&store, progress(1, First, "一"));
    drop(store);
    assert_eq!(scene.open("a").latest(9).unwrap().len(), 1);
}

#[test]
fn any_name_of_a_folder_will_do() {
    let scene = Scene::new();
    for name in ["督查室 2013年", "100% #1?x=y&z", "a+b~c'd\"e"] {
        let digest = used(&scene, name);
        assert_eq!(scene.open(name).digest().unwrap(), digest);
    }
}

#[test]
fn the_sample_stays_a_sample() {
    let scene = Scene::new();
    let sample = OpenOptions { kind: StoreKind::Sample, ..scene.options() };
    drop(Store::open(&scene.dir("a"), &sample).unwrap());
    assert_eq!(scene.open("a").kind(), StoreKind::Sample);
}

/// Opens what `change` made of a used store's folder, and holds every file against what it was.
fn check_refused(change: impl Fn(&Path), is_expected: impl Fn(&StoreError) -> bool) {
    let scene = Scene::new();
    used(&scene, "a");
    let dir = scene.dir("a");
    change(&dir);
    let files = || -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.is_file() && !path.ends_with("lock"));
        files.sort();
        files.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
    };
    let before = files();
    let refused = scene.try_open("a").unwrap_err();
    assert!(is_expected(&refused), "{refused:?}");
    assert!(files() == before, "{refused:?}");
}

fn patch(dir: &Path, at: usize, bytes: &[u8]) {
    let path = dir.join("store.db");
    let mut content = std::fs::read(&path).unwrap();
    content[at..at + bytes.len()].copy_from_slice(bytes);
    std::fs::write(path, content).unwrap();
}

#[test]
fn what_is_refused_is_left_byte_for_byte() {
    use StoreError::{Damaged, Newer, NotAStore};
    let newer = |error: &StoreError| matches!(error, Newer { found: 99, known } if *known < 99);
    let foreign = |error: &StoreError| matches!(error, NotAStore(_));
    let damaged = |error: &StoreError| matches!(error, Damaged(_));
    check_refused(|dir| patch(dir, 60, &99_u32.to_be_bytes()), newer);
    check_refused(|dir| patch(dir, 68, b"abcd"), foreign);
    check_refused(|dir| patch(dir, 0, b"SQLite format 4\0"), foreign);
    check_refused(
        |dir| std::fs::write(dir.join("store.db"), "a letter to the office".repeat(20)).unwrap(),
        foreign,
    );
    check_refused(|dir| std::fs::write(dir.join("store.db"), "").unwrap(), damaged);
    check_refused(|dir| patch(dir, 4096 * 3, &[0xAB; 64]), damaged);
    check_refused(
        |dir| {
            let content = std::fs::read(dir.join("store.db")).unwrap();
            std::fs::write(dir.join("store.db"), &content[..content.len() / 2]).unwrap();
        },
        damaged,
    );
    // A folder of somebody else's is no place for a store.
    check_refused(
        |dir| {
            std::fs::remove_file(dir.join("store.db")).unwrap();
            std::fs::remove_dir_all(dir.join("keys")).unwrap();
            std::fs::write(dir.join("letter.doc"), "x").unwrap();
        },
        foreign,
    );
    // A store that lost its database is not made anew.
    check_refused(
        |dir| {
            std::fs::remove_file(dir.join("store.db")).unwrap();
            std::fs::create_dir(dir.join("blobs")).unwrap();
        },
        damaged,
    );
    // Control: the same folder unchanged opens.
    let scene = Scene::new();
    let digest = used(&scene, "a");
    assert_eq!(scene.open("a").digest().unwrap(), digest);
}

#[test]
fn a_crash_while_making_leaves_a_folder_that_can_be_used() {
    let scene = Scene::new();
    let dir = scene.dir("a");
    std::fs::create_dir_all(dir.join("keys")).unwrap();
    std::fs::write(dir.join("store.db.new"), "half").unwrap();
    std::fs::write(dir.join("keys/device"), "half").unwrap();
    let store = scene.open("a");
    assert_eq!(store.device(), DeviceStart::Made);
    submit(&store, progress(1, First, "一"));
}

#[test]
fn a_new_key_that_cannot_be_noted_leaves_the_old_one() {
    let scene = Scene::new();
    used(&scene, "a");
    let key = || std::fs::read(scene.dir("a").join("keys/device")).unwrap();
    let before = key();
    // On another machine, whose state folder cannot be made.
    std::fs::write(scene.dir("blocked"), "x").unwrap();
    let elsewhere = OpenOptions { state_dir: scene.dir("blocked"), ..scene.options() };
    for _ in 0..2 {
        assert!(matches!(Store::open(&scene.dir("a"), &elsewhere), Err(StoreError::Io(_))));
        assert_eq!(key(), before);
    }
    assert!(!scene.dir("a").join("keys/former").exists());
    assert_eq!(scene.open("a").device(), DeviceStart::Known);
}

#[test]
fn a_state_folder_that_cannot_be_written_is_no_copied_store() {
    let scene = Scene::new();
    used(&scene, "a");
    let (counts, aside) = (scene.dir("state/stores"), scene.dir("aside"));
    for _ in 0..3 {
        let store = scene.open("a");
        std::fs::rename(&counts, &aside).unwrap();
        std::fs::write(&counts, "a file where the counters belong").unwrap();
        for _ in 0..2 {
            let change = ledger::Record::Progress(progress(1, First, "x"));
            assert!(store.commit(&operation("progress.submit"), vec![change.into()]).is_err());
        }
        std::fs::remove_file(&counts).unwrap();
        std::fs::rename(&aside, &counts).unwrap();
    }
    assert_eq!(scene.open("a").device(), DeviceStart::Known);
}

#[test]
fn two_crashes_between_the_two_counters_are_no_copied_store() {
    let scene = Scene::new();
    used(&scene, "a");
    for _ in 0..3 {
        // The database counts a start that the state folder does not hear of.
        let connection = rusqlite::Connection::open(scene.dir("a").join("store.db")).unwrap();
        connection.execute("UPDATE store SET writing_starts = writing_starts + 1", []).unwrap();
        drop(connection);
        assert_eq!(scene.open("a").device(), DeviceStart::Known);
    }
}
