//! The device key file, and how a copied or restored folder is noticed.
//!
//! A device's signatures are only worth something while its key is in one place. A counter changes at each writing
//! start and is kept twice: in the database and, by store and device, in the user's state folder. The database is
//! written first, so the state folder may be one step behind after a crash. Any other difference means that the folder
//! was copied or restored; then a new key is made and the old one is put aside (packages may still be addressed to it).

use crate::error::{Result, StoreError};
use crate::folder::{self, Folder};
use domain::id::ObjectId;
use fs_err as fs;
use ledger::digest::{from_hex, hex};
use ledger::{DeviceKey, DevicePublic};
use std::path::{Path, PathBuf};

/// How the device stood when the store was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceStart {
    /// The store was made just now, and its key with it.
    Made,
    /// The same device as last time.
    Known,
    /// The folder was copied from elsewhere, or an older state was put in its place: a new key was made.
    Copied,
    /// The key file is missing or not this store's, as after restoring a backup: a new key was made.
    WithoutKey,
}

/// Draws random bytes from the system: keys, salts, codes.
///
/// # Errors
/// When the system has none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

const KEY_HEAD: &str = "bps-device 1";

fn key_path(folder: &Folder) -> PathBuf {
    folder.keys().join("device")
}

/// Draws a key.
pub(crate) fn draw_key() -> Result<DeviceKey> {
    Ok(DeviceKey::from_seeds(&random()?, random()?))
}

/// Puts a key in its file; one that stands there is put aside first.
pub(crate) fn put_key(folder: &Folder, key: &DeviceKey) -> Result<()> {
    let path = key_path(folder);
    if path.exists() {
        let name = read_key(folder)?.map_or_else(|| "unreadable".to_owned(), |key| hex(&key.public()));
        let former = folder.keys().join("former");
        folder::make(&former)?;
        fs::rename(&path, former.join(name))?;
        folder::sync(&former)?;
    }
    folder::write_whole(&path, key_text(key).as_bytes())
}

fn key_text(key: &DeviceKey) -> String {
    format!("{KEY_HEAD}\ned25519 {}\nx25519 {}\n", hex(&key.ed25519_seed()), hex(&key.x25519_seed()))
}

/// Reads the key file; `None` where it is missing or unreadable as a key.
pub(crate) fn read_key(folder: &Folder) -> Result<Option<DeviceKey>> {
    let text = match fs::read(key_path(folder)) {
        Ok(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut lines = text.lines();
    let head = lines.next() == Some(KEY_HEAD);
    let mut seed = |name: &str| from_hex::<32>(lines.next()?.strip_prefix(name)?.strip_prefix(' ')?);
    let (signing, packages) = (seed("ed25519"), seed("x25519"));
    Ok(match (head, signing, packages) {
        (true, Some(signing), Some(packages)) => Some(DeviceKey::from_seeds(&signing, packages)),
        _ => None,
    })
}

/// The second place of the counter: a file in the user's state folder, by store and device.
#[derive(Debug, Clone)]
pub(crate) struct StartCount {
    path: PathBuf,
}

impl StartCount {
    pub(crate) fn new(state_dir: &Path, store: ObjectId, device: &DevicePublic) -> Self {
        Self { path: state_dir.join("stores").join(store.to_string()).join(hex(device)) }
    }

    pub(crate) fn read(&self) -> Result<Option<u64>> {
        match fs::read_to_string(&self.path) {
            Ok(text) => Ok(text.trim().parse().ok()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn write(&self, count: u64) -> Result<()> {
        folder::write_whole(&self.path, count.to_string().as_bytes())
    }
}

/// Tells how the device stands from the two counters.
pub(crate) fn compare(in_database: u64, in_state: Option<u64>) -> DeviceStart {
    match in_state {
        Some(state) if state == in_database || state.checked_add(1) == Some(in_database) => {
            DeviceStart::Known
        }
        _ => DeviceStart::Copied,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn counters() {
        for (database, state, expected) in [
            (0, Some(0), DeviceStart::Known),
            (7, Some(7), DeviceStart::Known),
            (8, Some(7), DeviceStart::Known),
            (9, Some(7), DeviceStart::Copied),
            (6, Some(7), DeviceStart::Copied),
            (0, None, DeviceStart::Copied),
            (1, None, DeviceStart::Copied),
        ] {
            assert_eq!(compare(database, state), expected, "{database} {state:?}");
        }
    }

    #[test]
    fn the_key_file_is_the_owners_and_comes_back() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder { root: root.path().to_owned() };
        assert!(read_key(&folder).unwrap().is_none());
        let first = draw_key().unwrap();
        put_key(&folder, &first).unwrap();
        let again = read_key(&folder).unwrap().unwrap();
        assert_eq!((again.public(), again.x25519_seed()), (first.public(), first.x25519_seed()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&key_path(&folder)), mode(&folder.keys())), (0o600, 0o700));
        }
        let second = draw_key().unwrap();
        put_key(&folder, &second).unwrap();
        assert_ne!(second.public(), first.public());
        assert!(folder.keys().join("former").join(hex(&first.public())).exists());
        std::fs::write(key_path(&folder), "something else").unwrap();
        assert!(read_key(&folder).unwrap().is_none());
    }
}
