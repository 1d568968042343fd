//! `bps person …`: people, roles, PINs and handovers; what it understands, does and says.

use crate::grammar::{Everywhere, HELP};
use crate::named::PdfNamed;
use crate::pin::{NEW_PIN, RECOVERY, typed};
use crate::run::{Ran, open, said, shown, written};
use app::desk::Desk;
use app::refusal::Refused;
use app::wire::settings::{PersonLine, PersonView};
use app::words::Role;
use clap::Subcommand;
use std::path::{Path, PathBuf};

/// `bps person …`
#[derive(Debug, Subcommand)]
pub(crate) enum PersonCommand {
    /// 列出人员：角色、起止日期、是否已设 PIN
    #[command(help_template = HELP)]
    List,
    /// 添加人员，或更改其职务；已离任的重新启用
    #[command(help_template = HELP)]
    Add {
        /// 姓名
        #[arg(value_name = "姓名")]
        name: String,
        /// 职务
        #[arg(long, value_name = "职务", default_value_t, hide_default_value = true)]
        title: String,
    },
    /// 授予角色，取代原有角色；首次授权须包含管理
    #[command(help_template = HELP)]
    Grant {
        /// 姓名
        #[arg(value_name = "姓名")]
        name: String,
        /// 角色：填报、审核、督查、管理，用逗号分开；不写则收回全部
        #[arg(long, value_name = "角色", value_delimiter = ',', value_parser = role)]
        roles: Vec<Role>,
    },
    /// 设置或重置 PIN（新 PIN 用环境变量 BPS_NEW_PIN，或在终端输入）
    #[command(help_template = HELP)]
    Pin {
        /// 姓名
        #[arg(value_name = "姓名")]
        name: String,
        /// 首次设置时，把恢复单写到这个 PDF 文件
        #[arg(short, long, value_name = "文件")]
        output: Option<PathBuf>,
    },
    /// 凭恢复单重置 PIN（恢复码用环境变量 BPS_RECOVERY，或在终端输入）
    #[command(help_template = HELP)]
    Recover {
        /// 姓名
        #[arg(value_name = "姓名")]
        name: String,
        /// 把新的恢复单写到这个 PDF 文件
        #[arg(short, long, value_name = "文件")]
        output: Option<PathBuf>,
    },
    /// 结束任期；历史记录保留
    #[command(help_template = HELP)]
    End {
        /// 姓名
        #[arg(value_name = "姓名")]
        name: String,
        /// 最后一天，如 2013-12-31
        #[arg(long, value_name = "日期")]
        on: String,
    },
    /// 工作移交：印交接单并结束移交人的任期
    #[command(help_template = HELP)]
    Handover {
        /// 移交人
        #[arg(value_name = "移交人")]
        name: String,
        /// 接收人
        #[arg(long, value_name = "姓名")]
        to: String,
        /// 交接日期，即移交人的最后一天，如 2013-12-31
        #[arg(long, value_name = "日期")]
        on: String,
        #[command(flatten)]
        pdf: PdfNamed,
    },
}

fn role(text: &str) -> Result<Role, String> {
    text.trim().parse().map_err(|_| "不是角色，请写：填报、审核、督查、管理".to_owned())
}

/// A recovery code, shown once.
#[derive(serde::Serialize)]
struct PinOutcome {
    name: String,
    recovery_code: Option<String>,
    recovery_sheet: Option<String>,
}

pub(crate) fn run(everywhere: &Everywhere, command: PersonCommand) -> Ran {
    let (mut desk, json) = (open(everywhere)?, everywhere.json);
    let listed = |desk: &Desk| {
        let persons = desk.persons()?;
        said(json, &persons, || persons.iter().map(in_words).collect::<Vec<_>>().join("\n"))
    };
    match command {
        PersonCommand::List => {
            let persons = desk.persons()?;
            let none = || "还没有人员。请用 bps person add 添加。".to_owned();
            if persons.is_empty() { said(json, &persons, none) } else { listed(&desk) }
        }
        PersonCommand::Add { name, title } => {
            desk.add_person(&PersonView { name, title })?;
            listed(&desk)
        }
        PersonCommand::Grant { name, roles } => {
            desk.grant_roles(&name, &roles)?;
            listed(&desk)
        }
        PersonCommand::End { name, on } => {
            desk.end_person(&name, &on)?;
            listed(&desk)
        }
        PersonCommand::Pin { name, output } => {
            desk.may_set_pin_of(&name)?;
            let code = desk.set_pin(&name, &new_pin(&name)?)?;
            pin_outcome(&desk, json, name, code, output.as_deref())
        }
        PersonCommand::Recover { name, output } => {
            let code = typed(RECOVERY, "恢复码：").ok_or(Refused::NameEmpty("恢复码（BPS_RECOVERY）"))?;
            let next = desk.recover_pin(&name, &code, &new_pin(&name)?)?;
            pin_outcome(&desk, json, name, Some(next), output.as_deref())
        }
        PersonCommand::Handover { name, to, on, pdf } => {
            let printed = desk.hand_over(&name, &to, &on)?;
            written(&desk, json, printed, &pdf.output)
        }
    }
}

fn new_pin(name: &str) -> Result<String, Refused> {
    typed(NEW_PIN, &format!("{name}的新 PIN：")).ok_or(Refused::NameEmpty("新 PIN（BPS_NEW_PIN）"))
}

fn pin_outcome(desk: &Desk, json: bool, name: String, code: Option<String>, output: Option<&Path>) -> Ran {
    let mut sheet = None;
    if let (Some(code), Some(output)) = (&code, output) {
        app::files::write_whole(output, &desk.print_recovery(code)?.bytes)?;
        sheet = Some(shown(output));
    }
    let outcome = PinOutcome { name, recovery_code: code, recovery_sheet: sheet };
    said(json, &outcome, || {
        let mut text = format!("已设置{}的 PIN。", outcome.name);
        if let Some(code) = &outcome.recovery_code {
            text.push_str(&format!("\n恢复码（只显示这一次）：{code}"));
            text.push_str(&match &outcome.recovery_sheet {
                Some(file) => format!("\n恢复单已写到{file}。请打印后装入信封密封，并删除该文件。"),
                None => "\n请抄下后装入信封密封。".to_owned(),
            });
        }
        text
    })
}

fn in_words(person: &PersonLine) -> String {
    let roles: Vec<_> = person.roles.iter().map(|role| Role::from(*role).word()).collect();
    let mut text = person.name.clone();
    if !person.title.is_empty() {
        text.push_str(&format!("（{}）", person.title));
    }
    text.push_str(&format!("　{}", if roles.is_empty() { "没有角色".to_owned() } else { roles.join("、") }));
    text.push_str(if person.pin { "　已设 PIN" } else { "　未设 PIN" });
    match (&person.from, &person.until) {
        (None, None) => {}
        (from, until) => {
            let from = from.as_deref().map(|day| format!("{day}起")).unwrap_or_default();
            let until = until.as_deref().map(|day| format!("至{day}")).unwrap_or_default();
            text.push_str(&format!("　{from}{until}"));
        }
    }
    text
}
