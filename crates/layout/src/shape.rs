//! Characters with their glyphs and room: what a paragraph is before it has lines.
//!
//! Adjacent marks are squeezed here (）。 takes one and a half), Han and Latin are set apart here. Left to others:
//! where lines break, and how a line is squeezed or spread to its width.

use crate::Length;
use crate::block::{Paragraph, Span};
use crate::character::{
    Blank, blank, doubles, is_blank, is_han, is_invisible, is_latin, is_line_feed, is_wide,
};
use crate::error::{LayoutError, Missing, Place};
use crate::font::{FaceId, Glyph, Metrics};

/// One character with its glyph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// The character.
    pub(crate) c: char,
    /// The face that has its glyph.
    pub(crate) face: FaceId,
    /// The span it comes from.
    pub(crate) span: u16,
    /// Room it takes, tracking included, what was squeezed from it not.
    pub(crate) advance: Length,
    /// Squeezed away at its left: the glyph begins that much before its room.
    pub(crate) trim_left: Length,
    /// What the blank half may still give.
    pub(crate) give: Length,
    /// Which half that is.
    pub(crate) blank: Blank,
    /// Room after it, unless it ends a line: between Han and Latin.
    pub(crate) gap: Length,
    /// Where it begins in the paragraph's text, in bytes.
    pub(crate) byte: u32,
    /// Whether slack may be spread after it.
    pub(crate) spreads: bool,
}

/// Sets all characters of a paragraph; the text of the spans is appended to `text`.
pub(crate) fn shape(
    paragraph: &Paragraph,
    metrics: &dyn Metrics,
    text: &mut String,
    shapes: &mut Vec<Shape>,
) -> Result<(), LayoutError> {
    let mut offset = 0;
    for (index, span) in paragraph.spans.iter().enumerate() {
        for c in span.text.chars() {
            let byte = text.len() as u32;
            text.push(c);
            offset += 1;
            if is_invisible(c) {
                continue;
            }
            let Some(glyph) = glyph(span, c, metrics) else {
                let place = Place::within(paragraph.source, &paragraph.text(), offset - 1);
                let missing = Missing { character: c, role: span.role, place, times: 1 };
                return Err(LayoutError::MissingGlyphs(vec![missing]));
            };
            shapes.push(one(span, index as u16, c, glyph, byte));
        }
    }
    for at in 1..shapes.len() {
        let (before, after) = shapes.split_at_mut(at);
        pair(&mut before[at - 1], &mut after[0], paragraph);
    }
    Ok(())
}

/// The glyph; a blank without a glyph of its own takes that of the space, a line feed takes none.
pub(crate) fn glyph(span: &Span, c: char, metrics: &dyn Metrics) -> Option<Glyph> {
    if is_line_feed(c) {
        return Some(Glyph { face: FaceId(0), advance: 0 });
    }
    let wanted = if c == '\t' { ' ' } else { c };
    metrics.glyph(span.role, wanted).or_else(|| is_blank(c).then(|| metrics.glyph(span.role, ' ')).flatten())
}

/// One character on its own.
fn one(span: &Span, index: u16, c: char, glyph: Glyph, byte: u32) -> Shape {
    let advance = span.size.thousandths(i32::from(glyph.advance));
    // A proportional face's quotation mark has no blank half.
    let blank = if glyph.advance >= 900 { blank(c) } else { Blank::None };
    let give = if blank == Blank::None { Length::ZERO } else { advance / 2 };
    let advance = if glyph.advance == 0 { advance } else { advance + span.tracking };
    let c = if c == '\t' { ' ' } else { c };
    Shape {
        c,
        face: glyph.face,
        span: index,
        advance,
        trim_left: Length::ZERO,
        give,
        blank,
        gap: Length::ZERO,
        byte,
        spreads: false,
    }
}

/// What two neighbours do to each other.
fn pair(a: &mut Shape, b: &mut Shape, paragraph: &Paragraph) {
    match (a.blank, b.blank) {
        (Blank::Right, Blank::Left | Blank::Right) => {
            a.advance -= a.give;
            a.give = Length::ZERO;
        }
        (Blank::Left, Blank::Left) => {
            b.advance -= b.give;
            b.trim_left = b.give;
            b.give = Length::ZERO;
        }
        _ => {}
    }
    if (is_han(a.c) && is_latin(b.c)) || (is_latin(a.c) && is_han(b.c)) {
        let size = paragraph.spans[usize::from(b.span)].size;
        a.gap = size.thousandths(i32::from(paragraph.style.gap_han_latin));
    }
    let one_mark = doubles(a.c) && a.c == b.c;
    a.spreads = (is_wide(a.c) && is_wide(b.c) && !one_mark) || (a.c == ' ' && b.c != ' ');
}
