//! `bps status`: a round judged, in words; `bps light …`: a year light set by a person.

use crate::grammar::{Everywhere, HELP};
use crate::run::{Ran, open, said};
use app::wire::status::{LeadRate, MilestoneStatus, Status, TaskStatus};
use clap::Subcommand;

/// `bps light …`
#[derive(Debug, Subcommand)]
pub(crate) enum LightCommand {
    /// 人工调整一项任务在一个报告期的全年进展
    #[command(help_template = HELP)]
    Set {
        /// 报告期，如 2013Q1
        #[arg(long, alias = "round", value_name = "报告期")]
        period: String,
        /// 工作任务的编号
        #[arg(long, value_name = "任务")]
        task: String,
        /// 调整为：按序时、较慢、滞后、全年完成，或本单位的用词
        #[arg(long = "to", value_name = "进展")]
        light: String,
        /// 理由；必须写明
        #[arg(
            long,
            value_name = "文字",
            default_value_t,
            hide_default_value = true,
            allow_hyphen_values = true
        )]
        reason: String,
    },
    /// 取消人工调整，恢复测算结果
    #[command(help_template = HELP)]
    Clear {
        /// 报告期，如 2013Q1
        #[arg(long, alias = "round", value_name = "报告期")]
        period: String,
        /// 工作任务的编号
        #[arg(long, value_name = "任务")]
        task: String,
    },
}

pub(crate) fn light(everywhere: &Everywhere, command: LightCommand) -> Ran {
    let desk = open(everywhere)?;
    let judged = match &command {
        LightCommand::Set { period, task, light, reason } => {
            desk.override_light(period, task, Some(light), reason)?
        }
        LightCommand::Clear { period, task } => desk.override_light(period, task, None, "")?,
    };
    said(everywhere.json, &judged, || task(&judged))
}

pub(crate) fn run(everywhere: &Everywhere, period: &str) -> Ran {
    let status = open(everywhere)?.status(period, everywhere.as_of.as_deref())?;
    said(everywhere.json, &status, || in_words(&status))
}

fn in_words(status: &Status) -> String {
    let mut lines = vec![
        format!("{}　{}　应报{}　数据截至{}", status.period, status.round_word, status.due, status.as_of),
        format!("{}。", status.counts.sentence),
    ];
    lines.extend(status.tasks.iter().map(task));
    lines.push("完成率（按报告期最后一日的牵头部门；不计、已调整、未到期的不算）：".to_owned());
    lines.extend(status.rates.iter().map(rate));
    lines.extend(status.submissions.iter().map(|one| format!("季度报送表　{}　{}", one.name, one.words)));
    lines.extend(status.carried_forward.iter().cloned());
    lines.join("\n")
}

fn task(task: &TaskStatus) -> String {
    let light = &task.light;
    let mut text = format!("{}　{}　{}{}：{}", task.number, task.title, light.mark, light.word, light.reason);
    for milestone in task.quarter.iter().chain(&task.carried_over) {
        text.push_str(&format!("\n    {}", in_line(milestone)));
        for flag in &milestone.flags {
            text.push_str(&format!("\n        提示：{}", flag.words));
        }
    }
    text
}

fn in_line(milestone: &MilestoneStatus) -> String {
    let quarter = ["一季度", "二季度", "三季度", "四季度"];
    let quarter = quarter.get(usize::from(milestone.quarter).saturating_sub(1)).copied().unwrap_or_default();
    let mark = milestone.mark.as_deref().unwrap_or_default();
    let without = if milestone.without_evidence { "◇无佐证" } else { "" };
    format!("{quarter}　{mark}{}{without}：{}", milestone.word, milestone.reason)
}

fn rate(rate: &LeadRate) -> String {
    let lead = rate.lead.as_deref().unwrap_or("未确认牵头");
    match &rate.rate {
        Some(share) => format!("    {lead}　{}项完成{}项　{share}", rate.counted, rate.done),
        None => format!("    {lead}　没有计入的节点"),
    }
}
