//! Choosing files: the system's own dialogs, or in tests what a script says.
//!
//! The page never sees a path. While developing, `BPS_PICKS` names a file with one path a line, each taken once; what is
//! shipped does not know it.

use crate::state::beside;
use std::path::PathBuf;
use std::sync::Mutex;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Where choices come from.
pub(crate) enum Picker {
    System,
    Scripted(Mutex<PathBuf>),
}

/// Which files a dialog offers: a label and extensions; empty for all.
pub(crate) struct Kind {
    pub(crate) label: &'static str,
    pub(crate) extensions: &'static [&'static str],
}

impl Picker {
    pub(crate) fn of_environment() -> Self {
        let script = std::env::var_os("BPS_PICKS").filter(|_| cfg!(debug_assertions));
        script.map_or(Self::System, |script| Self::Scripted(Mutex::new(script.into())))
    }

    /// One file to read; `None` when the dialog is closed without a choice.
    pub(crate) fn open_one<R: Runtime>(&self, app: &AppHandle<R>, kind: &Kind) -> Option<PathBuf> {
        match self {
            Self::System => path(beside(|| with_kind(app, kind).blocking_pick_file())?),
            Self::Scripted(script) => next(script),
        }
    }

    /// Files to read; empty when the dialog is closed without a choice.
    pub(crate) fn open_several<R: Runtime>(&self, app: &AppHandle<R>, kind: &Kind) -> Vec<PathBuf> {
        match self {
            Self::System => {
                let picked = beside(|| with_kind(app, kind).blocking_pick_files()).unwrap_or_default();
                picked.into_iter().filter_map(path).collect()
            }
            Self::Scripted(script) => next(script).into_iter().collect(),
        }
    }

    /// A file to write; the dialog itself asks before an existing one is replaced.
    pub(crate) fn save<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        kind: &Kind,
        suggestion: &str,
    ) -> Option<PathBuf> {
        match self {
            Self::System => {
                path(beside(|| with_kind(app, kind).set_file_name(suggestion).blocking_save_file())?)
            }
            Self::Scripted(script) => next(script),
        }
    }
}

fn with_kind<R: Runtime>(app: &AppHandle<R>, kind: &Kind) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    if kind.extensions.is_empty() { dialog } else { dialog.add_filter(kind.label, kind.extensions) }
}

fn path(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}

/// Takes the script's first line away and gives it.
fn next(script: &Mutex<PathBuf>) -> Option<PathBuf> {
    let script = script.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let lines = fs_err::read_to_string(&*script).ok()?;
    let (first, rest) = lines.split_once('\n').unwrap_or((&lines, ""));
    fs_err::write(&*script, rest).ok()?;
    Some(PathBuf::from(first)).filter(|path| !path.as_os_str().is_empty())
}
