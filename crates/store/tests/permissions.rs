//! Folders and files that may not be written: refused as that, and usable again once they may. Nothing here holds for
//! root, who may write everything.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::period::Quarter::First;
use scene::*;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use store::{DeviceStart, Store, StoreError};

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Whether this process is held by permissions at all.
fn held(scene: &Scene) -> bool {
    let file = scene.dir("closed");
    std::fs::write(&file, "x").unwrap();
    allow(&file, 0o000);
    std::fs::read(&file).is_err()
}

fn is_denied(opened: store::Result<Store>) -> bool {
    matches!(opened, Err(StoreError::Io(why)) if why.kind() == std::io::ErrorKind::PermissionDenied)
}

#[test]
fn what_may_not_be_written_is_refused_and_opens_again_when_it_may() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 1);
    submit(&store, progress(1, First, "一"));
    let digest = store.digest().unwrap();
    drop(store);
    if !held(&scene) {
        return;
    }
    let dir = scene.dir("a");
    for (part, closed, open) in [("store.db", 0o444, 0o600), ("", 0o555, 0o700), ("keys", 0o000, 0o700)] {
        allow(&dir.join(part), closed);
        assert!(is_denied(scene.try_open("a")), "{part}");
        allow(&dir.join(part), open);
        let store = scene.open("a");
        assert_eq!((store.device(), store.digest().unwrap()), (DeviceStart::Known, digest), "{part}");
    }
}

#[test]
fn an_index_of_the_log_that_cannot_be_written_is_made_anew() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 1);
    drop(store);
    // What SQLite leaves that was let read a database and not write it.
    let index = scene.dir("a").join("store.db-shm");
    std::fs::write(&index, [0; 32768]).unwrap();
    allow(&index, 0o444);
    let store = scene.open("a");
    submit(&store, progress(1, First, "一"));
}
