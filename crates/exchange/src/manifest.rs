//! The manifest: the first entry of a full backup, in lines that sha256sum's users can read.
//!
//! ```text
//! bps-full-backup 1
//! store <32 hexadecimal digits> real 1366416000000
//! <sha256> <size in bytes> store.db
//! <sha256> <size in bytes> blobs/ab/ab…
//! ```

use crate::error::{ExchangeError, Result};
use domain::id::ObjectId;
use ledger::digest::{from_hex, hex};
use std::collections::HashSet;

pub(crate) const NAME: &str = "manifest";
const HEAD: &str = "bps-full-backup ";
const VERSION: &str = "1";

/// What a full backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub(crate) store: ObjectId,
    pub(crate) sample: bool,
    pub(crate) made_ms: i64,
    pub(crate) entries: Vec<Entry>,
}

/// One file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) sha256: [u8; 32],
    pub(crate) size: u64,
}

impl Manifest {
    pub(crate) fn write(&self) -> String {
        let kind = if self.sample { "sample" } else { "real" };
        let mut text = format!("{HEAD}{VERSION}\nstore {} {kind} {}\n", self.store, self.made_ms);
        for entry in &self.entries {
            text.push_str(&format!("{} {} {}\n", hex(&entry.sha256), entry.size, entry.name));
        }
        text
    }

    /// Reads the text back; anything but its one spelling is refused, and so is every name that is not a store's.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let version =
            lines.next().and_then(|line| line.strip_prefix(HEAD)).ok_or(ExchangeError::NotABackup)?;
        if version != VERSION {
            return Err(ExchangeError::Newer(version.to_owned()));
        }
        let damaged = || ExchangeError::Damaged(NAME.to_owned());
        let about: Vec<_> = lines.next().unwrap_or_default().split(' ').collect();
        let &["store", store, kind, made_ms] = about.as_slice() else { return Err(damaged()) };
        let entry = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let (sha256, size, name) = (from_hex(parts.next()?)?, parts.next()?.parse().ok()?, parts.next()?);
            belongs(name, &sha256).then(|| Entry { name: name.to_owned(), sha256, size })
        };
        let manifest = Self {
            store: store.parse().map_err(|_| damaged())?,
            sample: kind == "sample",
            made_ms: made_ms.parse().map_err(|_| damaged())?,
            entries: lines.map(|line| entry(line).ok_or_else(damaged)).collect::<Result<_>>()?,
        };
        let names: HashSet<_> = manifest.entries.iter().map(|entry| &entry.name).collect();
        let begins = manifest.entries.first().is_some_and(|entry| entry.name == "store.db");
        if begins && names.len() == manifest.entries.len() && manifest.write() == text {
            Ok(manifest)
        } else {
            Err(damaged())
        }
    }
}

/// Whether a name can be a store's: its database, an attachment under its own hash, a former key.
pub(crate) fn belongs(name: &str, sha256: &[u8; 32]) -> bool {
    let parts: Vec<_> = name.split('/').collect();
    match parts.as_slice() {
        ["store.db"] => true,
        ["blobs", two, all] => *all == hex(sha256) && all.starts_with(two) && two.len() == 2,
        ["keys", "former", key] => {
            (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn only_names_of_a_store_are_accepted() {
        let hash = ledger::digest::sha256(b"x");
        let good = format!("blobs/{}/{}", &hex(&hash)[..2], hex(&hash));
        for (name, expected) in [
            ("store.db", true),
            (good.as_str(), true),
            ("keys/former/00ff", true),
            ("keys/device", false),
            ("lock", false),
            ("backups/daily.db", false),
            ("../store.db", false),
            ("/etc/passwd", false),
            ("keys/former/..", false),
            ("keys/former/a/b", false),
            ("keys/former/", false),
            ("blobs/00/00", false),
            ("blobs\\ab\\cd", false),
            ("store.db ", false),
            ("STORE.DB", false),
            ("", false),
        ] {
            assert_eq!(belongs(name, &hash), expected, "{name:?}");
        }
    }

    #[test]
    fn a_manifest_has_one_spelling() {
        let entry = |name: &str| Entry { name: name.into(), sha256: [1; 32], size: 5 };
        let manifest = Manifest {
            store: ObjectId([7; 16]),
            sample: true,
            made_ms: -5,
            entries: vec![entry("store.db"), entry("keys/former/aa")],
        };
        let good = manifest.write();
        assert_eq!(Manifest::read(&good).unwrap(), manifest);
        for bad in [
            good.replace(" 5 ", " 05 "),
            good.replace(" 5 ", " +5 "),
            good.replace("sample", "other"),
            good.replace("keys/former/aa", "store.db"),
            good.replace("store.db", "keys/former/bb"),
            good.replace("keys/former/aa", "../aa"),
            good.replace('\n', "\r\n"),
            format!("{good}\n"),
            good.trim_end().to_owned(),
            good.lines().take(2).map(|line| format!("{line}\n")).collect(),
        ] {
            assert!(matches!(Manifest::read(&bad), Err(ExchangeError::Damaged(_))), "{bad}");
        }
        let newer = good.replace("bps-full-backup 1", "bps-full-backup 2");
        assert!(matches!(Manifest::read(&newer), Err(ExchangeError::Newer(version)) if version == "2"));
        assert!(matches!(Manifest::read("something"), Err(ExchangeError::NotABackup)));
    }
}
