//! `bps report …`: the printed documents, each made from the same query as in the window.

use crate::evidence_book::{self, BookNamed};
use crate::grammar::{Everywhere, HELP};
use crate::issue::{self, IssueCommand, IssuedNamed, SentNamed, VerifyNamed};
use crate::named::{FileNamed, OfYear, RoundNamed};
use crate::run::{Ran, open, said, shown};
use crate::{stop, text};
use app::desk::Desk;
use app::export::FileWritten;
use app::refusal::{Outcome, Refused};
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
        of: OnePageNamed,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 督查通报：各任务落实情况、进展较慢和未报的单位，季度表作附件
    #[command(help_template = HELP)]
    Bulletin {
        #[command(flatten)]
        of: BulletinNamed,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 督办通知单：每个未销号的督办事项一张，进展较慢而未交办的任务各一张草稿，附回执
    #[command(help_template = HELP)]
    Slips {
        #[command(flatten)]
        round: RoundNamed,
        /// 只印这一号督办事项：3、3号、督办〔2013〕3号
        #[arg(long, value_name = "编号")]
        number: Option<String>,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 任务专页：一项任务的目标、历次填报、批示和督办、佐证照片
    #[command(help_template = HELP)]
    Task {
        #[command(flatten)]
        round: RoundNamed,
        /// 任务编号：12、十二、（十二）
        #[arg(long, value_name = "编号")]
        task: String,
        #[command(flatten)]
        reader: Reader,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 年度完成情况：下一年度白皮书第二部分的草稿
    #[command(help_template = HELP)]
    Annual {
        #[command(flatten)]
        of: AnnualNamed,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 季度报送表：一个部门一期，打印后送签、盖章；打印即登记为“已打印待签”
    #[command(help_template = HELP)]
    Submission {
        #[command(flatten)]
        round: RoundNamed,
        /// 部门名称（现名或曾用名）
        #[arg(long, value_name = "名称")]
        department: String,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 季度进展情况表
    #[command(help_template = HELP)]
    Quarter {
        #[command(flatten)]
        of: QuarterNamed,
        #[command(flatten)]
        file: FileNamed,
    },
    /// 佐证材料册：目录、照片和附件原页，大的分册
    #[command(help_template = HELP)]
    Evidence(BookNamed),
    /// 签发：送审稿签批后编文号，内容和文件长期保存；有误的以更正件代替
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "文件")]
    Issue(IssueCommand),
    /// 已签发的报告：列出，或取出保存的文件
    #[command(help_template = HELP)]
    Issued(IssuedNamed),
    /// 登记发出：发往何处，发的是签发的文件还是盖章扫描件
    #[command(help_template = HELP)]
    Sent(SentNamed),
    /// 核验：收到的文件或页脚的校验码是不是这里签发的，改动了什么，是否已更正
    #[command(help_template = HELP)]
    Verify(VerifyNamed),
}

/// What a document asks for, by its query and its readers.
pub(crate) type Queried = (DocumentQuery, AudienceCode);

/// Which 一页纸.
#[derive(Debug, Args)]
pub(crate) struct OnePageNamed {
    #[command(flatten)]
    round: RoundNamed,
    #[command(flatten)]
    reader: Reader,
}

/// Which 督查通报.
#[derive(Debug, Args)]
pub(crate) struct BulletinNamed {
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
}

/// Which 年度完成情况.
#[derive(Debug, Args)]
pub(crate) struct AnnualNamed {
    #[command(flatten)]
    of: OfYear,
    #[command(flatten)]
    reader: Reader,
}

/// Which 季度进展情况表.
#[derive(Debug, Args)]
pub(crate) struct QuarterNamed {
    #[command(flatten)]
    round: RoundNamed,
    /// 只印一个部门
    #[arg(long, value_name = "名称")]
    department: Option<String>,
    /// 版式：original 原版（不写时），wide 对照（领导看的版式，窗口里先显示）
    #[arg(long, value_name = "版式", default_value = "original", hide_default_value = true)]
    style: QuarterStyle,
    /// 对照版式的栏目：compare 对照（不写时），rounds 上下期对照，leaders 按分管领导分组，months 按月时限
    #[arg(long, value_name = "栏目")]
    columns: Option<String>,
    #[command(flatten)]
    reader: Reader,
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
    let command = match command {
        ReportCommand::Evidence(named) => return evidence_book::run(everywhere, &named),
        ReportCommand::Issue(command) => return issue::issue(everywhere, command),
        ReportCommand::Issued(named) => return issue::list(everywhere, named),
        ReportCommand::Sent(named) => return issue::sent(everywhere, named),
        ReportCommand::Verify(named) => return issue::verify(everywhere, named),
        document => document,
    };
    let desk = open(everywhere)?;
    let ((of, audience), to) = asked(&desk, command)?;
    let format = Format::of(&to.output)?;
    let query = ReportQuery { of, audience, as_of: everywhere.as_of.clone() };
    let FileWritten { title, pages, later } =
        desk.write_report(&query, format, &to.output, &stop::until_asked())?;
    let shown = text::Written { file: shown(&to.output), pages, title, later };
    said(everywhere.json, &shown, || shown.words())
}

/// What the command asks for, its names turned into what a query holds.
fn asked(desk: &Desk, command: ReportCommand) -> Outcome<(Queried, FileNamed)> {
    let internal = AudienceCode::Internal;
    Ok(match command {
        ReportCommand::Whitepaper { of, style: WhitepaperStyle::Original, file } => {
            ((DocumentQuery::Whitepaper { year: desk.year_asked(of.year)? }, internal), file)
        }
        ReportCommand::Calls { round, file } => {
            let round = desk.round_asked(round.text())?;
            let quarter = round.quarter.number();
            ((DocumentQuery::CallList { year: round.year, quarter }, internal), file)
        }
        ReportCommand::OnePage { of, file } => (of.asked(desk)?, file),
        ReportCommand::Bulletin { of, file } => (of.asked(desk)?, file),
        ReportCommand::Annual { of, file } => (of.asked(desk)?, file),
        ReportCommand::Quarter { of, file } => (of.asked(desk)?, file),
        ReportCommand::Slips { round, number, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let quarter = round.quarter.number();
            let meant = |text: String| desk.supervision_asked(round.year, &text);
            let number = number.map(meant).transpose()?;
            ((DocumentQuery::Slips { year: round.year, quarter, number }, reader.code()), file)
        }
        ReportCommand::Task { round, task, reader, file } => {
            let round = desk.round_asked(round.text())?;
            let (quarter, task) = (round.quarter.number(), desk.task_asked(round.year, &task)?);
            ((DocumentQuery::Task { year: round.year, quarter, task }, reader.code()), file)
        }
        ReportCommand::Submission { round, department, file } => {
            let round = desk.round_asked(round.text())?;
            let department = desk.department_asked(round.year, &department)?;
            let quarter = round.quarter.number();
            ((DocumentQuery::Submission { year: round.year, quarter, department }, internal), file)
        }
        ReportCommand::Evidence(_)
        | ReportCommand::Issue(_)
        | ReportCommand::Issued(_)
        | ReportCommand::Sent(_)
        | ReportCommand::Verify(_) => return Err(Refused::Gone),
    })
}

impl OnePageNamed {
    /// Its names turned into what a query holds.
    pub(crate) fn asked(self, desk: &Desk) -> Outcome<Queried> {
        let round = desk.round_asked(self.round.text())?;
        let of = DocumentQuery::OnePage { year: round.year, quarter: round.quarter.number() };
        Ok((of, self.reader.code()))
    }
}

impl BulletinNamed {
    /// As beside.
    pub(crate) fn asked(self, desk: &Desk) -> Outcome<Queried> {
        let round = desk.round_asked(self.round.text())?;
        let of = DocumentQuery::Bulletin {
            year: round.year,
            quarter: round.quarter.number(),
            addressee: self.addressee,
            dated: self.dated,
        };
        Ok((of, self.reader.code()))
    }
}

impl AnnualNamed {
    /// As beside.
    pub(crate) fn asked(self, desk: &Desk) -> Outcome<Queried> {
        let of = DocumentQuery::Annual { year: desk.year_asked(self.of.year)? };
        Ok((of, self.reader.code()))
    }
}

impl QuarterNamed {
    /// As beside.
    pub(crate) fn asked(self, desk: &Desk) -> Outcome<Queried> {
        let round = desk.round_asked(self.round.text())?;
        let named = |name: String| desk.department_asked(round.year, &name);
        let style = match self.style {
            QuarterStyle::Original => StyleCode::Original,
            QuarterStyle::Wide => StyleCode::Wide,
        };
        let columns = Desk::columns_asked(style, self.columns.as_deref())?;
        let of = DocumentQuery::Quarter {
            year: round.year,
            quarter: round.quarter.number(),
            department: self.department.map(named).transpose()?,
            style,
            columns,
        };
        Ok((of, self.reader.code()))
    }
}

impl Reader {
    pub(crate) fn code(&self) -> AudienceCode {
        match self.edition {
            AudienceWord::Internal => AudienceCode::Internal,
            AudienceWord::Public => AudienceCode::Public,
        }
    }
}
