//! `bps report …`: the printed documents, each made from the same query as in the window.

use crate::grammar::{Everywhere, HELP};
use crate::named::{FileNamed, OfYear, RoundNamed};
use crate::run::{Ran, open, written};
use app::desk::Desk;
use app::refusal::Outcome;
use app::wire::printed::{AudienceCode, DocumentQuery, Format, ReportQuery, StyleCode};
use clap::{Args, Subcommand, ValueEnum};

/// `bps report …`
#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    /// 白皮书（原版式）
    #[command(help_template = HELP)]
    Whitepaper {
        #[command(flatten)]
        of: OfYear,
        /// 版式
        #[arg(long, value_name = "版式", default_value = "original", hide_default_value = true)]
        style: WhitepaperStyle,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 催报表：谁没报、联络员和电话
    #[command(help_template = HELP)]
    Calls {
        #[command(flatten)]
        round: RoundNamed,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 一页纸：供领导批示，只有一页
    #[command(name = "onepage", help_template = HELP)]
    OnePage {
        #[command(flatten)]
        round: RoundNamed,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 督查通报：各任务落实情况、进展较慢和未报的单位，季度表作附件
    #[command(help_template = HELP)]
    Bulletin {
        #[command(flatten)]
        round: RoundNamed,
        /// 主送；不写时为全部责任部门
        #[arg(long = "to", value_name = "名称")]
        addressee: Option<String>,
        /// 成文日期；不写时留空，由签发人填写
        #[arg(long, value_name = "日期")]
        dated: Option<String>,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 督办通知单：每个未销号的督办事项一张，进展较慢而未交办的任务各一张草稿，附回执
    #[command(help_template = HELP)]
    Slips {
        #[command(flatten)]
        round: RoundNamed,
        /// 只印这一号督办事项
        #[arg(long, value_name = "编号")]
        number: Option<u32>,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 年度完成情况：下一年度白皮书第二部分的草稿
    #[command(help_template = HELP)]
    Annual {
        #[command(flatten)]
        of: OfYear,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 季度进展情况表
    #[command(help_template = HELP)]
    Quarter {
        #[command(flatten)]
        round: RoundNamed,
        /// 只印一个部门
        #[arg(long, value_name = "名称")]
        department: Option<String>,
        /// 版式：original 原版，wide 对照
        #[arg(long, value_name = "版式", default_value = "original", hide_default_value = true)]
        style: QuarterStyle,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
}

/// For whom it is made.
#[derive(Debug, Args)]
pub(crate) struct Reader {
    /// 版本：internal 内部版，public 公开版（不含内部原因、电话和个人信息）
    #[arg(long, value_name = "版本", default_value = "internal", hide_default_value = true)]
    edition: AudienceWord,
}

/// The two kinds of readers.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum AudienceWord {
    /// 内部版
    #[value(alias = "内部版")]
    Internal,
    /// 公开版
    #[value(alias = "公开版")]
    Public,
}

/// Styles of the white paper.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum WhitepaperStyle {
    /// 原版
    #[value(alias = "原版")]
    Original,
}

/// Styles of the quarter's report.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum QuarterStyle {
    /// 原版
    #[value(alias = "原版")]
    Original,
    /// 对照
    #[value(alias = "对照")]
    Wide,
}

pub(crate) fn run(everywhere: &Everywhere, command: ReportCommand) -> Ran {
    let desk = open(everywhere)?;
    let (of, audience, to) = asked(&desk, command)?;
    let format = Format::of(&to.output)?;
    let query = ReportQuery { of, audience, as_of: everywhere.as_of.clone() };
    let file = desk.export(&query, format)?;
    written(everywhere.json, file, &to.output)
}

/// What the command asks for, its names turned into what a query holds.
fn asked(desk: &Desk, command: ReportCommand) -> Outcome<(DocumentQuery, AudienceCode, FileNamed)> {
    let internal = AudienceCode::Internal;
    Ok(match command {
        ReportCommand::Whitepaper { of, style: WhitepaperStyle::Original, file } => {
            (DocumentQuery::Whitepaper { year: desk.year_asked(of.year)? }, internal, file)
        }
        ReportCommand::Calls { round, file } => {
            let round = desk.round_asked(round.text())?;
            let quarter = round.quarter.number();
            (DocumentQuery::CallList { year: round.year, quarter }, internal, file)
        }
        ReportCommand::OnePage { round, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let of = DocumentQuery::OnePage { year: round.year, quarter: round.quarter.number() };
            (of, reader.code(), file)
        }
        ReportCommand::Bulletin { round, addressee, dated, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let quarter = round.quarter.number();
            (DocumentQuery::Bulletin { year: round.year, quarter, addressee, dated }, reader.code(), file)
        }
        ReportCommand::Slips { round, number, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let quarter = round.quarter.number();
            (DocumentQuery::Slips { year: round.year, quarter, number }, reader.code(), file)
        }
        ReportCommand::Annual { of, reader, file } => {
            (DocumentQuery::Annual { year: desk.year_asked(of.year)? }, reader.code(), file)
        }
        ReportCommand::Quarter { round, department, style, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let named = |name: String| desk.department_asked(round.year, &name);
            let of = DocumentQuery::Quarter {
                year: round.year,
                quarter: round.quarter.number(),
                department: department.map(named).transpose()?,
                style: match style {
                    QuarterStyle::Original => StyleCode::Original,
                    QuarterStyle::Wide => StyleCode::Wide,
                },
            };
            (of, reader.code(), file)
        }
    })
}

impl Reader {
    fn code(&self) -> AudienceCode {
        match self.edition {
            AudienceWord::Internal => AudienceCode::Internal,
            AudienceWord::Public => AudienceCode::Public,
        }
    }
}
