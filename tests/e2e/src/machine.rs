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

/// The file that answers the program's dialogs: one path a line, each taken once.
const PICKS: &str = "picks";

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
        variables.insert("BPS_PICKS".to_owned(), folder.path().join(PICKS));
        Ok(Self { folder, variables })
    }

    /// Its folder, for files that a test hands to the program.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// One more variable for the program.
    #[must_use]
    pub fn with(mut self, variable: &str, place: &Path) -> Self {
        self.variables.insert(variable.to_owned(), place.to_path_buf());
        self
    }

    /// What the program's next dialog chooses, to be read or to be written.
    ///
    /// # Errors
    /// Where it cannot be written down.
    pub fn pick(&self, file: &Path) -> Result<(), Failure> {
        fs_err::write(self.folder.path().join(PICKS), format!("{}\n", file.display()))?;
        Ok(())
    }

    /// A machine and the sample year open on it, 总览 in front.
    ///
    /// # Errors
    /// As [`Machine::empty`] and [`Machine::open`].
    pub async fn sample() -> Result<(Self, Window), Failure> {
        let machine = Self::empty()?;
        let window = machine.open(&["--sample"]).await?;
        window.says("一季度节点").await?;
        Ok((machine, window))
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
