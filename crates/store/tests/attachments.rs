//! Attachments: streamed in, named by their bytes, never named by a revision before they are durable.
#![allow(clippy::unwrap_used, reason = "tests")]

mod scene;

use domain::period::Quarter::{First, Second};
use domain::watch::nobody;
use ledger::Record;
use ledger::digest::sha256;
use scene::*;
use std::io::Read;
use store::{AttachmentState, FaultKind, StoreError};

#[test]
fn a_file_comes_in_once_and_out_the_same() {
    let scene = Scene::new();
    let store = scene.open("a");
    let source = scene.dir("照片.jpg");
    std::fs::write(&source, b"a picture").unwrap();
    let first = store.add_attachment(&source, NOW, &nobody).unwrap();
    assert_eq!((first.sha256, first.size, first.known), (sha256(b"a picture"), 9, false));
    let again = store.add_attachment_from(&mut &b"a picture"[..], NOW).unwrap();
    assert_eq!((again.sha256, again.known), (first.sha256, true));
    let empty = store.add_attachment_from(&mut &b""[..], NOW).unwrap();
    assert_eq!(empty.size, 0);
    let mut content = String::new();
    store.open_attachment(&first.sha256).unwrap().read_to_string(&mut content).unwrap();
    assert_eq!(content, "a picture");
    assert_eq!(std::fs::read_dir(scene.dir("a").join("staging")).unwrap().count(), 0);
    let missing = store.open_attachment(&[1; 32]);
    assert!(matches!(missing, Err(StoreError::AttachmentMissing(_))));
    assert!(matches!(store.verify_attachment(&[1; 32], NOW), Err(StoreError::UnknownAttachment(_))));
    assert!(store.add_attachment(&scene.dir("nothing"), NOW, &nobody).is_err());
}

#[test]
fn evidence_may_only_name_what_is_held() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 3);
    let held = store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap();
    let stranger = store::Attachment { sha256: [1; 32], ..held };
    let other_size = store::Attachment { size: 5, ..held };
    for wrong in [stranger, other_size] {
        let record = Record::Progress(with_file(progress(1, First, "一"), wrong, 1));
        let refused = store.commit(&operation("progress.submit"), vec![record.into()]);
        assert!(matches!(refused, Err(StoreError::UnknownAttachment(_))));
    }
    assert!(store.progress(&key(1, First)).unwrap().is_none());
    submit(&store, with_file(progress(1, First, "一"), held, 1));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_number_is_never_given_twice() {
    let scene = Scene::new();
    let store = scene.open("a");
    begin(&store, 3);
    let file = store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap();
    let max = |task| store.evidence_number_max(plan_id(), task, First, department("文体局").id).unwrap();
    assert_eq!(max(1), 0);
    let two = with_file(with_file(progress(1, First, "一"), file, 1), file, 2);
    let rid = submit(&store, two);
    assert_eq!((max(1), max(2)), (2, 0));
    submit(&store, progress(1, Second, "另"));
    submit(&store, progress(1, First, "去掉"));
    assert_eq!(max(1), 2);
    let last = store.progress(&key(1, First)).unwrap().unwrap().rid;
    store.undo(operation("undo"), vec![last]).unwrap();
    store.undo(operation("undo"), vec![rid]).unwrap();
    assert!(store.progress(&key(1, First)).unwrap().is_none());
    assert_eq!(max(1), 2);
    store.rebuild().unwrap();
    assert_eq!(max(1), 2);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_damaged_or_missing_file_is_found_and_set_aside_when_the_true_one_comes_again() {
    let scene = Scene::new();
    let store = scene.open("a");
    let held = store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap();
    let path = store.attachment_path(&held.sha256);
    let verify = || store.verify_attachment(&held.sha256, NOW).unwrap();
    let kinds = || store.check().unwrap().iter().map(|fault| fault.kind).collect::<Vec<_>>();
    assert_eq!((verify(), kinds()), (AttachmentState::Present, vec![]));
    for flipped in 0..4 {
        let mut bytes = *b"scan";
        bytes[flipped] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert_eq!((verify(), kinds()), (AttachmentState::Damaged, vec![FaultKind::AttachmentDamaged]));
    }
    assert!(matches!(store.full_backup(&nobody), Err(StoreError::AttachmentDamaged(_))));
    assert!(!store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap().known);
    assert_eq!((verify(), kinds()), (AttachmentState::Present, vec![]));
    assert_eq!(std::fs::read(path.with_extension("damaged")).unwrap(), b"scao");
    std::fs::remove_file(&path).unwrap();
    assert_eq!((verify(), kinds()), (AttachmentState::Missing, vec![FaultKind::AttachmentMissing]));
    assert!(!store.add_attachment_from(&mut &b"scan"[..], NOW).unwrap().known);
    assert_eq!(kinds(), []);
}

#[test]
fn a_source_that_changes_while_it_is_read_is_refused() {
    let scene = Scene::new();
    let store = scene.open("a");
    let source = scene.dir("log");
    std::fs::write(&source, vec![1; 4 << 20]).unwrap();
    // Somebody writes on while the first megabyte is read, each time.
    let refused = store.add_attachment(&source, NOW, &|done| {
        use std::io::Write;
        if done <= 1 << 20 {
            let mut file = std::fs::OpenOptions::new().append(true).open(&source).unwrap();
            file.write_all(b"another line\n").unwrap();
        }
        true
    });
    assert!(matches!(refused, Err(StoreError::SourceChanged(_))), "{refused:?}");
    // Control: once it is quiet it comes in.
    store.add_attachment(&source, NOW, &nobody).unwrap();
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_stopped_file_leaves_nothing() {
    let scene = Scene::new();
    let store = scene.open("a");
    let source = scene.dir("video");
    std::fs::write(&source, vec![7; 3 << 20]).unwrap();
    let heard = std::cell::RefCell::new(Vec::new());
    let stopped = store.add_attachment(&source, NOW, &|done| {
        heard.borrow_mut().push(done);
        done < 1 << 20
    });
    assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
    assert_eq!(heard.borrow().last(), Some(&(1 << 20)));
    assert_eq!(store.size().unwrap().attachments, 0);
    assert_eq!(std::fs::read_dir(scene.dir("a").join("staging")).unwrap().count(), 0);
    // Control: not stopped, it is heard to its last byte and comes in.
    let held = store.add_attachment(&source, NOW, &|done| {
        heard.borrow_mut().push(done);
        true
    });
    assert_eq!(held.unwrap().size, 3 << 20);
    assert_eq!(heard.borrow().last(), Some(&(3 << 20)));
}

/// The greatest memory that this process ever took, in bytes.
#[cfg(target_os = "linux")]
fn memory_max() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[test]
#[cfg(target_os = "linux")]
fn two_hundred_megabytes_pass_through_little_memory() {
    let scene = Scene::new();
    let store = scene.open("a");
    let before = memory_max();
    let held = store.add_attachment_from(&mut std::io::repeat(7).take(200_000_000), NOW).unwrap();
    assert_eq!(held.size, 200_000_000);
    assert_eq!(store.verify_attachment(&held.sha256, NOW).unwrap(), AttachmentState::Present);
    // The other tests of this file run beside and take theirs; the kernel sums up late.
    let taken = memory_max().saturating_sub(before);
    assert!(taken < 40_000_000, "{taken}");
}
