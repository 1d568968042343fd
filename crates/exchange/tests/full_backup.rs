//! Full backups: equal when restored, refused when a byte differs, nothing left behind either way.
#![allow(clippy::unwrap_used, reason = "tests")]

use domain::id::ObjectId;
use domain::watch::nobody;
use exchange::{Contents, ExchangeError, File, is_encrypted, restore_full_backup, write_full_backup};
use ledger::digest::{hex, sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

struct Scene {
    root: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8], secret: bool) -> File {
        let path = self.path(&format!("source-{}", hex(&sha256(name.as_bytes())[..4])));
        std::fs::write(&path, bytes).unwrap();
        File { name: name.into(), path, sha256: sha256(bytes), size: bytes.len() as u64, secret }
    }

    fn contents(&self) -> Contents {
        let photo = vec![7; 3000];
        let name = hex(&sha256(&photo));
        let files = vec![
            self.file("store.db", b"the database", false),
            self.file(&format!("blobs/{}/{name}", &name[..2]), &photo, false),
            self.file("keys/former/00aa", b"secret", true),
        ];
        Contents { store: ObjectId([3; 16]), sample: false, made_ms: 1_366_416_000_000, files }
    }

    /// What stands beside the named things: a half file would show here.
    fn names(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.root.path()).unwrap();
        let mut names: Vec<_> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    files
}

#[test]
fn restored_is_what_was_packed_and_the_keys_only_travel_encrypted() {
    let scene = Scene::new();
    let contents = scene.contents();
    for (passphrase, files) in [(None, 2), (Some("一条口令"), 3)] {
        let (packed, target) = (scene.path("full.bpsbackup"), scene.path("restored"));
        let written = write_full_backup(&contents, passphrase, &packed, &nobody).unwrap();
        assert_eq!((written.files, written.encrypted), (files, passphrase.is_some()));
        assert_eq!(written.size, std::fs::metadata(&packed).unwrap().len());
        assert_eq!(is_encrypted(&packed).unwrap(), passphrase.is_some());
        let bytes = std::fs::read(&packed).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"secret"));
        // An empty folder does as well as a missing one.
        if passphrase.is_some() {
            std::fs::create_dir(&target).unwrap();
        }
        let restored = restore_full_backup(&packed, passphrase, &target, &nobody).unwrap();
        assert_eq!((restored.store, restored.files), (contents.store, files));
        let expected: BTreeMap<_, _> = contents.files[..files]
            .iter()
            .map(|file| (file.name.clone(), std::fs::read(&file.path).unwrap()))
            .collect();
        assert_eq!(tree(&target), expected);
        let again = restore_full_backup(&packed, passphrase, &target, &nobody);
        assert!(matches!(again, Err(ExchangeError::TargetNotEmpty(_))));
        std::fs::remove_dir_all(target).unwrap();
    }
}

#[test]
fn the_same_contents_give_the_same_plain_bytes() {
    let scene = Scene::new();
    let pack = |name: &str| {
        write_full_backup(&scene.contents(), None, &scene.path(name), &nobody).unwrap();
        std::fs::read(scene.path(name)).unwrap()
    };
    assert_eq!(pack("one"), pack("two"));
}

/// Restores bytes; gives the tree, or the refusal after making sure that nothing was left.
fn restore(
    scene: &Scene,
    bytes: &[u8],
    passphrase: Option<&str>,
) -> Result<BTreeMap<String, Vec<u8>>, ExchangeError> {
    let (packed, target) = (scene.path("packed"), scene.path("restored"));
    std::fs::write(&packed, bytes).unwrap();
    let before = scene.names();
    let restored = restore_full_backup(&packed, passphrase, &target, &nobody);
    if let Err(refused) = restored {
        assert_eq!(scene.names(), before);
        return Err(refused);
    }
    let found = tree(&target);
    std::fs::remove_dir_all(target).unwrap();
    Ok(found)
}

#[test]
fn a_flipped_cut_or_longer_plain_file_is_refused_or_the_same() {
    let scene = Scene::new();
    write_full_backup(&scene.contents(), None, &scene.path("full"), &nobody).unwrap();
    let good = std::fs::read(scene.path("full")).unwrap();
    let expected = restore(&scene, &good, None).unwrap();
    let (mut refused, mut same) = (0, 0);
    // Each byte of the first head, then one in forty: a restore waits for the disk several times.
    for at in (0..130).chain((130..good.len()).step_by(41)) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        match restore(&scene, &bad, None) {
            Err(_) => refused += 1,
            // tar's filling behind an entry says nothing.
            Ok(found) => {
                assert_eq!(found, expected, "byte {at}");
                same += 1;
            }
        }
    }
    assert!(refused > same, "{refused} refused, {same} the same");
    for cut in (0..good.len() - 1024).step_by(389) {
        assert!(restore(&scene, &good[..cut], None).is_err(), "cut at {cut}");
    }
    let longer = [&good[..], b"more"].concat();
    assert!(matches!(restore(&scene, &longer, None), Err(ExchangeError::Damaged(_))));
    assert!(matches!(restore(&scene, b"", None), Err(ExchangeError::NotABackup)));
    assert!(matches!(restore(&scene, &[0; 4096], None), Err(ExchangeError::NotABackup)));
}

