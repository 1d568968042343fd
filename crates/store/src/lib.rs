//! The store: one folder on one PC with the ledger in SQLite, the attachments, the device key and backups.
//!
//! The only crate that knows rusqlite. It keeps and finds; what may be written by whom, and every word for people, is
//! `app`'s. No clock: times are arguments. One process at a time holds a store; within it any thread may read and
//! write (`Store` is `Sync`), and one thread does the writing.
//!
//! | to | call |
//! |---|---|
//! | open or make a store, and learn whether the folder was copied | [`Store::open`], [`Store::device`] |
//! | write | [`Store::commit`], `commit_beside_drafts` with an [`Operation`] and [`NewRevision`]s (`Record::…into()`), [`Store::undo`] |
//! | read current values | [`Store::plans`], `plan`, `progress_of`, `progress`, `findings`, `leads`, `departments`, `persons`, `office`, `settings`, [`Store::all`] of any noun; each a [`Recorded`] |
//! | read what was | [`Store::history`], `progress_histories`, `latest`, `heads`, `conflicts`, `evidence_number_max` |
//! | find by any part of a text | [`Store::find`] |
//! | take back, and bring back | [`Store::standing_operation`], [`Store::undo`], [`Store::withdrawn`] |
//! | keep what is being typed | [`Store::save_draft`], `draft`, `drafts`, `discard_draft` |
//! | keep files | [`Store::add_attachment`], `add_attachment_from`, `open_attachment`, `attachment_path`, `verify_attachment` |
//! | be sure | [`Store::check`], [`Store::digest`], [`Store::rebuild`], `audit` |
//! | keep copies | [`Store::backup_now`], `backup_if_due`, `exit`, [`Store::full_backup`] (which `exchange` packs) |
//!
//! In the folder: `store.db`, `blobs/ab/<sha256>`, `keys/device` (the owner's only), `backups/`, `staging/`, `lock`.

mod attachment;
mod audit;
mod backup;
mod check;
mod commit;
mod device;
mod draft;
mod error;
mod folder;
mod migrate;
mod open;
mod place;
mod project;
mod read;
mod secret;
mod size;
mod text;
mod undo;
mod withdrawn;
mod writer;

pub use attachment::{Attachment, AttachmentState};
pub use audit::AuditEntry;
pub use backup::{BackupKind, BackupMade, FullBackup, FullBackupFile};
pub use check::{Digest, Fault, FaultKind};
pub use commit::{Change, NewRevision, Operation};
pub use device::{DeviceStart, random};
pub use draft::Draft;
pub use error::{Result, StoreError};
pub use open::OpenOptions;
pub use read::{Conflict, HistoryEntry, Recorded};
pub use size::StoreSize;
pub use text::{Fit, Found, FoundList, PlaceNames};
pub use undo::OperationDone;
pub use withdrawn::Withdrawn;

use commit::Drafts;
use domain::id::ObjectId;
use ledger::{Rid, natural};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Mutex;

/// What a store is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StoreKind {
    /// An office's own work.
    #[default]
    Real,
    /// The sample year, marked 示例 wherever it shows.
    Sample,
}

impl StoreKind {
    fn code(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Sample => "sample",
        }
    }

    fn from_code(code: &str) -> Self {
        if code == "sample" { Self::Sample } else { Self::Real }
    }
}

/// An open store. Dropping it waits for the last write and frees the folder.
pub struct Store {
    // In the order in which they must go: readers, then the writer (its close folds the WAL in), then the lock.
    readers: Mutex<Vec<Connection>>,
    writer: writer::Writer,
    folder: folder::Folder,
    id: ObjectId,
    kind: StoreKind,
    device: DeviceStart,
    _lock: folder::Lock,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("dir", &self.folder.root).field("id", &self.id).finish_non_exhaustive()
    }
}

/// Whether a store may lie in this folder, before anything is put there.
///
/// # Errors
/// `NetworkFolder`, `RemovableDrive`.
pub fn check_place(dir: &Path) -> Result<()> {
    place::check(dir)
}

impl Store {
    /// The store's own id, the same in its backups and copies.
    #[must_use]
    pub fn id(&self) -> ObjectId {
        self.id
    }

    /// Whether it is the sample.
    #[must_use]
    pub fn kind(&self) -> StoreKind {
        self.kind
    }

    /// How the device stood when the store was opened: made, known, or noticed to be a copy.
    #[must_use]
    pub fn device(&self) -> DeviceStart {
        self.device
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.folder.root
    }

    /// The object under which this store's office is recorded.
    #[must_use]
    pub fn office_id(&self) -> ObjectId {
        natural::office(self.id)
    }

    /// The object under which this store's settings are recorded.
    #[must_use]
    pub fn settings_id(&self) -> ObjectId {
        natural::settings(self.id)
    }

    /// Writes an operation's changes as signed revisions, all or none, and answers after COMMIT with their ids in
    /// order. A draft of a changed object is gone with it.
    ///
    /// # Errors
    /// `UnknownParent`, `UnknownAttachment`; `NoRoom` and others when the database fails. Then nothing is written.
    pub fn commit(&self, operation: &Operation, changes: Vec<NewRevision>) -> Result<Vec<Rid>> {
        let operation = operation.clone();
        let bodies = changes.into_iter().map(Into::into).collect();
        self.writer.write(move |pen| commit::commit(pen, &operation, bodies, Drafts::Dropped))
    }

    /// The same for what did not come from the form: somebody's draft of the same object stays, begun upon what was.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn commit_beside_drafts(&self, operation: &Operation, changes: Vec<NewRevision>) -> Result<Vec<Rid>> {
        let operation = operation.clone();
        let bodies = changes.into_iter().map(Into::into).collect();
        self.writer.write(move |pen| commit::commit(pen, &operation, bodies, Drafts::Kept))
    }

    /// Empties the projections and writes them anew from the revisions.
    ///
    /// # Errors
    /// When the database fails; then they are as before.
    pub fn rebuild(&self) -> Result<()> {
        self.writer.write(|pen| {
            let transaction = pen.connection.transaction()?;
            project::rebuild(&transaction)?;
            transaction.commit()?;
            Ok(())
        })
    }

    /// What happened to the store itself, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn audit(&self) -> Result<Vec<AuditEntry>> {
        self.read(|connection| Ok(audit::read(connection)?.0))
    }

    /// Notes what happened to the store itself (a full backup written, a restore), with the person who asked for it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn note(&self, at_ms: i64, who: &str, what: &str) -> Result<()> {
        let (who, what) = (who.to_owned(), what.to_owned());
        self.writer.write(move |pen| audit::add(&pen.connection, at_ms, &who, &what))
    }
}
