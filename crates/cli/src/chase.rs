//! `bps chase|sealed|contact …`: who has not reported, and with whom to call; what it understands, does and says.

use crate::grammar::{Everywhere, HELP};
use crate::run::{Ran, open, said};
use app::wire::chase::{CallList, ContactView, SealedCopyView};
use clap::{Args, Subcommand};

/// `bps chase …`
#[derive(Debug, Subcommand)]
pub(crate) enum ChaseCommand {
    /// 谁没报：各部门应报、已报、盖章件、联络员和电话
    #[command(help_template = HELP)]
    List {
        /// 报告期，如 2013Q1；不写时为正在填报的一期
        #[arg(long, alias = "period", value_name = "报告期")]
        round: Option<String>,
        /// 也列出已报齐的部门
        #[arg(long)]
        all: bool,
    },
    /// 设定到期前几个工作日开始提醒（开窗时提醒报告期、督办事项、公众意见）
    #[command(help_template = HELP)]
    Remind {
        /// 提前的工作日数
        #[arg(value_name = "天数", allow_hyphen_values = true)]
        workdays: i32,
    },
}

/// `bps sealed …`
#[derive(Debug, Subcommand)]
pub(crate) enum SealedCommand {
    /// 登记已见部门的盖章件
    #[command(help_template = HELP)]
    Add(SealedAdd),
}

/// `bps sealed add`
#[derive(Debug, Args)]
pub(crate) struct SealedAdd {
    /// 报告期，如 2013Q1
    #[arg(long, alias = "period", value_name = "报告期")]
    pub(crate) round: String,
    /// 部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    pub(crate) department: String,
    /// 见到的日期；不写时为今天
    #[arg(long, value_name = "日期")]
    pub(crate) on: Option<String>,
    /// 备注
    #[arg(long, value_name = "文字", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    pub(crate) remark: String,
}

/// `bps contact …`
#[derive(Debug, Subcommand)]
pub(crate) enum ContactCommand {
    /// 设置部门的联络员；原联络员到前一日为止
    #[command(help_template = HELP)]
    Set(ContactSet),
    /// 列出各部门的联络员
    #[command(help_template = HELP)]
    List,
}

/// `bps contact set`
#[derive(Debug, Args)]
pub(crate) struct ContactSet {
    /// 部门名称（现名或曾用名）
    #[arg(long, value_name = "名称")]
    pub(crate) department: String,
    /// 联络员姓名
    #[arg(long, value_name = "姓名")]
    pub(crate) name: String,
    /// 电话
    #[arg(long, value_name = "电话", default_value_t, hide_default_value = true, allow_hyphen_values = true)]
    pub(crate) telephone: String,
    /// 从哪一天起；不写时从今天起，第一位联络员则一直有效
    #[arg(long, value_name = "日期")]
    pub(crate) from: Option<String>,
}

pub(crate) fn run(everywhere: &Everywhere, command: ChaseCommand) -> Ran {
    let desk = open(everywhere)?;
    match command {
        ChaseCommand::List { round, all } => {
            let list = desk.call_list(round.as_deref(), everywhere.as_of.as_deref())?;
            said(everywhere.json, &list, || call_list(&list, all))
        }
        ChaseCommand::Remind { workdays } => {
            desk.set_reminder_workdays(workdays)?;
            let set = desk.reminder_workdays()?;
            said(everywhere.json, &set, || format!("今后到期前{set}个工作日开始提醒。"))
        }
    }
}

pub(crate) fn sealed(everywhere: &Everywhere, command: SealedCommand) -> Ran {
    let SealedCommand::Add(add) = command;
    let desk = open(everywhere)?;
    let copy = desk.add_sealed_copy(&add.round, &add.department, add.on.as_deref(), &add.remark)?;
    said(everywhere.json, &copy, || sealed_in_words(&copy))
}

pub(crate) fn contact(everywhere: &Everywhere, command: ContactCommand) -> Ran {
    let (desk, json) = (open(everywhere)?, everywhere.json);
    match command {
        ContactCommand::Set(set) => {
            let contact =
                desk.set_contact(&set.department, &set.name, &set.telephone, set.from.as_deref())?;
            said(json, &contact, || format!("已设置联络员：{}", contact_in_words(&contact)))
        }
        ContactCommand::List => {
            let contacts = desk.contact_list()?;
            said(json, &contacts, || contacts_in_words(&contacts))
        }
    }
}
/// Those who owe something; with `all` everybody.
fn call_list(list: &CallList, all: bool) -> String {
    let mut text = format!("应报日期：{}　数据截至：{}\n{}", list.due, list.as_of, list.sentence);
    for line in list.lines.iter().filter(|line| all || !line.missing.is_empty()) {
        let sealed =
            line.sealed.as_ref().map_or("未见盖章件".to_owned(), |copy| format!("盖章件{}", copy.on));
        let contact = match (line.contact.as_str(), line.telephone.as_str()) {
            ("", _) => "未登记联络员".to_owned(),
            (name, "") => name.to_owned(),
            (name, telephone) => format!("{name} {telephone}"),
        };
        let sheet = line.submission.as_ref().map(|one| format!("　报送表{}", one.word)).unwrap_or_default();
        text.push_str(&format!(
            "\n{}　{}（{}/{}）　{sealed}{sheet}　{contact}",
            line.name, line.reported_word, line.stated, line.owed
        ));
        if !line.missing.is_empty() {
            text.push_str(&format!("\n    欠报：{}", line.missing_words));
        }
    }
    text
}

fn sealed_in_words(copy: &SealedCopyView) -> String {
    format!("已登记：{}{}的盖章件，{}见到。", copy.department, copy.round, copy.on)
}

fn contact_in_words(contact: &ContactView) -> String {
    let days = match (&contact.from, &contact.until) {
        (None, None) => String::new(),
        (Some(from), None) => format!("（{from}起）"),
        (None, Some(until)) => format!("（至{until}）"),
        (Some(from), Some(until)) => format!("（{from}至{until}）"),
    };
    format!("{}　{} {}{days}", contact.department_name, contact.name, contact.telephone)
}

fn contacts_in_words(contacts: &[ContactView]) -> String {
    if contacts.is_empty() {
        return "还没有登记联络员。请用 bps contact set 登记。".to_owned();
    }
    contacts.iter().map(contact_in_words).collect::<Vec<_>>().join("\n")
}
