//! kill -9 of a writing process: what it had acknowledged is there afterwards, every time.
//!
//! The test starts itself again as the writing process. That one prints each revision's id after COMMIT; what was read
//! here before the kill is the acknowledgement that the store cannot take back. BPS_KILLS sets the number of kills,
//! BPS_SEED the moments.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::claim::Claim;
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::progress::{Progress, ProgressKey};
use ledger::{Author, ProgressRecord, Record, Rid};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{OpenOptions, Operation, Store, StoreKind};

const WRITER_DIR: &str = "BPS_TEST_WRITER_DIR";

fn open(root: &Path, name: &str) -> Store {
    let options = OpenOptions {
        state_dir: root.join("state"),
        now_ms: 1_366_416_000_000,
        holder: "test".into(),
        kind: StoreKind::Real,
    };
    Store::open(&root.join(name), &options).unwrap()
}

fn operation() -> Operation {
    Operation {
        name: "progress.submit".into(),
        author: Author { name: "李某".into(), title: String::new() },
        office: "督查室".into(),
        on_behalf: None,
        wall_ms: 1_366_416_000_000,
    }
}

/// Each operation changes two objects, so that half of one would show.
fn pair(number: u32) -> Vec<store::NewRevision> {
    let record = |quarter| {
        let round = Round { year: 2013, quarter: Quarter::First };
        let ids = (ObjectId([1; 16]), ObjectId([2; 16]));
        let key = ProgressKey { plan: ids.0, task: number % 50 + 1, quarter, round, department: ids.1 };
        let text = format!("第{number}次").repeat(20);
        let progress = Progress { claim: Some(Claim::Done), text, ..Progress::default() };
        Record::Progress(ProgressRecord { key, progress }).into()
    };
    vec![record(Quarter::First), record(Quarter::Second)]
}

/// The writing process; does nothing in an ordinary run of the tests.
#[test]
fn writes_until_it_is_killed() {
    let Ok(root) = std::env::var(WRITER_DIR) else { return };
    let store = open(Path::new(&root), "store");
    let mut out = std::io::stdout();
    for number in 0.. {
        let rids = store.commit(&operation(), pair(number)).unwrap();
        writeln!(out, "\nwritten {} {}", rids[0], rids[1]).unwrap();
        out.flush().unwrap();
    }
}

fn number_from(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Lets a writing process run for a moment, kills it, and gives what it had acknowledged.
fn write_and_kill(root: &Path, moment: Duration) -> Vec<Rid> {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writes_until_it_is_killed", "--nocapture"])
        .env(WRITER_DIR, root)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut acknowledged = Vec::new();
    let mut take = |line: String| {
        if let Some(rids) = line.strip_prefix("written ") {
            // A line that the kill cut short was not acknowledged.
            let rids: Vec<Rid> = rids.split(' ').filter_map(|rid| rid.parse().ok()).collect();
            acknowledged.extend(if rids.len() == 2 { rids } else { Vec::new() });
        }
    };
    // The moment counts from the first write: starting takes longer than writing.
    for line in lines.by_ref() {
        let line = line.unwrap();
        let begun = line.starts_with("written ");
        take(line);
        if begun {
            break;
        }
    }
    std::thread::sleep(moment);
    writer.kill().unwrap();
    lines.map_while(Result::ok).for_each(take);
    writer.wait().unwrap();
    acknowledged
}

fn stored(store: &Store) -> usize {
    store.latest(u32::MAX).unwrap().len()
}

/// How many of these the store does not hold.
fn lost(store: &Store, acknowledged: &[Rid]) -> usize {
    let all = store.latest(u32::MAX).unwrap();
    let stored: HashSet<_> = all.iter().map(|entry| entry.rid).collect();
    acknowledged.iter().filter(|rid| !stored.contains(rid)).count()
}

/// Puts the database of this moment aside, its log with it.
fn keep_database(root: &Path) {
    fs_err::create_dir(root.join("kept")).unwrap();
    for name in ["store.db", "store.db-wal"] {
        fs_err::copy(root.join("store").join(name), root.join("kept").join(name)).unwrap();
    }
}

fn lost_in_kept(root: &Path, acknowledged: &[Rid]) -> usize {
    lost(&open(root, "kept"), acknowledged)
}

#[test]
fn no_acknowledged_revision_is_lost_when_the_writer_is_killed() {
    let root = tempfile::tempdir().unwrap();
    let (kills, seed) = (number_from("BPS_KILLS", 200), number_from("BPS_SEED", 20_130_417));
    let mut random = seed;
    let mut acknowledged = Vec::new();
    for kill in 0..kills {
        if kill == kills / 2 {
            keep_database(root.path());
        }
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = Duration::from_micros((random >> 33) % 20_000);
        let rids = write_and_kill(root.path(), moment);
        assert!(!rids.is_empty());
        acknowledged.extend(rids);
    }
    let store = open(root.path(), "store");
    // Killed is not copied: the same device all along.
    assert_eq!(store.device(), store::DeviceStart::Known);
    let (stored, lost) = (stored(&store), lost(&store, &acknowledged));
    println!("seed {seed}: {kills} kills, {} acknowledged, {stored} stored, {lost} lost", acknowledged.len());
    assert_eq!((lost, stored % 2), (0, 0));
    assert_eq!(store.check().unwrap(), []);
    let before = store.digest().unwrap();
    store.rebuild().unwrap();
    assert_eq!(store.digest().unwrap(), before);
    // Control: a database that stopped halfway lacks what was acknowledged after it.
    assert!(lost_in_kept(root.path(), &acknowledged) > 0);
}
