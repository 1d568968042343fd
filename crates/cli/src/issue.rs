//! `bps report issue|issued|sent|verify`: reports under a number, what was sent of them, and whether a file is one.

use crate::grammar::{Everywhere, HELP};
use crate::named::OfYear;
use crate::outcome::Outcome;
use crate::report::{AnnualNamed, BulletinNamed, OnePageNamed, QuarterNamed, Queried};
use crate::run::{Ran, open, said, shown};
use app::desk::Desk;
use app::files::Attached;
use app::refusal::Refused;
use app::wire::entry::BoxEvidence;
use app::wire::issue::{CorrectionBoxes, Difference, IssueBoxes, IssuedView, SentBoxes, Verified};
use app::wire::printed::ReportQuery;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `bps report issue …`: the documents that are signed and issued.
#[derive(Debug, Subcommand)]
pub(crate) enum IssueCommand {
    /// 一页纸
    #[command(name = "onepage", help_template = HELP)]
    OnePage {
        #[command(flatten)]
        of: OnePageNamed,
        #[command(flatten)]
        issue: Box<IssueNamed>,
    },
    /// 督查通报
    #[command(help_template = HELP)]
    Bulletin {
        #[command(flatten)]
        of: BulletinNamed,
        #[command(flatten)]
        issue: Box<IssueNamed>,
    },
    /// 年度完成情况
    #[command(help_template = HELP)]
    Annual {
        #[command(flatten)]
        of: AnnualNamed,
        #[command(flatten)]
        issue: Box<IssueNamed>,
    },
    /// 季度进展情况表
    #[command(help_template = HELP)]
    Quarter {
        #[command(flatten)]
        of: QuarterNamed,
        #[command(flatten)]
        issue: Box<IssueNamed>,
    },
}

/// What is said when anything is issued.
#[derive(Debug, Args)]
pub(crate) struct IssueNamed {
    /// 签批人（姓名、职务）
    #[arg(long, value_name = "姓名", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    approved_by: String,
    /// 签批日期
    #[arg(long, value_name = "日期", default_value_t, hide_default_value = true)]
    approved_on: String,
    /// 签批的扫描件；可多次
    #[arg(long, value_name = "文件")]
    scan: Vec<PathBuf>,
    /// 扫描件含个人信息
    #[arg(long)]
    personal: bool,
    /// 机关代字，印在年份前；不写时与上一次相同
    #[arg(long, value_name = "代字", allow_hyphen_values = true)]
    series: Option<String>,
    /// 缺项也签发；所缺各项记入签发记录
    #[arg(long)]
    with_gaps: bool,
    /// 更正：有误的那一件的文号，如 〔2013〕3号
    #[arg(long, value_name = "文号", requires = "reason")]
    corrects: Option<String>,
    /// 更正原因
    #[arg(long, value_name = "文字", requires = "corrects", allow_hyphen_values = true)]
    reason: Option<String>,
    /// 代替哪一页、哪项任务，如 附件第4页（十二）；不写时代替全件
    #[arg(long, value_name = "文字", requires = "corrects", allow_hyphen_values = true)]
    replaces: Option<String>,
    /// 有误的那一件发往何处；可多次，不写时按发出登记
    #[arg(long, value_name = "单位", requires = "corrects", allow_hyphen_values = true)]
    holders: Vec<String>,
    /// 更正批准人；不写时为签批人
    #[arg(long, value_name = "姓名", requires = "corrects", allow_hyphen_values = true)]
    approver: Option<String>,
    /// 同时写到这个 PDF 文件
    #[arg(short, long, value_name = "文件")]
    output: Option<PathBuf>,
}

/// `bps report issued`
#[derive(Debug, Args)]
pub(crate) struct IssuedNamed {
    /// 只看这一件：文号，如 〔2013〕3号
    #[arg(value_name = "文号", allow_hyphen_values = true)]
    number: Option<String>,
    /// 把保存的文件写到这个 PDF 文件（须写文号）
    #[arg(short, long, value_name = "文件", requires = "number")]
    output: Option<PathBuf>,
    #[command(flatten)]
    of: OfYear,
}

/// `bps report sent`
#[derive(Debug, Args)]
pub(crate) struct SentNamed {
    /// 文号，如 〔2013〕3号
    #[arg(value_name = "文号", allow_hyphen_values = true)]
    number: String,
    /// 发往单位
    #[arg(long, value_name = "单位", allow_hyphen_values = true)]
    to: String,
    /// 发出日期；不写时为今天
    #[arg(long, value_name = "日期")]
    on: Option<String>,
    /// 实际发出的盖章扫描件；可多次，不写时发出的就是签发的文件
    #[arg(long, value_name = "文件")]
    scan: Vec<PathBuf>,
    /// 扫描件含个人信息
    #[arg(long)]
    personal: bool,
}

/// `bps report verify`
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct VerifyNamed {
    /// 收到的文件
    #[arg(value_name = "文件")]
    file: Option<PathBuf>,
    /// 纸件页脚的校验码，大小写、连字符不论
    #[arg(long, value_name = "校验码", allow_hyphen_values = true)]
    code: Option<String>,
}

