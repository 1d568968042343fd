//! Attachments: files named by their SHA-256, durable before any revision names them.
//!
//! Stream to staging while hashing → fsync → rename → fsync the folder → only then the row. Original names are data in
//! the revisions and never paths here.

use crate::Store;
use crate::error::{Result, StoreError};
use crate::folder;
use crate::writer::Pen;
use domain::watch::{self, Watch};
use fs_err as fs;
use ledger::digest::Sha256;
use rusqlite::{OptionalExtension, params};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What a reading takes at once; a file of any size passes through this much memory.
const PIECE: usize = 256 * 1024;

/// A file that the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of its bytes: how evidence names it.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// Whether the same bytes were here before.
    pub known: bool,
}

/// What a re-hash found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentState {
    /// Byte for byte as named.
    Present,
    /// Other bytes than its name says; marked, left as it is.
    Damaged,
    /// The file is gone.
    Missing,
}

impl AttachmentState {
    fn code(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Damaged => "damaged",
            Self::Missing => "missing",
        }
    }
}

/// A complete file in staging.
struct Staged {
    file: tempfile::NamedTempFile,
    sha256: [u8; 32],
    size: u64,
}

impl Store {
    /// Takes a file in. A source that changes while it is read is read once more.
    ///
    /// # Errors
    /// `SourceChanged` after the second try, `Stopped`, `NoRoom`, others when files cannot be read or written.
    pub fn add_attachment(&self, source: &Path, now_ms: i64, watch: &Watch<'_>) -> Result<Attachment> {
        for _ in 0..2 {
            let mut file = fs::File::open(source)?;
            let before = stamp(&file.metadata()?);
            let staged = self.stage(&mut file, watch)?;
            // By name again: an editor that saves by renaming leaves our handle on the old file.
            let after = stamp(&fs::metadata(source)?);
            if before == after && staged.size == before.0 {
                return self.keep(staged, now_ms);
            }
        }
        Err(StoreError::SourceChanged(source.to_owned()))
    }

    /// Takes in what a reader gives (a pasted picture, an unpacked entry).
    ///
    /// # Errors
    /// `NoRoom`, others when the reader fails or files cannot be written.
    pub fn add_attachment_from(&self, source: &mut dyn Read, now_ms: i64) -> Result<Attachment> {
        let staged = self.stage(source, &watch::nobody)?;
        self.keep(staged, now_ms)
    }

