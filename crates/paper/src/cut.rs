//! Cuts: a 目标及进度 cell cut at its labels.

use crate::label::{Label, at, loose_at, word};
use crate::line::Span;
use crate::mark;
use domain::period::Quarter;

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
