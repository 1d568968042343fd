//! Writing a full backup: manifest first, then every file, in one tar, encrypted where there is a passphrase.
//!
//! Without a passphrase the keys stay at home: whoever finds the stick could sign in the office's name.

use crate::error::{ExchangeError, Result};
use crate::manifest::{self, Entry, Manifest};
use crate::sealed::{self, Measured};
use domain::id::ObjectId;
use domain::watch::Watch;
use fs_err as fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What goes into a full backup.
#[derive(Debug, Clone)]
pub struct Contents {
    /// Whose.
    pub store: ObjectId,
    /// Whether it is the sample.
    pub sample: bool,
    /// Milliseconds since 1970 by the caller's clock.
    pub made_ms: i64,
    /// Its files; `store.db` first.
    pub files: Vec<File>,
}

/// One file that goes in.
#[derive(Debug, Clone)]
pub struct File {
    /// Its place in the restored folder: `store.db`, `blobs/ab/<hash>`, `keys/former/<name>`.
    pub name: String,
    /// Where it can be read.
    pub path: PathBuf,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// Whether it only leaves encrypted.
    pub secret: bool,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Bytes of the file.
    pub size: u64,
    /// How many files it holds.
    pub files: usize,
    /// Whether it is encrypted, and so holds the keys.
    pub encrypted: bool,
}

/// Writes a full backup to `target`, replacing a file of that name only once the new one is whole and read back.
/// `watch` hears of each file's bytes twice: packed, then read back.
///
/// # Errors
/// `SourceChanged` when a file is no longer what `contents` says, `Stopped`, `NoRoom`, others when files cannot be read or
/// written. Then `target` is as it was.
pub fn write_full_backup(
    contents: &Contents,
    passphrase: Option<&str>,
    target: &Path,
    watch: &Watch<'_>,
) -> Result<Written> {
    let files: Vec<_> = contents.files.iter().filter(|file| passphrase.is_some() || !file.secret).collect();
    let entry = |file: &&File| Entry { name: file.name.clone(), sha256: file.sha256, size: file.size };
    let manifest = Manifest {
        store: contents.store,
        sample: contents.sample,
        made_ms: contents.made_ms,
        entries: files.iter().map(entry).collect(),
    };
    let text = manifest.write();
    // What restoring would refuse is refused here.
    Manifest::read(&text)?;
    let (mut done, whole) = (0, files.iter().map(|file| file.size).sum::<u64>());
    let size = sealed::write(target, passphrase, &|read| watch(whole + read), |out| {
        let mut tar = tar::Builder::new(out);
        tar.append(&head(manifest::NAME, text.len() as u64, contents.made_ms)?, text.as_bytes())?;
        for file in &files {
            append(&mut tar, file, contents.made_ms, &|read| watch(done + read))?;
            done += file.size;
        }
        tar.finish()?;
        Ok(())
    })?;
    Ok(Written { size, files: files.len(), encrypted: passphrase.is_some() })
}

fn append(
    tar: &mut tar::Builder<&mut dyn Write>,
    file: &File,
    made_ms: i64,
    watch: &Watch<'_>,
) -> Result<()> {
    let inner = fs::File::open(&file.path)?.take(file.size);
    let mut source = Measured::new(inner, watch);
    tar.append(&head(&file.name, file.size, made_ms)?, &mut source)?;
    if source.measure() == (file.size, file.sha256) {
        Ok(())
    } else {
        Err(ExchangeError::SourceChanged(file.path.clone()))
    }
}

/// The same head for the same file: no owner, no local times.
fn head(name: &str, size: u64, made_ms: i64) -> Result<tar::Header> {
    let mut head = tar::Header::new_gnu();
    head.set_path(name)?;
    head.set_size(size);
    head.set_mode(0o600);
    head.set_mtime(u64::try_from(made_ms / 1000).unwrap_or(0));
    head.set_entry_type(tar::EntryType::Regular);
    head.set_cksum();
    Ok(head)
}
