//! `bps review sample|check|sheet`: verification sheets.

use crate::grammar::ClaimWord;
use crate::named::{MilestoneNamed, PdfNamed};
use crate::run::{Ran, said, written};
use app::desk::Desk;
use app::named::NamedEntry;
use app::wire::printed::{DocumentQuery, ReportQuery};
use app::wire::review::{CheckBoxes, MethodCode, SampleQuery, VerificationView};
use clap::{Args, ValueEnum};
use std::fmt::Write;
use std::path::PathBuf;

/// `bps review sample`
#[derive(Debug, Args)]
pub(crate) struct SampleDrawn {
    /// 报告期，如 2013Q1
    #[arg(long, alias = "period", value_name = "报告期")]
    round: String,
    /// 抽取份数
    #[arg(long, value_name = "份数")]
    count: u32,
    /// 随机种子（整数）；同一种子抽出的总是相同。不写时用当天日期
    #[arg(long, value_name = "种子")]
    seed: Option<u32>,
    /// 从自报为此的填报中抽；不写时为已完成
    #[arg(long, value_name = "自报", conflicts_with = "any_claim")]
    claim: Option<ClaimWord>,
    /// 从全部填报中抽，不论自报
    #[arg(long)]
    any_claim: bool,
    /// 只从一个部门的填报中抽
    #[arg(long, value_name = "名称")]
    department: Option<String>,
    /// 同时把核查单写到这个 PDF 文件
    #[arg(short, long, value_name = "文件")]
    output: Option<PathBuf>,
}

/// The sheet that is meant.
#[derive(Debug, Args)]
struct SheetNamed {
    /// 报告期，如 2013Q1
    #[arg(long, alias = "period", value_name = "报告期")]
    round: String,
    /// 核查单的种子
    #[arg(long, value_name = "种子")]
    seed: u32,
}

/// `bps review sheet`
#[derive(Debug, Args)]
pub(crate) struct SheetPrinted {
    #[command(flatten)]
    sheet: SheetNamed,
    #[command(flatten)]
    pdf: PdfNamed,
}

/// `bps review check`
#[derive(Debug, Args)]
pub(crate) struct CheckEntered {
    #[command(flatten)]
    sheet: SheetNamed,
    #[command(flatten)]
    milestone: MilestoneNamed,
    /// 责任部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    department: String,
    /// 核查方式
    #[arg(long, value_name = "方式")]
    method: MethodWord,
    /// 核查日期，如 2013-05-02
    #[arg(long, value_name = "日期")]
    on: String,
    /// 是否属实
    #[arg(long, value_name = "结果")]
    result: ResultWord,
    /// 核查情况；不符时必写
    #[arg(long, value_name = "文字", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    text: String,
}

/// 核查方式 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum MethodWord {
    /// 查阅
    #[value(alias = "查阅")]
    Papers,
    /// 电话
    #[value(alias = "电话")]
    Telephone,
    /// 现场
    #[value(alias = "现场")]
    OnSite,
}

/// 核查结果 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum ResultWord {
    /// 属实
    #[value(alias = "属实")]
    Agrees,
    /// 不符
    #[value(alias = "不符")]
    Disagrees,
}

pub(crate) fn draw(desk: &Desk, json: bool, drawn: SampleDrawn) -> Ran {
    let scope = desk.review_query(None, Some(&drawn.round), drawn.department.as_deref())?;
    let claim = drawn.claim.unwrap_or(ClaimWord::Done).code();
    let sheet = desk.draw_sample(&SampleQuery {
        year: scope.year,
        round: scope.round.unwrap_or(1),
        count: drawn.count,
        seed: drawn.seed,
        claim: (!drawn.any_claim).then_some(claim),
        department: scope.department,
    })?;
    if let Some(output) = drawn.output {
        let printed = printed(desk, sheet.year, sheet.round, sheet.seed)?;
        app::files::write_whole(&output, &printed.bytes)?;
    }
    said(json, &sheet, || words(&sheet))
}

pub(crate) fn print(desk: &Desk, json: bool, named: SheetPrinted) -> Ran {
    let scope = desk.review_query(None, Some(&named.sheet.round), None)?;
    let printed = printed(desk, scope.year, scope.round.unwrap_or(1), named.sheet.seed)?;
    written(desk, json, printed, &named.pdf.output)
}

fn printed(desk: &Desk, year: i16, round: u8, seed: u32) -> app::refusal::Outcome<app::printed::Printed> {
    desk.print(&ReportQuery::internal(DocumentQuery::Verification { year, round, seed }))
}

/// `by`: who works at this command line.
pub(crate) fn check(desk: &Desk, json: bool, entered: CheckEntered, by: Option<&str>) -> Ran {
    let key = desk.entry_key(&NamedEntry {
        year: None,
        task: entered.milestone.task,
        quarter: entered.milestone.quarter,
        round: Some(entered.sheet.round),
        department: entered.department,
    })?;
    let boxes = CheckBoxes {
        method: Some(match entered.method {
            MethodWord::Papers => MethodCode::Papers,
            MethodWord::Telephone => MethodCode::Telephone,
            MethodWord::OnSite => MethodCode::OnSite,
        }),
        on: Some(entered.on),
        by: by.map_or_else(|| desk.name_here(), |by| Ok(by.to_owned()))?,
        agrees: Some(matches!(entered.result, ResultWord::Agrees)),
        words: entered.text,
    };
    let sheet = desk.record_check(&key, entered.sheet.seed, &boxes)?;
    said(json, &sheet, || words(&sheet))
}

fn words(sheet: &VerificationView) -> String {
    let mut text = format!("{}\n{}", sheet.sentence, sheet.drawing);
    for (at, check) in (1..).zip(&sheet.checks) {
        let quarter = check.key.quarter;
        let _ = write!(
            text,
            "\n{at}. 编号{} {} 第{quarter}季度目标 {}",
            check.place, check.department, check.title
        );
        let result = match check.boxes.agrees {
            None => "待核查",
            Some(_) => &check.result_word,
        };
        let _ = write!(text, "\n    自报{}　{result}", check.claim_word);
        if !check.boxes.words.is_empty() {
            let _ = write!(text, "：{}", check.boxes.words);
        }
    }
    text
}
