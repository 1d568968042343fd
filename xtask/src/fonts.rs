//! The fonts the reports are printed with: which files, from where, with which checksum, and how they get here.
//!
//! They are too big for the repository, so set-up fetches them into `fonts/` by the ordinary package clients.
//! A version of a package names where a file comes from; the SHA-256 of the file itself decides whether it is
//! the right one, since the same bytes must give the same printed pages everywhere.
//! What a face is used for is the `pdf` crate's business.

use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

/// A package that carries fonts, pinned to one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Package {
    /// A package of the npm registry, fetched with `npm pack`.
    Npm { name: &'static str, version: &'static str },
    /// A package of the Debian archive, fetched with `apt-get download`.
    Debian { name: &'static str, version: &'static str },
}

/// One file that is taken out of a package.
struct Piece {
    /// Where it goes, below `fonts/`.
    file: &'static str,
    /// Its path inside the package; a name in `.gz` is unpacked on the way.
    inside: &'static str,
    package: Package,
    /// SHA-256 of the file as it lies in `fonts/`.
    sha256: &'static str,
}

const SERIF: Package = Package::Npm { name: "@expo-google-fonts/noto-serif-sc", version: "0.4.3" };
const SANS: Package = Package::Npm { name: "@expo-google-fonts/noto-sans-sc", version: "0.4.3" };
const TEXLIVE: Package = Package::Debian { name: "texlive-lang-chinese", version: "2022.20230122-1" };
const WENKAI: Package = Package::Debian { name: "fonts-lxgw-wenkai", version: "1.250+repack-1" };

/// Every file below `fonts/`: the faces, then their licences.
const PIECES: [Piece; 10] = [
    Piece {
        file: "FandolFang-Regular.otf",
        inside: "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
        package: TEXLIVE,
        sha256: "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
    },
    Piece {
        file: "NotoSerifSC_400Regular.ttf",
        inside: "package/400Regular/NotoSerifSC_400Regular.ttf",
        package: SERIF,
        sha256: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    },
    Piece {
        file: "NotoSerifSC_700Bold.ttf",
        inside: "package/700Bold/NotoSerifSC_700Bold.ttf",
        package: SERIF,
        sha256: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    },
    Piece {
        file: "NotoSansSC_700Bold.ttf",
        inside: "package/700Bold/NotoSansSC_700Bold.ttf",
        package: SANS,
        sha256: "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    },
    Piece {
        file: "LXGWWenKai-Regular.ttf",
        inside: "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        package: WENKAI,
        sha256: "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
    },
    Piece {
        file: "licences/Fandol-COPYING.txt",
        inside: "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
        package: TEXLIVE,
        sha256: "853b586f0d520493390e571431afaf36a5fbb27dcfd239338a7ee9b0505cb004",
    },
    Piece {
        file: "licences/Fandol-README.txt",
        inside: "usr/share/doc/texlive-doc/fonts/fandol/README",
        package: TEXLIVE,
        sha256: "32537e063f4c7d4aebf016d5c8279cbce13f34fc8970f24b2578a3c04d0f8ca6",
    },
    Piece {
        file: "licences/NotoSerifSC-OFL.txt",
        inside: "package/LICENSE_FONT",
        package: SERIF,
        sha256: "5e0da210fb04058a8c0087985d2d456b931c2579811a49655721d3cf0c36b6d6",
    },
    Piece {
        file: "licences/NotoSansSC-OFL.txt",
        inside: "package/LICENSE_FONT",
        package: SANS,
        sha256: "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
    },
    Piece {
        file: "licences/LXGWWenKai-copyright.txt",
        inside: "usr/share/doc/fonts-lxgw-wenkai/copyright",
        package: WENKAI,
        sha256: "897241f829ddde020676de9cc6506533d755f5e6b516538dfd5f6ed59cbf3ff8",
    },
];

/// Brings every font and licence into `root/fonts`; what is there with the right checksum stays untouched.
///
/// # Errors
/// A sentence for the person at the terminal: which client failed on which package, or which file came with
/// another checksum than the pinned one. Files that arrived before stay, so the next call goes on from there.
pub(crate) fn fetch(root: &Path) -> Result<(), String> {
    let folder = root.join("fonts");
    let missing: Vec<&Piece> =
        PIECES.iter().filter(|piece| !is_right(&folder.join(piece.file), piece.sha256)).collect();
    if missing.is_empty() {
        println!("字体已齐：{} 个文件，校验和相符（{}）", PIECES.len(), folder.display());
        return Ok(());
    }
    let mut packages: Vec<Package> = Vec::new();
    for piece in &missing {
        if !packages.contains(&piece.package) {
            packages.push(piece.package);
        }
    }
    for package in packages {
        let pieces: Vec<&Piece> = missing.iter().copied().filter(|piece| piece.package == package).collect();
        take(package, &pieces, &folder)?;
    }
    println!("字体已齐：{} 个文件（{}）", PIECES.len(), folder.display());
    Ok(())
}

/// Fetches one package into a temporary folder and moves the wanted pieces out of it.
fn take(package: Package, pieces: &[&Piece], folder: &Path) -> Result<(), String> {
    let work = tempfile::tempdir().map_err(|error| format!("无法建立临时文件夹：{error}"))?;
    let archive = match package {
        Package::Npm { name, version } => {
            println!("正在下载字体：npm pack {name}@{version}");
            let wanted = format!("{name}@{version}");
            run(Command::new("npm").args(["pack", "--silent", &wanted]).current_dir(work.path()))?;
            downloaded(work.path(), "tgz")?
        }
        Package::Debian { name, version } => {
            println!("正在下载字体：apt-get download {name}={version}");
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

/// Takes only the wanted pieces out of the archive, keeping their paths.
fn unpack(archive: &Path, pieces: &[&Piece], folder: &Path) -> Result<(), String> {
    let is_debian = archive.extension().is_some_and(|extension| extension == "deb");
    let tar = if is_debian {
        let tar = folder.join("package.tar");
        let out = fs_err::File::create(&tar).map_err(|error| error.to_string())?;
        run(Command::new("dpkg-deb").arg("--fsys-tarfile").arg(archive).stdout(out.into_file()))?;
        tar
    } else {
        archive.to_path_buf()
    };
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
