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
    /// Another span of time (上半年, 1-6月): read as a label, so that its text does not fall to the one before.
    Other,
}

const OBJECTIVES: [&str; 5] = ["年度目标", "全年目标", "工作目标", "总目标", "目标"];
const QUARTERS: [[&str; 2]; 4] = [["一", "1"], ["二", "2"], ["三", "3"], ["四", "4"]];
/// A longer run of characters before a colon is a sentence.
const OTHER_CHARS_MAX: usize = 14;

/// The label at that place and its end, its colon included. Without a colon only where `alone` holds, before a blank.
pub(crate) fn at(text: &str, at: usize, alone: bool) -> Option<(Label, usize)> {
    let first = text.get(at..)?.chars().next().map(mark::plain)?;
    if !matches!(first, '第' | '一'..='龥' | '1'..='9') {
        return None;
    }
    let (label, end) = match word(text, at) {
        Some(found) => found,
        None => return other(text, at).map(|end| (Label::Other, end)),
    };
    match mark::colon_end(text, end) {
        Some(end) => Some((label, end)),
        None if alone && text[end..].chars().next().is_none_or(mark::is_blank) => Some((label, end)),
        None => other(text, at).map(|end| (Label::Other, end)),
    }
}

fn word(text: &str, at: usize) -> Option<(Label, usize)> {
    if let Some(end) = OBJECTIVES.iter().find_map(|word| mark::word_end(text, at, word)) {
        return Some((Label::Objective, end));
    }
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

/// A labelled piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// `None` for text before the first label.
    pub(crate) label: Option<Label>,
    /// The label with its colon; empty where there is none.
    pub(crate) label_span: Span,
    /// What follows it, blanks included.
    pub(crate) text: Span,
}

/// The cell cut at its labels; every character of `cell` is in one label or one text.
pub(crate) fn cut(text: &str, cell: &Span) -> Vec<Piece> {
    let mut pieces = vec![Piece { label: None, label_span: cell.start..cell.start, text: cell.clone() }];
    let (mut may_begin, mut alone, mut resume) = (true, true, cell.start);
    for (offset, c) in text[cell.clone()].char_indices() {
        let place = cell.start + offset;
        if place < resume {
            continue;
        }
        if may_begin
            && !mark::is_blank(c)
            && let Some((label, end)) = at(&text[..cell.end], place, alone)
        {
            if let Some(last) = pieces.last_mut() {
                last.text.end = place;
            }
            pieces.push(Piece { label: Some(label), label_span: place..end, text: end..cell.end });
            (may_begin, alone, resume) = (false, false, end);
            continue;
        }
        may_begin = mark::is_blank(c) || mark::ends_sentence(c);
        alone = mark::ends_sentence(c) || (alone && mark::is_blank(c));
    }
    pieces.retain(|piece| piece.label.is_some() || !text[piece.text.clone()].trim().is_empty());
    pieces
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
