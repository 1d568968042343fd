//! `bps review …`: the queue, accepting and returning; what it understands, does and says.

use crate::grammar::{ClaimWord, Everywhere, HELP};
use crate::named::{MilestoneNamed, OfYear};
use crate::run::{Ran, open, said};
use crate::verification::{self, CheckEntered, SampleDrawn, SheetPrinted};
use app::named::NamedEntry;
use app::refusal::Refused;
use app::wire::command_line::ReviewShown;
use app::wire::review::{
    DecisionCode, FindingChoice, ReturnBoxes, ReviewLine, ReviewQuery, ReviewTarget, StageCode,
};
use clap::{Args, Subcommand, ValueEnum};
use std::fmt::Write;

/// `bps review …`
#[derive(Debug, Subcommand)]
pub(crate) enum ReviewCommand {
    /// 列出已提交的填报及其审核情况
    #[command(help_template = HELP)]
    List(ReviewList),
    /// 通过一份填报，可同时认定
    #[command(help_template = HELP)]
    Accept {
        #[command(flatten)]
        entry: EntryNamed,
        /// 认定：done、partial、not_done 或 condition_not_met；写 claimed 即与自报一致
        #[arg(long, value_name = "认定")]
        finding: Option<FindingWord>,
        /// 认定理由；与自报一致时可不写
        #[arg(long, value_name = "文字", requires = "finding", allow_hyphen_values = true)]
        reason: Option<String>,
    },
    /// 退回一份填报，必须写明理由
    #[command(help_template = HELP)]
    Return {
        #[command(flatten)]
        entry: EntryNamed,
        /// 退回理由
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        reason: String,
        /// 退给谁（责任部门、填报人或联络员）；不写时为该填报的部门
        #[arg(long, value_name = "名称", allow_hyphen_values = true)]
        to: Option<String>,
        /// 所指栏目，如 text、cause、item:2、value:1、evidence:3，或 进展、原因
        #[arg(long = "box", value_name = "栏目")]
        place: Option<String>,
        /// 所指的原文
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        quote: Option<String>,
    },
    /// 随机抽取一张核查单；种子印在单上，可供复核
    #[command(help_template = HELP)]
    Sample(SampleDrawn),
    /// 登记核查单上一份填报的核查结果
    #[command(help_template = HELP)]
    Check(CheckEntered),
    /// 打印核查单
    #[command(help_template = HELP)]
    Sheet(SheetPrinted),
}

/// `bps review list`
#[derive(Debug, Args)]
pub(crate) struct ReviewList {
    /// 审核情况
    #[arg(long, value_name = "情况")]
    stage: Option<StageWord>,
    /// 报告期，如 2013Q1
    #[arg(long, alias = "period", value_name = "报告期")]
    round: Option<String>,
    /// 责任部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    department: Option<String>,
    /// 自报
    #[arg(long, value_name = "自报")]
    claim: Option<ClaimWord>,
    /// 只列无佐证的（◇）
    #[arg(long)]
    without_evidence: bool,
    /// 只列代录的
    #[arg(long)]
    on_behalf: bool,
    #[command(flatten)]
    of: OfYear,
}

/// The entry that is meant.
#[derive(Debug, Args)]
pub(crate) struct EntryNamed {
    #[command(flatten)]
    milestone: MilestoneNamed,
    /// 报告期，如 2013Q1；不写时与季度相同，只在其他报告期报过的则为那一期
    #[arg(long, alias = "period", value_name = "报告期")]
    round: Option<String>,
    /// 责任部门名称（现名或曾用名）；只有一个部门报过的可不写
    #[arg(long, value_name = "名称", default_value_t, hide_default_value = true)]
    department: String,
    /// 看过的修订号（至少前8位）；其后已有更正时不会审核。不写时为现行修订
    #[arg(long, value_name = "修订号")]
    revision: Option<String>,
    #[command(flatten)]
    of: OfYear,
}

/// 认定 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum FindingWord {
    /// 与自报一致
    #[value(alias = "与自报一致")]
    Claimed,
    /// 已完成
    #[value(aliases = ["已完成", "完成"])]
    Done,
    /// 部分完成
    #[value(aliases = ["部分完成", "部分"])]
    Partial,
    /// 未完成
    #[value(alias = "未完成")]
    NotDone,
    /// 条件未成立
    #[value(alias = "条件未成立")]
    ConditionNotMet,
}

