//! `bps change|carry …`: milestones adjusted, departments changed, open milestones carried into the next year; what it
//! understands, does and says.

use crate::grammar::{Everywhere, HELP};
use crate::named::{MilestoneNamed, OfYear};
use crate::run::{Ran, open, said};
use app::refusal::Refused;
use app::wire::change::{
    CarryView, ChangeBoxes, ChangeView, FullName, OrganisationBoxes, OrganisationView, TaskMove,
};
use app::words::to_chinese;
use clap::{Args, Subcommand};
use serde::Serialize;

/// `bps change …`
#[derive(Debug, Subcommand)]
pub(crate) enum ChangeCommand {
    /// 调整、取消或延期一个季度目标；公布的文字保持不变
    #[command(help_template = HELP)]
    Milestone(Box<MilestoneChange>),
    /// 机构变动：更名、合并、拆分、任务移交
    #[command(help_template = HELP)]
    Organisation(Box<OrganisationChange>),
    /// 列出计划变更和机构变动
    #[command(help_template = HELP)]
    List {
        #[command(flatten)]
        of: OfYear,
    },
}

/// `bps change milestone`
#[derive(Debug, Args)]
pub(crate) struct MilestoneChange {
    #[command(flatten)]
    milestone: MilestoneNamed,
    /// 种类：reworded 调整、cancelled 取消、deferred 延期
    #[arg(long, value_name = "种类")]
    kind: String,
    /// 调整后的目标
    #[arg(long, value_name = "文字", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    text: String,
    /// 延期到哪个报告期，如 2013Q3
    #[arg(long, value_name = "报告期", default_value_t, hide_default_value = true)]
    to: String,
    /// 起始日期；不写时为今天
    #[arg(long, value_name = "日期", default_value_t, hide_default_value = true)]
    from: String,
    /// 理由
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    reason: String,
    /// 依据：文件名称、文号
    #[arg(long, value_name = "文件", allow_hyphen_values = true)]
    basis: String,
    /// 批准人
    #[arg(long, value_name = "姓名", allow_hyphen_values = true)]
    approver: String,
    #[command(flatten)]
    of: OfYear,
}

/// `bps change organisation`
#[derive(Debug, Args)]
pub(crate) struct OrganisationChange {
    /// 种类：renamed 更名、merged 合并、split 拆分、transferred 任务移交
    #[arg(long, value_name = "种类")]
    kind: String,
    /// 变动前的部门；可多次
    #[arg(long = "before", value_name = "名称", required = true)]
    before: Vec<String>,
    /// 变动后的部门，没有这个部门时新建；可多次
    #[arg(long = "after", value_name = "名称", required = true)]
    after: Vec<String>,
    /// 更名或新设部门的全称；不止一个部门时写成 文化局=某某区文化局，可多次
    #[arg(long, value_name = "全称")]
    full: Vec<String>,
    /// 只看会改变什么，不记入
    #[arg(long)]
    preview: bool,
    /// 拆分、任务移交：哪项任务由谁接手，如 5=文体局，几个年度都有时写 2013/5=文体局；可多次
    #[arg(long = "task", value_name = "编号=名称")]
    tasks: Vec<String>,
    /// 起始日期
    #[arg(long, value_name = "日期")]
    effective: String,
    /// 依据：文件名称、文号
    #[arg(long, value_name = "文件", allow_hyphen_values = true)]
    basis: String,
}

/// `bps carry …`
#[derive(Debug, Subcommand)]
pub(crate) enum CarryCommand {
    /// 列出一年未完成、结转下一年的季度目标
    #[command(help_template = HELP)]
    List {
        #[command(flatten)]
        of: OfYear,
    },
    /// 确认结转的目标由下一年的哪项任务承接
    #[command(help_template = HELP)]
    Confirm {
        #[command(flatten)]
        of: OfYear,
        /// 该年度的任务编号
        #[arg(long, value_name = "编号", allow_hyphen_values = true)]
        task: String,
        /// 季度，1 至 4
        #[arg(long, value_name = "季度", allow_hyphen_values = true)]
        quarter: String,
        /// 下一年度承接的任务编号；不写即没有任务承接
        #[arg(long, value_name = "编号", allow_hyphen_values = true)]
        into: Option<String>,
        /// 备注
        #[arg(
            long,
            value_name = "文字",
            default_value_t,
            hide_default_value = true,
            allow_hyphen_values = true
        )]
        remark: String,
    },
}

/// Both kinds of changes together.
#[derive(Serialize)]
struct Changes {
    milestones: Vec<ChangeView>,
    organisation: Vec<OrganisationView>,
}

