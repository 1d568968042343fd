//! The typography of the documents: sizes, pitches, tracking, sheets.
//!
//! Body pages follow the type area of GB/T 9704-2012: 28 characters of 三号 by 22 lines in 156 x 225 mm. Left to
//! others: which text stands where.

use crate::wording;
use layout::Length;
use layout::block::{Alignment, Paragraph, ParagraphRole, ParagraphStyle, Span};
use layout::font::{FontRole, size};
use layout::page::Stroke;
use layout::punctuation::full_width;
use layout::sheet::{RunningLine, Sheet};
use layout::table::TableLook;

/// 28 characters of 16 pt do not fit 156 mm; this much less after each makes them fit.
pub(crate) const BODY_TRACKING: Length = Length(-207);
/// 22 lines fill 225 mm.
pub(crate) const BODY_PITCH: Length = Length(28_990);
/// One character of body text with its tracking.
pub(crate) const BODY_CHARACTER: Length = Length(size::THREE.0 + BODY_TRACKING.0);
/// Line pitch of the small print: records and legends.
pub(crate) const SMALL_PITCH: Length = Length(14_000);
/// Table text.
pub(crate) const CELL: Length = size::FIVE;

/// Keeps its neighbours on one line and takes no room.
pub(crate) const JOINER: char = '\u{2060}';

/// Print text of a source text in one typeface.
pub(crate) fn span(source_text: &str, role: FontRole, size: Length) -> Span {
    Span::new(full_width(source_text), role, size)
}

/// Table text.
pub(crate) fn cell_span(source_text: &str, role: FontRole) -> Span {
    span(source_text, role, CELL)
}

/// The same text so that no line ends inside it nor before it: joined by U+2060, which takes no room.
pub(crate) fn unbroken(mut span: Span) -> Span {
    span.text = span.text.chars().flat_map(|c| [JOINER, c]).collect();
    span
}

/// The same text so that no line ends inside it.
pub(crate) fn whole(mut span: Span) -> Span {
    let joined = |(at, c): (usize, char)| (at > 0).then_some(JOINER).into_iter().chain([c]);
    span.text = span.text.chars().enumerate().flat_map(joined).collect();
    span
}

/// Words with a date in them, whose month and day stand on one line.
pub(crate) fn dated(words: &str, role: FontRole) -> Span {
    let mut span = cell_span(words, role);
    span.text = span.text.replace('月', &format!("月{JOINER}"));
    span
}

/// A paragraph of these spans.
pub(crate) fn paragraph(spans: Vec<Span>, style: ParagraphStyle) -> Paragraph {
    Paragraph { spans, style, role: ParagraphRole::Body, source: None, outline: None, anchor: None }
}

/// Running text without indent, smaller than that of the official page.
pub(crate) fn small_body(spans: Vec<Span>, pitch: Length) -> Paragraph {
    paragraph(spans, ParagraphStyle { splits: true, ..ParagraphStyle::cell(pitch) })
}

/// Running text of the official page: 三号 in that typeface, first line indented by two characters.
pub(crate) fn body(source_text: &str, role: FontRole) -> Paragraph {
    let mut text = span(source_text, role, size::THREE);
    text.tracking = BODY_TRACKING;
    let style =
        ParagraphStyle { indent_first: BODY_CHARACTER * 2, ..ParagraphStyle::body(size::THREE, BODY_PITCH) };
    paragraph(vec![text], style)
}

/// A first-level heading of the official page: 黑体, not parted from what follows.
pub(crate) fn heading(source_text: &str) -> Paragraph {
    let mut heading = body(source_text, FontRole::Hei);
    heading.style.keep_with_next = true;
    heading.role = ParagraphRole::Heading(1);
    heading
}

/// A centred line of a title block.
pub(crate) fn centred(source_text: &str, role: FontRole, size: Length, pitch: Length) -> Paragraph {
    let style =
        ParagraphStyle { keep_with_next: true, ..ParagraphStyle::cell(pitch).aligned(Alignment::Center) };
    paragraph(vec![span(source_text, role, size)], style)
}

/// Breaks a title that is too long for one line after the issuer's name, where a reader would.
pub(crate) fn title_in_lines(title: &str, issuer: &str, characters_max: usize) -> String {
    match title.strip_prefix(issuer) {
        Some(rest) if !issuer.is_empty() && !rest.is_empty() && title.chars().count() > characters_max => {
            format!("{issuer}\n{rest}")
        }
        _ => title.to_owned(),
    }
}

/// The line over the pages that marks the sample store.
pub(crate) fn with_sample_mark(mut sheet: Sheet, sample: bool) -> Sheet {
    if sample {
        let mark = vec![Span::new(wording::SAMPLE, FontRole::Hei, CELL)];
        let line = RunningLine {
            left: Vec::new(),
            center: Vec::new(),
            right: mark,
            distance: Length::mm(6.0),
            rule: Stroke::NONE,
        };
        sheet.header.push(line);
    }
    sheet
}

/// The room of a text in half characters.
pub(crate) fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A table of our own: a frame of 1 pt, also under its head, and thinner lines inside. (Facsimiles have the paper's.)
pub(crate) fn ruled(padding_x: Length, padding_y: Length) -> TableLook {
    TableLook {
        padding_x,
        padding_y,
        frame: Stroke::solid(Length::pt(1.0)),
        grid: Stroke::solid(Length::pt(0.5)),
        under_head: Some(Stroke::solid(Length::pt(1.0))),
        head_fill: None,
    }
}
