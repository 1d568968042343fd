//! Entries: a label and its value, as they stand on the lines of a document record.

use crate::line::{Span, trimmed};
use crate::mark;
use crate::sheet::Sheet;
use domain::plan::RecordKind;

/// The labels that name a kind, and those of other lines of a record; a label without blanks is compared.
const LABELS: [(&str, RecordKind); 51] = [
    ("索引号", RecordKind::IndexNo),
    ("索引号码", RecordKind::IndexNo),
    ("信息索引号", RecordKind::IndexNo),
    ("分类", RecordKind::Category),
    ("主题分类", RecordKind::Category),
    ("信息分类", RecordKind::Category),
    ("信息类别", RecordKind::Category),
    ("发布机构", RecordKind::Issuer),
    ("发布单位", RecordKind::Issuer),
    ("发布机关", RecordKind::Issuer),
    ("发文机关", RecordKind::Issuer),
    ("发文单位", RecordKind::Issuer),
    ("发文机构", RecordKind::Issuer),
    ("公开机构", RecordKind::Issuer),
    ("制发机关", RecordKind::Issuer),
    ("发布日期", RecordKind::PublishedOn),
    ("发布时间", RecordKind::PublishedOn),
    ("发文日期", RecordKind::PublishedOn),
    ("公开日期", RecordKind::PublishedOn),
    ("公开时间", RecordKind::PublishedOn),
    ("公布日期", RecordKind::PublishedOn),
    ("名称", RecordKind::Title),
    ("标题", RecordKind::Title),
    ("信息名称", RecordKind::Title),
    ("文件名称", RecordKind::Title),
    ("文号", RecordKind::DocumentNo),
    ("发文字号", RecordKind::DocumentNo),
    ("文件编号", RecordKind::DocumentNo),
    ("主题词", RecordKind::SubjectTerms),
    ("关键词", RecordKind::SubjectTerms),
    ("成文日期", RecordKind::Other),
    ("成文时间", RecordKind::Other),
    ("生成日期", RecordKind::Other),
    ("印发日期", RecordKind::Other),
    ("生效日期", RecordKind::Other),
    ("实施日期", RecordKind::Other),
    ("废止日期", RecordKind::Other),
    ("失效日期", RecordKind::Other),
    ("有效性", RecordKind::Other),
    ("有效期", RecordKind::Other),
    ("公开范围", RecordKind::Other),
    ("公开方式", RecordKind::Other),
    ("公开形式", RecordKind::Other),
    ("公开属性", RecordKind::Other),
    ("体裁分类", RecordKind::Other),
    ("服务对象", RecordKind::Other),
    ("信息来源", RecordKind::Other),
    ("来源", RecordKind::Other),
    ("浏览次数", RecordKind::Other),
    ("字号", RecordKind::Other),
    ("内容概述", RecordKind::Other),
];
/// A label and its value on a line.
pub(crate) struct Entry {
    pub(crate) kind: RecordKind,
    /// Whether the label is one that records have.
    pub(crate) is_known: bool,
    pub(crate) label: Span,
    pub(crate) value: Span,
}

/// A label as found: what it announces, where it stands, and the place after its colon.
struct Found {
    kind: RecordKind,
    is_known: bool,
    label: Span,
    value: usize,
}

/// The labels of a line with their values: a known label may follow another's value after a blank.
pub(crate) fn entries(sheet: &Sheet, index: usize) -> Vec<Entry> {
    let line = without_bars(sheet.text, sheet.line_trimmed(index));
    let text = sheet.text;
    let Some(mut found) = known_label(text, line.start, line.end).or_else(|| unknown_label(text, &line))
    else {
        return Vec::new();
    };
    let entry = |found: Found, end| Entry {
        kind: found.kind,
        is_known: found.is_known,
        label: found.label,
        value: without_bars(text, found.value..end),
    };
    let mut entries = Vec::new();
    let mut after_blank = false;
    let first_value = found.value;
    for (offset, c) in text[first_value..line.end].char_indices() {
        let at = first_value + offset;
        if after_blank && let Some(next) = known_label(text, at, line.end) {
            entries.push(entry(std::mem::replace(&mut found, next), at));
        }
        after_blank = mark::is_blank(c) || mark::is_bar(c);
    }
    entries.push(entry(found, line.end));
    entries
}

/// The span without the blanks and bars at its ends.
fn without_bars(text: &str, span: Span) -> Span {
    let between = |c: char| mark::is_blank(c) || mark::is_bar(c);
    let slice = &text[span.clone()];
    let start = span.start + (slice.len() - slice.trim_start_matches(between).len());
    start..start + slice.trim_matches(between).len()
}

/// A known label at that place.
fn known_label(text: &str, at: usize, end: usize) -> Option<Found> {
    LABELS.iter().find_map(|&(word, kind)| {
        let label_end = mark::word_end(text, at, word)?;
        let value = mark::colon_end(text, label_end).or_else(|| cell_end(text, label_end))?;
        (value <= end).then_some(Found { kind, is_known: true, label: at..label_end, value })
    })
}

/// The end of a tab or bar after a label: the record copied from a table has no colons.
fn cell_end(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches([' ', '\u{3000}']);
    let c = rest.chars().next().filter(|&c| c == '\t' || mark::is_bar(c))?;
    Some(text.len() - rest.len() + c.len_utf8())
}

/// Two to six Han characters and a colon at the line's start.
fn unknown_label(text: &str, line: &Span) -> Option<Found> {
    let slice = &text[line.clone()];
    let (colon, c) = slice.char_indices().find(|&(_, c)| !mark::is_han(c) && !mark::is_blank(c))?;
    let label = trimmed(text, line.start..line.start + colon);
    let chars = mark::bare(&text[label.clone()]).chars().count();
    let is_label = mark::is_colon(c) && (2..=6).contains(&chars);
    let value = line.start + colon + c.len_utf8();
    is_label.then_some(Found { kind: RecordKind::Other, is_known: false, label, value })
}
