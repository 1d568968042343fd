//! `bps comment …`: notes beside the plan, a task or a milestone.

use crate::grammar::{Everywhere, HELP};
use crate::named::OfYear;
use crate::run::{Ran, open, said};
use app::wire::comment::{CommentBoxes, CommentView};
use clap::Subcommand;

/// `bps comment …`
#[derive(Debug, Subcommand)]
pub(crate) enum CommentCommand {
    /// 列出批注
    #[command(help_template = HELP)]
    List {
        /// 只列一项任务的，如 5 或 五
        #[arg(long, value_name = "编号", allow_hyphen_values = true)]
        task: Option<String>,
        #[command(flatten)]
        of: OfYear,
    },
    /// 写一条批注；不写任务时是对整份白皮书的
    #[command(help_template = HELP)]
    Add {
        /// 任务编号，如 5 或 五
        #[arg(long, value_name = "编号", allow_hyphen_values = true)]
        task: Option<String>,
        /// 季度目标所在季度，1 至 4
        #[arg(long, value_name = "季度", requires = "task", allow_hyphen_values = true)]
        quarter: Option<String>,
        /// 内容
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        text: String,
        /// 标为“人工标注”：白皮书中只有人才能看出的问题
        #[arg(long)]
        manual: bool,
        #[command(flatten)]
        of: OfYear,
    },
}

pub(crate) fn run(everywhere: &Everywhere, command: CommentCommand) -> Ran {
    let desk = open(everywhere)?;
    let comments = match command {
        CommentCommand::List { task, of } => {
            let place = desk.comment_place(of.year, task.as_deref(), None)?;
            let mut comments = desk.comments(place.year)?;
            comments.retain(|comment| place.task.is_none() || comment.task == place.task);
            comments
        }
        CommentCommand::Add { task, quarter, text, manual, of } => {
            let place = desk.comment_place(of.year, task.as_deref(), quarter.as_deref())?;
            let before = desk.comments(place.year)?;
            let mut comments = desk.add_comment(&CommentBoxes { text, manual, ..place })?;
            comments.retain(|comment| !before.contains(comment));
            comments
        }
    };
    said(everywhere.json, &comments, || listed(&comments))
}

fn listed(comments: &[CommentView]) -> String {
    let line = |comment: &CommentView| {
        let mark = if comment.manual { "【人工标注】" } else { "" };
        format!("{mark}{}：{}　（{}）", comment.about, comment.text, comment.by)
    };
    match comments {
        [] => "还没有批注。可用 bps comment add 写一条。".to_owned(),
        several => several.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}
