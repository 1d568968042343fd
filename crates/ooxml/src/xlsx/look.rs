//! Fonts, lines and alignment of cells as Excel's formats.

use layout::block::{Alignment, Paragraph, Span};
use layout::page::{Stroke, Tint};
use layout::table::Vertical;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::typeface::typeface;

/// From this width on a line is drawn bold.
const BOLD_LINE: i32 = 1_000;

/// A span's type.
pub(crate) fn font(span: &Span) -> Format {
    let tint = span.tint;
    Format::new()
        .set_font_name(typeface(span.role).name)
        .set_font_size(span.size.to_pt())
        // Chinese, so that Excel looks for a Chinese face where it has not this one.
        .set_font_charset(134)
        .set_font_color(colour(tint))
}

/// A cell of text: its first span's type, its first paragraph's alignment, wrapped.
pub(crate) fn text(paragraphs: &[Paragraph], vertical: Vertical) -> Format {
    let first = paragraphs.first();
    let font = first.and_then(|paragraph| paragraph.spans.first()).map_or_else(Format::new, font);
    let horizontal = match first.map(|paragraph| paragraph.style.alignment).unwrap_or_default() {
        // Excel spreads a justified line's blanks only; Chinese has none.
        Alignment::Justified | Alignment::Left => FormatAlign::Left,
        Alignment::Center => FormatAlign::Center,
        Alignment::Right => FormatAlign::Right,
    };
    let vertical = match vertical {
        Vertical::Top => FormatAlign::Top,
        Vertical::Middle => FormatAlign::VerticalCenter,
        Vertical::Bottom => FormatAlign::Bottom,
    };
    font.set_align(horizontal).set_align(vertical).set_text_wrap()
}

/// The same with lines above, below, left and right, and a background.
pub(crate) fn boxed(format: Format, strokes: [Stroke; 4], fill: Option<Tint>) -> Format {
    let [above, below, left, right] = strokes;
    let mut format = format
        .set_border_top(line(above))
        .set_border_bottom(line(below))
        .set_border_left(line(left))
        .set_border_right(line(right))
        .set_border_top_color(colour(above.tint))
        .set_border_bottom_color(colour(below.tint))
        .set_border_left_color(colour(left.tint))
        .set_border_right_color(colour(right.tint));
    if let Some(tint) = fill {
        format = format.set_background_color(colour(tint));
    }
    format
}

fn line(stroke: Stroke) -> FormatBorder {
    match stroke.width.0 {
        ..=0 => FormatBorder::None,
        _ if stroke.dashed => FormatBorder::Dashed,
        BOLD_LINE.. => FormatBorder::Medium,
        _ => FormatBorder::Thin,
    }
}

fn colour(tint: Tint) -> Color {
    Color::RGB(u32::from_be_bytes([0, tint.red, tint.green, tint.blue]))
}