pub(crate) fn run(everywhere: &Everywhere, command: ChangeCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        ChangeCommand::Milestone(change) => {
            let MilestoneChange { milestone, kind, text, to, from, reason, basis, approver, of } = *change;
            let MilestoneNamed { task, quarter } = milestone;
            let boxes = ChangeBoxes { task, quarter, kind, text, to, from, reason, basis, approver };
            let changed = desk.change_milestone(of.year, &boxes)?;
            said(json, &changed, || format!("已记入：{}", self::milestone(&changed)))
        }
        ChangeCommand::Organisation(change) => {
            let OrganisationChange { kind, before, after, full, preview, tasks, effective, basis } = *change;
            let tasks = tasks.iter().map(|typed| task_move(typed)).collect::<Result<_, _>>()?;
            let is_only = after.len() == 1;
            let full = full.iter().map(|typed| full_name(typed, is_only)).collect::<Result<_, _>>()?;
            let boxes = OrganisationBoxes { kind, before, after, full, tasks, effective, basis };
            let changed =
                if preview { desk.preview_organisation(&boxes) } else { desk.change_organisation(&boxes) }?;
            let what = if preview { "尚未记入" } else { "已记入" };
            said(json, &changed, || format!("{what}：{}", organisation(&changed)))
        }
        ChangeCommand::List { of } => {
            let changes = Changes {
                milestones: desk.plan_changes(of.year)?,
                organisation: desk.organisation_changes()?,
            };
            said(json, &changes, || {
                let milestones = changes.milestones.iter().map(milestone);
                let all: Vec<_> = milestones.chain(changes.organisation.iter().map(organisation)).collect();
                if all.is_empty() {
                    "没有计划变更，也没有机构变动。".to_owned()
                } else {
                    all.join("\n")
                }
            })
        }
    }
}

pub(crate) fn carry(everywhere: &Everywhere, command: CarryCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        CarryCommand::List { of } => {
            let year = desk.year_meant(of.year)?;
            let list = desk.carry_list(year)?;
            said(json, &list, || {
                let none = || format!("{year}年度没有未完成的季度目标，没有结转。");
                let lines = list.lines.iter().map(carried).collect::<Vec<_>>();
                let lines = if lines.is_empty() { none() } else { lines.join("\n") };
                list.provisional.iter().cloned().chain([lines]).collect::<Vec<_>>().join("\n")
            })
        }
        CarryCommand::Confirm { of, task, quarter, into, remark } => {
            let year = desk.year_meant(of.year)?;
            let confirmed = desk.confirm_carry(year, &task, &quarter, into.as_deref(), &remark)?;
            said(json, &confirmed, || format!("已确认：{}", carried(&confirmed)))
        }
    }
}

/// 5=文体局, or 2013/5=文体局.
fn task_move(typed: &str) -> Result<TaskMove, Refused> {
    let refused = || Refused::NotATaskMove(typed.to_owned());
    let (task, to) = typed.split_once(['=', '＝']).ok_or_else(refused)?;
    let (year, task) = match task.split_once(['/', '／']) {
        Some((year, task)) => (Some(year.trim().parse().map_err(|_| refused())?), task),
        None => (None, task),
    };
    Ok(TaskMove { year, task: task.trim().to_owned(), to: to.trim().to_owned() })
}

/// 文化局=某某区文化局; the bare full name where there is only one department after.
fn full_name(typed: &str, is_only: bool) -> Result<FullName, Refused> {
    let (of, full) = match typed.split_once(['=', '＝']) {
        Some(named) => named,
        None if is_only => ("", typed),
        None => return Err(Refused::NotAFullName(typed.to_owned())),
    };
    Ok(FullName { of: of.trim().to_owned(), full: full.trim().to_owned() })
}

fn milestone(change: &ChangeView) -> String {
    format!("{}　{}", change.title, change.words)
}

fn organisation(change: &OrganisationView) -> String {
    let lines = change.consequences.iter().map(|sentence| format!("\n    {sentence}"));
    format!("{}{}", change.words, lines.collect::<String>())
}

fn carried(one: &CarryView) -> String {
    let into = match (one.decided, one.into_task, one.suggested) {
        (true, Some(_), _) => format!("由{}承接", one.into_title),
        (true, None, _) => "没有任务承接".to_owned(),
        (false, _, Some(task)) => format!("待确认，建议由（{}）承接", to_chinese(task)),
        (false, _, None) => "待确认".to_owned(),
    };
    format!("{}　{into}", one.words)
}