pub(crate) fn issue(everywhere: &Everywhere, command: IssueCommand) -> Ran {
    let desk = open(everywhere)?;
    let (queried, issue) = match command {
        IssueCommand::OnePage { of, issue } => (of.asked(&desk)?, issue),
        IssueCommand::Bulletin { of, issue } => (of.asked(&desk)?, issue),
        IssueCommand::Annual { of, issue } => (of.asked(&desk)?, issue),
        IssueCommand::Quarter { of, issue } => (of.asked(&desk)?, issue),
    };
    let output = issue.output.clone();
    let issued = issued(&desk, everywhere, queried, *issue)?;
    let file = output.map(|output| format!("\n已写入 {}", shown(&output))).unwrap_or_default();
    said(everywhere.json, &issued, || format!("已签发：{}{file}", in_words(&issued)))
}

fn issued(
    desk: &Desk,
    everywhere: &Everywhere,
    (of, audience): Queried,
    named: IssueNamed,
) -> Result<IssuedView, Refused> {
    let IssueNamed { reason, replaces, holders, approver, .. } = named;
    let corrects = named.corrects.map(|of| CorrectionBoxes {
        of,
        replaces: replaces.unwrap_or_default(),
        reason: reason.unwrap_or_default(),
        approver: approver.unwrap_or_default(),
        holders,
    });
    let boxes = IssueBoxes {
        query: ReportQuery { of, audience, as_of: everywhere.as_of.clone() },
        series: named.series,
        approved_by: named.approved_by,
        approved_on: named.approved_on,
        scan: Vec::new(),
        with_gaps: named.with_gaps,
        corrects,
    };
    let scans = Attached { paths: named.scan, personal: named.personal };
    match named.output {
        Some(output) => desk.issue_to(&boxes, &scans, &output),
        None => desk.issue(&boxes, &scans),
    }
}

pub(crate) fn list(everywhere: &Everywhere, named: IssuedNamed) -> Ran {
    let desk = open(everywhere)?;
    let Some(number) = named.number else {
        let found = desk.issued_reports(named.of.year)?;
        let none = "还没有签发过报告。".to_owned();
        let words = || found.iter().map(in_words).collect::<Vec<_>>().join("\n");
        return said(everywhere.json, &found, || if found.is_empty() { none } else { words() });
    };
    let one = desk.issued_report(&number)?;
    let mut file = String::new();
    if let Some(output) = named.output {
        desk.write_issued(&number, &output)?;
        file = format!("\n已写入 {}", shown(&output));
    }
    said(everywhere.json, &one, || format!("{}{file}", in_words(&one)))
}

pub(crate) fn sent(everywhere: &Everywhere, named: SentNamed) -> Ran {
    let boxes = SentBoxes { on: named.on, to: named.to, files: Vec::new() };
    let scans = Attached { paths: named.scan, personal: named.personal };
    let report = open(everywhere)?.record_sent(&named.number, &boxes, &scans)?;
    said(everywhere.json, &report, || format!("已记入：{}", in_words(&report)))
}

pub(crate) fn verify(everywhere: &Everywhere, named: VerifyNamed) -> Ran {
    let desk = open(everywhere)?;
    let verified = match (named.file, named.code) {
        (Some(file), _) => desk.verify_file(&file)?,
        (None, code) => desk.verify_code(&code.unwrap_or_default())?,
    };
    let wrong = !verified.genuine;
    said(everywhere.json, &verified, || found(&verified)).map(|outcome| Outcome { wrong, ..outcome })
}

fn in_words(report: &IssuedView) -> String {
    let corrected = report.corrected.as_ref().map(|words| format!("（{words}）")).unwrap_or_default();
    let mut text = format!(
        "{}{corrected}　{}\n    {}{}签发，{}{}签批，数据截至{}\n    校验码 {}　账本头 {}",
        report.number,
        report.title,
        report.issued_by,
        report.issued_on,
        report.approved_by,
        report.approved_on,
        report.as_of,
        report.check_code,
        &report.ledger_head[..16.min(report.ledger_head.len())],
    );
    if let Some(corrects) = &report.corrects {
        text.push_str(&format!(
            "\n    代替{}{}：{}（{}批准；原件发往{}）",
            corrects.number,
            corrects.replaces,
            corrects.reason,
            corrects.approver,
            corrects.holders.join("、"),
        ));
    }
    if !report.gaps.is_empty() {
        text.push_str(&format!("\n    缺{}项签发", report.gaps.len()));
    }
    for sent in &report.sent {
        let files: Vec<_> = sent.files.iter().map(name).collect();
        let what = if files.is_empty() { "签发的文件".to_owned() } else { files.join("、") };
        text.push_str(&format!("\n    {} 发往{}：{what}", sent.on, sent.to));
    }
    text
}

fn name(file: &BoxEvidence) -> &str {
    let (BoxEvidence::File { name, .. } | BoxEvidence::OnPaper { name, .. }) = file;
    name
}

fn found(verified: &Verified) -> String {
    let lines = verified.differences.iter().map(|one| format!("\n  {}", difference(one)));
    format!("{}{}", verified.text, lines.collect::<String>())
}

/// 表：（五）…　状态　签发时：“未完成”　现为：“完成”.
fn difference(one: &Difference) -> String {
    let quoted =
        |text: &str| if text.is_empty() { "（没有）".to_owned() } else { format!("“{text}”") };
    let column = if one.column.is_empty() { String::new() } else { format!("　{}", one.column) };
    format!("{}{column}　签发时：{}　现为：{}", one.place, quoted(&one.issued), quoted(&one.found))
}
