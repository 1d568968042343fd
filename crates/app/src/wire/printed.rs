//! 报告: what is printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to print, for whom, as of when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportQuery {
    /// Which document.
    pub of: DocumentQuery,
    /// For whom; the documents that never leave the office do not ask.
    pub audience: AudienceCode,
    /// 数据截至; `null`: the round's due date, or today if that is earlier; of slips the newest assignment if that is later.
    pub as_of: Option<String>,
}

impl ReportQuery {
    /// A document for the office itself, as of its own day.
    #[must_use]
    pub fn internal(of: DocumentQuery) -> Self {
        Self { of, audience: AudienceCode::Internal, as_of: None }
    }
}

/// Which document to print; each with what it must be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "document", rename_all = "snake_case")]
pub enum DocumentQuery {
    /// 催报表.
    CallList {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
    },
    /// 白皮书.
    Whitepaper {
        /// The plan's year.
        year: i16,
    },
    /// 核查单.
    Verification {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        round: u8,
        /// Which of the round's sheets.
        seed: u32,
    },
    /// 季度报送表.
    Submission {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
        /// The department's id.
        department: String,
    },
    /// 一页纸.
    OnePage {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
    },
    /// 督查通报, with the quarter's table as its attachment.
    Bulletin {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
        /// 主送; `null`: every responsible department by name.
        addressee: Option<String>,
        /// 成文日期; `null`: left open for who signs.
        dated: Option<String>,
    },
    /// 督办通知单.
    Slips {
        /// The plan's year.
        year: i16,
        /// The quarter of the round from which tasks are looked at, 1 to 4.
        quarter: u8,
        /// Of one supervision item; `null`: of every open one, and a draft for each slow task without.
        number: Option<u32>,
    },
    /// 佐证材料册.
    Evidence {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
        /// The department's id; `null`: all.
        department: Option<String>,
        /// The task's number; `null`: all.
        task: Option<u32>,
        /// 2 or 4.
        photos_per_page: u8,
        /// Whether pieces with personal data are printed too; never in the public edition.
        personal: bool,
    },
    /// 任务专页.
    Task {
        /// The plan's year.
        year: i16,
        /// The quarter of the round from which the task is looked at, 1 to 4.
        quarter: u8,
        /// The task's number.
        task: u32,
    },
    /// 年度完成情况.
    Annual {
        /// The plan's year.
        year: i16,
    },
    /// 季度进展情况表.
    Quarter {
        /// The plan's year.
        year: i16,
        /// The round's quarter, 1 to 4.
        quarter: u8,
        /// The department's id; `null`: the whole district.
        department: Option<String>,
        /// 原版 or 对照.
        style: StyleCode,
        /// Which columns (栏目) 对照 has, by their key; none: those that nobody has to choose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        columns: Option<String>,
    },
}

impl DocumentQuery {
    /// The year and quarter that a document reports which is signed and issued; `None` for papers of the office's own use,
    /// for the white paper itself, and for what has a life of its own.
    #[must_use]
    pub fn reported(&self) -> Option<(i16, u8)> {
        match self {
            Self::OnePage { year, quarter }
            | Self::Bulletin { year, quarter, .. }
            | Self::Quarter { year, quarter, .. } => Some((*year, *quarter)),
            Self::Annual { year } => Some((*year, 4)),
            Self::CallList { .. }
            | Self::Whitepaper { .. }
            | Self::Verification { .. }
            | Self::Slips { .. }
            | Self::Task { .. }
            | Self::Submission { .. }
            | Self::Evidence { .. } => None,
        }
    }
}

/// Who may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AudienceCode {
    /// 内部版.
    #[default]
    Internal,
    /// 公开版: without internal reasons, telephone numbers and personal data.
    Public,
}

/// The kinds of file that a document is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// As printed, for ever the same.
    #[default]
    Pdf,
    /// Word and WPS: to go on writing.
    Docx,
    /// Excel and WPS: to sort and to calculate with.
    Xlsx,
}

impl Format {
    /// Every one, as they are offered.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Xlsx];

    /// Of a file's name, without the point.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The two layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StyleCode {
    /// 原版: portrait, the paper's four columns.
    Original,
    /// 对照: landscape.
    Wide,
}

/// A choice of columns (栏目) for 对照.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnChoice {
    /// What a query says; `null`: the columns that nobody has to choose.
    pub key: Option<String>,
    /// As it is called.
    pub name: String,
    /// One line for who chooses.
    pub hint: String,
}

/// A 佐证材料册 that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookWritten {
    /// As in the document information of the last volume.
    pub title: String,
    /// How many pieces of each kind, in words.
    pub counts: String,
    /// Its volumes.
    pub files: Vec<BookFile>,
    /// Every file that stands in the catalogue only: code, name and reason.
    pub listed: Vec<String>,
}

/// One volume of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookFile {
    /// Where it was written.
    pub file: String,
    /// How many pages.
    pub pages: u32,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A printed document, ready to be shown, saved and opened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PrintedReport {
    /// Opaque; names it for its bytes, saving and opening.
    pub token: String,
    /// As in the document information.
    pub title: String,
    /// A suggestion.
    pub file_name: String,
    /// How many pages.
    pub pages: u32,
    /// How large they are, so that a screen knows their places before it draws one; the counts add up to `pages`. Empty for a
    /// file that was kept: it tells by itself.
    pub sheets: Vec<SheetRun>,
    /// What stands where.
    pub outline: Vec<OutlineItem>,
    /// What is missing before it can be handed in, each with where to mend it.
    pub gaps: Vec<Gap>,
    /// What happened after the as-of date and is left out, in words; mostly nothing.
    pub later: String,
}

/// Pages of one size that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SheetRun {
    /// How many.
    pub count: u32,
    /// As it is read, in thousandths of a point.
    pub width: i32,
    /// Likewise.
    pub height: i32,
}

/// An entry of the outline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutlineItem {
    /// 1 is the top.
    pub level: u8,
    /// As printed.
    pub title: String,
    /// From 1.
    pub page: u32,
}

/// Something that is missing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Gap {
    /// 未填报, 缺佐证.
    pub what: String,
    /// In words.
    pub text: String,
    /// The entry to open; `null` where none can be named.
    pub key: Option<super::entry::EntryKey>,
}
