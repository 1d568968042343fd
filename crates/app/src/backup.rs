//! Full backups: one file for another disk, and restoring one on an empty machine.

use crate::desk::{Desk, Opening};
use crate::files;
use crate::refusal::{Outcome, Refused};
use crate::settings::FULL_BACKUP;
use crate::wire::settings::FullBackup;
use crate::wire::work::{Watch, Work};
use domain::action::Action;
use exchange::ExchangeError;
use std::path::Path;
use store::StoreError;

impl Desk {
    /// Makes the database's copy of the day if it is due. A failure keeps nobody from working: it stands among the
    /// frame's notices until the next start.
    pub fn backup_of_the_day(&mut self) {
        if let Err(error) = self.store().backup_if_due(self.now()) {
            self.trouble = Some(format!("今天的自动备份没有做成：{}", Refused::from(error).text()));
        }
    }

    /// Whether who works here may put a restored store in the place of this one; a sample is nobody's.
    ///
    /// # Errors
    /// Not allowed.
    pub fn may_restore(&self) -> Outcome<()> {
        if self.is_sample() { Ok(()) } else { self.require(Action::Administer) }
    }

    /// Writes a full backup; with a passphrase it is encrypted and holds the keys.
    ///
    /// # Errors
    /// An attachment is missing or damaged; the file cannot be written, or lies inside a store; stopped. No half file is left.
    pub fn full_backup(
        &self,
        file: &Path,
        passphrase: Option<&str>,
        watch: &Watch<'_>,
    ) -> Outcome<FullBackup> {
        self.require(Action::Administer)?;
        let target = &files::target(file)?;
        let size = self.store().size()?;
        let (name, attachments) = (files::name(file), size.attachment_bytes);
        // Every attachment is read three times: held against its hash, packed, read back.
        let total = 3 * attachments + 2 * size.database_bytes;
        let goes_on = |done| watch(&Work::Backup.at(&name, done, total));
        let parts = self.store().full_backup(&goes_on).map_err(|refused| match refused {
            StoreError::AttachmentMissing(hash) => Refused::FileMissing(self.file_words(&hash)),
            StoreError::AttachmentUnreadable(hash, why) => {
                Refused::FileUnreadable { file: self.file_words(&hash), why }
            }
            StoreError::AttachmentDamaged(hash) => Refused::FileDamaged(self.file_words(&hash)),
            other => other.into(),
        })?;
        let contents = exchange::Contents {
            store: parts.store,
            sample: self.is_sample(),
            made_ms: self.now(),
            files: parts
                .files
                .iter()
                .map(|part| exchange::File {
                    name: part.name.clone(),
                    path: part.path.clone(),
                    sha256: part.sha256,
                    size: part.size,
                    secret: part.secret,
                })
                .collect(),
        };
        let made =
            exchange::write_full_backup(&contents, passphrase, target, &|done| goes_on(attachments + done))
                .map_err(|refused| match refused {
                ExchangeError::Io(why) => Refused::Unwritable { name: file.display().to_string(), why },
                other => other.into(),
            })?;
        let who = self.author().map(|author| author.name).unwrap_or_default();
        self.store().note(self.now(), &who, &format!("{FULL_BACKUP} {}", files::name(file)))?;
        Ok(FullBackup { file_name: files::name(file), size: made.size, encrypted: made.encrypted })
    }
}

/// Restores a full backup into an empty folder and opens it with a new device key.
///
/// # Errors
/// The file is no backup, damaged, or needs a passphrase; the folder is not empty; stopped. It is then as it was.
pub fn restore(file: &Path, opening: Opening, passphrase: Option<&str>, watch: &Watch<'_>) -> Outcome<Desk> {
    files::readable(file)?;
    store::check_place(&opening.store)?;
    let (name, total) = (files::name(file), fs_err::metadata(file).map_or(0, |found| found.len()));
    let goes_on = |done| watch(&Work::Restore.at(&name, done, total));
    exchange::restore_full_backup(file, passphrase, &opening.store, &goes_on).map_err(
        |refused| match refused {
            ExchangeError::Io(why) => {
                Refused::StoreFolder { place: opening.store.display().to_string(), why }
            }
            other => other.into(),
        },
    )?;
    Desk::open(opening)
}
