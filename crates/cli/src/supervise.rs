//! `bps instruction|supervise …`: leaders' instructions and what is followed until it is struck off; what it understands,
//! does and says.

use crate::grammar::{Everywhere, HELP};
use crate::named::{FilesNamed, OfYear, TaskOrMilestone};
use crate::run::{Ran, open, said};
use app::wire::chase::{InstructionBoxes, InstructionView, StepBoxes, SupervisionBoxes, SupervisionView};
use app::wire::entry::BoxEvidence;
use clap::{Args, Subcommand};

/// `bps instruction …`
#[derive(Debug, Subcommand)]
pub(crate) enum InstructionCommand {
    /// 登记领导批示
    #[command(help_template = HELP)]
    Add(Box<InstructionAdd>),
    /// 列出领导批示
    #[command(help_template = HELP)]
    List(OfTask),
}

/// `bps instruction add`
#[derive(Debug, Args)]
pub(crate) struct InstructionAdd {
    #[command(flatten)]
    about: TaskOrMilestone,
    /// 批示领导（姓名、职务）
    #[arg(long, value_name = "姓名", allow_hyphen_values = true)]
    leader: String,
    /// 批示日期
    #[arg(long, value_name = "日期")]
    on: String,
    /// 批示内容
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    words: String,
    /// 批在哪份文件、第几页
    #[arg(long, value_name = "文字", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    page: String,
    #[command(flatten)]
    files: FilesNamed,
    /// 承办部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    department: String,
    /// 办结期限
    #[arg(long, value_name = "日期")]
    due: Option<String>,
    #[command(flatten)]
    of: OfYear,
}

/// One task's, or all of a year.
#[derive(Debug, Args)]
pub(crate) struct OfTask {
    /// 只看一项任务
    #[arg(long, value_name = "编号", allow_hyphen_values = true)]
    task: Option<String>,
    #[command(flatten)]
    of: OfYear,
}

/// `bps supervise …`
#[derive(Debug, Subcommand)]
pub(crate) enum SuperviseCommand {
    /// 交办一个督办事项，自动编号
    #[command(help_template = HELP)]
    Add(Box<SuperviseAdd>),
    /// 记入下一环节：签收、反馈、复核、销号；复核后也可退回签收
    #[command(help_template = HELP)]
    Step(Box<SuperviseStep>),
    /// 列出督办事项及各环节
    #[command(help_template = HELP)]
    List {
        #[command(flatten)]
        listed: OfTask,
        /// 只列未销号的
        #[arg(long)]
        open: bool,
    },
}

/// `bps supervise add`
#[derive(Debug, Args)]
pub(crate) struct SuperviseAdd {
    #[command(flatten)]
    about: TaskOrMilestone,
    /// 依据的领导批示（bps instruction list --json 中的 id）
    #[arg(long, value_name = "批示")]
    instruction: Option<String>,
    /// 督办要求
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    requirement: String,
    /// 承办部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    department: String,
    /// 办结期限
    #[arg(long, value_name = "日期")]
    due: String,
    /// 交办日期；不写时为今天
    #[arg(long, value_name = "日期")]
    on: Option<String>,
    #[command(flatten)]
    files: FilesNamed,
    #[command(flatten)]
    of: OfYear,
}

/// `bps supervise step`
#[derive(Debug, Args)]
pub(crate) struct SuperviseStep {
    /// 督办事项：序号（如 3）或编号（如 督办〔2013〕3号）
    #[arg(value_name = "事项")]
    item: String,
    /// 环节：received 签收、answered 反馈、examined 复核、closed 销号
    #[arg(long, value_name = "环节")]
    stage: String,
    /// 日期；不写时为今天
    #[arg(long, value_name = "日期")]
    on: Option<String>,
    /// 经办人；不写时为填报人
    #[arg(long = "taken-by", value_name = "姓名", allow_hyphen_values = true)]
    taken_by: Option<String>,
    /// 反馈内容、复核意见
    #[arg(long, value_name = "文字", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    words: String,
    #[command(flatten)]
    files: FilesNamed,
    #[command(flatten)]
    of: OfYear,
}

