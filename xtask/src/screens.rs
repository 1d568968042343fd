//! The screens' packages and their build: npm ci and vite, each only when its sources have changed.
//!
//! What was done last is written as a checksum of its sources into `ui/node_modules`, which no one ships; for the page
//! one of its index.html as well, which names every other file by its contents.

use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::call;
use crate::project::Project;

/// What the packages are made of.
const PACKAGES: &[&str] = &["package.json", "package-lock.json", ".npmrc"];

/// What the page is made of, besides the packages.
const PAGE: &[&str] = &["index.html", "vite.config.ts", "tsconfig.json", "src"];

/// The page that is made.
const MADE: &str = "dist/index.html";

/// Brings the packages of the lock file into `ui/node_modules`.
///
/// # Errors
/// What npm says, or a file that cannot be read.
pub(crate) fn packages(project: &Project) -> Result<(), String> {
    let ui = project.ui();
    let now = checksum(&ui, PACKAGES)?;
    let stamp = ui.join("node_modules/.baipishu-packages");
    if is_written(&stamp, &now) {
        println!("  ui packages: all there");
        return Ok(());
    }
    call::shown(npm(project).args(["ci", "--no-fund", "--no-audit"]))?;
    write(&stamp, &now)
}

/// Builds `ui/dist`.
///
/// # Errors
/// What vite says, or a file that cannot be read.
pub(crate) fn page(project: &Project) -> Result<(), String> {
    let ui = project.ui();
    let now = || {
        Ok::<_, String>(format!("{} {}", checksum(&ui, &[PACKAGES, PAGE].concat())?, checksum(&ui, &[MADE])?))
    };
    let stamp = ui.join("node_modules/.baipishu-page");
    if is_written(&stamp, &now()?) && ui.join(MADE).is_file() {
        println!("  ui/dist: as the sources are");
        return Ok(());
    }
    call::shown(npm(project).args(["run", "--silent", "build"]))?;
    write(&stamp, &now()?)
}

/// npm in `ui/`.
pub(crate) fn npm(project: &Project) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(project.ui());
    command
}

fn is_written(stamp: &Path, now: &str) -> bool {
    fs_err::read_to_string(stamp).is_ok_and(|last| last == now)
}

fn write(stamp: &Path, now: &str) -> Result<(), String> {
    fs_err::write(stamp, now).map_err(|error| error.to_string())
}

/// One checksum over names and contents of files and whole folders; what is missing counts as empty.
fn checksum(folder: &Path, names: &[&str]) -> Result<String, String> {
    let mut files = Vec::new();
    for name in names {
        gather(&folder.join(name), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in &files {
        let name = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().into_owned();
        let bytes = fs_err::read(file).map_err(|error| error.to_string())?;
        // Lengths keep one file's end from being the next one's beginning.
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name.as_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if path.is_dir() {
        for entry in fs_err::read_dir(path).map_err(|error| error.to_string())? {
            gather(&entry.map_err(|error| error.to_string())?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_path_buf());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn the_checksum_follows_names_and_contents() {
        let folder = tempfile::tempdir().unwrap();
        let sum = || checksum(folder.path(), &["src", "missing"]).unwrap();
        let put = |name: &str, text: &str| fs_err::write(folder.path().join(name), text).unwrap();
        fs_err::create_dir_all(folder.path().join("src/deep")).unwrap();
        put("src/deep/a.ts", "one");
        let first = sum();
        assert_eq!(first, sum());
        put("src/deep/a.ts", "two");
        assert_ne!(first, sum());
        put("src/deep/a.ts", "one");
        assert_eq!(first, sum());
        fs_err::rename(folder.path().join("src/deep/a.ts"), folder.path().join("src/deep/b.ts")).unwrap();
        assert_ne!(first, sum());
        put("beside.ts", "x");
        fs_err::rename(folder.path().join("src/deep/b.ts"), folder.path().join("src/deep/a.ts")).unwrap();
        assert_eq!(first, sum());
    }
}
