//! Copies of the database by SQLite's online backup, rotated; and the parts of a full backup, which `exchange` packs.
//!
//! Each copy is written under another name, reopened, checked, and only then given its own. The attachments stand
//! beside and are part of full backups only.

use crate::error::{Result, StoreError};
use crate::folder::{self, Folder};
use crate::{Store, StoreKind, attachment, audit, check, device, open, project};
use domain::id::ObjectId;
use domain::watch::{self, Watch};
use fs_err as fs;
use ledger::digest::hex;
use rusqlite::{Connection, OpenFlags, OptionalExtension, backup};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Why a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupKind {
    /// The window closes.
    Exit,
    /// The first of a day.
    Daily,
    /// A newer version is about to change the schema.
    Migration,
    /// A paper or a package is about to be imported.
    Import,
    /// Somebody asked for it.
    Asked,
}

impl BackupKind {
    const ALL: [Self; 5] = [Self::Exit, Self::Daily, Self::Migration, Self::Import, Self::Asked];

    /// The word in the file's name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Daily => "daily",
            Self::Migration => "migration",
            Self::Import => "import",
            Self::Asked => "asked",
        }
    }
}

/// A copy that stands in `backups/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// The file.
    pub path: PathBuf,
    /// Why it was made.
    pub kind: BackupKind,
    /// When, in milliseconds since 1970 (to the second).
    pub at_ms: i64,
}

/// The parts of a full backup. Dropping it removes the copy of the database that it made.
#[derive(Debug)]
pub struct FullBackup {
    /// Whose.
    pub store: ObjectId,
    /// Sample or real.
    pub kind: StoreKind,
    /// The files, in the order in which they are to be packed.
    pub files: Vec<FullBackupFile>,
    _database: tempfile::TempPath,
}

/// One file of a full backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullBackupFile {
    /// Its place in the restored folder, with `/`: `store.db`, `blobs/ab/<hash>`, `keys/former/<device>`.
    pub name: String,
    /// Where it can be read.
    pub path: PathBuf,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// Whether it holds secret keys: these leave the machine encrypted or not at all.
    pub secret: bool,
}

impl Store {
    /// Copies the database into `backups/`, checks the copy, and rotates: 7 days, 4 weeks, 12 months.
    ///
    /// # Errors
    /// `BackupFailed` when the copy is not equal; `NoRoom`, others when files cannot be written.
    pub fn backup_now(&self, kind: BackupKind, now_ms: i64) -> Result<BackupMade> {
        let made = self.read_for_backup(|connection| write(&self.folder, connection, kind, now_ms))?;
        let what = format!("backup {}", kind.code());
        self.writer.write(move |pen| audit::add(&pen.connection, now_ms, "", &what))?;
        rotate(&self.folder, made.at_ms)?;
        Ok(made)
    }

    /// Makes the daily copy when the last one is of another day and something was recorded since.
    ///
    /// # Errors
    /// As [`Store::backup_now`].
    pub fn backup_if_due(&self, now_ms: i64) -> Result<Option<BackupMade>> {
        let last = last(&self.folder, now_ms)?;
        let same_day = last.is_some_and(|last| last.div_euclid(DAY_MS) == now_ms.div_euclid(DAY_MS));
        if same_day || !self.recorded_since(last)? {
            return Ok(None);
        }
        self.backup_now(BackupKind::Daily, now_ms).map(Some)
    }

    /// Closes the store, with a copy when something was recorded since the last one.
    ///
    /// # Errors
    /// As [`Store::backup_now`]; the store is closed all the same.
    pub fn exit(self, now_ms: i64) -> Result<Option<BackupMade>> {
        let last = last(&self.folder, now_ms)?;
        if !self.recorded_since(last)? {
            return Ok(None);
        }
        self.backup_now(BackupKind::Exit, now_ms).map(Some)
    }

