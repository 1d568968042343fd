//! Lines: where each line of the text begins and ends, whatever ends it (LF, CRLF, CR).

use crate::mark;

/// Byte offsets in the decoded text.
pub(crate) type Span = std::ops::Range<usize>;

/// All lines of a text; there is always at least one.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut starts, mut ends) = (vec![0], Vec::new());
        let mut at = 0;
        while at < bytes.len() {
            let break_size = match (bytes[at], bytes.get(at + 1)) {
                (b'\r', Some(b'\n')) => 2,
                (b'\r' | b'\n', _) => 1,
                _ => 0,
            };
            if break_size > 0 {
                ends.push(at);
                starts.push(at + break_size);
            }
            at += break_size.max(1);
        }
        ends.push(bytes.len());
        Self { starts, ends }
    }

    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line of that index without its break; an empty span past the last.
    pub(crate) fn span(&self, index: usize) -> Span {
        match (self.starts.get(index), self.ends.get(index)) {
            (Some(&start), Some(&end)) => start..end,
            _ => self.ends.last().map_or(0..0, |&end| end..end),
        }
    }

    /// The index of the line in which the offset lies.
    pub(crate) fn index_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }
}

/// A line of the file without its break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its first character, counted as [`crate::Part::start`] is.
    pub start: usize,
    /// Its characters.
    pub text: String,
}

/// Every line of a text; a break at its end begins no further line.
pub(crate) fn file_lines(text: &str) -> Vec<FileLine> {
    let lines = Lines::of(text);
    let (mut at, mut start) = (0, 0);
    let mut found: Vec<FileLine> = Vec::new();
    for span in (0..lines.count()).map(|index| lines.span(index)) {
        start += text[at..span.start].chars().count();
        at = span.start;
        found.push(FileLine { start, text: text[span].to_owned() });
    }
    if found.last().is_some_and(|last| last.text.is_empty()) {
        found.pop();
    }
    found
}

/// The span without the blanks at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let slice = &text[span.clone()];
    let start = span.start + (slice.len() - slice.trim_start_matches(mark::is_blank).len());
    start..start + slice.trim_matches(mark::is_blank).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_break() {
        for (text, spans) in [
            ("a\nb\r\nc\rd", vec![0..1, 2..3, 5..6, 7..8]),
            ("\r\n", vec![0..0, 2..2]),
            ("a\n\nb", vec![0..1, 2..2, 3..4]),
        ] {
            let lines = Lines::of(text);
            assert_eq!((0..lines.count()).map(|n| lines.span(n)).collect::<Vec<_>>(), spans, "{text:?}");
        }
        assert_eq!(Lines::of("a\r\nb").index_of(3), 1);
    }

    #[test]
    fn lines_of_a_file_count_characters() {
        let line = |start: usize, text: &str| FileLine { start, text: text.to_owned() };
        assert_eq!(file_lines("甲\r\n\r乙丙\n"), [line(0, "甲"), line(3, ""), line(4, "乙丙")]);
        assert!(file_lines("").is_empty());
    }
}
