//! A clerk at a terminal: runs `bps` on a store of its own and looks at what it says.

#![allow(dead_code, clippy::unwrap_used, reason = "shared by several test files")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) struct Office {
    pub(crate) home: TempDir,
}

/// What one run said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    /// Refused with a sentence that says so; nothing on standard output.
    #[track_caller]
    pub(crate) fn refused(self, words: &str) -> Self {
        self.refused_as(1, words)
    }

    /// The same with another exit code.
    #[track_caller]
    pub(crate) fn refused_as(self, code: i32, words: &str) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(self.err.contains(words), "{words} is not in: {}", self.err);
        assert_eq!(self.out, "");
        self
    }
}

impl Office {
    pub(crate) fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    pub(crate) fn with_plan() -> Self {
        let office = Self::new();
        office.bps(&["paper", "import", &paper()]).done();
        office
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        fs_err::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    pub(crate) fn bps(&self, arguments: &[&str]) -> Said {
        self.bps_in("store", arguments)
    }

    pub(crate) fn bps_in(&self, store: &str, arguments: &[&str]) -> Said {
        said(self.command(store).args(arguments).output().unwrap())
    }

    pub(crate) fn command(&self, store: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bps"));
        command
            .env("BPS_STORE", self.path(store))
            .env("BPS_STATE", self.path("state"))
            .env("BPS_FONTS", project().join("fonts"))
            .env("USER", "某人")
            .env_remove("BPS_PASSPHRASE");
        command
    }
}

pub(crate) fn said(output: Output) -> Said {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap_or(-1);
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert!(!err.contains("panicked"), "{err}");
    Said { code, out, err }
}

/// Every file below a folder, by name.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn paper() -> String {
    project().join("seeds/whitepaper-2013.txt").display().to_string()
}
