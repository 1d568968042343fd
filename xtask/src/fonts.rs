//! The fonts the reports are printed with: which files, from where, with which checksum.
//!
//! They are too big for the repository, so set-up fetches them into `fonts/`, licences beside them. The same bytes must
//! give the same printed pages everywhere, so each file is held to its SHA-256. How files come out of packages is
//! `package`'s business, what a face is used for the `pdf` crate's.

pub(crate) mod package;

use std::path::Path;

use package::{Package, Piece};

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
/// A sentence for the person at the terminal; see [`package::fetch`].
pub(crate) fn fetch(root: &Path) -> Result<(), String> {
    package::fetch("字体", &PIECES, &root.join("fonts"))
}
