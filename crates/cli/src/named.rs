//! What many commands name in the same words: a year, a round, a task, a milestone, a file to write to.

use app::files::Attached;
use clap::Args;
use std::path::PathBuf;

/// The year, where there is more than one.
#[derive(Debug, Args)]
pub(crate) struct OfYear {
    /// 年度；只有一个年度时可不写
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
}

/// The round that is meant, bare or after its option.
#[derive(Debug, Args)]
pub(crate) struct RoundNamed {
    /// 报告期，如 2013Q1
    #[arg(value_name = "报告期", required_unless_present = "round_named")]
    round_bare: Option<String>,
    /// 报告期，如 2013Q1
    #[arg(long = "round", alias = "period", value_name = "报告期", conflicts_with = "round_bare")]
    round_named: Option<String>,
}

impl RoundNamed {
    /// As it was written.
    pub(crate) fn text(&self) -> &str {
        self.round_named.as_deref().or(self.round_bare.as_deref()).unwrap_or_default()
    }
}

/// A milestone of the plan.
#[derive(Debug, Args)]
pub(crate) struct MilestoneNamed {
    /// 任务编号，如 5 或 五
    #[arg(long, value_name = "编号", allow_hyphen_values = true)]
    pub(crate) task: String,
    /// 季度目标所在季度，1 至 4
    #[arg(long, value_name = "季度", allow_hyphen_values = true)]
    pub(crate) quarter: String,
}

/// A task, or one milestone of it.
#[derive(Debug, Args)]
pub(crate) struct TaskOrMilestone {
    /// 任务编号，如 5 或 五
    #[arg(long, value_name = "编号", allow_hyphen_values = true)]
    pub(crate) task: String,
    /// 季度目标所在季度，1 至 4；不写时针对整项任务
    #[arg(long, value_name = "季度", allow_hyphen_values = true)]
    pub(crate) quarter: Option<String>,
}

/// Files that come with it.
#[derive(Debug, Args)]
pub(crate) struct FilesNamed {
    /// 所附文件（如扫描件）；可多次
    #[arg(long, value_name = "文件")]
    attach: Vec<PathBuf>,
    /// 所附文件含个人信息
    #[arg(long)]
    personal: bool,
}

impl From<FilesNamed> for Attached {
    fn from(named: FilesNamed) -> Self {
        Self { paths: named.attach, personal: named.personal }
    }
}

/// Where a document of any format goes.
#[derive(Debug, Args)]
pub(crate) struct FileNamed {
    /// 写到这个文件：.pdf 印发，.docx 用 Word、WPS 修改，.xlsx 用 Excel
    #[arg(short, long, value_name = "文件")]
    pub(crate) output: PathBuf,
}

/// Where a printed document goes.
#[derive(Debug, Args)]
pub(crate) struct PdfNamed {
    /// 写到这个 PDF 文件
    #[arg(short, long, value_name = "文件")]
    pub(crate) output: PathBuf,
}
