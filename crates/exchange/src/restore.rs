//! Restoring a full backup onto an empty or missing folder: all of it or nothing.
//!
//! Everything is unpacked into a staging folder beside the target, each entry held against the manifest; only the whole
//! takes the target's name. The restored folder holds no device key, so the store makes a new one when it is opened.

use crate::error::{ExchangeError, Result};
use crate::manifest::{self, Entry, Manifest};
use crate::sealed;
use domain::id::ObjectId;
use domain::watch::Watch;
use fs_err as fs;
use ledger::digest::Sha256;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A manifest of a million attachments fits; what is larger is none.
const MANIFEST_SIZE_MAX: u64 = 256 << 20;
/// Zeros behind the last entry: tar's end and its filling up to a record.
const TAIL_SIZE_MAX: u64 = 1 << 20;

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Whose store.
    pub store: ObjectId,
    /// Whether it is the sample.
    pub sample: bool,
    /// When the backup was made, in milliseconds since 1970.
    pub made_ms: i64,
    /// How many files.
    pub files: usize,
    /// Bytes of all files together.
    pub size: u64,
}

/// Whether a backup asks for a passphrase.
///
/// # Errors
/// When the file cannot be read.
pub fn is_encrypted(file: &Path) -> Result<bool> {
    sealed::is_sealed(file)
}

/// Restores a full backup into `target`, which must be empty or missing.
///
/// # Errors
/// `TargetNotEmpty`, `PassphraseNeeded`, `WrongPassphrase`, `NotABackup`, `Newer`, `Damaged`, `Stopped`, `NoRoom`;
/// others when files cannot be read or written. Then `target` is as it was and nothing is left beside it.
pub fn restore_full_backup(
    file: &Path,
    passphrase: Option<&str>,
    target: &Path,
    watch: &Watch<'_>,
) -> Result<Restored> {
    // `a/..` would make the parent another folder than it seems.
    let target = std::path::absolute(target)?;
    let occupied = || ExchangeError::TargetNotEmpty(target.clone());
    if target.exists() && (!target.is_dir() || fs::read_dir(&target)?.next().is_some()) {
        return Err(occupied());
    }
    let source = sealed::open(file, passphrase)?;
    let parent = target.parent().ok_or_else(occupied)?;
    fs::create_dir_all(parent)?;
    let mut folder = tempfile::Builder::new();
    folder.prefix(".bps-restoring-");
    // A store is its owner's alone, as one that is made.
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let staging = folder.tempdir_in(parent)?;
    let restored = unpack(source, staging.path(), watch)?;
    if target.exists() {
        fs::remove_dir(&target).map_err(|_| occupied())?;
    }
    fs::rename(staging.path(), &target)?;
    // It has another name now: there is nothing left to remove.
    let _ = staging.keep();
    sealed::sync(parent)?;
    Ok(restored)
}

fn unpack(source: Box<dyn Read>, staging: &Path, watch: &Watch<'_>) -> Result<Restored> {
    let mut archive = tar::Archive::new(source);
    // Raw: long names and extended heads are entries like any other, and as such refused.
    let mut entries = archive.entries()?.raw(true);
    let first = entries.next().ok_or(ExchangeError::NotABackup)?;
    let manifest = read_manifest(first.map_err(|_| ExchangeError::NotABackup)?)?;
    let mut size = 0;
    for expected in &manifest.entries {
        let damaged = || ExchangeError::Damaged(expected.name.clone());
        let entry = entries.next().ok_or_else(damaged)?.map_err(|_| damaged())?;
        write_entry(entry, expected, staging, &|written| watch(size + written))?;
        size += expected.size;
    }
    if entries.next().is_some() {
        return Err(ExchangeError::Damaged("end".to_owned()));
    }
    check_tail(archive.into_inner())?;
    let Manifest { store, sample, made_ms, entries } = manifest;
    Ok(Restored { store, sample, made_ms, files: entries.len(), size })
}

fn read_manifest(entry: tar::Entry<'_, Box<dyn Read>>) -> Result<Manifest> {
    let head = entry.header();
    let is_manifest = head.entry_type() == tar::EntryType::Regular
        && *head.path_bytes() == *manifest::NAME.as_bytes()
        && entry.size() <= MANIFEST_SIZE_MAX;
    if !is_manifest {
        return Err(ExchangeError::NotABackup);
    }
    let mut text = String::new();
    let read = entry.take(MANIFEST_SIZE_MAX).read_to_string(&mut text);
    read.map_err(|_| ExchangeError::Damaged(manifest::NAME.to_owned()))?;
    Manifest::read(&text)
}

fn write_entry(
    mut entry: tar::Entry<'_, Box<dyn Read>>,
    expected: &Entry,
    staging: &Path,
    watch: &Watch<'_>,
) -> Result<()> {
    let damaged = || ExchangeError::Damaged(expected.name.clone());
    let head = entry.header();
    let fits = head.entry_type() == tar::EntryType::Regular
        && *head.path_bytes() == *expected.name.as_bytes()
        && entry.size() == expected.size;
    if !fits {
        return Err(damaged());
    }
    // The manifest's names are checked: plain parts, none leads upwards.
    let path = expected.name.split('/').fold(PathBuf::from(staging), |path, part| path.join(part));
    let folder = path.parent().unwrap_or(staging);
    fs::create_dir_all(folder)?;
    // tempfile makes files that only the owner reads.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let (mut hash, mut left, mut piece) = (Sha256::default(), expected.size, vec![0; 256 * 1024]);
    while left > 0 {
        let read = match entry.read(&mut piece) {
            Ok(0) => return Err(damaged()),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(damaged()),
        };
        hash.update(&piece[..read]);
        file.write_all(&piece[..read])?;
        left = left.checked_sub(read as u64).ok_or_else(damaged)?;
        if !watch(expected.size - left) {
            return Err(ExchangeError::Stopped);
        }
    }
    if hash.finish() != expected.sha256 {
        return Err(damaged());
    }
    file.as_file().sync_all()?;
    file.persist_noclobber(&path).map_err(|error| error.error)?;
    sealed::sync(folder)
}

/// Reads to the very end, which also authenticates the last piece of an encrypted file: only zeros may stand there.
fn check_tail(mut rest: Box<dyn Read>) -> Result<()> {
    let damaged = || ExchangeError::Damaged("end".to_owned());
    let mut tail = Vec::new();
    rest.by_ref().take(TAIL_SIZE_MAX + 1).read_to_end(&mut tail).map_err(|_| damaged())?;
    if tail.len() as u64 > TAIL_SIZE_MAX || tail.iter().any(|byte| *byte != 0) {
        return Err(damaged());
    }
    Ok(())
}
