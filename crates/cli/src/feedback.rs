//! `bps feedback …`: what the public says; what it understands, does and says. Personal data only where asked for.

use crate::grammar::{Everywhere, HELP};
use crate::named::RoundNamed;
use crate::run::{Ran, open, said};
use app::desk::Desk;
use app::feedback::Letter;
use app::refusal::Refused;
use app::wire::feedback::{
    ChannelCode, FeedbackChange, FeedbackKindCode, FeedbackLine, FeedbackPersonal, FeedbackStateCode,
    FeedbackView, NewFeedback, ReplyView,
};
use clap::{Args, Subcommand, ValueEnum};
use std::fmt::Write;
use std::path::PathBuf;

/// `bps feedback …`
#[derive(Debug, Subcommand)]
pub(crate) enum FeedbackCommand {
    /// 登记一件意见，或一封邮件（--eml）
    #[command(help_template = HELP)]
    Add(Box<FeedbackAdd>),
    /// 列出意见；姓名、电话、邮箱等已脱敏
    #[command(help_template = HELP)]
    List {
        /// 只列待答复的
        #[arg(long)]
        open: bool,
        /// 只列逾期未答复的
        #[arg(long)]
        overdue: bool,
        /// 年度；不写时列出全部
        #[arg(long, value_name = "年度")]
        year: Option<i16>,
    },
    /// 查看一件意见
    #[command(help_template = HELP)]
    Show {
        #[command(flatten)]
        meant: Meant,
        /// 连同姓名、电话等个人信息；每次查看都记入资料库的审计
        #[arg(long)]
        with_personal: bool,
    },
    /// 答复一件意见；再次答复即为更正
    #[command(help_template = HELP)]
    Answer {
        #[command(flatten)]
        meant: Meant,
        /// 答复内容
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        text: String,
    },
    /// 办结一件意见；没有答复就办结的，要写明理由
    #[command(help_template = HELP)]
    Close {
        #[command(flatten)]
        meant: Meant,
        /// 办结说明
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        words: Option<String>,
    },
    /// 重新办理已办结的意见
    #[command(help_template = HELP)]
    Reopen {
        #[command(flatten)]
        meant: Meant,
        /// 理由
        #[arg(long, value_name = "文字", allow_hyphen_values = true)]
        reason: String,
    },
    /// 更改类别、所涉任务、办理部门或答复期限
    #[command(help_template = HELP)]
    Change {
        #[command(flatten)]
        meant: Meant,
        /// 类别
        #[arg(long, value_name = "类别")]
        kind: Option<KindWord>,
        /// 所涉任务编号；0 为不涉及任务
        #[arg(long, value_name = "编号", allow_hyphen_values = true)]
        task: Option<String>,
        /// 任务所在年度；只有一个年度时可不写
        #[arg(long, value_name = "年度")]
        plan_year: Option<i16>,
        /// 办理部门；0 为督查室自办
        #[arg(long, value_name = "部门", allow_hyphen_values = true)]
        department: Option<String>,
        /// 答复期限，如 2013-05-31
        #[arg(long, value_name = "日期")]
        due: Option<String>,
    },
    /// 设置答复期限的天数；已登记的不变
    #[command(help_template = HELP)]
    Days {
        /// 天数，如 7
        #[arg(value_name = "天数", allow_negative_numbers = true)]
        days: i32,
    },
    /// 一个季度收到、办结、逾期的件数
    #[command(help_template = HELP)]
    Count(RoundNamed),
}

/// Which one.
#[derive(Debug, Args)]
pub(crate) struct Meant {
    /// 受理编号，如 12、2013-0012 或 意见2013-0012
    #[arg(value_name = "编号", required_unless_present = "number_named")]
    number_bare: Option<String>,
    /// 受理编号，如 12、2013-0012 或 意见2013-0012
    #[arg(long = "number", value_name = "编号", conflicts_with = "number_bare")]
    number_named: Option<String>,
    /// 收到的年度；只有一件是这个编号时可不写
    #[arg(long, value_name = "年度")]
    year: Option<i16>,
}

impl Meant {
    fn number(&self) -> &str {
        self.number_named.as_deref().or(self.number_bare.as_deref()).unwrap_or_default()
    }
}

