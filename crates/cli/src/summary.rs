//! `bps summary …`: the lead's text for all departments of a milestone.

use crate::grammar::{Everywhere, HELP};
use crate::named::{MilestoneNamed, OfYear};
use crate::run::{Ran, open, said};
use app::desk::Desk;
use app::named::NamedEntry;
use app::refusal::Refused;
use app::wire::breakdown::SummaryView;
use app::wire::entry::EntryKey;
use clap::{Args, Subcommand};
use std::fmt::Write;

/// `bps summary …`
#[derive(Debug, Subcommand)]
pub(crate) enum SummaryCommand {
    /// 显示汇总稿；还没有时显示由各部门填报拼成的底稿
    #[command(help_template = HELP)]
    Show(SummaryNamed),
    /// 保存汇总稿；不写文字时把底稿存为汇总稿，写空文字则撤回
    #[command(help_template = HELP)]
    Save {
        #[command(flatten)]
        named: SummaryNamed,
        /// 汇总稿的文字
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        text: Option<String>,
    },
}

/// The summary that is meant, by its milestone and one of its departments.
#[derive(Debug, Args)]
pub(crate) struct SummaryNamed {
    #[command(flatten)]
    milestone: MilestoneNamed,
    /// 报告期，如 2013Q1；不写时与季度相同
    #[arg(long, alias = "period", value_name = "报告期")]
    round: Option<String>,
    /// 任一责任部门的名称；汇总稿总是牵头部门的
    #[arg(long, value_name = "名称")]
    department: String,
    #[command(flatten)]
    of: OfYear,
}

pub(crate) fn run(everywhere: &Everywhere, command: SummaryCommand) -> Ran {
    let desk = open(everywhere)?;
    let shown = match command {
        SummaryCommand::Show(named) => desk.summary(&key(&desk, named)?)?,
        SummaryCommand::Save { named, text } => {
            let key = key(&desk, named)?;
            let text = text.map_or_else(|| desk.summary(&key).map(|draft| draft.text), Ok)?;
            desk.save_summary(&key, &text)?
        }
    };
    said(everywhere.json, &shown, || words(&shown))
}

fn key(desk: &Desk, named: SummaryNamed) -> Result<EntryKey, Refused> {
    let SummaryNamed { milestone: MilestoneNamed { task, quarter }, round, department, of } = named;
    desk.entry_key(&NamedEntry { year: of.year, task, quarter, round, department })
}

fn words(shown: &SummaryView) -> String {
    let state = if shown.saved {
        "汇总稿（表上印它）"
    } else {
        "底稿（尚未保存，表上分部门印）"
    };
    let mut text = format!("{}\n牵头：{}　{state}\n{}", shown.title, shown.lead, shown.text);
    for part in shown.parts.iter().filter(|part| part.claim_word.is_empty()) {
        let _ = write!(text, "\n{}：未报", part.department);
    }
    if shown.outdated {
        text.push_str("\n保存之后又有部门提交过，请核对。");
    }
    text
}