pub(crate) fn instruction(everywhere: &Everywhere, command: InstructionCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        InstructionCommand::Add(add) => {
            let add = *add;
            let boxes = InstructionBoxes {
                task: add.about.task,
                quarter: add.about.quarter,
                leader: add.leader,
                on: add.on,
                words: add.words,
                page: add.page,
                scan: Vec::new(),
                department: add.department,
                due: add.due,
            };
            let added = desk.add_instruction(add.of.year, &boxes, &add.files.into())?;
            said(json, &added, || format!("已登记：{}", instruction_in_words(&added)))
        }
        InstructionCommand::List(listed) => {
            let found = desk.instructions(listed.of.year, listed.task.as_deref())?;
            said(json, &found, || lines(&found, instruction_in_words, "没有领导批示。"))
        }
    }
}

pub(crate) fn supervise(everywhere: &Everywhere, command: SuperviseCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        SuperviseCommand::Add(add) => {
            let add = *add;
            let boxes = SupervisionBoxes {
                task: add.about.task,
                quarter: add.about.quarter,
                instruction: add.instruction,
                requirement: add.requirement,
                department: add.department,
                due: add.due,
                on: add.on,
                files: Vec::new(),
            };
            let assigned = desk.assign_supervision(add.of.year, &boxes, &add.files.into())?;
            said(json, &assigned, || format!("已交办：{}", item_in_words(&assigned)))
        }
        SuperviseCommand::Step(step) => {
            let step = *step;
            let boxes = StepBoxes {
                stage: step.stage,
                on: step.on,
                by: step.taken_by,
                words: step.words,
                files: Vec::new(),
            };
            let taken = desk.step_supervision(step.of.year, &step.item, &boxes, &step.files.into())?;
            said(json, &taken, || format!("已记入：{}", item_in_words(&taken)))
        }
        SuperviseCommand::List { listed, open } => {
            let found = desk.supervision_items(listed.of.year, listed.task.as_deref(), open)?;
            said(json, &found, || lines(&found, item_in_words, "没有督办事项。"))
        }
    }
}

fn lines<T>(all: &[T], words: impl Fn(&T) -> String, none: &str) -> String {
    if all.is_empty() { none.to_owned() } else { all.iter().map(words).collect::<Vec<_>>().join("\n") }
}

/// In a line of its own: 附：批示.pdf（含个人信息）、回函.pdf.
fn attached_in_words(files: &[BoxEvidence]) -> String {
    let name = |one: &BoxEvidence| {
        let (BoxEvidence::File { name, personal, .. } | BoxEvidence::OnPaper { name, personal, .. }) = one;
        format!("{name}{}", if *personal == Some(true) { "（含个人信息）" } else { "" })
    };
    let names: Vec<String> = files.iter().map(name).collect();
    if names.is_empty() { String::new() } else { format!("\n    附：{}", names.join("、")) }
}

fn instruction_in_words(one: &InstructionView) -> String {
    let due = one.due.as_ref().map(|due| format!("，{due}前办结")).unwrap_or_default();
    let followed = if one.followed_by.is_empty() {
        String::new()
    } else {
        format!("　{}", one.followed_by.join("、"))
    };
    format!(
        "{}　{}：“{}”　{}　承办：{}{due}{followed}{}\n    批示 {}",
        one.on,
        one.leader,
        one.words,
        one.title,
        one.department_name,
        attached_in_words(&one.scan),
        one.id
    )
}

fn item_in_words(item: &SupervisionView) -> String {
    let overdue = if item.overdue { "（逾期）" } else { "" };
    let mut text = format!(
        "{}　{}{overdue}　{}　承办：{}，{}前办结\n    {}",
        item.number_text, item.stage_word, item.title, item.department_name, item.due, item.requirement
    );
    for step in &item.steps {
        text.push_str(&format!("\n    {} {} {}", step.on, step.word, step.by));
        if !step.words.is_empty() {
            text.push_str(&format!("：{}", step.words));
        }
        text.push_str(&attached_in_words(&step.files));
    }
    text
}
