//! A full backup, from one store through one file to a store on an empty machine.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::claim::Claim;
use domain::evidence::{Evidence, EvidenceForm};
use domain::id::ObjectId;
use domain::period::{Quarter, Round};
use domain::progress::{Progress, ProgressKey};
use domain::watch::nobody;
use exchange::{Contents, restore_full_backup, write_full_backup};
use ledger::{Author, ProgressRecord, Record};
use std::path::Path;
use store::{Attachment, DeviceStart, OpenOptions, Operation, Store, StoreKind};

const NOW: i64 = 1_366_416_000_000;

fn open(dir: &Path, state_dir: &Path) -> Store {
    let (state_dir, holder) = (state_dir.to_owned(), "test".to_owned());
    Store::open(dir, &OpenOptions { state_dir, now_ms: NOW, holder, kind: StoreKind::Real }).unwrap()
}

fn key(task: u32) -> ProgressKey {
    let round = Round { year: 2013, quarter: Quarter::First };
    let (plan, department) = (ObjectId([1; 16]), ObjectId([2; 16]));
    ProgressKey { plan, task, quarter: Quarter::First, round, department }
}

fn submit(store: &Store, task: u32, file: Attachment) {
    let form = EvidenceForm::File {
        sha256: file.sha256,
        size: file.size,
        name: "照片.jpg".into(),
        media_type: "image/jpeg".into(),
    };
    let evidence = vec![Evidence { number: Some(1), form, personal: false }];
    let progress =
        Progress { claim: Some(Claim::Done), text: format!("任务{task}"), evidence, ..Progress::default() };
    let operation = Operation {
        name: "progress.submit".into(),
        author: Author { name: "李某".into(), title: String::new() },
        office: "督查室".into(),
        on_behalf: None,
        wall_ms: NOW,
    };
    let record = Record::Progress(ProgressRecord { key: key(task), progress });
    store.commit(&operation, vec![record.into()]).unwrap();
}

fn pack(store: &Store, passphrase: Option<&str>, target: &Path) -> exchange::Written {
    let parts = store.full_backup(&nobody).unwrap();
    let files = parts.files.iter().map(|file| exchange::File {
        name: file.name.clone(),
        path: file.path.clone(),
        sha256: file.sha256,
        size: file.size,
        secret: file.secret,
    });
    let sample = parts.kind == StoreKind::Sample;
    let contents = Contents { store: parts.store, sample, made_ms: NOW, files: files.collect() };
    write_full_backup(&contents, passphrase, target, &nobody).unwrap()
}

#[test]
fn a_restored_store_is_equal_and_signs_with_a_new_key() {
    let root = tempfile::tempdir().unwrap();
    let path = |name: &str| root.path().join(name);
    let store = open(&path("store"), &path("state"));
    for task in 1..=5 {
        let bytes = vec![u8::try_from(task).unwrap(); 300_000];
        let file = store.add_attachment_from(&mut &bytes[..], NOW).unwrap();
        submit(&store, task, file);
    }
    let expected = store.digest().unwrap();
    let device = store.progress(&key(1)).unwrap().unwrap().header.device;

    for (number, passphrase) in [None, Some("一条长一点的口令")].into_iter().enumerate() {
        let packed = path(&format!("full-{number}"));
        let written = pack(&store, passphrase, &packed);
        assert_eq!(written.files, 6 + number);
        // The same machine is the harder case: its state folder knows the store.
        for (place, state) in [("same", "state"), ("other", "other-state")] {
            let target = path(&format!("restored-{number}-{place}"));
            let about = restore_full_backup(&packed, passphrase, &target, &nobody).unwrap();
            assert_eq!((about.store, about.files), (store.id(), written.files));
            let restored = open(&target, &path(state));
            assert_eq!((restored.id(), restored.digest().unwrap()), (store.id(), expected));
            assert_eq!(restored.check().unwrap(), []);
            assert_eq!(restored.device(), DeviceStart::WithoutKey);
            let file = restored.add_attachment_from(&mut &b"new"[..], NOW).unwrap();
            submit(&restored, 1, file);
            let latest = restored.progress(&key(1)).unwrap().unwrap();
            assert_ne!(latest.header.device, device);
            assert_eq!(latest.header.generation, 2);
            assert_eq!(restored.check().unwrap(), []);
            drop(restored);
            assert_eq!(open(&target, &path(state)).device(), DeviceStart::Known);
        }
    }
    // The store that was backed up is untouched by all this, and still itself.
    drop(store);
    let store = open(&path("store"), &path("state"));
    assert_eq!((store.device(), store.digest().unwrap()), (DeviceStart::Known, expected));
    assert!(fs_err::read_dir(path("store").join("staging")).map_or(true, |mut left| left.next().is_none()));
}