/// `bps feedback add`
#[derive(Debug, Args)]
pub(crate) struct FeedbackAdd {
    /// 类别；邮件不写时按其中“投诉”“建议”等字判断
    #[arg(long, value_name = "类别", required_unless_present = "eml")]
    kind: Option<KindWord>,
    /// 来自哪种方式；邮件以外不写时为电话
    #[arg(long, value_name = "方式")]
    channel: Option<ChannelWord>,
    /// 主题，一句话；不写时取内容的开头
    #[arg(long, value_name = "文字", allow_hyphen_values = true)]
    subject: Option<String>,
    /// 内容
    #[arg(long, value_name = "文字", required_unless_present = "eml", allow_hyphen_values = true)]
    text: Option<String>,
    /// 来信、来电人姓名
    #[arg(long, value_name = "姓名", allow_hyphen_values = true)]
    name: Option<String>,
    /// 电话、邮箱或地址
    #[arg(long, value_name = "联系方式", allow_hyphen_values = true)]
    contact: Option<String>,
    /// 所涉任务编号，如 5 或 五
    #[arg(long, value_name = "编号", allow_hyphen_values = true)]
    task: Option<String>,
    /// 办理部门；不写时为督查室自办
    #[arg(long, value_name = "部门", allow_hyphen_values = true)]
    department: Option<String>,
    /// 收到日期，如 2013-05-02；不写时为邮件所写的日期，或今天
    #[arg(long, value_name = "日期")]
    received: Option<String>,
    /// 邮件文件（.eml）；原件和附件一并保存
    #[arg(long, value_name = "文件")]
    eml: Option<PathBuf>,
    /// 附件；可多次
    #[arg(long = "attach", value_name = "文件")]
    attach: Vec<PathBuf>,
    /// 任务所在年度；只有一个年度时可不写
    #[arg(long, value_name = "年度")]
    year: Option<i16>,
}

/// 类别 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum KindWord {
    /// 咨询
    #[value(alias = "咨询")]
    Question,
    /// 投诉
    #[value(alias = "投诉")]
    Complaint,
    /// 建议
    #[value(alias = "建议")]
    Suggestion,
}

impl KindWord {
    fn code(self) -> FeedbackKindCode {
        match self {
            Self::Question => FeedbackKindCode::Question,
            Self::Complaint => FeedbackKindCode::Complaint,
            Self::Suggestion => FeedbackKindCode::Suggestion,
        }
    }
}

/// 方式 on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum ChannelWord {
    /// 网站
    #[value(alias = "网站")]
    Website,
    /// 电子邮件
    #[value(aliases = ["电子邮件", "邮件", "邮箱"])]
    Email,
    /// 电话
    #[value(alias = "电话")]
    Telephone,
}

impl ChannelWord {
    fn code(self) -> ChannelCode {
        match self {
            Self::Website => ChannelCode::Website,
            Self::Email => ChannelCode::Email,
            Self::Telephone => ChannelCode::Telephone,
        }
    }
}

/// One piece as it is printed, with what was asked for on top.
#[derive(serde::Serialize)]
struct Shown {
    #[serde(flatten)]
    view: FeedbackView,
    #[serde(skip_serializing_if = "Option::is_none")]
    personal: Option<FeedbackPersonal>,
}

pub(crate) fn run(everywhere: &Everywhere, command: FeedbackCommand) -> Ran {
    // A file that is no mail is refused before a store is made for it.
    let letter = match &command {
        FeedbackCommand::Add(add) => add.eml.as_deref().map(Letter::open).transpose()?,
        _ => None,
    };
    let desk = open(everywhere)?;
    let id = |meant: &Meant| desk.feedback_named(meant.number(), meant.year);
    let done = |view: FeedbackView, word: &str| {
        let said_of = format!("{}{word}", view.line.receipt);
        said(everywhere.json, &view, || said_of)
    };
    match command {
        FeedbackCommand::Add(add) => {
            let view = desk.add_feedback(&new(&desk, *add, letter.as_ref())?, letter.as_ref())?;
            let line = &view.line;
            let words = format!("已登记为{}（{}），请于{}前答复。", line.receipt, line.kind_word, line.due);
            said(everywhere.json, &view, || words)
        }
        FeedbackCommand::List { open, overdue, year } => {
            let list = desk.feedback_list(year, everywhere.as_of.as_deref())?;
            let wanted = |line: &FeedbackLine| {
                (!open || line.state == FeedbackStateCode::Open) && (!overdue || line.overdue)
            };
            let lines: Vec<_> = list.lines.into_iter().filter(wanted).collect();
            said(everywhere.json, &lines, || listed(&lines))
        }
        FeedbackCommand::Show { meant, with_personal } => {
            let id = id(&meant)?;
            let personal = with_personal.then(|| desk.show_personal(&id)).transpose()?;
            let shown = Shown { view: desk.feedback(&id)?, personal };
            said(everywhere.json, &shown, || words(&shown))
        }
        FeedbackCommand::Answer { meant, text } => {
            done(desk.answer_feedback(&id(&meant)?, &text)?, "已答复。")
        }
        FeedbackCommand::Close { meant, words } => {
            done(desk.close_feedback(&id(&meant)?, words.as_deref().unwrap_or_default())?, "已办结。")
        }
        FeedbackCommand::Reopen { meant, reason } => {
            let view = desk.reopen_feedback(&id(&meant)?, &reason)?;
            let word = format!("已重新办理，请于{}前答复。", view.line.due);
            done(view, &word)
        }
        FeedbackCommand::Change { meant, kind, task, plan_year, department, due } => {
            let number = |task: String| if task == "0" { Ok(0) } else { desk.task_number(plan_year, &task) };
            let task = task.map(number).transpose()?;
            let department = department.map(|name| if name == "0" { String::new() } else { name });
            let change = FeedbackChange { plan_year, kind: kind.map(KindWord::code), task, department, due };
            done(desk.change_feedback(&id(&meant)?, &change)?, "已更改。")
        }
        FeedbackCommand::Days { days } => {
            desk.set_feedback_days(days)?;
            let set = desk.feedback_days()?;
            said(everywhere.json, &set, || format!("以后登记的公众意见，请于收到后{set}天内答复。"))
        }
        FeedbackCommand::Count(round) => {
            let counts = desk.feedback_counts(round.text(), everywhere.as_of.as_deref())?;
            said(everywhere.json, &counts, || counts.sentence.clone())
        }
    }
}

