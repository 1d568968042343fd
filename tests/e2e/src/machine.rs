//! An empty computer for one test: where the program keeps things, in a temporary folder.

use crate::Failure;
use crate::window::Window;
use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The variables that tell the program (and GTK) where things lie, and their folders on the machine.
const PLACES: &[(&str, &str)] = &[
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "home/.config"),
    ("XDG_CACHE_HOME", "home/.cache"),
    ("XDG_DATA_HOME", "home/.local/share"),
    ("XDG_STATE_HOME", "home/.local/state"),
    ("BPS_HOME", "baipishu"),
    ("BPS_STATE", "state"),
];

/// Folders that vanish with it; what the program wrote stays between two openings.
pub struct Machine {
    folder: TempDir,
    variables: HashMap<String, PathBuf>,
}

impl Machine {
    /// A machine on which the program never ran.
    ///
    /// # Errors
    /// Where no temporary folder can be made.
    pub fn empty() -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let mut variables = HashMap::new();
        for (variable, name) in PLACES {
            let place = folder.path().join(name);
            fs_err::create_dir_all(&place)?;
            variables.insert((*variable).to_owned(), place);
        }
        Ok(Self { folder, variables })
    }

    /// Its folder, for files that a test hands to the program.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// One more variable for the program, such as the file that replaces the next dialog.
    #[must_use]
    pub fn with(mut self, variable: &str, place: &Path) -> Self {
        self.variables.insert(variable.to_owned(), place.to_path_buf());
        self
    }

    /// Starts the program of BAIPISHU_BIN and waits for its window.
    ///
    /// # Errors
    /// No program named, no driver, or no window.
    pub async fn open(&self, arguments: &[&str]) -> Result<Window, Failure> {
        let program =
            env::var_os("BAIPISHU_BIN").ok_or("BAIPISHU_BIN names no program (cargo xtask test sets it)")?;
        self.open_program(Path::new(&program), arguments).await
    }

    /// Starts another program with a web view of ours and waits for its window.
    ///
    /// # Errors
    /// As [`Machine::open`].
    pub async fn open_program(&self, program: &Path, arguments: &[&str]) -> Result<Window, Failure> {
        Window::open(program, arguments, &self.variables, self.folder.path()).await
    }
}
