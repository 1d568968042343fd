//! Labels: 目标 and 第一季度 … 第四季度 before the texts of a 目标及进度 cell.
//!
//! A label counts at the start of the cell, after a blank or a line break, or after 。 and ； : so that a mention inside
//! a sentence (完成第一季度:…) cuts nothing.

use crate::mark;
use domain::period::Quarter;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Objective,
    Quarter(Quarter),
    /// 进度: the quarters follow, each with its own label.
    Heading,
    /// Another span of time (上半年, 1-6月): read as a label, so that its text does not fall to the one before.
    Other,
}

const OBJECTIVES: [&str; 11] = [
    "年度目标",
    "年度工作目标",
    "全年目标",
    "全年任务",
    "年度任务",
    "工作目标",
    "总体目标",
    "总目标",
    "主要目标",
    "目标任务",
    "目标",
];
const HEADINGS: [&str; 7] = ["进度安排", "工作进度", "季度进度", "时间进度", "实施进度", "季度目标", "进度"];
const QUARTERS: [[&str; 2]; 4] = [["一", "1"], ["二", "2"], ["三", "3"], ["四", "4"]];
/// A longer run of characters before a colon is a sentence.
const OTHER_CHARS_MAX: usize = 14;

/// The label at that place and its end, its colon included. Without a colon only where `alone` holds, before a blank.
pub(crate) fn at(text: &str, at: usize, alone: bool) -> Option<(Label, usize)> {
    let first = text.get(at..)?.chars().next().map(mark::plain)?;
    if !matches!(first, '第' | '一'..='龥' | '1'..='9' | '(' | '【' | '[' | 'Q' | 'q') {
        return None;
    }
    let (label, end) = match word(text, at) {
        // 进度 stands for itself only with a colon.
        Some((Label::Heading, end)) => return mark::colon_end(text, end).map(|end| (Label::Heading, end)),
        Some(found) => found,
        None => return bracketed(text, at).or_else(|| other_label(text, at)),
    };
    let after_word = suffix_end(text, end);
    match mark::colon_end(text, after_word).or_else(|| dash_end(text, after_word)) {
        Some(end) => Some((label, end)),
        // 总体目标 without a colon is a column's head.
        None if mark::word_end(text, at, "总").is_some() => other_label(text, at),
        None if alone && text[end..].chars().next().is_none_or(mark::is_blank) => Some((label, end)),
        None => other_label(text, at),
    }
}

pub(crate) fn word(text: &str, at: usize) -> Option<(Label, usize)> {
    let at = list_number_end(text, at);
    if let Some(end) = HEADINGS.iter().find_map(|word| mark::word_end(text, at, word)) {
        return Some((Label::Heading, end));
    }
    let year = year_end(text, at);
    if let Some(end) = OBJECTIVES.iter().find_map(|word| mark::word_end(text, year, word)) {
        return Some((Label::Objective, end));
    }
    if let Some(end) = mark::word_end(text, at, "Q").or_else(|| mark::word_end(text, at, "q")) {
        let digit = text[end..].chars().next().map(mark::half_width)?;
        let quarter =
            Quarter::ALL.into_iter().find(|quarter| QUARTERS[quarter.index()][1].starts_with(digit))?;
        return Some((Label::Quarter(quarter), end + text[end..].chars().next().map_or(0, char::len_utf8)));
    }
    let at = year_end(text, at);
    let start = mark::word_end(text, at, "第").unwrap_or(at);
    Quarter::ALL.into_iter().find_map(|quarter| {
        let spellings = QUARTERS[quarter.index()].iter();
        let end = spellings
            .flat_map(|digit| number_end(text, start, digit))
            .find_map(|end| mark::word_end(text, mark::blanks_end(text, end), "季度"))?;
        Some((Label::Quarter(quarter), end))
    })
}

fn number_end(text: &str, start: usize, digit: &str) -> Option<usize> {
    mark::word_end(text, mark::blanks_end(text, start), digit)
}

/// 2013年 before a quarter; `at` itself where no year stands.
fn year_end(text: &str, at: usize) -> usize {
    let digits = text[at..].chars().take_while(|&c| mark::half_width(c).is_ascii_digit()).count();
    let end = text[at..].char_indices().nth(digits).map_or(text.len(), |(offset, _)| at + offset);
    let year = ["年度", "年"].iter().find_map(|word| mark::word_end(text, end, word));
    year.filter(|_| digits == 4).unwrap_or(at)
}

