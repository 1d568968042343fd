//! What happened to an entry: each submission with its person, and what it changed.

use super::difference::change;
use crate::desk::time_text;
use crate::undo::{RESTORE, is_undo};
use crate::wire::entry::{BoxChange, HistoryLine};
use domain::claim::Claim;
use domain::evidence::Evidence;
use domain::progress::{Progress, Value};
use ledger::{Record, Rid};
use store::HistoryEntry;

/// The operation that takes a submission back.
pub(super) const UNDO: &str = "progress.undo";

/// The submissions that were not taken back, oldest first.
pub(crate) fn submissions(revisions: &[HistoryEntry]) -> Vec<&HistoryEntry> {
    let mut standing = Vec::new();
    for revision in revisions {
        if is_undo(&revision.header.op) {
            standing.pop();
        } else {
            standing.push(revision);
        }
    }
    standing
}

/// The newest submission that was not taken back.
pub(super) fn standing(revisions: &[HistoryEntry]) -> Option<Rid> {
    submissions(revisions).pop().map(|revision| revision.rid)
}

/// The history as lines, newest first.
pub(super) fn lines(revisions: &[HistoryEntry], code: impl Fn(u32) -> String) -> Vec<HistoryLine> {
    let nothing = Progress::default();
    let mut before = &nothing;
    let mut lines = Vec::with_capacity(revisions.len());
    for revision in revisions {
        let now = match &revision.record {
            Some(Record::Progress(record)) => &record.progress,
            _ => &nothing,
        };
        lines.push(HistoryLine {
            what: word(&revision.header.op).to_owned(),
            by: person(revision),
            at: time_text(revision.header.wall_ms),
            changes: changes(before, now, &code),
            revision: revision.rid.to_string(),
        });
        before = now;
    }
    lines.reverse();
    lines
}

/// 王某（科长），and for 代录 the office that wrote.
pub(super) fn person(revision: &HistoryEntry) -> String {
    by(&revision.header)
}

/// Who wrote, by name, title and office as of then.
pub(crate) fn by(header: &ledger::Header) -> String {
    let author = &header.author;
    let title = if author.title.is_empty() { String::new() } else { format!("（{}）", author.title) };
    match &header.on_behalf {
        Some(department) => format!("{}{title}，{}代{department}录入", author.name, header.office),
        None => format!("{}{title}", author.name),
    }
}

fn word(op: &str) -> &'static str {
    match op {
        "progress.submit" => "提交",
        "progress.correct" => "更正",
        RESTORE => "恢复",
        op if is_undo(op) => "撤销",
        _ => "修改",
    }
}

fn changes(before: &Progress, now: &Progress, code: impl Fn(u32) -> String) -> Vec<BoxChange> {
    let word = |claim: Option<Claim>| claim.map_or("", Claim::word).to_owned();
    let items = |items: &[Option<Claim>]| {
        let state =
            |(at, item): (usize, &Option<Claim>)| format!("{at} {}", item.map_or("未选", Claim::word));
        (1..).zip(items).map(state).collect::<Vec<_>>().join("、")
    };
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    let values = |values: &[Value]| {
        values.iter().map(|v| format!("{}{}{}", v.name, v.amount, v.measure)).collect::<Vec<_>>().join("、")
    };
    let evidence = |evidence: &[Evidence]| {
        let one = |one: &Evidence| match one.number {
            Some(number) => format!("{} {}", code(number), one.form.name()),
            None => one.form.name().to_owned(),
        };
        evidence.iter().map(one).collect::<Vec<_>>().join("、")
    };
    let boxes = [
        ("自报", word(before.claim), word(now.claim)),
        ("事项", items(&before.items), items(&now.items)),
        ("进展", before.text.clone(), now.text.clone()),
        ("原因", before.cause.clone(), now.cause.clone()),
        ("措施", before.measure.clone(), now.measure.clone()),
        ("下一步", before.next_step.clone(), now.next_step.clone()),
        ("预计完成日期", day(before.due), day(now.due)),
        ("责任人", before.person.clone(), now.person.clone()),
        ("数量", values(&before.values), values(&now.values)),
        ("佐证", evidence(&before.evidence), evidence(&now.evidence)),
    ];
    boxes.into_iter().filter_map(|(label, was, is)| change(label, &was, &is)).collect()
}
