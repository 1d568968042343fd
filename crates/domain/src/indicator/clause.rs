//! Clauses: a text of the plan cut where one statement ends, with what stands in quotation marks kept whole.

use crate::indicator::number;
use std::ops::Range;

/// One clause of a text, in bytes of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Without the marks around it.
    pub(super) span: Range<usize>,
    /// The item that it belongs to, cut at ；and 。.
    pub(super) item: Range<usize>,
}

/// Names in quotation marks and book title marks: numbers inside them count nothing (“一岗双责”).
#[must_use]
pub(super) fn names(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((closing, start)) if c == closing => {
                spans.push(start..at + c.len_utf8());
                open = None;
            }
            None => {
                let closing = match c {
                    '“' => '”',
                    '‘' => '’',
                    '《' => '》',
                    '「' => '」',
                    '『' => '』',
                    '"' => '"',
                    '〔' => '〕',
                    '【' => '】',
                    _ => continue,
                };
                open = Some((closing, at));
            }
            Some(_) => {}
        }
    }
    spans
}

/// The clauses of a text, in order.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let names = names(text);
    let counting_brackets = brackets_with_numbers(text);
    let mut found = Vec::new();
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut start, mut item_start) = (0, 0);
    let mut pending: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().chain([(text.len(), '。')]) {
        if names.iter().any(|name| name.contains(&at)) {
            continue;
        }
        let ends_item = matches!(c, ';' | '\u{FF1B}' | '。' | '!' | '\u{FF01}' | '?' | '\u{FF1F}');
        let ends_clause = ends_item
            || matches!(c, '\u{FF0C}' | ':' | '\u{FF1A}' | '\n')
            || (c == ',' && !between_digits(text, at))
            || counting_brackets.contains(&at);
        if ends_clause {
            if start < at {
                pending.push(start..at);
            }
            start = at + c.len_utf8();
        }
        if ends_item {
            let item = item_start..at;
            found.extend(pending.drain(..).map(|span| Clause { span, item: item.clone() }));
            items.push(item);
            item_start = start;
        }
    }
    found
}

/// A comma between digits parts thousands (1,200) where three digits follow, and stands between clauses else.
fn between_digits(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(number::is_digit);
    let digits = text[at + 1..].chars().take_while(|&c| number::is_digit(c)).count();
    before && digits == 3
}

/// Brackets around something with a number are clauses of their own: 培训200人（其中妇女50人）.
fn brackets_with_numbers(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '\u{FF08}' => open = Some(at),
            ')' | '\u{FF09}' => {
                if let Some(start) = open.take()
                    && number::next(&text[start..at], 0).is_some()
                {
                    marks.extend([start, at]);
                }
            }
            _ => {}
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = clauses(text).into_iter().map(|clause| &text[clause.span]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn cuts() {
        check("甲,乙;丙。", &["甲", "乙", "丙"]);
        check("培训1,200人,参加20人", &["培训1,200人", "参加20人"]);
        check("“甲,乙”丙,丁", &["“甲,乙”丙", "丁"]);
        check("培训200人(其中妇女50人),图书馆(档案馆)", &["培训200人", "其中妇女50人", "图书馆(档案馆)"]);
    }
}