    /// The copies in `backups/`, newest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn backups(&self) -> Result<Vec<BackupMade>> {
        list(&self.folder)
    }

    /// The parts of a full backup: a checked copy of the database, every attachment, the keys. Every revision is held
    /// against its signature and every attachment hashed again on the way.
    ///
    /// # Errors
    /// `NotSound`, `AttachmentMissing`, `AttachmentDamaged`, `AttachmentUnreadable`: a backup that lacks evidence is refused, not made silently. `Stopped`.
    pub fn full_backup(&self, watch: &Watch<'_>) -> Result<FullBackup> {
        let mut read = 0;
        let staging = self.folder.staging();
        folder::make(&staging)?;
        let database = tempfile::NamedTempFile::new_in(&staging)?.into_temp_path();
        self.read_for_backup(|connection| {
            // Else a damaged ledger would take the place of the last good copy of it.
            let faults = check::ledger(connection)?;
            if faults.is_empty() {
                copy(connection, &database)
            } else {
                Err(StoreError::NotSound(faults.len()))
            }
        })?;
        let mut files = vec![file("store.db".to_owned(), database.to_path_buf(), false)?];
        for (hash, size) in self.attachments()? {
            let path = self.folder.blob(&hash);
            let state = attachment::rehash(&path, &hash, size, &|done| watch(read + done));
            match state.map_err(|error| unreadable(hash, error))? {
                attachment::AttachmentState::Present => read += size,
                attachment::AttachmentState::Damaged => return Err(StoreError::AttachmentDamaged(hash)),
                attachment::AttachmentState::Missing => return Err(StoreError::AttachmentMissing(hash)),
            }
            let name = folder::blob_name(&hash);
            files.push(FullBackupFile { name, path, sha256: hash, size, secret: false });
        }
        files.extend(self.key_files()?);
        Ok(FullBackup { store: self.id, kind: self.kind, files, _database: database })
    }

    /// The keys under the place of former ones, so that a restored folder has no device key and makes its own.
    fn key_files(&self) -> Result<Vec<FullBackupFile>> {
        let mut files = Vec::new();
        if let Some(key) = device::read_key(&self.folder)? {
            let name = format!("keys/former/{}", hex(&key.public()));
            files.push(file(name, self.folder.keys().join("device"), true)?);
        }
        let former = self.folder.keys().join("former");
        if former.exists() {
            for entry in fs::read_dir(former)? {
                let (name, path) = entry.map(|entry| (entry.file_name(), entry.path()))?;
                files.push(file(format!("keys/former/{}", name.to_string_lossy()), path, true)?);
            }
        }
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    /// Whether a revision came after this time; anything at all where there is no backup yet.
    fn recorded_since(&self, since_ms: Option<i64>) -> Result<bool> {
        self.read(|connection| {
            let last =
                connection.query_row("SELECT arrived FROM rev ORDER BY n DESC LIMIT 1", [], |row| row.get(0));
            let last: Option<i64> = last.optional()?;
            Ok(match (last, since_ms) {
                (None, _) => false,
                (Some(_), None) => true,
                (Some(last), Some(since)) => last >= since,
            })
        })
    }

    /// A copy holds its own snapshot on its own connection.
    fn read_for_backup<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        read(&open::reading_connection(&self.folder.database())?)
    }
}

const DAY_MS: i64 = 86_400_000;

fn unreadable(hash: [u8; 32], error: StoreError) -> StoreError {
    match error {
        StoreError::Io(why) => StoreError::AttachmentUnreadable(hash, why),
        other => other,
    }
}

fn file(name: String, path: PathBuf, secret: bool) -> Result<FullBackupFile> {
    let (sha256, size) = attachment::hash_file(&path, &watch::nobody)?;
    Ok(FullBackupFile { name, path, sha256, size, secret })
}

/// Copies the database to this path as one self-contained file, and checks that the copy is sound and equal.
fn copy(source: &Connection, target: &Path) -> Result<()> {
    let revisions =
        |connection: &Connection| project::digest_of(connection, "SELECT rid, hdr, body, sig FROM rev");
    // Reading first fixes the state that is copied, whatever is recorded meanwhile.
    let snapshot = source.unchecked_transaction()?;
    let expected = revisions(&snapshot)?;
    let mut copy = Connection::open(target)?;
    let all_pages = -1;
    let step = backup::Backup::new(&snapshot, &mut copy)?.step(all_pages)?;
    // Else the copy would need a WAL beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| error)?;
    drop(snapshot);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reopened = Connection::open_with_flags(target, flags)?;
    let sound =
        step == backup::StepResult::Done && open::first_fault(&reopened, "integrity_check")?.is_none();
    if !sound || revisions(&reopened)? != expected {
        return Err(StoreError::BackupFailed(target.to_owned()));
    }
    drop(reopened);
    fs::File::open(target)?.sync_all()?;
    Ok(())
}

