//! What leaves the store as one file and comes back: for now the full backup.
//!
//! The only crate that knows age and tar. It knows files, names and hashes and nothing of tables: `store` names the
//! parts, `app` joins the two. A file from elsewhere is never believed: entries are only iterated, each held against
//! the manifest that stands first, and nothing is written outside of the staging folder.

mod error;
mod full;
mod manifest;
mod restore;
mod sealed;

pub use error::{ExchangeError, Result};
pub use full::{Contents, File, Written, write_full_backup};
pub use restore::{Restored, is_encrypted, restore_full_backup};
