//! The health check finds a changed byte wherever it is; an untouched store has no findings.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::period::Quarter::First;
use rusqlite::Connection;
use scene::*;
use store::{FaultKind, Store};

fn recorded(scene: &Scene) -> Store {
    let store = scene.open("a");
    begin(&store, 3);
    let file = store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap();
    submit(&store, with_file(progress(1, First, "一"), file, 1));
    submit(&store, progress(2, First, "二"));
    submit(&store, progress(2, First, "三"));
    store
}

/// Runs statements that the triggers would refuse, as somebody with the file in his hands can.
fn without_triggers(connection: &Connection, sql: &str) {
    let mut statement =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let triggers: Vec<(String, String)> = triggers.map(Result::unwrap).collect();
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, text) in &triggers {
        connection.execute_batch(text).unwrap();
    }
}

/// Changes rows behind the store's back and lists what the check finds.
fn check(sql: &str, expected: &[FaultKind]) {
    let scene = Scene::new();
    drop(recorded(&scene));
    let connection = Connection::open(scene.dir("a").join("store.db")).unwrap();
    without_triggers(&connection, sql);
    drop(connection);
    let mut found: Vec<_> = scene.open("a").check().unwrap().iter().map(|fault| fault.kind).collect();
    found.sort();
    found.dedup();
    assert_eq!(found, expected, "{sql}");
}

#[test]
fn changed_rows_are_found() {
    use FaultKind::*;
    let newest = "WHERE n = (SELECT max(n) FROM rev)";
    check("", &[]);
    check(&format!("UPDATE rev SET body = CAST(body || x'00' AS BLOB) {newest}"), &[Body, Projection]);
    check(&format!("UPDATE rev SET body = x'' {newest}"), &[Body, Projection]);
    check(
        &format!("UPDATE rev SET hdr = CAST(replace(hdr, x'E69D8E', x'E69D8F') AS BLOB) {newest}"),
        &[Header],
    );
    check(&format!("UPDATE rev SET sig = zeroblob(64) {newest}"), &[Signature]);
    check(&format!("UPDATE rev SET wall = wall + 1 {newest}"), &[Columns]);
    check(&format!("UPDATE rev SET seq = seq + 1 {newest}"), &[Columns]);
    check(&format!("UPDATE rev SET op = 'progress.correct' {newest}"), &[Columns]);
    check(&format!("DELETE FROM rev {newest}"), &[Edges, Projection]);
    let first = "WHERE rid IN (SELECT parent FROM edge)";
    check(&format!("DELETE FROM rev {first}"), &[Parent]);
    check("DELETE FROM edge", &[Edges]);
    check("INSERT INTO edge VALUES (zeroblob(32), (SELECT rid FROM rev ORDER BY n LIMIT 1))", &[Edges]);
    check("UPDATE cur_progress SET claim = 'not_done'", &[Projection]);
    check("DELETE FROM cur_evidence", &[Projection]);
    check("UPDATE cur_head SET gen = gen + 1", &[Projection]);
    check("DELETE FROM blob_ref", &[AttachmentUnknown]);
    check("UPDATE blob_ref SET name = 'other.jpg'", &[AttachmentUnknown]);
    check("UPDATE blob SET size = size + 1", &[AttachmentDamaged]);
    check("DROP INDEX rev_device", &[Database]);
    check("UPDATE audit SET what = 'nothing' WHERE n = 1", &[Audit]);
}

#[test]
fn a_revision_cannot_be_changed_or_deleted_by_a_statement() {
    let scene = Scene::new();
    drop(recorded(&scene));
    let connection = Connection::open(scene.dir("a").join("store.db")).unwrap();
    for sql in ["UPDATE rev SET body = x''", "UPDATE rev SET hdr = x'00'", "DELETE FROM rev"] {
        let refused = connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{refused}");
    }
}

