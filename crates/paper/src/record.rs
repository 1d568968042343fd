//! The document record (索引号 … 主题词) and the preface: everything above the first section.

use crate::line::{Span, trimmed};
use crate::mark;
use crate::place::Place;
use crate::problem::ProblemReason;
use crate::sheet::Sheet;
use domain::plan::{Plan, RecordField, RecordKind};

/// The labels that name a kind; a label without blanks is compared.
const LABELS: [(&str, RecordKind); 23] = [
    ("索引号", RecordKind::IndexNo),
    ("索引号码", RecordKind::IndexNo),
    ("分类", RecordKind::Category),
    ("主题分类", RecordKind::Category),
    ("信息分类", RecordKind::Category),
    ("发布机构", RecordKind::Issuer),
    ("发布单位", RecordKind::Issuer),
    ("发布机关", RecordKind::Issuer),
    ("发文机关", RecordKind::Issuer),
    ("发文单位", RecordKind::Issuer),
    ("发文机构", RecordKind::Issuer),
    ("公开机构", RecordKind::Issuer),
    ("发布日期", RecordKind::PublishedOn),
    ("发布时间", RecordKind::PublishedOn),
    ("发文日期", RecordKind::PublishedOn),
    ("公开日期", RecordKind::PublishedOn),
    ("名称", RecordKind::Title),
    ("标题", RecordKind::Title),
    ("信息名称", RecordKind::Title),
    ("文号", RecordKind::DocumentNo),
    ("发文字号", RecordKind::DocumentNo),
    ("主题词", RecordKind::SubjectTerms),
    ("关键词", RecordKind::SubjectTerms),
];
/// A longer line that has no label is a paragraph: the record has ended.
const UNLABELLED_CHARS_MAX: usize = 60;

/// A label and its value on a line.
struct Entry {
    kind: RecordKind,
    label: Span,
    value: Span,
}

/// Reads the lines before `end` (an index of a line) into the plan's record and preface; gives the title's place.
pub(crate) fn read(sheet: &mut Sheet, end: usize, plan: &mut Plan) -> Span {
    let mut title = 0..0;
    let entries: Vec<Vec<Entry>> = (0..end).map(|index| entries(sheet, index)).collect();
    let record_end = record_end(sheet, &entries);
    for (index, entries) in entries.into_iter().enumerate() {
        let line = sheet.line_trimmed(index);
        if line.is_empty() {
        } else if index < record_end && !entries.is_empty() {
            for entry in entries {
                if entry.kind == RecordKind::Title && plan.title().is_empty() {
                    title = entry.value.clone();
                }
                push(sheet, plan, entry);
            }
        } else if is_title(sheet.slice(&line)) && plan.preface.is_empty() {
            let kind = if plan.title().is_empty() { RecordKind::Title } else { RecordKind::Other };
            title = if kind == RecordKind::Title { line.clone() } else { title };
            push(sheet, plan, Entry { kind, label: line.start..line.start, value: line });
        } else if index < record_end {
            sheet.problem(line, ProblemReason::RecordLine);
        } else {
            let text = sheet.field(&line, Place::Preface(plan.preface.len()));
            plan.preface.push(text);
        }
    }
    title
}

