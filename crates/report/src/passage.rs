//! A passage: paragraphs that grow piece by piece from what people wrote and what we say around it.
//!
//! People's text may hold line breaks: each becomes a paragraph of its own, so that a table can part there. Nothing is
//! shortened. Left to others: indents and pitches (`facsimile`, `wide`).

use crate::style::cell_span;
use layout::block::{SourceId, Span};
use layout::font::FontRole;

/// Paragraphs with their sources.
#[derive(Debug, Default)]
pub(crate) struct Passage {
    paragraphs: Vec<(Vec<Span>, SourceId)>,
    /// Whether the next piece begins a paragraph.
    closed: bool,
}

impl Passage {
    /// What follows begins a new paragraph.
    pub(crate) fn end_paragraph(&mut self) {
        self.closed = true;
    }

    /// One piece without line breaks of its own.
    pub(crate) fn push(&mut self, span: Span, source: SourceId) {
        if span.text.is_empty() {
            return;
        }
        let same_type =
            |last: &Span| last.role == span.role && last.size == span.size && last.link == span.link;
        match self.paragraphs.last_mut() {
            Some((spans, _)) if !self.closed => match spans.last_mut().filter(|last| same_type(last)) {
                Some(last) => last.text.push_str(&span.text),
                None => spans.push(span),
            },
            _ => self.paragraphs.push((vec![span], source)),
        }
        self.closed = false;
    }

    /// Our own words in the passage's typeface.
    pub(crate) fn say(&mut self, words: &str, source: SourceId) {
        self.push(cell_span(words, FontRole::Kai), source);
    }

    /// Our own words where they must stand out.
    pub(crate) fn stress(&mut self, words: &str, source: SourceId) {
        self.push(cell_span(words, FontRole::Hei), source);
    }

    /// What somebody wrote: verbatim, with print punctuation, each line a paragraph.
    pub(crate) fn quote(&mut self, text: &str, source: SourceId) {
        for (at, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if at > 0 {
                self.end_paragraph();
            }
            self.say(line, source);
        }
    }

    /// What somebody wrote, closed as a sentence.
    pub(crate) fn quote_sentence(&mut self, text: &str, source: SourceId) {
        self.quote(&sentence(text), source);
    }

    /// The paragraphs.
    pub(crate) fn into_paragraphs(self) -> Vec<(Vec<Span>, SourceId)> {
        self.paragraphs
    }
}

/// The text with a full stop, unless it closes by itself, also inside quotation marks or brackets, or is empty.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let closes =
        |c: char| matches!(c, '。' | '．' | '.' | '！' | '？' | '…' | '!' | '?' | '；' | ';' | '：' | ':');
    let encloses = |c: char| matches!(c, '”' | '’' | '"' | '」' | '』' | '）' | ')' | '】' | '》');
    if text.is_empty() || text.trim_end_matches(encloses).ends_with(closes) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_closed_once() {
        let check = |text: &str, expected: &str| assert_eq!(sentence(text), expected, "{text}");
        check(" 等批复 ", "等批复。");
        check("等批复。", "等批复。");
        check("等批复.", "等批复.");
        check("会议要求\u{FF1A}“限期办结。”", "会议要求\u{FF1A}“限期办结。”");
        check("\u{FF08}详见附件。\u{FF09}", "\u{FF08}详见附件。\u{FF09}");
        check("王某\u{FF08}科长\u{FF09}", "王某\u{FF08}科长\u{FF09}。");
        check("", "");
    }
}
