//! Where the project's things lie: its root, the build folder, the programs that come out of it.

use std::env;
use std::path::{Path, PathBuf};

/// The project on this machine.
pub(crate) struct Project {
    /// The folder with the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's build folder: CARGO_TARGET_DIR, else `target`.
    pub(crate) target: PathBuf,
}

/// How a program is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For trying and testing.
    Debug,
    /// For shipping and measuring.
    Release,
}

impl Project {
    /// The project this program was built from, or where it is called from if that has moved.
    ///
    /// # Errors
    /// When neither is the workspace.
    pub(crate) fn find() -> Result<Self, String> {
        let here = env::current_dir().map_err(|error| format!("no current folder: {error}"))?;
        // `cargo run` sets it to xtask/, wherever the call comes from.
        let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let starts = own.iter().chain(std::iter::once(&here));
        let root = starts
            .flat_map(|start| start.ancestors())
            .find(|folder| folder.join("tauri.conf.json").is_file() && folder.join("Cargo.lock").is_file())
            .ok_or("call me from inside the project (no tauri.conf.json above)")?
            .to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| here.join(folder));
        Ok(Self { root, target })
    }

    /// A program as cargo leaves it.
    pub(crate) fn program(&self, name: &str, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        self.target.join(folder).join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// The screens' folder.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A path as it reads from the root, for people.
    pub(crate) fn shortened<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}
