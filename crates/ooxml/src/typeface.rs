//! The typefaces by the names that an office's computer knows them by.
//!
//! The names of GB/T 9704-2012's practice; where a computer lacks one, its other names follow, in the order in which Word
//! and WPS shall look for them.

use layout::font::FontRole;

/// A typeface as Word's table of fonts describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Typeface {
    /// The name that text asks for.
    pub(crate) name: &'static str,
    /// What else will do.
    pub(crate) others: &'static str,
    /// Its family in Word's words.
    pub(crate) family: &'static str,
    /// Its PANOSE number.
    pub(crate) panose: &'static str,
}

/// The typeface of a role.
pub(crate) const fn typeface(role: FontRole) -> Typeface {
    match role {
        FontRole::Fangsong => Typeface {
            name: "仿宋_GB2312",
            others: "仿宋,FangSong",
            family: "modern",
            panose: "02010609030101010101",
        },
        FontRole::Title => Typeface {
            name: "方正小标宋简体",
            others: "方正小标宋_GBK,华文中宋,宋体",
            family: "auto",
            panose: "02010601030101010101",
        },
        FontRole::Hei => {
            Typeface { name: "黑体", others: "SimHei", family: "modern", panose: "02010609060101010101" }
        }
        FontRole::Kai => Typeface {
            name: "楷体_GB2312",
            others: "楷体,KaiTi",
            family: "modern",
            panose: "02010609060101010101",
        },
        FontRole::Song => {
            Typeface { name: "宋体", others: "SimSun", family: "auto", panose: "02010600030101010101" }
        }
    }
}
