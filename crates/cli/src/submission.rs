//! `bps submission …`: where a department's 季度报送表 stands, and its scan that came back.

use crate::grammar::{Everywhere, HELP};
use crate::named::RoundNamed;
use crate::run::{Ran, open, said};
use app::files::Attached;
use clap::Subcommand;
use std::path::PathBuf;

/// `bps submission …`
#[derive(Debug, Subcommand)]
pub(crate) enum SubmissionCommand {
    /// 一个部门一期的报送表到了哪一步：草稿、已打印待签、已变动、已提交
    #[command(help_template = HELP)]
    Show {
        #[command(flatten)]
        round: RoundNamed,
        /// 部门名称（现名或曾用名）
        #[arg(long, value_name = "名称")]
        department: String,
    },
    /// 收回签字盖章的扫描件（PDF 或 JPEG）
    #[command(help_template = HELP)]
    Scan {
        /// 扫描件
        #[arg(value_name = "文件")]
        file: PathBuf,
        /// 纸上页脚的报送码，如 XJ4B-NP4P-AHH6
        #[arg(long, value_name = "报送码")]
        code: String,
    },
}

pub(crate) fn run(everywhere: &Everywhere, command: SubmissionCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        SubmissionCommand::Show { round, department } => {
            let shown = desk.submission(round.text(), &department)?;
            said(json, &shown, || format!("{}　{}", shown.name, shown.words))
        }
        SubmissionCommand::Scan { file, code } => {
            let attached = Attached { paths: vec![file], personal: true };
            let taken = desk.bind_scan(&code, &[], &attached)?;
            said(json, &taken, || taken.message.clone())
        }
    }
}