/// The stages on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum StageWord {
    /// 待审
    #[value(alias = "待审")]
    Waiting,
    /// 须回避
    #[value(alias = "须回避")]
    Recused,
    /// 已退回
    #[value(alias = "已退回")]
    Returned,
    /// 已通过
    #[value(alias = "已通过")]
    Accepted,
}

pub(crate) fn run(everywhere: &Everywhere, command: ReviewCommand) -> Ran {
    let desk = open(everywhere)?;
    let target = |entry: EntryNamed| -> Result<ReviewTarget, Refused> {
        let EntryNamed { milestone: MilestoneNamed { task, quarter }, round, department, revision, of } =
            entry;
        let key = desk.submitted_key(&NamedEntry { year: of.year, task, quarter, round, department })?;
        Ok(ReviewTarget { key, revision })
    };
    match command {
        ReviewCommand::Sample(drawn) => verification::draw(&desk, everywhere.json, drawn),
        ReviewCommand::Check(entered) => {
            verification::check(&desk, everywhere.json, entered, everywhere.by.as_deref())
        }
        ReviewCommand::Sheet(sheet) => verification::print(&desk, everywhere.json, sheet),
        ReviewCommand::List(list) => {
            let query = ReviewQuery {
                claim: list.claim.map(ClaimWord::code),
                without_evidence: list.without_evidence,
                on_behalf: list.on_behalf,
                stage: list.stage.map(|stage| match stage {
                    StageWord::Waiting => StageCode::Waiting,
                    StageWord::Recused => StageCode::Recused,
                    StageWord::Returned => StageCode::Returned,
                    StageWord::Accepted => StageCode::Accepted,
                }),
                ..desk.review_query(list.of.year, list.round.as_deref(), list.department.as_deref())?
            };
            let lines = desk.review_queue(&query)?.lines;
            let words = listed(&lines);
            let shown: Vec<_> = lines.into_iter().map(ReviewShown::from).collect();
            said(everywhere.json, &shown, || words)
        }
        ReviewCommand::Accept { entry, finding, reason } => {
            let choice = finding.map(|word| FindingChoice {
                claim: match word {
                    FindingWord::Claimed => None,
                    FindingWord::Done => Some(ClaimWord::Done.code()),
                    FindingWord::Partial => Some(ClaimWord::Partial.code()),
                    FindingWord::NotDone => Some(ClaimWord::NotDone.code()),
                    FindingWord::ConditionNotMet => Some(ClaimWord::ConditionNotMet.code()),
                },
                reason: reason.unwrap_or_default(),
            });
            let done = desk.accept_entry(&target(entry)?, choice.as_ref())?;
            said(everywhere.json, &ReviewShown::from(desk.review_line(&done.form.key)?), || done.message)
        }
        ReviewCommand::Return { entry, reason, to, place, quote } => {
            let boxes =
                ReturnBoxes { reason, to: to.unwrap_or_default(), place, quote: quote.unwrap_or_default() };
            let done = desk.return_entry(&target(entry)?, &boxes)?;
            said(everywhere.json, &ReviewShown::from(desk.review_line(&done.form.key)?), || done.message)
        }
    }
}

fn listed(lines: &[ReviewLine]) -> String {
    let mut text = String::new();
    for line in lines {
        let separator = if text.is_empty() { "" } else { "\n" };
        let quarter = line.key.quarter;
        let backed = if line.without_evidence { " ◇无佐证" } else { "" };
        let _ = write!(
            text,
            "{separator}【{}】{} 第{quarter}季度目标 {}　{}\n    自报{}{backed}　{}　修订 {}",
            line.stage_word,
            line.round,
            line.department,
            line.title,
            line.claim_word,
            line.by,
            &line.revision[..8.min(line.revision.len())],
        );
        if let Some(source) = &line.on_behalf {
            let _ = write!(text, "　代录：{source}");
        }
        if let Some(decision) = line.decision.as_ref().filter(|one| one.decision == DecisionCode::Returned) {
            let earlier = if decision.current { "" } else { "此前版本" };
            let _ = write!(text, "\n    {earlier}退回{}：{}", decision.returned_to, decision.reason);
        }
    }
    if text.is_empty() {
        "没有符合条件的填报。部门提交进展后会出现在这里；也可放宽条件再列。".to_owned()
    } else {
        text
    }
}
