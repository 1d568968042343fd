//! `bps round …`: rounds listed, closed and reopened; what it understands, does and says.

use crate::grammar::{Everywhere, HELP};
use crate::named::{OfYear, RoundNamed};
use crate::run::{Ran, open, said};
use app::wire::chase::RoundView;
use clap::Subcommand;

/// `bps round …`
#[derive(Debug, Subcommand)]
pub(crate) enum RoundCommand {
    /// 列出一年的四个报告期、应报日期及是否截止
    #[command(help_template = HELP)]
    List {
        #[command(flatten)]
        of: OfYear,
    },
    /// 关闭报告期：当日所报仍计入，此后所报记入下一期（补报）
    #[command(help_template = HELP)]
    Close {
        #[command(flatten)]
        round: RoundNamed,
        /// 理由；在应报日期之前关闭时必须写明
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        reason: Option<String>,
    },
    /// 重开已关闭的报告期
    #[command(help_template = HELP)]
    Reopen {
        #[command(flatten)]
        round: RoundNamed,
        /// 理由；必须写明
        #[arg(
            long,
            value_name = "文字",
            default_value_t,
            hide_default_value = true,
            allow_hyphen_values = true
        )]
        reason: String,
    },
}

pub(crate) fn run(everywhere: &Everywhere, command: RoundCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        RoundCommand::List { of } => {
            let rounds = desk.rounds(of.year)?;
            said(json, &rounds, || in_words_all(&rounds))
        }
        RoundCommand::Close { round, reason } => {
            let closed = desk.close_round(round.text(), reason.as_deref())?;
            said(json, &closed, || in_words(&closed))
        }
        RoundCommand::Reopen { round, reason } => {
            let reopened = desk.reopen_round(round.text(), &reason)?;
            said(json, &reopened, || in_words(&reopened))
        }
    }
}

fn in_words_all(rounds: &[RoundView]) -> String {
    rounds.iter().map(in_words).collect::<Vec<_>>().join("\n")
}

fn in_words(round: &RoundView) -> String {
    let mut text = format!("{}　{}　应报{}　{}", round.round, round.state_word, round.due, round.sentence);
    for closing in &round.closings {
        text.push_str(&format!("\n    {}由{}截止", closing.closed_on, closing.closed_by));
        if !closing.early_reason.is_empty() {
            text.push_str(&format!("（提前，理由：{}）", closing.early_reason));
        }
        if let (Some(on), Some(by), Some(reason)) =
            (&closing.reopened_on, &closing.reopened_by, &closing.reopened_reason)
        {
            text.push_str(&format!("；{on}由{by}重开，理由：{reason}"));
        }
    }
    text
}