    /// The attachment's file, opened for reading.
    ///
    /// # Errors
    /// `AttachmentMissing`.
    pub fn open_attachment(&self, sha256: &[u8; 32]) -> Result<std::fs::File> {
        let opened = fs::File::open(self.folder.blob(sha256));
        match opened {
            Ok(file) => Ok(file.into_parts().0),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(StoreError::AttachmentMissing(*sha256))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Where the attachment's file stands. It is never to be written or handed to another program: copy it.
    #[must_use]
    pub fn attachment_path(&self, sha256: &[u8; 32]) -> PathBuf {
        self.folder.blob(sha256)
    }

    /// Where photos reduced for print may be kept. What lies there is no record: it is made again from the attachments, and
    /// no backup holds it.
    #[must_use]
    pub fn reduced_folder(&self) -> PathBuf {
        self.folder.reduced()
    }

    /// The names under which revisions name it, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn attachment_names(&self, sha256: &[u8; 32]) -> Result<Vec<String>> {
        self.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT DISTINCT name FROM blob_ref WHERE hash = ?1 ORDER BY name")?;
            let rows = statement.query_map([sha256], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Hashes the attachment's file again and notes what was found.
    ///
    /// # Errors
    /// `UnknownAttachment` for a hash that was never taken in; others when the file cannot be read.
    pub fn verify_attachment(&self, sha256: &[u8; 32], now_ms: i64) -> Result<AttachmentState> {
        let hash = *sha256;
        let size = self.read(|connection| {
            let size =
                connection.query_row("SELECT size FROM blob WHERE hash = ?1", [hash], |row| row.get(0));
            size.optional()?.ok_or(StoreError::UnknownAttachment(hash))
        })?;
        let state = rehash(&self.folder.blob(sha256), sha256, size, &watch::nobody)?;
        self.writer.write(move |pen| {
            pen.connection.execute(
                "UPDATE blob SET state = ?2, verified = ?3 WHERE hash = ?1",
                params![hash, state.code(), now_ms],
            )?;
            Ok(state)
        })
    }

    fn stage(&self, source: &mut dyn Read, watch: &Watch<'_>) -> Result<Staged> {
        let staging = self.folder.staging();
        folder::make(&staging)?;
        let mut file = tempfile::NamedTempFile::new_in(&staging)?;
        let (sha256, size) = copy(source, file.as_file_mut(), watch)?;
        file.as_file().sync_all()?;
        Ok(Staged { file, sha256, size })
    }

    /// Puts a staged file in its place on the writing thread, so that two of the same bytes meet one after the other.
    fn keep(&self, staged: Staged, now_ms: i64) -> Result<Attachment> {
        let (blobs, place) = (self.folder.blobs(), self.folder.blob(&staged.sha256));
        self.writer.write(move |pen| keep(pen, staged, &blobs, &place, now_ms))
    }
}

fn keep(pen: &mut Pen, staged: Staged, blobs: &Path, place: &Path, now_ms: i64) -> Result<Attachment> {
    let Staged { file, sha256, size } = staged;
    let held: Option<String> = pen
        .connection
        .query_row("SELECT state FROM blob WHERE hash = ?1", [sha256], |row| row.get(0))
        .optional()?;
    let same_size = fs::metadata(place).is_ok_and(|metadata| metadata.len() == size);
    let known = held.as_deref() == Some(AttachmentState::Present.code()) && same_size;
    if known {
        return Ok(Attachment { sha256, size, known });
    }
    let folder = place.parent().unwrap_or(blobs);
    folder::make(folder)?;
    if place.exists() && rehash(place, &sha256, size, &watch::nobody)? == AttachmentState::Damaged {
        // Evidence is never deleted, also where it is damaged: set aside.
        fs::rename(place, place.with_extension("damaged"))?;
    }
    file.persist(place)?;
    folder::sync(folder)?;
    folder::sync(blobs)?;
    // The first attachment made `blobs` itself.
    folder::sync(blobs.parent().unwrap_or(blobs))?;
    pen.connection.execute(
        "INSERT INTO blob (hash, size, state, verified, added) VALUES (?1, ?2, 'present', ?3, ?3)
         ON CONFLICT (hash) DO UPDATE SET state = 'present', verified = ?3",
        params![sha256, size, now_ms],
    )?;
    Ok(Attachment { sha256, size, known })
}

/// Size and time of change: what tells that a file was written meanwhile.
fn stamp(metadata: &std::fs::Metadata) -> (u64, Option<std::time::SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

/// Copies to the end, hashing; in constant memory.
fn copy(source: &mut dyn Read, target: &mut dyn Write, watch: &Watch<'_>) -> Result<([u8; 32], u64)> {
    let (mut hash, mut size, mut piece) = (Sha256::default(), 0, vec![0; PIECE]);
    loop {
        let read = match source.read(&mut piece) {
            Ok(0) => return Ok((hash.finish(), size)),
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        hash.update(&piece[..read]);
        target.write_all(&piece[..read])?;
        size += read as u64;
        if !watch(size) {
            return Err(StoreError::Stopped);
        }
    }
}

/// The SHA-256 and size of a file.
pub(crate) fn hash_file(path: &Path, watch: &Watch<'_>) -> Result<([u8; 32], u64)> {
    copy(&mut fs::File::open(path)?, &mut std::io::sink(), watch)
}

/// Holds a file against its name.
pub(crate) fn rehash(
    path: &Path,
    sha256: &[u8; 32],
    size: u64,
    watch: &Watch<'_>,
) -> Result<AttachmentState> {
    if !path.exists() {
        return Ok(AttachmentState::Missing);
    }
    let same = hash_file(path, watch)? == (*sha256, size);
    Ok(if same { AttachmentState::Present } else { AttachmentState::Damaged })
}
