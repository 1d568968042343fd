//! The sheet: the text being read, and what has been told of it so far.
//!
//! Whoever understands a span tells the sheet what it became. At the end, blanks and bars that nobody claimed are
//! separators; anything else that nobody claimed is a problem. So no character is dropped, whatever is read.

use crate::line::{Lines, Span, trimmed};
use crate::mark;
use crate::numbering::Numbering;
use crate::page_mark;
use crate::parts::{Part, PartKind};
use crate::place::Place;
use crate::problem::{Problem, ProblemReason};

#[derive(Debug)]
pub(crate) struct Sheet<'t> {
    pub(crate) text: &'t str,
    pub(crate) lines: Lines,
    /// How the tasks of the current table are numbered.
    pub(crate) numbering: Numbering,
    /// Page numbers and drawn lines between the lines of a text, in order: no part of any text.
    page_marks: Vec<Span>,
    claims: Vec<(Span, PartKind)>,
    /// With the byte offset that it is about.
    problems: Vec<(usize, Problem)>,
}

impl<'t> Sheet<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let lines = Lines::of(text);
        let spans = (0..lines.count()).map(|index| trimmed(text, lines.span(index)));
        let page_marks = spans.filter(|line| page_mark::is_page_mark(&text[line.clone()])).collect();
        Self {
            text,
            lines,
            numbering: Numbering::Chinese,
            page_marks,
            claims: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The next line after that one that is neither empty nor a page mark.
    pub(crate) fn next_text_line(&self, index: usize) -> Option<usize> {
        let mut lines = index + 1..self.lines.count();
        lines.find(|&index| !self.line_trimmed(index).is_empty() && !self.is_page_mark(index))
    }

    /// Whether that line holds a page number and nothing else.
    pub(crate) fn is_page_mark(&self, index: usize) -> bool {
        self.page_marks.binary_search_by_key(&self.line_trimmed(index).start, |mark| mark.start).is_ok()
    }

    /// Says that a line is drawn between the lines of a text: no part of it, as a page mark is none.
    pub(crate) fn drawn(&mut self, line: Span) {
        let at = self.page_marks.partition_point(|mark| mark.start < line.start);
        self.page_marks.insert(at, line);
    }

    /// The page marks that touch the span.
    fn page_marks_in(&self, span: &Span) -> &[Span] {
        let first = self.page_marks.partition_point(|mark| mark.end <= span.start);
        let last = self.page_marks.partition_point(|mark| mark.start < span.end);
        self.page_marks.get(first..last).unwrap_or_default()
    }

    /// Whether the span lies in a page mark.
    pub(crate) fn is_in_page_mark(&self, span: &Span) -> bool {
        !self.page_marks_in(span).is_empty()
    }

    pub(crate) fn slice(&self, span: &Span) -> &'t str {
        &self.text[span.clone()]
    }

    pub(crate) fn line_trimmed(&self, index: usize) -> Span {
        trimmed(self.text, self.lines.span(index))
    }

    /// The lines of a span without the blanks around each; no empty ones.
    pub(crate) fn lines_of(&self, span: &Span) -> Vec<Span> {
        self.joined(span).1.into_iter().map(|(_, line)| line).collect()
    }

    /// Claims the span as the text of that place, and gives the text.
    pub(crate) fn field(&mut self, span: &Span, place: Place) -> String {
        let (text, pieces) = self.joined(span);
        self.claim_pieces(pieces, |from| PartKind::Field { place, from });
        text
    }

    /// Claims the span as the rest of a text whose beginning was read before.
    pub(crate) fn more_of_field(&mut self, span: &Span, place: Place, text: &mut String) {
        let (more, pieces) = self.joined(span);
        let from_before = text.len();
        self.claim_pieces(pieces, |from| PartKind::Field { place, from: from_before + from });
        text.push_str(&more);
    }

    pub(crate) fn repeated_head(&mut self, span: &Span, column: usize) {
        let (_, pieces) = self.joined(span);
        self.claim_pieces(pieces, |from| PartKind::RepeatedHead { column, from });
    }

    pub(crate) fn repetition(&mut self, span: &Span, place: Place) {
        let (_, pieces) = self.joined(span);
        self.claim_pieces(pieces, |from| PartKind::Repetition { place, from });
    }

    pub(crate) fn separator(&mut self, span: Span) {
        let mut at = span.start;
        for mark in self.page_marks_in(&span).to_vec() {
            self.separator_piece(at..mark.start);
            at = mark.end;
        }
        self.separator_piece(at..span.end);
    }

    fn separator_piece(&mut self, span: Span) {
        if !span.is_empty() {
            let kind = PartKind::Separator(self.slice(&span).into());
            self.claims.push((span, kind));
        }
    }

    /// Claims the span for a problem: its text is not in the plan.
    pub(crate) fn problem(&mut self, span: Span, reason: ProblemReason) {
        if span.is_empty() {
            return;
        }
        let kind = PartKind::Problem(self.problems.len());
        self.remark(&span, reason);
        self.claims.push((span, kind));
    }

    /// A problem with a span that somebody else claims.
    pub(crate) fn remark(&mut self, span: &Span, reason: ProblemReason) {
        let line = self.lines.index_of(span.start) + 1;
        let text = self.slice(span).to_owned();
        self.problems.push((span.start, Problem { line, text, reason }));
    }

    /// The text of the span as it will stand in the plan.
    pub(crate) fn reading(&self, span: &Span) -> String {
        self.joined(span).0
    }

    /// A text broken over lines is one text: the breaks, and the blanks around them, are not part of it. Breaks that
    /// word processors leave inside a line count too.
    fn joined(&self, span: &Span) -> (String, Vec<(usize, Span)>) {
        let mut text = String::with_capacity(span.len());
        let mut pieces = Vec::new();
        let mut at = span.start;
        for piece in self.slice(span).split_inclusive(mark::breaks_line) {
            let words = trimmed(self.text, at..at + piece.len());
            at += piece.len();
            if !words.is_empty() && !self.is_in_page_mark(&words) {
                pieces.push((text.len(), words.clone()));
                text.push_str(self.slice(&words));
            }
        }
        (text, pieces)
    }

    fn claim_pieces(&mut self, pieces: Vec<(usize, Span)>, kind: impl Fn(usize) -> PartKind) {
        let mut before: Option<Span> = None;
        for (from, span) in pieces {
            if let Some(before) = before.filter(|before| self.breaks_word(before, &span)) {
                self.remark(&(before.start..span.end), ProblemReason::BrokenWord);
            }
            before = Some(span.clone());
            self.claims.push((span, kind(from)));
        }
    }

    fn breaks_word(&self, before: &Span, after: &Span) -> bool {
        let last = self.slice(before).chars().next_back();
        let first = self.slice(after).chars().next();
        last.is_some_and(|c| c.is_ascii_alphanumeric()) && first.is_some_and(|c| c.is_ascii_alphanumeric())
    }

    /// All parts in order, without gap or overlap, and all problems in order.
    pub(crate) fn finish(mut self) -> (Vec<Part>, Vec<Problem>) {
        self.remark_stray_characters();
        self.claims.sort_by_key(|(span, _)| span.start);
        self.claim_gaps();
        self.claims.sort_by_key(|(span, _)| span.start);
        let (problems, ranks) = in_order(self.problems);
        let (mut parts, mut chars) = (Vec::with_capacity(self.claims.len()), 0);
        for (span, mut kind) in self.claims {
            if let PartKind::Problem(index) = &mut kind {
                *index = ranks[*index];
            }
            let end = chars + self.text[span.clone()].chars().count();
            let line = self.lines.index_of(span.start) + 1;
            parts.push(Part { line, start: chars, end, kind });
            chars = end;
        }
        (parts, problems)
    }

    fn claim_gaps(&mut self) {
        let mut gaps = Vec::new();
        let mut at = 0;
        for (span, _) in &self.claims {
            gaps.push(at..span.start.max(at));
            at = span.end.max(at);
        }
        gaps.push(at..self.text.len());
        for gap in gaps {
            self.claim_gap(gap);
        }
    }

    fn claim_gap(&mut self, gap: Span) {
        let mut at = gap.start;
        for mark in self.page_marks_in(&gap).to_vec() {
            self.claim_rest(at..mark.start);
            if self.slice(&mark).chars().all(mark::draws_rule) {
                self.separator_piece(mark.clone());
            } else {
                self.problem(mark.clone(), ProblemReason::PageMark);
            }
            at = mark.end;
        }
        self.claim_rest(at..gap.end);
    }

    fn claim_rest(&mut self, gap: Span) {
        let between = |c: char| mark::is_blank(c) || mark::is_bar(c);
        let slice = self.slice(&gap);
        let Some(first) = slice.find(|c| !between(c)) else {
            self.separator_piece(gap);
            return;
        };
        let end = slice.trim_end_matches(between).len();
        self.separator_piece(gap.start..gap.start + first);
        self.problem(gap.start + first..gap.start + end, ProblemReason::NotUnderstood);
        self.separator_piece(gap.start + end..gap.end);
    }

    /// Characters that no font shows: controls, private ones, and the mark of an earlier faulty decoding.
    fn remark_stray_characters(&mut self) {
        let stray = |c: char| {
            (c.is_control() && !c.is_whitespace())
                || matches!(c, '\u{FFFD}' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{E000}'..='\u{F8FF}')
        };
        for index in 0..self.lines.count() {
            let line = self.line_trimmed(index);
            if self.slice(&line).contains(stray) {
                self.remark(&line, ProblemReason::StrayCharacter);
            }
        }
    }
}

/// The problems by their place, and for each old index its new one.
fn in_order(problems: Vec<(usize, Problem)>) -> (Vec<Problem>, Vec<usize>) {
    let mut order: Vec<usize> = (0..problems.len()).collect();
    order.sort_by_key(|&index| problems[index].0);
    let mut ranks = vec![0; problems.len()];
    for (rank, &index) in order.iter().enumerate() {
        ranks[index] = rank;
    }
    let mut sorted = problems;
    sorted.sort_by_key(|(offset, _)| *offset);
    (sorted.into_iter().map(|(_, problem)| problem).collect(), ranks)
}
