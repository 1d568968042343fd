//! The paper as a document: its record, its day of publication, its pages, and who leads.

use super::{Circumstances, Remark, RemarkKind, Severity};
use crate::period::{Quarter, Round};
use crate::plan::{Plan, RecordKind, Task};

/// What concerns the paper as a whole.
pub(super) fn of_paper(plan: &Plan) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let empty: Vec<String> = plan
        .record
        .iter()
        .filter(|field| field.kind != RecordKind::Other && field.value.is_empty())
        .map(|field| field.label.chars().filter(|c| !c.is_whitespace()).collect())
        .collect();
    if !empty.is_empty() {
        remarks.push(of_all(RemarkKind::RecordEmpty, Vec::new(), format!("{}为空", empty.join("、"))));
    }
    if let Some(day) = plan.published_on() {
        let is_over = |quarter: &Quarter| Round { year: plan.year, quarter: *quarter }.last_day() < day;
        let over: Vec<Quarter> = Quarter::ALL.into_iter().filter(is_over).collect();
        if let Some(last) = over.last().copied().filter(|_| plan.year != 0) {
            let end = Round { year: plan.year, quarter: last }.last_day();
            let sentence = format!(
                "发布日期{day}晚于{}末（{}月{}日），公布时这一季的安排已经过期",
                last.word(),
                end.month(),
                end.day()
            );
            remarks.push(of_all(RemarkKind::PublishedLate, over, sentence));
        }
    }
    if is_half_width(plan) {
        let sentence = "正文逗号、分号、括号等为半角，打印时改为全角，原文保留".to_owned();
        remarks.push(of_all(RemarkKind::HalfWidth, Vec::new(), sentence));
    }
    remarks
}

/// What concerns a task as a row of the table.
pub(super) fn of_task(task: &Task, circumstances: &Circumstances, remarks: &mut Vec<Remark>) {
    let look = |kind: RemarkKind, sentence: String| Remark {
        kind,
        severity: Severity::Look,
        task: Some(task.number),
        quarters: Vec::new(),
        place: None,
        sentence,
    };
    if circumstances.split.contains(&task.number) {
        let sentence = "这一行跨页，任务名、部门在次页重复印出，已合为一项".to_owned();
        remarks.push(look(RemarkKind::SplitOverPages, sentence));
    }
    let count = task.departments.len();
    if count > 1 && !circumstances.led.contains(&task.number) {
        let sentence = format!("{count}个责任部门（{}），牵头部门未确认", task.departments.join("、"));
        remarks.push(look(RemarkKind::NoLead, sentence));
    }
}

/// Whether half-width commas and semicolons stand between Chinese characters more often than full-width ones.
fn is_half_width(plan: &Plan) -> bool {
    let texts = plan.tasks().flat_map(|task| task.objective.iter().chain(task.milestones.iter().flatten()));
    let (mut half, mut full) = (0_usize, 0_usize);
    for c in texts.flat_map(|text| text.chars()) {
        match c {
            ',' | ';' | '(' | ':' => half += 1,
            '\u{FF0C}' | '\u{FF1B}' | '\u{FF08}' | '\u{FF1A}' => full += 1,
            _ => {}
        }
    }
    half > full
}

fn of_all(kind: RemarkKind, quarters: Vec<Quarter>, sentence: String) -> Remark {
    Remark { kind, severity: Severity::Look, task: None, quarters, place: None, sentence }
}