/// The line after the record's last: the last known label, and unknown ones with a short value right after it.
fn record_end(sheet: &Sheet, entries: &[Vec<Entry>]) -> usize {
    let known = |entries: &Vec<Entry>| entries.iter().any(|entry| entry.kind != RecordKind::Other);
    let mut end = 0;
    for (index, entries) in entries.iter().enumerate() {
        let line = sheet.line_trimmed(index);
        if known(entries) {
            end = index + 1;
        } else if entries.is_empty() && sheet.slice(&line).chars().count() > UNLABELLED_CHARS_MAX {
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
    if entry.kind != RecordKind::Other && plan.record.iter().any(|field| field.kind == entry.kind) {
        sheet.remark(&(entry.label.start..entry.value.end), ProblemReason::RecordAgain);
    }
    sheet.separator(entry.label.end..entry.value.start);
    let label = sheet.field(&entry.label, Place::RecordLabel(n));
    let value = sheet.field(&entry.value, Place::RecordValue(n));
    plan.record.push(RecordField { kind: entry.kind, label, value });
    if entry.kind == RecordKind::PublishedOn && !entry.value.is_empty() && plan.published_on().is_none() {
        sheet.remark(&entry.value, ProblemReason::NoPublicationDay);
    }
}

/// The labels of a line with their values: a known label may follow another's value after a blank.
fn entries(sheet: &Sheet, index: usize) -> Vec<Entry> {
    let line = sheet.line_trimmed(index);
    let text = sheet.text;
    let Some((mut kind, mut label, mut value)) =
        known_label(text, line.start, line.end).or_else(|| unknown_label(text, &line))
    else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    let mut after_blank = false;
    let first_value = value;
    for (offset, c) in text[first_value..line.end].char_indices() {
        let at = first_value + offset;
        if after_blank && let Some((next_kind, next_label, next_value)) = known_label(text, at, line.end) {
            entries.push(Entry { kind, label, value: trimmed(text, value..at) });
            (kind, label, value) = (next_kind, next_label, next_value);
        }
        after_blank = mark::is_blank(c);
    }
    entries.push(Entry { kind, label, value: trimmed(text, value..line.end) });
    entries
}

/// A known label at that place: its kind, its span, and the place after its colon.
fn known_label(text: &str, at: usize, end: usize) -> Option<(RecordKind, Span, usize)> {
    LABELS.iter().find_map(|&(word, kind)| {
        let label_end = mark::word_end(text, at, word)?;
        let value = mark::colon_end(text, label_end).or_else(|| cell_end(text, label_end))?;
        (value <= end).then_some((kind, at..label_end, value))
    })
}

/// The end of a tab or bar after a label: the record copied from a table has no colons.
fn cell_end(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches([' ', '\u{3000}']);
    let c = rest.chars().next().filter(|&c| c == '\t' || mark::is_bar(c))?;
    Some(text.len() - rest.len() + c.len_utf8())
}

/// Two to six Han characters and a colon at the line's start.
fn unknown_label(text: &str, line: &Span) -> Option<(RecordKind, Span, usize)> {
    let slice = &text[line.clone()];
    let (colon, c) = slice.char_indices().find(|&(_, c)| !mark::is_han(c) && !mark::is_blank(c))?;
    let label = trimmed(text, line.start..line.start + colon);
    let chars = mark::bare(&text[label.clone()]).chars().count();
    let is_label = mark::is_colon(c) && (2..=6).contains(&chars);
    is_label.then_some((RecordKind::Other, label, line.start + colon + c.len_utf8()))
}

/// A line of its own that names the paper, as it stands above many a text.
fn is_title(line: &str) -> bool {
    let bare = mark::bare(line);
    bare.ends_with("白皮书") && bare.chars().count() <= 60 && !bare.contains(['\u{3002}', ':', ';'])
}

/// Title, year and issuer: what every paper must tell. `title` is where the title stands.
pub(crate) fn require(sheet: &mut Sheet, plan: &mut Plan, title: &Span) {
    if plan.title().is_empty() {
        sheet.remark(title, ProblemReason::NoTitle);
    }
    if plan.issuer().is_empty() {
        sheet.remark(&(0..0), ProblemReason::NoIssuer);
    }
    let tables = plan.sections.iter().filter(|section| section.has_table);
    let in_heading = tables.filter_map(|section| year_in(&section.title)).next();
    let (year, reason) = match (year_in(plan.title()), in_heading) {
        (Some(year), _) => (year, None),
        (None, Some(year)) => (year, Some(ProblemReason::YearNotInTitle)),
        (None, None) => (0, Some(ProblemReason::NoYear)),
    };
    plan.year = year;
    if let Some(reason) = reason {
        sheet.remark(title, reason);
    }
}

/// The first year in a text, 1949 to 2999: 2013年 in digits of either width, or 二〇一三年.
fn year_in(text: &str) -> Option<i16> {
    let (mut year, mut digits) = (0_i16, 0);
    for c in text.chars().filter(|&c| !mark::is_blank(c)) {
        if let Some(digit) = digit(c) {
            year = if digits < 4 { year * 10 + digit } else { 0 };
            digits += 1;
        } else if c == '年' && digits == 4 && (1949..=2999).contains(&year) {
            return Some(year);
        } else {
            (year, digits) = (0, 0);
        }
    }
    None
}

fn digit(c: char) -> Option<i16> {
    const CHINESE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if matches!(c, '零' | '\u{25CB}' | '\u{FF2F}') {
        return Some(0);
    }
    let chinese = CHINESE.iter().position(|&digit| digit == c).map(|n| n as i16);
    chinese.or_else(|| mark::half_width(c).to_digit(10).map(|n| n as i16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        for (text, year) in [
            ("盐田区2013年度公共服务白皮书", Some(2013)),
            ("\u{FF12}\u{FF10}\u{FF11}\u{FF13}年白皮书", Some(2013)),
            ("二〇一三年度白皮书", Some(2013)),
            ("二零一三年度白皮书", Some(2013)),
            ("12013年", None),
            ("白皮书2013", None),
            ("", None),
        ] {
            assert_eq!(year_in(text), year, "{text}");
        }
    }

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