/// (1) or 1. before a quarter; `at` itself where none stands.
fn list_number_end(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices().map(|(offset, c)| (offset, mark::half_width(c)));
    let (mut digits, mut opened) = (0, false);
    for (offset, c) in chars.by_ref().take(6) {
        match c {
            '(' if offset == 0 => opened = true,
            '0'..='9' | '一' | '二' | '三' | '四' if digits < 2 => digits += 1,
            ')' | '.' | '\u{3001}' if digits > 0 && (c == ')') == opened => {
                let end = text[at + offset..].chars().next().map_or(at, |c| at + offset + c.len_utf8());
                return mark::blanks_end(text, end);
            }
            _ => return at,
        }
    }
    at
}

/// What may stand between 季度 and its colon: 目标, 末, (1-3月).
fn suffix_end(text: &str, at: usize) -> usize {
    const SUFFIXES: [&str; 12] =
        ["工作目标", "阶段目标", "目标", "进度", "任务", "计划", "安排", "完成", "末", "底", "前", "内"];
    let end = SUFFIXES.iter().find_map(|word| mark::word_end(text, at, word)).unwrap_or(at);
    let mut chars = text[end..].char_indices();
    let Some((_, '(' | '\u{FF08}')) = chars.next() else { return end };
    let close = chars.take(OTHER_CHARS_MAX).find(|&(_, c)| mark::half_width(c) == ')');
    close.map_or(end, |(offset, c)| end + offset + c.len_utf8())
}

/// 第一季度—— in place of a colon.
fn dash_end(text: &str, at: usize) -> Option<usize> {
    let size =
        text[at..].find(|c| !matches!(c, '\u{2014}' | '\u{2500}' | '\u{2015}')).unwrap_or(text.len() - at);
    (size > 0).then_some(at + size)
}

/// 【第一季度】, a colon after it or none.
fn bracketed(text: &str, at: usize) -> Option<(Label, usize)> {
    let open = text[at..].chars().next()?;
    let close = match mark::half_width(open) {
        '【' => '】',
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let (label, end) = word(text, at + open.len_utf8())?;
    let end = suffix_end(text, end);
    let c = text[end..].chars().next().filter(|&c| mark::half_width(c) == close)?;
    let end = end + c.len_utf8();
    Some((label, mark::colon_end(text, end).unwrap_or(end)))
}

/// The end of a time label that is none of the four quarters: 上半年: 第一、二季度: 1-6月: 年底前:
fn other(text: &str, at: usize) -> Option<usize> {
    const SPANS: [&str; 5] = ["季度", "半年", "月", "年底", "全年"];
    let mut label = String::new();
    for (offset, c) in text[at..].char_indices().take(OTHER_CHARS_MAX) {
        if mark::is_colon(c) {
            let is_span = SPANS.iter().any(|span| label.contains(span));
            return is_span.then_some(at + offset + c.len_utf8());
        }
        let c = mark::half_width(c);
        if !("第上下前全半年季度月底末初至到和旬份一二三四五六七八九十".contains(c)
            || c.is_ascii_digit()
            || matches!(c, ' ' | '-' | '~' | '.' | '\u{3001}' | '\u{2014}' | '\u{2013}'))
        {
            return None;
        }
        label.push(c);
    }
    None
}

fn other_label(text: &str, at: usize) -> Option<(Label, usize)> {
    let end = other(text, at)?;
    Some((quarter_of_months(&text[at..end]).map_or(Label::Other, Label::Quarter), end))
}

/// A quarter's months: 1-3月, 10至12月.
fn quarter_of_months(label: &str) -> Option<Quarter> {
    let bare: String =
        label.chars().map(mark::half_width).filter(|&c| !mark::is_blank(c) && !mark::is_colon(c)).collect();
    let (first, last) =
        bare.strip_suffix('月')?.split_once(['-', '~', '\u{2014}', '\u{2013}', '至', '到'])?;
    let first = first.trim_end_matches('月');
    [("1", "3"), ("4", "6"), ("7", "9"), ("10", "12")]
        .iter()
        .position(|&(from, to)| (from, to) == (first, last))
        .map(|n| Quarter::ALL[n])
}

/// A quarter at the start of a line without a colon after it, and its end: 第一季度，完成… or 第一季度完成….
pub(crate) fn loose_at(text: &str, at: usize) -> Option<(Quarter, usize)> {
    let (Label::Quarter(quarter), end) = word(text, at)? else { return None };
    mark::word_end(text, year_end(text, list_number_end(text, at)), "第")?;
    let c = text[end..].chars().next()?;
    let divides = matches!(mark::half_width(c), ',' | ';' | '\u{3001}');
    Some((quarter, if divides { end + c.len_utf8() } else { end }))
}