#[test]
fn a_flipped_or_cut_encrypted_file_and_a_wrong_passphrase_are_refused() {
    let scene = Scene::new();
    write_full_backup(&scene.contents(), Some("right"), &scene.path("full"), &nobody).unwrap();
    let good = std::fs::read(scene.path("full")).unwrap();
    restore(&scene, &good, Some("right")).unwrap();
    assert!(matches!(restore(&scene, &good, None), Err(ExchangeError::PassphraseNeeded)));
    assert!(matches!(restore(&scene, &good, Some("wrong")), Err(ExchangeError::WrongPassphrase)));
    for at in [30, 200, good.len() / 2, good.len() - 1] {
        let mut bad = good.clone();
        bad[at] ^= 1;
        assert!(restore(&scene, &bad, Some("right")).is_err(), "byte {at}");
    }
    assert!(restore(&scene, &good[..good.len() - 1], Some("right")).is_err());
    assert!(restore(&scene, &good[..100], Some("right")).is_err());
}

#[test]
fn strange_entries_are_refused_and_write_nothing_outside() {
    let scene = Scene::new();
    let hash = hex(&sha256(b"x"));
    let manifest = |names: &[&str]| {
        let lines: String = names.iter().map(|name| format!("{hash} 1 {name}\n")).collect();
        format!("bps-full-backup 1\nstore {} real 0\n{lines}", ObjectId([1; 16]))
    };
    let pack = |entries: &[(&str, tar::EntryType, &[u8])]| {
        let mut tar = tar::Builder::new(Vec::new());
        for (name, kind, bytes) in entries {
            let mut head = tar::Header::new_gnu();
            head.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
            head.set_size(bytes.len() as u64);
            head.set_entry_type(*kind);
            head.set_cksum();
            tar.append(&head, *bytes).unwrap();
        }
        tar.into_inner().unwrap()
    };
    use tar::EntryType::{GNULongName, Regular, Symlink};
    let one = manifest(&["store.db"]);
    let check = |entries: &[(&str, tar::EntryType, &[u8])], accepted: bool| {
        assert_eq!(restore(&scene, &pack(entries), None).is_ok(), accepted, "{entries:?}");
        assert!(!scene.path("evil").exists());
    };
    let head = ("manifest", Regular, one.as_bytes());
    check(&[head, ("store.db", Regular, b"x")], true);
    check(&[("store.db", Regular, b"x"), head], false);
    check(&[head, ("store.db", Symlink, b"x")], false);
    check(&[head, ("../evil", Regular, b"x")], false);
    check(&[head, ("store.db", Regular, b"xy")], false);
    check(&[head, ("store.db", Regular, b"y")], false);
    check(&[head], false);
    check(&[head, ("store.db", Regular, b"x"), ("keys/former/a", Regular, b"x")], false);
    check(&[head, ("././@LongLink", GNULongName, b"store.db"), ("s", Regular, b"x")], false);
    let evil = manifest(&["store.db", "../evil"]);
    check(
        &[("manifest", Regular, evil.as_bytes()), ("store.db", Regular, b"x"), ("../evil", Regular, b"x")],
        false,
    );
}

#[test]
fn stopped_anywhere_it_leaves_what_was() {
    let scene = Scene::new();
    let contents = scene.contents();
    let (packed, target) = (scene.path("full"), scene.path("restored"));
    let heard = std::cell::RefCell::new(Vec::new());
    let listening = |done| {
        heard.borrow_mut().push(done);
        true
    };
    for passphrase in [None, Some("right")] {
        write_full_backup(&contents, passphrase, &packed, &listening).unwrap();
        let (before, names) = (std::fs::read(&packed).unwrap(), scene.names());
        let steps = heard.take().len();
        assert!(steps > contents.files.len());
        for stop_at in 0..steps {
            let step = std::cell::Cell::new(0);
            let watch = |_| step.replace(step.get() + 1) < stop_at;
            let stopped = write_full_backup(&contents, passphrase, &packed, &watch);
            assert!(matches!(stopped, Err(ExchangeError::Stopped)), "{stop_at}: {stopped:?}");
            assert_eq!((std::fs::read(&packed).unwrap(), scene.names()), (before.clone(), names.clone()));
        }
        restore_full_backup(&packed, passphrase, &target, &listening).unwrap();
        std::fs::remove_dir_all(&target).unwrap();
        for stop_at in 0..heard.take().len() {
            let step = std::cell::Cell::new(0);
            let watch = |_| step.replace(step.get() + 1) < stop_at;
            let stopped = restore_full_backup(&packed, passphrase, &target, &watch);
            assert!(matches!(stopped, Err(ExchangeError::Stopped)), "{stop_at}: {stopped:?}");
            assert_eq!(scene.names(), names);
        }
    }
}

#[test]
fn a_source_that_changed_leaves_the_old_backup() {
    let scene = Scene::new();
    let contents = scene.contents();
    let packed = scene.path("full");
    write_full_backup(&contents, None, &packed, &nobody).unwrap();
    let (before, names) = (std::fs::read(&packed).unwrap(), scene.names());
    for bytes in [&b"the databasE"[..], b"shorter", b"the database and more"] {
        std::fs::write(&contents.files[0].path, bytes).unwrap();
        let longer = bytes.len() > 12;
        // What grew behind the measured part (no file of a store does) is not packed.
        let written = write_full_backup(&contents, None, &packed, &nobody);
        assert_eq!(matches!(written, Err(ExchangeError::SourceChanged(_))), !longer, "{written:?}");
        assert_eq!((std::fs::read(&packed).unwrap(), scene.names()), (before.clone(), names.clone()));
    }
}