#[test]
fn a_changed_body_is_an_error_when_it_is_read_and_never_another_text() {
    let scene = Scene::new();
    drop(recorded(&scene));
    let connection = Connection::open(scene.dir("a").join("store.db")).unwrap();
    let change = "UPDATE rev SET body = CAST(replace(body, x'E4B889', x'E4BA8C') AS BLOB)";
    without_triggers(&connection, change);
    drop(connection);
    let store = scene.open("a");
    let read = store.progress(&key(2, First));
    assert!(matches!(read, Err(store::StoreError::DamagedRevision { .. })), "{read:?}");
    assert_eq!(store.progress(&key(1, First)).unwrap().unwrap().value.progress.text, "一");
}

/// What a person can see of a store; when a revision arrived is this machine's note and nobody signed it.
fn seen(store: &Store) -> store::Result<(store::Digest, String)> {
    let mut latest = store.latest(99)?;
    latest.iter_mut().for_each(|entry| entry.arrived_ms = 0);
    let told = (store.plans()?, store.progress_of(plan_id())?, store.departments()?, latest);
    Ok((store.digest()?, format!("{told:?}")))
}

#[test]
fn no_flipped_byte_of_the_database_file_changes_anything_unnoticed() {
    let scene = Scene::new();
    let store = recorded(&scene);
    let expected = seen(&store).unwrap();
    drop(store);
    let path = scene.dir("a").join("store.db");
    let good = std::fs::read(&path).unwrap();
    let used: Vec<usize> = (0..good.len()).filter(|at| good[*at] != 0).collect();
    // A step that shares no factor with the page size, so that every part of a page has its turn.
    let step = std::env::var("BPS_FLIP_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(41);
    let (mut refused, mut found, mut same) = (0, 0, 0);
    for at in used.into_iter().step_by(step) {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        std::fs::write(&path, bad).unwrap();
        match scene.try_open("a") {
            Err(_) => refused += 1,
            Ok(store) if !store.check().is_ok_and(|faults| faults.is_empty()) => found += 1,
            // What carries nothing recorded: free space, times of the last check, SQLite's own counters.
            Ok(store) => {
                assert!(seen(&store).unwrap() == expected, "byte {at}");
                same += 1;
            }
        }
        for left in ["store.db-wal", "store.db-shm"] {
            let _ = std::fs::remove_file(scene.dir("a").join(left));
        }
    }
    println!("{refused} refused at opening, {found} found by the check, {same} without effect");
    assert!(refused > 0 && found > 0 && refused + found > same, "{refused} {found} {same}");
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let scene = Scene::new();
    let store = recorded(&scene);
    let other = store.add_attachment_from(&mut &b"photo"[..], NOW).unwrap();
    let scan = ledger::digest::sha256(b"scan");
    // A folder where the file belongs is as unreadable as a bad sector.
    std::fs::remove_file(store.attachment_path(&scan)).unwrap();
    std::fs::create_dir(store.attachment_path(&scan)).unwrap();
    std::fs::remove_file(store.attachment_path(&other.sha256)).unwrap();
    let mut found: Vec<_> = store.check().unwrap().iter().map(|fault| fault.kind).collect();
    found.sort();
    assert_eq!(found, [FaultKind::AttachmentMissing, FaultKind::AttachmentUnreadable]);
    std::fs::remove_dir(store.attachment_path(&scan)).unwrap();
    let copied = store.full_backup(&domain::watch::nobody);
    assert!(matches!(copied, Err(store::StoreError::AttachmentMissing(_))), "{copied:?}");
}

#[test]
fn a_damaged_ledger_takes_no_good_backups_place() {
    let scene = Scene::new();
    let copied = |scene: &Scene| scene.open("a").full_backup(&domain::watch::nobody);
    drop(recorded(&scene));
    copied(&scene).unwrap();
    let connection = Connection::open(scene.dir("a").join("store.db")).unwrap();
    // A revision that is no head: no screen would ever meet it.
    without_triggers(&connection, "UPDATE rev SET body = x'00' WHERE rid IN (SELECT parent FROM edge)");
    drop(connection);
    let refused = copied(&scene);
    assert!(matches!(refused, Err(store::StoreError::NotSound(_))), "{refused:?}");
}