/// What is typed goes before what the e-mail says.
fn new(desk: &Desk, add: FeedbackAdd, letter: Option<&Letter>) -> Result<NewFeedback, Refused> {
    let kind = add.kind.map(KindWord::code);
    let read = letter.map(|letter| letter.to_new(kind));
    let or =
        |typed: Option<String>, read: Option<&String>| typed.or_else(|| read.cloned()).unwrap_or_default();
    let channel = add.channel.map(ChannelWord::code).or(read.as_ref().map(|read| read.channel));
    Ok(NewFeedback {
        plan_year: add.year,
        kind: kind.or(read.as_ref().map(|read| read.kind)).unwrap_or(FeedbackKindCode::Question),
        channel: channel.unwrap_or(ChannelCode::Telephone),
        received: or(add.received, read.as_ref().map(|read| &read.received)),
        subject: or(add.subject, read.as_ref().map(|read| &read.subject)),
        text: or(add.text, read.as_ref().map(|read| &read.text)),
        name: or(add.name, read.as_ref().map(|read| &read.name)),
        contact: or(add.contact, read.as_ref().map(|read| &read.contact)),
        task: add.task.map(|task| desk.task_number(add.year, &task)).transpose()?,
        department: add.department,
        files: desk.take_files(&add.attach)?,
    })
}

fn listed(lines: &[FeedbackLine]) -> String {
    if lines.is_empty() {
        return "没有符合条件的公众意见。用 bps feedback add 登记电话、网站的意见，用 --eml 登记邮件。"
            .to_owned();
    }
    let line = |line: &FeedbackLine| {
        let task = line.task.map(|task| format!("　任务{task}")).unwrap_or_default();
        let due = if line.due_words.is_empty() { String::new() } else { format!("（{}）", line.due_words) };
        format!(
            "{}【{}{due}】{} · {} {}　{}{task}",
            line.receipt, line.state_word, line.kind_word, line.channel_word, line.received, line.subject
        )
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn words(shown: &Shown) -> String {
    let Shown { view, personal } = shown;
    let mut text = listed(std::slice::from_ref(&view.line));
    let (name, contact) = match personal {
        Some(personal) => (&personal.name, &personal.contact),
        None => (&view.line.sender, &view.contact),
    };
    let department = view.line.department.as_deref().unwrap_or("督查室");
    let _ = write!(text, "\n来自：{name}　{contact}　办理：{department}　答复期限：{}", view.line.due);
    if let Some(title) = &view.task_title {
        let _ = write!(text, "\n所涉任务：{title}");
    }
    let said_in_full = personal.as_ref().map_or(&view.text, |personal| &personal.text);
    let _ = write!(text, "\n\n{said_in_full}\n");
    let files = personal.as_ref().map_or(&view.files, |personal| &personal.files);
    for file in files {
        let warning = if file.executable { "（可能是程序，只保存，不打开）" } else { "" };
        let _ = write!(text, "\n附件：{}　{}字节{warning}", file.name, file.size);
    }
    let mut reply = |word: &str, reply: &Option<ReplyView>| {
        if let Some(ReplyView { text: said, on, by }) = reply {
            let _ = write!(text, "\n{word}（{by} {on}）：{said}");
        }
    };
    reply("重新办理", &view.reopening);
    reply("答复", &view.answer);
    reply("办结", &view.closing);
    text
}
