//! The document record (索引号 … 主题词) and the preface: everything above the first section.

use crate::entry::{self, Entry};
use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::Place;
use crate::problem::ProblemReason;
use crate::sheet::Sheet;
use crate::title;
use domain::plan::{Plan, RecordField, RecordKind};

/// Other days of a paper, one of which stands for 发布日期 where the record has none.
const OTHER_DAYS: [&str; 4] = ["成文日期", "成文时间", "生成日期", "印发日期"];
/// A longer line that has no label is a paragraph: the record has ended.
const UNLABELLED_CHARS_MAX: usize = 60;

/// What stands above the first section: one or more lines that belong together.
enum Unit {
    Entries(Vec<Entry>),
    /// The paper's name on lines of its own.
    Headline(Span),
    /// Any other line, and whether the record goes on after it.
    Line {
        line: Span,
        is_inside: bool,
    },
}

/// Reads the lines before `end` (an index of a line) into the plan's record and preface; gives the title's place.
pub(crate) fn read(sheet: &mut Sheet, end: usize, plan: &mut Plan) -> Span {
    let mut title = 0..0;
    let units = units(sheet, end);
    let is_named = units.iter().any(|unit| match unit {
        Unit::Entries(entries) => {
            entries.iter().any(|entry| entry.kind == RecordKind::Title && !entry.value.is_empty())
        }
        _ => false,
    });
    let (mut headlines, mut other_day) = (Vec::new(), None);
    let best = best_headline(sheet, &units).filter(|_| !is_named);
    for unit in units {
        match unit {
            Unit::Entries(entries) => {
                for entry in entries {
                    if entry.kind == RecordKind::Title && plan.title().is_empty() {
                        title = entry.value.clone();
                    }
                    if OTHER_DAYS.contains(&mark::bare(sheet.slice(&entry.label)).as_str()) {
                        other_day.get_or_insert((plan.record.len(), entry.label.start..entry.value.end));
                    }
                    push(sheet, plan, entry);
                }
            }
            Unit::Headline(line) if best.as_ref() == Some(&line) => {
                title = line.clone();
                push(sheet, plan, headline(line, RecordKind::Title));
            }
            Unit::Headline(line) if plan.preface.is_empty() => headlines.push(line),
            Unit::Line { line, is_inside: true } => sheet.problem(line, ProblemReason::RecordLine),
            Unit::Headline(line) | Unit::Line { line, .. } => {
                let text = sheet.field(&line, Place::Preface(plan.preface.len()));
                plan.preface.push(text);
            }
        }
    }
    // The title printed once more as a headline is the same title.
    for line in headlines {
        match plan.record.iter().position(|field| field.value == sheet.reading(&line)) {
            Some(n) => sheet.repetition(&line, Place::RecordValue(n)),
            None => push(sheet, plan, headline(line, RecordKind::Other)),
        }
    }
    if let Some((n, span)) = other_day {
        take_other_day(sheet, plan, n, &span);
    }
    title
}

/// The headline that is the paper's own name, not that of a notice about it.
fn best_headline(sheet: &Sheet, units: &[Unit]) -> Option<Span> {
    let headlines = || {
        units.iter().filter_map(|unit| match unit {
            Unit::Headline(line) => Some(line),
            _ => None,
        })
    };
    let is_own_name = |line: &&Span| mark::bare(sheet.slice(line)).ends_with("白皮书");
    headlines().find(is_own_name).or_else(|| headlines().next()).cloned()
}

fn headline(line: Span, kind: RecordKind) -> Entry {
    Entry { kind, is_known: true, label: line.start..line.start, value: line }
}

/// The lines before `end`, put together where one thing is broken over several.
fn units(sheet: &Sheet, end: usize) -> Vec<Unit> {
    let mut entries: Vec<Vec<Entry>> = (0..end).map(|index| entry::entries(sheet, index)).collect();
    let record_end = record_end(sheet, &entries);
    let mut units = Vec::new();
    let mut index = 0;
    while index < end {
        let line = sheet.line_trimmed(index);
        let mut last = index;
        if line.is_empty() || sheet.is_page_mark(index) {
        } else if index < record_end && !entries[index].is_empty() {
            let mut found = std::mem::take(&mut entries[index]);
            let open = found.last_mut().filter(|entry| entry.kind == RecordKind::Title);
            let open = open.filter(|entry| !title::names_a_paper(sheet.slice(&entry.value)));
            let further = |n: &usize| entries.get(*n).is_some_and(Vec::is_empty);
            if let Some(entry) = open
                && let Some(title_end) = title::end_of_rest(sheet, index + 1).filter(further)
            {
                last = title_end;
                let start = if entry.value.is_empty() {
                    sheet.line_trimmed(index + 1).start
                } else {
                    entry.value.start
                };
                entry.value = trimmed(sheet.text, start..sheet.line_trimmed(last).end);
            }
            units.push(Unit::Entries(found));
        } else if let Some(title_end) = title::headline_end(sheet, index).filter(|&last| last < end) {
            last = title_end;
            units.push(Unit::Headline(line.start..sheet.line_trimmed(last).end));
        } else {
            units.push(Unit::Line { line, is_inside: index < record_end });
        }
        index = last + 1;
    }
    units
}

