//! Building our programs: always with the same features, else tauri is compiled anew each time.

use std::path::PathBuf;
use std::process::Command;

use crate::call;
use crate::project::{Profile, Project};

/// The shell's features for trying and testing; `mock` is Tauri's window without a display.
pub(crate) const SHELL_DEBUG: [&str; 4] = ["-p", "baipishu", "--features", "custom-protocol,mock"];

/// Cargo in the root, with the versions of Cargo.lock.
pub(crate) fn cargo(project: &Project, verb: &str) -> Command {
    let mut command = cargo_plain();
    command.current_dir(&project.root).arg(verb).arg("--locked");
    // Set for us by `cargo run`; inherited, they would make build scripts run again.
    for (variable, _) in std::env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&variable);
        }
    }
    command
}

/// The cargo that runs us; the tool chain it stands for is the right one.
pub(crate) fn cargo_plain() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds `bps` and says where it lies.
///
/// # Errors
/// What cargo says.
pub(crate) fn bps(project: &Project, profile: Profile) -> Result<PathBuf, String> {
    let mut command = cargo(project, "build");
    command.args(["-p", "bps"]);
    call::shown(with(&mut command, profile))?;
    Ok(project.program("bps", profile))
}

/// Builds the window's program for trying and testing and says where it lies; `ui/dist` must be there.
///
/// # Errors
/// What cargo says.
pub(crate) fn window(project: &Project) -> Result<PathBuf, String> {
    call::shown(cargo(project, "build").args(SHELL_DEBUG))?;
    Ok(project.program("baipishu", Profile::Debug))
}

fn with(command: &mut Command, profile: Profile) -> &mut Command {
    match profile {
        Profile::Debug => command,
        Profile::Release => command.arg("--release"),
    }
}
