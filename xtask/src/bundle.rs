//! `cargo xtask bundle`: the .deb with the window, `bps`, fonts and licences, held against a list of what must be inside.
//!
//! Needs no network once set-up has run. The fonts lie where `app` looks for them beside an installed program:
//! `/usr/lib/baipishu/fonts`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::project::{Profile, Project};
use crate::system::Need;
use crate::{build, call, fonts, licences, screens, system};

/// What must be in the package; a path ending in `/` stands for something below it.
const CONTENTS: &[&str] = &[
    "/usr/bin/baipishu",
    "/usr/bin/bps",
    "/usr/lib/baipishu/fonts/NotoSerifSC_400Regular.ttf",
    "/usr/lib/baipishu/fonts/licences/",
    "/usr/share/applications/",
    "/usr/share/doc/baipishu/copyright",
    "/usr/share/doc/baipishu/THIRD-PARTY.txt",
    "/usr/share/icons/hicolor/128x128/apps/",
];

/// Files of the project that go into the package.
const PARTS: &[&str] = &[
    "LICENSE",
    "src-tauri/baipishu.desktop",
    "src-tauri/icons/128x128.png",
    "fonts/NotoSerifSC_400Regular.ttf",
    "fonts/licences/NotoSerifSC-OFL.txt",
];

/// Makes the package and says where it lies.
///
/// # Errors
/// The step that failed, or what the package lacks.
pub(crate) fn bundle(project: &Project) -> Result<(), String> {
    println!("[1/5] Set-up");
    system::ready(Need::Window)?;
    fonts::fetch(&project.root)?;
    screens::packages(project)?;
    screens::page(project)?;
    println!("[2/5] bps (release)");
    let bps = shipped(project)?;
    println!("[3/5] Licences");
    let third_party = project.target.join("THIRD-PARTY.txt");
    licences::write(project, &third_party)?;
    println!("[4/5] The window (release; the first time this takes many minutes) and the .deb");
    let package = packed(project, &bps, &third_party)?;
    println!("[5/5] What is inside");
    let listed = call::heard(Command::new("dpkg-deb").arg("-c").arg(&package))?;
    let lacking = lacking(&listed);
    if !lacking.is_empty() {
        return Err(format!("{} lacks {}", package.display(), lacking.join(", ")));
    }
    let size_mb = fs_err::metadata(&package).map_err(|error| error.to_string())?.len() as f64 / 1e6;
    println!("{} ({size_mb:.1} MB)", package.display());
    Ok(())
}

/// Refuses when a file that the package is made of is missing.
///
/// # Errors
/// Their names.
pub(crate) fn check_parts(project: &Project) -> Result<(), String> {
    let missing: Vec<&str> =
        PARTS.iter().copied().filter(|part| !project.root.join(part).is_file()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("missing: {}", missing.join(", "))) }
}

/// `bps` as it is shipped: without the way back to this folder's fonts.
fn shipped(project: &Project) -> Result<PathBuf, String> {
    let mut command = build::cargo(project, "build");
    call::shown(command.args(["-p", "bps", "--release"]).env("BPS_PROJECT", ""))?;
    Ok(project.program("bps", Profile::Release))
}

/// Runs Tauri's bundler and finds what it has made.
fn packed(project: &Project, bps: &Path, third_party: &Path) -> Result<PathBuf, String> {
    let folder = project.target.join("release/bundle/deb");
    if folder.is_dir() {
        fs_err::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    let config = json!({
        // The page is built already, from the same sources.
        "build": { "beforeBuildCommand": null },
        "bundle": { "linux": { "deb": { "files": {
            "/usr/bin/bps": bps,
            "/usr/lib/baipishu/fonts": project.root.join("fonts"),
            "/usr/share/doc/baipishu/copyright": project.root.join("LICENSE"),
            "/usr/share/doc/baipishu/THIRD-PARTY.txt": third_party,
        } } } }
    });
    let mut command = Command::new(project.ui().join("node_modules/.bin/tauri"));
    command.current_dir(&project.root).env("BPS_PROJECT", "");
    command.args([
        "build",
        "--bundles",
        "deb",
        "--features",
        "custom-protocol",
        "--config",
        &config.to_string(),
    ]);
    // Named, since the default members leave the shell out.
    call::shown(command.args(["--", "--locked", "-p", "baipishu"]))?;
    let entries = fs_err::read_dir(&folder).map_err(|error| error.to_string())?;
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .ok_or_else(|| format!("no .deb in {}", folder.display()))
}

/// What of [`CONTENTS`] the listing of `dpkg-deb -c` does not show.
fn lacking(listed: &str) -> Vec<&'static str> {
    let paths: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().nth(5))
        .map(|path| path.strip_prefix('.').unwrap_or(path))
        .collect();
    let is_there = |wanted: &str| {
        paths.iter().any(|path| {
            let path = if path.starts_with('/') { (*path).to_owned() } else { format!("/{path}") };
            if wanted.ends_with('/') {
                path.len() > wanted.len() && path.starts_with(wanted)
            } else {
                path == wanted
            }
        })
    };
    CONTENTS.iter().copied().filter(|wanted| !is_there(wanted)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(paths: &[&str]) -> String {
        paths.iter().map(|path| format!("-rw-r--r-- 0/0 12 2026-01-01 00:00 {path}\n")).collect()
    }

    #[test]
    fn what_is_missing_is_named() {
        let whole: Vec<String> = CONTENTS
            .iter()
            .map(|path| if path.ends_with('/') { format!(".{path}x") } else { format!(".{path}") })
            .collect();
        let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
        assert_eq!(lacking(&listing(&whole)), Vec::<&str>::new());
        for (place, wanted) in CONTENTS.iter().enumerate() {
            let mut less = whole.clone();
            less.remove(place);
            assert_eq!(lacking(&listing(&less)), vec![*wanted]);
        }
    }

    #[test]
    fn an_empty_folder_does_not_count() {
        let listed = listing(&["./usr/lib/baipishu/fonts/licences/"]);
        assert!(lacking(&listed).contains(&"/usr/lib/baipishu/fonts/licences/"));
    }

    #[test]
    fn bundlers_that_leave_out_the_dot_are_read_too() {
        assert!(!lacking(&listing(&["usr/bin/bps"])).contains(&"/usr/bin/bps"));
    }
}