/// Writes a checked copy into `backups/`.
pub(crate) fn write(
    folder: &Folder,
    source: &Connection,
    kind: BackupKind,
    now_ms: i64,
) -> Result<BackupMade> {
    let backups = folder.backups();
    folder::make(&backups)?;
    let staged = tempfile::Builder::new().prefix("writing-").tempfile_in(&backups)?.into_temp_path();
    copy(source, &staged)?;
    let at_ms = now_ms.div_euclid(1000) * 1000;
    let path = backups.join(name(kind, at_ms));
    staged.persist(&path)?;
    folder::sync(&backups)?;
    Ok(BackupMade { path, kind, at_ms })
}

/// daily-20130420T093000Z.db
fn name(kind: BackupKind, at_ms: i64) -> String {
    let at = jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default();
    format!("{}-{}.db", kind.code(), at.strftime("%Y%m%dT%H%M%SZ"))
}

fn read_name(name: &str) -> Option<(BackupKind, i64)> {
    let (kind, at) = name.strip_suffix(".db")?.split_once('-')?;
    let kind = BackupKind::ALL.into_iter().find(|known| known.code() == kind)?;
    let at = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", at).ok()?;
    let at = at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    Some((kind, at.as_millisecond()))
}

fn list(folder: &Folder) -> Result<Vec<BackupMade>> {
    let backups = folder.backups();
    if !backups.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(backups)? {
        let entry = entry?;
        if let Some((kind, at_ms)) = read_name(&entry.file_name().to_string_lossy()) {
            found.push(BackupMade { path: entry.path(), kind, at_ms });
        }
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.at_ms));
    Ok(found)
}

/// When the newest copy was made. One of a time to come was made while the clock was wrong, and says nothing about what
/// is due: else nothing would be copied until then.
fn last(folder: &Folder, now_ms: i64) -> Result<Option<i64>> {
    Ok(list(folder)?.into_iter().map(|backup| backup.at_ms).find(|at| *at <= now_ms))
}

fn rotate(folder: &Folder, made_ms: i64) -> Result<()> {
    let found = list(folder)?;
    let mut kept = kept(&found.iter().map(|backup| backup.at_ms).collect::<Vec<_>>());
    kept.insert(made_ms);
    for backup in found.iter().filter(|backup| !kept.contains(&backup.at_ms)) {
        fs::remove_file(&backup.path)?;
    }
    Ok(())
}

/// Which of these times to keep (newest first): the last of each of the 7 latest days, 4 latest weeks and 12 latest
/// months that have one, and the three newest of all.
fn kept(times: &[i64]) -> HashSet<i64> {
    let day = |at: i64| at.div_euclid(DAY_MS);
    // 1 January 1970 was a Thursday: weeks begin on Monday.
    let week = |at: i64| (day(at) + 3).div_euclid(7);
    let month = |at: i64| {
        let date =
            jiff::Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC);
        i64::from(date.year()) * 12 + i64::from(date.month())
    };
    let mut kept: HashSet<i64> = times.iter().take(3).copied().collect();
    let spans: [(&dyn Fn(i64) -> i64, usize); 3] = [(&day, 7), (&week, 4), (&month, 12)];
    for (span, count) in spans {
        let mut seen = HashSet::new();
        for at in times {
            if seen.len() == count && !seen.contains(&span(*at)) {
                break;
            }
            if seen.insert(span(*at)) {
                kept.insert(*at);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for kind in BackupKind::ALL {
            assert_eq!(read_name(&name(kind, 1_366_450_200_000)), Some((kind, 1_366_450_200_000)));
        }
        assert_eq!(name(BackupKind::Daily, 1_366_450_200_000), "daily-20130420T093000Z.db");
        for other in ["daily-x.db", "weekly-20130420T093000Z.db", "writing-abc", "notes.db"] {
            assert_eq!(read_name(other), None, "{other}");
        }
    }

    #[test]
    fn two_years_of_two_a_day_leave_seven_days_four_weeks_twelve_months() {
        let start = 1_366_416_000_000; // 2013-04-20T00:00Z, a Saturday
        let mut times: Vec<i64> = Vec::new();
        for half_day in 0..1460 {
            times.insert(0, start + half_day * DAY_MS / 2);
            let left = kept(&times);
            times.retain(|at| left.contains(at));
        }
        let days: HashSet<_> = times.iter().map(|at| at / DAY_MS).collect();
        let last = times[0] / DAY_MS;
        assert!((0..7).all(|back| days.contains(&(last - back))));
        assert!((20..=24).contains(&times.len()), "{}", times.len());
        assert!(times.iter().any(|at| times[0] - at > 300 * DAY_MS));
    }
}
