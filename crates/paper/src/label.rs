//! Labels: 目标 and 第一季度 … 第四季度 before the texts of a 目标及进度 cell.
//!
//! A label counts at the start of the cell, after a blank or a line break, or after 。 and ； : so that a mention inside
//! a sentence (完成第一季度:…) cuts nothing.

use crate::line::Span;
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

fn word(text: &str, at: usize) -> Option<(Label, usize)> {
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

/// A labelled piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// `None` for text before the first label.
    pub(crate) label: Option<Label>,
    /// The label with its colon; empty where there is none.
    pub(crate) label_span: Span,
    /// What follows it, blanks included.
    pub(crate) text: Span,
    /// Whether the label has no colon, and is one only because the cell has no other for its quarter.
    pub(crate) is_loose: bool,
}

/// The cell cut at its labels; every character of `cell` is in one label or one text.
pub(crate) fn cut(text: &str, cell: &Span) -> Vec<Piece> {
    let pieces = cut_with(text, cell, &[]);
    let has = |wanted: Quarter| pieces.iter().any(|piece| piece.label == Some(Label::Quarter(wanted)));
    let missing: Vec<Quarter> = Quarter::ALL.into_iter().filter(|&quarter| !has(quarter)).collect();
    if missing.is_empty() { pieces } else { cut_with(text, cell, &missing) }
}

fn cut_with(text: &str, cell: &Span, loose: &[Quarter]) -> Vec<Piece> {
    let piece = |label, label_span, text| Piece { label, label_span, text, is_loose: false };
    let mut pieces = vec![piece(None, cell.start..cell.start, cell.clone())];
    let (mut may_begin, mut alone, mut resume) = (true, true, cell.start);
    // Whether a line begins here, the one before it ended.
    let (mut is_line_start, mut is_ended) = (true, true);
    for (offset, c) in text[cell.clone()].char_indices() {
        let place = cell.start + offset;
        if place < resume {
            continue;
        }
        let is_blank = mark::is_blank(c);
        let whole = &text[..cell.end];
        let strict = (may_begin && !is_blank).then(|| at(whole, place, alone)).flatten();
        let found = strict.map(|(label, end)| (label, end, false)).or_else(|| {
            let is_loose = is_line_start && !is_blank && !loose.is_empty();
            let (quarter, end) = is_loose.then(|| loose_at(whole, place)).flatten()?;
            loose.contains(&quarter).then_some((Label::Quarter(quarter), end, true))
        });
        if let Some((label, end, is_loose)) = found {
            if let Some(last) = pieces.last_mut() {
                last.text.end = place;
            }
            pieces.push(Piece { is_loose, ..piece(Some(label), place..end, end..cell.end) });
            (may_begin, alone, resume) = (label == Label::Heading, false, end);
            (is_line_start, is_ended) = (false, false);
            continue;
        }
        may_begin = is_blank || mark::ends_sentence(c);
        alone = mark::ends_sentence(c) || (alone && is_blank);
        is_line_start = (mark::breaks_line(c) && is_ended) || (is_line_start && is_blank);
        is_ended = mark::ends_sentence(c) || (is_ended && is_blank);
    }
    pieces.retain(|piece| piece.label.is_some() || !text[piece.text.clone()].trim().is_empty());
    pieces
}

/// The quarters that sentences of a text begin with, though not as labels do.
pub(crate) fn quarters_inside(text: &str, span: &Span) -> impl Iterator<Item = Quarter> {
    let mut may_begin = false;
    text[span.clone()].char_indices().filter_map(move |(offset, c)| {
        let begins = std::mem::replace(&mut may_begin, mark::is_blank(c) || mark::ends_sentence(c));
        let at = span.start + offset;
        if !begins || c != '第' {
            return None;
        }
        match word(text, at)? {
            (Label::Quarter(quarter), _) => Some(quarter),
            _ => None,
        }
    })
}

/// The first quarter that a cell tells of.
pub(crate) fn first_quarter(text: &str, cell: &Span) -> Option<Quarter> {
    quarters(text, cell).next()
}

/// The last quarter that a cell tells of.
pub(crate) fn last_quarter(text: &str, cell: &Span) -> Option<Quarter> {
    quarters(text, cell).last()
}

fn quarters(text: &str, cell: &Span) -> impl Iterator<Item = Quarter> {
    cut(text, cell).into_iter().filter_map(|piece| match piece.label {
        Some(Label::Quarter(quarter)) => Some(quarter),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(Option<Label>, &str)]) {
        let pieces = cut(text, &(0..text.len()));
        let found: Vec<_> =
            pieces.iter().map(|piece| (piece.label, text[piece.text.clone()].trim())).collect();
        assert_eq!(found, expected, "{text}");
    }

    const FIRST: Option<Label> = Some(Label::Quarter(Quarter::First));
    const SECOND: Option<Label> = Some(Label::Quarter(Quarter::Second));
    const OBJECTIVE: Option<Label> = Some(Label::Objective);

    #[test]
    fn spellings() {
        for label in [
            "第一季度:",
            "第1季度:",
            "第\u{FF11}季度\u{FF1A}",
            "一季度:",
            "1季度 :",
            "第 一 季 度 :",
            "第一季度\u{FF1A}",
            "第一季度 ",
        ] {
            check(&format!("{label}甲。"), &[(FIRST, "甲。")]);
            check(&format!("乙。{label}甲。"), &[(None, "乙。"), (FIRST, "甲。")]);
        }
        for label in ["目标:", "年度目标\u{FF1A}", "目标 :"] {
            check(&format!("{label}甲"), &[(OBJECTIVE, "甲")]);
        }
    }

    #[test]
    fn cuts() {
        check(
            "目标:甲。 第一季度:乙;丙。 第二季度:丁。",
            &[(OBJECTIVE, "甲。"), (FIRST, "乙;丙。"), (SECOND, "丁。")],
        );
        check(
            "目标:甲\u{FF1B}第1季度\u{FF1A}乙\n第2季度\u{FF1A}丙",
            &[(OBJECTIVE, "甲\u{FF1B}"), (FIRST, "乙"), (SECOND, "丙")],
        );
        check("第一季度:第二季度:甲", &[(FIRST, "第二季度:甲")]);
        check("第一季度: 第二季度:甲", &[(FIRST, ""), (SECOND, "甲")]);
        check("", &[]);
    }

    #[test]
    fn mentions_cut_nothing() {
        for text in [
            "第一季度:完成第二季度:的准备",
            "第一季度:为第二季度 做准备",
            "第一季度:按目标:甲",
            "第一季度:甲 第二季度完成",
        ] {
            check(text, &[(FIRST, text.trim_start_matches("第一季度:"))]);
        }
    }

    #[test]
    fn other_spans_of_time() {
        for label in ["上半年:", "第一、二季度:", "1-6月\u{FF1A}", "年底前:", "三至四季度:"]
        {
            check(&format!("目标:甲。 {label}乙"), &[(OBJECTIVE, "甲。"), (Some(Label::Other), "乙")]);
        }
        check("目标:甲。 其中:乙", &[(OBJECTIVE, "甲。 其中:乙")]);
    }
}