/// The line after the record's last: the last known label, and unknown ones with a short value right after it.
fn record_end(sheet: &Sheet, entries: &[Vec<Entry>]) -> usize {
    let known = |entries: &Vec<Entry>| entries.iter().any(|entry| entry.is_known);
    let mut end = 0;
    for (index, entries) in entries.iter().enumerate() {
        let line = sheet.line_trimmed(index);
        if known(entries) {
            end = index + 1;
        } else if end > 0 && entries.is_empty() && sheet.slice(&line).chars().count() > UNLABELLED_CHARS_MAX {
            break;
        }
    }
    let short = |entry: &Entry| !entry.value.is_empty() && sheet.slice(&entry.value).chars().count() <= 40;
    let more =
        entries[end..].iter().take_while(|entries| !entries.is_empty() && entries.iter().all(short)).count();
    if end == 0 { 0 } else { end + more }
}

fn push(sheet: &mut Sheet, plan: &mut Plan, entry: Entry) {
    let n = plan.record.len();
    sheet.separator(entry.label.end..entry.value.start);
    let label = sheet.field(&entry.label, Place::RecordLabel(n));
    let value = sheet.field(&entry.value, Place::RecordValue(n));
    let field = RecordField { kind: entry.kind, label, value };
    let earlier = plan.record.iter().find(|earlier| earlier.kind == field.kind && !earlier.value.is_empty());
    if field.kind != RecordKind::Other
        && !field.value.is_empty()
        && earlier.is_some_and(|earlier| !say_the_same(earlier, &field))
    {
        sheet.remark(&(entry.label.start..entry.value.end), ProblemReason::RecordAgain);
    }
    supersede_empty(plan, field.kind);
    plan.record.push(field);
    if entry.kind == RecordKind::PublishedOn && !entry.value.is_empty() && plan.published_on().is_none() {
        sheet.remark(&entry.value, ProblemReason::NoPublicationDay);
    }
}

/// Lets a line without a value stand for nothing, since another is found to tell what it should.
pub(crate) fn supersede_empty(plan: &mut Plan, kind: RecordKind) {
    let empty = plan.record.iter_mut().filter(|field| field.kind == kind && field.value.is_empty());
    empty.for_each(|field| field.kind = RecordKind::Other);
}

/// Whether two lines of the record tell the same thing: a day may be written 2019-03-20 10:22 and 2019年3月20日.
fn say_the_same(one: &RecordField, other: &RecordField) -> bool {
    let day = |field: &RecordField| Plan { record: vec![field.clone()], ..Plan::default() }.published_on();
    mark::bare(&one.value) == mark::bare(&other.value) || (day(one).is_some() && day(one) == day(other))
}

/// Takes 成文日期 for the day of publication where the record has no line for that.
fn take_other_day(sheet: &mut Sheet, plan: &mut Plan, n: usize, span: &Span) {
    if plan.record.iter().any(|field| field.kind == RecordKind::PublishedOn) {
        return;
    }
    plan.record[n].kind = RecordKind::PublishedOn;
    if plan.published_on().is_some() {
        sheet.remark(span, ProblemReason::OtherDay);
    } else {
        plan.record[n].kind = RecordKind::Other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, record: &[(RecordKind, &str, &str)], preface: &[&str]) {
        let mut sheet = Sheet::of(text);
        let mut plan = Plan::default();
        let end = sheet.lines.count();
        read(&mut sheet, end, &mut plan);
        let fields: Vec<_> = plan
            .record
            .iter()
            .map(|field| (field.kind, field.label.as_str(), field.value.as_str()))
            .collect();
        assert_eq!(
            (fields.as_slice(), plan.preface.iter().map(String::as_str).collect::<Vec<_>>()),
            (record, preface.to_vec()),
            "{text}"
        );
    }

    #[test]
    fn records_and_prefaces() {
        use RecordKind::{Category, DocumentNo, IndexNo, Issuer, Other, Title};
        check(
            "索 引 号:1-2\n文 号:\n前言。",
            &[(IndexNo, "索 引 号", "1-2"), (DocumentNo, "文 号", "")],
            &["前言。"],
        );
        check(
            "索引号\u{FF1A}1 \u{3000}分 类\u{FF1A} 二",
            &[(IndexNo, "索引号", "1"), (Category, "分 类", "二")],
            &[],
        );
        check(
            "发布机构:甲\n有 效 性:有效\n各有关单位:\n现予公布。",
            &[(Issuer, "发布机构", "甲"), (Other, "有 效 性", "有效")],
            &["各有关单位:", "现予公布。"],
        );
        check("甲区2013年白皮书\n前言。", &[(Title, "", "甲区2013年白皮书")], &["前言。"]);
        check("索引号\t1\t分类\t二", &[(IndexNo, "索引号", "1"), (Category, "分类", "二")], &[]);
        check("前言。", &[], &["前言。"]);
    }
}
