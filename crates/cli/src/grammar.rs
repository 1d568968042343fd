//! What `bps` understands: commands, their options and the help, all in Chinese.

use crate::change::{CarryCommand, ChangeCommand};
use crate::chase::{ChaseCommand, ContactCommand, SealedCommand};
use crate::comment::CommentCommand;
use crate::feedback::FeedbackCommand;
use crate::named::{MilestoneNamed, OfYear, RoundNamed};
use crate::person::PersonCommand;
use crate::review::ReviewCommand;
use crate::round::RoundCommand;
use crate::status::LightCommand;
use crate::submission::SubmissionCommand;
use crate::summary::SummaryCommand;
use crate::supervise::{InstructionCommand, SuperviseCommand};
use app::wire::entry::ClaimCode;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

pub(crate) const HELP: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "bps",
    version,
    about = "白皮书督办（命令行）：读白皮书、记进展、印季度报表",
    help_template = HELP,
    subcommand_help_heading = "命令",
    next_help_heading = "通用选项",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub(crate) struct CommandLine {
    #[command(flatten)]
    pub(crate) everywhere: Everywhere,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub(crate) struct Everywhere {
    /// 资料库所在文件夹（也可用环境变量 BPS_STORE 指定）；首次使用时自动建立
    #[arg(long, global = true, value_name = "文件夹")]
    pub(crate) store: Option<PathBuf>,
    /// 填报人姓名，记入每一次修改
    #[arg(long, global = true, value_name = "姓名")]
    pub(crate) by: Option<String>,
    /// 数据截至日期，如 2013-04-24；不写时为报告期的应报日期（督办通知单为最近交办日，如更晚），未到则为今天
    #[arg(long, global = true, value_name = "日期")]
    pub(crate) as_of: Option<String>,
    /// Asked for by `pin` when a command was refused without it.
    #[arg(skip)]
    pub(crate) pin: Option<String>,
    /// 以 JSON 输出，供程序读取
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// 显示帮助
    #[arg(short = 'h', long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[command(help_template = HELP, disable_help_subcommand = true)]
pub(crate) enum Command {
    /// 白皮书：读取、启用
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Paper(PaperCommand),
    /// 工作任务：列出、查看
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Task(TaskCommand),
    /// 进展填报
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Progress(ProgressCommand),
    /// 审核：列出、通过、退回、抽查
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Review(ReviewCommand),
    /// 报告期：列出、关闭、重开
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Round(RoundCommand),
    /// 一个报告期的状态：各任务、各节点及其理由，计数和完成率
    #[command(help_template = HELP)]
    Status(RoundNamed),
    /// 全年进展的人工调整（须写理由，理由会印出）
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Light(LightCommand),
    /// 催报：谁没报
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Chase(ChaseCommand),
    /// 盖章件
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Sealed(SealedCommand),
    /// 季度报送表：各部门的报送表到了哪一步、收回签字盖章的扫描件（打印用 bps report submission）
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Submission(SubmissionCommand),
    /// 人员：列出、添加、授权、设 PIN、移交、结束
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Person(PersonCommand),
    /// 联络员
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Contact(ContactCommand),
    /// 查找任务、填报、佐证、部门等：一个字起，多个词须都出现
    #[command(help_template = HELP)]
    Search {
        /// 要找的文字、编号或文件名
        #[arg(value_name = "文字", required = true)]
        text: Vec<String>,
        /// 只在这个年度里找；不写时在所有年度里找
        #[arg(long, value_name = "年度")]
        year: Option<i16>,
    },
    /// 领导批示
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Instruction(InstructionCommand),
    /// 督办事项：交办、签收、反馈、复核、销号
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Supervise(SuperviseCommand),
    /// 汇总稿：几个责任部门时由牵头部门写，表上印它
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Summary(SummaryCommand),
    /// 批注
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Comment(CommentCommand),
    /// 公众意见：登记、答复、办结
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Feedback(FeedbackCommand),
    /// 计划变更与机构变动
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Change(ChangeCommand),
    /// 结转：一年未完成、由下一年承接的季度目标
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Carry(CarryCommand),
    /// 打印为 PDF
    #[command(subcommand, help_template = HELP, subcommand_help_heading = "命令")]
    Report(crate::report::ReportCommand),
    /// 完整备份到一个文件（用环境变量 BPS_PASSPHRASE 设密码则加密并含密钥）
    #[command(help_template = HELP)]
    Backup {
        /// 备份文件
        #[arg(short, long, value_name = "文件")]
        output: PathBuf,
    },
    /// 把完整备份恢复到 --store 指定的空文件夹
    #[command(help_template = HELP)]
    Restore {
        /// 备份文件
        #[arg(value_name = "文件")]
        file: PathBuf,
    },
    /// 校验资料库与附件
    #[command(help_template = HELP)]
    Check,
    /// 在空的资料库中建立示例年度（2013年，带“示例”标记）
    #[command(help_template = HELP)]
    Sample,
}

/// `bps paper …`
#[derive(Debug, Subcommand)]
pub(crate) enum PaperCommand {
    /// 读取白皮书并显示结果，不保存
    #[command(help_template = HELP)]
    Read(PaperFile),
    /// 列出白皮书中的指标：名称、单位、性质、全年与各季数，不保存
    #[command(help_template = HELP)]
    Indicators(PaperFile),
    /// 核算白皮书：合计与年度数、累计、次序、重复语句等，逐条说明，不保存
    #[command(help_template = HELP)]
    Arithmetic(PaperFile),
    /// 读取白皮书并启用为年度计划
    #[command(help_template = HELP)]
    Import(PaperFile),
}

/// The paper that is meant.
#[derive(Debug, Args)]
pub(crate) struct PaperFile {
    /// 白皮书文本文件
    #[arg(value_name = "文件")]
    pub(crate) file: PathBuf,
}

/// `bps task …`
#[derive(Debug, Subcommand)]
pub(crate) enum TaskCommand {
    /// 列出全部任务及各季状态
    #[command(help_template = HELP)]
    List {
        #[command(flatten)]
        of: OfYear,
    },
    /// 查看一项任务
    #[command(help_template = HELP)]
    Show {
        /// 任务编号，如 5 或 五
        #[arg(value_name = "编号")]
        task: String,
        #[command(flatten)]
        of: OfYear,
    },
    /// 登记一项任务的分管领导；空着即不再由人分管
    #[command(help_template = HELP)]
    Leader {
        /// 任务编号，如 5 或 五
        #[arg(value_name = "编号")]
        task: String,
        /// 姓名和职务，如 王某副区长
        #[arg(value_name = "分管领导")]
        leader: String,
        /// 从哪一天起；不写时自白皮书公布起
        #[arg(long, value_name = "日期")]
        from: Option<String>,
        /// 依据，如分工文件的名称和文号
        #[arg(long, value_name = "文件", default_value = "", hide_default_value = true)]
        basis: String,
        #[command(flatten)]
        of: OfYear,
    },
}

/// `bps progress …`
#[derive(Debug, Subcommand)]
pub(crate) enum ProgressCommand {
    /// 填报并提交；再次提交即为更正，未写明的栏目保持不变
    #[command(help_template = HELP)]
    Add(Box<ProgressAdd>),
}

/// `bps progress add`
#[derive(Debug, Args)]
pub(crate) struct ProgressAdd {
    #[command(flatten)]
    pub(crate) milestone: MilestoneNamed,
    /// 报告期，如 2013Q1；不写时与季度相同
    #[arg(long, alias = "period", value_name = "报告期")]
    pub(crate) round: Option<String>,
    /// 责任部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    pub(crate) department: String,
    /// 自报
    #[arg(long, value_name = "自报")]
    pub(crate) claim: Option<ClaimWord>,
    /// 进展
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    pub(crate) text: Option<String>,
    /// 原因
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    pub(crate) cause: Option<String>,
    /// 措施
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    pub(crate) measure: Option<String>,
    /// 下一步
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    pub(crate) next_step: Option<String>,
    /// 预计完成日期，如 2013-05-31
    #[arg(long, value_name = "日期")]
    pub(crate) due: Option<String>,
    /// 责任人（职务、电话）
    #[arg(long, value_name = "姓名", allow_hyphen_values = true)]
    pub(crate) person: Option<String>,
    /// 数量，如 文艺演出=12；可多次
    #[arg(long = "value", value_name = "名称=数", allow_hyphen_values = true)]
    pub(crate) values: Vec<String>,
    /// 佐证文件；可多次
    #[arg(long = "attach", value_name = "文件")]
    pub(crate) attach: Vec<PathBuf>,
    /// 备查件名称（不附文件的佐证）；可多次
    #[arg(long = "on-paper", value_name = "名称", allow_hyphen_values = true)]
    pub(crate) on_paper: Vec<String>,
    /// 本次所附佐证含个人信息
    #[arg(long)]
    pub(crate) personal: bool,
    /// 代录来源，如 “电话：李某 4月22日”；督查室代部门填报时记录
    #[arg(long, value_name = "来源", allow_hyphen_values = true)]
    pub(crate) source: Option<String>,
    #[command(flatten)]
    pub(crate) of: OfYear,
}

/// 自报 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum ClaimWord {
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

impl ClaimWord {
    /// The same for the use cases.
    pub(crate) fn code(self) -> ClaimCode {
        match self {
            Self::Done => ClaimCode::Done,
            Self::Partial => ClaimCode::Partial,
            Self::NotDone => ClaimCode::NotDone,
            Self::ConditionNotMet => ClaimCode::ConditionNotMet,
        }
    }
}
