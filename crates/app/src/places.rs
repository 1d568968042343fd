//! Where things lie on this machine: the store, the user's state, the fonts. Each can be named by an environment
//! variable: BPS_STORE, BPS_STATE, BPS_FONTS.

use crate::refusal::{Outcome, Refused};
use std::env;
use std::path::{Path, PathBuf};

const OWN: &str = "baipishu";

/// The user's data folder of this program: BPS_HOME, else where the system keeps such data.
///
/// # Errors
/// [`Refused::NoHome`] where the system names no home folder.
pub fn data_folder() -> Outcome<PathBuf> {
    if let Some(home) = named("BPS_HOME") {
        return Ok(home);
    }
    let folder = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        named("XDG_DATA_HOME").or_else(|| home().map(|home| home.join(".local/share")))
    };
    folder.map(|folder| folder.join(OWN)).ok_or(Refused::NoHome)
}

/// The store in use when nobody names one: after a restore in the window the restored one, which lies beside the first.
///
/// # Errors
/// As [`data_folder`].
pub fn store_folder() -> Outcome<PathBuf> {
    let first = first_store()?;
    let in_use = fs_err::read_to_string(pointer(&first)).ok();
    let named = in_use.map(|name| first.with_file_name(name.trim()));
    Ok(named.filter(|folder| folder.is_dir()).unwrap_or(first))
}

/// Says that a folder beside the first store is in use from now on; the one before stays where it is.
///
/// # Errors
/// The note cannot be written.
pub fn use_store(folder: &Path) -> Outcome<()> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    crate::files::write_whole(&pointer(&first_store()?), name.as_bytes())
}

fn first_store() -> Outcome<PathBuf> {
    named("BPS_STORE").map_or_else(|| Ok(data_folder()?.join("store")), Ok)
}

/// The note beside the first store: `store-in-use`.
fn pointer(first: &Path) -> PathBuf {
    let mut name = first.file_name().unwrap_or_default().to_os_string();
    name.push("-in-use");
    first.with_file_name(name)
}

/// Where the second counter of each store is kept: apart from the store, so that a copied store is noticed.
///
/// # Errors
/// As [`data_folder`].
pub fn state_folder() -> Outcome<PathBuf> {
    if let Some(state) = named("BPS_STATE") {
        return Ok(state);
    }
    if cfg!(any(windows, target_os = "macos")) {
        return Ok(data_folder()?.join("state"));
    }
    match named("XDG_STATE_HOME").or_else(|| home().map(|home| home.join(".local/state"))) {
        Some(folder) => Ok(folder.join(OWN)),
        None => Ok(data_folder()?.join("state")),
    }
}

/// The folder with the fonts: BPS_FONTS, else beside the program as installed, else the project's own while developing.
#[must_use]
pub fn fonts_folder() -> PathBuf {
    if let Some(fonts) = named("BPS_FONTS") {
        return fonts;
    }
    let program = env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default();
    let candidates =
        [beside.join("fonts"), beside.join("../lib/baipishu/fonts"), beside.join("resources/fonts")];
    let installed = candidates.into_iter().find(|folder| folder.is_dir());
    // target/debug/bps and target/release/bps lie two folders below the project; tests three.
    let project =
        || beside.ancestors().take(6).map(|folder| folder.join("fonts")).find(|folder| folder.is_dir());
    installed.or_else(project).or_else(developing).unwrap_or_else(|| beside.join("fonts"))
}

/// The project's own folder, for builds whose target folder lies elsewhere; never in what is shipped.
fn developing() -> Option<PathBuf> {
    let project = option_env!("BPS_PROJECT").filter(|project| !project.is_empty())?;
    Some(Path::new(project).join("fonts")).filter(|folder| folder.is_dir())
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn home() -> Option<PathBuf> {
    named("HOME")
}
